"""Fuzzing: Word files with damage of every kind, read and written by everything that takes them."""
