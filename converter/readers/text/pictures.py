"""Pictures in the text: a Markdown image alone on its line, and the line that names it below."""

from __future__ import annotations

import re

from converter.model.nodes import Picture, Removed
from converter.patterns import lazy
from converter.readers.text.captions import names_picture
from converter.readers.text.lines import Line
from converter.readers.text.residue import removed

REASON = "picture-mark"
_LONGEST = 500
_PICTURE = lazy(
    r"!\[(?P<caption>[^\[\]]*)\]"
    r"\(\s*(?:<(?P<quoted>[^<>]+)>\s*|(?P<path>[^()\"<>]*(?:\([^()]*\)[^()\"<>]*)*))"
    r"(?:\"[^\"]*\"\s*)?\)"
)
_ADDRESS = lazy(r"[A-Za-z][A-Za-z0-9+.-]+:")
"""A picture elsewhere (``https:``, ``data:``) cannot be put into a document: that is text."""


def read_pictures(lines: list[Line]) -> tuple[list[Line], list[Removed]]:
    """The lines with every picture as one of the kind ``picture``, whose text is its caption, and
    the marks around the captions. A line below a picture that names it (图2 投资情况) is of the
    kind ``caption``."""
    result: list[Line] = []
    gone: list[Removed] = []
    for line in lines:
        match = _match(line)
        path = (match["quoted"] or match["path"]).strip() if match else ""
        if match is None or not path or _ADDRESS.match(path):
            below = result and result[-1].kind == "picture" and line.is_text
            is_caption = below and names_picture(line.text)
            result.append(line.of_kind("caption") if is_caption else line)
            continue
        start, end = match.span("caption")
        gone += removed(line.piece.slice(0, start), REASON)
        gone += removed(line.piece.slice(end), REASON)
        caption = line.piece.slice(start, end).strip()
        result.append(Line(caption, line.gap, "picture", picture=Picture(path)))
    return result, gone


def _match(line: Line) -> re.Match[str] | None:
    text = line.text
    if not line.is_text or line.is_literal or not text.startswith("![") or len(text) > _LONGEST:
        return None
    return _PICTURE.fullmatch(text)
