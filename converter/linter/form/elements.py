"""Which element of the document each paragraph of a Word file is.

What the reader made of the text decides; 版头 and 版记, which are no text of a report, are known
by what they say, by their colour and by the styles of our own writer.
"""

from __future__ import annotations

from itertools import pairwise

from converter.linter.form.corrected import corrected
from converter.linter.form.items import BLANK, OTHER, Item, Place, Stretch, placed
from converter.linter.form.signs import (
    beside,
    head_line,
    imprint_line,
    is_dated,
    is_plainly_head,
    looks_as_mark,
    number_stretches,
    own_style,
    posted,
    present,
)
from converter.model.nodes import Paragraph as TextParagraph
from converter.model.nodes import Section, SideLine
from converter.model.walk import node_text, nodes
from converter.patterns import lazy
from converter.record import replace
from converter.word.model import Paragraph as WordParagraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.model.nodes import Document, Node
    from converter.word.model import Paragraph, Table, WordFile
    from converter.word.transcript import Transcript

_KINDS = {
    "recipient": "recipient",
    "caption": "caption",
    "unit": "table_unit",
    "picture": "caption",
    "body": "body",
}
_FIELDS = {
    "title": "title",
    "signature": "signature",
    "date": "date",
    "notes": "note",
}
_LISTED = lazy(
    r"附\s?件\s*(?P<own>[0-9０-９一二三四五六七八九十]*)\s*[：:]\s*(?P<mark>[0-9０-９]+\s*[.．、])?"
)
_HEADS = ("copy_number", "secrecy", "mark", "document_number", "signer", "above_title")


def items_of(
    word: WordFile, transcript: Transcript, documents: Iterable[Document]
) -> tuple[Item, ...]:
    """Every paragraph of the file with its element, in the order of :func:`.items.placed`."""
    said = _Said(transcript, documents)
    found: list[Item] = []
    for paragraph, place in placed(word):
        item = _item(paragraph, place, said)
        found.append(replace(item, index=len(found)))
    return corrected(found)


class _Said:
    """What the reader says of stretches of paragraphs, by the paragraphs' numbers."""

    def __init__(self, transcript: Transcript, documents: Iterable[Document]) -> None:
        self._transcript = transcript
        self.stretches: dict[int, list[Stretch]] = {}
        for document in documents:
            for path, node in nodes(document):
                element = _element(path, node)
                if element:
                    self._note(node, element)
        for stretches in self.stretches.values():
            stretches.sort(key=lambda stretch: stretch.start)

    def _note(self, node: Node, element: str) -> None:
        """Writes down that a node's characters are an element."""
        text = node_text(node)
        cuts = [0, *(b.start for b in node.breaks if 0 < b.start < len(text)), len(text)]
        for start, end in pairwise(cuts):
            if start < end:
                self._note_piece(*node.place(start), end - start, element)

    def _note_piece(self, line: int, column: int, length: int, element: str) -> None:
        """The same for characters that stand together on a line."""
        first = self._transcript.place(line, column)
        if first is None:  # an automatic number
            number, start = self._transcript.paragraph_at(line, column), 0
            mark = self._transcript.origins[line - 1].mark if number else 0
            end = start + max(column - 1 + length - mark, 0)
        else:
            number, start = first[0].number, first[1]
            end = start + length
        if number:
            stretch = Stretch(element=element, start=start, end=end)
            self.stretches.setdefault(number, []).append(stretch)


def _element(path: str, node: Node) -> str:
    """The element that a node of a document is; empty for a table, which is known by its place."""
    if isinstance(node, Section):
        # A number that opens a paragraph, without a heading, is text.
        return f"heading_{min(max(node.level, 1), 5)}" if node.heading else "body"
    if path.startswith("attachments[") and path.endswith(".label"):
        return "attachment_label"
    if path.startswith("attachments[") and path.endswith("].title"):
        return "attachment_title"
    if isinstance(node, SideLine):
        if path.startswith("above_title"):
            return {"issuer": "mark", "number": "document_number"}.get(node.kind, "above_title")
        return "subtitle" if node.kind == "subtitle" else "below_title"
    if isinstance(node, TextParagraph) and node.kind in ("attachment", "imprint"):
        return _listed(node.text) if node.kind == "attachment" else imprint_line(node.text)
    field = path.partition("[")[0]
    if field in _FIELDS:
        return _FIELDS[field]
    return _KINDS.get(node.kind, OTHER) if isinstance(node, TextParagraph) else OTHER


