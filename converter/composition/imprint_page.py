"""The page on which the imprint comes, and the recipients that have no room on the first one
(GB/T 9704-2012, 7.3.2, 7.4): questions that the count of pages answers."""

from __future__ import annotations

from converter.bilingual import Text
from converter.composition.blocks import Composition, Imprint, Paragraph, Sheet
from converter.composition.pages import MEASURES, imprint_height, paginate
from converter.composition.subject import Subject, element
from converter.errors import InputError
from converter.layout.units import ZERO, Length
from converter.record import replace


def pushed_off_first_page(composition: Composition, subject: Subject) -> bool:
    """Whether all that follows the recipients stands on later pages."""
    pages = paginate(composition, subject.layout).sheets[0]
    blocks = composition.sheets[0].blocks
    recipients = subject.styles.recipient
    last = max(
        (i for i, block in enumerate(blocks) if getattr(block, "style", None) == recipients),
        default=-1,
    )
    following = pages[last + 1 :]
    return last >= 0 and bool(following) and following[0].first > 1


def on_even_page(composition: Composition, subject: Subject) -> Composition:
    """The imprint at the foot of the last page, if that is an even one with room for it; else on
    the next even page (7.4). Only behind a blank page does that one bear no number (7.5).

    A letter's, which has no rules, stands at the foot of the last page, whichever that is (10.1).
    Where programs may count pages differently, the imprint has the next even page for itself in
    all of them.
    """
    last = composition.sheets[-1]
    if not last.imprint:
        return composition
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
    if not fits_page(last.imprint, subject):
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


def fits_page(found: Imprint | None, subject: Subject) -> bool:
    """Whether a page can hold the imprint."""
    height = imprint_height(found, subject.layout) if found else ZERO
    return height <= subject.layout.page.text_height
