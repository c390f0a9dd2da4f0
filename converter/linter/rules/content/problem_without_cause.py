"""C403: a problem that is named and nothing more."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules._items import items
from converter.linter.subject import Subject
from converter.patterns import lazy

_CLAUSES = Option(
    "clauses",
    2,
    Text(
        "一个问题至少要写几个分句",
        "how many clauses a problem must have",
    ),
)
_STOPS = "。；：！？,;:\n"
_CAUSE = lazy(
    r"因为?|由于|受[^，。；\n]{1,20}影响|导致|造成|制约|致使|使得|所致|根源在于|难以|影响了?"
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each problem of fewer clauses in which no word tells a cause or an effect."""
    text = subject.prose.text
    for problem in items(subject, "problems"):
        said = whole = text[problem.head_start : problem.end]
        for stop in _STOPS:
            said = said.replace(stop, "，")
        clauses = [clause for clause in said.split("，") if clause.strip()]
        if len(clauses) < subject.value(_CLAUSES) and not _CAUSE.search(whole):
            message = Text(
                "只点了问题，没有说表现、原因或影响",
                "the problem is named only: say what it comes from or leads to",
            )
            yield subject.prose.hit(problem.head_start, problem.head_end, message)


RULES = (
    Rule(
        code="C403",
        name="problem-without-cause",
        severity=Severity.INFO,
        summary=Text("问题只有一句话，不说原因和影响", "a problem without cause or effect"),
        why=Text(
            "不分析原因，措施就没有针对性。",
            "Without the cause nobody can judge whether the measure fits.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(),
        good=draft(problems="二、存在问题\n队伍力量不足，夜间值班排不满。"),
        check=check,
        options=(_CLAUSES,),
        default=False,
    ),
)
