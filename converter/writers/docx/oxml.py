"""WordprocessingML elements made with lxml: names, attributes, text."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from converter.writers import characters

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL = re.compile("(\t|\r\n|[\n\r])")


@cache
def qn(name: str) -> str:
    """The qualified name of a ``w:`` element or attribute."""
    return f"{{{W}}}{name}"


def root(name: str) -> etree._Element:
    """A new root element of a part."""
    return etree.Element(qn(name), nsmap={"w": W, "r": R})


def plain_root(name: str, namespace: str) -> etree._Element:
    """A new root element in a default namespace, for the parts that are not Word's own."""
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


def add(parent: etree._Element, name: str, /, **attributes: str | int) -> etree._Element:
    """A new last child of ``parent``; the attributes are in the ``w:`` namespace as well."""
    child = etree.SubElement(parent, qn(name))
    for key, value in attributes.items():
        child.set(qn(key), str(value))
    return child


def xml(element: etree._Element) -> bytes:
    """The element as the content of a part."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def checked(text: str, where: str) -> str:
    """``text``, if XML can hold it; InputError naming the character and ``where`` if not."""
    return characters.checked(text, where, _ILLEGAL, "DOCX")


def add_text(run: etree._Element, text: str) -> None:
    """Append ``text`` to ``run``; a tab and the end of a line become elements of their own."""
    for piece in _CONTROL.split(text):
        if piece == "\t":
            add(run, "tab")
        elif piece in ("\n", "\r", "\r\n"):
            add(run, "br")
        elif piece:
            element = add(run, "t")
            element.text = piece
            # Readers drop white space at the ends, and runs of it, unless told to keep it.
            if piece[0] == " " or piece[-1] == " " or "  " in piece:
                element.set(XML_SPACE, "preserve")
