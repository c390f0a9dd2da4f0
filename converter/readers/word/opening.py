"""The title of a Word file: by its style, as its only heading at the top, or by its look."""

from __future__ import annotations

from converter.numbering import match_mark
from converter.readers.text.title import strength
from converter.readers.word.looks import body_size, is_centred, size_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.word.transcript import Origin, Transcript

    Lines = list[tuple[int, Origin]]

_STYLES = frozenset(
    ("title", "标题", "公文标题", "大标题", "文件标题", "主标题", "总标题", "文章标题", "题目")
)
_BESIDE = frozenset(("subtitle", "副标题", "公文副标题", "author", "date", "作者", "日期", "署名"))
_TOP = 15
_LONGEST = 60
_MOST_LINES = 4
_ENDS = tuple("。；，：、！？;,:!?")


def told_title(transcript: Transcript, text: Lines, levels: dict[int, int]) -> set[int]:
    """The lines that are the title; they are taken out of ``levels``."""
    lines = transcript.source.lines
    found = _styled(text, lines) or _only_heading(text, lines, levels)
    if not found and not levels.keys() & {number for number, _ in text[:1]}:
        found = _largest(text, lines)
    for number, origin in text:
        if not origin.first and number - 1 in found:
            found.add(number)  # behind a soft break
    for number in found:
        levels.pop(number, None)
    return found


def _styled(text: Lines, lines: tuple[str, ...]) -> set[int]:
    """The lines whose style is that of a title: the first ones, and others that are titles by
    themselves, as a collection of reports has them."""
    groups = _groups(
        [
            (index, number)
            for index, (number, origin) in enumerate(text)
            if origin.paragraph and _has_title_style(origin.paragraph.styles)
        ]
    )
    return {
        number
        for place, group in enumerate(groups)
        if len(group) <= _MOST_LINES
        and (place == 0 or strength("".join(lines[n - 1].strip() for n in group)) == 2)
        for number in group
    }


def _has_title_style(names: tuple[str, ...]) -> bool:
    """Whether the style of those names, its own and those it is based on, is that of a title; many
    base that of the lines below one on it."""
    lower = [name.lower() for name in names]
    return any(name in _STYLES for name in lower) and lower[0] not in _BESIDE


def _groups(found: list[tuple[int, int]]) -> list[list[int]]:
    """The line numbers of those whose indices follow one another, group by group."""
    groups: list[list[int]] = []
    before = -2
    for index, number in found:
        if index == before + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
        before = index
    return groups


def _only_heading(text: Lines, lines: tuple[str, ...], levels: dict[int, int]) -> set[int]:
    """The heading at the top that no other one is beside of: many use the first level for it."""
    start = next((i for i, (number, _) in enumerate(text[:_TOP]) if number in levels), None)
    if start is None or not all(_stands_above(lines[n - 1].strip()) for n, _ in text[:start]):
        return set()
    level = levels[text[start][0]]
    own = [number for number, other in levels.items() if other == level]
    group = [number for number, _ in text[start : start + len(own)]]
    whole = "".join(lines[number - 1].strip() for number in group)
    if group != own or len(group) > 2 or match_mark(whole) or min(levels.values()) < level:
        return set()
    is_title = strength(whole) > 0 or (start == 0 and len(levels) > len(own))
    return set(group) if is_title else set()


def _stands_above(line: str) -> bool:
    return len(line) <= _LONGEST and not line.endswith(_ENDS) and not match_mark(line)


def _largest(text: Lines, lines: tuple[str, ...]) -> set[int]:
    """The largest centred lines near the top, larger than the text, where none of the lines there
    reads as a title."""
    top = []
    for number, origin in text[:_TOP]:
        line = lines[number - 1].strip()
        if not _stands_above(line):
            break
        top.append((number, origin, line))
    if any(strength(line) for _, _, line in top):
        return set()
    usual = body_size([origin for _, origin in text])
    sizes = {
        number: size_of(origin.paragraph)
        for number, origin, _ in top
        if origin.paragraph and is_centred(origin.paragraph)
    }
    largest = max(sizes.values(), default=0)
    if largest <= usual:
        return set()
    indices = {number: index for index, (number, _, _) in enumerate(top)}
    groups = _groups([(indices[n], n) for n, size in sizes.items() if size == largest])
    return set(groups[0]) if len(groups[0]) <= _MOST_LINES else set()
