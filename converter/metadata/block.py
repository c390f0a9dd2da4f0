"""The metadata block at the head of a draft: between lines ``---`` (YAML) or ``+++`` (TOML)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from converter.bilingual import Text
from converter.errors import MetadataError
from converter.metadata.fields import find, nearest
from converter.metadata.formats import LARGEST, read_entries, too_large
from converter.metadata.statement import Statement, statement

_WORD = "[A-Za-z][A-Za-z0-9 _-]{0,30}|[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){0,11}"
_CONTINUED = (" ", "\t", "\u3000", "-", "#", "]", "}")
"""First characters of lines that go on with the entry before, and of comments."""


@dataclass(frozen=True, slots=True)
class _Fence:
    """How a block is enclosed and written."""

    closing: tuple[str, ...]
    suffix: str
    key_line: re.Pattern[str]


FENCES = {
    "---": _Fence(
        ("---", "..."), ".yaml", re.compile(rf"[\"']?({_WORD})[\"']?[ \t\u3000]*[:：](.*)")
    ),
    "+++": _Fence(("+++",), ".toml", re.compile(rf"[\"']?({_WORD})[\"']?[ \t]*=(.*)")),
}
"""Opening line → the rest of it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A metadata block: the 1-based numbers of its first and last line, and what it states."""

    first: int
    last: int
    stated: Statement


def find_block(lines: Sequence[str], name: str) -> Block | None:
    """The block at the head of a text, blank lines aside; None when there is none.

    Rows of dashes that enclose something else than ``key: value`` lines are text. Raises
    MetadataError, with ``name`` and the line, when the block is one but is not right.
    """
    start = next((index for index, line in enumerate(lines) if line.strip()), None)
    fence = FENCES.get(lines[start].rstrip()) if start is not None else None
    if start is None or fence is None:
        return None
    inside = range(start + 1, len(lines))
    end = next((i for i in inside if lines[i].rstrip() in fence.closing), None)
    if end is None:
        _refuse_open_block(lines[start + 1 :], fence, f"{name}:{start + 1}")
        return None
    content = lines[start + 1 : end]
    if not _looks_like_metadata(content, fence):
        return None
    text = "\n".join(content)
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST * 1024:
        raise too_large(f"{name}:{start + 1}")
    return Block(start + 1, end + 1, statement(read_entries(fence.suffix, text, name, start + 2)))


def _looks_like_metadata(content: Sequence[str], fence: _Fence) -> bool:
    """Whether most lines are entries, the first one too, and one of the keys is a known name or
    nearly one."""
    lines = [line for line in content if line.strip() and not line.startswith(_CONTINUED)]
    entries = [fence.key_line.fullmatch(line) for line in lines]
    keys = [entry[1] for entry in entries if entry]
    if not entries or not entries[0] or 2 * len(keys) <= len(lines):
        return False
    return any(find(key) or nearest(key) for key in keys)


def _refuse_open_block(lines: Sequence[str], fence: _Fence, where: str) -> None:
    """Raises MetadataError when there are metadata, and no line that closes them."""
    top = [line for line in takewhile(str.strip, lines) if not line.startswith(_CONTINUED)]
    entries = [fence.key_line.fullmatch(line) for line in top]
    if entries and all(entry and find(entry[1]) for entry in entries):
        closing = fence.closing[0]
        raise MetadataError(
            Text("元数据没有结束的一行", "the metadata block is not closed"),
            where,
            Text(f"请在最后一项下面加一行 {closing}", f"add a line {closing} below its last entry"),
        )
