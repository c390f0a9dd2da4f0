"""T701: a word written twice in a row (现将将, 完成完成)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography import _doubles
from converter.linter.rules.typography._spans import is_text
from converter.linter.subject import Subject
from converter.linter.view import View

_AROUND = 500
"""How many characters on either side tell which of two readings is a word."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each word that is there once too often; the fix takes it out.

    Of single characters only function words count (:data:`_doubles.FUNCTION_WORDS`) and a
    division's name before an office (市市政务公开办); of longer ones all but those that Chinese
    doubles (:func:`_doubles.is_meant`).
    """
    view = subject.whole
    for start, end, length, safe in sorted(
        [*_characters(view.text), *_divisions(view.text), *_words(view.text)]
    ):
        if is_text(view, start):
            yield _hit(view, start, end, length, safe)


def _hit(view: View, start: int, end: int, length: int, safe: bool) -> Hit:
    word = view.text[start : start + length]
    return view.hit(
        start,
        end,
        Text(
            f"“{word}”重复：“{view.text[start:end]}”应写一个“{word}”",
            f"“{word}” is written twice",
        ),
        view.fix(start + length, end, "", safe=safe),
    )


def _characters(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Doubled function words as (start, end, length of the word, whether taking it out is safe)."""
    for char, (before, after) in _doubles.FUNCTION_WORDS.items():
        start = text.find(char * 2)
        while start >= 0:
            end = start + 2
            while text.startswith(char, end):
                end += 1
            # Where a neighbour makes a word with it, the two belong to two words: 进行了了解.
            if not (_is_of(text[start - 1 : start], before) or _is_of(text[end : end + 1], after)):
                yield start, end, 1, True
            start = text.find(char * 2, end)


def _is_of(char: str, chars: str) -> bool:
    return char != "" and char in chars


def _divisions(text: str) -> Iterator[tuple[int, int, int, bool]]:
    if any(char * 2 in text for char in "省市县区州镇乡"):
        for match in _doubles.DIVISION.finditer(text):
            yield match.start(), match.end(), 1, False


def _words(text: str) -> Iterator[tuple[int, int, int, bool]]:
    for match in _doubles.WORD.finditer(text):
        length = match.end() - match.start()
        words = _readings(text, match.start(), match.end(), len(match[1]))
        if any(_doubles.is_meant(text, at, at + length, word) for at, word in words):
            continue
        around = text[max(match.start() - _AROUND, 0) : match.end() + _AROUND]
        at, word = max(words, key=lambda entry: around.count(entry[1]))
        yield at, at + length, len(word), _doubles.SURE.fullmatch(word) is not None


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
