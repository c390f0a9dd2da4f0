"""T703: quotes, brackets and title marks that are not in pairs."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.outline import outlined
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._pairs import (
    CLOSING,
    CLOSING_OF,
    MARKS,
    Odd,
    any_from,
    odd_marks,
    unpaired,
)
from converter.linter.rules.typography._quotes import corrections
from converter.linter.rules.typography._spans import texts
from converter.linter.subject import Subject
from converter.linter.view import View

_MARK = outlined(f"[{''.join(MARKS)}]")
_FARTHEST = 10
"""Over how many paragraphs a quotation may run that opens only once."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each mark without its partner.

    A quotation over paragraphs may open in each of them and close in the last one, or open once.
    What :mod:`wrong_quote` puts right is left to it.
    """
    view = subject.whole
    doubtful = unpaired(view)
    if not doubtful:
        return
    waiting: tuple[Odd, int] | None = None
    for number, (start, end) in enumerate(texts(view)):
        odd = _odd(view, start, end) if any_from(doubtful, start, end) else []
        if waiting:
            closing = next((mark for mark in odd if mark.mark == "”"), None)
            if closing:
                odd.remove(closing)
            elif view.at(start).kind == "heading" or number - waiting[1] > _FARTHEST:
                yield _hit(view, waiting[0])
                waiting = None
            if closing or view.text.startswith("“", start):
                waiting = None
        for mark in odd:
            if mark.mark == "“" and mark.partner is None and waiting is None:
                waiting = mark, number
            else:
                yield _hit(view, mark)
    if waiting:
        yield _hit(view, waiting[0])


def _odd(view: View, start: int, end: int) -> list[Odd]:
    text = view.text
    marks = [
        (match.start(), text[match.start()]) for match in _MARK.finditer(view.outline, start, end)
    ]
    odd = odd_marks(text, marks)
    straight = text.count('"', start, end)
    if (straight or odd) and corrections(text, start, end):
        return [mark for mark in odd if mark.mark not in "“”"]
    if straight % 2:
        last = text.rfind('"', start, end)
        if not text[last - 1 : last].isdigit():
            odd.append(Odd(last, '"'))
    return odd


def _hit(view: View, odd: Odd) -> Hit:
    mark = odd.mark
    if odd.partner is not None:
        other = view.text[odd.partner]
        message = Text(
            f"括号不成对：{other} 应由 {CLOSING[other]} 来收，这里是 {mark}",
            f"{other} is closed by {mark}, {CLOSING[other]} is due",
        )
    elif mark in CLOSING:
        message = Text(
            f"标点不成对：这里的 {mark} 没有相配的 {CLOSING[mark]}",
            f"{mark} has no closing {CLOSING[mark]}",
        )
    else:
        other = CLOSING_OF.get(mark, mark)
        message = Text(
            f"标点不成对：这里的 {mark} 之前没有相配的 {other}",
            f"{mark} has no {other} before it",
        )
    return view.hit(odd.at, odd.at + 1, message)


_BAD = draft(summary="一、2024年工作总结\n创成“节水型县城，全年供水620万吨。")

RULES = (
    Rule(
        code="T703",
        name="unbalanced-pair",
        severity=Severity.WARNING,
        summary=Text("引号、括号、书名号不成对", "quotes, brackets, title marks not in pairs"),
        why=Text(
            "少了一半，读者不知道引用、注释、文件名到哪里为止。",
            "Without its other half nobody knows where the quotation or the note ends.",
        ),
        source=Text(
            "GB/T 15834-2011 4.8、4.9、4.15",
            "GB/T 15834-2011, 4.8, 4.9, 4.15 (quotes, brackets, title marks)",
        ),
        bad=_BAD,
        good=_BAD.replace("县城", "县城”"),
        check=check,
    ),
)
