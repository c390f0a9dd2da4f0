"""The blocks of a Markdown file, put on its :class:`~converter.readers.markdown.page.Page`."""

from __future__ import annotations

import re

from converter.numbering import match_mark
from converter.readers.markdown import paragraphs, tables
from converter.readers.markdown.elements import element_named
from converter.readers.markdown.html import read_html
from converter.readers.markdown.html_tables import find_table, read_html_table
from converter.readers.markdown.page import NOTE_MARK, Page
from converter.readers.markdown.parser import NOTE, Parser
from converter.readers.text.given import GivenLine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from converter.readers.markdown.page import Stretch

_CODE = GivenLine(text=True)
_NUMBER = re.compile(r"[0-9]{1,9}[.)]")
_WRAPPINGS = ("markdown", "md")
_HEADED = re.compile(r"^#{1,6}[ \t]*\S", re.MULTILINE)
_FRONT = 8
"""So many lines of text may stand above a title."""


def read_blocks(page: Page) -> None:
    """Puts the blocks of a page's lines on the page."""
    parser, lines = Parser(), list(page.lines)
    tokens = parser.blocks("\n".join(lines))
    if _is_wrapped(tokens):
        first, stop = tokens[0].map or (0, 0)
        lines[first] = ""
        if stop - first > 1 and not lines[stop - 1].strip().strip("`~"):
            lines[stop - 1] = ""
        parser = Parser()
        tokens = parser.blocks("\n".join(lines))
    Blocks(page, tokens, parser).read()


def _is_wrapped(tokens: Sequence[Token]) -> bool:
    """Whether a whole file is one block of code with Markdown in it, as chat programs hand out
    their answers."""
    if len(tokens) != 1 or tokens[0].type != "fence":
        return False
    kind = tokens[0].info.strip().lower()
    return kind in _WRAPPINGS or (not kind and _HEADED.search(tokens[0].content) is not None)


class Blocks:
    """The tokens of a file on their way to the page."""

    def __init__(self, page: Page, tokens: Sequence[Token], parser: Parser) -> None:
        self.page, self.tokens, self.parser = page, tokens, parser
        self._title = _title_of(tokens)
        self._cursor: dict[int, int] = {}
        self._note: list[Stretch] | None = None
        self._label = ""

    def read(self) -> None:
        """Reads all blocks."""
        index = 0
        while index < len(self.tokens):
            token = self.tokens[index]
            if token.type == "table_open":
                index = tables.read_table(self.page, self.tokens, index, self.parser)
                continue
            read = getattr(self, f"_on_{token.type}", None)
            if read:
                read(token, index)
            index += 1

    def _on_inline(self, token: Token, index: int) -> None:
        first, stop = token.map or (0, 0)
        places = paragraphs.places_of(self.page, token.content, range(first + 1, stop + 1))
        before = self.tokens[index - 1]
        if self._note is not None:
            note = paragraphs.note_of(self.page, token.content, places, self.parser)
            self._note += note
        elif before.type == "heading_open":
            known = GivenLine(level=int(before.tag[1:]))
            if before is self._title:
                known = GivenLine(title=True)
            paragraphs.read_heading(self.page, token.content, places, self.parser, known)
        else:
            paragraphs.read_paragraph(self.page, token.content, places, self.parser)

    def _on_html_block(self, token: Token, index: int) -> None:
        told = element_named(token.content)
        if told:
            self.page.told = told
            return
        first, stop = token.map or (0, 0)
        content = token.content.rstrip("\n")
        places = paragraphs.places_of(self.page, content, range(first + 1, stop + 1))
        last = 0
        while span := find_table(content, last):
            start, end = span
            self._lines(content[last:start], places[last:start])
            if not read_html_table(self.page, content, places, start, end):
                self._lines(content[start:end], places[start:end])
            last = end
        self._lines(content[last:], places[last:])

    def _lines(self, content: str, places: paragraphs.Places) -> None:
        """Takes the lines of text in HTML."""
        paragraphs.read_lines(self.page, read_html(content), places)

    def _on_fence(self, token: Token, index: int) -> None:
        first, _ = token.map or (0, 0)
        self.page.take_numbers()
        self._verbatim(token.content, first + 2)

    def _on_code_block(self, token: Token, index: int) -> None:
        first, _ = token.map or (0, 0)
        self._verbatim(token.content, first + 1)

    def _verbatim(self, content: str, first: int) -> None:
        """Takes the lines of a block of code as they are."""
        for number, text in enumerate(content.split("\n"), first):
            bare = text.strip()
            if bare:
                end = len(self.page.lines[number - 1].rstrip())
                self.page.add([(number, end - len(bare), end, "")], _CODE)

    def _on_ordered_list_open(self, token: Token, index: int) -> None:
        """Numbers that are all the same (1. 1. 1.) are written so to be counted by a program."""
        items = [t for t in _own_items(self.tokens, index) if t.map]
        same = len(items) > 1 and len({item.info for item in items}) == 1
        for count, item in enumerate(items):
            item.meta["number"] = str(int(item.info) + count) if same else item.info

    def _on_list_item_open(self, token: Token, index: int) -> None:
        line = (token.map or (0, 0))[0] + 1
        number = token.meta.get("number")
        if number is None:
            return
        text = self.page.lines[line - 1]
        match = _NUMBER.search(text, self._cursor.get(line, 0))
        if match is None:
            return
        start, end = match.span()
        blanks = len(text[end:]) - len(text[end:].lstrip(" "))
        shown = str(number) + text[end - 1]
        if shown != match[0] and len(shown) < len(match[0]) + blanks:
            self.page.show(line, start, start + len(shown), shown)
            end = start + len(shown)
        self._cursor[line] = end
        self.page.number(line, start, end)

    def _on_list_item_close(self, token: Token, index: int) -> None:
        self.page.take_numbers()

    def _on_footnote_open(self, token: Token, index: int) -> None:
        line = (token.map or (0, 0))[0] + 1
        match = NOTE.search(self.page.lines[line - 1])
        if match:
            self.page.mark_as(line, *match.span(), NOTE_MARK)
        self._note, self._label = [], str(token.meta["label"])

    def _on_footnote_close(self, token: Token, index: int) -> None:
        note, self._note = self._note, None
        if note:
            known = GivenLine(kind="footnote", label=self._label)
            self.page.add(note, known)


def _own_items(tokens: Sequence[Token], index: int) -> list[Token]:
    """The items of the list that opens at ``index``, not those of lists in it."""
    level = tokens[index].level
    items: list[Token] = []
    for token in tokens[index + 1 :]:
        if token.level == level and token.nesting < 0:
            break
        if token.type == "list_item_open" and token.level == level + 1:
            items.append(token)
    return items


def _title_of(tokens: Sequence[Token]) -> Token | None:
    """The heading that is the title: the first one, if no other is of level 1, it has no number,
    and little stands above it."""
    places = [i for i, token in enumerate(tokens) if token.type == "heading_open"]
    top = [i for i in places if tokens[i].tag == "h1"]
    if len(top) != 1 or top != places[:1]:
        return None
    above = sum(token.type == "inline" for token in tokens[: top[0]])
    if above > _FRONT or match_mark(tokens[top[0] + 1].content.lstrip("*_ ")):
        return None
    return tokens[top[0]]
