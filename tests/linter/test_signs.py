"""Words and characters that rules need are told from those that a text has not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.linter import index
from converter.linter.outline import classes, outline, runs, standing
from converter.linter.registry import all_rules
from converter.linter.signs import looked_for
from converter.linter.view import View
from converter.model.nodes import Paragraph

WORDS = ("截止", "报导", "一是", "生态文明思想", "在的坚", "、，", "今后一个", "》、《", "??", "帐")
"""Words that rules need, some of them with one of the next."""
OTHERS = ("水供", "防汛抢险", "江", "z")
"""Words that none needs."""
CHARACTERS = "號０Ã①*\u2003𠮷"


def view(text: str) -> View:
    """A view of one paragraph."""
    return View([(text, "lead[0]", Paragraph(text, 1, 1), "body", ("lead",))])


pieces = st.lists(st.sampled_from([*"".join((*WORDS, *OTHERS)), *CHARACTERS, *WORDS, "\ud800"]))


@given(pieces.map("".join))
def test_holds_what_it_has(text: str) -> None:
    seen = view(text)
    choices: list[str | tuple[str, ...]] = [WORDS, OTHERS, CHARACTERS, (*WORDS, *OTHERS)]
    for words in (*choices, *((word,) for word in WORDS)):
        assert seen.holds(words) == any(word in text for word in words)
        assert {word for word in words if word in text} <= {*seen.possible(words)}


@pytest.mark.parametrize("text", ["", "截", "供水。", "供水"])
def test_what_it_has_not_is_not_possible(text: str) -> None:
    assert view(text).possible(WORDS) == []


def test_a_part_holds_what_itself_has() -> None:
    whole = view("截止目前\n报导")
    part = View([("报导", "lead[0]", Paragraph("报导", 2, 1), "body", ())], whole)
    assert part.holds(("报导",))
    assert not part.holds(("截止",))


def test_the_index_knows_all_that_rules_need() -> None:
    known = view("".join(index.PAIRS) + "".join(index.CHARACTERS))
    for rule in all_rules():
        for need in rule.needs if isinstance(rule.needs, tuple) else (rule.needs or {},):
            for name, words in need.items():
                if name != "traits":
                    assert {*looked_for(words).possible(known)} == {*words}


def test_places_and_runs_in_outlines() -> None:
    table = classes({"0": "0123456789", "-": "月"})
    assert standing(outline("5月至12月，月底"), table, b"0-") == [0, 4]
    assert runs(outline("共12件，3.5万"), classes({"X": "0123456789"})) == [(1, 3), (5, 6), (7, 8)]
    assert runs(b"", table) == []
