"""The blocks of a story (the body, a text box, a note, a header): paragraphs and tables in the
accepted view."""

from __future__ import annotations

from itertools import pairwise

from converter.record import replace
from converter.word.book import At
from converter.word.flow import flow
from converter.word.ledger import author_of
from converter.word.model import Cell, Row, Table
from converter.word.paragraphs import Paragraphs, mark_is_gone
from converter.word.properties import W, child, value, whole
from converter.word.tables import planned, row_height, row_is
from converter.word.texts import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from converter.word.book import Book
    from converter.word.flow import Item
    from converter.word.model import Block
    from converter.word.table_styles import TableStyle
    from converter.word.tables import CellPlan, RowPlan

_LOOK_CHANGES = tuple(
    f"{W}{name}" for name in ("tblPrChange", "trPrChange", "tcPrChange", "tblGridChange")
)


def blocks_of(
    book: Book, container: Element, part: str, home: int | None = None
) -> tuple[Block, ...]:
    """The paragraphs and tables in an element of a part: of the body, or of a story that the
    paragraph of the number ``home`` stands for (0: none). Raises InputError for tables and text
    boxes nested too deep."""
    return _Story(book, At(part=part, home=home), container).blocks()


class _Story:
    """Reads one story."""

    def __init__(self, book: Book, at: At, container: Element) -> None:
        self._book, self._at, self._container = book, at, container
        self._paragraphs = Paragraphs(book, at, container, self._inner)

    def blocks(self) -> tuple[Block, ...]:
        return self._blocks(self._container, self._at)

    def _inner(self, content: Element, at: At) -> tuple[Block, ...]:
        """The blocks of a text box."""
        self._book.refuse_too_deep(at.depth)
        inside = At(part=at.part, home=at.home, depth=at.depth + 1)
        return _Story(self._book, inside, content).blocks()

    def _blocks(self, container: Element, at: At) -> tuple[Block, ...]:
        found: list[Block] = []
        joined: list[Element] = []
        for item, following in pairwise((*flow(container), None)):
            if item is None:
                break
            element = item.element
            inside = replace(
                at, contents=at.contents or item.contents, change=item.change or at.change
            )
            if element.tag == f"{W}p":
                joined.append(element)
                goes_on = following is not None and following.element.tag == f"{W}p"
                if not (goes_on and (mark_is_gone(element) or _is_drop_cap(element))):
                    last = following is None and not found
                    found += self._paragraphs.read(joined, inside, last=last)
                    joined = []
            elif element.tag == f"{W}tbl":
                found += self._table(element, inside)
            else:
                self._note_other(item)
        return tuple(found)

    def _note_other(self, item: Item) -> None:
        ledger, element, number = self._book.ledger, item.element, self._paragraphs.next_number
        if element.tag == f"{W}altChunk":
            target = item.target(self._book.package, self._at.part)
            ledger.aside("import", target, number)
        else:
            ledger.comment(value(element, "id"), number)

    # -- Tables

    def _table(self, table: Element, at: At) -> Iterator[Table]:
        """The table, none where nothing is left of it."""
        self._book.refuse_too_deep(at.depth)
        properties = child(table, "tblPr")
        style = self._book.styles.table(properties)
        self._note_looks(table)
        rows = tuple(self._rows(planned(table), style, replace(at, depth=at.depth + 1)))
        if any(row.cells for row in rows):
            grid = child(table, "tblGrid")
            columns = grid.iterchildren(f"{W}gridCol") if grid is not None else ()
            yield Table(
                rows=rows,
                widths=tuple(whole(value(each, "w")) or 0 for each in columns),
                align=style.align,
                indent=style.indent,
                floating=child(properties, "tblpPr") is not None,
                borders=style.borders,
                element=table,
            )

    def _rows(self, plans: list[RowPlan], style: TableStyle, at: At) -> Iterator[Row]:
        ends = (cell.column + cell.columns for plan in plans for cell in plan.cells)
        last = max(ends, default=0)
        self._book.refuse_too_large(len(plans) * last)
        kept = [plan for plan in plans if not (plan.change and plan.change.gone)]
        count = 0
        for plan in plans:
            inside = replace(at, change=plan.change or at.change)
            cells = tuple(self._cells(plan, style, (count, len(kept), last), inside))
            if not inside.is_gone:
                count += 1
                yield Row(
                    cells=cells,
                    header=row_is(plan.element, "tblHeader"),
                    whole=row_is(plan.element, "cantSplit"),
                    height=row_height(plan.element),
                )

    def _cells(
        self, plan: RowPlan, style: TableStyle, size: tuple[int, int, int], at: At
    ) -> Iterator[Cell]:
        row, rows, columns = size
        for cell in plan.cells:
            place = style.place(row, rows, cell.column, columns, span=cell.columns, deep=cell.rows)
            inside = replace(at, place=place, change=cell.change or at.change)
            blocks = self._blocks(cell.element, inside)
            self._note_covered(cell)
            if not inside.is_gone:
                yield Cell(
                    column=cell.column,
                    columns=cell.columns,
                    rows=cell.rows,
                    blocks=blocks,
                    borders=style.cell_borders(place, child(cell.element, "tcPr")),
                )

    def _note_covered(self, cell: CellPlan) -> None:
        """Notes down what stands in cells that another one covers: Word does not show it."""
        for element in cell.covered:
            text = plain_text(element)
            if text.strip():
                home = self._at.home
                number = self._book.ledger.number if home is None else home
                self._book.ledger.aside("covered", text, number)

    def _note_looks(self, table: Element) -> None:
        for changed in table.iter(*_LOOK_CHANGES):
            if next(changed.iterancestors(f"{W}tbl"), None) is table:
                self._book.ledger.formatted(author_of(changed), "", self._paragraphs.next_number)


def _is_drop_cap(paragraph: Element) -> bool:
    """Whether a ``w:p`` is the large first character of the next one, which Word keeps apart."""
    frame = child(child(paragraph, "pPr"), "framePr")
    return value(frame, "dropCap") in ("drop", "margin")
