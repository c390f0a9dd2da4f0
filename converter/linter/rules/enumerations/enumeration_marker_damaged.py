"""E302: a marker of an enumeration that lost a character (三 for 三是)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.enumerations._damage import damaged
from converter.linter.rules.enumerations._markers import SIGNS, form
from converter.linter.subject import Subject


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each sentence that begins with half of the marker that is due there."""
    view = subject.prose
    for lost in damaged(view):
        text = view.text[lost.start : lost.end]
        due = form(lost.group.family, lost.value)
        yield view.hit(
            lost.start,
            lost.end,
            Text(
                f"列举标记缺字：“{text}”应是“{due}”",
                f"a marker lost a character: “{text}” stands for “{due}”",
            ),
            view.fix(lost.start, lost.end, due, safe=False),
        )


_SUMMARY = "一、2024年工作总结\n一是供水稳定。二是防汛有力。{}节水见效。"

RULES = (
    Rule(
        code="E302",
        name="enumeration-marker-damaged",
        severity=Severity.INFO,
        summary=Text("列举标记缺字", "a marker of an enumeration that lost a character"),
        why=Text(
            "“三是”丢了“是”，只剩“三”，会和后面的字连读成别的词（“三军民共护江堤”）。"
            "同一处由 enumeration-gap 报少了一个标记："
            "确定的（后面有“四是”，或各项都自成一段）是警告，否则是提示；"
            "少了哪个字只是推断，所以这里只作提示，改法要人确认。",
            "三 for 三是 is read together with the word behind it. That a marker is missing is "
            "said by enumeration-gap at the same place, as a warning where it is certain; which "
            "character was lost is a guess, hence info here, and a fix to be looked at.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary=_SUMMARY.format("三")),
        good=draft(summary=_SUMMARY.format("三是")),
        check=check,
        needs={"prose": SIGNS},
        fix=Fixable.UNSAFE,
    ),
)
