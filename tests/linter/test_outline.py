"""Outlines, and what rules leave out by them: each against the plain way to find the same."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.inputs import parse
from converter.linter.outline import classes, coded, outline, outlined
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._doubles import LONGEST
from converter.linter.rules.typography._pairs import MARKS, odd_marks, unpaired
from converter.linter.rules.typography.repeated_word import _may_repeat_sentences, _twice
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.profiles.choice import Choice
from tests.tools.places import FIXTURES

TEXTS = st.text('一二供水管网改造、，。：“”‘’（）()《》"1a2①？\n　 \u2003�𠀀', max_size=60)
DRAFTS = sorted((FIXTURES / "reports").glob("*.txt"))


def views_of(text: str) -> tuple[View, View]:
    document = parse("-", text.encode(), Choice()).documents[0]
    subject = Subject(document, Choice().held(document))
    return subject.whole, subject.prose


@given(TEXTS)
def test_outline_has_one_byte_a_character(text: str) -> None:
    told = outline(text)
    assert len(told) == len(text)
    for char, byte in zip(text, told, strict=True):
        assert byte == ord("?") if outline(char) == b"?" else coded(char) == bytes([byte])


def test_outline_tells_marks_apart() -> None:
    marks = "，。、；：！？“”‘’（）《》〈〉【】〔〕「」『』—…·％～－　一二十百千万亿年月日号"
    assert len(set(outline(marks))) == len(marks)
    with pytest.raises(UnicodeEncodeError):
        coded("供")


@given(TEXTS)
def test_pattern_of_outline_finds_what_it_finds_in_the_text(text: str) -> None:
    source = r"[一二]+(?=[，。])|(?<=“)[0-9a](?!”)|（[^）]*）"
    found = [match.span() for match in outlined(source).finditer(outline(text))]
    assert found == [match.span() for match in re.finditer(source, text)]


def test_classes() -> None:
    assert outline("供水3件，2000吨").translate(classes({"0": "0123456789", ",": "，、"})) == (
        b"  0 ,0000 "
    )


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_outline_of_prose_is_that_of_its_text(path: Path) -> None:
    for view in views_of(path.read_text("utf-8")):
        assert view.outline == outline(view.text)


@given(TEXTS)
def test_doubled_words_are_those_of_a_pattern(text: str) -> None:
    characters, words = _twice(text)
    assert characters == [i for i in range(len(text) - 1) if text[i] == text[i + 1]]
    assert words == [
        (i, min(lengths))
        for i in range(len(text))
        if text[i].isalnum()
        and (
            lengths := [
                length
                for length in range(2, LONGEST + 1)
                if len(text) >= i + 2 * length and text.startswith(text[i : i + length], i + length)
            ]
        )
    ]


@given(TEXTS)
def test_sentences_written_twice_are_not_passed_over(text: str) -> None:
    sentence = re.sub("[\n。！？]", "", text) + "水质稳定达标。"
    assert _may_repeat_sentences(f"供水。{sentence}{sentence}其他。")


@settings(max_examples=300)
@given(TEXTS)
def test_passages_said_to_be_in_pairs_are(text: str) -> None:
    body = text.replace("\n", "")
    whole, _ = views_of(draft(summary=f"一、2024年工作总结\n完成{body}。"))
    doubtful = unpaired(whole)
    for passage in whole.passages:
        line = whole.text[passage.start : passage.end]
        marks = [(at, char) for at, char in enumerate(line) if char in MARKS]
        assert passage.start in doubtful or not (odd_marks(line, marks) or '"' in line)
