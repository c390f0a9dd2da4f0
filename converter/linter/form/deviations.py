"""Deviations from a layout, told once for all paragraphs that share them."""

from __future__ import annotations

from converter.bilingual import Text
from converter.linter.rule import Hit
from converter.record import record
from converter.source.text import Piece

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from converter.findings import Severity
    from converter.linter.form.form import Form
    from converter.linter.form.items import Item
    from converter.linter.subject import Subject

_MOST = 8
"""So many paragraph numbers are told."""


@record
class Deviation:
    """What is wrong with characters ``start`` to ``end`` of an item (to the end of its text for
    None). Deviations of one ``kind``, or without one of the same message, are one finding, with
    the message of the first."""

    item: Item
    message: Text
    start: int = 0
    end: int | None = None
    severity: Severity | None = None
    kind: str = ""


class FormCheck:
    """A rule's check from one over the form of a Word file: silent where there is none, and for
    all reports of a file but the first, for the form is that of the whole file."""

    def __init__(self, check: Callable[[Form, Subject], Iterable[Deviation | Hit]]) -> None:
        self._check = check

    def __call__(self, subject: Subject) -> Iterator[Hit]:
        for hit, _ in self.told(subject):
            yield hit

    def told(self, subject: Subject) -> Iterator[tuple[Hit, tuple[Deviation, ...]]]:
        """The finds, each with the deviations that it stands for."""
        form = subject.form
        if form is None or subject.document is not subject.companions[0]:
            return
        groups: dict[tuple[Text | str, Severity | None], list[Deviation]] = {}
        for found in self._check(form, subject):
            if isinstance(found, Deviation):
                groups.setdefault((found.kind or found.message, found.severity), []).append(found)
            else:
                yield found, ()
        for group in groups.values():
            yield _hit(form, group), tuple(group)


def over_form(check: Callable[[Form, Subject], Iterable[Deviation | Hit]]) -> FormCheck:
    """A rule's check from one over the form of a Word file."""
    return FormCheck(check)


def _hit(form: Form, group: list[Deviation]) -> Hit:
    """One find for all deviations of a kind: at the first, with the numbers of the others."""
    first = group[0]
    numbers = list(dict.fromkeys(d.item.number for d in group if d.item.number))
    message = first.message
    if len(numbers) > 1:
        others = ", ".join(map(str, numbers[1:_MOST]))
        told, more = others.replace(", ", "、"), len(numbers) > _MOST
        message = Text(
            f"{message.zh}；第 {told} 段{'等' if more else ''}也是，共 {len(numbers)} 段",
            f"{message.en}; so {'are' if len(numbers) > 2 else 'is'} paragraphs {others}"
            f"{' …' if more else ''}, {len(numbers)} in all",
        )
    node, start, end = place(form, first.item, first.start, first.end)
    return Hit(node, message, start, end, severity=first.severity)


def place(
    form: Form, item: Item, start: int = 0, end: int | None = None
) -> tuple[Piece | None, int, int | None]:
    """The line of the transcript on which a stretch of an item begins, and the stretch in it; of
    what has no line, the first line of all."""
    transcript = form.transcript
    lines, line = transcript.source.lines, transcript.line_of(item.number)
    if not line:
        return (Piece(lines[0], 1) if lines else None), 0, 0
    while line <= len(lines):
        for stretch in transcript.origins[line - 1].stretches:
            if stretch.paragraph.number == item.number and (
                stretch.start <= start <= stretch.start + stretch.length
            ):
                first = stretch.column - 1 + start - stretch.start
                stop = stretch.start + stretch.length
                last = first + (stop if end is None else min(end, stop)) - start
                return Piece(lines[line - 1], line), first, max(last, first)
        line += 1
    line = transcript.line_of(item.number)
    return Piece(lines[line - 1], line), 0, None
