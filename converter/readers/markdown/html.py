"""Blocks of HTML in Markdown: their text without the tags."""

from __future__ import annotations

import re
from html import unescape

from converter.readers.markdown.inline import ENTITY, HARD, TEXT, Item, tag_items

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# What shows no text as a whole, then single tags. What is left open hides nothing.
_MARK = re.compile(
    r"<(?P<name>script|style|textarea|title|head)\b.*?</(?P=name)\s*>"
    r"|<!--.*?-->|<!\[CDATA\[|\]\]>|<\?.*?\?>|<![A-Za-z].*?>"
    r"|</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<end>\n)",
    re.DOTALL | re.IGNORECASE,
)


def read_html(content: str) -> Iterator[Item]:
    """The items of a block's content in order, each line a line of its own; what is in none of
    them is a mark."""
    last = 0
    for match in _MARK.finditer(content):
        start, end = match.span()
        if start > last:
            yield Item(TEXT, last, start)
        if match["end"]:
            yield Item(HARD, start, end)
        elif match["entity"]:
            text = unescape(match[0])
            yield Item(ENTITY, start, end, text) if text != match[0] else Item(TEXT, start, end)
        else:
            yield from tag_items(match[0], start)
        last = end
    if len(content) > last:
        yield Item(TEXT, last, len(content))
