"""A Word file as lines of text, and for every character of it the paragraph it comes from.

First the body, in document order: a paragraph is a line, its automatic number first; a soft break
within it begins another one; a table is a line a row, its cells apart by tabs, and what stands in
its cells beside text (pictures, tables) is on lines behind it; a picture is an empty line behind
its paragraph; a text box stands before or behind the paragraph that it hangs on, as on the page.
Then footnotes and endnotes, a line each, and at last what is no part of the accepted text: headers
and footers, comments, deleted and hidden text.
"""

from __future__ import annotations

from converter.record import record
from converter.source.text import SourceText
from converter.word.edges import edges_of
from converter.word.frames import is_frame, printing_line, text_length
from converter.word.grid import grid_of, paragraphs_of
from converter.word.model import Paragraph, Table
from converter.word.stretches import Whole, Writing, glued, is_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.word.grid import Grid
    from converter.word.model import Block, Box, Drawing, Note, Row, WordFile
    from converter.word.stretches import Call, Stretch

BODY, NOTE, TABLE, PICTURE = "body", "note", "table", "picture"
LEFT_OUT = {
    "contents": "contents-field",
    "header": "header",
    "footer": "footer",
    "page-number": "footer",
    "comment": "comment",
    "deletion": "deleted-revision",
    "hidden": "hidden-text",
    "list-mark": "list-mark",
    "ruby": "ruby",
    "chart": "chart-text",
    "import": "imported-file",
    "subdocument": "subdocument",
    "covered": "covered-cell",
    "date": "date-field",
}
"""What is no part of the accepted text: its kind, and the reason it is listed under as removed."""
_ENCODING = "utf-8"


@record(kw_only=True)
class Origin:
    """What a line is (``body``, ``table``, ``picture``, ``note`` or a key of :data:`LEFT_OUT`),
    and where it comes from.

    ``paragraph`` is the (first) paragraph on it, ``stretches`` say where its characters come from.
    ``mark`` is how many characters of it are an automatic number (and a blank behind it). ``calls``
    are the notes called on it; those of a table are in its grid. ``grid`` stands on the first line
    of a table, ``rows`` tells how many lines it has, those of the tables inside it not counted.
    ``inner`` tells that a line stands inside the table before it. ``box`` tells that it stands in
    a text box, ``first`` that it begins its paragraph.
    """

    kind: str
    paragraph: Paragraph | None = None
    stretches: tuple[Stretch, ...] = ()
    mark: int = 0
    calls: tuple[Call, ...] = ()
    grid: Grid | None = None
    rows: int = 1
    inner: bool = False
    picture: Drawing | None = None
    note: Note | None = None
    box: bool = False
    first: bool = True


@record(kw_only=True, eq=False)
class Transcript:
    """The lines of a Word file, and of each its origin (``origins[0]`` is that of line 1)."""

    source: SourceText
    origins: tuple[Origin, ...]
    lines_by_paragraph: dict[int, int]

    def paragraph_at(self, line: int, column: int = 1) -> int:
        """The number of the paragraph at a place (line and column from 1); 0 for none."""
        found = self.place(line, column)
        if found:
            return found[0].number
        own = self.origins[line - 1].paragraph if 0 < line <= len(self.origins) else None
        return own.number if own else 0

    def line_of(self, number: int) -> int:
        """The line on which the paragraph with that number begins; 0 where it has none."""
        return self.lines_by_paragraph.get(number, 0)

    def place(self, line: int, column: int) -> tuple[Paragraph, int] | None:
        """The paragraph at a place and the offset in its text; None for what stands in none (an
        automatic number, a tab between cells)."""
        if not 0 < line <= len(self.origins):
            return None
        last: tuple[Paragraph, int] | None = None
        for stretch in self.origins[line - 1].stretches:
            offset = column - stretch.column
            if 0 <= offset < stretch.length:
                return stretch.paragraph, stretch.start + offset
            if offset == stretch.length:  # behind its last character
                last = stretch.paragraph, stretch.start + offset
        return last


def transcript_of(word: WordFile) -> Transcript:
    """The file as lines; the one made last is kept, for reader, linter and edits ask for it."""
    if _last and _last[0][0] is word:
        return _last[0][1]
    made = _Scribe(word).written()
    _last[:] = [(word, made)]
    return made


_last: list[tuple[WordFile, Transcript]] = []


