"""F: the form of Word files, held against a layout."""
