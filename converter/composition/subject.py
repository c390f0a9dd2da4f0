"""What an arrangement works on: a document, the layout to set it in, and its pictures."""

from __future__ import annotations

from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from typing import TypeAlias

    from converter.composition.packages import Packages
    from converter.composition.pictures import PictureFile
    from converter.layout.table import Layout, Styles
    from converter.layout.units import Length
    from converter.model.elements import Elements
    from converter.model.nodes import Document

    Pictures: TypeAlias = Callable[[str, str], PictureFile]
    """A function from a path as written, and the place that names it, to the picture."""


@record
class Draft:
    """The input that a document was read from: its name and its bytes. Where it is a Word file, the
    document's pictures are in it, whether it is to be found in a folder or not."""

    name: str
    data: bytes


class Subject:
    """A document with the layout that it is set in.

    ``called`` are the footnotes called so far, by label, with their numbers, ``notes`` the text of
    each by its label; ``repeats`` tells whether the number of one of them was printed once more.
    ``lists_attachments`` tells whether a line of 附件说明 was met. ``pitch`` is the height of a
    line of the grid (行), ``width`` the width of the text area (版心).
    """

    def __init__(self, document: Document, layout: Layout, pictures: Pictures) -> None:
        self.document, self.layout, self.pictures = document, layout, pictures
        self.elements: Elements = document.elements
        self.styles: Styles = layout.styles
        self.pitch: Length = layout.grid.line_pitch
        self.width: Length = layout.page.text_width
        self.lists_attachments = False
        self.called: dict[str, int] = {}
        self.repeats = False
        self.notes = {note.label: note.text for note in document.footnotes}


def element(name: str) -> str:
    """Where an element of the metadata stands in the document's JSON."""
    return f"$.elements.{name}"


def pictures_in(folder: str | os.PathLike[str] | None, draft: Draft | None = None) -> Pictures:
    """A function that reads pictures by their path, relative ones from ``folder``; those in the
    Word file that the document was read from out of that ``draft``.

    It raises InputError for a missing file and for one that is no picture of the known types.
    """
    known: dict[str, PictureFile] = {}
    packages: list[Packages] = []

    def load(path: str, where: str) -> PictureFile:
        if path not in known:
            # Most documents have no picture.
            from converter.composition.packages import Packages
            from converter.composition.pictures import picture_at

            if not packages:
                packages.append(Packages(folder, draft))
            found = packages[0].picture(path, where)
            known[path] = found or picture_at(path, folder, where)
        return known[path]

    return load
