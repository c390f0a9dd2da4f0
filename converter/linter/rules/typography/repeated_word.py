"""T701: a word written twice in a row (现将将, 完成完成)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography import _doubles
from converter.linter.rules.typography._spans import is_han, is_text
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import holds

_AROUND = 500
"""How many characters on either side tell which of two readings is a word."""
_SHORTEST, _LONGEST = 5, 40
"""Of a clause that is written twice: 学习，学习 is said for effect."""
_SHORTEST_SENTENCE = 8
_SHOWN = 16
"""Characters of it that a message shows."""
_STOPS = "。；：、！？\n“”（）"


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each word that is there once too often; the fix takes it out.

    Of clauses and sentences any that comes again at once; of single characters only function words
    count (:data:`_doubles.FUNCTION_WORDS`) and a division's name before an office (市市政务公开办);
    of longer ones all but those that Chinese doubles (:func:`_doubles.is_meant`).
    """
    view = subject.whole
    for start, end, length, safe in sorted(
        [
            *_characters(view.text),
            *_divisions(view.text),
            *_words(view.text),
            *_clauses(view.text),
            *_sentences(view),
        ]
    ):
        if is_text(view, start):
            yield _hit(view, start, end, length, safe)


def _hit(view: View, start: int, end: int, length: int, safe: bool) -> Hit:
    word = view.text[start : start + length]
    shown = word if length <= _SHOWN else word[: _SHOWN - 1] + "…"
    once = f"“{view.text[start:end]}”应写一个“{word}”" if length < _SHORTEST else "写了两遍"
    return view.hit(
        start,
        end,
        Text(f"“{shown}”重复：{once}", f"“{shown}” is written twice"),
        view.fix(start + length, end, "", safe=safe),
    )


def _characters(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Doubled function words as (start, end, length of the word, whether taking it out is safe)."""
    end = 0
    for match in _doubles.CHARACTER.finditer(text):
        start, char = match.start(), match[1]
        if char not in _doubles.FUNCTION_WORDS or start < end:
            continue
        before, after = _doubles.FUNCTION_WORDS[char]
        end = start + 2
        while text.startswith(char, end):
            end += 1
        # Where a neighbour makes a word with it, the two belong to two words: 进行了了解.
        if not (_is_of(text[start - 1 : start], before) or _is_of(text[end : end + 1], after)):
            yield start, end, 1, True


def _is_of(char: str, chars: str) -> bool:
    return char != "" and char in chars


def _divisions(text: str) -> Iterator[tuple[int, int, int, bool]]:
    if holds(text, ("省省", "市市", "县县", "区区", "州州", "镇镇", "乡乡")):
        for match in _doubles.DIVISION.finditer(text):
            yield match.start(), match.end(), 1, False


def _words(text: str) -> Iterator[tuple[int, int, int, bool]]:
    end = 0
    while match := _doubles.WORD.search(text, end):
        start, word = match.start(), match[1]
        if not all(char.isalnum() and not char.isdecimal() for char in word):
            end = start + 1
            continue
        end = match.end()
        while text.startswith(word, end):
            end += len(word)
        words = _readings(text, start, end, len(word))
        if any(_doubles.is_meant(text, at, at + end - start, word) for at, word in words):
            continue
        around = text[max(start - _AROUND, 0) : end + _AROUND]
        at, word = max(words, key=lambda entry: around.count(entry[1]))
        yield at, at + end - start, len(word), word in _doubles.SURE


def _clauses(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Clauses written twice: 完善制度，完善制度，."""
    at = 0
    pieces = text.replace("；", "，").split("，")
    for first, second in pairwise(pieces):
        at += len(first) + 1
        clause = first[-_LONGEST:]
        if len(second) < _SHORTEST or second[:_SHORTEST] not in clause:
            continue
        clause = clause[max(map(clause.rfind, _STOPS)) + 1 :]
        end = at + len(clause)
        alone = text[end : end + 1] in ("，", "；", "。")
        twice = len(clause) >= _SHORTEST and alone and second.startswith(clause)
        if twice and all(map(is_han, clause)):
            yield at - len(clause) - 1, end, len(clause), False


def _sentences(view: View) -> Iterator[tuple[int, int, int, bool]]:
    """Sentences written twice."""
    for (start, middle), (again, end) in pairwise(view.sentences):
        length = middle - start
        twice = middle == again and length == end - again >= _SHORTEST_SENTENCE
        if twice and view.text.startswith(view.text[start:middle], again):
            yield start, end, length, False


def _readings(text: str, start: int, end: int, length: int) -> list[tuple[int, str]]:
    """The words that may be the doubled one, with where they begin: 务服, 服务 in 政务服务服务."""
    shift = 0
    while shift < length - 1 and text[end + shift : end + shift + 1] == text[start + shift]:
        shift += 1
    return [(at, text[at : at + length]) for at in range(start, start + shift + 1)]


_BAD = draft(lead="2024年，我局认真履行职责，现将将有关情况总结如下：")

RULES = (
    Rule(
        code="T701",
        name="repeated-word",
        severity=Severity.WARNING,
        summary=Text("词语重复", "a word written twice in a row"),
        why=Text(
            "多打一遍的词是校对不细的痕迹，读者一眼就看见。",
            "A word typed twice is the first thing a reader sees of a draft nobody proofread.",
        ),
        source=Text("校对惯例", "practice"),
        bad=_BAD,
        good=_BAD.replace("现将将", "现将"),
        check=check,
        fix=Fixable.SOME,
    ),
)
