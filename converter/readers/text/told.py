"""What a structured format tells of the ending and the attachments of a report, by its styles.

A format that tells elements tells one of every line (:attr:`GivenLine.element`): then what it does
not name an ending is none, whatever the line looks like.
"""

from __future__ import annotations

from converter.model.nodes import DateLine
from converter.readers.text import imprint
from converter.readers.text.dates import date_line
from converter.readers.text.ending import Ending, text_line
from converter.source.text import Piece, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.model.nodes import Paragraph
    from converter.readers.text.lines import Line

_ENDING = ("signature", "date", "note", "imprint")


def tells_elements(lines: list[Line]) -> bool:
    """Whether a format names an element for the lines, as our own files do."""
    return any(line.element for line in lines)


def attachments_start(lines: list[Line]) -> int:
    """The index of the first attachment's label; the number of lines if there are none."""
    found = (i for i, line in enumerate(lines) if line.element == "attachment_label")
    return next(found, len(lines))


def read_told_ending(lines: list[Line], end: int) -> Ending:
    """Signature, date and notes among a report's first ``end`` lines, and where its text ends."""
    stop = next((i for i in range(end) if lines[i].element in _ENDING), end)
    own = lines[stop:end]
    printed = imprint.find_start(lines[:end], end)
    own = [line.of_kind(imprint.KIND) if i >= printed else line for i, line in enumerate(own, stop)]
    names = [line.piece for line in own if line.element == "signature"]
    dates = [line.piece for line in own if line.element == "date"]
    return Ending(
        text_line(join(names, "\n")) if names else None,
        _date(join(dates)) if dates else None,
        stop,
        notes_of([line for line in own if line.element not in ("signature", "date")]),
    )


def notes_of(lines: list[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs that notes and the lines of an imprint are; what else stands among them, too,
    that nothing is lost."""
    return tuple(
        (line.of_kind(imprint.KIND) if line.element == imprint.KIND else line).paragraph()
        for line in lines
    )


def _date(piece: Piece) -> DateLine:
    return date_line(piece) or DateLine(piece.text, None, piece.line, piece.column, piece.breaks)


def inner_pieces(line: Line) -> Iterator[Piece]:
    """The text of a table, and that of the tables in its cells."""
    yield line.piece
    insets = [*(line.given.insets if line.given else ())]
    while insets:
        table = insets.pop(0).table
        if table:
            yield Piece(table.text, table.line, table.column, table.breaks)
            insets += table.insets
