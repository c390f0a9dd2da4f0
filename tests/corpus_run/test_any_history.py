"""Whatever is done to inputs, options and outputs, and however often runs are killed on the way:
the output folder is as if none had been killed, and holds what the inputs give."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.bilingual import Text
from converter.corpus import crew, ledger
from converter.corpus.manifest import Manifest
from converter.corpus.outcome import Row, Yield
from converter.corpus.places import Local
from converter.corpus.run import Order, Run
from converter.errors import InputError
from converter.record import record
from tests.corpus_run.conftest import products

NAMES = ("甲", "乙", "丙", "丁")
BAD = "bad"


@record
class Lines:
    """Work that gives a file for each line of an input; another option, other files."""

    option: int

    def fingerprint(self, name: str) -> str:
        return str(self.option)

    def do(self, name: str, data: bytes) -> Yield:
        text = data.decode()
        if text == BAD:
            raise InputError(Text("不行", "no"), name)
        lines = text.split()
        rows = tuple(Row(n, line, None, None, None, "", (), ()) for n, line in enumerate(lines, 1))
        return Yield(rows, tuple((f"{line}.txt", made(line, self.option)) for line in lines))


def made(line: str, option: int) -> bytes:
    """What the work gives for a line."""
    return f"{line} {option}".encode()


class Killed(BaseException):
    """The process ends here, and nothing is done any more."""


class Life:
    """How many changes may still be made to files; None: any number."""

    left: int | None = None

    def spend(self) -> None:
        """Before each change."""
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise Killed


LIFE = Life()


class Mortal(Local):
    """An output folder that a run may die of."""

    __slots__ = ()

    def stage(self, key: str, content: bytes) -> str:
        LIFE.spend()
        return super().stage(key, content)

    def settle(self, staged: str, path: str) -> None:
        LIFE.spend()
        super().settle(staged, path)

    def remove(self, path: str) -> None:
        LIFE.spend()
        super().remove(path)

    def sweep(self) -> None:
        if LIFE.left is None or LIFE.left >= 0:
            super().sweep()


@contextmanager
def mortal_manifest() -> Iterator[None]:
    """Within it, a run may also die where it is about to write the manifest."""

    def dying(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            LIFE.spend()
            return function(*args)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in ("begin", "record", "finish", "drop"):
            patch.setattr(Manifest, name, dying(getattr(Manifest, name)))
        patch.setattr(ledger, "_ENTRIES", 1)  # so that it may die between any two inputs
        yield


@record
class Step:
    """What happens between two runs, and how the next is run: new contents of inputs by name (None:
    it is removed); what is done to which output (by index); how many changes it takes to kill it,
    one run after the other."""

    inputs: dict[str, str | None]
    tampering: tuple[tuple[int, str], ...]
    option: int
    prune: bool
    redo: bool
    deaths: tuple[int, ...]


CONTENTS = st.one_of(
    st.none(), st.just(BAD), st.lists(st.sampled_from("abc"), max_size=3).map(" ".join)
)
STEPS = st.lists(
    st.builds(
        Step,
        st.dictionaries(st.sampled_from(NAMES), CONTENTS),
        st.lists(
            st.tuples(st.integers(0, 9), st.sampled_from(["change", "empty", "remove"])), max_size=2
        ).map(tuple),
        st.integers(0, 1),
        st.booleans(),
        st.booleans(),
        st.lists(st.integers(0, 12), max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=5,
)


class History:
    """An output folder and the inputs it is made of, step by step."""

    def __init__(self, folder: Path, *, mortal: bool) -> None:
        self.inputs, self.output = folder / "in", folder / "out"
        self.mortal = mortal
        self.inputs.mkdir(parents=True)

    def go(self, step: Step) -> None:
        """Takes a step, to the end of its last run."""
        for name, content in step.inputs.items():
            path = self.inputs / name
            path.unlink(missing_ok=True)
            if content is not None:
                path.write_text(content)
        self._tamper(step)
        for life in step.deaths if self.mortal else ():
            LIFE.left = life
            try:
                self._run(step)
            except Killed:
                pass
            finally:
                LIFE.left = None
        self._run(step)

    def _tamper(self, step: Step) -> None:
        paths = [self.output / name for name in products(self.output)]
        for index, how in step.tampering:
            if index < len(paths) and paths[index].exists():
                if how == "remove":
                    paths[index].unlink()
                else:
                    paths[index].write_bytes(b"" if how == "empty" else b"by hand")

    def _run(self, step: Step) -> None:
        order = Order(
            work=Lines(step.option),
            command="test",
            format="txt",
            inputs=(str(self.inputs),),
            options=str(step.option),
            version="",
            limit=1,
            prune=step.prune,
            redo=step.redo,
        )
        place = Mortal(str(self.output), "out", f"{step.option}")
        names = (str(path) for path in sorted(self.inputs.iterdir()))
        for _ in Run(order, crew.local(1), place).entries(names):
            pass

    def recorded(self) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """What the manifest says: name and state of every input, and its outputs."""
        with closing(Manifest(str(self.output / "manifest.sqlite"))) as manifest:
            (job,) = manifest.jobs()
            assert job.finished
            assert manifest.former(job) == {}
            return sorted(
                (
                    *(Path(item.name).name, item.state),
                    [(placed.path, placed.hash) for placed in manifest.placed(job, item.name)],
                )
                for item in manifest.inputs(job)
            )


@settings(max_examples=80, deadline=None)
@given(STEPS)
def test_any_history_ends_as_if_no_run_had_been_killed(steps: list[Step]) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        with mortal_manifest():
            killed = History(folder / "killed", mortal=True)
            lucky = History(folder / "lucky", mortal=False)
            for step in steps:
                killed.go(step)
                lucky.go(step)
                assert products(killed.output) == products(lucky.output)
                assert killed.recorded() == lucky.recorded()
                check(lucky, step)
    finally:
        shutil.rmtree(folder)


def check(history: History, step: Step) -> None:
    """What is there is what the inputs give, under numbers that no two share."""
    there = products(history.output)
    numbers = [name.partition("-")[0] for name in there if ".bak" not in name]
    assert len(numbers) == len(set(numbers))
    for name, _, outputs in history.recorded():
        path = history.inputs / name
        if not path.exists() or path.read_text() == BAD:
            continue
        lines = path.read_text().split()
        assert [name.partition("-")[2] for name, _ in outputs] == [f"{line}.txt" for line in lines]
        assert [there[name] for name, _ in outputs] == [made(line, step.option) for line in lines]
