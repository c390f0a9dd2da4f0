"""Which half-width marks stand in Chinese, and which belong to figures, names and English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.linter.outline import HAN, outlined
from converter.linter.rules.typography._spans import MARKS, is_han, is_wide
from converter.patterns import lazy, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from converter.linter.rules.typography._spans import Change

    Fault: TypeAlias = tuple[int, int, str, str, tuple[Change, ...]]
    """From where up to where a half-width mark (or a pair) stands, which it is, what it should be,
    and the changes that make it so; none where that cannot be told."""

WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_MARK = lazy(r"[,;:?!][ \u3000]{0,4}")
_SOME_MARK = outlined(r"[,;:!][ 　]{0,4}")
"""The same in an outline of a text without question marks."""
_BESIDE = frozenset(",;:?!.，；：。、")
"""Beside these a mark is no fault of its own."""
_STOPS = (".", "．", "｡")
_STOP = outlined(rf"\.(?<=[{HAN}）”》].)")
_BESIDE_STOPS = (*_STOPS, "。")
_DOT = lazy(r"[˙‧]")
_BRACKET = outlined(r"[()（）\n]")
_NUMBER = lazy(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?")
_LABEL = lazy(r"[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,4}|[-0-9.,%~—]+")
_ENTITY = lazy(r"&#?[A-Za-z0-9]{2,8}$")
_OPENED = lazy(r"[“《（‘][^，。；：、！？”“《》\n]{1,12}$")
_CLOSED = lazy(r"[^，。；：、！？”“《》\n]{1,12}[”》）’]")


def faults(text: str, outline: bytes) -> Iterator[Fault]:
    """The half-width marks in a text that should be full-width ones, kind by kind."""
    if "?" in text:
        yield from _marks(text, (match.span() for match in _MARK.finditer(text)))
    elif any(mark in text for mark in WIDE):
        yield from _marks(text, (match.span() for match in _SOME_MARK.finditer(outline)))
    if "｡" in text or "．" in text:
        yield from _stops(text, (at for at, _ in places(text, _STOPS)))
    elif "." in text:
        yield from _stops(text, (match.start() for match in _STOP.finditer(outline)))
    if "˙" in text or "‧" in text:
        for match in _DOT.finditer(text):
            start, end = match.span()
            if is_han(text[start - 1 : start]) and is_han(text[end : end + 1]):
                yield _fault(start, end, match.group(), "·")
    if "(" in text or ")" in text:
        yield from _brackets(text, outline)


def _fault(start: int, end: int, mark: str, wanted: str) -> Fault:
    return (start, start + len(mark), mark, wanted, ((start, end, wanted),))


def _marks(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Fault]:
    for start, end in spans:
        mark = text[start]
        before = text[start - 1 : start] if start else ""
        after = text[start + 1 : start + 2]
        if before in _BESIDE or after in _BESIDE or after == "[":
            continue
        if before == " ":
            before = text[start - 2 : start - 1]
        chinese = is_wide(before) or before in ("%", "℃")
        if not chinese and not (mark not in "?!" and _opens_chinese(before, text[end : end + 1])):
            continue
        if mark == ";" and _ENTITY.search(text, max(start - 10, 0), start):
            continue
        yield _fault(start, end, mark, WIDE[mark])


def _opens_chinese(before: str, after: str) -> bool:
    """Whether Chinese follows a mark behind a figure or a Latin word."""
    return is_wide(after) and (before.isalnum() or before in tuple(')%"'))


def _stops(text: str, places: Iterable[int]) -> Iterator[Fault]:
    """A full stop behind Chinese: 。 at the end of a sentence, · within a name."""
    for start in places:
        mark, before = text[start], text[start - 1 : start]
        if not is_han(before) and before not in ("）", "”", "》"):
            continue
        if text.startswith(_BESIDE_STOPS, start + 1):
            continue
        behind = text[start + 1 : start + 5]
        end = start + 1 + len(behind) - len(behind.lstrip(" \u3000"))
        after = text[end : end + 1]
        line = text.rfind("\n", max(start - 8, 0), start) + 1 or max(start - 8, 0)
        if _NUMBER.fullmatch(text, line, start) and (line == 0 or text[line - 1] == "\n"):
            continue  # 一. is a number mark
        if after in ("", "\n") or (end > start + 1 and is_wide(after)) or mark == "｡":
            yield _fault(start, end, mark, "。")
        elif end == start + 1 and is_wide(after) and after not in MARKS:
            if _within_quotes(text, start):
                yield _fault(start, end, mark, "·")
            else:
                yield (start, end, mark, "。”或“·", ())


def _within_quotes(text: str, at: int) -> bool:
    """Whether a name in quotes goes on at both sides of ``at``."""
    before = _OPENED.search(text, max(at - 13, 0), at)
    return before is not None and _CLOSED.match(text, at + 1) is not None


def _brackets(text: str, outline: bytes) -> Iterator[Fault]:
    """Pairs of brackets in Chinese of which one or both are half-width."""
    opened: list[int] = []
    for match in _BRACKET.finditer(outline):
        at = match.start()
        char = text[at]
        if char == "\n":
            opened.clear()
        elif char in "(（":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if (text[start] == "(" or char == ")") and _is_chinese(text, start, at):
                yield _pair(text, start, at)


def _pair(text: str, start: int, close: int) -> Fault:
    changes = ((start, start + 1, "（"), (close, close + 1, "）"))
    wrong = tuple(change for change in changes if text[change[0]] != change[2])
    first = wrong[0][0]
    mark = "".join(text[at] for at, _, _ in wrong)
    return (
        first,
        close + 1 if close - start <= 40 else first + 1,
        mark,
        "".join(wide for _, _, wide in wrong),
        wrong,
    )


def _is_chinese(text: str, start: int, close: int) -> bool:
    if text[start] != "(" or text[close] != ")":
        return True
    content = text[start + 1 : min(close, start + 60)].strip()
    if not content or _LABEL.fullmatch(content):
        return False
    before = text[start - 1 : start] if start else "\n"
    if before == "\n" and _NUMBER.fullmatch(content):
        return False  # (一) is a number mark
    return is_wide(before) or any(map(is_wide, content))
