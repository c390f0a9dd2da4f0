"""Runs over a corpus into an output folder."""
