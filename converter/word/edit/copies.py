"""A copy of a Word file that is written into: its parts as trees, and what becomes of them."""

from __future__ import annotations

import posixpath
from copy import deepcopy

from lxml import etree

from converter.word.markup import serialised
from converter.word.package import CONTENT_TYPES, relationships_part
from converter.word.properties import W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from converter.word.model import WordFile

AUTHOR = "gongwen"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_TYPES = f"{{{_PACKAGE}content-types}}"
_RELATIONSHIPS = f"{{{_PACKAGE}relationships}}"
_NO_RELATIONSHIPS = f'<Relationships xmlns="{_PACKAGE}relationships"/>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STORIES = ("footnotes", "endnotes")


class Copy:
    """The parts of a file that are changed, each a tree of its own beside the file's."""

    def __init__(self, word: WordFile) -> None:
        self.word = word
        self.package = word.package
        self._trees: dict[str, Element] = {}
        self._twins: dict[Element, Element] = {}
        self._used: set[int] = set()
        self._last = 0
        self.main = self.package.main
        self.body = self._story(self.main)
        self.stories = {self.main: self.body}
        for relationship in self.package.relationships(self.main).values():
            if relationship.kind in _STORIES and self.package.has(relationship.target):
                self.stories[relationship.target] = self._story(relationship.target)

    def twin(self, element: Element) -> Element | None:
        """The element of the copy for one of the file; None for one of another part."""
        return self._twins.get(element)

    def tree(self, part: str) -> Element:
        """A part of the copy, to be changed."""
        if part not in self._trees:
            self._trees[part] = deepcopy(self.package.xml(part))
        return self._trees[part]

    def fresh_id(self) -> str:
        """An id that no annotation of the file has."""
        self._last += 1
        while self._last in self._used:
            self._last += 1
        return str(self._last)

    def add_part(self, name: str, root: Element, kind: str, content_type: str) -> None:
        """Adds a part that the main part refers to by a relationship of this kind."""
        self._trees[name] = root
        types = self.tree(CONTENT_TYPES)
        override = etree.SubElement(types, _TYPES + "Override")
        override.set("PartName", "/" + name)
        override.set("ContentType", content_type)
        part = relationships_part(self.main)
        if not self.package.has(part) and part not in self._trees:
            self._trees[part] = etree.fromstring(_NO_RELATIONSHIPS)
        relationships = self.tree(part)
        taken = {entry.get("Id") for entry in relationships}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        entry = etree.SubElement(relationships, _RELATIONSHIPS + "Relationship")
        entry.set("Id", f"rId{number}")
        entry.set("Type", _OFFICE + kind)
        entry.set("Target", posixpath.relpath(name, posixpath.dirname(self.main) or "."))

    def packed(self) -> bytes:
        """The copy as a file; parts that nobody changed are byte for byte those of the file."""
        strict = self.package.strict
        changes = {part: serialised(root, strict=strict) for part, root in self._trees.items()}
        return self.package.rewritten(
            {
                part: data
                for part, data in changes.items()
                if not self.package.has(part)
                or data != serialised(self.package.xml(part), strict=strict)
            }
        )

    def _story(self, part: str) -> Element:
        """A part with text, each of its elements known by that of the file."""
        original, copy = self.package.xml(part), self.tree(part)
        for one, other in zip(original.iter(), copy.iter(), strict=True):
            self._twins[one] = other
            identifier = other.get(W + "id") or ""
            if identifier.isdecimal() and len(identifier) < 10:
                self._used.add(int(identifier))
        return copy
