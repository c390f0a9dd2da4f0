"""The shape of a layout: page, grid, fonts, one text style for each element, and its figures.

A kind of layout is a value of :class:`Layout`; a variant of it is ``replace`` of one. None of them
is ever changed, so that a writer can keep what it built for a layout.
"""

from __future__ import annotations

from converter.layout.units import ZERO, Length
from converter.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from converter.layout.words import Align, Kind


@record(kw_only=True)
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

    def turned(self) -> Page:
        """The page turned a quarter to the left, for wide tables: its top is the left edge then
        (GB/T 9704-2012, 8)."""
        return replace(
            self,
            width=self.height,
            height=self.width,
            top=self.left,
            right=self.top,
            bottom=self.right,
            left=self.bottom,
        )


@record(kw_only=True)
class Grid:
    """Lines on a page and characters on a line, and the two lengths that bring them about.

    ``kind`` is how it is written: ``lines`` (line pitch, and character spacing in the styles),
    or ``characters`` (Word's own grid of lines and characters).
    """

    lines: int
    characters: int
    line_pitch: Length
    character_spacing: Length
    kind: Literal["lines", "characters"] = "lines"


@record(kw_only=True)
class Font:
    """A font: the name to write, and the names to try where it is not installed, best first.

    ``panose``, ``family`` and ``pitch`` describe it to a program that has to find a likeness;
    ``generic`` is the CSS family of last resort.
    """

    name: str
    alternatives: tuple[str, ...]
    panose: str
    family: Literal["roman", "modern", "script", "auto"]
    pitch: Literal["fixed", "variable"]
    charset: str = "86"
    generic: Literal["serif", "sans-serif"] = "serif"


@record(kw_only=True)
class TextStyle:
    """How one element of a document is set.

    ``name`` is what the user reads in the list of styles, ``run_in`` the name of the character
    style of the same looks, for text inside a paragraph of another style. ``spacing`` is added
    after each character. ``left``, ``right``, ``first_line`` and ``hanging`` count in characters
    of this style, ``before`` and ``after`` in lines of ``line_pitch``. ``exact`` says whether a
    line is ``line_pitch`` high whatever stands on it. ``outline`` is the heading level, 1 the
    highest, 0 for no heading. ``colour`` is red, green, blue in hexadecimal; empty for black.
    """

    name: str
    font: Font
    size: Length
    line_pitch: Length
    spacing: Length = ZERO
    align: Align = "both"
    left: int = 0
    right: int = 0
    first_line: int = 0
    hanging: int = 0
    before: int = 0
    after: int = 0
    keep_next: bool = False
    exact: bool = True
    bold: bool = False
    colour: str = ""
    outline: int = 0
    run_in: str = ""

    @property
    def character(self) -> Length:
        """What one full-width character takes of a line."""
        return self.size + self.spacing


@record(kw_only=True)
class Rule:
    """A straight line: ``single``, or double with the thick one above (``thick-thin``) or below
    (``thin-thick``); ``weight`` is the whole stroke, ``distance`` the room between it and the
    text's line box."""

    weight: Length
    colour: str = "000000"
    form: Literal["single", "thick-thin", "thin-thick"] = "single"
    distance: Length = ZERO

    @property
    def strokes(self) -> tuple[tuple[Length, Length], ...]:
        """The strokes: how far each begins below the rule's upper edge, and its weight. Of a
        double one the thick stroke takes half, the gap and the thin stroke a quarter each."""
        whole, half, quarter = self.weight, self.weight * 0.5, self.weight * 0.25
        match self.form:
            case "single":
                return ((ZERO, whole),)
            case "thick-thin":
                return ((ZERO, half), (half + quarter, quarter))
            case "thin-thick":
                return ((ZERO, quarter), (half, half))


@record(kw_only=True)
class TableLook:
    """How tables are ruled: every cell (``grid``) or three lines; the strokes; cell padding."""

    form: Literal["grid", "three-line"]
    outer: Rule
    inner: Rule
    padding: Length


@record(kw_only=True)
class PageNumber:
    """The page number: the marks around it, and its place. Its style is among the others.

    ``outer`` is its distance from the edge of the text area, right on odd and left on even pages;
    ``position`` is ``outer``, or ``center`` for the middle of every page, or ``none`` for pages
    without number.
    """

    before: str
    after: str
    outer: Length
    position: Literal["outer", "center", "none"] = "outer"


