"""Reading raw text: from a decoded input to the reports in it.

Stages, each a module of its own: lines without residue → lines as they were before another program
broke them → extracts, one a report → opening (title) and ending (signature, date) → outline
(headings, levels, paragraphs, points) → roles.
"""

from __future__ import annotations

from dataclasses import replace

from converter.model.nodes import Document, Removed, Section
from converter.profiles import Profile
from converter.readers.text import roles
from converter.readers.text.compilation import Extract, split
from converter.readers.text.ending import read_ending, text_line
from converter.readers.text.lines import read_lines
from converter.readers.text.outline import build
from converter.readers.text.parts import short_lines
from converter.readers.text.reflow import unfold, unwrap
from converter.readers.text.subject import organization, period
from converter.readers.text.title import read_opening
from converter.source.text import SourceText


def read(source: SourceText, profile: Profile) -> tuple[Document, ...]:
    """The reports in a text, in order; none when nothing but residue is in it.

    Every non-blank character of the source is in one of the documents or in its ``removed``.
    """
    lines, gone = read_lines(source)
    lines, pages = unfold(lines)
    return tuple(_report(extract, source, profile) for extract in split(lines, gone + pages))


def _report(extract: Extract, source: SourceText, profile: Profile) -> Document:
    opening = read_opening(extract.lines, extract.titles)
    body = unwrap(extract.lines[opening.rest :])
    title = opening.title.text if opening.title else ""
    unit = organization(title) if title else None
    ending = read_ending(body, unit)
    text = body[: ending.stop]
    # A slogan for a title leaves it to the subtitle to say what the report is.
    named = title + "".join(line.text for line in opening.below if line.kind == "subtitle")
    guess = period(named, short_lines(text))
    lead, sections = build(
        text, lambda heading: roles.told_roles(heading, guess, profile), profile.continues
    )
    years = period(named, [section.heading for section in sections])
    return Document(
        title=text_line(opening.title) if opening.title else None,
        organization=unit or (ending.signature.text if ending.signature else None),
        period=years,
        lead=lead,
        sections=_with_roles(
            sections, roles.assign([s.heading for s in sections], named, years, profile)
        ),
        signature=ending.signature,
        date=ending.date,
        removed=_ordered(extract.removed),
        above_title=opening.above,
        below_title=opening.below,
        profile=profile.id,
        encoding=source.encoding,
    )


def _with_roles(sections: tuple[Section, ...], named: list[tuple[str, ...]]) -> tuple[Section, ...]:
    return tuple(
        replace(section, role=own[0], also=own[1:])
        for section, own in zip(sections, named, strict=True)
    )


def _ordered(removed: list[Removed]) -> tuple[Removed, ...]:
    return tuple(sorted(removed, key=lambda item: (item.line, item.column)))
