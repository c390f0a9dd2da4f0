"""The lexicon of residue: what it says a pattern needs, the pattern needs."""

import re
import tomllib
from importlib import resources
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.readers.text.residue import lexicon

DATA = tomllib.loads(
    (resources.files("converter.readers.text") / "residue.toml").read_text("utf-8")
)
AHEAD = r"(?=\S)"
KINDS = ("inline", "pair", "line", "edge")
WHOLE = [
    (kind, index, pattern)
    for kind in KINDS
    for index, entry in enumerate(DATA[kind])
    for pattern in entry["patterns"]
]
STRONG = [(index, p) for index, entry in enumerate(DATA["signal"]) for p in entry["strong"]]
FEW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@pytest.mark.parametrize(("kind", "index", "pattern"), WHOLE)
@FEW
@given(data=st.data())
def test_no_match_is_passed_over(kind: str, index: int, pattern: str, data: Any) -> None:
    entry = getattr(lexicon(), kind)[index]
    text = data.draw(st.from_regex(re.compile(pattern.removesuffix(AHEAD)), fullmatch=True))
    assert entry.may_match(text) or len(text) > entry.longest


@pytest.mark.parametrize(("index", "pattern"), STRONG)
@FEW
@given(data=st.data())
def test_no_signal_is_passed_over(index: int, pattern: str, data: Any) -> None:
    text = data.draw(st.from_regex(re.compile(pattern), fullmatch=True))
    assert lexicon().signals[index].found(text) > 0
