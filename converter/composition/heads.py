"""版头 (GB/T 9704-2012, 7.2 and 10): what stands above the title, by kind of layout."""

from __future__ import annotations

from collections.abc import Iterator

from converter.composition.blocks import Block, Frame, Margin, Paragraph, Span, Tab
from converter.composition.main_part import line_of, node_line, signing_bodies, title_block
from converter.composition.subject import Subject, element, pictures_in
from converter.composition.title import title_lines
from converter.layout.height import em_top, ink_height, ink_top, least_pitch
from converter.layout.table import Head, Layout
from converter.layout.units import ZERO, Length, pt
from converter.layout.width import width
from converter.model.nodes import Document
from converter.record import replace

_POINT = pt(1)


def _line(size: Length) -> Length:
    """The line of a mark of ``size``."""
    return size * 1.25


def _tight_line(size: Length) -> Length:
    """The lowest line of a mark, when several names must share the page."""
    return size * 115 / 100


def plain_head(subject: Subject) -> Iterator[Paragraph]:
    """The lines above the title of a report without red head."""
    styles = subject.styles
    yield from _left_items(subject)
    for index, line in enumerate(subject.document.above_title):
        style = styles.document_number if line.kind in ("issuer", "number") else styles.above_title
        where = f"$.above_title[{index}]"
        yield replace(node_line(line, style, where, subject), keep_next=True)


def red_head(subject: Subject, head: Head) -> Iterator[Block]:
    """The head of an official document: the elements on its left, the mark, the document number
    with the signers, the red rule (7.2.1 to 7.2.7)."""
    above = list(_top_lines(subject))
    yield from above
    start = subject.layout.page.top + subject.pitch * len(above)
    yield from _mark(subject, head, start)
    number = _number_lines(subject, head)
    if head.rule and not number:
        number = [line_of("", subject.styles.document_number, "")]
    if number:
        number[0] = replace(number[0], before=subject.pitch * head.blank_lines)
        number[-1] = replace(number[-1], rule=head.rule)
        yield from number


