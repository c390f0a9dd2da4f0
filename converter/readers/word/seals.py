"""The picture of a seal: it floats over signature or date, and is no picture of the text."""

from __future__ import annotations

from converter.readers.word.figures import picture_of
from converter.word.transcript import BODY, PICTURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.word.transcript import Transcript

_LEAST, _MOST = 25, 60
"""A seal is 35 to 50 mm wide; pictures of one have some room around it."""
_SLANT = 1.25
_LONGEST = 40
"""A signature or date is no longer."""
_NEAR = 3


def seal_picture(transcript: Transcript, base: str) -> str | None:
    """The path of the seal's picture in the file of that base name; None where there is none."""
    line = seal_line(transcript)
    drawing = transcript.origins[line - 1].picture if line else None
    return picture_of(drawing, base).path if drawing else None


def seal_line(transcript: Transcript) -> int:
    """The line of the last floating picture that is as large and square as a seal and hangs on a
    short line near a date; 0 for none."""
    for number in range(len(transcript.origins), 0, -1):
        origin = transcript.origins[number - 1]
        if origin.kind != PICTURE or origin.picture is None or not origin.picture.floating:
            continue
        picture = picture_of(origin.picture, "")
        width, height = picture.width or 0, picture.height or 0
        is_square = width <= height * _SLANT and height <= width * _SLANT
        if _LEAST <= width <= _MOST and is_square and _stands_at_date(transcript, number):
            return number
    return 0


def _stands_at_date(transcript: Transcript, number: int) -> bool:
    near = []
    for step in range(-_NEAR, _NEAR + 1):
        index = number - 1 + step
        if 0 <= index < len(transcript.origins) and transcript.origins[index].kind == BODY:
            near.append(transcript.source.lines[index].strip())
    return any(len(line) <= _LONGEST and line.endswith("日") and "年" in line for line in near)
