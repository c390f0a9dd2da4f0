"""S112: a level with a single numbered item."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import Section
from converter.model.walk import node_text
from converter.numbering import renumbered

_TOP = Option(
    "top",
    False,
    Text("一级标题只有一个时也报", "report a single heading of the first level, too"),
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading with a number 1 whose parent has no other sub-heading. An extract
    may have one top heading only."""
    for parent, children in subject.families:
        if len(children) != 1 or not (parent or subject.value(_TOP)):
            continue
        (child,) = children
        if child.number and child.number.value == 1:
            mark = child.mark
            if _goes_on(child, mark):
                continue
            yield Hit(
                child,
                Text(
                    f"这一级只有“{mark.strip()}”一项：去掉序号，或补上其余各项",
                    f"“{mark.strip()}” is the only item of its level",
                ),
                0,
                len(mark),
            )


def _goes_on(section: Section, mark: str) -> bool:
    """Whether the next number stands in the text of the item itself: 1.…。2.…。"""
    following = renumbered(mark, 2)
    text = node_text(section.content[0]) if section.content else ""
    return bool(following) and any(f"{stop}{following}" in text for stop in "。；;")


RULES = (
    Rule(
        code="S112",
        name="lone-item",
        severity=Severity.INFO,
        summary=Text("一级里只有一项", "a level with one numbered item only"),
        why=Text(
            "有“（一）”而没有“（二）”，多半是漏了内容，或本不该编号。",
            "A first item without a second was cut off, or should bear no number.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary="一、2024年工作总结\n（一）供水。全年供水620万吨。"),
        good=draft(
            summary="一、2024年工作总结\n（一）供水。全年供水620万吨。\n（二）防汛。处置险情3处。"
        ),
        check=check,
        options=(_TOP,),
    ),
)
