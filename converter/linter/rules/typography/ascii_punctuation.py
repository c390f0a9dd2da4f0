"""T702: half-width punctuation in Chinese text."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._ascii import faults
from converter.linter.rules.typography._spans import fix, placed, times
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.model.nodes import Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.rules.typography._ascii import Fault


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each mark on a line of the input, at the first place it stands, with the count;
    a pair of brackets is one."""
    view = subject.whole
    groups: dict[tuple[int, str], list[Fault]] = {}
    for line, fault in placed(view, sorted(faults(view.text, view.outline))):
        if not _ends_heading(view, fault):
            groups.setdefault((line, fault[2]), []).append(fault)
    for group in groups.values():
        yield _hit(view, group)


def _ends_heading(view: View, fault: Fault) -> bool:
    """Whether a mark stands at the end of a heading on a line of its own, where none is due at
    all (heading-punctuation)."""
    start, end, mark, _, _ = fault
    if mark not in (",", ";", ":", ".", "．") or view.text[end : end + 1] != "\n":
        return False
    node = view.at(start).node
    return isinstance(node, Section) and bool(node.content) and not node.inline


def _hit(view: View, group: list[Fault]) -> Hit:
    start, end, mark, wanted, _ = group[0]
    zh, en = times(len(group))
    changes = [change for *_, changes in group for change in changes]
    return view.hit(
        start,
        end,
        Text(
            f"中文里用了半角“{mark}”，应为“{wanted}”{zh}",
            f"“{mark}” in Chinese text, “{wanted}” is due{en}",
        ),
        fix(view, changes),
    )


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨,水质稳定达标。")

RULES = (
    Rule(
        code="T702",
        name="ascii-punctuation",
        severity=Severity.WARNING,
        summary=Text("中文里用了半角标点", "half-width punctuation in Chinese text"),
        why=Text(
            "半角标点宽窄不一，夹在中文里既不合标准，也看得出是从别处拼来的。",
            "Half-width marks are too narrow for Chinese and show where text was pasted together.",
        ),
        source=Text("GB/T 15834-2011 4、5.1", "GB/T 15834-2011, 4 and 5.1"),
        bad=_BAD,
        good=_BAD.replace(",", "，"),
        check=check,
        fix=Fixable.SOME,
    ),
)
