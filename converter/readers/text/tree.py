"""Building the tree of sections, heading by heading and paragraph by paragraph."""

from __future__ import annotations

from converter.model.nodes import Number, Paragraph, Section
from converter.readers.text.points import mark_points

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Block
    from converter.readers.text.headings import Heading
    from converter.source.text import Piece


class _Open:
    """A section being built. ``piece`` is its heading's text with its place."""

    def __init__(self, level: int, piece: Piece, heading: Heading | None = None) -> None:
        self.level, self.piece, self.heading = level, piece, heading
        self.content: list[Block] = []

    def close(self) -> Section:
        """The section, its points marked."""
        heading = self.heading
        return Section(
            level=self.level,
            number=Number(heading.mark.text, heading.mark.value) if heading else None,
            heading=heading.heading if heading else self.piece.text,
            terminator=heading.terminator if heading else "",
            run_in=heading.run_in if heading else False,
            line=self.piece.line,
            column=self.piece.column,
            breaks=self.piece.breaks,
            content=_with_points(self.content),
        )


class Tree:
    """The lead and the sections of a report while its lines are read."""

    def __init__(self) -> None:
        self.lead: list[Paragraph] = []
        self.sections: list[Section] = []
        self.open: list[_Open] = []

    def open_part(self, piece: Piece, level: int = 1) -> None:
        """Begins a section whose heading has no number, under one without any text if there is no
        section of level 1 to hold it."""
        self._close_down_to(level)
        if level > 1 and not self.open:
            self.open.append(_Open(1, piece.slice(0, 0)))
        self.open.append(_Open(level, piece))

    def open_section(self, heading: Heading, level: int) -> None:
        """Begins the section of a numbered heading, under one without any text if there is no
        section of level 1 to hold it."""
        self._close_down_to(level)
        if level > 1 and not self.open:
            self.open.append(_Open(1, heading.opening.slice(0, 0)))
        self.open.append(_Open(level, heading.opening, heading))
        if heading.rest:
            rest = heading.rest
            self.add(Paragraph(rest.text, rest.line, rest.column, breaks=rest.breaks))

    def add_to_part(self, paragraph: Paragraph) -> None:
        """Adds a paragraph behind all sub-sections of the section of level 1, or to the lead."""
        self._close_down_to(2)
        self.add(paragraph)

    def add(self, paragraph: Paragraph) -> None:
        """Adds a paragraph to the innermost section, or to the lead."""
        if self.open:
            self.open[-1].content.append(paragraph)
        else:
            self.lead.append(paragraph)

    def finish(self) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
        """The lead and the sections."""
        self._close_down_to(1)
        return tuple(mark_points(self.lead)), tuple(self.sections)

    def _close_down_to(self, level: int) -> None:
        """Closes the open sections of ``level`` and deeper, each into its parent."""
        while self.open and self.open[-1].level >= level:
            done = self.open.pop().close()
            if self.open:
                self.open[-1].content.append(done)
            else:
                self.sections.append(done)


def _with_points(content: list[Block]) -> tuple[Block, ...]:
    """The content with the points of each run of consecutive paragraphs filled in."""
    result: list[Block] = []
    run: list[Paragraph] = []
    for block in content:
        if isinstance(block, Paragraph):
            run.append(block)
            continue
        result += mark_points(run)
        run = []
        result.append(block)
    return (*result, *mark_points(run))
