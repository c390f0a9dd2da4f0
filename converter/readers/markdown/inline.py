"""Inline text of Markdown: what of it is text, and where pictures and line breaks stand."""

from __future__ import annotations

import re
from html import unescape

from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.readers.markdown.parser import Parser, Step

TEXT, ENTITY, SOFT, HARD, PICTURE, CALL = "text", "entity", "soft", "hard", "picture", "call"
"""What an item can be: text, a character reference (``&amp;``), an end of line within a paragraph,
a line break that the author wants, a picture, a call of a footnote."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_IMAGE = re.compile(r"<img\b", re.IGNORECASE)
_SOURCE, _CAPTION = (
    re.compile(rf"\s{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+))", re.IGNORECASE)
    for name in ("src", "alt")
)
_DIRECTIVE = re.compile(r"<!--\s*gongwen\s*[:：]", re.IGNORECASE)


@record
class Item:
    """A stretch of an inline text, ``start`` up to ``end``, and what it is.

    ``text`` is what an entity stands for, or a footnote's label; ``path`` a picture's file as
    written; ``inside`` the items of its caption.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    path: str = ""
    inside: tuple[Item, ...] = ()


def read_inline(parser: Parser, content: str) -> list[Item]:
    """The items of an inline text in order; what is in none of them is a mark."""
    return list(_items(content, parser.steps(content), 0))


def _items(content: str, steps: tuple[Step, ...], base: int) -> Iterator[Item]:
    for step in steps:
        yield from _item(content, step, base)


def _item(content: str, step: Step, base: int) -> Iterator[Item]:
    """The items of one step, which counts from ``base`` of the content on."""
    start, end = base + step.start, base + step.end
    token = step.tokens[-1] if step.tokens else None
    if step.rule in ("emphasis", "strikethrough"):
        yield from _unused_marks(step, start)
    elif step.rule == "newline" and token:
        yield Item(HARD if token.type == "hardbreak" else SOFT, start, end)
    elif step.rule == "escape" and token:
        if token.type == "hardbreak":
            yield Item(HARD, start, end)
        else:
            yield Item(TEXT, end - len(token.content), end)
    elif step.rule == "backticks" and token and token.type == "code_inline":
        yield from _code(content, start, end, len(token.markup))
    elif step.rule == "image" and token:
        inside = tuple(_flat(_items(content, step.inside, start + 2)))
        yield Item(PICTURE, start, end, path=str(token.attrs["src"]), inside=inside)
    elif step.rule == "autolink":
        yield Item(TEXT, start + 1, end - 1)
    elif step.rule == "entity" and token:
        yield Item(ENTITY, start, end, token.content)
    elif step.rule == "footnote_call" and token:
        yield Item(CALL, start, end, str(token.meta["label"]))
    elif step.rule == "html_inline":
        yield from tag_items(content[start:end], start)
    elif step.rule != "link":  # the steps in its text stand before it
        yield Item(TEXT, start, end)


def _flat(items: Iterable[Item]) -> Iterator[Item]:
    """The items of a caption; of a picture in it, those of its caption."""
    for item in items:
        yield from item.inside if item.kind == PICTURE else (item,)


def _unused_marks(step: Step, start: int) -> Iterator[Item]:
    """The marks of a run (``**``) that begin and end nothing and so are text."""
    at = step.end - step.start
    for token, length in zip(reversed(step.tokens), reversed(step.lengths), strict=True):
        if at <= 0:
            break
        at -= length
        if token.content:
            yield Item(TEXT, start + at, start + at + length)


def _code(content: str, start: int, end: int, mark: int) -> Iterator[Item]:
    """The text of a code span, its lines apart."""
    begin, stop = start + mark, end - mark
    for part in re.finditer(r"[^\n]+|\n", content[begin:stop]):
        kind = SOFT if part[0] == "\n" else TEXT
        yield Item(kind, begin + part.start(), begin + part.end())


def tag_items(tag: str, start: int) -> Iterator[Item]:
    """What an HTML tag or comment stands for: a line break, a picture, a comment for the linter
    (which is left in the text for the reader of those); most stand for nothing."""
    end = start + len(tag)
    source = _SOURCE.search(tag) if _IMAGE.match(tag) else None
    if _BREAK.fullmatch(tag):
        yield Item(HARD, start, end)
    elif _DIRECTIVE.match(tag):
        yield Item(TEXT, start, end)
    elif source:
        path = unescape(source[source.lastindex or 1])
        caption = _CAPTION.search(tag)
        inside: tuple[Item, ...] = ()
        if caption and caption.lastindex:
            begin, stop = caption.span(caption.lastindex)
            inside = (Item(TEXT, start + begin, start + stop),)
        yield Item(PICTURE, start, end, path=path, inside=inside)
