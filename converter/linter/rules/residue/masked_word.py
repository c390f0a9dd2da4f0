"""R602: letters put for a word (D建 for 党建), or a letter taken out of one (5+ for 5G+)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.outline import classes, coded, runs
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.residue._lines import times, write
from converter.linter.rules.residue._masks import (
    BEHIND,
    CAPITALS,
    FIGURES,
    FIRST_HALVES,
    LETTERS,
    MIXED,
    TABLE,
    may_be_party,
    party_end,
)
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import matches, places

Masked = tuple[int, int, int, int, str]
"""The word's span, that of the letters in it, and what they stand for (empty: not known)."""

_LETTERS = classes({"X": LETTERS})
_BEFORE, _BEHIND = 8, 40
"""How far around letters a word may reach."""
_LONGEST = max(map(len, TABLE))
_WIDE_CAPITAL, _WIDE_SMALL = coded("Ｄ"), coded("ｄ")
_BETWEEN = (b"*", coded("＊"), coded("·"))
_SIBLINGS = ("A", "B", "C", "E")
_FEWEST = 2
"""Surely masked words from which on a lone D is taken for one, too."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each masked word on a line, with its count."""
    view = subject.whole
    lines: dict[tuple[int, str], list[Masked]] = {}
    for item in _masked(view):
        key = (view.line(item[0]), view.text[item[0] : item[1]])
        lines.setdefault(key, []).append(item)
    for found in lines.values():
        yield _hit(view, found)


def _hit(view: View, found: list[Masked]) -> Hit:
    start, end, first, last, word = found[0]
    text = view.text
    shown, also = text[start:end], times(len(found))
    right = text[start:first] + word + text[last:end]
    if not word:
        message = Text(
            f"“{shown}”里的字母替了汉字{also.zh}", f"letters put for a word in “{shown}”{also.en}"
        )
        return view.hit(start, end, message)
    fix = write(view, ((a, b, w) for _, _, a, b, w in found), safe=False)
    message = Text(f"“{shown}”应为“{right}”{also.zh}", f"“{shown}” should read “{right}”{also.en}")
    return view.hit(start, end, message, fix)


def _masked(view: View) -> list[Masked]:
    text = view.text
    found: list[Masked] = []
    loose: list[int] = []
    words = [
        (start, end, _capitals(text[start:end]))
        for start, end in runs(view.outline, _LETTERS)
        if end - start <= _LONGEST
    ]
    # Where there is an A组 and a C组, D组 is one of them.
    listed = {text[end : end + 1] for _, end, letters in words if letters in _SIBLINGS}
    for start, end, letters in words:
        behind = BEHIND.get(letters, "")
        known = letters in TABLE and text.startswith(behind, end)
        item = _meaning(view, start, end, letters) if known else None
        if item and not (letters == "D" and item[1] == end + 1 and text[end] in listed):
            found.append(item)
        elif letters == "D" and not item:
            loose.append(start)
    if loose and sum(item[4] == "党" for item in found) >= _FEWEST:
        found += [(a, a + 2, a, a + 1, "") for a in loose if may_be_party(text, a)]
    for begin, signs, (pattern, word) in FIGURES:
        starts = [at for at, _ in places(text, (begin,))]
        if any(text.startswith(signs, at) for at in starts):
            for match in matches(pattern, text, starts):
                start, shown = match.start(), match.group()
                figure = len(shown) - len(shown.lstrip("0123456789."))
                found.append((start, match.end(), start, start + figure, word))
    for signs, (pattern, word) in MIXED if _may_be_mixed(view.outline) else ():
        if view.holds(signs):
            for match in pattern.finditer(text):
                start, end = match.span()
                before = start > 0 and text[start - 1] in FIRST_HALVES
                found.append((start - before, end + (not before), start, end, word))
    return sorted(found)


def _may_be_mixed(outline: bytes) -> bool:
    """Whether there are small letters, or marks that are put between two characters."""
    return outline != outline.upper() or any(mark in outline for mark in _BETWEEN)


def _capitals(letters: str) -> str:
    return letters.upper() if letters.isascii() else letters.translate(CAPITALS)


def _meaning(view: View, start: int, end: int, letters: str) -> Masked | None:
    first = max(0, start - _BEFORE)
    around = view.text[first : end + _BEHIND]
    outline = view.outline[first : end + _BEHIND]
    if outline != outline.upper() or _WIDE_CAPITAL in outline or _WIDE_SMALL in outline:
        around = around.translate(CAPITALS)
    for pattern, word in TABLE[letters]:
        match = pattern.match(around, start - first)
        if match is None:
            continue
        if match.end() + first > end:
            return start, match.end() + first, start, end, word
        # The letters alone: a single one is shown with the beginning of its word before it.
        return start - (len(letters) == 1), end, start, end, word
    stop = party_end(around, start - first) + first if letters == "D" else 0
    if stop <= first:
        return None
    return start - (stop == end), stop, start, end, "党"


_BAD = draft(summary="一、2024年工作总结\n抓D建促供水，发展D员3名，全年供水620万吨。")

RULES = (
    Rule(
        code="R602",
        name="masked-word",
        severity=Severity.WARNING,
        summary=Text("用字母代替的字，或丢了字母的词", "letters put for a word, or a letter lost"),
        why=Text(
            "网上的稿子常用字母躲过滤（D建、D员、AAA），或被滤掉字母（5+、60科创走廊）。"
            "正式文稿必须还原。意思确定的可用 --unsafe-fixes 改回。",
            "Texts from the web dodge filters with letters (D建, AAA) or lose them to one (5+). A "
            "formal text needs the words back; --unsafe-fixes restores those that are sure.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD.replace("，发展D员3名", ""),
        good=_BAD.replace("D", "党"),
        check=check,
        words=tuple(sign for signs, _ in MIXED for sign in signs),
        fix=Fixable.UNSAFE,
    ),
)
