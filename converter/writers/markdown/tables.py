"""Tables and pictures as Markdown."""

from __future__ import annotations

import re

from converter.model.nodes import CELL_PARAGRAPH
from converter.writers.markdown.marks import escaped, note_label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Paragraph, Picture

_BREAK = "<br>"
_DELIMITERS = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}
_PLAIN_PATH = re.compile(r"[^\s()<>\\%*_`\[\]!&~]+")
_CODED = {char: f"%{ord(char):02X}" for char in "%<>\\\n\r"}


def table_of(table: Paragraph) -> str:
    """A table in GitHub's form, the first row its header."""
    head, *rows = _rows(table)
    align = [*table.align, *[""] * (len(head) - len(table.align))][: len(head)]
    return "\n".join(map(_row, [head, [_DELIMITERS[a] for a in align], *rows]))


def picture_mark(picture: Picture, caption: str) -> str:
    """A picture; the caption is escaped already."""
    path = picture.path
    if not _PLAIN_PATH.fullmatch(path):
        path = f"<{''.join(_CODED.get(char, char) for char in path)}>"
    return f"![{caption.replace(']', chr(92) + ']')}]({path})"


def _rows(table: Paragraph) -> list[list[str]]:
    """The cells, their texts escaped, pictures and references in them."""
    inserts: dict[int, list[str]] = {}
    for reference in table.references:
        inserts.setdefault(reference.offset, []).append(f"[^{note_label(reference.label)}]")
    for inset in table.insets:
        if inset.picture:
            inserts.setdefault(inset.offset, []).append(picture_mark(inset.picture, ""))
    rows: list[list[str]] = []
    start = 0
    for row in table.text.split("\n"):
        cells: list[str] = []
        for cell in row.split("\t"):
            cells.append(_cell(cell, start, inserts))
            start += len(cell) + 1
        rows.append(cells)
    return rows


def _cell(text: str, start: int, inserts: dict[int, list[str]]) -> str:
    """A cell whose text begins at ``start`` of the table's."""
    pieces: list[str] = []
    last = 0
    for offset in sorted(o for o in inserts if start <= o <= start + len(text)):
        pieces += [_text(text[last : offset - start]), *inserts[offset]]
        last = offset - start
    pieces.append(_text(text[last:]))
    return "".join(pieces)


def _text(text: str) -> str:
    return _BREAK.join(escaped(part).replace("|", "\\|") for part in text.split(CELL_PARAGRAPH))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
