"""Setting a document in a layout: what stands where, sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.composition import heads, main_part
from converter.composition.blocks import (
    Block,
    Composition,
    Margin,
    Paragraph,
    Sheet,
    Table,
)
from converter.composition.ending import ending
from converter.composition.imprint import imprint
from converter.composition.pictures import Pictures
from converter.composition.subject import Subject
from converter.layout.table import Layout
from converter.layout.units import ZERO
from converter.model.nodes import Document


def compose(document: Document, layout: Layout, pictures: Pictures) -> Composition:
    """The document set in ``layout``; ``pictures`` reads its picture files.

    Raises InputError for a picture that cannot be used.
    """
    subject = Subject(document, layout, pictures)
    if layout.kind == "report":
        # It has no imprint, and no head that could push its text off the first page.
        return _arranged(subject, recipients_last=False)
    composition = _arranged(subject, recipients_last=document.elements.recipients_last)
    if main_part.recipients(subject)[0] and not _text_on_first_page(composition, subject):
        # 7.3.2: recipients that leave no text on the first page go to the imprint.
        composition = _arranged(subject, recipients_last=True)
    return _with_imprint_on_even_page(composition, subject)


def _arranged(subject: Subject, *, recipients_last: bool) -> Composition:
    margin, opening = _opening(subject)
    closing = list(ending(subject))
    text = list(_text(subject, with_recipients=not recipients_last))
    if text and closing and isinstance(text[-1], Paragraph):
        # 7.3.5.5: the ending shares its page with text.
        text[-1] = replace(text[-1], keep_next=True)
    blocks = [*opening, *text, *closing]
    blocks += [*main_part.notes(subject), *main_part.attachments(subject)]
    sheets = list(_sheets(blocks, subject))
    if margin:
        sheets[0] = replace(sheets[0], margin=margin, number_first=False)
    if subject.layout.kind != "report":
        found = imprint(subject, with_recipients=recipients_last)
        sheets[-1] = replace(sheets[-1], imprint=found)
    return Composition(tuple(sheets))


def _opening(subject: Subject) -> tuple[Margin | None, list[Block]]:
    """What stands above the text: the head of the layout's kind, and the title."""
    head, kind = subject.layout.head, subject.layout.kind
    title = list(main_part.title_block(subject))
    if head is None or kind == "report":
        blank = subject.pitch * subject.layout.blank_before_title
        above: list[Block] = list(heads.plain_head(subject))
        if title and blank > ZERO:
            title[0] = replace(title[0], before=blank)
        return None, [*above, *title]
    margin: Margin | None = None
    if kind == "letter":
        margin, lines = heads.letter_head(subject, head)
        above = list(lines)
    elif kind == "order":
        above = list(heads.order_head(subject, head))
    else:
        above = list(heads.red_head(subject, head))
    used = heads.head_height(above, subject, head)
    before = heads.space_to_grid(used, subject, head.title_lines)
    if title:
        title[0] = replace(title[0], before=before)
    else:
        # 10.2: the text of an order stands two blank lines below the number.
        title = [Paragraph(style=subject.styles.body, spans=(), height=before)]
    return margin, [*above, *title]


def _text(subject: Subject, *, with_recipients: bool) -> Iterator[Block]:
    """The text between title and ending."""
    document = subject.document
    yield from main_part.lead(subject, with_recipients=with_recipients)
    yield from main_part.body(document.sections, "$.sections", subject)
    yield from main_part.attachment_list(subject)
    if subject.layout.kind == "minutes":
        yield from main_part.attendance(subject)


def _sheets(blocks: Sequence[Block], subject: Subject) -> Iterator[Sheet]:
    """The blocks on sheets of paper; a table too wide for the upright page is on a turned one,
    together with its caption."""
    page = subject.layout.page
    numbered = subject.layout.page_number.position != "none"
    held: list[Block] = []
    for block in blocks:
        if not isinstance(block, Table) or block.width <= page.text_width:
            held.append(block)
            continue
        caption = _caption(held, subject)
        if held:
            yield Sheet(page=page, blocks=tuple(held), numbered=numbered)
        yield Sheet(page=page.turned(), blocks=(*caption, block), landscape=True, numbered=numbered)
        held = []
    # An empty document has a sheet, too.
    if held or not blocks:
        yield Sheet(page=page, blocks=tuple(held), numbered=numbered)


def _caption(held: list[Block], subject: Subject) -> list[Block]:
    """The caption that ends ``held``, taken out of it."""
    last = held[-1] if held else None
    if isinstance(last, Paragraph) and last.style == subject.styles.caption:
        return [held.pop()]
    return []


def _text_on_first_page(composition: Composition, subject: Subject) -> bool:
    """Whether a line of the text (not head, title or recipients) stands on the first page."""
    from converter.composition.pages import paginate  # plain reports do without

    first = composition.sheets[0]
    styles = subject.styles
    texts = {styles.body, *(styles.heading(level) for level in range(1, 6))}
    pages = paginate(composition, subject.layout)
    return any(
        isinstance(block, Paragraph) and block.style in texts and block.text and place.first == 1
        for block, place in zip(first.blocks, pages.sheets[0], strict=True)
    )


def _with_imprint_on_even_page(composition: Composition, subject: Subject) -> Composition:
    """The imprint at the foot of the last page, if that is an even one with room for it; else on
    the next even page (7.4). Only behind a blank page does that one bear no number (7.5)."""
    last = composition.sheets[-1]
    if not last.imprint:
        return composition
    from converter.composition.pages import imprint_height, paginate

    pages = paginate(composition, subject.layout)
    is_even = pages.count % 2 == 0
    # Footnotes have the foot of their page for themselves.
    if (
        is_even
        and not pages.has_notes
        and pages.free >= imprint_height(last.imprint, subject.layout)
    ):
        return composition
    empty = Paragraph(style=subject.styles.body, spans=())
    back = Sheet(
        page=subject.layout.page,
        blocks=(empty,),
        start="even" if is_even else "page",
        numbered=last.numbered and not is_even,
        imprint=last.imprint,
    )
    return Composition((*composition.sheets[:-1], replace(last, imprint=None), back))
