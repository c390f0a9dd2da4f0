"""C: what the parts of a report say, or fail to."""
