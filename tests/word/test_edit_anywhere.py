"""Any edit at any place of a file: once accepted it is made, once rejected nothing is changed, and
what cannot be a change is a comment."""

from functools import cache

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from converter.findings import Edit, Finding, Fix, Severity
from converter.linter.edits import apply
from converter.word.edit import tracked
from converter.word.model import WordFile
from converter.word.reading import read_word
from converter.word.transcript import LEFT_OUT, Transcript, transcript_of
from tests.fuzz.seeds import seeds
from tests.word.revisions import W, root_of, settled, texts

SEEDS = seeds()
PARTS = ("word/document.xml", "word/footnotes.xml")


@cache
def word(seed: int) -> WordFile:
    """One of the files that damage is done to, undamaged."""
    return read_word(SEEDS[seed])


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    seed=st.integers(0, len(SEEDS) - 1),
    at=st.integers(0, 2**16),
    length=st.integers(0, 8),
    text=st.sampled_from(("", "甲", " 甲 ", "甲\t乙")),
)
def test_any_edit(seed: int, at: int, length: int, text: str) -> None:
    file = word(seed)
    transcript = transcript_of(file)
    source = transcript.source
    edit = _edit(source.text, at % (len(source.text) + 1), length, text)
    assume(_changed(source.text, edit))
    place = (edit.line, edit.column, edit.end_line, edit.end_column)
    fix = Fix(True, (edit,))
    found = Finding("T001", "n", Severity.INFO, "用错了", "-", *place, "", fix, "")
    copy = tracked(file, [found])
    roots = {part: root_of(copy, part) for part in PARTS if file.package.has(part)}
    marks = [mark for root in roots.values() for mark in root.iter(W + "ins", W + "del")]
    changes = [mark for mark in marks if mark.get(W + "author") == "gongwen"]
    comments = len(read_word(copy).comments) - len(file.comments)
    assert comments == (not changes)
    if changes:
        after = apply(source.text, source.line_starts, [edit]).split("\n")
        assert _accepted(transcript_of(read_word(copy))) == _text(transcript, after)
    for part, root in roots.items():
        assert texts(settled(root, "reject", "gongwen")) == texts(root_of(SEEDS[seed], part))


def _edit(text: str, start: int, length: int, new: str) -> Edit:
    """Replaces some characters of one line."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    end = min(start + length, len(text) if line_end < 0 else line_end)
    line = text.count("\n", 0, start) + 1
    return Edit(line, start - line_start + 1, line, end - line_start + 1, new)


def _changed(text: str, edit: Edit) -> bool:
    line = text.split("\n")[edit.line - 1]
    return line[edit.column - 1 : edit.end_column - 1] != edit.text


def _accepted(transcript: Transcript) -> list[str]:
    return _text(transcript, list(transcript.source.lines))


def _text(transcript: Transcript, lines: list[str]) -> list[str]:
    """The lines that are no more than text that is left out."""
    kept = [
        line
        for line, origin in zip(lines, transcript.origins, strict=True)
        if origin.kind not in LEFT_OUT
    ]
    return [line for line in kept if line]
