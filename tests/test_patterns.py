"""Patterns compiled at first use, and what does without them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.patterns import holds, lazy, matches, near, places


def test_a_pattern_is_compiled_once_and_works_like_one() -> None:
    pattern = lazy("[0-9]+")
    assert pattern.findall("1、22") == ["1", "22"]
    match = pattern.match("22件")
    assert match and match.group() == "22"


def test_places_are_in_order_and_may_overlap() -> None:
    assert places("共3件，其中共2件", ("其中", "共")) == [(0, "共"), (4, "其中"), (6, "共")]
    assert places("的的的", ("的的",)) == [(0, "的的"), (1, "的的")]
    assert places("共3件，其中共2件", "共", 1, 6) == []


WORDS = ("截止", "止截止", "工作", "作工", "截", "工", "鼎立", "立", "年工作", "止")
TEXTS = st.text("截止工作年鼎立，", max_size=30)


@given(TEXTS)
def test_places_are_found_by_seldom_characters_as_words_stand(text: str) -> None:
    assert places(text, WORDS, 2, 20) == sorted(
        (at, word) for word in WORDS for at in range(2, 20) if text[:20].startswith(word, at)
    )


@given(TEXTS)
def test_matches_at_places_are_those_of_finditer(text: str) -> None:
    pattern = re.compile("截止?(?:工作)?截?|工作+")
    at_places = matches(pattern, text, [at for at, _ in places(text, "截工")])
    assert [match.span() for match in at_places] == [m.span() for m in pattern.finditer(text)]


def test_holds() -> None:
    assert holds("约5万户", "近约")
    assert not holds("约5万户", ("将近", "大约"))
    assert not holds("", ("约",))


@pytest.mark.parametrize(("within", "found"), [(5, True), (4, False)])
def test_near_reaches_so_far_and_no_farther(within: int, found: bool) -> None:
    assert near("下降了近2倍", ("下降",), "倍", within) is found
