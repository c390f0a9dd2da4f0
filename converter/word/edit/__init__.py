"""Writing into a copy of a Word file: findings as comments, fixes as tracked changes."""

from converter.word.edit.review import annotated, corrected, reviewed, tracked

__all__ = ["annotated", "corrected", "reviewed", "tracked"]
