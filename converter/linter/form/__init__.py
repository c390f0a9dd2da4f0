"""The form of a Word file: which element of the document each of its paragraphs is, the layout
that it is held against, and how looks are compared."""

from converter.linter.form.form import Form

__all__ = ["Form"]
