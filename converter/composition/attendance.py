"""Who was at a meeting (GB/T 9704-2012, 10.3)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.composition.blocks import Paragraph, Span
from converter.composition.subject import Subject, element
from converter.layout.units import ZERO


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
