"""A long run of the fuzzing target, by hand: ``python -m tests.fuzz --minutes 60 --log FOLDER``.

Every find is written into the folder: the file, the mutations that made it (shortened to those
that are needed), and the traceback. Further Word files as arguments are damaged, too.
"""

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.fuzz.mutations import Mutation, mutated
from tests.fuzz.seeds import seeds
from tests.fuzz.target import put_through

SECONDS = 60
"""The longest that one file may take."""


class TooSlow(Exception):
    """A file took too long."""


def main() -> None:
    """Runs until the time is over; says every minute how far it is."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--log", type=Path, required=True)
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    options.log.mkdir(parents=True, exist_ok=True)
    files = seeds() + [path.read_bytes() for path in options.files]
    signal.signal(signal.SIGALRM, _alarm)
    chance = random.Random(options.seed)
    known: set[str] = set()
    started = told = time.monotonic()
    done = refused = 0
    while time.monotonic() - started < 60 * options.minutes:
        seed = chance.randrange(len(files))
        mutations = [_mutation(chance) for _ in range(chance.choice((1, 1, 2, 3, 5, 8, 20)))]
        line, failure = tried(files[seed], mutations)
        done, refused = done + 1, refused + bool(line)
        if failure and _place(failure) not in known:
            known.add(_place(failure))
            _keep(options.log, files[seed], mutations, failure)
        if time.monotonic() - told > 60:
            told = time.monotonic()
            print(f"{told - started:.0f} s: {done} files, {refused} refused, {len(known)} finds")
            sys.stdout.flush()
    print(f"done: {done} files, {refused} refused, {len(known)} finds")


def tried(data: bytes, mutations: list[Mutation]) -> tuple[str, str]:
    """With what line the damaged file was refused, and the traceback if it was a find."""
    signal.alarm(SECONDS)
    try:
        with tempfile.TemporaryDirectory() as folder:
            return put_through(mutated(data, mutations), Path(folder)), ""
    except Exception:
        return "", traceback.format_exc()
    finally:
        signal.alarm(0)


def shortened(data: bytes, mutations: list[Mutation], place: str) -> list[Mutation]:
    """Those of the mutations that are needed for a find at the same place."""
    for mutation in list(mutations):
        fewer = [each for each in mutations if each is not mutation]
        if _place(tried(data, fewer)[1]) == place:
            mutations = fewer
    return mutations


def _alarm(*_: object) -> None:
    raise TooSlow


def _mutation(chance: random.Random) -> Mutation:
    return chance.getrandbits(8), chance.getrandbits(32), chance.getrandbits(32)


def _place(failure: str) -> str:
    """What a find is known by: the last place of ours in its traceback, and the exception."""
    lines = failure.strip().splitlines()
    places = [line for line in lines if "/converter/" in line]
    return (places[-1].strip() if places else "") + (lines[-1][:60] if lines else "")


def _keep(folder: Path, data: bytes, mutations: list[Mutation], failure: str) -> None:
    needed = shortened(data, mutations, _place(failure))
    name = f"find-{time.time_ns()}"
    (folder / f"{name}.docx").write_bytes(mutated(data, needed))
    (folder / f"{name}.txt").write_text(f"{needed}\n\n{failure}", "utf-8")
    print(f"{name}: {_place(failure)}")


main()
