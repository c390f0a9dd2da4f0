"""One report: from its lines to the document."""

from __future__ import annotations

from converter.model.nodes import Document
from converter.readers.text import roles
from converter.readers.text.bodies import Known, bare_name, ends_as_name
from converter.readers.text.ending import read_ending, text_line
from converter.readers.text.outline import build
from converter.readers.text.parts import short_lines
from converter.readers.text.subject import organization, period, reporting
from converter.readers.text.title import read_opening, squeeze
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import (
        Attachment,
        Footnote,
        Paragraph,
        Period,
        Removed,
        Section,
        TextLine,
    )
    from converter.profiles import Profile
    from converter.profiles.choice import Choice
    from converter.readers.text.compilation import Extract
    from converter.readers.text.ending import Ending
    from converter.readers.text.footnotes import Marks
    from converter.readers.text.lines import Line
    from converter.readers.text.title import Opening
    from converter.source.text import SourceText

_OPENING = 300
"""Characters that a report without a title is known by."""
_OPENING_LINES = 6
_ADDRESSED_LINES = 12
_LONGEST_WRAPPED = 100
""":data:`~converter.readers.text.reflow.unwrap` knows no wider lines, be they all of ASCII."""


def read_report(
    extract: Extract,
    source: SourceText,
    choice: Choice,
    names: frozenset[str] = frozenset(),
    title: str = "",
    *,
    told: bool = False,
) -> Document:
    """The document that the lines of one report make. ``names`` are those of bodies that the
    metadata give, as :func:`~converter.readers.text.bodies.bare_name` has them; ``title`` is
    the title that they give, which tells the kind of report where the text has none. ``told``
    says that a structured format tells something of the lines."""
    lines, figure_marks = _with_figures(extract.lines, source, told=told)
    opening = read_opening(lines, extract.titles)
    body = lines[opening.rest :]
    if opening.held:
        body = [*opening.held, *body]
    gone = extract.removed + figure_marks
    body_name = organization(opening.title.text) if opening.title else None
    profile = choice.for_title(named(opening) or title, _first_words(body))
    known = Known(profile, body_name, names)
    note_marks: list[Removed] = []
    notes = _given_notes(extract.lines, opening.rest) if told else None
    if notes:
        document = _with_given_notes(_read(opening, body, known, notes, told=told), notes)
    elif source.has("[^"):
        document, note_marks = _with_footnotes(opening, body, known, told=told)
    else:
        document = _read(opening, body, known, told=told)
    removed = sorted(gone + note_marks, key=lambda item: (item.line, item.column))
    return replace(document, removed=tuple(removed), encoding=source.encoding)


def _given_notes(lines: list[Line], rest: int) -> Marks | None:
    """The footnotes and their references that a structured format tells; None if it has none."""
    from converter.readers.text.footnotes import given_marks

    marks = given_marks(lines, rest)
    return marks if marks.notes or marks.references else None


def _with_given_notes(document: Document, marks: Marks) -> Document:
    from converter.readers.text.references import attach

    return attach(document, marks, anywhere=True)[0]


def _with_footnotes(
    opening: Opening, body: list[Line], known: Known, *, told: bool = False
) -> tuple[Document, list[Removed]]:
    """The document with its footnotes and the references to them, and the marks around these."""
    from converter.readers.text.footnotes import Marks, find, take_out
    from converter.readers.text.references import attach

    marks = find(body)
    # Only the finished outline tells whether a reference stands in a paragraph or in a heading. So
    # a text may be read again, without the refused ones; and if that will not do, without any.
    for again in (True, False, False):
        plain, gone = take_out(body, marks)
        document = _read(opening, plain, known, marks, told=told)
        if not marks.references:
            break
        document, refused = attach(document, marks)
        if not refused:
            break
        marks = marks.without(refused) if again else Marks()
    return document, gone


def _with_figures(
    lines: list[Line], source: SourceText, *, told: bool = False
) -> tuple[list[Line], list[Removed]]:
    """The lines with each table and each picture as one of them, and the marks around these. Most
    drafts have neither, and then what reads them is not imported."""
    gone: list[Removed] = []
    has_cells = source.has("\t") or source.has("|") or source.has("｜")
    if has_cells or (told and any(line.kind == "table" for line in lines)):
        from converter.readers.text.tables import read_tables

        lines, marks = read_tables(lines, source)
        gone += marks
    if source.has("![") or (told and any(line.kind == "picture" for line in lines)):
        from converter.readers.text.pictures import read_pictures

        lines, marks = read_pictures(lines)
        gone += marks
    return lines, gone


