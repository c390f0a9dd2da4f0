"""The shape of a layout: page, grid, fonts and one text style for each part of a document.

A kind of layout is a value of :class:`Layout`; a variant of it is ``dataclasses.replace`` of one.
All classes are frozen and hashable, so that a writer can keep what it built for a layout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from converter.layout.units import ZERO, Length

Align: TypeAlias = Literal["both", "left", "center", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The paper, its margins, and how far header and footer stand from its edges."""

    width: Length
    height: Length
    top: Length
    right: Length
    bottom: Length
    left: Length
    header: Length
    footer: Length

    @property
    def text_width(self) -> Length:
        """Width of the text area (版心)."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> Length:
        """Height of the text area (版心)."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Lines on a page and characters on a line, and the two lengths that bring them about."""

    lines: int
    characters: int
    line_pitch: Length
    character_spacing: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A font: the name to write, and the names to try where it is not installed, best first.

    ``panose``, ``family`` and ``pitch`` describe it to a program that has to find a likeness.
    """

    name: str
    alternatives: tuple[str, ...]
    panose: str
    family: Literal["roman", "modern", "script", "auto"]
    pitch: Literal["fixed", "variable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How one part of a document is set.

    ``name`` is what the user reads in the list of styles, ``run_in`` the name of the style of
    a heading that opens a paragraph of body text. ``spacing`` is added after each character.
    ``first_line`` and ``right`` count in characters of this style, ``before`` and ``after`` in
    lines of ``line_pitch``. ``outline`` is the heading level, 1 the highest, 0 for no heading.
    """

    name: str
    font: Font
    size: Length
    line_pitch: Length
    spacing: Length = ZERO
    align: Align = "both"
    first_line: int = 0
    right: int = 0
    before: int = 0
    after: int = 0
    keep_next: bool = False
    outline: int = 0
    run_in: str = ""

    @property
    def character(self) -> Length:
        """What one full-width character takes of a line."""
        return self.size + self.spacing


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNumber:
    """The page number: its style, the marks around it, and its distance from the outer edge.

    ``outer`` is measured from the edge of the text area: right on odd, left on even pages.
    """

    style: TextStyle
    before: str
    after: str
    outer: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Everything that a writer must know to set a document, and a checker to judge one."""

    name: str
    page: Page
    grid: Grid
    body: TextStyle
    document_number: TextStyle
    above_title: TextStyle
    title: TextStyle
    below_title: TextStyle
    headings: tuple[TextStyle, ...]
    signature: TextStyle
    date: TextStyle
    page_number: PageNumber

    @property
    def styles(self) -> tuple[TextStyle, ...]:
        """All text styles, in the order in which a user looks for them."""
        return (
            self.title,
            self.body,
            *self.headings,
            self.document_number,
            self.above_title,
            self.below_title,
            self.signature,
            self.date,
            self.page_number.style,
        )

    @property
    def fonts(self) -> tuple[Font, ...]:
        """The fonts of all text styles, each once, in the order of their first use."""
        return tuple(dict.fromkeys(style.font for style in self.styles))

    def heading(self, level: int) -> TextStyle:
        """The style of a heading; levels beyond the table's last look like the last."""
        return self.headings[min(max(level, 1), len(self.headings)) - 1]
