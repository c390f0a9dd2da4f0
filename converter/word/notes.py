"""Footnotes, endnotes and comments: which are called, in which order, and their labels (ISO/IEC
29500-1, 17.11 and 17.13.4)."""

from __future__ import annotations

from converter.word.content import blocks_of
from converter.word.model import Comment, Note, Paragraph
from converter.word.number_formats import printed
from converter.word.properties import W, child, value, whole
from converter.word.style_parts import related

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as Element

    from converter.word.book import Book
    from converter.word.model import Block, NoteCall

_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


class Notes:
    """The notes of a file. ``sections`` are the ``w:sectPr`` of its sections."""

    def __init__(self, book: Book, sections: Sequence[Element | None]) -> None:
        self._book, self._sections = book, sections
        settings = related(book.package, "settings")
        self._settings = book.package.xml(settings) if settings else None
        self._parts = {kind: related(book.package, f"{kind}s") for kind in _FORMATS}
        self._elements = {
            (kind, value(element, "id")): element
            for kind, part in self._parts.items()
            for element in (book.package.xml(part) if part else ())
            if element.tag == f"{W}{kind}" and value(element, "type") not in _SEPARATORS
        }

    def called(self, blocks: Iterable[Block]) -> tuple[Note, ...]:
        """The notes that are called in the body, in the order of their calls; a call of a note
        that the file does not have is one of an empty one."""
        found: list[Note] = []
        seen: set[tuple[str, str]] = set()
        counts: dict[str, int] = {}
        last_section = {"footnote": 0, "endnote": 0}
        for call, paragraph in _calls(blocks):
            key = call.kind, call.id
            if key in seen:
                continue
            seen.add(key)
            custom = self._book.ledger.custom_marks.get(key)
            section = paragraph.section
            if self._property(call.kind, section, "numRestart") == "eachSect" and (
                section != last_section[call.kind]
            ):
                counts.pop(call.kind, None)
            last_section[call.kind] = section
            if custom is None:
                start = whole(self._property(call.kind, section, "numStart"))
                counts[call.kind] = counts.get(call.kind, (1 if start is None else start) - 1) + 1
            form = self._property(call.kind, section, "numFmt") or _FORMATS[call.kind]
            label = printed(counts[call.kind], form) if custom is None else custom
            own = self._blocks(key, paragraph.number)
            found.append(Note(kind=call.kind, id=call.id, label=label, blocks=own))
        self._note_lost(seen)
        return tuple(found)

    def _note_lost(self, called: set[tuple[str, str]]) -> None:
        """Notes down the text of notes whose calls are deleted or hidden."""
        ledger = self._book.ledger
        for call, change, number in list(ledger.lost_notes):
            if (call.kind, call.id) not in called:
                text = "\n".join(_texts(self._blocks((call.kind, call.id), number)))
                ledger.change(change, text, number)
                ledger.hide(text, number, on=change is None)

    def _blocks(self, key: tuple[str, str], number: int) -> tuple[Block, ...]:
        element = self._elements.get(key)
        if element is None:
            return ()
        return blocks_of(self._book, element, self._parts[key[0]], number)

    def _property(self, kind: str, section: int, name: str) -> str:
        """What a section says of its notes, else what the settings say; empty for nothing."""
        own = self._sections[section] if section < len(self._sections) else None
        for holder in (own, self._settings):
            found = value(child(child(holder, f"{kind}Pr"), name))
            if found:
                return found
        return ""


def comments_of(book: Book) -> tuple[Comment, ...]:
    """The comments of a file."""
    part = related(book.package, "comments")
    found = []
    for element in book.package.xml(part).iterchildren(f"{W}comment") if part else ():
        identifier = value(element, "id")
        number = book.ledger.place_of_comment(identifier)
        blocks = blocks_of(book, element, part, number)
        found.append(
            Comment(
                id=identifier,
                author=value(element, "author"),
                text="\n".join(_texts(blocks)),
                paragraph=number,
            )
        )
    return tuple(found)


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs in blocks, those in tables and text boxes too, in the order of the file."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            for run in block.runs:
                for box in run.boxes:
                    yield from paragraphs_of(box.blocks)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks)


def _calls(blocks: Iterable[Block]) -> Iterator[tuple[NoteCall, Paragraph]]:
    for paragraph in paragraphs_of(blocks):
        for run in paragraph.runs:
            if run.note is not None:
                yield run.note, paragraph


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    return (paragraph.text for paragraph in paragraphs_of(blocks))