def _read(
    opening: Opening,
    lines: list[Line],
    known: Known,
    marks: Marks | None = None,
    *,
    told: bool = False,
) -> Document:
    """The document of a title and the lines below it, without its references."""
    profile = known.profile
    body, notes = _divided(_unwrapped(lines, told=told), marks)
    text, ending, behind, attachments = _told_ended(body, known) if told else _ended(body, known)
    title = opening.title.text if opening.title else ""
    name = named(opening)
    guess: list[Period] = []

    def told_roles(heading: str) -> tuple[str, ...]:
        if not guess:
            guess.append(period(name, short_lines(text)))
        return roles.told_roles(heading, guess[0], profile)

    lead, sections = build(text, told_roles, profile.continues)
    headings = [section.heading for section in sections]
    years = period(name, headings)
    signer = _signing_unit(ending.signature, profile)
    return Document(
        title=text_line(opening.title) if opening.title else None,
        organization=reporting(title, known.organization, signer),
        period=years,
        lead=lead,
        sections=_with_roles(
            sections, roles.assign(headings, _less_unit(name, known), years, profile)
        ),
        signature=ending.signature,
        date=ending.date,
        above_title=opening.above,
        below_title=opening.below,
        notes=ending.notes + behind,
        attachments=attachments,
        footnotes=notes,
        profile=profile.id,
    )


def _unwrapped(lines: list[Line], *, told: bool = False) -> list[Line]:
    """The lines with hard-wrapped paragraphs joined again; no page sets so much to a line as the
    paragraphs of most drafts have, and our own files have none broken."""
    if any(line.is_text and len(line.text) > _LONGEST_WRAPPED for line in lines):
        return lines
    if told and any(line.element for line in lines):
        return lines
    from converter.readers.text.reflow import unwrap

    return unwrap(lines)


def _divided(lines: list[Line], marks: Marks | None) -> tuple[list[Line], tuple[Footnote, ...]]:
    """The lines that are no footnotes, and the footnotes."""
    if marks is None:
        return lines, ()
    from converter.readers.text.footnotes import divide

    return divide(lines, marks)


def _ended(
    body: list[Line], known: Known
) -> tuple[list[Line], Ending, tuple[Paragraph, ...], tuple[Attachment, ...]]:
    """The lines of a report's text, the recipients and the list of attachments among them marked;
    its ending; what is printed behind that and the attachments; and these."""
    if not any(line.text.startswith("附") for line in body):
        ending = read_ending(body, len(body), known)
        return _addressed(body[: ending.stop]), ending, (), ()
    from converter.readers.text import attachments, imprint

    bound = attachments.find_start(body, known)
    ending = read_ending(body, bound, known)
    # What a printed document has below everything, its attachments too.
    printed = imprint.find_start(body, len(body)) if bound < len(body) else bound
    text = attachments.mark_list(_addressed(body[: ending.stop]))
    bundled = attachments.read_attachments(body[bound:printed])
    return text, ending, imprint.paragraphs(body[printed:]), bundled


def _told_ended(
    body: list[Line], known: Known
) -> tuple[list[Line], Ending, tuple[Paragraph, ...], tuple[Attachment, ...]]:
    """The same where a structured format may tell which lines these are."""
    from converter.readers.text import told

    if not told.tells_elements(body):
        return _ended(body, known)
    from converter.readers.text.attachments import read_attachments

    bound = told.attachments_start(body)
    ending = told.read_told_ending(body, bound)
    printed = len(body)
    while printed > bound and body[printed - 1].element == "imprint":
        printed -= 1
    bundled = read_attachments(body[bound:printed])
    return body[: ending.stop], ending, told.notes_of(body[printed:]), bundled


def _addressed(lines: list[Line]) -> list[Line]:
    """The lines with the recipients at their head, if there are any, marked as such."""
    if not any(line.text.endswith(("：", ":")) for line in lines[:_ADDRESSED_LINES]):
        return lines
    from converter.readers.text.salutation import mark_recipients

    return mark_recipients(lines)


def named(opening: Opening) -> str:
    """What the report calls itself: its title with its subtitles, for a slogan leaves it to the
    subtitle to say what the report is."""
    title = opening.title.text if opening.title else ""
    return title + "".join(line.text for line in opening.below if line.kind == "subtitle")


def _first_words(body: list[Line]) -> str:
    """How the text begins: what a report without a title is known by."""
    return "\n".join(line.text[:_OPENING] for line in body[:_OPENING_LINES])[:_OPENING]


def _less_unit(name: str, known: Known) -> str:
    """A title without the name of its unit: 规划和自然资源局 promises no plan."""
    return squeeze(name).replace(known.organization or "\n", "", 1)


def _signing_unit(signature: TextLine | None, profile: Profile) -> str | None:
    """The body that signs first; none where a person signs for nobody else."""
    if signature is None:
        return None
    name = bare_name(signature.text.split("\n")[0])
    return name if profile.signer == "unit" or ends_as_name(name) else None


def _with_roles(sections: tuple[Section, ...], named: list[tuple[str, ...]]) -> tuple[Section, ...]:
    return tuple(
        replace(section, role=own[0], also=own[1:])
        for section, own in zip(sections, named, strict=True)
    )
