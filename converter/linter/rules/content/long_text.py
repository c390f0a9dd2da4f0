"""C407 and C408: paragraphs and sentences that are too long."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import BODY

_PARAGRAPH = Option("length", 800, Text("一段最多多少字", "the most characters of a paragraph"))
_SENTENCE = Option("length", 200, Text("一句最多多少字", "the most characters of a sentence"))
_SHOWN = 20


def check_paragraphs(subject: Subject) -> Iterator[Hit]:
    """One hit at the beginning of each body paragraph of more characters."""
    most = subject.value(_PARAGRAPH)
    for passage in subject.prose.passages:
        length = passage.end - passage.start
        if passage.kind == BODY and length > most:
            message = Text(
                f"这一段有{length}字，超过{most}字：分成几段来写",
                f"a paragraph of {length} characters, over {most}: break it up",
            )
            yield subject.prose.hit(passage.start, passage.start + _SHOWN, message)


def check_sentences(subject: Subject) -> Iterator[Hit]:
    """One hit at the beginning of each sentence of more characters."""
    most = subject.value(_SENTENCE)
    view = subject.prose
    for start, end in view.sentences:
        if end - start > most and view.at(start).kind == BODY:
            message = Text(
                f"这一句有{end - start}字，超过{most}字：断成几句",
                f"a sentence of {end - start} characters, over {most}: break it up",
            )
            yield view.hit(start, start + _SHOWN, message)


_SHORT = "抢修漏点三百二十处，检测水样五百一十份。水质合格率为99.6%。"
_LONG = "抢修漏点三百二十处，检测水样五百一十份，"

RULES = (
    Rule(
        code="C407",
        name="paragraph-too-long",
        severity=Severity.INFO,
        summary=Text("段落过长", "a paragraph that is too long"),
        why=Text(
            "八百字不分段，读者找不到重点，审稿也容易看漏。",
            "A page without a break hides its points from readers and editors.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary="一、2024年工作总结\n" + _SHORT * 26),
        good=draft(summary="一、2024年工作总结\n" + _SHORT * 10),
        check=check_paragraphs,
        options=(_PARAGRAPH,),
    ),
    Rule(
        code="C408",
        name="sentence-too-long",
        severity=Severity.INFO,
        summary=Text("句子过长", "a sentence that is too long"),
        why=Text(
            "一逗到底，读不断句，也难查错。",
            "A sentence without an end can be neither read nor checked.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary="一、2024年工作总结\n" + _LONG * 11 + "水质合格率为99.6%。"),
        good=draft(summary="一、2024年工作总结\n" + _SHORT * 6),
        check=check_sentences,
        options=(_SENTENCE,),
        default=False,
    ),
)
