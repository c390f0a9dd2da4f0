"""T712: full-width letters and digits in text."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._spans import by_line, fix, times
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.numbering import match_mark
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.rules.typography._spans import Change

_WIDE = lazy(r"[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?(?:(?<=[０-９])％)?")
_WIDE_CHARACTERS = (
    "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
    "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
)
_PLACEHOLDER = frozenset("Ｘｘ")
_NARROW = {0xFF01 + i: 0x21 + i for i in range(94)}


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line of the input, at its first such run, with their count.

    Number marks at the head of a line are the business of their own rules; Ｘ stands for something
    to be filled in.
    """
    view = subject.whole
    for changes in by_line(view, _runs(view)):
        start, end, right = changes[0]
        zh, en = times(len(changes))
        yield view.hit(
            start,
            end,
            Text(
                f"字母和数字应用半角：“{view.text[start:end]}”应为“{right}”{zh}",
                f"“{view.text[start:end]}” should be “{right}”{en}",
            ),
            fix(view, changes),
        )


def _runs(view: View) -> Iterator[Change]:
    for match in _WIDE.finditer(view.text):
        start, end = match.span()
        if _PLACEHOLDER.isdisjoint(match.group()) and not _in_mark(view, start):
            yield (start, end, match.group().translate(_NARROW))


def _in_mark(view: View, offset: int) -> bool:
    """Whether the character stands in the number mark that its passage begins with."""
    first = view.at(offset).start
    if offset - first > 8:
        return False
    mark = match_mark(view.text[first : first + 12])
    return mark is not None and offset - first < mark.end


_BAD = draft(summary="一、2024年工作总结\n全年供水６２０万吨，水质稳定达标。")

RULES = (
    Rule(
        code="T712",
        name="fullwidth-alnum",
        severity=Severity.INFO,
        summary=Text("字母、数字用了全角", "full-width letters and digits"),
        why=Text(
            "全角数字不能检索、不能计算，和别处的半角数字也排不齐。",
            "Full-width digits cannot be searched or computed, and do not match the others.",
        ),
        source=Text("GB/T 15835-2011 5.1", "GB/T 15835-2011, 5.1 (Arabic numerals)"),
        bad=_BAD,
        good=_BAD.replace("６２０", "620"),
        check=check,
        fix=Fixable.SAFE,
        needs={"whole": tuple(_WIDE_CHARACTERS)},
    ),
)
