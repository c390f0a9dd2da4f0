"""Reading a Word file: its parts put together to what it says and how that looks."""

from __future__ import annotations

from converter.bilingual import Text
from converter.errors import InputError
from converter.word.book import Book
from converter.word.content import blocks_of
from converter.word.drawn import lines_of
from converter.word.ledger import Ledger, author_of
from converter.word.limits import Limits
from converter.word.model import WordFile
from converter.word.notes import Notes, comments_of
from converter.word.numbering import Numbering
from converter.word.package import open_package
from converter.word.properties import child
from converter.word.sections import sections_of
from converter.word.settings import settings_of
from converter.word.styles import Styles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from converter.word.model import Block, Line
    from converter.word.package import Package

_LIMITS = Limits()
_APPLICATION = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Application"
)
_kept: list[tuple[bytes, str, Limits, WordFile]] = []
"""The file read last: reader, linter and edits ask for the same one."""


def read_word(data: bytes, name: str = "", limits: Limits = _LIMITS) -> WordFile:
    """The Word file ``data``; ``name`` stands in messages. Raises InputError, with one line that
    says what is wrong, for a file that is none, is damaged or goes beyond the limits."""
    for kept, kept_name, kept_limits, word in _kept:
        if kept is data and (kept_name, kept_limits) == (name, limits):
            return word
    word = _read(open_package(data, name, limits))
    _kept[:] = [(data, name, limits, word)]
    return word


def _read(package: Package) -> WordFile:
    styles = Styles(package)
    book = Book(
        package=package,
        styles=styles,
        numbering=Numbering(package, styles),
        ledger=Ledger(),
        numbers={},
        sections=[],
    )
    body = child(package.xml(package.main), "body")
    if body is None:
        raise InputError(
            Text("正文部件里没有正文", "the main document part has no body"), package.name
        )
    settings = settings_of(package)
    blocks = blocks_of(book, body, package.main)
    ends: list[tuple[Element | None, int]] = [*book.sections]
    last = child(body, "sectPr")
    if last is not None or not ends or ends[-1][1] < book.ledger.number:
        ends.append((last, book.ledger.number))
    properties = [element for element, _ in ends]
    for element, number in ends:
        changed = child(element, "sectPrChange")
        if changed is not None:
            book.ledger.formatted(author_of(changed), "", number)
    notes = Notes(book, properties).called(blocks)
    comments = comments_of(book)
    footers: dict[str, tuple[Block, ...]] = {}

    def in_footer(part: str) -> tuple[Block, ...]:
        if part not in footers:
            footers[part] = blocks_of(book, package.xml(part), part, 0)
        return footers[part]

    starts = [1, *(end + 1 for _, end in ends[:-1])]
    spans = [(start, end) for start, (_, end) in zip(starts, ends, strict=True)]
    sections = sections_of(package, properties, spans, settings, in_footer)
    return WordFile(
        package=package,
        blocks=blocks,
        sections=sections,
        notes=notes,
        comments=comments,
        revisions=book.ledger.revisions,
        hidden=book.ledger.hidden,
        asides=book.ledger.asides,
        lines=_lines(book, footers),
        settings=settings,
        default_run=styles.run(None),
        producer=_producer(package),
    )


def _lines(book: Book, footers: dict[str, tuple[Block, ...]]) -> tuple[Line, ...]:
    """The lines drawn in the body and in the headers and footers in force."""

    def number_of(paragraph: Element) -> int:
        return book.numbers.get(paragraph, 0)

    package, theme = book.package, book.styles.theme
    found = lines_of(package.xml(package.main), "body", theme, number_of)
    for part in footers:
        found += lines_of(package.xml(part), part, theme, number_of)
    return found


def _producer(package: Package) -> str:
    for relationship in package.relationships("").values():
        if relationship.kind == "extended-properties" and package.has(relationship.target):
            return (package.xml(relationship.target).findtext(_APPLICATION) or "").strip()
    return ""
