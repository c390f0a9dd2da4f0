"""The characters of elements, with blanks as XML and Word have them."""

from __future__ import annotations

from converter.word.names import XML_SPACE
from converter.word.properties import W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_XML_BLANKS = " \t\r\n"
_BLANKS = {ord(mark): " " for mark in "\n\r\t"}


def shown_text(element: Element) -> str:
    """The characters of a ``w:t`` as Word shows them: blanks at its ends only where they are to be
    kept, ends of lines and tabs as blanks."""
    text = _string(element)
    if text[:1] in _XML_BLANKS or text[-1:] in _XML_BLANKS:
        text = text if _is_preserved(element) else text.strip(_XML_BLANKS)
    return _as_blanks(text)


def plain_text(element: Element) -> str:
    """The characters in an element, for what is noted only."""
    return "".join(_as_blanks(_string(text)) for text in element.iter(f"{W}t", f"{W}delText"))


def _string(element: Element) -> str:
    """The characters of an element, whatever comments cut them in pieces."""
    return str(element.xpath("string()")) if len(element) else element.text or ""


def _is_preserved(element: Element) -> bool:
    for each in (element, *element.iterancestors()):
        space = each.get(XML_SPACE)
        if space is not None:
            return bool(space == "preserve")
    return False


def _as_blanks(text: str) -> str:
    return text.translate(_BLANKS) if any(mark in text for mark in "\n\r\t") else text
