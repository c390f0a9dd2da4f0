"""Reading raw text: from a decoded input to the reports in it.

Stages, each a module of its own: lines without residue → extracts, one a report → tables and
pictures, a line each → opening (title) → footnotes → lines as they were before another program
broke them → attachments and ending (signature, date, notes, imprint) → salutation → outline
(headings, levels, paragraphs, points) → roles.
"""

from __future__ import annotations

from converter.readers.text.bodies import bare_name
from converter.readers.text.compilation import split
from converter.readers.text.lines import may_be_metadata, read_lines
from converter.readers.text.report import read_report
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from converter.model.elements import Elements
    from converter.model.nodes import Document, Removed
    from converter.profiles.choice import Choice
    from converter.readers.text.front import Front
    from converter.readers.text.given import Given
    from converter.readers.text.lines import Line
    from converter.source.text import SourceText

_FLATTENED_SHARE, _FLATTENED_LENGTH = 0.6, 120


def read(
    source: SourceText,
    choice: Choice,
    name: str = "",
    bodies: Iterable[str] = (),
    given: Given | None = None,
) -> tuple[Document, ...]:
    """The reports in a text, in order; none when nothing but residue is in it.

    Every non-blank character of the source is in one of the documents or in its ``removed``.
    ``name`` stands in messages. ``bodies`` are names of issuing or signing bodies known from
    elsewhere; those of the text's own metadata block are known, too. ``given`` is what a structured
    format says of the lines. Raises MetadataError for a metadata block that is not right.
    """
    front = _front(source, name) if given is None or given.block else None
    own = (*front.elements.issuers, *front.elements.signatures) if front else ()
    names = frozenset(bare_name(body) for body in (*own, *bodies))
    title = (front.elements.title if front else None) or ""
    documents = _reports(front.rest if front else source, choice, names, title, given)
    if front:
        documents = front.attach(documents)
    return _with_elements(documents, given.elements) if given and documents else documents


def _with_elements(documents: tuple[Document, ...], elements: Elements) -> tuple[Document, ...]:
    """The reports, the first one with the elements that a format tells; those of its metadata
    block count."""
    told = elements.stated()
    if not told:
        return documents
    first, *others = documents
    own = first.elements
    fresh: dict[str, Any] = {name: value for name, value in told.items() if not getattr(own, name)}
    return (replace(first, elements=replace(own, **fresh)), *others)


def _front(source: SourceText, name: str) -> Front | None:
    """The metadata block at the head of a text, or None, as in most drafts."""
    first = next((line for line in source.lines if line.strip()), "")
    if not source.has("<!--") and not may_be_metadata(first):
        return None
    from converter.readers.text.front import take_front

    return take_front(source, name)


def _reports(
    source: SourceText,
    choice: Choice,
    names: frozenset[str],
    title: str,
    given: Given | None,
) -> tuple[Document, ...]:
    lines, gone = read_lines(source, given)
    lines, pages = _unfolded(lines)
    if given is None:
        extracts = split(lines, gone + pages)
    else:
        from converter.readers.text.footnotes import split_apart

        extracts = split_apart(lines, gone + pages)
    told = given is not None
    return tuple(
        read_report(extract, source, choice, names, title, told=told) for extract in extracts
    )


def _unfolded(lines: list[Line]) -> tuple[list[Line], list[Removed]]:
    """The lines with a text that lost its line ends cut at its headings again, and the page
    numbers found inside it. Only where one line is most of the text may that be so."""
    lengths = [len(line.text) for line in lines]
    longest = max(lengths, default=0)
    if longest < max(_FLATTENED_LENGTH, _FLATTENED_SHARE * sum(lengths)):
        return lines, []
    if not max(lines, key=lambda line: len(line.text)).is_text:
        return lines, []  # a table
    from converter.readers.text.reflow import unfold

    return unfold(lines)
