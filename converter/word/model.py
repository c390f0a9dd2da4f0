"""A Word file as it was read: what stands in it, and how it looks once styles are resolved.

Lengths are whole twips (1 pt = 20 twips) and sizes half-points, as the format has them, unless a
field says otherwise. ``element`` is the XML element that a value was read from, for those who
write into a copy of the file; nothing else looks at it.
"""

from __future__ import annotations

from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from lxml.etree import _Element as Element

    from converter.word.package import Package


# ---- Looks --------------------------------------------------------------------------------------


@record(kw_only=True)
class Fonts:
    """The font of each script, theme fonts resolved to names; empty where nothing names one."""

    ascii: str = ""
    h_ansi: str = ""
    east_asia: str = ""
    complex: str = ""


@record(kw_only=True)
class RunLook:
    """The look of some characters after document defaults, styles and direct formatting.

    ``size`` in half-points, ``spacing`` in twips, ``scale`` in percent, ``position`` (raised or
    lowered) in half-points. ``colour`` is six hexadecimal digits (theme colours resolved), empty
    for automatic. ``underline`` and ``vertical`` (superscript, subscript) are the format's words,
    empty for none; so are ``highlight`` and ``fill`` (shading). ``themed`` tells whether one of
    the fonts came from the theme.
    """

    fonts: Fonts = Fonts()
    hint: str = ""
    size: int = 20
    bold: bool = False
    italic: bool = False
    strike: bool = False
    underline: str = ""
    colour: str = ""
    highlight: str = ""
    fill: str = ""
    spacing: int = 0
    scale: int = 100
    position: int = 0
    vertical: str = ""
    hidden: bool = False
    caps: bool = False
    language: str = ""
    themed: bool = False


@record(kw_only=True)
class Border:
    """One side of a paragraph's, cell's or table's border: ``kind`` as the format names it
    (single, thickThinSmallGap …), ``size`` in eighths of a point, ``space`` in points."""

    side: str
    kind: str
    size: int
    space: int = 0
    colour: str = ""


@record(kw_only=True)
class Tab:
    """A tab stop: how it aligns, and where, in twips from the text's left edge."""

    align: str
    position: int


@record(kw_only=True)
class ParagraphLook:
    """The look of a paragraph after document defaults, table style, styles, numbering and direct
    formatting.

    ``left``, ``right`` and ``first_line`` are effective twips, indents in characters reckoned by
    the paragraph's own size; a negative ``first_line`` hangs. ``chars`` has those that are given
    in hundredths of a character by their attribute (``firstLineChars``), ``lengths`` those given
    in twips. ``before`` and ``after`` are effective twips (lines reckoned by 240 twips, automatic
    ones by 280). ``line`` is twips for ``exact`` and ``atLeast``, 240ths of a line for ``auto``.
    ``outline`` is 1 to 9, 0 for text. ``align`` is left, center, right, both or distribute.
    ``numbering`` is (numId, level from 0) where the paragraph is numbered. ``direct`` are the
    local names of the properties that the paragraph sets itself.
    """

    align: str = "left"
    left: int = 0
    right: int = 0
    first_line: int = 0
    chars: tuple[tuple[str, int], ...] = ()
    lengths: tuple[tuple[str, int], ...] = ()
    before: int = 0
    after: int = 0
    line: int = 240
    line_rule: str = "auto"
    contextual_spacing: bool = False
    snap_to_grid: bool = True
    widow_control: bool = True
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    kinsoku: bool = True
    word_wrap: bool = True
    overflow_punct: bool = True
    auto_space_de: bool = True
    auto_space_dn: bool = True
    outline: int = 0
    borders: tuple[Border, ...] = ()
    tabs: tuple[Tab, ...] = ()
    fill: str = ""
    framed: bool = False
    numbering: tuple[str, int] | None = None
    direct: frozenset[str] = frozenset()


# ---- Content ------------------------------------------------------------------------------------


@record(kw_only=True)
class Drawing:
    """A picture, chart or other drawing: the name of its part in the package (empty for a drawing
    without a picture), its size in EMU, its description, and whether it floats."""

    part: str
    width: int = 0
    height: int = 0
    description: str = ""
    floating: bool = False


@record(kw_only=True)
class NoteCall:
    """Where a footnote or endnote is called: ``kind`` is ``footnote`` or ``endnote``."""

    kind: str
    id: str


@record(kw_only=True)
class Run:
    """Characters of one look, or a drawing, a note's call, text boxes.

    ``text`` is what the reader of the accepted view sees: a tab is ``\\t``, a break within the
    paragraph ``\\n``, a page break nothing; deleted and hidden text is not in it. ``field`` is the
    name of the field whose result it is (``PAGE``, ``TOC``, ``HYPERLINK``), else empty.
    ``boxes`` are text boxes anchored here.
    """

    text: str = ""
    look: RunLook = RunLook()
    field: str = ""
    page_break: bool = False
    drawing: Drawing | None = None
    note: NoteCall | None = None
    boxes: tuple[Box, ...] = ()
    element: Element | None = None


@record(kw_only=True)
class Paragraph:
    """A paragraph.

    ``number`` counts the paragraphs of the file's body from 1 in document order, those in tables
    and text boxes, too; 0 elsewhere (notes, headers). ``mark`` is its automatic number as Word
    prints it (``一、``), without the blank or tab behind it, ``mark_look`` how that looks.
    ``style`` is the style's id, ``styles`` the names of it and of those it is based on, nearest
    first. ``end_look`` is the look of the paragraph mark (an empty paragraph's size). ``section``
    is the index in :attr:`WordFile.sections`. ``contents`` tells that it stands in an automatic
    table of contents.
    """

    number: int
    runs: tuple[Run, ...] = ()
    look: ParagraphLook = ParagraphLook()
    end_look: RunLook = RunLook()
    mark: str = ""
    mark_look: RunLook = RunLook()
    style: str = ""
    styles: tuple[str, ...] = ()
    section: int = 0
    contents: bool = False
    element: Element | None = None

    @property
    def text(self) -> str:
        """The text of its runs, without the automatic number."""
        return "".join(run.text for run in self.runs)


