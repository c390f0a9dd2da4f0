"""Headings of a Word file: by their styles and outline levels, and where there are none and no
numbers either, by their look."""

from __future__ import annotations

from converter.numbering import match_mark
from converter.patterns import lazy
from converter.readers.text.title import strength
from converter.readers.word.looks import body_size, is_emphatic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.word.model import Paragraph
    from converter.word.transcript import Origin, Transcript

_NAMED = lazy(r"(?:heading|标题|überschrift|titre|título)\s*([1-9])(?!\d)", 2)
"""The names of the styles of headings, in whichever case (2 is re.I)."""
_CHINESE = lazy(r"([一二三四五])级标题")
_LONGEST = 60
_LONGEST_BY_LOOK = 30
_FEWEST_BY_LOOK = 2
_LAST = 3
"""Lines at the end, where names and dates stand."""
_ENDS = tuple("。；，、！？;,!?")


def told_levels(transcript: Transcript, text: list[tuple[int, Origin]]) -> dict[int, int]:
    """The levels of the lines that are headings by their style or outline level. A long paragraph,
    or one that ends as a sentence, is none, whatever its style is, unless a number opens it."""
    found = {}
    for number, origin in text:
        level = level_of(origin.paragraph) if origin.paragraph and origin.first else 0
        if level and _may_be_heading(transcript.source.lines[number - 1].strip()):
            found[number] = level
    return found


def level_of(paragraph: Paragraph) -> int:
    """The level of the heading that a paragraph is by its style's name or by its outline level; 0
    for text."""
    if paragraph.look.outline:
        return paragraph.look.outline
    for name in paragraph.styles:
        match = _NAMED.match(name)
        if match:
            return int(match[1])
        match = _CHINESE.match(name)
        if match:
            return "一二三四五".index(match[1]) + 1
    return 0


def _may_be_heading(text: str) -> bool:
    if match_mark(text):
        return True
    return len(text) <= _LONGEST and not text.endswith(_ENDS)


def levels_by_look(transcript: Transcript, text: list[tuple[int, Origin]]) -> dict[int, int]:
    """The lines below the title that can only be headings by how they look, all of the first level:
    two at least that are bold, in 黑体 or larger while the text is not, each with text below it. A
    draft that numbers anything tells its headings by that."""
    lines = [transcript.source.lines[number - 1].strip() for number, _ in text]
    if any(map(match_mark, lines)):
        return {}
    usual = body_size([origin for _, origin in text])
    stands_out = [
        origin.paragraph is not None and origin.first and is_emphatic(origin.paragraph, usual)
        for _, origin in text
    ]
    found = [
        index
        for index, line in enumerate(lines[: len(lines) - _LAST])
        if stands_out[index] and not stands_out[index + 1] and _may_be_by_look(line)
    ]
    is_rule = len(found) >= _FEWEST_BY_LOOK and 2 * sum(stands_out) < len(lines)
    return {text[index][0]: 1 for index in found} if is_rule else {}


def _may_be_by_look(line: str) -> bool:
    is_short = 2 <= len(line) <= _LONGEST_BY_LOOK
    return is_short and not line.endswith(_BY_LOOK_ENDS) and not strength(line)


_BY_LOOK_ENDS = (*_ENDS, "：", ":", "）", "日")
