"""Comparing a parsed report with its labels; what differs is named, never summed away."""

from collections.abc import Iterator
from typing import Any

from converter.model import walk
from converter.model.nodes import Block, Document, Paragraph, Section

Gold = dict[str, Any]
PARTS = ("summary", "problems", "plan")


def differences(document: Document, gold: Gold, shift: int = 0) -> list[str]:
    """Every point in which the document differs from its labels, whose lines are ``shift`` less
    than the document's."""
    found: list[str] = []
    title = document.title.text if document.title else None
    date = document.date.text if document.date else None
    pairs = {
        "title": (title, gold["title"]),
        "organization": (document.organization, gold["org"]),
        "reported": (document.period.reported, gold["year_reported"]),
        "planned": (document.period.planned, gold["year_planned"]),
        "date": (date, gold["date"] and gold["date"]["text"]),
        "signature": (document.signature and document.signature.text, gold["signature"]),
        "lead": (bool(document.lead), gold["has_lead"]),
        "missing": (missing(document), gold["missing"]),
    }
    found += [
        f"{name}: {got!r}, not {want!r}" for name, (got, want) in pairs.items() if got != want
    ]
    found += _compare("heading", _headings(document), _gold_headings(gold, shift))
    found += _compare("role", _roles(document), _gold_roles(gold, shift))
    found += _compare("enumeration", _enumerations(document), _gold_enumerations(gold, shift))
    return found


def count(gold: Gold) -> int:
    """How many points :func:`differences` compares."""
    return 8 + len(gold["headings"]) + len(gold["sections"]) + len(gold["enumerations"])


def missing(document: Document) -> list[str]:
    """The standard parts that no section has."""
    there = {role for section in document.sections for role in section.roles}
    return [part for part in PARTS if part not in there]


def _compare(what: str, got: list[Any], want: list[Any]) -> list[str]:
    lost = [f"{what} not found: {item}" for item in want if item not in got]
    return lost + [f"{what} not in the labels: {item}" for item in got if item not in want]


def _headings(document: Document) -> list[tuple[Any, ...]]:
    return [
        (s.line, s.level, s.mark, s.heading, s.run_in, s.terminator or None)
        for _, s in walk.sections(document)
    ]


def _gold_headings(gold: Gold, shift: int) -> list[tuple[Any, ...]]:
    return [
        (h["line"] + shift, h["level"], h["mark"], h["heading"], h["run_in"], h["sep"])
        for h in gold["headings"]
    ]


def _roles(document: Document) -> list[tuple[Any, ...]]:
    return [(section.line, section.role) for section in document.sections]


def _gold_roles(gold: Gold, shift: int) -> list[tuple[Any, ...]]:
    return [(section["line"] + shift, section["role"]) for section in gold["sections"]]


def _runs(content: tuple[Block, ...]) -> Iterator[list[Paragraph]]:
    run: list[Paragraph] = []
    for block in content:
        if isinstance(block, Section):
            yield run
            run = []
            yield from _runs(block.content)
        else:
            run.append(block)
    yield run


def _enumerations(document: Document) -> list[tuple[int, tuple[str, ...]]]:
    groups: list[tuple[int, list[str]]] = []
    for run in [list(document.lead), *_runs(document.sections)]:
        points = [(p.line, point) for p in run for point in p.points]
        for index, (line, point) in enumerate(points):
            if index == 0 or point.value == 1:
                groups.append((line, []))
            groups[-1][1].append(point.marker)
    return [(line, tuple(markers)) for line, markers in groups]


def _gold_enumerations(gold: Gold, shift: int) -> list[tuple[int, tuple[str, ...]]]:
    return [(e["line"] + shift, tuple(e["markers"])) for e in gold["enumerations"]]
