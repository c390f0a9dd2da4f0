"""Setting a document in a layout: what stands where, sheet by sheet."""

from __future__ import annotations

from converter.composition import main_part
from converter.composition.blocks import Composition, Paragraph, Picture, Sheet, Table
from converter.composition.ending import ending
from converter.composition.subject import Subject
from converter.layout.units import ZERO
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converter.composition.blocks import Block, Margin
    from converter.composition.subject import Pictures
    from converter.layout.table import Layout
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
    from converter.composition import imprint_page  # plain reports do without counting pages

    composition = _arranged(subject, recipients_last=document.elements.recipients_last)
    if main_part.recipients(subject)[0] and imprint_page.pushed_off_first_page(
        composition, subject
    ):
        # 7.3.2: recipients that leave no text on the first page go to the imprint, if they fit.
        moved = _arranged(Subject(document, layout, pictures), recipients_last=True)
        if imprint_page.fits_page(moved.sheets[-1].imprint, subject):
            composition = moved
    return imprint_page.on_even_page(composition, subject)


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
    below = [*closing, *notes, *_attachments(subject)]
    if len(subject.called) < len(subject.notes):
        from converter.composition.uncalled import call, uncalled

        call(above, subject)
        call(below, subject)
        below += uncalled(subject)
    sheets = list(_sheets([*above, *below], subject))
    last = above[-1] if above else None
    if is_open and isinstance(last, Paragraph) and not _share_page(sheets, len(above) - 1, subject):
        sheets = list(_sheets([*above[:-1], replace(last, keep_next=True), *below], subject))
    if margin:
        sheets[0] = replace(sheets[0], margin=margin, number_first=False)
    if subject.layout.kind != "report":
        from converter.composition.imprint import imprint

        found = imprint(subject, with_recipients=recipients_last)
        sheets[-1] = replace(sheets[-1], imprint=found)
    return Composition(tuple(sheets))


def _is_long(text: list[Block], subject: Subject) -> bool:
    """Whether the text ends in a paragraph that had better be divided: LibreOffice moves one that
    is kept with the next to another page as a whole."""
    last = text[-1] if text else None
    if not isinstance(last, Paragraph):
        return False
    from converter.composition.lines import line_count

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
    listed = (styles.attachment_only, styles.attachment_first, styles.attachment_next)
    last = text[-1] if text else None
    if isinstance(last, Paragraph) and last.style not in listed:
        text[-1] = replace(last, keep_next=True)
        return
    from converter.composition.lines import line_count

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
        if caption and isinstance(held, Picture) and caption.style == subject.styles.caption:
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
        if title and blank > ZERO:
            title[0] = replace(title[0], before=blank)
        return None, [*_above_title(subject), *title]
    from converter.composition import heads

    margin: Margin | None = None
    if kind == "letter":
        margin, lines = heads.letter_head(subject, head)
        above: list[Block] = list(lines)
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


def _above_title(subject: Subject) -> Iterator[Block]:
    """The lines above the title of a report without red head; most have none."""
    elements = subject.elements
    items = elements.copy_number, elements.secrecy, elements.secrecy_period, elements.urgency
    if subject.document.above_title or any(items):
        from converter.composition.heads import plain_head

        yield from plain_head(subject)


def _text(subject: Subject, *, with_recipients: bool) -> Iterator[Block]:
    """The text between title and ending."""
    document = subject.document
    yield from main_part.lead(subject, with_recipients=with_recipients)
    yield from main_part.body(document.sections, "$.sections", subject)
    behind = subject.elements.attachments or document.attachments or document.notes
    if subject.lists_attachments or behind:
        from converter.composition.attachments import attachment_list

        yield from attachment_list(subject)
    if subject.layout.kind == "minutes":
        from converter.composition.attendance import attendance

        yield from attendance(subject)


def _attachments(subject: Subject) -> Iterator[Block]:
    """The attachments bound with the report."""
    if subject.document.attachments:
        from converter.composition.attachments import attachments

        yield from attachments(subject)


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