class _Scribe:
    """Writes the lines of a file."""

    def __init__(self, word: WordFile) -> None:
        self.word = word
        self.length = text_length(word.blocks)
        self.lines: list[str] = []
        self.origins: list[Origin] = []

    def written(self) -> Transcript:
        """The whole file."""
        word = self.word
        self._blocks(word.blocks)
        for note in word.notes:
            self._note(note)
        for text, kind in edges_of(word):
            self._left_out(text, kind, 0)
        for comment in word.comments:
            self._left_out(comment.text, "comment", comment.paragraph)
        for revision in word.revisions:
            if revision.kind == "deletion":
                self._left_out(revision.text, "deletion", revision.paragraph)
        for number, text in word.hidden:
            self._left_out(text, "hidden", number)
        for aside in word.asides:
            self._left_out(aside.text, aside.kind, aside.paragraph)
        return Transcript(
            source=SourceText("\n".join(self.lines), _ENCODING),
            origins=tuple(self.origins) or (Origin(kind=BODY),),
            lines_by_paragraph=_lines_by_paragraph(self.origins),
        )

    def _add(self, text: str, origin: Origin) -> None:
        self.lines.append(text)
        self.origins.append(origin)

    # ---- The body -------------------------------------------------------------------------------

    def _blocks(self, blocks: Iterable[Block], *, box: bool = False) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block, box=box)
            elif is_frame(block, self.length, box=box):
                for row in block.rows:
                    self._frame_row(row, box=box)
            else:
                self._table(block)

    def _frame_row(self, row: Row, *, box: bool) -> None:
        """The cells of a frame's row one after the other, those of one line on one."""
        office, *dated = printing_line(row) or (None,)
        if office is None:
            for cell in row.cells:
                self._blocks(cell.blocks, box=box)
            return
        writing = Writing()
        writing.add_paragraph(office, within_cell=True)
        for paragraph in dated:
            writing.add("\t")
            writing.add_paragraph(paragraph, within_cell=True)
        text = writing.text.replace("\u2028", " ")
        stretches = tuple(writing.stretches)
        self._add(text, Origin(kind=BODY, paragraph=office, stretches=stretches, box=box))

    def _paragraph(self, paragraph: Paragraph, *, box: bool) -> None:
        boxes = [each for run in paragraph.runs for each in run.boxes]
        for each in boxes:
            if _stands_before(each):
                self._blocks(each.blocks, box=True)
        self._text(paragraph, box=box)
        for run in paragraph.runs:
            if run.drawing and run.drawing.part:
                self._add("", Origin(kind=PICTURE, paragraph=paragraph, picture=run.drawing))
        for each in boxes:
            if not _stands_before(each):
                self._blocks(each.blocks, box=True)

    def _text(self, paragraph: Paragraph, *, box: bool) -> None:
        """The lines of a paragraph. One that holds only pictures, boxes or calls of notes is not
        there as a blank line."""
        whole = Whole(paragraph)
        text = whole.text
        if not text and any(run.drawing or run.boxes for run in paragraph.runs):
            return
        kind = "contents" if paragraph.contents else BODY
        if not text.strip() and is_number(paragraph.mark):
            kind = "list-mark"
        start, first = 0, True
        while True:
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            writing = Writing()
            if first and is_number(paragraph.mark):
                number = glued(paragraph)[: -len(text) or None]
                writing.add(number)
                writing.mark = len(number)
            writing.add_part(whole, start, end)
            self._add(
                writing.text,
                Origin(
                    kind=kind,
                    paragraph=paragraph,
                    stretches=tuple(writing.stretches),
                    mark=writing.mark,
                    calls=tuple(writing.calls),
                    box=box,
                    first=first,
                ),
            )
            if end == len(text):
                return
            start, first = end + 1, False

    def _table(self, table: Table, *, inner: bool = False) -> None:
        grid = grid_of(table)
        for index, (row, stretches) in enumerate(zip(grid.rows, grid.stretches, strict=True)):
            self._add(
                row,
                Origin(
                    kind=TABLE,
                    paragraph=stretches[0].paragraph if stretches else None,
                    stretches=stretches,
                    grid=None if index else grid,
                    rows=len(grid.rows),
                    inner=inner,
                ),
            )
        for inside in grid.inside:
            if inside.table:
                self._table(inside.table, inner=True)

    # ---- Notes, and what is left out ------------------------------------------------------------

    def _note(self, note: Note) -> None:
        """A note on one line, its paragraphs apart by a blank."""
        writing = Writing()
        for paragraph in paragraphs_of(note.blocks):
            if glued(paragraph).strip():
                writing.add(" " if writing.text else "")
                writing.add_paragraph(paragraph, within_cell=True)
        text = writing.text.replace("\u2028", " ")
        origin = Origin(kind=NOTE, stretches=tuple(writing.stretches), note=note)
        self._add(text, origin)

    def _left_out(self, text: str, kind: str, number: int) -> None:
        """A text that is not read, on one line; nothing if it is blank."""
        line = " ".join(text.split("\n")).replace("\r", " ")
        if line.strip():
            anchor = Paragraph(number=number) if number else None
            self._add(line, Origin(kind=kind, paragraph=anchor))


def _stands_before(box: Box) -> bool:
    """Whether a box stands above the text of the paragraph that it hangs on: near the top of the
    page or the text area, or above the paragraph itself."""
    relative, align, offset = box.relative_from[1], box.align[1], box.offset[1]
    if relative in ("page", "margin", "topMargin"):
        return align == "top" or (offset is not None and offset < _UPPER_PART)
    return offset is not None and offset < 0


_UPPER_PART = 3_600_000
"""In EMU: 10 cm. What stands so near to the top of a page belongs to its head."""


def _lines_by_paragraph(origins: list[Origin]) -> dict[int, int]:
    found: dict[int, int] = {}
    for line, origin in enumerate(origins, 1):
        if origin.kind in LEFT_OUT and origin.kind not in ("contents", "list-mark"):
            continue
        for stretch in origin.stretches:
            found.setdefault(stretch.paragraph.number, line)
        if origin.paragraph:
            found.setdefault(origin.paragraph.number, line)
    found.pop(0, None)
    return found
