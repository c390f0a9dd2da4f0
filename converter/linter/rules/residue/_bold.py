"""Pairs of ** that set text bold in Markdown, told from ** that stand for a masked name."""

from __future__ import annotations

from collections.abc import Iterator

from converter.patterns import lazy

_PAIR = lazy(
    r"(?<![*＊])\*\*[^\s*，。、；：）)”》][^*\n]{0,200}(?<!\s)\*\*(?!\*)"
    r"|(?<!_)__[^\s_，。、；：）)”》][^_，。；\n]{0,60}(?<![\s，。、；：])__(?!_)"
)
# What follows a masked name or figure: **县, **万元, **同志.
_NOUN = frozenset(
    "省市县区镇乡村局委办厅站所院校街路某同万亿元名户个家人次件项亩吨年月日公集科处社团"
)
_LONGEST_MASKED = 2


def bold(text: str) -> Iterator[tuple[int, int]]:
    """The span of each text set bold, its marks included."""
    if "**" in text or "__" in text:
        for match in _PAIR.finditer(text):
            start, end = match.span()
            if not _is_masked(text, start + 2, end - 2):
                yield start, end


def _is_masked(text: str, start: int, end: int) -> bool:
    """Whether what stands between the marks lies between two masked names: **县**镇."""
    after = text[end + 2 : end + 3]
    if text[end - 1] in "、，；" and after.isalpha():
        return True
    if text[start - 1] == "_":  # a blank to be filled in stands before such words, too
        return text[start] in _NOUN or after in _NOUN
    if text[start] not in _NOUN or after not in _NOUN:
        return False
    return end - start <= _LONGEST_MASKED or after in "同某"
