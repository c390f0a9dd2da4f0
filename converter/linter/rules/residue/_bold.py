"""Pairs of ** that set text bold in Markdown, told from ** that stand for a masked name."""

from __future__ import annotations

from collections.abc import Iterator

from converter.patterns import lazy

_PAIR = lazy(
    r"(?<![*＊])(\*{2,3})[^\s*，。、；：）)”》][^*\n]{0,200}(?<!\s)\1(?!\*)"
    r"|(?<![*＊0-9A-Za-z])\*[^\s*＊，。、；：）)”》0-9][^*＊，。；、\n]{1,40}(?<!\s)\*(?![*＊0-9A-Za-z])"
    r"|(?<!_)__[^\s_，。、；：）)”》][^_，。；\n]{0,60}(?<![\s，。、；：])__(?!_)"
)
# What follows a masked name or figure: **县, **万元, **同志.
_NOUN = frozenset(
    "省市县区镇乡村局委办厅站所院校街路某同万亿元名户个家人次件项亩吨年月日公集科处社团"
)
_LONGEST_MASKED = 2


def bold(text: str) -> Iterator[tuple[int, int, int]]:
    """The span of each text set bold or slanted, its marks included, and the length of a mark."""
    if text.count("*") > 1 or ("_" in text and "__" in text):
        for match in _PAIR.finditer(text):
            start, end = match.span()
            width = len(match[1] or "") or (2 if text[start] == "_" else 1)
            if not _is_masked(text, start + width, end - width, width):
                yield start, end, width


def _is_masked(text: str, start: int, end: int, width: int) -> bool:
    """Whether what stands between the marks lies between two masked names: **县**镇."""
    after = text[end + width : end + width + 1]
    if width == 1 and (text[start] in _NOUN or after in _NOUN):
        return True
    if text[end - 1] in "、，；" and after.isalpha():
        return True
    if text[start - 1] == "_":  # a blank to be filled in stands before such words, too
        return text[start] in _NOUN or after in _NOUN
    if text[start] not in _NOUN or after not in _NOUN:
        return False
    return end - start <= _LONGEST_MASKED or after in "同某"
