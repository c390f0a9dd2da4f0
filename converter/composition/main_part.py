"""主体: title, recipients, lead, and sections (GB/T 9704-2012, 7.3)."""

from __future__ import annotations

from converter.composition.blocks import Paragraph, Span
from converter.composition.subject import Subject, element
from converter.layout.units import ZERO
from converter.layout.width import width_with_gaps
from converter.model import walk
from converter.model.nodes import BODY, Section
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias, TypeVar

    from converter.composition.blocks import Block
    from converter.layout.table import TextStyle
    from converter.model import nodes
    from converter.model.nodes import Reference

    T = TypeVar("T")
    Line: TypeAlias = nodes.TextLine | nodes.SideLine | nodes.Paragraph


def title_block(subject: Subject) -> Iterator[Paragraph]:
    """The title, and the lines below it: subtitle, name, date."""
    document, styles = subject.document, subject.styles
    text, where = subject.elements.title or "", element("title")
    if document.title and document.title.text:
        text, where = document.title.text, "$.title"
    references = document.title.references if document.title and where == "$.title" else ()
    title = title_of(text, styles.title, where, subject, references)
    below = [
        node_line(
            line, styles.subtitle if line.kind == "subtitle" else styles.below_title, path, subject
        )
        for path, line in numbered(document.below_title, "$.below_title")
    ]
    if subject.elements.subtitle and not any(x.kind == "subtitle" for x in document.below_title):
        text_below = subject.elements.subtitle
        dashed = text_below if text_below.startswith(("—", "（")) else f"——{text_below}"
        below.insert(0, line_of(dashed, styles.subtitle, element("subtitle")))
    lines = [title, *below]
    lines = [paragraph for paragraph in lines if paragraph.text]
    # The blank line stands behind the last of them only.
    yield from (replace(paragraph, after=ZERO) for paragraph in lines[:-1])
    yield from lines[-1:]


def title_of(
    text: str,
    style: TextStyle,
    where: str,
    subject: Subject,
    references: tuple[Reference, ...] = (),
) -> Paragraph:
    """A title, broken into lines by meaning."""
    limit, written = subject.width // style.character, text
    if "\n" in text or not text.isprintable() or width_with_gaps(text) > limit:
        from converter.composition.title import title_lines  # short titles do without

        text = "\n".join(title_lines(text, limit))
    if references:
        from converter.composition.spans import moved, spans_of

        references = moved(references, written, text)
        return Paragraph(style=style, spans=spans_of(text, references, where, subject))
    return Paragraph(style=style, spans=(Span(text, where),))


def line_of(text: str, style: TextStyle, where: str) -> Paragraph:
    """A paragraph of one text in one style."""
    return Paragraph(style=style, spans=(Span(text, where),))


def node_line(node: Line, style: TextStyle, where: str, subject: Subject) -> Paragraph:
    """A paragraph of a node's text in one style, with the footnotes that it calls."""
    if node.references:
        from converter.composition.spans import spans_of

        return Paragraph(style=style, spans=spans_of(node.text, node.references, where, subject))
    return line_of(node.text, style, where)


def recipients(subject: Subject) -> tuple[str, str]:
    """主送机关 with the field they come from; empty where the document names none."""
    for path, paragraph in numbered(subject.document.lead, "$.lead"):
        if paragraph.kind == "recipient":
            return paragraph.text, path
    return subject.elements.recipients or "", element("recipients")


def signing_bodies(subject: Subject) -> tuple[tuple[str, ...], str]:
    """署名, one or several, and the field they come from: from the text, else the metadata."""
    signature = subject.document.signature
    if signature and signature.text:
        return tuple(signature.text.splitlines()), "$.signature"
    return subject.elements.signatures, element("signatures")


