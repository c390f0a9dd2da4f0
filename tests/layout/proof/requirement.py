"""What a requirement of the proof is, what measuring it gives, and how values are judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tests.layout.proof.rendered import NotFound, Rendered
from tests.tools.measure import Line

ALL = ("report", "official", "letter", "order", "minutes")
HEADED = ("official", "order", "minutes")
NUMBERED_IMPRINT = ("official", "order", "minutes")


@dataclass(frozen=True, slots=True)
class Reading:
    """One measured value, whether it is within the requirement, and where it was measured."""

    value: float | str
    ok: bool
    where: str = ""
    unit: str = ""


Measure = Callable[[Rendered], Iterable[Reading]]


@dataclass(frozen=True, slots=True)
class Requirement:
    """A measurable requirement: its number, clause, wording and figure, and how it is measured.

    It applies to documents of ``layouts`` whose draft has all features in ``needs`` and none of
    those in ``without``. One that holds ``sometimes`` may find nothing to measure in a document.
    """

    id: str
    clause: str
    text: str
    figure: str
    layouts: tuple[str, ...]
    needs: tuple[str, ...]
    without: tuple[str, ...]
    measure: Measure
    sometimes: bool = False

    def fits(self, layout: str, features: frozenset[str]) -> bool:
        """Whether a draft in that layout, with those features, has what it is about."""
        return (
            layout in self.layouts
            and features.issuperset(self.needs)
            and features.isdisjoint(self.without)
        )

    def applies(self, document: Rendered) -> bool:
        """Whether the document has what the requirement is about."""
        return self.fits(document.layout, document.draft.features())

    def readings(self, document: Rendered) -> list[Reading]:
        """What is measured in the document; what is not found is a failed reading."""
        try:
            found = list(self.measure(document))
        except NotFound as missing:
            return [Reading(f"没有找到“{str(missing)[:24]}”", False)]
        return found if found or self.sometimes else [Reading("没有可测之处", False)]


REQUIREMENTS: list[Requirement] = []
"""Every requirement, in the order of the modules of this package."""


def requirement(
    id: str,
    clause: str,
    text: str,
    figure: str,
    *,
    layouts: tuple[str, ...] = ALL,
    needs: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    sometimes: bool = False,
) -> Callable[[Measure], Measure]:
    """Adds the decorated function to the requirements."""

    def add(measure: Measure) -> Measure:
        REQUIREMENTS.append(
            Requirement(id, clause, text, figure, layouts, needs, without, measure, sometimes)
        )
        return measure

    return add


def near(value: float, figure: float, tolerance: float, where: str, unit: str = "mm") -> Reading:
    """A value that should be the figure, give or take the tolerance."""
    return Reading(value, abs(value - figure) <= tolerance + 1e-6, where, unit)


def within(value: float, low: float, high: float, where: str, unit: str = "mm") -> Reading:
    """A value that should lie between two figures."""
    return Reading(value, low <= value <= high, where, unit)


def same(value: object, wanted: object, where: str) -> Reading:
    """A value that should be exactly the wanted one."""
    return Reading(str(value), value == wanted, where)


def among(value: str, ok: bool, where: str) -> Reading:
    """A value with a verdict of its own."""
    return Reading(value, ok, where)


def spot(line: Line) -> str:
    """A few words that say where a line stands."""
    text = line.text if len(line.text) <= 14 else line.text[:13] + "…"
    return f"第{line.page}页“{text}”"


def every(lines: Iterable[Line], judge: Callable[[Line], Reading]) -> Iterator[Reading]:
    """The reading of each line."""
    return map(judge, lines)
