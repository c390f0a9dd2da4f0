"""Word files as they are once all tracked changes are accepted or rejected, by what the format says
of each (ISO/IEC 29500-1, 17.13.5), and their text: independent of the program."""

import zipfile
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
_CHANGES = ("ins", "del", "moveFrom", "moveTo")


def root_of(data: bytes, part: str = "word/document.xml") -> etree._Element:
    """The root of a part of a file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(part))


def settled(root: etree._Element, answer: str, author: str = "") -> etree._Element:
    """A part with all changes (or those of one author) accepted or rejected."""
    for change in list(root.iter(*(W + name for name in _CHANGES))):
        if author and change.get(W + "author") != author:
            continue
        gone = change.tag in [W + name for name in _GONE[answer]]
        parent = change.getparent()
        assert parent is not None
        if parent.tag == W + "rPr":
            if gone:
                _join_with_next(next(change.iterancestors(W + "p")))
            parent.remove(change)
            continue
        if not gone:
            for child in list(change):
                change.addprevious(child)
        parent.remove(change)
    for text in root.iter(W + "delText"):
        if not author or next(text.iterancestors(W + "del"), None) is None:
            text.tag = W + "t"
    return root


def texts(root: etree._Element) -> list[str]:
    """The text of every paragraph that is not deleted."""
    return [_text(paragraph) for paragraph in root.iter(W + "p")]


def _text(paragraph: etree._Element) -> str:
    parts = []
    for element in paragraph.iter():
        if element.tag == W + "t":
            parts.append(text_of(element))
        elif element.tag == W + "br":
            parts.append("\n")
    return "".join(parts)


def text_of(element: etree._Element) -> str:
    """The characters of a ``w:t``."""
    text = element.text or ""
    blanks = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return text if blanks else text.strip()


def _join_with_next(paragraph: etree._Element) -> None:
    """What a paragraph holds goes before what the next one does, which keeps its look."""
    following = next(paragraph.itersiblings(W + "p"))
    at = 1 if following.find(W + "pPr") is not None else 0
    for child in reversed([child for child in paragraph if child.tag != W + "pPr"]):
        following.insert(at, child)
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)


def marked(root: etree._Element, identifier: str) -> str:
    """The text between the marks of a comment, deleted text not counted."""
    parts, inside = [], False
    for element in root.iter():
        if element.get(W + "id") == identifier:
            if element.tag == W + "commentRangeStart":
                inside = True
            elif element.tag == W + "commentRangeEnd":
                inside = False
        if inside and element.tag == W + "t":
            parts.append(element.text or "")
    return "".join(parts)