def letter_head(subject: Subject, head: Head) -> tuple[Margin, list[Paragraph]]:
    """The first page's margins of a letter, and the lines below its upper rule (10.1)."""
    assert head.rule and head.foot_rule
    text, where = mark_text(subject, head, lead_only=True)
    size = _fitted(text, head, subject.width)
    height = _line(size)
    broken = title_lines(text, subject.width // size) if text else ("",)
    ink = ink_height(size) + height * (len(broken) - 1)
    rule_top = head.mark_top + ink + head.rule.distance
    margin = Margin(
        mark=Paragraph(
            style=subject.styles.mark,
            spans=(Span("\n".join(broken), where),),
            size=size,
            height=height,
        ),
        mark_top=head.mark_top - ink_top(height, size),
        rule=head.rule,
        rule_top=rule_top,
        foot_rule=head.foot_rule,
        foot_rule_bottom=head.foot_rule_bottom,
    )
    lines = _letter_lines(subject)
    first = rule_top + head.rule.weight - subject.layout.page.top
    body = subject.styles.body
    before = max(first + head.first_line - em_top(subject.pitch, body.size), ZERO)
    lines[0] = replace(lines[0], before=before)
    return margin, lines


def _letter_lines(subject: Subject) -> list[Paragraph]:
    """The elements below a letter's rule: on the left one below the other, the document number
    on the right of the first of them."""
    number, where = document_number(subject)
    left = list(_top_lines(subject))
    if not left:
        return [replace(line_of(number, subject.styles.document_number, where), align="right")]
    if number:
        first = left[0]
        spans = (*first.spans, Span("\t"), Span(number, where, subject.styles.document_number))
        left[0] = replace(first, spans=spans, tabs=(Tab(subject.width, "right"),))
    return left


def order_head(subject: Subject, head: Head) -> Iterator[Block]:
    """The head of an order: mark, and the number two blank lines below (10.2)."""
    above = list(_top_lines(subject))
    yield from above
    yield from _mark(subject, head, subject.layout.page.top + subject.pitch * len(above))
    number, where = document_number(subject)
    if number:
        line = line_of(number, subject.styles.document_number, where)
        yield replace(line, before=subject.pitch * head.blank_lines)


def document_number(subject: Subject) -> tuple[str, str]:
    """发文字号 and the field it comes from: from the text, else from the metadata."""
    for index, line in enumerate(subject.document.above_title):
        if line.kind == "number":
            return line.text, f"$.above_title[{index}]"
    return subject.elements.document_number or "", element("document_number")


def mark_text(subject: Subject, head: Head, *, lead_only: bool = False) -> tuple[str, str]:
    """发文机关标志 as one text, and the field it comes from."""
    for index, line in enumerate(subject.document.above_title):
        if line.kind == "issuer":
            return line.text, f"$.above_title[{index}]"
    if subject.elements.mark:
        return subject.elements.mark, element("mark")
    names, where = issuers(subject)
    name = "".join(names[:1] if lead_only else names)
    suffix = "" if name.endswith(head.suffix) else head.suffix
    return name + suffix if name else "", where


def has_mark(document: Document, layout: Layout) -> bool:
    """Whether a document has anything to write as its mark."""
    subject = Subject(document, layout, pictures_in(None))
    return layout.head is None or bool(mark_text(subject, layout.head)[0])


def issuers(subject: Subject) -> tuple[tuple[str, ...], str]:
    """发文机关 and the field they come from: the metadata, else who signs, else whom the title
    names."""
    document, elements = subject.document, subject.elements
    if elements.issuers:
        return elements.issuers, element("issuers")
    names, where = signing_bodies(subject)
    if names:
        return names, where
    return ((document.organization,) if document.organization else ()), "$.organization"


def _top_lines(subject: Subject) -> Iterator[Paragraph]:
    """What stands flush left at the top: 份号, 密级, 紧急程度, and other lines of the text."""
    yield from _left_items(subject)
    for index, line in enumerate(subject.document.above_title):
        if line.kind not in ("issuer", "number"):
            where = f"$.above_title[{index}]"
            yield node_line(line, subject.styles.above_title, where, subject)


def _left_items(subject: Subject) -> Iterator[Paragraph]:
    elements, styles = subject.elements, subject.styles
    if elements.copy_number:
        yield line_of(elements.copy_number, styles.copy_number, element("copy_number"))
    secrecy = "★".join(filter(None, (elements.secrecy, elements.secrecy_period)))
    for text, name in ((secrecy, "secrecy"), (elements.urgency, "urgency")):
        if text:
            yield line_of(text, styles.secrecy, element(name))


def _mark(subject: Subject, head: Head, start: Length) -> list[Block]:
    """The mark as blocks, its ink beginning at ``head.mark_top``.

    ``start`` is where the blocks begin, from the paper's top edge.
    """
    names, where = issuers(subject)
    if len(names) > 1 and mark_text(subject, head)[1] == where:
        return _joint_mark(names, subject, head, start)
    text, where = mark_text(subject, head)
    if not text:
        return []
    size = _fitted(text, head, subject.width)
    lines = title_lines(text, subject.width // size)
    height = _line(size)
    if head.mark_top - ink_top(height, size) < start:
        # Elements on the left reach down to the mark: its ink begins with its line then.
        height = least_pitch(size)
    paragraph = Paragraph(
        style=subject.styles.mark,
        size=size,
        spans=(Span("\n".join(lines), where),),
        height=height,
        before=_above(size, height, head, start),
    )
    return [paragraph]


def _above(size: Length, height: Length, head: Head, start: Length) -> Length:
    """The room above the first line of a mark of ``size`` in lines of ``height``."""
    return max(head.mark_top - ink_top(height, size) - start, ZERO)


def _fitted(text: str, head: Head, room: Length) -> Length:
    """The largest size, in whole points, in which the mark fits on a line; at least the smallest
    one, in which a longer mark is broken."""
    size = pt(room // (_POINT * max(width(text), 1)))
    return max(min(size, head.largest), head.smallest)


def _joint_mark(names: tuple[str, ...], subject: Subject, head: Head, start: Length) -> list[Block]:
    """The names of several bodies, one below the other, all as wide as the longest, and 文件 to
    the right of their middle (7.2.4)."""
    where = issuers(subject)[1]
    longest = max(width(name) for name in names)
    suffix = width(head.suffix)
    highest = _joint_room(subject, head) / len(names)
    fits = subject.width // (_POINT * (longest + suffix + 1)), highest // _tight_line(_POINT)
    size = max(min(pt(min(fits)), head.largest), head.joint_smallest)
    height = max(min(highest, _line(size)), _tight_line(size))
    line = Paragraph(style=subject.styles.mark, spans=(), size=size, height=height)
    rows = []
    for index, name in enumerate(names):
        spans = (Span(name, where),)
        suffix_span = (Span(head.suffix),) if index == 0 else ()
        cell = replace(line, spans=spans, align="distribute")
        rows.append(((cell,), (replace(line, spans=suffix_span, align="right"),)))
    frame = Frame(
        rows=tuple(rows),
        widths=(size * (longest + 0.5), size * (suffix + 0.5)),
        merged=(1,),
        heights=(height,) * len(names),
    )
    # A table has no room above it: an empty paragraph makes it.
    gap = _above(size, height, head, start)
    spacer = Paragraph(style=subject.styles.document_number, spans=(), height=gap)
    return [spacer, frame]


def _joint_room(subject: Subject, head: Head) -> Length:
    """How high a joint mark may be: two lines of text must stand on the first page (7.3.2)."""
    # A subject of its own: what is only counted calls no footnote.
    apart = Subject(subject.document, subject.layout, subject.pictures)
    title = sum(paragraph.text.count("\n") + 1 for paragraph in title_block(apart))
    number = len(_number_lines(subject, head)) + head.blank_lines
    # One line each for the rule, below the title, and for the recipients; two for the text.
    below = number + 1 + head.title_lines + title + 1 + 1 + 2
    page = subject.layout.page
    room = page.height - page.bottom - head.mark_top - subject.pitch * below
    # Nine lines at most: what is larger is no better.
    return max(min(room, subject.pitch * 9), ZERO)


def _number_lines(subject: Subject, head: Head) -> list[Paragraph]:
    """发文字号 centred, or, where there are signers, on the left of their last line."""
    number, where = document_number(subject)
    if subject.elements.signers:
        from converter.composition.signers import signed_lines

        return signed_lines(number, where, subject, head)
    return [line_of(number, subject.styles.document_number, where)] if number else []
