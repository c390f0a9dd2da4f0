"""One report: from its lines to the document."""

from __future__ import annotations

from dataclasses import replace

from converter.model.nodes import Document, Section
from converter.profiles.choice import Choice
from converter.readers.text import footnotes, imprint, roles
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
from converter.readers.text.signature import Known, bare_name
from converter.readers.text.subject import organization, period, reporting
from converter.readers.text.tables import read_tables
from converter.readers.text.title import Opening, read_opening
from converter.source.text import SourceText


def read_report(
    extract: Extract, source: SourceText, choice: Choice, names: frozenset[str] = frozenset()
) -> Document:
    """The document that the lines of one report make. ``names`` are those of bodies that the
    metadata give, as :func:`~converter.readers.text.signature.bare_name` has them."""
    lines, table_marks = read_tables(extract.lines, source)
    lines, picture_marks = read_pictures(lines)
    opening = read_opening(lines, extract.titles)
    body = lines[opening.rest :]
    gone = extract.removed + table_marks + picture_marks
    body_name = organization(opening.title.text) if opening.title else None
    known = Known(choice.for_title(named(opening)), body_name, names)
    marks = footnotes.find(body)
    # Only the finished outline tells whether a reference stands in a paragraph or in a heading. So
    # a text may be read again, without the refused ones; and if that will not do, without any.
    for again in (True, False, False):
        plain, note_marks = footnotes.take_out(body, marks)
        document, refused = attach(_read(opening, plain, marks, known), marks)
        if not refused:
            break
        marks = marks.without(refused) if again else Marks()
    removed = sorted(gone + note_marks, key=lambda item: (item.line, item.column))
    return replace(document, removed=tuple(removed), encoding=source.encoding)


def _read(opening: Opening, lines: list[Line], marks: Marks, known: Known) -> Document:
    """The document of a title and the lines below it, without its references."""
    profile = known.profile
    body, notes = footnotes.divide(unwrap(lines), marks)
    bound = find_start(body, known)
    ending = read_ending(body, bound, known)
    # What a printed document has below everything, its attachments too.
    printed = imprint.find_start(body, len(body)) if bound < len(body) else bound
    text = mark_list(mark_recipients(body[: ending.stop]))
    title = opening.title.text if opening.title else ""
    name = named(opening)
    guess = period(name, short_lines(text))
    lead, sections = build(
        text, lambda heading: roles.told_roles(heading, guess, profile), profile.continues
    )
    years = period(name, [section.heading for section in sections])
    signer = bare_name(ending.signature.text.split("\n")[0]) if ending.signature else None
    return Document(
        title=text_line(opening.title) if opening.title else None,
        organization=reporting(title, known.organization, signer),
        period=years,
        lead=lead,
        sections=_with_roles(
            sections, roles.assign([s.heading for s in sections], name, years, profile)
        ),
        signature=ending.signature,
        date=ending.date,
        above_title=opening.above,
        below_title=opening.below,
        notes=ending.notes + imprint.paragraphs(body[printed:]),
        attachments=read_attachments(body[bound:printed]),
        footnotes=notes,
        profile=profile.id,
    )


def named(opening: Opening) -> str:
    """What the report calls itself: its title with its subtitles, for a slogan leaves it to the
    subtitle to say what the report is."""
    title = opening.title.text if opening.title else ""
    return title + "".join(line.text for line in opening.below if line.kind == "subtitle")


def _with_roles(sections: tuple[Section, ...], named: list[tuple[str, ...]]) -> tuple[Section, ...]:
    return tuple(
        replace(section, role=own[0], also=own[1:])
        for section, own in zip(sections, named, strict=True)
    )
