"""The reader for documents of other word processors."""
