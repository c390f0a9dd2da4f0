"""How the jobs of an output folder stand, input by input."""

from __future__ import annotations

from collections import Counter

from converter.bilingual import Text
from converter.corpus.manifest import Job, Manifest, Recorded
from converter.corpus.outcome import FAILED
from converter.corpus.reading import reason, survey
from converter.record import record

FINISHED, RUNNING, BROKEN_OFF, UNFINISHED = "finished", "running", "broken-off", "unfinished"
GONE, PENDING = "gone", "pending"
"""States of an input beside those of an outcome: no longer there; not reached by this run yet,
recorded by an earlier one."""


@record
class Item:
    """An input: ``state`` is done, failed, gone or pending; how many reports it has, and how many
    findings of each severity (None where they were not looked for)."""

    input: Recorded
    state: str
    reports: int
    findings: Counter[str] | None

    @property
    def error(self) -> Text | None:
        """Why it failed."""
        return reason(self.input)


@record
class Standing:
    """A job and its inputs, in the order in which they were done; ``state`` is finished, running,
    broken-off or, where that cannot be told, unfinished."""

    job: Job
    state: str
    items: tuple[Item, ...]

    def count(self, state: str) -> int:
        """How many inputs are in a state."""
        return sum(item.state == state for item in self.items)

    @property
    def reports(self) -> int:
        """How many reports there are."""
        return sum(item.reports for item in self.items)

    @property
    def checked(self) -> int:
        """How many inputs were checked for findings."""
        return sum(item.findings is not None for item in self.items)

    @property
    def findings(self) -> Counter[str]:
        """How many findings of each severity there are."""
        found: Counter[str] = Counter()
        for item in self.items:
            found.update(item.findings or {})
        return found


def standing(manifest: Manifest, job: Job, running: bool | None) -> Standing:
    """How a job stands; ``running`` says whether a run is writing into its folder (None: that
    cannot be told)."""
    unseen = set(manifest.gone(job))
    items = []
    for item in survey(manifest, job):
        state = item.input.state
        if item.input.name in unseen:
            state = GONE if job.finished else PENDING
        known = item.input.linted and item.input.state != FAILED
        found = Counter(finding.severity for finding in item.findings) if known else None
        items.append(Item(item.input, state, len(item.reports), found))
    return Standing(job, _state(job, running), tuple(items))


def _state(job: Job, running: bool | None) -> str:
    if job.finished:
        return FINISHED
    if running is None:
        return UNFINISHED
    return RUNNING if running else BROKEN_OFF
