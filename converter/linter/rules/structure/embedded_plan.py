"""S108: what comes next is told inside the summary or the problems."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import BODY
from converter.patterns import lazy, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_NEXT = lazy(
    r"(?:下一?步|下一?阶段|接下来|明年|来年|新的?一年|今后一个时期)"
    r"(?:里|中|，|,|我[局县区市镇校院们]|本局|全[局县区市镇校院]|工作中){0,3}"
    r"(?:，|,|将|要|拟|准备|计划|继续|进一步|重点|力争)"
)
_STOPS = tuple("，。；！？\n")
_SIGNS = (
    "下一步",
    "下步",
    "下阶段",
    "下一阶段",
    "接下来",
    "明年",
    "来年",
    "新一年",
    "新的一年",
    "今后一个",
)
_PLACES = Option(
    "places",
    1,
    Text(
        "总结和问题里至少有几段讲到下一步才报",
        "in how many paragraphs plans must be told to be reported",
    ),
)
_REPLY = lazy(
    r"这些问题|上述问题|以上问题|对此|为此|加以解决|认真解决|逐步解决|加以改进|努力改进|予以解决"
    r"|切实解决"
)
"""The sentence that closes a list of problems and leads over to the plan."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit a paragraph of the summary or the problems in which a clause begins with 下一步 or
    the like and goes on with what will be done; quoted text does not count."""
    view = subject.prose
    hits = []
    last = None
    for match in _told_next(view.text, view.possible(_SIGNS)):
        passage = view.at(match.start())
        told = {"summary", "problems"} & set(passage.roles) and "plan" not in passage.roles
        if not told or passage.kind != BODY or passage is last:
            continue
        before = view.text[passage.start : match.start()]
        if before.count("“") > before.count("”"):
            continue
        if _REPLY.search(view.text, max(passage.start, match.start() - 40), match.end() + 60):
            continue
        last = passage
        message = Text(
            f"“{match.group().rstrip('，,')}”讲的是以后的事：应放到计划部分去写",
            "this tells of what comes next: it belongs to the plan",
        )
        hits.append(view.hit(*match.span(), message))
    if len(hits) >= subject.value(_PLACES):
        yield from hits


def _told_next(text: str, signs: list[str]) -> Iterator[re.Match[str]]:
    """The clauses that begin so."""
    done = 0
    for at, _ in places(text, signs):
        if at >= done and text.endswith(_STOPS, 0, at) and (match := _NEXT.match(text, at)):
            yield match
            done = match.end()


RULES = (
    Rule(
        code="S108",
        name="embedded-plan",
        severity=Severity.INFO,
        summary=Text("总结或问题里夹着下一步打算", "plans told inside the summary or the problems"),
        why=Text(
            "打算散在各处，计划部分就不完整，布置和考核时容易漏掉。",
            "Plans that stand elsewhere are missed when the plan is assigned and checked.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary="一、2024年工作总结\n全年供水620万吨。下一步，将改造管网5公里。"),
        good=draft(summary="一、2024年工作总结\n全年供水620万吨，研究部署下一步改造任务3项。"),
        check=check,
        needs={"prose": _SIGNS},
        options=(_PLACES,),
    ),
)
