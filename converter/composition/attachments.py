"""附件: the list of them below the text, and those bound with it (GB/T 9704-2012, 7.3.4, 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.composition.blocks import Block, Indents, Paragraph
from converter.composition.main_part import body, line_of, node_line, numbered, title_of
from converter.composition.subject import Subject, element
from converter.layout.units import ZERO
from converter.layout.width import width
from converter.model import walk
from converter.model.nodes import Attachment
from converter.record import replace

_ATTACHMENT = re.compile(
    r"(?P<label>附\s?件\s*(?P<own>[0-9０-９一二三四五六七八九十]*)\s*[：:]\s*)?"
    r"(?P<mark>[0-9０-９]+\s*[.．、]\s*)?(?P<name>.*)",
    re.S,
)
_LABEL, _MARK = width("附件："), width("1.")
"""What the styles of the list leave for label and number, in characters."""


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
    for path, attachment in numbered(subject.document.attachments, "$.attachments"):
        yield from _attachment(attachment, path, subject)


def _attachment(attachment: Attachment, path: str, subject: Subject) -> Iterator[Block]:
    styles = subject.styles
    label = node_line(attachment.label, styles.attachment_label, f"{path}.label", subject)
    yield replace(label, page_break=True)
    if attachment.title and attachment.title.text:
        where, title = f"{path}.title", attachment.title
        yield title_of(title.text, styles.attachment_title, where, subject, title.references)
    yield from body(attachment.content, f"{path}.content", subject)
