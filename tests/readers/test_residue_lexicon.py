"""The lexicon of residue: what it says a pattern needs, the pattern needs."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.readers.text.lexicon import (
    EDGE,
    EDGE_STARTS,
    EDGE_WORDS,
    INLINE,
    LINE,
    PAIR,
    STRONG,
    WEAK,
    Entry,
    Phrase,
)
from converter.readers.text.residue import edge_reason, line_reason, sought_in

AHEAD = r"(?=\S)"
FEW = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@pytest.mark.parametrize("entry", [*INLINE, *PAIR, *LINE, *EDGE], ids=lambda e: e.pattern.pattern)
@FEW
@given(data=st.data())
def test_no_match_is_passed_over(entry: Entry, data: Any) -> None:
    pattern = re.compile(entry.pattern.pattern.removesuffix(AHEAD))
    text = data.draw(st.from_regex(pattern, fullmatch=True)).strip()
    if entry in LINE + EDGE and len(text) <= entry.longest and "\n" not in text:
        assert entry.fills(text) == (entry.pattern.fullmatch(text) is not None)
        if entry in LINE and entry.fills(text):
            assert line_reason(text, sought_in(["一年来", text], []))
        if entry in EDGE and entry.fills(text):
            assert edge_reason(text) or text.endswith("。")
    else:
        assert entry.may_match(text)


@pytest.mark.parametrize(
    "phrase", [one for one in STRONG + WEAK if one.pattern], ids=lambda one: one.words[0]
)
@FEW
@given(data=st.data())
def test_no_phrase_is_passed_over(phrase: Phrase, data: Any) -> None:
    assert phrase.pattern
    text = data.draw(st.from_regex(phrase.pattern.pattern, fullmatch=True))
    assert phrase.is_in(text)
    assert phrase in WEAK or phrase in sought_in([], [text]).strong


def test_signs_inside_a_line_are_ascii() -> None:
    """They are looked for in what a text has of ASCII."""
    for entry in INLINE + PAIR:
        assert all(sign.isascii() for sign in entry.signs)
        for sign in entry.signs:
            assert entry in (found := sought_in([f"工作{sign}总结"], [])).inline + found.pair


def test_trim_without_a_pattern() -> None:
    assert all(edge_reason(word) for word in EDGE_WORDS)
    for words, more in EDGE_STARTS:
        for word in words:
            assert edge_reason(word + "字" * more)
    assert not edge_reason("打印机")
    assert not edge_reason("上一页" + "字" * 61)
