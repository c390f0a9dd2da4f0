"""What an arrangement works on: a document, the layout to set it in, and its pictures."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from typing import TypeAlias

    from converter.composition.pictures import PictureFile
    from converter.layout.table import Layout, Styles
    from converter.layout.units import Length
    from converter.model.elements import Elements
    from converter.model.nodes import Document

    Pictures: TypeAlias = Callable[[str, str], PictureFile]
    """A function from a path as written, and the place that names it, to the picture."""


class Subject:
    """A document with the layout that it is set in.

    ``called`` are the footnotes called so far, by label, with their numbers, ``notes`` the text of
    each by its label. ``lists_attachments`` tells whether a line of 附件说明 was met. ``pitch``
    is the height of a line of the grid (行), ``width`` the width of the text area (版心).
    """

    def __init__(self, document: Document, layout: Layout, pictures: Pictures) -> None:
        self.document, self.layout, self.pictures = document, layout, pictures
        self.elements: Elements = document.elements
        self.styles: Styles = layout.styles
        self.pitch: Length = layout.grid.line_pitch
        self.width: Length = layout.page.text_width
        self.lists_attachments = False
        self.called: dict[str, int] = {}
        self.notes = {note.label: note.text for note in document.footnotes}


def element(name: str) -> str:
    """Where an element of the metadata stands in the document's JSON."""
    return f"$.elements.{name}"


def pictures_in(folder: str | os.PathLike[str] | None) -> Pictures:
    """A function that reads pictures by their path, relative ones from ``folder``.

    It raises InputError for a missing file and for one that is no picture of the known types.
    """
    known: dict[str, PictureFile] = {}

    def load(path: str, where: str) -> PictureFile:
        if path not in known:
            from converter.composition.pictures import picture_at

            known[path] = picture_at(path, folder, where)
        return known[path]

    return load
