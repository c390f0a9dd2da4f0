"""The table of contents (目录) of a compilation: finding it, and the titles it promises."""

from __future__ import annotations

import re
from collections import Counter

from converter.readers.text.lines import Line

_HEADER = re.compile(r"目\s*[录次]")
_LEADER = re.compile(r"(.+?)(?:\t[\s.…·]*|\s*[.…·．]{3,}\s*|\s{2,})([0-9]{1,4})")
_FEWEST_ENTRIES = 3
_LONGEST_ENTRY = 120
_SPACE = re.compile(r"\s+")
_JOINT = re.compile(r"[及与暨]|以及")


def key(text: str) -> str:
    """What two spellings of one title have in common: no white space, 和 for 及, 年 for 年度."""
    return _JOINT.sub("和", _SPACE.sub("", text)).replace("年度", "年")


def entry_title(text: str) -> str | None:
    """The title in a contents line (title, leader, page number), or None."""
    match = _LEADER.fullmatch(text) if len(text) <= _LONGEST_ENTRY else None
    return match.group(1).strip() if match else None


def find_contents(lines: list[Line]) -> tuple[set[int], set[str]]:
    """Indices of the lines that are a table of contents, and the keys of the titles it lists.

    Contents lines stand under a line 目录, or at least three of them stand together and their
    titles come again later; a table of figures does not.
    """
    counts = Counter(key(line.text) for line in lines)
    found: set[int] = set()
    titles: set[str] = set()
    index = 0
    while index < len(lines):
        header = bool(_HEADER.fullmatch(lines[index].text))
        start = index + header
        end, entries = _run(lines, start, counts, header)
        if (header and end > start) or (
            len(entries) >= _FEWEST_ENTRIES and _come_again(entries, counts)
        ):
            found.update(range(index, end))
            titles.update(entries)
        index = max(end, index + 1)
    return found, titles


def _run(
    lines: list[Line], start: int, counts: Counter[str], header: bool
) -> tuple[int, list[str]]:
    """Where the run of contents lines from ``start`` ends, and the keys of its titles."""
    entries: list[str] = []
    index = start
    while index < len(lines):
        text = lines[index].text
        title = entry_title(text)
        if title is None and header and _bare_entry(text, counts, entries):
            title = text
        if title is None:
            break
        entries.append(key(title))
        index += 1
    return index, entries


def _bare_entry(text: str, counts: Counter[str], entries: list[str]) -> bool:
    """A contents line without a page number: its text comes again later, and was not listed."""
    this = key(text)
    return len(text) <= _LONGEST_ENTRY and counts[this] > 1 and this not in entries


def _come_again(entries: list[str], counts: Counter[str]) -> bool:
    return 2 * sum(1 for entry in entries if counts[entry] > 0) >= len(entries)
