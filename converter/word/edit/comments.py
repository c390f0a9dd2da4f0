"""The comments part of a copy, and the marks of a comment in the text."""

from __future__ import annotations

import posixpath

from lxml import etree

from converter.word.edit.copies import AUTHOR
from converter.word.edit.letters import set_text
from converter.word.properties import WORD, W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from converter.word.edit.copies import Copy

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_INITIALS = "gw"
_SIZE = "20"
"""Of the text of a comment, in half-points."""


class Comments:
    """The comments of a copy; those that it has stay as they are."""

    def __init__(self, copy: Copy) -> None:
        self._copy = copy
        self._root: Element | None = None
        self._last = -1

    def add(self, paragraphs: Iterable[str]) -> str:
        """Adds a comment with these paragraphs; gives its id."""
        root = self._part()
        self._last += 1
        comment = etree.SubElement(root, W + "comment")
        comment.set(W + "id", str(self._last))
        comment.set(W + "author", AUTHOR)
        comment.set(W + "initials", _INITIALS)
        for index, text in enumerate(paragraphs):
            comment.append(_paragraph(comment, text, first=index == 0))
        return str(self._last)

    def _part(self) -> Element:
        """The root of the part, made when there is none."""
        if self._root is not None:
            return self._root
        package = self._copy.package
        found = [
            relationship.target
            for relationship in package.relationships(package.main).values()
            if relationship.kind == "comments" and package.has(relationship.target)
        ]
        if found:
            self._root = self._copy.tree(found[0])
            ids = [comment.get(W + "id") or "" for comment in self._root.iter(W + "comment")]
            numbers = [int(each) for each in ids if each.isdecimal() and len(each) < 10]
            self._last = max(numbers, default=-1)
            return self._root
        folder = posixpath.dirname(package.main)
        name, number = posixpath.join(folder, "comments.xml"), 1
        while package.has(name):
            number += 1
            name = posixpath.join(folder, f"comments{number}.xml")
        self._root = etree.Element(W + "comments", nsmap={"w": WORD})
        self._copy.add_part(name, self._root, "comments", _TYPE)
        return self._root


def mark(first: Element, last: Element, identifier: str) -> None:
    """Marks what stands from ``first`` up to ``last``, runs or what holds runs, as what the comment
    is about; the mark that shows it stands behind, at the level of the paragraph."""
    first.addprevious(_marker(first, "commentRangeStart", identifier))
    end = _marker(last, "commentRangeEnd", identifier)
    last.addnext(end)
    behind = end
    parent = behind.getparent()
    while parent is not None and parent.tag != W + "p":
        behind, parent = parent, parent.getparent()
    behind.addnext(_reference(last, identifier))


def mark_empty(paragraph: Element, identifier: str) -> None:
    """Marks a paragraph without text as what the comment is about."""
    at = 1 if paragraph.find(W + "pPr") is not None else 0
    paragraph.insert(at, _marker(paragraph, "commentRangeStart", identifier))
    paragraph.append(_marker(paragraph, "commentRangeEnd", identifier))
    paragraph.append(_reference(paragraph, identifier))


def _marker(near: Element, name: str, identifier: str) -> Element:
    return near.makeelement(W + name, {W + "id": identifier})


def _reference(near: Element, identifier: str) -> Element:
    run = near.makeelement(W + "r")
    run.append(_marker(near, "commentReference", identifier))
    return run


def _paragraph(comment: Element, text: str, *, first: bool) -> Element:
    """A paragraph of a comment, whatever the file's own style of text looks like."""
    paragraph = comment.makeelement(W + "p")
    properties = etree.SubElement(paragraph, W + "pPr")
    etree.SubElement(properties, W + "spacing", {W + "line": "240", W + "lineRule": "auto"})
    indents = {W + "firstLineChars": "0", W + "firstLine": "0"}
    etree.SubElement(properties, W + "ind", indents)
    etree.SubElement(properties, W + "jc", {W + "val": "left"})
    if first:
        etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "annotationRef")
    run = etree.SubElement(paragraph, W + "r")
    looks = etree.SubElement(run, W + "rPr")
    etree.SubElement(looks, W + "sz", {W + "val": _SIZE})
    set_text(etree.SubElement(run, W + "t"), text)
    return paragraph
