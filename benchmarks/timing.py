"""Measuring: whole processes in turn, what each used, and ratios with median and quartiles."""

from __future__ import annotations

import json
import marshal
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

_UNWANTED = ("PYTHON", "GONGWEN_", "NODE_", "PANDOC")
_ROOT = Path(__file__).resolve().parents[1]
_LAUNCHER = _ROOT / "benchmarks" / "launcher.py"
_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in a unit of ru_maxrss."""


@dataclass(frozen=True)
class Sample:
    """What one run used: wall and processor time in seconds, peak memory in bytes (of its largest
    process)."""

    wall: float
    processor: float
    memory: int


@dataclass(frozen=True)
class Ratio:
    """The median of ratios, and their quartiles."""

    lower: float
    median: float
    upper: float


class Failed(Exception):
    """A program that did not do its work; the message is its last line."""


@dataclass(frozen=True)
class Side:
    """One way to do a work: processes called one after the other.

    ``output`` is emptied before every run, and must hold ``makes`` files ending in ``suffix`` after
    it. ``inside`` is true where the process times itself and prints the seconds.
    """

    name: str
    calls: tuple[tuple[str, ...], ...] = ()
    output: Path | None = None
    makes: int = 0
    suffix: str = ".docx"
    accepts: tuple[int, ...] = (0,)
    inside: bool = False
    missing: str = ""


def quartiles(values: Iterable[float]) -> Ratio:
    """Lower quartile, median and upper quartile; of a single value, that value."""
    found = list(values)
    if len(found) == 1:
        return Ratio(found[0], found[0], found[0])
    return Ratio(*statistics.quantiles(found, n=4, method="inclusive"))


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """Those of runs that came in turn: each of ours by the one of theirs in the same round."""
    return quartiles(own / other for own, other in zip(ours, theirs, strict=True))


def floor() -> int:
    """The smallest peak of memory that can be told, in bytes: what is measured must be larger. See
    ``launcher``."""
    return run(Side("nothing", (("true",),))).memory


def environment() -> dict[str, str]:
    """The environment of every measured process: this one, without what changes the programs."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(_UNWANTED)}
    return kept | {"LC_ALL": "C.UTF-8"}


def run(side: Side) -> Sample:
    """One run. Raises Failed."""
    if side.output is not None:
        shutil.rmtree(side.output, ignore_errors=True)
        side.output.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        printed, complaints = Path(folder) / "printed", Path(folder) / "complaints"
        order = (side.calls, side.accepts, str(printed), str(complaints))
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(_LAUNCHER)],
            input=marshal.dumps(order),
            capture_output=True,
            env=environment(),
            check=False,
        )
        if done.returncode:
            raise Failed(_last_line(done.stderr))
        wall, processor, memory, code = marshal.loads(done.stdout)
        if code not in side.accepts:
            raise Failed(_last_line(complaints.read_bytes()) or f"exit code {code}")
        if side.inside:
            wall, processor = json.loads(printed.read_text("utf-8"))
    _check(side)
    return Sample(wall, processor, memory * _UNIT)


def _last_line(complaints: bytes) -> str:
    """The last line, with places in the checkout named from there."""
    lines = complaints.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].strip().replace(f"{_ROOT}/", "") if lines else ""


def _check(side: Side) -> None:
    """Raises Failed when files are missing that the run should have written."""
    if side.output is None:
        return
    made = sum(1 for _ in side.output.rglob(f"*{side.suffix}"))
    if made < side.makes:
        raise Failed(f"{made} files instead of {side.makes}")


def in_turn(
    sides: Sequence[Side], rounds: int, told: Callable[[str], None] | None = None
) -> dict[str, tuple[Sample, ...] | str]:
    """The samples of each side, of rounds in which every side runs once (A B C, A B C …) after a
    warm-up that does not count; instead of them the reason, for a side that cannot run."""
    found: dict[str, list[Sample]] = {}
    failed = {side.name: side.missing for side in sides if side.missing}
    for number in range(rounds + 1):
        for side in sides:
            if side.name in failed:
                continue
            if told:
                told(f"{side.name}  {number}/{rounds}")
            try:
                sample = run(side)
            except (Failed, OSError) as error:
                failed[side.name] = str(error)
                continue
            if number:
                found.setdefault(side.name, []).append(sample)
    return {
        side.name: failed[side.name] if side.name in failed else tuple(found[side.name])
        for side in sides
    }
