"""T708: straight quotes, corner brackets and quotes the wrong way round."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._pairs import any_from, unpaired
from converter.linter.rules.typography._quotes import corrections
from converter.linter.rules.typography._spans import fix, is_han, texts
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.rules.typography._spans import Change

_SINGLE = lazy(r"(?<![A-Za-z0-9'])'([^'\n]{1,41})'(?![A-Za-z0-9'])")
_CORNER = lazy(r"「([^「」\n]{1,100})」|『([^『』\n]{1,100})』")
_ODD = lazy(r"〝([^〝〞\n]{1,60})[〞〟]|＂([^＂\n]{1,60})＂|″([^″\n0-9]{2,60})″")
_MARKS = "\"'「『〝＂″"
_INNER = {"「": "“", "」": "”", "『": "‘", "』": "’"}


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each paragraph with such quotes, at the first of them, with their count."""
    view = subject.whole
    odd = view.holds(_MARKS)
    doubtful = unpaired(view) if odd or "”" in view.text else []
    if not (odd or doubtful):
        return
    for start, end in texts(view):
        changes: list[Change] = []
        if any_from(doubtful, start, end):
            changes += corrections(view.text, start, end)
        if odd:
            changes += _changes(view.text, start, end)
        if changes:
            yield _hit(view, sorted(changes))


def _changes(text: str, start: int, end: int) -> Iterator[Change]:
    if text.find("'", start, end) >= 0:
        for match in _SINGLE.finditer(text, start, end):
            if any(map(is_han, match[1])):
                yield (match.start(), match.start() + 1, "‘")
                yield (match.end() - 1, match.end(), "’")
    if text.find("「", start, end) >= 0 or text.find("『", start, end) >= 0:
        for match in _CORNER.finditer(text, start, end):
            for at in (match.start(), match.end() - 1):
                yield (at, at + 1, _INNER[text[at]])
    if any(text.find(mark, start, end) >= 0 for mark in "〝＂″"):
        for match in _ODD.finditer(text, start, end):
            if any(map(is_han, match.group())):
                yield (match.start(), match.start() + 1, "“")
                yield (match.end() - 1, match.end(), "”")


def _hit(view: View, changes: list[Change]) -> Hit:
    first, last, _ = changes[0]
    wrong = "…".join(view.text[start] for start, _, _ in changes[:2])
    right = "…".join(text for _, _, text in changes[:2])
    pairs = (len(changes) + 1) // 2
    return view.hit(
        first,
        last,
        Text(
            f"引号写法不对：{wrong} 应为 {right}" + (f"（本段共{pairs}对）" if pairs > 1 else ""),
            f"quotes {wrong} should be {right}" + (f" ({pairs} pairs here)" if pairs > 1 else ""),
        ),
        fix(view, changes),
    )


_BAD = draft(summary='一、2024年工作总结\n推行"一户一表"，全年供水620万吨。')

RULES = (
    Rule(
        code="T708",
        name="wrong-quote",
        severity=Severity.INFO,
        summary=Text("引号写法不对", "quotation marks of the wrong form"),
        why=Text(
            "横排公文用弯引号“ ”，里面再用‘ ’；直引号分不出起止。",
            "Horizontal text takes “ ” and, within, ‘ ’; straight ones do not tell start from end.",
        ),
        source=Text("GB/T 15834-2011 4.8", "GB/T 15834-2011, 4.8 (quotation marks)"),
        bad=_BAD,
        good=_BAD.replace('"一户一表"', "“一户一表”"),
        check=check,
        fix=Fixable.SAFE,
        needs={"whole": "”\"'「『〝＂″"},
    ),
)
