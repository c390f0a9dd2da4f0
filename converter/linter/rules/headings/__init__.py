"""H: headings and their numbers."""
