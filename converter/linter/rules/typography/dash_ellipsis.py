"""T709: dashes and ellipses of the wrong form."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._spans import by_line, fix, is_han, times
from converter.linter.subject import Subject
from converter.patterns import holds, lazy

DASH, ELLIPSIS = "——", "……"
_DASH = lazy(r"(?<![-－―─—–])(?:-{2,3}|－{2,3}|―{2,3}|─{2,3}|–{2,3}|—{3})(?![-－―─—–])")
_ELLIPSIS = lazy(r"(?<![.。·…])(?:\.{3,6}|。{3,6}|·{3,6}|…)(?![.。·…])(?![ ]?[0-9])")
_FORMS = (
    (_DASH, DASH, ("--", "－－", "――", "──", "––", "———")),
    (_ELLIPSIS, ELLIPSIS, ("...", "。。。", "···", "…")),
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each form on each line of the input, with the count.

    A single — may join places or figures (南昌—赣州), and is left alone.
    """
    view = subject.whole
    for pattern, right, signs in _FORMS:
        text = view.text if right == DASH else view.text.replace(right, "")
        if not holds(text, signs):
            continue
        found = (
            (*match.span(), right)
            for match in pattern.finditer(view.text)
            if _stands_in_chinese(view.text, *match.span(), right)
        )
        for changes in by_line(view, found):
            start, end, _ = changes[0]
            zh, en = times(len(changes))
            what = Text("破折号", "a dash") if right == DASH else Text("省略号", "an ellipsis")
            yield view.hit(
                start,
                end,
                Text(
                    f"{what.zh}应写“{right}”，这里是“{view.text[start:end]}”{zh}",
                    f"{what.en} is “{right}”, not “{view.text[start:end]}”{en}",
                ),
                fix(view, changes),
            )


def _stands_in_chinese(text: str, start: int, end: int, right: str) -> bool:
    """Whether Chinese stands where the sign must have it: before an ellipsis, behind a dash and,
    unless it begins the line, before it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if right == ELLIPSIS:
        return is_han(before) or before in ("”", "》", "）", "，", "、")
    joined = is_han(before) or before in ("”", "》", "）", "，", "\n")
    return joined and (is_han(after) or after in ("“", "《"))


_BAD = draft(summary="一、2024年工作总结\n抓住关键--管网改造，全年供水620万吨。")

RULES = (
    Rule(
        code="T709",
        name="dash-ellipsis-form",
        severity=Severity.INFO,
        summary=Text("破折号、省略号写法不对", "a dash or an ellipsis of the wrong form"),
        why=Text(
            "破折号、省略号各占两个字的位置，用减号、句点凑成的会断开、换行。",
            "Both take the room of two characters; made up of hyphens and dots they break apart.",
        ),
        source=Text(
            "GB/T 15834-2011 4.10、4.11、5.1", "GB/T 15834-2011, 4.10, 4.11, 5.1 (dash, ellipsis)"
        ),
        bad=_BAD,
        good=_BAD.replace("--", "——"),
        check=check,
        needs={"whole": tuple(sign for _, _, signs in _FORMS for sign in signs)},
        fix=Fixable.SAFE,
    ),
)
