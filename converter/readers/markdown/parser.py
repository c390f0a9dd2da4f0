"""The Markdown parser: markdown-it-py (CommonMark, tables, task lists, strikethrough), with
footnotes, and with the places of inline marks, which it does not tell by itself."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline

from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_LABEL = r"\[\^([^\[\]\s^]{1,32})\]"
_CALL = re.compile(_LABEL)
NOTE = re.compile(_LABEL + r"[ \t]*[:：][ \t]*(?=\S)")
"""How a footnote begins."""
_TIGHT_HEADING = re.compile(r"(#{1,6})(?=[^\x00-\x7f\s])([^#\n]*)")
_NOTES = "footnotes"
"""Where the labels of the footnotes stand in the parser's environment."""
_NOTE_INDENT = 4
_NESTING = 100
"""Containers and links in each other; what is deeper is text."""


@record(eq=False)
class Step:
    """What one rule took of the inline text: ``start`` up to ``end`` of it.

    ``rule`` is the rule's name, empty for a character that is only text; ``tokens`` are those that
    it made, with the lengths that their texts had then; ``inside`` are the steps in the text of a
    picture.
    """

    rule: str
    start: int
    end: int
    tokens: tuple[Token, ...] = ()
    lengths: tuple[int, ...] = ()
    inside: tuple[Step, ...] = ()


class Traced(ParserInline):
    """The inline parser, which keeps every step of its last run."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler.before("link", "footnote_call", _footnote_call)
        # It joins tokens of text, and no step would know its own any more.
        self.ruler2.disable("fragments_join")
        self._steps: list[Step] = []
        self.parsed: tuple[Step, ...] = ()
        self._names = {id(rule.fn): rule.name for rule in self.ruler.__rules__}

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: MutableMapping[str, object],
        tokens: list[Token],
    ) -> list[Token]:
        """The tokens of an inline text; its steps are in :attr:`parsed` then."""
        outer, self._steps = self._steps, []
        try:
            found = super().parse(src, md, env, tokens)
            self.parsed = tuple(self._steps)
            return found
        finally:
            self._steps = outer

    def tokenize(self, state: StateInline) -> None:
        """As in the parser itself, each step kept."""
        rules = self.ruler.getRules("")
        while state.pos < state.posMax:
            start, before, name = state.pos, len(state.tokens), ""
            if state.level < state.md.options["maxNesting"]:
                for rule in rules:
                    if rule(state, False):
                        name = self._names[id(rule)]
                        break
            if not name:
                state.append_pending(state.src[state.pos])
                state.pos += 1
            made = tuple(state.tokens[before:])
            inside = self.parsed if name == "image" else ()
            lengths = tuple(len(token.content) for token in made)
            self._steps.append(Step(name, start, state.pos, made, lengths, inside))
        if state.pending:
            state.pushPending()


class Parser:
    """The parser for one file: its blocks, then the inline texts in them."""

    def __init__(self) -> None:
        self._environment: dict[str, object] = {}
        self._inline = Traced()
        # "default" is what knows tables and strikethrough; nothing is changed for typography.
        self._markdown = MarkdownIt(
            "default",
            {
                "html": True,
                "linkify": False,
                "typographer": False,
                "tasklists": True,
                "maxNesting": _NESTING,
            },
        )
        self._markdown.block.ruler.before(
            "reference", "footnote", _footnote, {"alt": ["paragraph", "reference", "blockquote"]}
        )
        self._markdown.block.ruler.before(
            "heading",
            "tight_heading",
            _tight_heading,
            {"alt": ["paragraph", "reference", "blockquote"]},
        )
        # Inline text is parsed when all blocks are known, and addresses are left as written.
        self._markdown.core.ruler.enableOnly(["normalize", "block"])
        self._markdown.inline = self._inline
        for name, function in (
            ("normalizeLink", str),
            ("normalizeLinkText", str),
            ("validateLink", _is_link),
        ):
            setattr(self._markdown, name, function)

    def blocks(self, text: str) -> list[Token]:
        """The tokens of a file's blocks."""
        return self._markdown.parse(text, self._environment)

    def steps(self, content: str) -> tuple[Step, ...]:
        """The steps through an inline text of it."""
        self._inline.parse(content, self._markdown, self._environment, [])
        return self._inline.parsed


def _is_link(address: str) -> bool:
    """Any address: nothing is made of it."""
    return True


def _footnote_call(state: StateInline, silent: bool) -> bool:
    """``[^1]``, where there is a footnote of that label."""
    match = _CALL.match(state.src, state.pos, state.posMax)
    if match is None or match[1] not in state.env.get(_NOTES, ()):
        return False
    if not silent:
        token = state.push("footnote_call", "", 0)
        token.meta = {"label": match[1]}
    state.pos = match.end()
    return True


def _tight_heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``##（一）供水``: a heading without the blank that CommonMark asks for, as it is written in
    many Chinese drafts. A topic (``#两会#``) is none."""
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if state.is_code_block(start) or state.src[begin : begin + 1] != "#":
        return False
    match = _TIGHT_HEADING.fullmatch(state.src, begin, stop)
    if match is None:
        return False
    if silent:
        return True
    state.line = start + 1
    tag = f"h{len(match[1])}"
    token = state.push("heading_open", tag, 1)
    token.map = [start, state.line]
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = match[2].strip(), [start, state.line], []
    state.push("heading_close", tag, -1)
    return True


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``[^1]: …``, a block with the lines below that are indented or go on with its paragraph."""
    begin = state.bMarks[start] + state.tShift[start]
    match = None
    if not state.is_code_block(start):
        match = NOTE.match(state.src, begin, state.eMarks[start] + 1)
    if match is None or match.end() >= state.eMarks[start]:
        return False
    if silent:
        return True
    state.env.setdefault(_NOTES, set()).add(match[1])
    token = state.push("footnote_open", "", 1)
    token.meta = {"label": match[1]}
    token.map = span = [start, 0]
    kept = state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType
    state.bMarks[start], state.tShift[start] = match.end(), 0
    state.blkIndent += _NOTE_INDENT
    state.sCount[start] = state.blkIndent
    state.parentType = "footnote"
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= _NOTE_INDENT
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = kept
    span[1] = state.line
    state.push("footnote_close", "", -1)
    return True
