"""版记 and the list of those present, of a file that our own writer made."""

from __future__ import annotations

from converter.patterns import lazy
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.elements import Elements
    from converter.word.transcript import Origin, Transcript

TAIL_KEYS = ("copies", "printing", "attendance")
_PRINTED = ("copies", "print_office", "print_date")
_PRESENT = {"出席：": "attendees", "请假：": "absentees", "列席：": "observers"}
_DATED = lazy(r"(?P<date>[0-9]{4}\s*年.{1,12}日)\s*印发")


def tail_elements(
    transcript: Transcript,
    text: list[tuple[int, Origin]],
    keys: dict[int, str],
    stated: frozenset[str],
    elements: Elements,
) -> tuple[Elements, list[int]]:
    """The elements with those of the imprint and of attendance, and the lines they stand on. An
    imprint that is not of the usual lines, or was text of the draft, stays as its lines are."""
    lines = transcript.source.lines
    present = [number for number, _ in text if keys[number] == "attendance"]
    for number in present:
        elements = _attendance(lines[number - 1].strip(), elements)
    imprint = [number for number, _ in text if keys[number] in ("copies", "printing")]
    if not stated.intersection(_PRINTED) and not _has_recipients(imprint, lines):
        return elements, present
    found: Elements | None = elements
    for number in imprint:
        line = lines[number - 1]
        found = _copies(line, found) if keys[number] == "copies" else _printing(line, found)
        if found is None:
            return elements, present
    if found and found.recipients and "recipients" in stated:
        found = replace(found, recipients_last="recipients_last" in stated)
    return found or elements, [*present, *imprint]


def _has_recipients(imprint: list[int], lines: tuple[str, ...]) -> bool:
    """Whether 主送机关 stand in the imprint, where they are no text."""
    return any(lines[number - 1].startswith("主送：") for number in imprint)


def _attendance(line: str, elements: Elements) -> Elements:
    for label, name in _PRESENT.items():
        if line.startswith(label):
            value = line.removeprefix(label)
            match name:
                case "attendees":
                    return replace(elements, attendees=value)
                case "absentees":
                    return replace(elements, absentees=value)
                case _:
                    return replace(elements, observers=value)
    return elements


def _copies(line: str, elements: Elements | None) -> Elements | None:
    """The elements with a line 抄送：…。 or 主送：…。; None for any other."""
    label, names = line.strip()[:3], line.strip()[3:]
    if elements is None or not names.endswith("。") or len(names) < 2:
        return None
    if label == "抄送：" and not elements.copies:
        return replace(elements, copies=names[:-1])
    if label == "主送：" and not elements.recipients:
        return replace(elements, recipients=names[:-1], recipients_last=True)
    return None


def _printing(line: str, elements: Elements | None) -> Elements | None:
    """The elements with a line of who printed the document and when; None for any other."""
    office, _, dated = line.strip("\n").partition("\t")
    if elements is None or elements.print_office or elements.print_date:
        return None
    match = _DATED.fullmatch(dated)
    if dated and not match:
        return None
    date = match["date"] if match else None
    return replace(elements, print_office=office.strip() or None, print_date=date)
