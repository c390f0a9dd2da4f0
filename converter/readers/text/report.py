"""One report: from its lines to the document."""

from __future__ import annotations

from dataclasses import replace

from converter.model.nodes import Document, Section
from converter.profiles import Profile
from converter.readers.text import footnotes, roles
from converter.readers.text.attachments import find_start, mark_list, read_attachments
from converter.readers.text.compilation import Extract
from converter.readers.text.ending import read_ending, text_line
from converter.readers.text.footnotes import Marks
from converter.readers.text.lines import Line
from converter.readers.text.outline import build
from converter.readers.text.parts import short_lines
from converter.readers.text.pictures import read_pictures
from converter.readers.text.references import attach
from converter.readers.text.reflow import unwrap
from converter.readers.text.salutation import mark_recipients
from converter.readers.text.subject import organization, period
from converter.readers.text.tables import read_tables
from converter.readers.text.title import Opening, read_opening
from converter.source.text import SourceText


def read_report(extract: Extract, source: SourceText, profile: Profile) -> Document:
    """The document that the lines of one report make."""
    lines, table_marks = read_tables(extract.lines, source)
    lines, picture_marks = read_pictures(lines)
    opening = read_opening(lines, extract.titles)
    body = lines[opening.rest :]
    gone = extract.removed + table_marks + picture_marks
    marks = footnotes.find(body)
    # Only the finished outline tells whether a reference stands in a paragraph or in a heading. So
    # a text may be read again, without the refused ones; and if that will not do, without any.
    for again in (True, False, False):
        plain, note_marks = footnotes.take_out(body, marks)
        document, refused = attach(_read(opening, plain, marks, profile), marks)
        if not refused:
            break
        marks = marks.without(refused) if again else Marks()
    removed = sorted(gone + note_marks, key=lambda item: (item.line, item.column))
    return replace(document, removed=tuple(removed), encoding=source.encoding)


def _read(opening: Opening, lines: list[Line], marks: Marks, profile: Profile) -> Document:
    """The document of a title and the lines below it, without its references."""
    body, notes = footnotes.divide(unwrap(lines), marks)
    title = opening.title.text if opening.title else ""
    unit = organization(title) if title else None
    bound = find_start(body, unit)
    ending = read_ending(body, bound, unit)
    text = mark_list(mark_recipients(body[: ending.stop]))
    # A slogan for a title leaves it to the subtitle to say what the report is.
    named = title + "".join(line.text for line in opening.below if line.kind == "subtitle")
    guess = period(named, short_lines(text))
    lead, sections = build(
        text, lambda heading: roles.told_roles(heading, guess, profile), profile.continues
    )
    years = period(named, [section.heading for section in sections])
    signer = ending.signature.text.split("\n")[0] if ending.signature else None
    return Document(
        title=text_line(opening.title) if opening.title else None,
        organization=unit or signer,
        period=years,
        lead=lead,
        sections=_with_roles(
            sections, roles.assign([s.heading for s in sections], named, years, profile)
        ),
        signature=ending.signature,
        date=ending.date,
        above_title=opening.above,
        below_title=opening.below,
        notes=ending.notes,
        attachments=read_attachments(body[bound:]),
        footnotes=notes,
        profile=profile.id,
    )


def _with_roles(sections: tuple[Section, ...], named: list[tuple[str, ...]]) -> tuple[Section, ...]:
    return tuple(
        replace(section, role=own[0], also=own[1:])
        for section, own in zip(sections, named, strict=True)
    )
