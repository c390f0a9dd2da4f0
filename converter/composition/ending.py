"""署名 and 成文日期 (GB/T 9704-2012, 7.3.5) without a seal; those with one are in
:mod:`converter.composition.sealing`.

Indents are lengths from the left edge wherever two lines stand in a fixed relation, so that it
does not depend on how wide a program sets digits.
"""

from __future__ import annotations

from converter.composition.blocks import Indents
from converter.composition.main_part import line_of, signing_bodies
from converter.composition.subject import element
from converter.layout.units import ZERO
from converter.layout.width import width, width_with_gaps
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.composition.blocks import Block, Paragraph
    from converter.composition.subject import Subject
    from converter.layout.table import TextStyle
    from converter.layout.units import Length


def ending(subject: Subject) -> Iterator[Block]:
    """The lines of the ending, in the order in which the source has them."""
    names, name_path = signing_bodies(subject)
    date, date_path = _date(subject)
    elements = subject.elements
    stamped = elements.post or elements.signatory
    if not stamped and (seal_of(subject) == "none" or not names):
        if names or date:
            yield from _unsealed(names, name_path, date, date_path, subject)
        return
    from converter.composition import sealing

    if stamped:
        yield from sealing.stamped(names, name_path, date, date_path, subject)
    elif len(names) > 1:
        yield from sealing.jointly_sealed(names, name_path, date, date_path, subject)
    else:
        yield from sealing.sealed(names[0], name_path, date, date_path, subject)


def _date(subject: Subject) -> tuple[str, str]:
    date = subject.document.date
    if date and date.text:
        return date.text, "$.date"
    return subject.elements.date or "", element("date")


def seal_of(subject: Subject) -> str:
    """``none``, ``blank``, or the path of a picture."""
    return subject.elements.seal or subject.layout.ending.seal


def date_first(subject: Subject) -> bool:
    """Whether the source has the date above the name."""
    signature, date = subject.document.signature, subject.document.date
    return bool(
        signature
        and date
        and signature.text
        and date.text
        and (date.line, date.column) < (signature.line, signature.column)
    )


def _unsealed(
    names: tuple[str, ...], name_path: str, date: str, date_path: str, subject: Subject
) -> Iterator[Paragraph]:
    """Without a seal: one blank line, the name with two characters free on the right, below it
    the date, two characters further in than the name (7.3.5.2)."""
    styles = subject.styles
    longest = max(names, key=width, default="")
    name_left, date_left = unsealed_lefts(longest, date, subject)
    lines = [_from_left(name, styles.signature, name_left, name_path) for name in names]
    lines = [lines[0], *(replace(line, before=ZERO) for line in lines[1:])] if lines else []
    if date and not names:
        lines = [line_of(date, styles.date, date_path)]
    elif date:
        dated = _from_left(date, styles.date, date_left, date_path)
        # Room to spare: a date that just fits is broken by a program that needs a bit more.
        spare = Indents(left=date_left, right=-styles.date.size)
        dated = replace(dated, indents=spare)
        lines = [dated, *lines] if date_first(subject) else [*lines, dated]
    for index, line in enumerate(lines):
        before = subject.pitch * styles.signature.before if index == 0 else ZERO
        yield replace(line, before=before, keep_next=index < len(lines) - 1)


def unsealed_lefts(name: str, date: str, subject: Subject) -> tuple[Length, Length]:
    """The left indents of name and date. The longer one keeps the free space of its style on the
    right, the other one follows from it; neither leaves the text area, even where a program sets
    digits apart from characters."""
    style = subject.styles.signature
    free = style.size * style.right
    shift = style.character * subject.layout.ending.date_shift
    name_width, date_width = style.character * width(name), style.character * width(date)
    # What is set apart is not condensed either.
    gaps = (style.size - style.spacing * 2) * (width_with_gaps(date) - width(date))
    if name_width >= date_width:
        name_left = subject.width - free - name_width
    else:
        name_left = subject.width - free - date_width - shift
    if date:
        name_left = min(name_left, subject.width - date_width - gaps - shift)
    name_left = max(name_left, ZERO)
    latest = max(subject.width - date_width - gaps, ZERO)
    return name_left, min(name_left + shift, latest)


def _from_left(text: str, style: TextStyle, left: Length, where: str) -> Paragraph:
    return replace(line_of(text, style, where), indents=Indents(left=left), align="left")
