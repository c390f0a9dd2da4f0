"""Independent readers of Word files, and what each of them takes for the text of a file."""

import io
import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import docx2txt
import mammoth
import pypandoc

from converter.word.model import Block, Paragraph, WordFile
from converter.word.notes import paragraphs_of

READERS = ("pandoc", "mammoth", "docx2txt", "office")
"""Their names; ``office`` is LibreOffice (:class:`tests.tools.office.Office`)."""
_CANNOT = (KeyError, TypeError, ValueError)
"""How mammoth fails on a file that it cannot read."""
_QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}


def read_by(reader: str, path: Path) -> str:
    """The text of a file as one of the first three reads it, blanks and all; empty for a file that
    it cannot read."""
    match reader:
        case "pandoc":
            return _pandoc(path)
        case "mammoth":
            try:
                return str(mammoth.extract_raw_text(io.BytesIO(path.read_bytes())).value)
            except _CANNOT:
                return ""
    return str(docx2txt.process(path))


def taken_by(reader: str, word: WordFile) -> str:
    """Of what was read of a file, what a reader takes for its text, without blanks.

    pandoc leaves automatic numbers out, and reads notes where they are called; mammoth and docx2txt
    read no notes; docx2txt reads headers and footers; LibreOffice writes the numbers of paragraphs
    and of notes where they are called, but nothing of notes and text boxes.
    """
    labels = {(note.kind, note.id): note.label for note in word.notes}
    parts: list[str] = []
    for paragraph in _paragraphs(word.blocks, boxes=reader != "office"):
        parts += [paragraph.mark] if reader == "office" else []
        for run in paragraph.runs:
            parts.append(run.text)
            if run.note and reader == "office":
                parts.append(labels[run.note.kind, run.note.id])
    for note in word.notes if reader == "pandoc" else ():
        parts += [paragraph.text for paragraph in paragraphs_of(note.blocks)]
    if reader == "docx2txt":
        seen = {f.part: f.blocks for section in word.sections for f in section.footers}
        parts += [each.text for blocks in seen.values() for each in paragraphs_of(blocks)]
    return bare("".join(parts))


def bare(text: str) -> str:
    """A text without blanks."""
    return "".join(text.split()).replace("\N{ZERO WIDTH SPACE}", "")


def differ(one: str, other: str) -> bool:
    """Whether two bare texts are not the same characters; their order may not be, as readers put
    notes and text boxes in places of their own."""
    return sorted(one) != sorted(other)


def _paragraphs(blocks: Iterable[Block], *, boxes: bool) -> Iterator[Paragraph]:
    if boxes:
        yield from paragraphs_of(blocks)
        return
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks, boxes=False)


def _pandoc(path: Path) -> str:
    command = (pypandoc.get_pandoc_path(), "--from=docx", "--to=json", str(path))
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        return ""
    document = json.loads(done.stdout)
    return "".join(_words([*document["meta"].values(), document["blocks"]]))


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _words(each)
    elif isinstance(node, dict):
        content = node.get("c")
        match node.get("t"):
            case "Str":
                yield content
            case "Math" | "Code" | "CodeBlock":
                yield content[1]
            case "OrderedList":
                yield from _words(content[1])
            case "Quoted":
                first, last = _QUOTES[content[0]["t"]]
                yield from (first, *_words(content[1]), last)
            case kind if kind != "Image":
                yield from _words(content)
