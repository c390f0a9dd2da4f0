"""Pictures of a report, as large as the text area lets them be."""

from __future__ import annotations

from fractions import Fraction

from converter.composition.blocks import Picture
from converter.composition.main_part import node_line
from converter.layout.units import mm
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.composition.blocks import Block
    from converter.composition.pictures import PictureFile
    from converter.composition.subject import Subject
    from converter.layout.units import Length
    from converter.model import nodes


def picture(paragraph: nodes.Paragraph, where: str, subject: Subject) -> Iterator[Block]:
    """A picture, made smaller if the text area asks for it, and its caption below."""
    assert paragraph.picture
    file = subject.pictures(paragraph.picture.path, f"{where}.picture.path")
    size = size_of(paragraph.picture, file)
    width, height = scaled(*size, subject.layout.page.text_width, subject)
    caption = paragraph.text
    yield Picture(
        file=file,
        width=width,
        height=height,
        style=subject.styles.picture,
        where=where,
        description=caption,
        keep_next=bool(caption),
    )
    if caption:
        yield replace(node_line(paragraph, subject.styles.caption, where, subject), keep_next=False)


def size_of(picture: nodes.Picture, file: PictureFile) -> tuple[Length, Length]:
    """Width and height of a picture: those that the draft gives it, else its file's own; of one
    that is given the other follows."""
    width = mm(picture.width) if picture.width else None
    height = mm(picture.height) if picture.height else None
    if width and height:
        return width, height
    if width:
        return width, file.height * (width.points / file.width.points)
    if height:
        return file.width * (height.points / file.height.points), height
    return file.width, file.height


def scaled(width: Length, height: Length, room: Length, subject: Subject) -> tuple[Length, Length]:
    """The size of a picture in a place ``room`` wide, on a page with two lines left for its
    caption."""
    highest = subject.layout.page.text_height - subject.pitch * 2
    scale = min(Fraction(1), room.points / width.points, highest.points / height.points)
    return width * scale, height * scale
