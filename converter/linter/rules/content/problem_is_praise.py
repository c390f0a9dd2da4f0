"""C404: the part of the problems praises and names no lack."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules._items import parts
from converter.linter.rules._lacks import LACK
from converter.linter.subject import Subject
from converter.model.nodes import BODY
from converter.patterns import lazy

_PRAISE = lazy(
    r"取得了?[^，。；\n]{0,10}(?:成效|成绩|进展|成果|突破|实效)|成[效绩果](?:显著|明显|突出|丰硕"
    r"|喜人)"
    r"|(?:显著|明显|大幅|稳步|持续|全面)(?:提升|提高|增强|改善|增长|好转)|圆满完成|再上新?台阶"
    r"|迈上新台阶"
    r"|走在[^，。；\n]{1,8}前列|(?:受到|得到|获得|赢得)[^，。；\n]{0,12}(?:好评|肯定|表彰|赞誉)"
    r"|荣获|有声有色|卓有成效"
)
_USUAL = (
    "不足",
    "不够",
    "不高",
    "不强",
    "薄弱",
    "问题",
    "困难",
    "短板",
    "没有",
    "有待",
    "需",
    "缺",
)
"""What nearly all parts of problems have."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit a part of problems, at the first praise in it, if no word of its text names anything
    that is lacking. The part must stand alone under its heading."""
    view = subject.prose
    for path, _ in parts(subject.document, "problems"):
        under = [p for p in view.passages if p.path.startswith(path + ".")]
        if not any(p.kind == BODY for p in under):
            continue
        start, end = under[0].start, under[-1].end
        text = view.text[start:end]
        if any(word in text for word in _USUAL) or LACK.search(text):
            continue
        match = _PRAISE.search(view.text, start, end)
        if match:
            message = Text(
                f"问题部分写的是成绩（“{match.group()}”），没有说哪里不足",
                "the part of the problems praises and names nothing that is lacking",
            )
            yield view.hit(*match.span(), message)


RULES = (
    Rule(
        code="C404",
        name="problem-is-praise",
        severity=Severity.INFO,
        summary=Text("问题部分只讲成绩", "problems that are praise"),
        why=Text(
            "问题部分回避问题，等于没有这一部分。",
            "A part of problems that names none is as good as missing.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(problems="二、存在问题\n各项工作圆满完成，群众很满意。"),
        good=draft(problems="二、存在问题\n供水工作圆满完成，但队伍力量不足。"),
        check=check,
    ),
)
