"""Metadata: the elements of an official document that the text of the report does not have.

:mod:`~converter.metadata.fields` is the table of them; everything that reads, checks, explains or
documents metadata is driven by it. A source (the block at the head of a draft, a file, options) is
read into entries, the entries into a statement, and the statements, later ones first, into
:class:`converter.model.elements.Elements`.
"""
