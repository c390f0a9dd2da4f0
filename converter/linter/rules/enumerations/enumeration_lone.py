"""E303: 一是 without 二是."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.enumerations._markers import SIGNS, Group, form, groups
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.model.nodes import BODY
from converter.patterns import lazy

# How a second item may begin otherwise.
_SECOND = lazy(r"二[是要则来、]|第二|其二|其次|另一|另外|再就是|还有|（二）|②")
_FAR = 1500
"""Where it is looked for: code points behind the first marker."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each first marker that stands alone in its paragraph and has no second one."""
    view = subject.prose
    found = groups(view)
    crowded = Counter(group.first.passage for group in found)
    for group in found:
        first = group.first
        if len(group.markers) > 1 or first.value != 1 or group.family not in "是要第":
            continue
        end = min(_end(view, group), first.end + _FAR)
        if crowded[first.passage] > 1 or _SECOND.search(view.text, first.end, end):
            continue
        text = view.text[first.start : first.end]
        second = form(group.family, 2)
        yield view.hit(
            first.start,
            first.end,
            Text(
                f"只有“{text}”，没有“{second}”",
                f"“{text}” without “{second}”",
            ),
        )


def _end(view: View, group: Group) -> int:
    """The end of the paragraph behind the marker's own, or of that one if it is the last."""
    here = group.first.passage
    after = view.passages[min(here + 1, len(view.passages) - 1)]
    same = after.kind == BODY and after.path.rpartition("[")[0] == group.parent
    return after.end if same else view.passages[here].end


RULES = (
    Rule(
        code="E303",
        name="enumeration-lone",
        severity=Severity.INFO,
        summary=Text("有“一是”没有“二是”", "a first item without a second"),
        why=Text(
            "列举至少两项；只有一项时，不是漏了后面的，就是“一是”多余。",
            "An enumeration has two items at least: either one was lost or the marker is one too "
            "many.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary="一、2024年工作总结\n全年供水稳定。一是抓好水源保护。水质达标。"),
        good=draft(
            summary="一、2024年工作总结\n全年供水稳定。一是抓好水源保护。二是抓好管网维护。"
        ),
        check=check,
        needs={"prose": SIGNS},
    ),
)