@record(kw_only=True)
class Cell:
    """A cell: its first column (from 0), how many columns and rows it covers, its borders, and
    what stands in it. A cell that one above covers is not there."""

    column: int
    columns: int = 1
    rows: int = 1
    blocks: tuple[Block, ...] = ()
    borders: tuple[Border, ...] = ()


@record(kw_only=True)
class Row:
    """A row; ``header`` tells that it is repeated on every page, ``whole`` that it does not split,
    ``height`` in twips (0: by its text)."""

    cells: tuple[Cell, ...] = ()
    header: bool = False
    whole: bool = False
    height: int = 0


@record(kw_only=True)
class Table:
    """A table: its columns' widths, its place on the page (``align`` left, center or right,
    ``indent`` in twips), and whether text flows around it."""

    rows: tuple[Row, ...] = ()
    widths: tuple[int, ...] = ()
    align: str = "left"
    indent: int = 0
    floating: bool = False
    borders: tuple[Border, ...] = ()
    element: Element | None = None


Block: TypeAlias = "Paragraph | Table"


@record(kw_only=True)
class Box:
    """A text box: what stands in it; its place as offsets in EMU from what they are measured from
    (page, margin, paragraph …; empty for one in the line), None for alignment."""

    blocks: tuple[Block, ...] = ()
    relative_from: tuple[str, str] = ("", "")
    offset: tuple[int | None, int | None] = (None, None)
    align: tuple[str, str] = ("", "")
    size: tuple[int, int] = (0, 0)


@record(kw_only=True)
class Line:
    """A drawn straight line: where it stands (as :class:`Box`), its length and weight in EMU, its
    colour and the kind of its stroke (``sng``, ``thickThin`` …); ``part`` is where it is drawn
    (body, or the name of a header or footer part)."""

    part: str
    relative_from: tuple[str, str] = ("", "")
    offset: tuple[int | None, int | None] = (None, None)
    align: tuple[str, str] = ("", "")
    length: int = 0
    weight: int = 0
    colour: str = ""
    compound: str = ""
    paragraph: int = 0


# ---- The file -----------------------------------------------------------------------------------


@record(kw_only=True)
class Footer:
    """A header (``footer`` False) or footer: for which pages (default, first, even), and what
    stands in it."""

    footer: bool
    kind: str
    part: str
    blocks: tuple[Block, ...] = ()


@record(kw_only=True)
class Section:
    """A section's page: lengths in twips; ``grid`` is the type of its grid (lines, linesAndChars,
    snapToChars, empty), ``pitch`` its line pitch, ``char_space`` in 4096ths of a point.
    ``footers`` are the headers and footers in force, inherited ones too. ``first`` and ``last``
    are the numbers of its first and last paragraph."""

    width: int = 11906
    height: int = 16838
    landscape: bool = False
    top: int = 1440
    right: int = 1800
    bottom: int = 1440
    left: int = 1800
    header: int = 851
    footer: int = 992
    gutter: int = 0
    columns: int = 1
    grid: str = ""
    pitch: int = 0
    char_space: int = 0
    title_page: bool = False
    kind: str = "nextPage"
    number_start: int | None = None
    number_format: str = ""
    vertical: bool = False
    footers: tuple[Footer, ...] = ()
    first: int = 1
    last: int = 0


@record(kw_only=True)
class Note:
    """A footnote or endnote with its number as printed."""

    kind: str
    id: str
    label: str
    blocks: tuple[Block, ...] = ()


@record(kw_only=True)
class Comment:
    """A comment: who wrote it, its text, and the number of the paragraph that it is about."""

    id: str
    author: str
    text: str
    paragraph: int


@record(kw_only=True)
class Revision:
    """A tracked change: ``kind`` is ``insertion``, ``deletion``, ``move`` or ``format``; its text
    (of a deletion: what is gone in the accepted view), and the paragraph it stands in."""

    kind: str
    author: str
    text: str
    paragraph: int


@record(kw_only=True)
class Aside:
    """Something in the file that is not read as its text, and the paragraph it stands at: ``kind``
    is ``ruby`` (the reading above characters), ``chart`` (the words in it), ``import`` (a file to
    be put in when it is opened), ``subdocument`` (another file that is a part of it), ``covered``
    (text in a cell that a merged one covers), ``date`` (the day on which the file is opened)."""

    kind: str
    text: str
    paragraph: int


@record(kw_only=True)
class Settings:
    """What settings.xml says."""

    even_and_odd: bool = False
    mirror_margins: bool = False
    compatibility: int = 12
    compress_punctuation: bool = False


@record(kw_only=True, eq=False)
class WordFile:
    """A Word file. ``hidden`` is text that is formatted as hidden, with its paragraph; ``lines``
    are drawn lines; ``default_run`` is the look of the default style's (Normal's) characters;
    ``producer`` the program that wrote it, as it says."""

    package: Package
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    comments: tuple[Comment, ...] = ()
    revisions: tuple[Revision, ...] = ()
    hidden: tuple[tuple[int, str], ...] = ()
    asides: tuple[Aside, ...] = ()
    lines: tuple[Line, ...] = ()
    settings: Settings = Settings()
    default_run: RunLook = RunLook()
    producer: str = ""
