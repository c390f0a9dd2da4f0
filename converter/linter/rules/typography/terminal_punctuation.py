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
from converter.model.nodes import BODY, Section

_MARKS = "，。；！？"
_ENDS = "。！？…；"
_CLOSED = tuple("。！？：…")
"""With these no paragraph is open."""
_DOUBLED = tuple("，。；：、！？")
"""Before another mark these are doubled-punctuation's business."""
_PAUSES = "，、；"
"""Marks that nothing can end with; with the last of them, nothing but the last of a part."""
_LABELS = (
    *("联系", "电话", "来源", "责任编辑", "编辑", "审核", "附", "附件", "抄送", "签发", "主题词"),
    *("单位", "说明", "注", "备注"),
)
_SHORTEST = 20
_USUAL = 0.8
"""The share of the report's paragraphs that must be closed for an open one to be a slip."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the last character of a paragraph that is sentences and stops without a mark,
    in a report that closes its paragraphs."""
    view = subject.prose
    still_open = [
        passage
        for passage in view.passages
        if not view.text.endswith(_CLOSED, passage.start, passage.end)
        and _is_paragraph(view, passage)
        and _is_open(view, passage)
    ]
    if not still_open:
        return
    paragraphs = sum(_is_paragraph(view, passage) for passage in view.passages)
    if len(still_open) > paragraphs * (1 - _USUAL) + 1:
        return
    for passage in still_open:
        length = passage.end - passage.start
        shown = view.text[passage.end - 6 : passage.end]
        if shown[-1] in _PAUSES:
            start = passage.end - 1
            message = Text(
                f"段末的“{shown[-1]}”应为句号：“…{shown}”",
                f"the paragraph ends with “{shown[-1]}”, 。 is due: “…{shown}”",
            )
        else:
            start = passage.end
            message = Text(
                f"段末缺少标点：“…{shown}”之后应有句号",
                f"no mark at the end of the paragraph: “…{shown}”",
            )
        yield Hit(
            passage.node,
            message,
            length - 1,
            length,
            view.fix(start, passage.end, "。", safe=False),
            Severity.INFO if _goes_on(view, passage) else None,
        )


def _goes_on(view: View, passage: Passage) -> bool:
    """Whether more text follows, of which this may be the beginning, cut off by a line break."""
    return passage.end + 1 < len(view.text) and view.at(passage.end + 1).kind == BODY


def _closes_part(view: View, passage: Passage) -> bool:
    """Whether a paragraph of a part is the last of it."""
    if not passage.path.startswith("sections"):
        return False
    if passage.end + 1 >= len(view.text):
        return True
    after = view.at(passage.end + 1).node
    return isinstance(after, Section) and after.level == 1


def _is_paragraph(view: View, passage: Passage) -> bool:
    """Whether a passage is sentences: long enough, with a mark inside."""
    return (
        passage.kind == BODY
        and passage.end - passage.start >= _SHORTEST
        and any(view.text.find(mark, passage.start, passage.end - 1) >= 0 for mark in _MARKS)
        and not _is_labelled(view.text[passage.start : passage.start + 8])
    )


def _is_labelled(text: str) -> bool:
    """Whether a paragraph begins with a bracket or a label (联系人：), and so is no sentence."""
    label, colon, _ = text.replace(":", "：").partition("：")
    labelled = label in _LABELS or (label.endswith(("人", "件")) and label[:-1] in _LABELS)
    return text.startswith(("（", "(", "【")) or (colon != "" and labelled)


def _is_open(view: View, passage: Passage) -> bool:
    text = view.text[max(passage.start, passage.end - 4) : passage.end]
    bare = text.rstrip("”’）》")
    if text[-1] in _PAUSES and text[-2:-1] not in _DOUBLED:
        return text[-1] != "；" or _closes_part(view, passage)
    if bare == text:
        return (is_han(text[-1]) or text[-1] in "%％℃") and not text.endswith("如下")
    return text[-1] != "’" and bare != "" and bare[-1] not in _ENDS and not _is_note(view, passage)


def _is_note(view: View, passage: Passage) -> bool:
    """Whether what a paragraph ends with stands in brackets behind its last full stop."""
    if view.text[passage.end - 1] != "）":
        return False
    opened = view.text.rfind("（", passage.start, passage.end)
    return opened > passage.start and view.text[opened - 1] in _ENDS


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
