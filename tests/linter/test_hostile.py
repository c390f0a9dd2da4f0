"""No rule takes for ever: each is fed a line of a million bytes, of every kind that a pattern
could stumble over. A quadratic search would need hours; the alarm only ends the waiting."""

import gc
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice

import pytest

import converter
from converter.linter.registry import all_rules
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.profiles import load
from converter.source.text import SourceText

BYTES = 1_000_000
SECONDS = 60
UNITS = [
    *("的", "一", "，", "、", "。", "“", "”", "（", "(", "《", "》", "0", "X", "D", " ", "　", "-"),
    *(
        "1,",
        "1.",
        "12万",
        "一是",
        "二是抓供水，",
        "其中",
        "共10件，其中",
        "A1件、",
        "2024年",
        "1-",
        "%",
    ),
    *(
        "问题",
        "存在",
        "但存在",
        "困难和问题。",
        "增长5%，",
        "约3",
        "**",
        "&nbsp",
        "<br",
        "##",
        "市市",
    ),
    *(
        "工作工作",
        "截止",
        "D建",
        "5G",
        "<!-- gongwen: ",
        "甲，乙；",
        "…",
        "—",
        "'",
        '"',
        "\u200b",
        "̈",
    ),
    *(
        "12月31日至",
        "1人、2人，",
        "下一步，",
        "第一，",
        "①",
        "（一）",
        "１",
        "⑴",
        "http://a",
        "@",
        "[",
        "〔",
    ),
]


@contextmanager
def patience(seconds: int, what: str) -> Iterator[None]:
    """Ends what does not end by itself."""

    def give_up(*_: object) -> None:
        raise TimeoutError(f"{what} does not come to an end")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("unit", UNITS)
def test_a_million_bytes_on_one_line(unit: str) -> None:
    line = unit * (BYTES // len(unit.encode()))
    text = draft(summary=f"一、2024年工作总结\n完成投资3万元，{line}稳定。")
    with patience(SECONDS, "reading"):
        (document,) = converter.parse(text)
    subject = Subject(document, load(), SourceText(text, "utf-8"))
    for rule in all_rules():
        with patience(SECONDS, f"{rule.name} on {unit!r}"):
            for _ in rule.check(subject):
                pass


LONGER = 5
"""A quadratic search takes 25 times as long for it, a linear one five times."""
NOTICED = 0.05
"""Seconds of processor time from which the growth is told from chance."""


def of_paragraphs(count: int) -> Subject:
    """A report of so many paragraphs, all that the rules' examples have in turn."""
    faulty = [line for rule in all_rules() for line in rule.bad.split("\n") if line.endswith("。")]
    body = "\n".join(islice(cycle(faulty), count))
    text = draft(summary=f"一、2024年工作总结\n{body}")
    document, *_ = converter.parse(text)
    return Subject(document, load(), SourceText(text, "utf-8"))


def test_many_paragraphs_cost_no_more_than_their_number() -> None:
    """A rule that looks at the whole text for each paragraph is found out here."""
    small, large = of_paragraphs(2_000), of_paragraphs(2_000 * LONGER)
    slow = {}
    gc.disable()  # a collection takes longer than a rule, and falls on any of them
    for rule in all_rules():
        taken = []
        for subject in (small, large):
            list(rule.check(subject))  # the views that rules share are made
            start = time.process_time()
            list(rule.check(subject))
            taken.append(time.process_time() - start)
        if taken[1] > NOTICED and taken[1] > 2.5 * LONGER * taken[0]:
            slow[rule.name] = taken
    gc.enable()
    assert not slow
