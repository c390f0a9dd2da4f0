"""What was measured: kept as JSON, and held against the limits."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from benchmarks.timing import Ratio, Sample, quartiles, ratios
from benchmarks.works import Comparison, Work

State = Literal["reached", "missed", "told", "unmeasured"]


@dataclass(frozen=True)
class Measured:
    """The samples of one side, or the reason why there are none."""

    name: str
    samples: tuple[Sample, ...] = ()
    missing: str = ""

    def spread(self, measure: str) -> Ratio:
        """Median and quartiles of what it took: seconds, or bytes for ``memory``."""
        return quartiles(values(self.samples, measure))


@dataclass(frozen=True)
class MeasuredWork:
    """A work with the samples of all its sides."""

    key: str
    title: str
    sides: tuple[Measured, ...]
    comparisons: tuple[Comparison, ...]

    def side(self, name: str) -> Measured:
        """The side of that name."""
        return next(side for side in self.sides if side.name == name)


@dataclass(frozen=True)
class Outcome:
    """A comparison with its ratio (None where a side is missing, and ``reason`` says why);
    ``processor`` is the ratio of processor times, for time."""

    work: MeasuredWork
    comparison: Comparison
    ratio: Ratio | None = None
    processor: Ratio | None = None
    reason: str = ""

    @property
    def state(self) -> State:
        """Whether the median is within the limit."""
        if self.ratio is None:
            return "unmeasured"
        if self.comparison.limit is None:
            return "told"
        return "reached" if self.ratio.median <= self.comparison.limit else "missed"


@dataclass(frozen=True)
class Results:
    """A whole run: of which machine, on which day, with which tools and inputs."""

    date: str
    machine: dict[str, str]
    tools: dict[str, str]
    drafts: str
    floor: int
    works: tuple[MeasuredWork, ...] = field(default=())

    def outcomes(self) -> list[Outcome]:
        """Every comparison of every work, in order."""
        return [
            outcome(work, comparison, self.floor)
            for work in self.works
            for comparison in work.comparisons
        ]

    def save(self, path: Path) -> None:
        """Writes them as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), "utf-8")


def load(path: Path) -> Results:
    """Results that were saved."""
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    works = tuple(
        MeasuredWork(
            work["key"],
            work["title"],
            tuple(
                Measured(
                    side["name"],
                    tuple(Sample(**sample) for sample in side["samples"]),
                    side["missing"],
                )
                for side in work["sides"]
            ),
            tuple(Comparison(**comparison) for comparison in work["comparisons"]),
        )
        for work in data.pop("works")
    )
    return Results(**data, works=works)


def measured(work: Work, found: dict[str, tuple[Sample, ...] | str]) -> MeasuredWork:
    """A work with what ``timing.in_turn`` found."""
    sides = tuple(
        Measured(name, missing=value) if isinstance(value, str) else Measured(name, value)
        for name, value in found.items()
    )
    return MeasuredWork(work.key, work.title, sides, work.comparisons)


def values(samples: Sequence[Sample], measure: str) -> Iterator[float]:
    """One figure of each sample: seconds of wall time for ``time``, of ``processor`` time, bytes of
    ``memory``."""
    name = "wall" if measure == "time" else measure
    return (getattr(sample, name) for sample in samples)


def outcome(work: MeasuredWork, comparison: Comparison, floor: int) -> Outcome:
    """The comparison made; peaks of memory not above ``floor`` cannot be told."""
    ours, theirs = work.side(comparison.ours), work.side(comparison.theirs)
    for side in (ours, theirs):
        if side.missing:
            return Outcome(work, comparison, reason=f"{side.name}：{side.missing}")
        if comparison.measure == "memory" and min(values(side.samples, "memory")) <= floor:
            return Outcome(work, comparison, reason=f"{side.name}：内存太小，量不出")

    def ratio(measure: str) -> Ratio:
        return ratios([*values(ours.samples, measure)], [*values(theirs.samples, measure)])

    processor = ratio("processor") if comparison.measure == "time" else None
    return Outcome(work, comparison, ratio(comparison.measure), processor)