@record(kw_only=True)
class Head:
    """The head of a document (版头): where the mark stands, and what is below it.

    ``mark_top`` is the distance of the top of the mark's ink from the paper's top edge,
    ``suffix`` what follows the issuers' names in it (文件), ``largest`` and ``smallest`` the limits
    of its size, which is fitted to one line. ``blank_lines`` stand between the mark and what
    follows, ``rule`` is the line below the document number, None where there is none.
    ``rule_width`` is its length, ``first_line`` the room between it and the characters of a
    letter's first line, ``foot_rule_bottom`` the distance of a letter's second rule from the
    paper's bottom edge. ``title_lines`` are blank between the head and the title, ``signers`` the
    names on a line. ``joint_smallest`` is the least size of a mark of several bodies.
    """

    mark_top: Length
    suffix: str
    largest: Length
    smallest: Length
    joint_smallest: Length
    blank_lines: int
    title_lines: int
    signers: int
    rule: Rule | None = None
    rule_width: Length = ZERO
    first_line: Length = ZERO
    foot_rule: Rule | None = None
    foot_rule_bottom: Length = ZERO


@record(kw_only=True)
class Ending:
    """How 署名 and 成文日期 stand to each other and to a seal; indents in characters.

    ``seal`` says whether a document without a word on its seal has one (room is left for it),
    ``seal_size`` is its diameter. An unsealed date begins ``date_shift`` characters behind the
    name; a sealed one leaves ``sealed_right`` free, as a signature stamp does. ``seal_lines`` are
    blank above a sealed name; the seal's centre is ``seal_rise`` above the middle of name and
    date. ``seals`` stand side by side, ``seal_gap`` apart. ``stamp_lines`` are blank above a
    signature stamp, which stands ``stamp_gap`` characters behind the post, ``stamp_date_lines``
    between it and the date.
    """

    seal: Literal["none", "blank"]
    seal_size: Length
    seal_lines: int
    seal_rise: Length
    seals: int
    seal_gap: Length
    date_shift: int
    sealed_right: int
    stamp_lines: int
    stamp_gap: int
    stamp_date_lines: int


@record(kw_only=True)
class ImprintRules:
    """The lines of 版记: the first and the last one, and those between."""

    outer: Rule
    inner: Rule


@record(kw_only=True)
class Styles:
    """A text style for every element; the fields' names are their keys in a layout file."""

    title: TextStyle
    subtitle: TextStyle
    below_title: TextStyle
    recipient: TextStyle
    body: TextStyle
    heading_1: TextStyle
    heading_2: TextStyle
    heading_3: TextStyle
    heading_4: TextStyle
    heading_5: TextStyle
    attachment_only: TextStyle
    attachment_first: TextStyle
    attachment_next: TextStyle
    signature: TextStyle
    date: TextStyle
    note: TextStyle
    attachment_label: TextStyle
    attachment_title: TextStyle
    copy_number: TextStyle
    secrecy: TextStyle
    mark: TextStyle
    document_number: TextStyle
    signer: TextStyle
    signer_name: TextStyle
    above_title: TextStyle
    attendance: TextStyle
    attendance_label: TextStyle
    copies: TextStyle
    printing: TextStyle
    caption: TextStyle
    table_unit: TextStyle
    table_header: TextStyle
    table_body: TextStyle
    picture: TextStyle
    footnote: TextStyle
    page_number: TextStyle

    def items(self) -> tuple[tuple[str, TextStyle], ...]:
        """Every style with its key, in the order in which a user looks for them."""
        return tuple((name, getattr(self, name)) for name in Styles.__annotations__)

    def heading(self, level: int) -> TextStyle:
        """The style of a heading; levels beyond the table's last look like the last."""
        headings = (
            self.heading_1,
            self.heading_2,
            self.heading_3,
            self.heading_4,
            self.heading_5,
        )
        return headings[min(max(level, 1), len(headings)) - 1]


@record(kw_only=True)
class Layout:
    """Everything that a writer must know to set a document, and a checker to judge one.

    ``latin`` is a font for Western letters and digits where they are not to stand in the Chinese
    one. ``blank_before_title`` counts empty lines above a title without red head, ``mirror`` says
     whether even pages have their binding margin on the right.
    """

    name: str
    kind: Kind
    page: Page
    grid: Grid
    styles: Styles
    page_number: PageNumber
    head: Head | None
    ending: Ending
    imprint: ImprintRules
    table: TableLook
    latin: Font | None = None
    blank_before_title: int = 0
    mirror: bool = False

    @property
    def fonts(self) -> tuple[Font, ...]:
        """The fonts of all text styles, each once, in the order of their first use."""
        own = [style.font for _, style in self.styles.items()]
        return tuple(dict.fromkeys([*own, *([self.latin] if self.latin else [])]))
