"""T711: words written with a character that sounds or looks alike (截止目前, 布署)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._confusables import CONDITIONAL, PLAIN
from converter.linter.rules.typography._spans import by_line, fix, times
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import places as _places

_VICE = tuple(
    "付" + post for post in ("主任", "主席", *(f"{place}长" for place in "局县市区镇乡"), "书记")
)
_WRONG = (*PLAIN, *CONDITIONAL)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each word of the list on each line of the input, with the count."""
    view = subject.whole
    text = view.text
    for wrong in sorted(view.possible(_WRONG), key=_WRONG.index):
        places = [at for at, _ in _places(text, (wrong,))]
        if wrong in CONDITIONAL:
            right, pattern = CONDITIONAL[wrong]
            places = [at for at in places if pattern.match(text, at)]
        else:
            right = PLAIN[wrong]
        if places:
            yield from _hits(view, wrong, right, places)


def _hits(view: View, wrong: str, right: str, places: list[int]) -> Iterator[Hit]:
    for changes in by_line(view, ((at, at + len(wrong), right) for at in places)):
        zh, en = times(len(changes))
        start, end, _ = changes[0]
        yield view.hit(
            start,
            end,
            Text(f"“{wrong}”应为“{right}”{zh}", f"“{wrong}” should be “{right}”{en}"),
            fix(view, changes, safe=False),
        )


_BAD = draft(summary="一、2024年工作总结\n截止目前，供水620万吨，水质稳定达标。")

RULES = (
    Rule(
        code="T711",
        name="confusable-word",
        severity=Severity.INFO,
        summary=Text("易混的词", "a word mistaken for one that sounds or looks alike"),
        why=Text(
            "“截止”是停止，“截至”才是到某时为止；同音、形近的错字校对软件常放过。",
            "截止 means to stop, 截至 up to a time; spelling checkers often pass such words.",
        ),
        source=Text(
            "《现代汉语词典》、《第一批异形词整理表》",
            "Xiandai Hanyu Cidian; First List of Variant Words",
        ),
        bad=_BAD,
        good=_BAD.replace("截止", "截至"),
        check=check,
        fix=Fixable.UNSAFE,
        needs={"whole": (*PLAIN, *(word for word in CONDITIONAL if word != "付"), *_VICE)},
    ),
)
