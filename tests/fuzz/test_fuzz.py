"""A short run of the fuzzing target, and what long ones (``python -m tests.fuzz``) have found."""

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import Mutation, mutated
from tests.fuzz.seeds import seeds
from tests.fuzz.target import put_through
from tests.tools.places import FIXTURES
from tests.word.hostile import BASE, content, package

FINDS = tomllib.loads((FIXTURES / "word/fuzz/finds.toml").read_text("utf-8"))["find"]
SEEDS = seeds()
_NUMBER = st.integers(0, 2**32 - 1)
MUTATIONS = st.lists(st.tuples(st.integers(0, 255), _NUMBER, _NUMBER), min_size=1, max_size=8)


@pytest.mark.parametrize("seed", range(len(SEEDS)))
def test_a_sound_file_is_read(seed: int, tmp_path: Path) -> None:
    assert put_through(SEEDS[seed], tmp_path) == ""


@pytest.mark.parametrize("parts", [pytest.param(f["parts"], id=f["name"]) for f in FINDS])
def test_a_find_is_mended(parts: dict[str, str], tmp_path: Path) -> None:
    whole = {part: content(text) for part, text in (BASE | parts).items()}
    assert put_through(package(whole), tmp_path) == ""


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.integers(0, len(SEEDS) - 1), MUTATIONS)
def test_a_damaged_file_is_read_or_refused(seed: int, mutations: list[Mutation]) -> None:
    with TemporaryDirectory() as folder:
        put_through(mutated(SEEDS[seed], mutations), Path(folder))
