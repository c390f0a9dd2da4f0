"""From a place in the transcript to the paragraph and the characters that stand there."""

from __future__ import annotations

from converter.record import record
from converter.word.grid import paragraphs_of
from converter.word.transcript import BODY, transcript_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.findings import Edit, Finding
    from converter.word.model import Block, Note, Paragraph, WordFile
    from converter.word.transcript import Transcript


@record
class Span:
    """The characters of a paragraph from ``start`` up to ``end``; ``note`` is the footnote or
    endnote that the paragraph stands in."""

    paragraph: Paragraph
    start: int
    end: int
    note: Note | None = None


class Places:
    """Where findings and edits, whose lines and columns are those of the transcript, stand in a
    file."""

    def __init__(self, word: WordFile) -> None:
        self._transcript: Transcript = transcript_of(word)
        self._lines = self._transcript.source.lines
        self._paragraphs = {p.number: p for p in all_paragraphs(word.blocks) if p.number}

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the body in their order, those that say something first."""
        return sorted(self._paragraphs.values(), key=lambda each: not each.text.strip())

    def of_finding(self, finding: Finding) -> Span | None:
        """What a finding is about, as far as it stands in its first paragraph: the whole of this
        where its characters are in no run (an automatic number, a removed line); None where it is
        about no paragraph."""
        return self._exactly(finding) or self._paragraph(finding)

    def of_edit(self, edit: Edit) -> Span | None:
        """The characters that an edit replaces; None unless all of them stand together in one
        paragraph, and so does what is put there."""
        start = self._transcript.place(edit.line, edit.column)
        end = self._transcript.place(edit.end_line, edit.end_column)
        if start is None or end is None or start[0] is not end[0]:
            return None
        paragraph = start[0]
        if "\t" in edit.text and self._transcript.origins[edit.line - 1].kind != BODY:
            return None  # between cells, and no character of one
        if self._between(edit) != _as_shown(paragraph.text[start[1] : end[1]]):
            return None
        return Span(paragraph, start[1], end[1])

    def whole_paragraphs(self, edit: Edit) -> tuple[Paragraph, ...]:
        """The paragraphs that an edit takes out with their ends, from the beginning of its first
        line up to that of the line behind it; nothing if it does anything else."""
        if edit.text or edit.column != 1 or edit.end_column != 1 or edit.end_line <= edit.line:
            return ()
        lines = range(edit.line, min(edit.end_line, len(self._lines) + 1))
        origins = [self._transcript.origins[line - 1] for line in lines]
        if any(origin.kind != BODY or origin.paragraph is None for origin in origins):
            return ()
        taken = {
            origin.paragraph.number: origin.paragraph for origin in origins if origin.paragraph
        }
        count = sum(paragraph.text.count("\n") + 1 for paragraph in taken.values())
        return tuple(taken.values()) if count == len(origins) and 0 not in taken else ()

    def _exactly(self, finding: Finding) -> Span | None:
        start = self._start(finding.line, finding.column)
        if start is None:
            return None
        paragraph, begin = start
        line = finding.line
        note = self._transcript.origins[line - 1].note
        if (finding.end_line, finding.end_column) <= (line, finding.column):
            return Span(paragraph, begin, begin, note)
        whole = len(self._lines[line - 1])
        last = whole if finding.end_line > line else min(finding.end_column - 1, whole)
        stretches = [
            stretch
            for stretch in self._transcript.origins[line - 1].stretches
            if stretch.paragraph is paragraph and stretch.column <= last
        ]
        if not stretches:
            return Span(paragraph, begin, begin, note)
        stretch = stretches[-1]
        end = stretch.start + min(stretch.length, last - stretch.column + 1)
        return Span(paragraph, begin, max(begin, end), note)

    def _start(self, line: int, column: int) -> tuple[Paragraph, int] | None:
        """The paragraph and offset at a place, or at the next one on its line that has one."""
        if not 0 < line <= len(self._lines):
            return None
        found = self._transcript.place(line, column)
        if found:
            return found
        stretches = self._transcript.origins[line - 1].stretches
        later = [stretch for stretch in stretches if stretch.column >= column]
        if later:
            return later[0].paragraph, later[0].start
        return None

    def _paragraph(self, finding: Finding) -> Span | None:
        number = self._transcript.paragraph_at(finding.line) or finding.paragraph
        paragraph = self._paragraphs.get(number)
        return Span(paragraph, 0, len(paragraph.text)) if paragraph else None

    def _between(self, edit: Edit) -> str:
        lines = list(self._lines[edit.line - 1 : edit.end_line])
        lines[-1] = lines[-1][: edit.end_column - 1]
        lines[0] = lines[0][edit.column - 1 :]
        return _as_shown("\n".join(lines))


def _as_shown(text: str) -> str:
    """A text with the characters that the transcript has others for made alike."""
    return "".join(" " if char.isspace() else char for char in text)


def all_paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """All paragraphs in some blocks in order, those in tables and text boxes, too."""
    for paragraph in paragraphs_of(blocks):
        yield paragraph
        for run in paragraph.runs:
            for box in run.boxes:
                yield from all_paragraphs(box.blocks)