def _listed(text: str) -> str:
    """The element of a line of 附件说明."""
    found = _LISTED.match(text)
    if not found:
        return "attachment_next"
    return "attachment_first" if found["mark"] and not found["own"] else "attachment_only"


def _item(paragraph: Paragraph, place: Place, said: _Said) -> Item:
    """A paragraph with its element and its stretches."""
    text = paragraph.text
    stretches = _covering(said.stretches.get(paragraph.number, []), len(text))
    bare = Item(paragraph=paragraph, place=place, element=OTHER, stretches=())
    element = _own_element(bare, stretches)
    if element in ("document_number", "signer") and not is_blank(paragraph):
        stretches = list(number_stretches(text, element))
    elif element == "signature" and (end := posted(text)):
        # A signature stamp stands for the name: how that is set nobody says.
        stretches = [
            Stretch(element=element, start=0, end=end),
            Stretch(element=OTHER, start=end, end=len(text)),
        ]
    elif element == "attendance" and (end := present(text)):
        stretches = [
            Stretch(element="attendance_label", start=0, end=end),
            Stretch(element=element, start=end, end=len(text)),
        ]
    elif not stretches or element not in {stretch.element for stretch in stretches}:
        stretches = [Stretch(element=element, start=0, end=len(text))]
    return replace(bare, element=element, stretches=tuple(stretches))


def _own_element(item: Item, stretches: list[Stretch]) -> str:
    """The element of a whole paragraph."""
    paragraph, place = item.paragraph, item.place
    if is_blank(paragraph):
        return "picture" if _pictured(paragraph) else BLANK
    if place.where == "note":
        return "footnote"
    if place.where in ("header", "footer"):
        return "page_number" if any(run.field == "PAGE" for run in paragraph.runs) else OTHER
    if place.table is not None:
        return _in_cell(item)
    said = {stretch.element for stretch in stretches}
    if paragraph.contents:
        return OTHER
    if place.where == "box":
        return _in_box(item)
    if said & {"mark", "above_title", "document_number"}:
        found = head_line(item)
        return found if found != "above_title" else next(iter(said & set(_HEADS)))
    if "body" in said or not said:
        if present(item.text):
            return "attendance"
        if not said:
            return _unsaid(item)
    return "body" if "body" in said else stretches[0].element


def _unsaid(item: Item) -> str:
    """The element of a line that no document has: residue to the reader, 版头 or 版记 to us."""
    found = imprint_line(item.text)
    if found:
        return found
    found = head_line(item)
    is_sure = found in ("copy_number", "mark") or is_plainly_head(item)
    return found if is_sure else own_style(item.paragraph)


def _in_box(item: Item) -> str:
    found = imprint_line(item.text) or head_line(item)
    return found if found != "above_title" else beside(item.paragraph)


def _in_cell(item: Item) -> str:
    """The element of text in a table: 版记 is often one, and what stands side by side."""
    own = imprint_line(item.text) or beside(item.paragraph)
    if own:
        return own
    if is_plainly_head(item) or looks_as_mark(item):
        return head_line(item)
    table, row = item.place.table, item.place.row
    if table is not None and is_dated(item.text) and _has_copies(table):
        return "printing"
    if item.place.box is not None:
        return OTHER
    is_header = table is not None and (row == 0 or table.rows[row].header)
    return "table_header" if is_header else "table_body"


def _has_copies(table: Table) -> bool:
    """Whether a table has a line of 抄送, and so is a 版记."""
    return any(
        isinstance(block, WordParagraph) and imprint_line(block.text) == "copies"
        for row in table.rows
        for cell in row.cells
        for block in cell.blocks
    )


def is_blank(paragraph: Paragraph) -> bool:
    """Whether a paragraph has no text but blanks."""
    return not paragraph.text.strip() and not paragraph.mark


def _pictured(paragraph: Paragraph) -> bool:
    return any(run.drawing and not run.drawing.floating for run in paragraph.runs)


def _covering(stretches: list[Stretch], length: int) -> list[Stretch]:
    """Stretches that cover a text from its beginning to its end: each reaches up to the next, and
    neighbours of one element are one."""
    found: list[Stretch] = []
    for stretch in stretches:
        if found and found[-1].element == stretch.element:
            found[-1] = replace(found[-1], end=max(stretch.end, found[-1].end))
        else:
            found.append(stretch)
    edges = [0, *(min(stretch.start, length) for stretch in found[1:]), length]
    return [
        replace(stretch, start=edges[i], end=max(edges[i + 1], edges[i]))
        for i, stretch in enumerate(found)
    ]
