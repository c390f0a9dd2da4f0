"""Footnotes that no text has called: those of lines that stand in special places (发文字号, 署名,
成文日期), which are called at the end of the line; and those that no line of the page can call."""

from __future__ import annotations

from converter.composition.blocks import Paragraph
from converter.composition.main_part import line_of
from converter.model import walk
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.composition.blocks import Block
    from converter.composition.subject import Subject


def call(blocks: list[Block], subject: Subject) -> None:
    """Let the lines among ``blocks`` call the footnotes that their texts refer to and that nobody
    called. Not where a number of a note is printed: one more before it would make it wrong."""
    if subject.repeats:
        return
    for path, node in walk.nodes(subject.document):
        for reference in walk.references(node):
            label = reference.label
            if label in subject.notes and label not in subject.called:
                _call(f"$.{path}", label, blocks, subject)


def _call(where: str, label: str, blocks: list[Block], subject: Subject) -> None:
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        ends = [n for n, span in enumerate(block.spans) if span.where == where]
        if ends and block.spans[ends[-1]].footnote is None:
            spans = list(block.spans)
            spans[ends[-1]] = replace(spans[ends[-1]], footnote=subject.notes[label])
            blocks[index] = replace(block, spans=tuple(spans))
            subject.called[label] = len(subject.called) + 1
            return


def uncalled(subject: Subject) -> Iterator[Paragraph]:
    """The footnotes that nobody called, as lines below the text."""
    for index, note in enumerate(subject.document.footnotes):
        if note.label not in subject.called:
            text = f"{note.label} {note.text}"
            yield line_of(text, subject.styles.footnote, f"$.footnotes[{index}]")
