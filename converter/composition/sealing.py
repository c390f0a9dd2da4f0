"""署名 and 成文日期 with a seal, of several bodies, and with a signature stamp (GB/T 9704-2012,
7.3.5.1, 7.3.5.3)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.composition.blocks import Block, Frame, Indents, Paragraph, Seal, Span
from converter.composition.ending import date_first, seal_of
from converter.composition.main_part import line_of
from converter.composition.subject import Subject, element
from converter.errors import InputError
from converter.layout.table import TextStyle
from converter.layout.units import ZERO, Length
from converter.layout.width import width
from converter.record import replace


def sealed(
    name: str, name_path: str, date: str, date_path: str, subject: Subject
) -> Iterator[Paragraph]:
    """With a seal: the date with four characters free on the right, the name above it, centred
    on it (7.3.5.1). Room is left for the seal, or its picture is put there."""
    styles = subject.styles
    name_right, date_right = sealed_rights(name, date, subject)
    lines = [
        replace(line_of(name, styles.signature, name_path), indents=Indents(right=name_right)),
        replace(line_of(date, styles.date, date_path), indents=Indents(right=date_right)),
    ]
    if date_first(subject):
        lines.reverse()
    lines = [line for line in lines if line.text]
    name_width = styles.signature.character * width(name)
    center = subject.width - name_right - name_width * 0.5
    # With the last line, whose top has no room above it, which programs count or do not.
    lines[-1] = replace(lines[-1], seal=_seal_picture(center, subject))
    for index, line in enumerate(lines):
        before = subject.pitch * subject.layout.ending.seal_lines if index == 0 else ZERO
        yield replace(line, before=before, keep_next=line.seal is not None or line is not lines[-1])
    if lines[-1].seal and not (subject.document.notes or subject.elements.note):
        # The seal's lower edge is below the date; it must not reach what stands there.
        # A blank in it: programs drop an empty last paragraph.
        yield replace(line_of("\u3000", styles.date, ""), indents=Indents(), before=ZERO)


def sealed_rights(name: str, date: str, subject: Subject) -> tuple[Length, Length]:
    """The right indents of name and date that centre one on the other. A name too long for that
    goes to the edge of the text area, and the date moves."""
    style = subject.styles.signature
    name_width, date_width = style.character * width(name), style.character * width(date)
    date_right = style.size * subject.layout.ending.sealed_right
    name_right = date_right + (date_width - name_width) * 0.5
    if name_right < ZERO:
        return ZERO, (name_width - date_width) * 0.5
    return name_right, date_right


def _seal_picture(center: Length, subject: Subject) -> Seal | None:
    path = seal_of(subject)
    if path == "blank":
        return None
    file = subject.pictures(path, element("seal"))
    figures = subject.layout.ending
    return Seal(file, figures.seal_size, center, -figures.seal_rise)


def jointly_sealed(
    names: tuple[str, ...], name_path: str, date: str, date_path: str, subject: Subject
) -> Iterator[Block]:
    """Several bodies: their names side by side, far enough apart for a seal on each, and the date
    below the last one (7.3.5.1)."""
    if seal_of(subject) != "blank":
        raise InputError(
            Text("联合落款不能共用一个印章图片", "several signing bodies cannot share one seal"),
            element("seal"),
            Text("请把“印章”改为“留空”或“无”", "set it to blank or none"),
        )
    styles = subject.styles
    figures = subject.layout.ending
    size = figures.seal_size + figures.seal_gap
    columns, column = _seal_columns(names, date, subject)
    rows = []
    blank = (_centred("", styles.signature, ""),)
    for start in range(0, len(names), columns):
        cells: list[tuple[Paragraph, ...]] = [
            (_centred(name, styles.signature, name_path),)
            for name in names[start : start + columns]
        ]
        is_last = start + columns >= len(names)
        if is_last and date:
            # An empty line in the others, so that all names stand on one line.
            cells = [(*cell, *blank) for cell in cells[:-1]] + [
                (*cells[-1], _centred(date, styles.date, date_path))
            ]
        # The last row stands on the right, where a single name would. A column without text
        # fills the text area up.
        empty = [blank] * (columns - len(cells))
        rows.append((*empty, *cells, blank))
    yield replace(line_of("", styles.signature, ""), before=ZERO, keep_next=True)
    rest = subject.width - column * columns
    yield Frame(
        rows=tuple(rows),
        widths=(*(column,) * columns, rest),
        heights=(size,) * len(rows),
    )


def _seal_columns(names: tuple[str, ...], date: str, subject: Subject) -> tuple[int, Length]:
    """How many names stand side by side, and how wide each column is.

    The middle of the last one is that of a date with four characters free on its right; a column
    has room for a seal and, unless it is the only one, for the longest name.
    """
    style, figures = subject.styles.signature, subject.layout.ending
    right, _ = sealed_rights("", date, subject)
    middle = subject.width - right
    longest = max(style.character * width(name) for name in names)
    # A character to spare: some programs need a bit more, and would break the name.
    least = max(longest + style.character, figures.seal_size + figures.seal_gap)

    def column(count: int) -> Length:
        # Half of the last one is on the right of its middle.
        return min(middle * (1 / (count - 0.5)), right * 2)

    columns = min(len(names), figures.seals)
    while columns > 1 and column(columns) < least:
        columns -= 1
    return columns, column(columns)


def _centred(text: str, style: TextStyle, where: str) -> Paragraph:
    return replace(
        line_of(text, style, where), indents=Indents(), align="center", before=ZERO, keep_next=True
    )


def stamped(
    names: tuple[str, ...], name_path: str, date: str, date_path: str, subject: Subject
) -> Iterator[Paragraph]:
    """With a signature stamp: two blank lines, the post and, two characters behind it, the stamp
    with four characters free on the right; one blank line; the date likewise (7.3.5.3)."""
    styles, elements, figures = subject.styles, subject.elements, subject.layout.ending
    right = Indents(right=styles.signature.size * figures.sealed_right)
    for name in names:
        yield replace(line_of(name, styles.signature, name_path), indents=right, before=ZERO)
    spans = [
        Span(elements.post or "", element("post")),
        Span("\u3000" * figures.stamp_gap if elements.post and elements.signatory else ""),
        Span(elements.signatory or "", element("signatory"), styles.signer_name),
    ]
    yield Paragraph(
        style=styles.signature,
        spans=tuple(span for span in spans if span.text),
        indents=right,
        before=subject.pitch * figures.stamp_lines,
        keep_next=bool(date),
    )
    if date:
        dated = line_of(date, styles.date, date_path)
        yield replace(dated, indents=right, before=subject.pitch * figures.stamp_date_lines)
