"""T707: two punctuation marks where one is due."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._ascii import WIDE
from converter.linter.rules.typography._spans import is_han, is_text, is_wide
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import lazy

_MARKS = "，。；：、！？,;:"
_DOUBLED = tuple(first + second for first in _MARKS for second in _MARKS)
_RUN = lazy(rf"[{_MARKS}]{{2,}}(?!…)")
_STOPPED = ("。.", "，.", "；.", ".。", ".，", ".；", "。．", "．。")
_STOP = lazy(r"[。，；][.．](?![.．0-9])|(?<![0-9A-Za-z.．])[.．][。，；]")
_BRACKETS = ("““", "《《", "（（")
_BRACKETED = lazy(r"““[^“”\n]{1,40}””|《《[^《》\n]{1,60}》》|（（[^（）\n]{1,40}））")
_FORCE = "、，：；。"
"""The marks from the weakest to the strongest."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each run of marks. The fix leaves the strongest of them; it is unsafe where a
    full stop stands before another mark, as the sentence may end there or go on."""
    view = subject.whole
    yield from _stops(view)
    yield from _brackets(view)
    if not view.holds(_DOUBLED):
        return
    for match in _RUN.finditer(view.text):
        run = match.group()
        if _is_meant(run, view.text[match.start() - 1 : match.start()]) or not is_text(
            view, match.start()
        ):
            continue
        marks = [WIDE.get(mark, mark) for mark in run]
        right = run[0] if run[0] in "！？" else max(marks, key=_FORCE.index)
        safe = len(set(marks)) == 1 or marks[0] != "。"
        yield view.hit(
            match.start(),
            match.end(),
            Text(f"标点重复：“{run[:8]}”应为“{right}”", f"“{run[:8]}” should be “{right}”"),
            view.fix(match.start(), match.end(), right, safe=safe),
        )


def _stops(view: View) -> Iterator[Hit]:
    """Points of another script beside a mark: 。."""
    if not view.holds(_STOPPED):
        return
    for match in _STOP.finditer(view.text):
        if is_text(view, match.start()):
            run = match.group()
            right = run.strip(".．")
            yield _hit(view, match.start(), match.end(), run, right)


def _brackets(view: View) -> Iterator[Hit]:
    """Quotes and brackets of which both stand twice: ““节水””."""
    if not view.holds(_BRACKETS):
        return
    for match in _BRACKETED.finditer(view.text):
        if is_text(view, match.start()):
            found = match.group()
            yield _hit(view, match.start(), match.end(), found, found[1:-1])


def _hit(view: View, start: int, end: int, wrong: str, right: str) -> Hit:
    message = Text(f"标点重复：“{wrong}”应为“{right}”", f"“{wrong}” should be “{right}”")
    return view.hit(start, end, message, view.fix(start, end, right))


def _is_meant(run: str, before: str) -> bool:
    """Whether marks stand together on purpose: ！！ and ？！ for stress, 。。。 for an ellipsis, ::
    in a name of a program, a mark alone on a line."""
    if not (is_wide(before) or before.isalnum() or before in tuple('%"')):
        return True
    if "！" in run or "？" in run:
        return run[0] not in "！？" or set(run[1:]) != {"。"}
    if run.isascii():
        return not is_han(before) or ":" in run
    return len(run) > 2 and set(run) == {"。"}


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨，水质稳定达标。。")

RULES = (
    Rule(
        code="T707",
        name="doubled-punctuation",
        severity=Severity.WARNING,
        summary=Text("标点重复", "two punctuation marks where one is due"),
        why=Text(
            "两个标点叠在一起，是删改文字时留下的。",
            "Two marks in a row are left behind when words are taken out.",
        ),
        source=Text("GB/T 15834-2011 4", "GB/T 15834-2011, 4"),
        bad=_BAD,
        good=_BAD.replace("。。", "。"),
        check=check,
        needs={"whole": (*_DOUBLED, *_STOPPED, *_BRACKETS)},
        fix=Fixable.SOME,
    ),
)
