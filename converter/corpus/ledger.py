"""Outcomes given their names and recorded, in the order in which they come."""

from __future__ import annotations

from itertools import count
from time import monotonic

from converter.corpus.hashing import digest
from converter.corpus.manifest import Entry, Job, Manifest, Placed
from converter.corpus.moment import now
from converter.corpus.outcome import DONE, SAME, Outcome, Output
from converter.corpus.places import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.corpus.folders import Folders

_SECONDS = 0.5
_ENTRIES = 200
"""Recorded at once at most: so much is done again after a run was killed."""


class Ledger:
    """The outcomes of a job on their way into its manifest and its output folder.

    With ``numbered``, the name of every output begins with a number, ``NN-``: that which an input
    had before, else the next one. With ``folders``, every input has a folder for its outputs.
    """

    def __init__(
        self,
        place: Place,
        manifest: Manifest,
        job: Job,
        *,
        numbered: bool,
        folders: Folders | None = None,
    ) -> None:
        self._place, self._manifest, self._job = place, manifest, job
        self._numbered, self._folders = numbered, folders
        self._last = manifest.last_number(job)
        self._entries: list[tuple[Entry, list[Placed]]] = []
        self._recorded: list[tuple[Entry, list[Placed]]] = []
        self._former = manifest.former(job)
        self._settled: list[str] = []
        self._since = monotonic()
        self.aside: list[tuple[str, str]] = []
        """Files that were kept under another name, and under which."""

    def clear(self) -> None:
        """Removes what a run that was killed had still to remove. Raises OutputError."""
        for path in list(self._former):
            if not self._manifest.has_output(self._job, path):
                self._remove(path, set())

    def take(self, outcome: Outcome) -> list[Entry]:
        """Takes the next outcome; gives those that have now been recorded, with their outputs in
        their places. Raises OutputError."""
        before = self._manifest.placed(self._job, outcome.task.key)
        # What an input that has come to fail gave before stays as it is.
        placed = self._named(outcome, before) if outcome.state == DONE else tuple(before)
        self._entries.append((Entry(outcome, placed), before))
        full = len(self._entries) >= _ENTRIES or monotonic() - self._since > _SECONDS
        return self.flush() if full else []

    def _named(self, outcome: Outcome, before: list[Placed]) -> tuple[Placed, ...]:
        free = [placed.number for placed in before if placed.number is not None]
        found = []
        folder = self._folders.of(outcome.task.key, before) if self._folders else None
        for output in outcome.outputs:
            number = None
            if self._numbered:
                if free:
                    number = free.pop(0)
                else:
                    self._last += 1
                    number = self._last
            name = output.name if number is None else f"{number:02d}-{output.name}"
            path = name if folder is None else f"{folder}/{name}"
            found.append(Placed(path, number, output.hash, output.size))
        return tuple(found)

    def flush(self) -> list[Entry]:
        """Records what was taken, then gives the outputs their names. In this order: should the
        run end in between, the manifest knows of every file that is there, and finds that some
        are missing, and what files were before. What is interrupted is taken up again by the next
        call. Raises OutputError."""
        entries = [entry for entry, _ in self._entries]
        if entries or self._settled:
            self._manifest.record(self._job, entries, now(), self._settled)
        self._recorded += self._entries
        self._entries, self._settled = [], []
        self._place.each(self._settle, self._recorded)
        self._recorded = []
        self._since = monotonic()
        return entries

    def _settle(self, taken: tuple[Entry, list[Placed]]) -> None:
        """Gives the outputs of an input their names, and removes those that it no longer has."""
        entry, before = taken
        if entry.outcome.state == DONE:
            for output, placed in zip(entry.outcome.outputs, entry.placed, strict=True):
                self._put(
                    output, placed, {item.hash for item in before if item.path == placed.path}
                )
            kept = {placed.path for placed in entry.placed}
            for item in before:
                if item.path not in kept:
                    self._remove(item.path, {item.hash})
        elif entry.outcome.state == SAME:
            for item in before:
                self._let_go(item.path)

    def _put(self, output: Output, placed: Placed, ours: set[str]) -> None:
        """Gives an output its name. A file of that name that this job did not write, or that was
        changed since, is kept beside it."""
        path = placed.path
        there = self._place.hash(path)
        if there not in {"", _EMPTY, placed.hash, *ours, *self._former.get(path, ())}:
            aside = self._aside(path, there)
            self._place.settle(path, aside)
            self.aside.append((path, aside))
        if output.staged is not None and there != placed.hash:
            self._place.settle(output.staged, path)
        if ours:
            self._settled.append(path)
        self._let_go(path)

    def _aside(self, path: str, there: str) -> str:
        """Where a file is kept beside: no other that was kept is lost."""
        names = (f"{path}.bak{nth if nth > 1 else ''}" for nth in count(1))
        return next(name for name in names if self._place.hash(name) in ("", there))

    def _remove(self, path: str, ours: set[str]) -> bool:
        """Removes a file that this job wrote, unless it was changed since."""
        unchanged = self._place.hash(path) in {*ours, *self._former.get(path, ())}
        if unchanged:
            self._place.remove(path)
        if ours:
            self._settled.append(path)
        self._let_go(path)
        return unchanged

    def _let_go(self, path: str) -> None:
        """Nothing is left of what a run that was killed had replaced there."""
        if self._former.pop(path, None):
            self._settled.append(path)

    def prune(self, names: list[str]) -> tuple[int, list[str]]:
        """Forgets inputs and removes what was made of them; of an input whose outputs were changed
        since, nothing. Gives how many files were removed, and which were changed. Raises
        OutputError."""
        removed, changed = 0, []
        for name in names:
            placed = self._manifest.placed(self._job, name)
            kept = [item.path for item in placed if self._is_changed(item)]
            if kept:
                changed += kept
                continue
            removed += sum(self._remove(item.path, {item.hash}) for item in placed)
            self._manifest.drop(self._job, [name])
        return removed, changed

    def _is_changed(self, item: Placed) -> bool:
        there = self._place.hash(item.path)
        return there not in {"", _EMPTY, item.hash, *self._former.get(item.path, ())}


_EMPTY = digest(b"")
"""What a machine leaves that lost its power while it wrote a file."""
