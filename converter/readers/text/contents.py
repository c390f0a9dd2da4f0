"""The table of contents (目录) of a compilation: finding it, and the titles it promises."""

from __future__ import annotations

from collections import Counter

from converter.numbering import match_mark
from converter.patterns import lazy
from converter.readers.text.lines import Line
from converter.readers.text.title import key

_HEADERS = ("目录", "目次")
_LEADER = lazy(r"(.+?)(?:\t[\s.…·]*|\s*(?:[.…·．]{3,}|[-_]{4,})\s*|\s{2,})[（(]?([0-9]{1,4})[）)]?")
# One by itself: a leader that no sentence has, behind a numbered heading or a title.
_ALONE = lazy(
    r"(?P<title>.{2,100}?)\s*(?:[.·．_-]{4,}|…{2,}|\t)\s*(?:[0-9]{1,3}|[（(][0-9]{1,3}[）)])"
)
_SPACED = lazy(r"(.{2,60}?)\s([0-9]{1,3})")
_TITLE = lazy(r".*[0-9]{4}年.*(?:总结|计划|打算|安排|要点|报告|思路)")
_DIGITS = tuple("0123456789")
_FEWEST_ENTRIES = 3
_LONGEST_ENTRY = 120


def entry_title(text: str) -> str | None:
    """The title in a contents line (title, leader, page number), or None."""
    match = _LEADER.fullmatch(text) if _ends_in_page(text) else None
    return match.group(1).strip() if match else None


def _ends_in_page(text: str) -> bool:
    return len(text) <= _LONGEST_ENTRY and text.rstrip("）)").endswith(_DIGITS)


def find_contents(lines: list[Line]) -> tuple[set[int], set[str]]:
    """Indices of the lines that are a table of contents, and the keys of the titles it lists.

    Contents lines stand under a line 目录, or at least three of them stand together and their
    titles come again later; a table of figures does not. A single one is told by its leader.
    """
    counts = Counter(key(line.text) for line in lines)
    found: set[int] = set()
    titles: set[str] = set()
    index = 0
    while index < len(lines):
        header = _is_header(lines[index].text)
        start = index + header
        end, entries = _run(lines, start, counts, header)
        if (header and end > start) or (
            len(entries) >= _FEWEST_ENTRIES and _come_again(entries, counts)
        ):
            found.update(range(index, end))
            titles.update(entries)
        elif _is_alone(lines[index].text, counts):
            found.add(index)
            end = index + 1
        index = max(end, index + 1)
    return found, titles


def _is_header(text: str) -> bool:
    return text.startswith("目") and "".join(text.split()) in _HEADERS


def _is_alone(text: str, counts: Counter[str]) -> bool:
    match = _ALONE.fullmatch(text) if _ends_in_page(text) else None
    if match is None:
        return False
    title = match["title"]
    numbered = match_mark(title) is not None and "\t" not in text
    return numbered or counts[key(title)] > 0 or bool(_TITLE.fullmatch(title))


def _run(
    lines: list[Line], start: int, counts: Counter[str], header: bool
) -> tuple[int, list[str]]:
    """Where the run of contents lines from ``start`` ends, and the keys of its titles."""
    entries: list[str] = []
    index = start
    while index < len(lines):
        text = lines[index].text
        title = entry_title(text)
        if title is None and header:
            title = _bare_entry(text, counts, entries)
        if title is None:
            break
        entries.append(key(title))
        index += 1
    return index, entries


def _bare_entry(text: str, counts: Counter[str], entries: list[str]) -> str | None:
    """The title in a line below 目录 that nothing parts from its page number, or that has none and
    comes again later, if it was not listed."""
    spaced = _SPACED.fullmatch(text) if _ends_in_page(text) else None
    if spaced and (match_mark(spaced[1]) or _TITLE.fullmatch(spaced[1])):
        return spaced[1]
    this = key(text)
    bare = len(text) <= _LONGEST_ENTRY and counts[this] > 1 and this not in entries
    return text if bare else None


def _come_again(entries: list[str], counts: Counter[str]) -> bool:
    """Whether half of the entries come again in the text, or are titles of reports or their parts
    by themselves."""
    told = sum(1 for entry in entries if counts[entry] > 0 or _TITLE.fullmatch(entry))
    return 2 * told >= len(entries)
