"""Text and elements of HTML."""

from __future__ import annotations

import html
import re

from converter.layout.width import WESTERN_TEXT
from converter.writers.characters import checked

# What no browser shows: control characters of ASCII, halves of surrogate pairs.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n|[\n\r]")


def text(content: str, where: str = "", latin: str = "") -> str:
    """``content`` as HTML, the ends of lines as ``<br>``; Western letters and digits with the
    class ``latin``, if one is given.

    Raises InputError naming the character and ``where`` for one that no page can show.
    """
    checked(content, where, _ILLEGAL, "HTML")
    if latin:
        pieces = enumerate(WESTERN_TEXT.split(content))
        return "".join(
            element("span", piece, class_=latin) if index % 2 else text(piece)
            for index, piece in pieces
        )
    return _LINE_END.sub("<br>", html.escape(content, quote=False))


def element(tag: str, content: str, /, **attributes: str | None) -> str:
    """An element with ``content``, which is HTML already. Attributes that are None are left out;
    ``class_`` is written ``class``, ``data_keep`` ``data-keep``."""
    return f"{start_tag(tag, **attributes)}{content}</{tag}>"


def start_tag(tag: str, /, **attributes: str | None) -> str:
    """The start tag alone, also for elements without end tag."""
    written = (
        f" {key.rstrip('_').replace('_', '-')}" + (f'="{html.escape(value)}"' if value else "")
        for key, value in attributes.items()
        if value is not None and not (key == "class_" and not value)
    )
    return f"<{tag}{''.join(written)}>"
