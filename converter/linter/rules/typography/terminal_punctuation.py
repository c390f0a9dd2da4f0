"""T706: a paragraph of text without a mark at its end."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._spans import is_han
from converter.linter.subject import Subject
from converter.linter.view import Passage, View
from converter.model.nodes import BODY
from converter.patterns import lazy

_MARKS = "，。；！？"
_ENDS = "。！？…；"
_NO_SENTENCE = lazy(
    r"[（(【]|(?:联系|电话|来源|责任编辑|编辑|审核|附件?|抄送|签发|主题词|单位|说明|注|备注)[人件]?[：:]"
)
_SHORTEST = 20
_USUAL = 0.8
"""The share of the report's paragraphs that must be closed for an open one to be a slip."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the last character of a paragraph that is sentences and stops without a mark,
    in a report that closes its paragraphs."""
    view = subject.prose
    paragraphs = [passage for passage in view.passages if _is_paragraph(view, passage)]
    still_open = [passage for passage in paragraphs if _is_open(view, passage)]
    if not still_open or len(still_open) > len(paragraphs) * (1 - _USUAL) + 1:
        return
    for passage in still_open:
        length = passage.end - passage.start
        shown = view.text[passage.end - 6 : passage.end]
        yield Hit(
            passage.node,
            Text(
                f"段末缺少标点：“…{shown}”之后应有句号",
                f"no mark at the end of the paragraph: “…{shown}”",
            ),
            length - 1,
            length,
            view.fix(passage.end, passage.end, "。", safe=False),
            Severity.INFO if _goes_on(view, passage) else None,
        )


def _goes_on(view: View, passage: Passage) -> bool:
    """Whether more text follows, of which this may be the beginning, cut off by a line break."""
    return passage.end + 1 < len(view.text) and view.at(passage.end + 1).kind == BODY


def _is_paragraph(view: View, passage: Passage) -> bool:
    """Whether a passage is sentences: long enough, with a mark inside."""
    return (
        passage.kind == BODY
        and passage.end - passage.start >= _SHORTEST
        and any(view.text.find(mark, passage.start, passage.end - 1) >= 0 for mark in _MARKS)
        and _NO_SENTENCE.match(view.text, passage.start) is None
    )


def _is_open(view: View, passage: Passage) -> bool:
    text = view.text[max(passage.start, passage.end - 4) : passage.end]
    bare = text.rstrip("”’）》")
    if bare == text:
        return (is_han(text[-1]) or text[-1] in "%％℃") and not text.endswith("如下")
    return text[-1] != "’" and bare != "" and bare[-1] not in _ENDS


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨，水质稳定达标，群众比较满意")

RULES = (
    Rule(
        code="T706",
        name="missing-terminal-punctuation",
        severity=Severity.WARNING,
        summary=Text("段末缺少标点", "a paragraph without a mark at its end"),
        why=Text(
            "段末没有标点，读者会疑心后面还有内容被删掉了。",
            "A paragraph that just stops looks as if its end had been cut off.",
        ),
        source=Text("GB/T 15834-2011 4.1", "GB/T 15834-2011, 4.1 (full stop)"),
        bad=_BAD,
        good=_BAD.replace("比较满意", "比较满意。"),
        check=check,
        fix=Fixable.UNSAFE,
    ),
)
