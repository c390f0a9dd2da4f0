"""Pictures of a report, as large as the text area lets them be."""

from __future__ import annotations

from fractions import Fraction

from converter.composition.blocks import Picture
from converter.composition.main_part import line_of
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.composition.blocks import Block
    from converter.composition.subject import Subject
    from converter.model import nodes


def picture(paragraph: nodes.Paragraph, where: str, subject: Subject) -> Iterator[Block]:
    """A picture, made smaller if the text area asks for it, and its caption below."""
    assert paragraph.picture
    file = subject.pictures(paragraph.picture.path, f"{where}.picture.path")
    page = subject.layout.page
    scale = min(
        Fraction(1),
        page.text_width.points / file.width.points,
        # Two lines of the page are left for the caption.
        (page.text_height - subject.pitch * 2).points / file.height.points,
    )
    caption = paragraph.text
    yield Picture(
        file=file,
        width=file.width * scale,
        height=file.height * scale,
        style=subject.styles.picture,
        where=where,
        description=caption,
        keep_next=bool(caption),
    )
    if caption:
        yield replace(line_of(caption, subject.styles.caption, where), keep_next=False)