def lead(subject: Subject, *, with_recipients: bool) -> Iterator[Block]:
    """主送机关, if they stand here, and the lead."""
    text, where = recipients(subject)
    if with_recipients and text and where == element("recipients"):
        yield line_of(text + "：", subject.styles.recipient, where)
    for path, paragraph in numbered(subject.document.lead, "$.lead"):
        if with_recipients or paragraph.kind != "recipient":
            yield from block_of(paragraph, path, subject)


def body(content: Iterable[nodes.Block], path: str, subject: Subject) -> Iterator[Block]:
    """Sections and paragraphs, a run-in heading together with its first paragraph."""
    opening: tuple[Section, str] | None = None
    for where, block in walk.blocks(content, path):
        if not isinstance(block, Section):
            if opening and block.kind == "body":
                yield _run_in(*opening, block, where, subject)
            else:
                yield from [_heading(*opening, subject)] if opening else []
                yield from block_of(block, where, subject)
            opening = None
        elif block.inline:
            opening = block, where
        elif block.opening:
            yield _heading(block, where, subject)


def _heading(section: Section, where: str, subject: Subject) -> Paragraph:
    """A heading that stands alone. With nothing below there is nothing to be kept with: a long
    row of such headings would hang together."""
    style = subject.styles.heading(section.level)
    heading = Paragraph(style=style, spans=_opening(section, where, subject))
    return heading if section.content else replace(heading, keep_next=False)


def _run_in(
    section: Section, where: str, paragraph: nodes.Paragraph, path: str, subject: Subject
) -> Paragraph:
    """A paragraph that a heading opens; a number without heading is body text."""
    style = subject.styles.heading(section.level) if section.heading else None
    opening = _opening(section, where, subject, style)
    spans = (*opening, *_spans(paragraph, path, subject))
    return Paragraph(style=subject.styles.body, spans=spans)


def _opening(
    section: Section, where: str, subject: Subject, style: TextStyle | None = None
) -> tuple[Span, ...]:
    """The text of a heading; of a ``style`` of its own where another text follows."""
    if section.references:
        from converter.composition.spans import spans_of

        return spans_of(section.opening, section.references, where, subject, style)
    return (Span(section.opening, where, style),)


def block_of(paragraph: nodes.Paragraph, where: str, subject: Subject) -> Iterator[Block]:
    """A paragraph of the report as what it is."""
    styles, kind = subject.styles, paragraph.kind
    if kind == "table":
        from converter.composition.tables import table

        yield table(paragraph, where, subject)
    elif kind == "picture" and paragraph.picture:
        from converter.composition.picture_block import picture

        yield from picture(paragraph, where, subject)
    elif kind == "attachment":
        subject.lists_attachments = True
    elif paragraph.text:
        style = styles.body
        if kind != BODY:
            special = {
                "recipient": styles.recipient,
                "caption": styles.caption,
                "unit": styles.table_unit,
            }
            style = special.get(kind, style)
        yield Paragraph(style=style, spans=_spans(paragraph, where, subject))


def _spans(paragraph: nodes.Paragraph, where: str, subject: Subject) -> tuple[Span, ...]:
    if paragraph.references:
        from converter.composition.spans import spans_of

        return spans_of(paragraph.text, paragraph.references, where, subject)
    return (Span(paragraph.text, where),) if paragraph.text else ()


def notes(subject: Subject) -> Iterator[Block]:
    """附注 (7.3.6): from the text, else from the metadata."""
    found = [
        (path, paragraph)
        for path, paragraph in numbered(subject.document.notes, "$.notes")
        # A layout without imprint keeps what the draft has of one where it stands.
        if paragraph.kind != "imprint" or subject.layout.kind == "report"
    ]
    for path, paragraph in found:
        yield node_line(paragraph, subject.styles.note, path, subject)
    if subject.elements.note and not any(p.kind != "imprint" for _, p in found):
        yield line_of(f"（{subject.elements.note}）", subject.styles.note, element("note"))


def numbered(items: Iterable[T], path: str) -> Iterator[tuple[str, T]]:
    return ((f"{path}[{index}]", item) for index, item in enumerate(items))
