"""Counting the pages of a composition without an office program, as LibreOffice 7.4 lays it out.

Measured there, and followed here: the room above a paragraph falls away at the top of a page
that was begun for want of room; between two paragraphs the larger of their rooms counts; a
paragraph that is kept with the next one is not divided, and goes with it to the next page.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.composition.blocks import Composition, Imprint
from converter.composition.boxes import NOTE_RULE, Box, Boxer
from converter.composition.lines import Setter
from converter.layout.measure import FREE, OFFICE, WORD, Measure
from converter.layout.table import Layout
from converter.layout.units import Length, twips
from converter.record import record

MEASURES = (OFFICE, WORD, FREE)
"""How programs and fonts may measure; the first is the one to go by."""


@record
class Place:
    """Where a block stands: its first and its last page, counted from 1."""

    first: int
    last: int


@record
class Pages:
    """The pages of a composition.

    ``sheets`` has the places of each sheet's blocks, ``count`` is the number of the last page
    (an empty page before an even one counts), ``free`` what is left below its last block,
    ``has_notes`` whether footnotes stand at its foot. An imprint is not taken into account: see
    :func:`imprint_height`.
    """

    sheets: tuple[tuple[Place, ...], ...]
    count: int
    free: Length
    has_notes: bool = False


def paginate(composition: Composition, layout: Layout, measure: Measure = OFFICE) -> Pages:
    """The pages on which the blocks of ``composition`` stand.

    ``measure`` says for which program; its pages differ (LibreOffice sets digits apart).
    """
    boxer = Boxer(Setter(measure, layout.latin), layout)
    # LibreOffice leaves the rest of a page below the last whole line of the grid.
    pitch = layout.grid.line_pitch.twips if measure.whole_lines else 1
    page, free, has_notes = 0, 0, False
    places = []
    for sheet in composition.sheets:
        page += 1
        if sheet.start == "even" and page % 2:
            page += 1
        height = sheet.page.text_height.twips
        flow = _Flow(list(boxer.boxes(sheet)), page, height, pitch)
        flow.run()
        page, free, has_notes = flow.page, flow.free, flow.has_notes
        places.append(tuple(flow.places[index] for index in range(len(sheet.blocks))))
    return Pages(tuple(places), page, twips(max(free, 0)), has_notes)


def imprint_height(imprint: Imprint, layout: Layout, measure: Measure = OFFICE) -> Length:
    """What an imprint takes of the page at whose foot it stands, wrapped lines included."""
    boxer = Boxer(Setter(measure, layout.latin), layout)
    return twips(boxer.imprint_height(imprint, layout.page.text_width))


class _Flow:
    """Puts the boxes of a sheet on pages, one after the other."""

    def __init__(self, boxes: Sequence[Box], page: int, height: int, pitch: int) -> None:
        """Pages of ``height``, which is used in multiples of ``pitch``."""
        self.page = page
        self._height, self._pitch = height, pitch
        self.places: dict[int, Place] = {}
        self._boxes = boxes
        self._begin_page(page, forced=True)

    @property
    def free(self) -> int:
        """What is left on the page for more text."""
        return self._room(self._notes) - self._text

    @property
    def has_notes(self) -> bool:
        """Whether footnotes stand at the foot of the page."""
        return self._notes > 0

    def _room(self, notes: int) -> int:
        """The height of a page's text when its footnotes take ``notes``."""
        return (self._height - notes) // self._pitch * self._pitch

    def run(self) -> None:
        """Put all boxes on pages."""
        index = 0
        while index < len(self._boxes):
            box = self._boxes[index]
            if box.page_break and not self._empty:
                self._begin_page(self.page + 1, forced=True)
            if self._fits(index):
                self._put(index)
                index += 1
            else:
                index = self._start_of_chain(index)
                self._begin_page(self.page + 1, forced=False)

    def _begin_page(self, page: int, *, forced: bool) -> None:
        """A new page; ``forced`` if it does not begin for want of room on the last one."""
        self.page, self._forced = page, forced
        self._text = self._notes = self._after = 0
        self._empty = True
        self._first = len(self._boxes)
        self._alike = ""

    def _fits(self, index: int) -> bool:
        """Whether enough of a box has room on this page. On an empty page it always has."""
        box = self._boxes[index]
        least = len(box.parts) if box.keep else box.stuck
        height = self._text + self._room_above(box) + sum(box.parts[:least])
        notes = self._notes + self._notes_of(box, 0, least)
        return self._empty or height <= self._room(notes)

    def _room_above(self, box: Box) -> int:
        if self._empty:
            return box.before if self._forced else 0
        if box.alike and box.alike == self._alike:
            return 0
        return max(self._after, box.before)

    def _notes_of(self, box: Box, start: int, end: int) -> int:
        """What the footnotes of some parts add to those of the page."""
        notes = sum(box.notes[start:end])
        return notes + NOTE_RULE if notes and not self._notes else notes

    def _put(self, index: int) -> None:
        """Put a box here, and what has no room on the following pages."""
        box = self._boxes[index]
        self._text += self._room_above(box)
        first = self.page
        for number, height in enumerate(box.parts):
            notes = self._notes_of(box, number, number + 1)
            room = self._room(self._notes + notes)
            if not self._empty and self._text + height > room:
                self._begin_page(self.page + 1, forced=False)
                self._text += box.repeated
                notes = self._notes_of(box, number, number + 1)
            self._text += height
            self._notes += notes
            self._empty = False
            self._first = min(self._first, index)
        self._after, self._alike = box.after, box.alike
        if box.block is not None:
            self.places[box.block] = Place(first, self.page)

    def _start_of_chain(self, index: int) -> int:
        """The first box that goes to the next page with a box that has no room on this one."""
        start = index
        while start > self._first and self._boxes[start - 1].keep:
            start -= 1
        # A chain that fills the page is broken before the box.
        return start if start > self._first else index
