"""What an arrangement works on: a document, the layout to set it in, and its pictures."""

from __future__ import annotations

from dataclasses import field

from converter.composition.pictures import Pictures
from converter.layout.table import Layout, Styles
from converter.layout.units import Length
from converter.model.elements import Elements
from converter.model.nodes import Document
from converter.record import record


@record
class Subject:
    """A document with the layout that it is set in."""

    document: Document
    layout: Layout
    pictures: Pictures
    called: dict[str, int] = field(default_factory=dict)
    """The footnotes called so far, by label, with their numbers."""
    notes: dict[str, str] = field(init=False)
    """The text of each footnote by its label."""

    def __post_init__(self) -> None:
        notes = {note.label: note.text for note in self.document.footnotes}
        object.__setattr__(self, "notes", notes)

    @property
    def elements(self) -> Elements:
        """What the metadata says."""
        return self.document.elements

    @property
    def styles(self) -> Styles:
        """The layout's text styles."""
        return self.layout.styles

    @property
    def pitch(self) -> Length:
        """The height of a line of the grid (行)."""
        return self.layout.grid.line_pitch

    @property
    def width(self) -> Length:
        """The width of the text area (版心)."""
        return self.layout.page.text_width


def element(name: str) -> str:
    """Where an element of the metadata stands in the document's JSON."""
    return f"$.elements.{name}"
