"""Setting a document in a layout: what stands where, sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.bilingual import Text
from converter.composition import heads, main_part
from converter.composition.blocks import (
    Block,
    Composition,
    Imprint,
    Margin,
    Paragraph,
    Picture,
    Sheet,
    Table,
)
from converter.composition.ending import ending
from converter.composition.imprint import imprint
from converter.composition.lines import line_count
from converter.composition.pictures import Pictures
from converter.composition.subject import Subject, element
from converter.errors import InputError
from converter.layout.table import Layout
from converter.layout.units import ZERO, Length
from converter.model.nodes import Document

_DIVIDED = 6
"""A last paragraph of more lines than that is divided rather than moved as a whole."""
_LONGEST_CHAIN = 18
"""So many lines may be kept together at the end of the text; with blank lines that is a page."""


def compose(document: Document, layout: Layout, pictures: Pictures) -> Composition:
    """The document set in ``layout``; ``pictures`` reads its picture files.

    Raises InputError for a picture that cannot be used, and for an imprint that no page can hold.
    """
    subject = Subject(document, layout, pictures)
    if layout.kind == "report":
        # It has no imprint, and no head that could push its text off the first page.
        return _arranged(subject, recipients_last=False)
    composition = _arranged(subject, recipients_last=document.elements.recipients_last)
    if main_part.recipients(subject)[0] and _pushed_off_first_page(composition, subject):
        # 7.3.2: recipients that leave no text on the first page go to the imprint, if they fit.
        moved = _arranged(Subject(document, layout, pictures), recipients_last=True)
        if _fits_page(moved.sheets[-1].imprint, subject):
            composition = moved
    return _with_imprint_on_even_page(composition, subject)


def _arranged(subject: Subject, *, recipients_last: bool) -> Composition:
    margin, opening = _opening(subject)
    closing = list(ending(subject))
    text = list(_text(subject, with_recipients=not recipients_last))
    notes = list(main_part.notes(subject))
    if notes and closing and isinstance(closing[-1], Paragraph):
        closing[-1] = replace(closing[-1], keep_next=True)
    is_open = bool(closing) and _is_long(text, subject)
    if closing and not is_open:
        _keep_end(text, closing, subject)
    above = [*opening, *_with_captions(text, subject)]
    below = [*closing, *notes, *main_part.attachments(subject)]
    sheets = list(_sheets([*above, *below], subject))
    last = above[-1] if above else None
    if is_open and isinstance(last, Paragraph) and not _share_page(sheets, len(above) - 1, subject):
        sheets = list(_sheets([*above[:-1], replace(last, keep_next=True), *below], subject))
    if margin:
        sheets[0] = replace(sheets[0], margin=margin, number_first=False)
    if subject.layout.kind != "report":
        found = imprint(subject, with_recipients=recipients_last)
        sheets[-1] = replace(sheets[-1], imprint=found)
    return Composition(tuple(sheets))


def _is_long(text: list[Block], subject: Subject) -> bool:
    """Whether the text ends in a paragraph that had better be divided: LibreOffice moves one that
    is kept with the next to another page as a whole."""
    last = text[-1] if text else None
    if not isinstance(last, Paragraph):
        return False
    return line_count(last, subject.width) > _DIVIDED


def _share_page(sheets: list[Sheet], index: int, subject: Subject) -> bool:
    """Whether the block at ``index`` of the document ends on the page on which the next begins."""
    from converter.composition.pages import paginate

    places = paginate(Composition(tuple(sheets)), subject.layout).sheets
    flat = [place for sheet in places for place in sheet]
    return flat[index].last == flat[index + 1].first


def _keep_end(text: list[Block], closing: list[Block], subject: Subject) -> None:
    """Let the ending share its page with text (7.3.5.5): the last paragraph, and what stands
    between the two, the attachment list; of a long list its last lines only, for a chain that
    fills a page is broken anywhere."""
    styles = subject.styles
    listed = {styles.attachment_only, styles.attachment_first, styles.attachment_next}
    lines = sum(
        line_count(block, subject.width) for block in closing if isinstance(block, Paragraph)
    )
    for index in range(len(text) - 1, -1, -1):
        block = text[index]
        if not isinstance(block, Paragraph):
            return
        lines += line_count(block, subject.width)
        if lines > _LONGEST_CHAIN and index < len(text) - 1:
            if block.style in listed:
                text[index] = replace(block, keep_next=False)
            return
        text[index] = replace(block, keep_next=True)
        if block.style not in listed:
            return


def _with_captions(text: list[Block], subject: Subject) -> Iterator[Block]:
    """The text; a caption below a picture stays with it, not with what follows."""
    held: Block | None = None
    for block in text:
        caption = block if isinstance(block, Paragraph) else None
        if caption and caption.style == subject.styles.caption and isinstance(held, Picture):
            held, block = replace(held, keep_next=True), replace(caption, keep_next=False)
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _opening(subject: Subject) -> tuple[Margin | None, list[Block]]:
    """What stands above the text: the head of the layout's kind, and the title."""
    head, kind = subject.layout.head, subject.layout.kind
    title = list(main_part.title_block(subject))
    if head is None:
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
    before = subject.pitch * head.title_lines
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
    together with what stands directly above it."""
    page = subject.layout.page
    numbered = subject.layout.page_number.position != "none"
    held: list[Block] = []
    for block in blocks:
        if not isinstance(block, Table) or block.width <= page.text_width:
            held.append(block)
            continue
        above = _above_table(held, subject)
        if held:
            yield Sheet(page=page, blocks=tuple(held), numbered=numbered)
        yield Sheet(page=page.turned(), blocks=(*above, block), landscape=True, numbered=numbered)
        held = []
    # An empty document has a sheet, too.
    if held or not blocks:
        yield Sheet(page=page, blocks=tuple(held), numbered=numbered)


def _above_table(held: list[Block], subject: Subject) -> list[Block]:
    """The caption that ends ``held``, and the label and title of an attachment that is nothing but
    a table, taken out of it."""
    styles = subject.styles
    along = {styles.caption, styles.table_unit, styles.attachment_title, styles.attachment_label}
    above: list[Block] = []
    while held and isinstance(held[-1], Paragraph) and held[-1].style in along:
        above.insert(0, replace(held[-1], page_break=False))
        held.pop()
    return above


def _pushed_off_first_page(composition: Composition, subject: Subject) -> bool:
    """Whether all that follows the recipients stands on later pages."""
    from converter.composition.pages import paginate  # plain reports do without

    pages = paginate(composition, subject.layout).sheets[0]
    blocks = composition.sheets[0].blocks
    recipients = subject.styles.recipient
    last = max(
        (i for i, block in enumerate(blocks) if getattr(block, "style", None) == recipients),
        default=-1,
    )
    following = pages[last + 1 :]
    return last >= 0 and bool(following) and following[0].first > 1


def _with_imprint_on_even_page(composition: Composition, subject: Subject) -> Composition:
    """The imprint at the foot of the last page, if that is an even one with room for it; else on
    the next even page (7.4). Only behind a blank page does that one bear no number (7.5).

    A letter's, which has no rules, stands at the foot of the last page, whichever that is (10.1).
    Where programs may count pages differently, the imprint has the next even page for itself in
    all of them.
    """
    last = composition.sheets[-1]
    if not last.imprint:
        return composition
    from converter.composition.pages import MEASURES, imprint_height, paginate

    counted = [paginate(composition, subject.layout, measure) for measure in MEASURES]
    pages = counted[0]
    is_letter = subject.layout.kind == "letter"
    is_even = pages.count % 2 == 0
    is_sure = len({each.count % 2 for each in counted}) == 1
    # Footnotes have the foot of their page for themselves; turned pages have another foot.
    needed = imprint_height(last.imprint, subject.layout) + _below_seal(subject)
    has_room = all(each.free >= needed and not each.has_notes for each in counted)
    if is_letter and has_room and not last.landscape:
        return composition
    if is_sure and is_even and has_room and not last.landscape:
        return composition
    if not _fits_page(last.imprint, subject):
        raise InputError(
            Text("版记太长，一面放不下", "the imprint does not fit on a page"),
            element("copies"),
            Text("请缩短抄送机关，如写“各乡镇人民政府”", "shorten the list"),
        )
    blank = not is_letter and (is_even or not is_sure)
    empty = Paragraph(style=subject.styles.body, spans=())
    back = Sheet(
        page=subject.layout.page,
        blocks=(empty,),
        start="even" if blank else "page",
        numbered=last.numbered and not blank,
        imprint=last.imprint,
    )
    return Composition((*composition.sheets[:-1], replace(last, imprint=None), back))


def _below_seal(subject: Subject) -> Length:
    """How far a seal reaches below the line of the date."""
    figures = subject.layout.ending
    if (subject.elements.seal or figures.seal) == "none":
        return ZERO
    return max(figures.seal_size * 0.5 - figures.seal_rise - subject.pitch, ZERO)


def _fits_page(found: Imprint | None, subject: Subject) -> bool:
    """Whether a page can hold the imprint."""
    from converter.composition.pages import imprint_height

    height = imprint_height(found, subject.layout) if found else ZERO
    return height <= subject.layout.page.text_height
