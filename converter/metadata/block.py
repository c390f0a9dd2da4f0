"""The metadata block at the head of a draft: between lines ``---`` (YAML) or ``+++`` (TOML), or
what other programs make of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.bilingual import Text
from converter.errors import MetadataError
from converter.metadata.formats import LARGEST, read_entries, too_large
from converter.metadata.signs import (
    TOML,
    YAML,
    Notation,
    Run,
    are_entries,
    leading_run,
    outdented,
)
from converter.metadata.statement import Statement, statement
from converter.record import record

_EXACT = ("---", "+++")
_ROW = re.compile(r"[-‐‑‒–—―─━−－]{2,}|[—―─]|([=＝*＊+＋_＿])\1{2,}")
"""A line that encloses, also as word processors change ``---`` (Word: ——, —-) and as people take
other marks for it."""
_CODE = re.compile(r"(`{3,}|~{3,})[ \t]*[A-Za-z]{0,12}")
"""The first line of a code block, as chat programs put metadata (and whole answers) into one."""
_CODE_END = re.compile(r"`{3,}|~{3,}")


@record
class Block:
    """A metadata block: the 1-based numbers of its first and last line, and what it states.

    ``lid`` is the number of the line that closes a code block around the whole text, if the text
    is in one; else 0.
    """

    first: int
    last: int
    stated: Statement
    lid: int = 0


@record
class _Opening:
    """How a text begins: the indexes of its first line, and of the first one behind the line that
    opens a block. ``code`` tells of a code block around it, ``fence`` is the line that opens, as
    written."""

    first: int
    inside: int
    fence: str
    code: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether the text begins in a way that only metadata do."""
        return self.code or self.fence in _EXACT

    def closes(self, line: str) -> bool:
        """Whether a line closes the block."""
        line = line.strip()
        if _CODE.fullmatch(self.fence):
            return bool(_CODE_END.fullmatch(line))
        return line == "..." or bool(_ROW.fullmatch(line))


def find_block(lines: Sequence[str], name: str) -> Block | None:
    """The block at the head of a text, blank lines aside; None when there is none.

    Rows of dashes that enclose something else than ``key: value`` lines are text. Raises
    MetadataError, with ``name`` and the line, when the block is one but is not right, and when a
    line that should enclose it is missing.
    """
    opening = _opening(lines)
    if opening is None:
        return None
    if not opening.fence:
        _refuse_bare_entries(lines, opening.first, name)
        return None
    inside = range(opening.inside, len(lines))
    end = next((i for i in inside if opening.closes(lines[i])), None)
    content = outdented(lines[opening.inside : end])
    exact = opening.fence in _EXACT and end is not None and lines[end].strip() in (*_EXACT, "...")
    notation = None if end is None else _notation(content, opening, exact)
    if end is None or notation is None:
        _refuse_open_block(content, opening, name)
        return None
    text = "\n".join(content)
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST * 1024:
        raise too_large(f"{name}:{opening.first + 1}")
    stated = statement(read_entries(notation.suffix, text, name, opening.inside + 1))
    last, lid = _around(lines, end, opening)
    return Block(opening.first + 1, last + 1, stated, lid + 1)


def _opening(lines: Sequence[str]) -> _Opening | None:
    """How the text begins; None for an empty one."""
    filled = (index for index, line in enumerate(lines) if line.strip())
    first = next(filled, None)
    if first is None:
        return None
    fence = lines[first].strip()
    if _CODE.fullmatch(fence):
        inner = next(filled, first)
        if inner > first and _ROW.fullmatch(lines[inner].strip()):
            return _Opening(first, inner + 1, lines[inner].strip(), code=True)
        return _Opening(first, first + 1, fence, code=True)
    return _Opening(first, first + 1, fence if _ROW.fullmatch(fence) else "")


def _notation(content: Sequence[str], opening: _Opening, exact: bool) -> Notation | None:
    """How the content of a closed block is written; None when it is no metadata."""
    for notation in _notations(opening.fence):
        likely = exact or leading_run(content, notation).is_likely
        if likely and are_entries(content, notation, surely=not exact):
            return notation
    return None


def _notations(fence: str) -> tuple[Notation, Notation]:
    """Both ways to write entries, the one that belongs to a fence first."""
    return (TOML, YAML) if fence == TOML.fence else (YAML, TOML)


def _around(lines: Sequence[str], end: int, opening: _Opening) -> tuple[int, int]:
    """The indexes of the block's last line and of the line that closes a code block around the
    whole text (-1: none), for a block that ends with line ``end``."""
    if not opening.code or _CODE.fullmatch(opening.fence):
        return end, -1
    below = [index for index in range(end + 1, len(lines)) if lines[index].strip()]
    if below and _CODE_END.fullmatch(lines[below[0]].strip()):
        return below[0], -1
    return end, below[-1] if below and _CODE_END.fullmatch(lines[below[-1]].strip()) else -1


def _refuse_open_block(content: Sequence[str], opening: _Opening, name: str) -> None:
    """Raises MetadataError when there are metadata, and no line that closes them."""
    notation, run = _longest_run(content, opening.fence)
    if not (run.is_likely if opening.is_exact else run.is_certain):
        return
    closing = "```" if _CODE.fullmatch(opening.fence) else notation.fence
    last = opening.inside + run.length
    raise MetadataError(
        Text("元数据没有结束的一行", "the metadata block is not closed"),
        f"{name}:{opening.first + 1}",
        Text(
            f"请在第 {last} 行（最后一项）下面加一行 {closing}",
            f"add a line {closing} below line {last}, its last entry",
        ),
    )


def _refuse_bare_entries(lines: Sequence[str], first: int, name: str) -> None:
    """Raises MetadataError when the text begins with metadata that no line opens."""
    content = outdented(lines[first:])
    notation, run = _longest_run(content, "")
    if not run.is_certain:
        return
    fence, last = notation.fence, first + run.length
    below = next((line.strip() for line in content[run.length :] if line.strip()), "")
    if _ROW.fullmatch(below):
        what = Text("元数据没有开始的一行", "the metadata block is not opened")
        todo = Text(f"请在第 {first + 1} 行上面加一行 {fence}", f"add a line {fence} above it")
    else:
        what = Text(
            f"开头几行像是元数据，没有用 {fence} 括起来",
            f"the first lines look like metadata, but stand between no lines {fence}",
        )
        todo = Text(
            f"请在第 {first + 1} 行上面、第 {last} 行下面各加一行 {fence}",
            f"add a line {fence} above line {first + 1} and below line {last}",
        )
    raise MetadataError(what, f"{name}:{first + 1}", todo)


def _longest_run(content: Sequence[str], fence: str) -> tuple[Notation, Run]:
    """The notation in which more of the first lines are entries, and these lines."""
    runs = [(notation, leading_run(content, notation)) for notation in _notations(fence)]
    return max(runs, key=lambda found: found[1].length)
