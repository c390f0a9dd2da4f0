"""Parts of the Markdown writer: marks and escapes, tables, metadata."""
