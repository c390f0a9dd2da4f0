"""主体: title, recipients, lead, sections, attachment list, and attachments bound with the text
(GB/T 9704-2012, 7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from converter.composition.blocks import Block, Indents, Paragraph, Picture, Span
from converter.composition.subject import Subject, element
from converter.composition.tables import table
from converter.composition.title import title_lines
from converter.layout.table import TextStyle
from converter.layout.units import ZERO
from converter.layout.width import width
from converter.model import nodes, walk
from converter.model.nodes import Attachment, Section

T = TypeVar("T")
_ATTACHMENT = re.compile(
    r"(?P<label>附\s?件\s*(?P<own>[0-9０-９一二三四五六七八九十]*)\s*[：:]\s*)?"
    r"(?P<mark>[0-9０-９]+\s*[.．、]\s*)?(?P<name>.*)",
    re.S,
)
_LABEL, _MARK = width("附件："), width("1.")
"""What the styles of the list leave for label and number, in characters."""


def title_block(subject: Subject) -> Iterator[Paragraph]:
    """The title, and the lines below it: subtitle, name, date."""
    document, styles = subject.document, subject.styles
    text, where = subject.elements.title or "", element("title")
    if document.title and document.title.text:
        text, where = document.title.text, "$.title"
    below = [
        line_of(line.text, styles.subtitle if line.kind == "subtitle" else styles.below_title, path)
        for path, line in _numbered(document.below_title, "$.below_title")
    ]
    if subject.elements.subtitle and not any(x.kind == "subtitle" for x in document.below_title):
        text_below = subject.elements.subtitle
        dashed = text_below if text_below.startswith(("—", "（")) else f"——{text_below}"
        below.insert(0, line_of(dashed, styles.subtitle, element("subtitle")))
    lines = [title_of(text, styles.title, where, subject), *below]
    lines = [paragraph for paragraph in lines if paragraph.text]
    # The blank line stands behind the last of them only.
    yield from (replace(paragraph, after=ZERO) for paragraph in lines[:-1])
    yield from lines[-1:]


def title_of(text: str, style: TextStyle, where: str, subject: Subject) -> Paragraph:
    """A title, broken into lines by meaning."""
    lines = title_lines(text, subject.width // style.character) if text else ()
    return Paragraph(style=style, spans=(Span("\n".join(lines), where),))


def line_of(text: str, style: TextStyle, where: str) -> Paragraph:
    """A paragraph of one text in one style."""
    return Paragraph(style=style, spans=(Span(text, where),))


def recipients(subject: Subject) -> tuple[str, str]:
    """主送机关 with the field they come from; empty where the document names none."""
    for path, paragraph in _numbered(subject.document.lead, "$.lead"):
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
    for path, paragraph in _numbered(subject.document.lead, "$.lead"):
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
    heading = line_of(section.opening, subject.styles.heading(section.level), where)
    return heading if section.content else replace(heading, keep_next=False)


def _run_in(
    section: Section, where: str, paragraph: nodes.Paragraph, path: str, subject: Subject
) -> Paragraph:
    """A paragraph that a heading opens; a number without heading is body text."""
    style = subject.styles.heading(section.level) if section.heading else None
    spans = (Span(section.opening, where, style), *_spans(paragraph, path, subject))
    return Paragraph(style=subject.styles.body, spans=spans)


def block_of(paragraph: nodes.Paragraph, where: str, subject: Subject) -> Iterator[Block]:
    """A paragraph of the report as what it is."""
    styles = subject.styles
    if paragraph.kind == "table":
        yield table(paragraph, where, subject)
    elif paragraph.kind == "picture" and paragraph.picture:
        yield from _picture(paragraph, where, subject)
    elif paragraph.text and paragraph.kind != "attachment":
        style = {
            "recipient": styles.recipient,
            "caption": styles.caption,
            "unit": styles.table_unit,
        }.get(paragraph.kind, styles.body)
        yield Paragraph(style=style, spans=tuple(_spans(paragraph, where, subject)))


def _spans(paragraph: nodes.Paragraph, where: str, subject: Subject) -> Iterator[Span]:
    """A paragraph's text, cut behind each place that calls a footnote. A note that was called
    before is not printed again: its number is."""
    start = 0
    for reference in paragraph.references:
        end, label = reference.offset, reference.label
        text, start = paragraph.text[start:end], end
        if label in subject.called:
            yield Span(text, where)
            yield Span(str(subject.called[label]), where, subject.styles.footnote)
        elif label in subject.notes:
            subject.called[label] = len(subject.called) + 1
            yield Span(text, where, None, subject.notes[label])
        else:
            yield Span(text, where)
    if paragraph.text[start:]:
        yield Span(paragraph.text[start:], where)


def _picture(paragraph: nodes.Paragraph, where: str, subject: Subject) -> Iterator[Block]:
    """A picture, made smaller if the text area asks for it, and its caption below."""
    assert paragraph.picture
    file = subject.pictures(paragraph.picture.path, f"{where}.picture.path")
    page = subject.layout.page
    scale = min(
        Fraction(1),
        page.text_width.points / file.width.points,
        # Two lines of the page are left for the caption.
        (page.text_height - subject.pitch * 2).points / file.height.points,
    )
    caption = paragraph.text
    yield Picture(
        file=file,
        width=file.width * scale,
        height=file.height * scale,
        style=subject.styles.picture,
        where=where,
        description=caption,
        keep_next=bool(caption),
    )
    if caption:
        yield replace(line_of(caption, subject.styles.caption, where), keep_next=False)


def attachment_list(subject: Subject) -> Iterator[Paragraph]:
    """附件说明 (7.3.4): from the text, else from the metadata."""
    names = subject.elements.attachments
    texts = [
        (paragraph.text, f"$.{path}")
        for path, paragraph in walk.paragraphs(subject.document)
        if paragraph.kind == "attachment"
    ]
    if not texts and len(names) == 1:
        texts = [(f"附件：{names[0]}", element("attachments"))]
    elif not texts:
        texts = [
            (f"{'' if i else '附件：'}{i + 1}.{name}", element("attachments"))
            for i, name in enumerate(names)
        ]
    items = [match for text, _ in texts if (match := _ATTACHMENT.match(text))]
    # How much wider the label and the widest number are than those of the styles.
    label = max((width(_label(item)) - _LABEL for item in items), default=0.0)
    mark = max((width(_mark(item)) - _MARK for item in items), default=0.0)
    for item, (_, where) in zip(items, texts, strict=True):
        yield _attachment_item(item, where, max(label, 0), max(mark, 0), subject)


def _label(item: re.Match[str]) -> str:
    return (item["label"] or "").strip()


def _mark(item: re.Match[str]) -> str:
    return (item["mark"] or "").strip()


def _attachment_item(
    item: re.Match[str], where: str, label: float, mark: float, subject: Subject
) -> Paragraph:
    """One line of the list; ``label`` and ``mark`` move the names of all of them."""
    styles = subject.styles
    if item["label"] and (item["own"] or not item["mark"]):
        return _labelled(item, where, subject)
    if not item["mark"]:
        return line_of(item[0], styles.attachment_next, where)
    style = styles.attachment_first if item["label"] else styles.attachment_next
    line = line_of(f"{_label(item)}{_mark(item)}\t{item['name']}", style, where)
    if not label and not mark:
        return line
    left = style.size * (style.left + label + mark)
    hanging = style.size * (style.hanging + mark + (label if item["label"] else 0))
    return replace(line, indents=Indents(left=left, first_line=-hanging))


def _labelled(item: re.Match[str], where: str, subject: Subject) -> Paragraph:
    """A line whose name stands right behind the label: a single one, or, as many write it, one
    with the number in the label (附件1：…)."""
    style = subject.styles.attachment_only
    room = style.size * width(_label(item))
    indents = Indents(left=style.size * (style.left - style.hanging) + room, first_line=-room)
    before = None if item["own"] in ("", "1", "１", "一") else ZERO
    return replace(line_of(item[0], style, where), indents=indents, before=before)


def attachments(subject: Subject) -> Iterator[Block]:
    """附件 (7.3.7): each on a new page, with its label and its title."""
    for path, attachment in _numbered(subject.document.attachments, "$.attachments"):
        yield from _attachment(attachment, path, subject)


def _attachment(attachment: Attachment, path: str, subject: Subject) -> Iterator[Block]:
    styles = subject.styles
    label = line_of(attachment.label.text, styles.attachment_label, f"{path}.label")
    yield replace(label, page_break=True)
    if attachment.title and attachment.title.text:
        where = f"{path}.title"
        yield title_of(attachment.title.text, styles.attachment_title, where, subject)
    yield from body(attachment.content, f"{path}.content", subject)


def notes(subject: Subject) -> Iterator[Block]:
    """附注 (7.3.6): from the text, else from the metadata."""
    found = [
        (path, paragraph)
        for path, paragraph in _numbered(subject.document.notes, "$.notes")
        # A layout without imprint keeps what the draft has of one where it stands.
        if paragraph.kind != "imprint" or subject.layout.kind == "report"
    ]
    for path, paragraph in found:
        yield line_of(paragraph.text, subject.styles.note, path)
    if subject.elements.note and not any(p.kind != "imprint" for _, p in found):
        yield line_of(f"（{subject.elements.note}）", subject.styles.note, element("note"))


def attendance(subject: Subject) -> Iterator[Paragraph]:
    """出席, 请假 and 列席 of minutes (10.3), one blank line below the text."""
    style, label = subject.styles.attendance, subject.styles.attendance_label
    first = True
    for name, text in (("attendees", "出席"), ("absentees", "请假"), ("observers", "列席")):
        names = getattr(subject.elements, name)
        if names:
            where = element(name)
            spans = (Span(f"{text}：", where, label), Span(names, where))
            yield Paragraph(style=style, spans=spans, before=None if first else ZERO)
            first = False


def _numbered(items: Iterable[T], path: str) -> Iterator[tuple[str, T]]:
    return ((f"{path}[{index}]", item) for index, item in enumerate(items))
