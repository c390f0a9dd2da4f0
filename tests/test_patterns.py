"""Patterns compiled at first use, and what does without them."""

import pytest

from converter.linter.view import View
from converter.model.nodes import Paragraph
from converter.patterns import holds, lazy, near, places


def test_a_pattern_is_compiled_once_and_works_like_one() -> None:
    pattern = lazy("[0-9]+")
    assert pattern.findall("1、22") == ["1", "22"]
    match = pattern.match("22件")
    assert match and match.group() == "22"


def test_places_are_in_order_and_may_overlap() -> None:
    assert places("共3件，其中共2件", ("其中", "共")) == [(0, "共"), (4, "其中"), (6, "共")]
    assert places("的的的", ("的的",)) == [(0, "的的"), (1, "的的")]
    assert places("共3件，其中共2件", "共", 1, 6) == []


def test_holds() -> None:
    assert holds("约5万户", "近约")
    assert not holds("约5万户", ("将近", "大约"))
    assert not holds("", ("约",))


@pytest.mark.parametrize(("within", "found"), [(5, True), (4, False)])
def test_near_reaches_so_far_and_no_farther(within: int, found: bool) -> None:
    assert near("下降了近2倍", ("下降",), "倍", within) is found


def test_a_view_holds_words_and_not_their_characters_apart() -> None:
    view = View([("lead[0]", Paragraph("供水和节水", 1, 1), "body", ("lead",))])
    assert view.holds(("节水",))
    assert not view.holds(("水供", "防汛"))
