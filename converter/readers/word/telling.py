"""What a Word file tells of the lines of its transcript."""

from __future__ import annotations

from converter.patterns import lazy
from converter.readers.text.given import Given, GivenLine
from converter.readers.word.figures import picture_of, table_line
from converter.readers.word.own import is_own
from converter.readers.word.seals import seal_line
from converter.record import replace
from converter.word.transcript import BODY, LEFT_OUT, NOTE, PICTURE, TABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.model.elements import Elements
    from converter.readers.word.figures import Labels
    from converter.word.model import WordFile
    from converter.word.transcript import Origin, Transcript

_TOGETHER = lazy(r"[0-9A-Za-z][\u4e00-\u9fff]|[\u4e00-\u9fff][0-9A-Za-z]")
_APART = lazy(r"[0-9A-Za-z] [\u4e00-\u9fff]|[\u4e00-\u9fff] [0-9A-Za-z]")
_LID, _LONGEST_BLOCK = 3, 120
_CONTENTS_WORDS = frozenset(("目录", "目次", "CONTENTS"))


def told(word: WordFile, transcript: Transcript, base: str) -> Given:
    """What the file, whose base name is ``base``, tells of its lines, and the elements of its head
    and imprint."""
    lines = dict(_structure(word, transcript, base))
    text = [
        (number, origin)
        for number, origin in enumerate(transcript.origins, 1)
        if origin.kind == BODY and transcript.source.lines[number - 1].strip()
    ]
    elements, found = _read(word, transcript, text, base)
    for number, line in found.items():
        own = lines.get(number)
        if own:
            line = replace(line, references=(*own.references, *line.references))
        lines[number] = line
    lines |= _captioned(transcript, lines)
    lines |= _glued(transcript, lines)
    for number in _contents_headings(transcript, text):
        lines[number] = GivenLine(reason=LEFT_OUT["contents"])
    return Given(lines=lines, elements=elements, block=_has_block(transcript, text))


def _has_block(transcript: Transcript, text: list[tuple[int, Origin]]) -> bool:
    """Whether a metadata block stands between two lines of dashes at the head. What only looks like
    metadata is no mistake in a Word file, but one of the forms that offices fill in."""
    lines = [transcript.source.lines[number - 1].strip() for number, _ in text[:_LONGEST_BLOCK]]
    lids = [len(line) >= _LID and not line.strip("-") for line in lines]
    return bool(lids) and lids[0] and any(lids[1:])


def _read(
    word: WordFile, transcript: Transcript, text: list[tuple[int, Origin]], base: str
) -> tuple[Elements, dict[int, GivenLine]]:
    """What the styles, the outline and the looks tell of the lines of text."""
    if is_own(word):
        from converter.readers.word.own_lines import read_own
        from converter.readers.word.own_metadata import stated_in

        return read_own(transcript, text, base, stated_in(word))
    from converter.readers.word.foreign import read_foreign

    return read_foreign(transcript, text, base)


def _structure(
    word: WordFile, transcript: Transcript, base: str
) -> Iterator[tuple[int, GivenLine]]:
    """What is told by what a line is: a table, a picture, a note, or nothing of the text."""
    labels, seal = labels_of(word), seal_line(transcript)
    for number, origin in enumerate(transcript.origins, 1):
        if origin.kind in LEFT_OUT:
            yield number, GivenLine(reason=LEFT_OUT[origin.kind])
        elif origin.kind == TABLE and origin.grid and not origin.inner:
            yield number, table_line(transcript, number, base, labels)
        elif origin.kind == PICTURE and origin.picture and number != seal:
            yield number, GivenLine(kind="picture", picture=picture_of(origin.picture, base))
        elif origin.kind == NOTE and origin.note:
            label = labels[origin.note.kind, origin.note.id]
            yield number, GivenLine(kind="footnote", label=label)
        elif origin.calls:
            called = [(at, labels.get((note.kind, note.id), "")) for at, note in origin.calls]
            yield number, GivenLine(references=tuple(each for each in called if each[1]))


def _captioned(transcript: Transcript, lines: dict[int, GivenLine]) -> dict[int, GivenLine]:
    """The pictures whose own text is the caption below, as our writer says by the description: that
    line is the picture's then."""
    found = {}
    for number, line in lines.items():
        above = lines.get(number - 1)
        if line.element == "caption" and above and above.kind == "picture":
            drawing = transcript.origins[number - 2].picture
            text = transcript.source.lines[number - 1].strip()
            if drawing and drawing.description == text:
                found[number] = replace(above, references=line.references)
                found[number - 1] = GivenLine()
    return found


def _glued(transcript: Transcript, lines: dict[int, GivenLine]) -> dict[int, GivenLine]:
    """The lines of a title that begin with a blank which its break took the place of: between two
    Western words, and where figures stand apart from characters in all of the title."""
    found = {}
    source = transcript.source.lines
    titles = [number for number in sorted(lines) if lines[number].title]
    whole = "".join(f"{source[number - 1].strip()}\n" for number in titles)
    apart = bool(_APART.search(whole)) and not _TOGETHER.search(whole)
    for number in titles:
        if lines[number].title and number - 1 in lines and lines[number - 1].title:
            meeting = source[number - 2].strip()[-1:] + source[number - 1].strip()[:1]
            if meeting.isascii() or (apart and _TOGETHER.search(meeting)):
                found[number] = replace(lines[number], glue=" ")
    return found


def labels_of(word: WordFile) -> Labels:
    """What the references to each note say. An endnote whose number a footnote has, too, is told
    apart from that."""
    labels: dict[tuple[str, str], str] = {}
    for note in word.notes:
        label = note.label or note.id
        if label in labels.values():
            label = f"尾注{label}" if note.kind == "endnote" else f"{label}-{note.id}"
        labels[note.kind, note.id] = label
    return labels


def _contents_headings(transcript: Transcript, text: list[tuple[int, Origin]]) -> Iterator[int]:
    """The lines that head an automatic table of contents."""
    lines = transcript.source.lines
    for number, _ in text:
        if "".join(lines[number - 1].split()).upper() in _CONTENTS_WORDS:
            after = number
            while after < len(lines) and not lines[after].strip():
                after += 1
            if after < len(lines) and transcript.origins[after].kind == "contents":
                yield number
