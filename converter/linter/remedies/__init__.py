"""What puts deviations of a Word file from a layout right: the properties that characters,
paragraphs and sections should have. What needs more than properties has no remedy."""

from converter.linter.remedies.remedies import remedies_of

__all__ = ["remedies_of"]
