"""S: the structure of a report: its parts, their order, what must not be missing."""
