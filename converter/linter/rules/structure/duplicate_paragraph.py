"""S117: the same paragraph twice in a report."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import BODY
from converter.patterns import lazy

_LENGTH = Option(
    "length",
    30,
    Text("超过这么多字的段落才算", "paragraphs of more characters than this count"),
)
_FORMULA = lazy(r"(?:以|坚持以|高举)[^。]{10,120}(?:为指导|为统领|为指引|精神)[，。][^。]{0,60}。?")
"""A guiding formula may open the summary and the plan alike."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each body paragraph that stands in the report already, word for word; where
    several come again in a row, at the first of them."""
    view = subject.prose
    least = subject.value(_LENGTH)
    places: dict[str, int] = {}
    shift = 0
    for index, passage in enumerate(view.passages):
        if passage.kind != BODY or passage.end - passage.start <= least:
            continue
        text = "".join(view.text[passage.start : passage.end].split())
        first = places.setdefault(text, index)
        if first == index or len(text) <= least or _FORMULA.fullmatch(text):
            shift = 0
        elif index - first != shift:
            shift = index - first
            line = view.passages[first].node.line
            message = Text(
                f"这一段与第{line}行的一段相同：写了两遍",
                f"this paragraph is that of line {line} once more",
            )
            yield view.hit(passage.start, passage.end, message)


_TWICE = "全年供水620万吨，水质稳定达标，城乡居民用水满意率为96.5%，没有发生水质事故。"

RULES = (
    Rule(
        code="S117",
        name="duplicate-paragraph",
        severity=Severity.WARNING,
        summary=Text("同一段文字写了两遍", "the same paragraph twice"),
        why=Text(
            "整段重复是粘贴时留下的，读者会以为漏改了内容。",
            "A paragraph that comes again was pasted twice, or not rewritten.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary=f"一、2024年工作总结\n{_TWICE}\n{_TWICE}"),
        good=draft(summary=f"一、2024年工作总结\n{_TWICE}"),
        check=check,
        options=(_LENGTH,),
    ),
)
