"""How the paragraphs of a Word file look, as far as it tells what they are."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.word.model import Paragraph
    from converter.word.transcript import Origin

_BLACK = ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "STHeiti", "华文黑体")
_RED, _ABOVE_OTHERS = 160, 90


def size_of(paragraph: Paragraph) -> int:
    """The size of most of a paragraph's characters, in half-points; 0 without any."""
    counts: dict[int, int] = {}
    for run in paragraph.runs:
        length = len(run.text.strip())
        if length:
            counts[run.look.size] = counts.get(run.look.size, 0) + length
    return max(counts, key=lambda size: counts[size], default=0)


def body_size(origins: Iterable[Origin]) -> int:
    """The size of most of the characters of some lines, in half-points."""
    counts: dict[int, int] = {}
    for origin in origins:
        if origin.paragraph and origin.first:
            size = size_of(origin.paragraph)
            counts[size] = counts.get(size, 0) + len(origin.paragraph.text)
    return max(counts, key=lambda size: counts[size], default=0)


def is_centred(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands in the middle of the line."""
    return paragraph.look.align == "center"


def is_emphatic(paragraph: Paragraph, usual: int) -> bool:
    """Whether all characters of a paragraph are bold, in 黑体, or larger than the ``usual`` size of
    a text (half-points)."""
    looks = [run.look for run in paragraph.runs if run.text.strip()]
    return bool(looks) and all(
        look.bold or look.size > usual or look.fonts.east_asia in _BLACK for look in looks
    )


def is_red(paragraph: Paragraph) -> bool:
    """Whether all of a paragraph's characters are red, in whichever tone."""
    colours = [run.look.colour for run in paragraph.runs if run.text.strip()]
    return bool(colours) and all(map(_is_red, colours))


def _is_red(colour: str) -> bool:
    if len(colour) != 6:
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red >= _RED and red - max(green, blue) >= _ABOVE_OTHERS
