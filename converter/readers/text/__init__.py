"""Reading raw text: from a decoded input to the reports in it.

Stages, each a module of its own: lines without residue → extracts, one a report → tables and
pictures, a line each → opening (title) → footnotes → lines as they were before another program
broke them → attachments and ending (signature, date, notes, imprint) → salutation → outline
(headings, levels, paragraphs, points) → roles.
"""

from __future__ import annotations

from collections.abc import Iterable

from converter.model.nodes import Document
from converter.profiles.choice import Choice
from converter.readers.text.compilation import split
from converter.readers.text.front import take_front
from converter.readers.text.lines import read_lines
from converter.readers.text.reflow import unfold
from converter.readers.text.report import read_report
from converter.readers.text.signature import bare_name
from converter.source.text import SourceText


def read(
    source: SourceText, choice: Choice, name: str = "", bodies: Iterable[str] = ()
) -> tuple[Document, ...]:
    """The reports in a text, in order; none when nothing but residue is in it.

    Every non-blank character of the source is in one of the documents or in its ``removed``.
    ``name`` stands in messages. ``bodies`` are names of issuing or signing bodies known from
    elsewhere; those of the text's own metadata block are known, too. Raises MetadataError for a
    metadata block that is not right.
    """
    front = take_front(source, name)
    own = (*front.elements.issuers, *front.elements.signatures) if front else ()
    names = frozenset(bare_name(body) for body in (*own, *bodies))
    title = (front.elements.title if front else None) or ""
    documents = _reports(front.rest if front else source, choice, names, title)
    return front.attach(documents) if front else documents


def _reports(
    source: SourceText, choice: Choice, names: frozenset[str], title: str
) -> tuple[Document, ...]:
    lines, gone = read_lines(source)
    lines, pages = unfold(lines)
    extracts = split(lines, gone + pages)
    return tuple(read_report(extract, source, choice, names, title) for extract in extracts)
