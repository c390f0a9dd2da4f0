"""Plain words in the place of regular expressions: the answer is the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.profiles.built_in import SIGNS
from converter.profiles.profile import says
from converter.profiles.signs import signs_of

WORDS = sorted({word for signs in SIGNS.values() for words in signs for word in words})
OTHERS = [
    "2024年",
    "云岭县",
    "水务局",
    "工作",
    "总结",
    "计划",
    "生育",
    "情况",
    "完成",
    "落实",
    "推进",
]
OTHERS += ["下半年", "6月", "1", "的", "评议", "分解", "》", "度", "报告", "及", "和", "（", "）"]
TITLES = st.lists(st.sampled_from(WORDS + OTHERS), max_size=7).map("".join)


@pytest.mark.parametrize("pattern", SIGNS)
@given(title=TITLES)
def test_built_in_patterns(pattern: str, title: str) -> None:
    assert says(title, pattern) == (re.search(pattern, title) is not None)


@pytest.mark.parametrize("pattern", SIGNS)
@given(data=st.data())
def test_no_match_is_passed_over(pattern: str, data: st.DataObject) -> None:
    assert says(data.draw(st.from_regex(pattern)), pattern)


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("总结|小结", (("小结", "总结"), ("小结", "总结"), ())),
        ("计划(?!生育)", (("计划",), (), ("计划",))),
        ("(?<!下)半年", (("半年",), (), ())),
        ("^总结", (("总结",), (), ())),
        ("政务(?:信息)?公开", (("政务信息公开", "政务公开"), ("政务信息公开", "政务公开"), ())),
        ("个人.*总结", (("个人",), (), ())),
        ("[及和]今后", (("及今后", "和今后"), ("及今后", "和今后"), ())),
        (".*总结", ((), (), ())),
        ("(?:总结)?", ((), (), ())),
    ],
)
def test_signs(pattern: str, signs: tuple[tuple[str, ...], ...]) -> None:
    assert signs_of(pattern) == signs
