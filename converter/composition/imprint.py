"""版记 (GB/T 9704-2012, 7.4): who gets copies, who printed the document and when."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from converter.composition.blocks import Imprint, Paragraph, Span, Tab
from converter.composition.main_part import line_of, recipients
from converter.composition.subject import Subject, element
from converter.layout.units import twips
from converter.patterns import lazy
from converter.record import replace

_PRINTED = lazy(r"(?P<office>\S.*?)\s+(?P<date>[0-9]{4}\s*年.{1,12}日\s*印[发制]?)")


def imprint(subject: Subject, *, with_recipients: bool) -> Imprint | None:
    """The imprint, if the document has one; ``with_recipients`` puts 主送机关 into it."""
    rows = [row for row in (_bodies(subject, with_recipients), _printing(subject)) if row]
    # What the draft has of an imprint stands in front of what the metadata add.
    rows = [*_of_draft(subject), *rows]
    if not rows:
        return None
    rules = subject.layout.imprint
    if subject.layout.kind == "letter":
        return Imprint(tuple(rows), (None,) * (len(rows) + 1))
    between = (rules.inner,) * (len(rows) - 1)
    return lowered(Imprint(tuple(rows), (rules.outer, *between, rules.outer)))


def lowered(imprint: Imprint) -> Imprint:
    """The imprint with lines lower by their share of the rules, so that one of n lines takes the
    room of n lines of the page, or less."""
    strokes = sum(rule.weight.twips for rule in imprint.rules if rule)
    # One twip more for the end of the box that it stands in.
    share = twips(ceil(strokes / len(imprint.rows)) + 1)
    rows = (
        tuple(replace(line, height=line.style.line_pitch - share) for line in row)
        for row in imprint.rows
    )
    return Imprint(tuple(rows), imprint.rules)


def _of_draft(subject: Subject) -> Iterator[tuple[Paragraph, ...]]:
    """The rows of an imprint that the draft has, to the letter, each apart by a rule."""
    styles = subject.styles
    for index, note in enumerate(subject.document.notes):
        where = f"$.notes[{index}]"
        if note.kind != "imprint":
            continue
        printed = _PRINTED.fullmatch(note.text)
        if printed:
            yield (_printing_line(printed["office"], printed["date"], where, subject),)
        else:
            yield (line_of(note.text, styles.copies, where),)


def _bodies(subject: Subject, with_recipients: bool) -> tuple[Paragraph, ...]:
    """主送 and 抄送, with no line between (7.4.2)."""
    style = subject.styles.copies
    found = []
    if with_recipients:
        text, where = recipients(subject)
        if text:
            found.append(line_of(f"主送：{text.rstrip('：:')}。", style, where))
    if subject.elements.copies:
        where = element("copies")
        found.append(line_of(f"抄送：{subject.elements.copies.rstrip('。')}。", style, where))
    return tuple(found)


def _printing(subject: Subject) -> tuple[Paragraph, ...]:
    """印发机关 on the left, 印发日期 on the right (7.4.3). A letter has neither (10.1)."""
    elements = subject.elements
    if subject.layout.kind == "letter" or not (elements.print_office or elements.print_date):
        return ()
    date = f"{elements.print_date}印发" if elements.print_date else ""
    return (_printing_line(elements.print_office or "", date, element("print_office"), subject),)


def _printing_line(office: str, date: str, where: str, subject: Subject) -> Paragraph:
    style = subject.styles.printing
    tab = Tab(subject.width - style.size * style.right, "right")
    dated = (Span("\t"), Span(date, where)) if date else ()
    return Paragraph(style=style, spans=(Span(office, where), *dated), tabs=(tab,))
