"""H210: siblings are partly numbered and partly not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import BODY, Paragraph, Section

_LONGEST = 30
_LONG = 45
"""Where the numbers that follow are evidence, too."""
_NO_HEADING = "。；，、：！？…）”0123456789"
_CLOSING_WORDS = (
    *("总", "综上", "以上", "同时", "此外", "另外", "下一步", "今后", "回顾", "一年来", "这", "我"),
    *("全", "各", "上述", "目前", "当前"),
)
_SHORTEST_LABEL, _LONGEST_LABEL, _SHORTEST_TEXT = 4, 25, 10


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading without a number between numbered ones, at each line under a
    numbered stand-alone heading or before a new list that looks like one more such heading, and
    at a second paragraph under the last of run-in headings that begins as they do and is the only
    second one."""
    for _, siblings in subject.families:
        if len(siblings) < 2:
            continue
        numbered = [section for section in siblings if section.number]
        if len(numbered) < 2:
            continue
        for section in siblings:
            if section.number is None and section.heading and len(numbered) * 2 > len(siblings):
                yield _hit(section, len(section.opening), numbered[0])
        yield from _before_restart(numbered)
        if all(_stands_alone(section) for section in numbered):
            yield from _lost_headings(numbered)
        elif len(numbered) > 2 and all(section.run_in for section in numbered):
            yield from _lost_run_in(numbered)


def _stands_alone(section: Section) -> bool:
    return bool(section.heading) and bool(section.content) and not section.run_in


def _lost_headings(siblings: list[Section]) -> Iterator[Hit]:
    """Short lines without an end mark, whole sentences before them and longer ones behind."""
    for section in siblings:
        texts = [b for b in section.content if isinstance(b, Paragraph) and b.kind == BODY]
        for before, line, after in zip(texts, texts[1:], texts[2:], strict=False):
            sentences = before.text.endswith("。") and after.text.endswith("。")
            if sentences and _is_label(line.text, min(_LONGEST, len(after.text))):
                yield _hit(line, len(line.text), siblings[0])


def _before_restart(siblings: list[Section]) -> Iterator[Hit]:
    """A line that looks like a heading where the numbers begin anew: they stood under it."""
    for before, after in pairwise(siblings):
        if not (before.number and after.number and before.number.value > after.number.value == 1):
            continue
        line = before.content[-1] if len(before.content) > 1 else None
        if isinstance(line, Paragraph) and line.kind == BODY and _is_label(line.text, _LONG):
            yield _hit(line, len(line.text), siblings[0])


def _is_label(text: str, longest: int) -> bool:
    return 4 <= len(text) <= longest and text[-1] not in _NO_HEADING and "。" not in text


def _lost_run_in(siblings: list[Section]) -> Iterator[Hit]:
    *others, last = siblings
    if len(last.content) != 2 or any(len(section.content) > 1 for section in others):
        return
    paragraph = last.content[1]
    if not isinstance(paragraph, Paragraph) or paragraph.kind != BODY:
        return
    end = _label_end(paragraph.text)
    marks = {section.terminator for section in siblings}
    commas = max(section.heading.count("，") for section in siblings)
    if end and paragraph.text[end] in marks and paragraph.text.count("，", 0, end) <= commas:
        yield _hit(paragraph, end, siblings[0])


def _label_end(text: str) -> int:
    """Where a short first sentence, or a label, ends that has text behind it; 0 for none, and for
    closing words."""
    begin = text[: _LONGEST_LABEL + 1]
    end = next((at for at, char in enumerate(begin) if char in "。：；、！？"), 0)
    behind = text[end + 1 : end + 1 + _SHORTEST_TEXT]
    if end < _SHORTEST_LABEL or text[end] not in "。：" or text.startswith(_CLOSING_WORDS):
        return 0
    return end if len(behind) == _SHORTEST_TEXT and "\n" not in behind else 0


def _hit(node: Section | Paragraph, end: int, sibling: Section) -> Hit:
    return Hit(
        node,
        Text(
            f"同级标题有的有序号（“{sibling.mark}”），这里没有",
            f"this heading has no number, its siblings have (“{sibling.mark}”)",
        ),
        0,
        end,
    )


_SUMMARY = (
    "一、2024年工作总结\n（一）供水保障\n全年供水稳定。\n（二）防汛备汛\n平安度汛。\n"
    "{}节水宣传\n开展节水宣传进社区活动。"
)

RULES = (
    Rule(
        code="H210",
        name="unnumbered-subsection",
        severity=Severity.INFO,
        summary=Text("同级标题有的有序号，有的没有", "siblings partly numbered, partly not"),
        why=Text(
            "少了序号的标题会被当成正文，读者看不出它是单独的一项。",
            "A heading without its number reads as text of the item before it.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary=_SUMMARY.format("")),
        good=draft(summary=_SUMMARY.format("（三）")),
        check=check,
    ),
)
