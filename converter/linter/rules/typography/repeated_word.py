"""T701: a word written twice in a row (现将将, 完成完成)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography import _doubles
from converter.linter.rules.typography._spans import is_han, is_text
from converter.linter.subject import Subject
from converter.linter.view import View

_AROUND = 500
"""How many characters on either side tell which of two readings is a word."""
_SHORTEST, _LONGEST = 5, 40
"""Of a clause that is written twice: 学习，学习 is said for effect."""
_SHORTEST_SENTENCE = 8
_SHOWN = 16
"""Characters of it that a message shows."""
_CLOSING = "”’」』）)"
"""What a sentence has behind its stop."""
_STOPS = "。；：、！？\n“”（）"


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each word that is there once too often; the fix takes it out.

    Of clauses and sentences any that comes again at once; of single characters only function words
    count (:data:`_doubles.FUNCTION_WORDS`) and a division's name before an office (市市政务公开办);
    of longer ones all but those that Chinese doubles (:func:`_doubles.is_meant`).
    """
    view = subject.whole
    text = view.text
    characters, words = _twice(text)
    found = [*_characters(text, characters), *_words(text, words), *_clauses(text)]
    if any(text[at] in "省市县区州镇乡" for at in characters):
        found += _divisions(text)
    if _may_repeat_sentences(text):
        found += _sentences(view)
    for start, end, length, safe in sorted(found):
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


def _twice(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Where a character stands twice in a row; and where a word of two to eight does, each place
    with the length of the shortest, in order.

    A text and the same text moved by the length of a word, one number taken from the other bit by
    bit, leave noughts where the word stands twice. Numbers of the last eight bits of each character
    do: what they find is looked at again.
    """
    last = text.encode("utf-32-le", "surrogatepass")[::4]
    number = int.from_bytes(last, "little")
    characters: list[int] = []
    words: dict[int, int] = {}
    for length in range(1, _doubles.LONGEST + 1):
        left = (number >> 8 * length ^ number).to_bytes(len(last), "little")
        noughts = bytes(length)
        at = left.find(noughts)
        while at >= 0:
            if text.startswith(text[at : at + length], at + length):
                if length == 1:
                    characters.append(at)
                elif text[at].isalnum():
                    words.setdefault(at, length)
            at = left.find(noughts, at + 1)
    return characters, sorted(words.items())


def _characters(text: str, places: list[int]) -> Iterator[tuple[int, int, int, bool]]:
    """Doubled function words as (start, end, length of the word, whether taking it out is safe)."""
    end = behind = 0
    for start in places:
        if start < behind:
            continue
        char, behind = text[start], start + 2
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
    for match in _doubles.DIVISION.finditer(text):
        yield match.start(), match.end(), 1, False


def _words(text: str, places: list[tuple[int, int]]) -> Iterator[tuple[int, int, int, bool]]:
    """Doubled words of two characters and more, as :func:`_characters` tells them."""
    end = 0
    for start, length in places:
        if start < end:
            continue
        word, end = text[start : start + length], start + 1
        if not all(char.isalnum() and not char.isdecimal() for char in word):
            continue
        end = start + 2 * length
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
    pieces = text.replace("；", "，").split("，")
    again = [
        number
        for number, (first, second) in enumerate(pairwise(pieces))
        if second[:_SHORTEST] in first and len(second) >= _SHORTEST
    ]
    ends = list(accumulate(len(piece) + 1 for piece in pieces)) if again else []
    for number in again:
        first, second = pieces[number : number + 2]
        at = ends[number]
        clause = first[-_LONGEST:]
        clause = clause[max(map(clause.rfind, _STOPS)) + 1 :]
        end = at + len(clause)
        alone = text[end : end + 1] in ("，", "；", "。")
        twice = len(clause) >= _SHORTEST and alone and second.startswith(clause)
        if twice and all(map(is_han, clause)):
            yield at - len(clause) - 1, end, len(clause), False


def _may_repeat_sentences(text: str) -> bool:
    """Whether what stands before a full stop, or a mark like it, stands before the next, too."""
    pieces = text.replace("！", "。").replace("？", "。").split("。")
    return any(
        first.endswith(second.lstrip(_CLOSING)) for first, second in pairwise(filter(None, pieces))
    )


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
