"""The typed, immutable document: nodes, positions, traversal, and its JSON form."""
