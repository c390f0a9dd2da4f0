"""Bytes to text: decoding an input and numbering its lines."""
