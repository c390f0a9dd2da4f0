"""N501: a total and its parts that do not add up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.outline import classes, outlined
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.figures._clauses import Sentence
from converter.linter.rules.figures._division import Division
from converter.linter.rules.figures._likeness import slack
from converter.linter.rules.figures._listed import listed
from converter.linter.rules.figures._marked import marked
from converter.linter.rules.figures._quantities import (
    HAN_FIGURES,
    WHOLE,
    Quantity,
    alike_at_most,
    written,
)
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import places

_SHORTEST, _LONGEST = 10, 3000
"""What is shorter than this holds no parts, what is longer is no sentence."""
_DIVIDES = ("其中", "分别", "包括", "包含", "分为")
_TOLD = outlined(
    r"[共未不达总合累](?:(?<=总)[计数量]|(?<=[合累])计|(?<=[共未不达]))"
    rf"[^，,、；;：:（(）)。！？\n]*[0-9{HAN_FIGURES}]"
)
"""A word for a total, or for what was not done, and a figure in the same clause."""
_FIGURES = classes({"0": "0123456789" + HAN_FIGURES})
"""What makes of an outline figures and blanks."""
_FEWEST = 3
"""Figures in a sentence without a word that divides a total: it and two parts."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each total that its parts do not add up to, where the sentence means to name all
    of them.

    Whatever reading makes the sentence right is taken: a total divided by 其中 may have further
    parts, the parts may be those of another total near by, one of them may be divided itself.
    """
    view = subject.prose
    told: set[int] = set()
    for sentence, previous in _sentences(view):
        for division in chain(marked(view.text, sentence, previous), listed(view.text, sentence)):
            total = division.total
            count = _wrong(division)
            if count and total.start not in told:
                told.add(total.start)
                parts = [part.quantity for part in division.parts[:count]]
                parts.sort(key=lambda quantity: quantity.start)
                message = _message(view.text, total, parts, some=division.how == "some")
                yield view.hit(total.start, total.end, message)


def _sentences(view: View) -> Iterator[tuple[Sentence, Sentence | None]]:
    """The sentences that may divide a total, each with the one before it in its paragraph."""
    ends = [end for _, end in view.sentences]
    dividing = {bisect_right(ends, at) for at, _ in places(view.text, view.possible(_DIVIDES))}
    telling = {bisect_right(ends, match.start()) for match in _TOLD.finditer(view.outline)}
    for index in sorted(dividing | telling):
        start, end = view.sentences[index]
        if not _SHORTEST <= end - start < _LONGEST:
            continue
        previous = None
        if index and view.text.startswith("其中", start):
            before = view.sentences[index - 1]
            if before[1] == start and start - before[0] < _LONGEST:
                previous = before
        count = len(view.outline[start:end].translate(_FIGURES).split())
        divided = index in dividing and (count > 1 or (count and previous))
        if not divided and (count < _FEWEST or index not in telling):
            continue
        if alike_at_most(view, previous[0] if previous else start, end) >= 3 - bool(divided):
            yield Sentence(view, start, end), previous and Sentence(view, *previous)


def _wrong(division: Division) -> int:
    """How many of the parts make a sum that ought to be the total and is not; 0 for none."""
    total, parts = division.total, [part.quantity for part in division.parts]
    values = [part.value for part in parts]
    if total.about or not total.value or any(q.about or q.value is None for q in parts):
        return 0
    known = [value for value in values if value is not None]
    if _adds_up(division, total.value, known) or _adds_up_otherwise(division, total.value, known):
        return 0
    near: list[tuple[int, int]] = []
    for count in division.ends:
        found = sum(known[:count])
        low, high = slack(division, count)
        if low * total.value <= 1000 * found <= high * total.value:
            near.append((abs(found - total.value), count))
    return min(near)[1] if near else 0


def _adds_up(division: Division, total: int, values: list[int]) -> bool:
    """Whether some reading of the parts gives the total: the first of them, as many as one likes
    up to the first semicolon; or all of them give another value that stands near."""
    steps = [q.step for q in (division.total, *(part.quantity for part in division.parts))]
    loose = sum(step for step in steps if step != WHOLE) // 2
    undivided = _undivided(values)
    readings = (values,) if len(undivided) == len(values) else (values, undivided)
    for figures in readings:
        found = 0
        for count, value in enumerate(figures, 1):
            found += value
            over = count in division.ends or count < division.ends[0] or figures is not values
            if over and abs(found - total) <= loose:
                return True
        if any(q.value is not None and abs(found - q.value) <= loose for q in division.others):
            return True
    return False


def _adds_up_otherwise(division: Division, total: int, values: list[int]) -> bool:
    """Whether the parts give the total with what brackets say of it, or with a last part that is
    counted in another unit (511块、9组)."""
    found = sum(values)
    if division.apart and found + division.apart == total:
        return True
    last = division.last
    return last is not None and last.value is not None and found + last.value == total


def _undivided(values: Sequence[int]) -> list[int]:
    """The values without those that divide the one before them: 60, 20, 40, 40 is 60, 40."""
    left: list[int] = []
    at = 0
    while at < len(values):
        left.append(values[at])
        found, after = 0, at + 1
        while after < len(values) and found < values[at]:
            found += values[after]
            after += 1
        at = after if found == values[at] and after - at > 2 else at + 1
    return left


def _message(text: str, total: Quantity, parts: Sequence[Quantity], *, some: bool) -> Text:
    """The sum worked out, in the scale it is written in if that is one and the same; and what to
    write where only ``some`` of the parts are meant."""
    scale = {_scale(text, q) for q in (total, *parts)}
    word = scale.pop() if len(scale) == 1 else ""
    unit = {"万": 10**4, "亿": 10**8}.get(word, 1)
    values = [q.value or 0 for q in parts]
    figures = [written(value, unit) + word for value in values]
    found, whole = sum(values), total.value or 0
    if len(parts) == 1:
        return Text(
            f"其中的{figures[0]}比总数{written(whole, unit)}{word}还大",
            f"a part ({figures[0]}) is more than the total ({written(whole, unit)}{word})",
        )
    working = f"{'+'.join(figures)}={written(found, unit)}{word}"
    short = some and found < whole
    return Text(
        f"各项相加与总数不符：{working}，不是{written(whole, unit)}{word}"
        + ("；如果没有列全，应写明“等”" if short else ""),
        f"the parts do not add up: {working}, not {written(whole, unit)}{word}"
        + ("; if these are only some, say so (等)" if short else ""),
    )


def _scale(text: str, quantity: Quantity) -> str:
    """万 or 亿 where the number is written with it."""
    last = text[quantity.figure - 1 : quantity.figure]
    return last if last in ("万", "亿") else ""


_BAD = draft(summary="一、2024年工作总结\n全年维修990处，其中管道324处、水表549处、阀门115处。")

RULES = (
    Rule(
        code="N501",
        name="sum-mismatch",
        severity=Severity.WARNING,
        summary=Text("总数与分项之和不符", "a total and its parts do not add up"),
        why=Text(
            "总数和分项对不上，必有一个数是错的，读者会连带怀疑别的数字。",
            "One of the figures must be wrong, and the reader will doubt the others, too.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD,
        good=_BAD.replace("990处", "988处"),
        check=check,
        words=_DIVIDES,
    ),
)
