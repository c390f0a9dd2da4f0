"""H207: a heading glued to the next heading or to its text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from converter.bilingual import Text
from converter.findings import Fix, Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.linter.view import edit
from converter.model.nodes import Node, Section
from converter.model.walk import node_text
from converter.numbering import match_mark, renumbered
from converter.patterns import lazy, places

_LONGEST = 60
"""Where to look: the first code points behind the mark."""

_FIRST_CHILD = ("（一）", "(一)", "（一)", "(一）")
_FIRST_ITEM = ("1.", "1．", "1、")
# 一、2024年工作总结2024年，我局…
_KEY_WORDS = lazy(
    r"[^，。；：、,;:]{0,14}?(?:工作总结|工作情况|开展情况|完成情况|工作回顾|工作成效"
    r"|存在(?:的)?(?:主要)?(?:问题|不足|困难)|工作计划|工作安排|工作打算|工作思路|下一步打算)"
    r"(?=20[0-9]{2}年(?:以来|度)?[，,]|今年以来|一年来|我[局县镇委办院校市区乡街处所站中]|首先，"
    r"|一是)"
)
# （一）强化组织领导一是成立专班；二是…
_POINT = lazy(r"[^。；：！？;:]{4,30}?(?<![统唯之第万一单划归专求调出括别要就是面现])(?=一是)")
# （一）加强学习今年以来，我局…, beside headings that 。 closes
_TIME = lazy(
    r"[^，。；：、！？,;:]{4,20}?(?<![自从在于至以及和到对])"
    r"(?=(?:今年以来|一年来|20[0-9]{2}年(?:以来|度)?)[，,])"
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading that runs into the next one or into its text without any mark.

    The fix begins a new line before a heading and behind one of level 1, and closes a deeper one
    with 。 as its text follows.
    """
    for _, siblings in subject.families:
        closed = sum(section.run_in for section in siblings)
        for section in siblings:
            yield from _glued(section, company=closed > 1)


def _glued(section: Section, *, company: bool) -> Iterator[Hit]:
    if not section.number or not (section.heading or section.inline):
        return
    node: Node = section if section.heading else section.content[0]
    start = len(section.mark) if section.heading else 0
    text = node_text(node)[start : start + _LONGEST + 1]
    cut = _next_mark(section.mark, section.number.value, text)
    if cut:
        yield _hit(node, start + cut, Text("下一个标题", "the next heading"), "\n")
        return
    cut, glue = _own_text(section, text, company=company)
    if cut:
        yield _hit(node, start + cut, Text("正文", "its text"), glue)


def _own_text(section: Section, text: str, *, company: bool) -> tuple[int, str]:
    """Where in what is taken for a heading its text begins, and what divides them; 0 if nowhere."""
    if section.level == 1 and _is_sentence(text):
        match = _KEY_WORDS.match(text)
        if match and (len(text) > _LONGEST or _is_sentence(text[match.end() :])):
            return match.end(), "\n"
    if "一是" in text and "二是" in _line(section) and (match := _POINT.match(text)):
        return match.end(), "。"
    if company and not section.heading and (match := _TIME.match(text)):
        return match.end(), "。"
    return 0, ""


def _line(section: Section) -> str:
    """The heading and the text that goes on behind it."""
    return section.opening + (node_text(section.content[0]) if section.inline else "")


def _is_sentence(text: str) -> bool:
    """Whether a sentence stands there, or a part of one: no second half of a heading."""
    return "，" in text or "。" in text or len(text) > _LONGEST


_numbered = lru_cache(maxsize=1000)(renumbered)


def _next_mark(mark: str, value: int, text: str) -> int:
    """Where in a heading's text the next heading's mark begins; 0 if nowhere."""
    following = _numbered(mark, value + 1)
    at = text.find(following) if following else -1
    if following and at > 1:
        before, after = text[at - 1], text[at + len(following) : at + len(following) + 2]
        beside = (before + after).replace("“", "").replace("”", "").replace("）", "")
        if beside.isalpha() and len(after) > 1 and before not in "第一二三四五六七八九十":
            return at if match_mark(text[at:]) else 0
    if "一" in text and mark[0] not in "（(":
        for at, child in places(text, _FIRST_CHILD):
            after = text[at + len(child) :]
            chinese = _are_chinese(after[:2], "“ABCDEFGHIJKLMNOPQRSTUVWXYZ") and len(after) > 1
            if _is_behind_words(text, at) and chinese and not after.startswith(("项", "款")):
                return at
    if "1" in text and mark[0] in "（(一二三四五六七八九十":
        # （三）统筹各项工作1.管网改造见效。 — but not 建成泵站1、水厂2.
        for at, item in places(text, _FIRST_ITEM):
            after = text[at + len(item) :]
            if _is_behind_words(text, at) and len(after) > 3 and _are_chinese(after[:4], "“"):
                return 0 if "2" in after else at
    return 0


def _is_behind_words(text: str, at: int) -> bool:
    """Whether Chinese stands before an offset, or what closes a quotation or a bracket."""
    before = text[at - 1 : at]
    return _are_chinese(before, "”）") and before != ""


def _are_chinese(chars: str, also: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" or char in also for char in chars)


def _hit(node: Node, at: int, what: Text, glue: str) -> Hit:
    text = node_text(node)
    change = edit(node, at, at, glue)
    head, tail = text[max(0, at - 6) : at], text[at : at + 6]
    return Hit(
        node,
        Text(
            f"标题与{what.zh}连在一起：“{head}”与“{tail}”之间应断开",
            f"a heading runs into {what.en}: divide “{head}” from “{tail}”",
        ),
        max(0, at - 1),
        at + 1,
        Fix(False, (change,)) if change else None,
    )


_SUMMARY = (
    "一、2024年工作总结\n（一）防汛备汛扎实有力{}一是备足沙袋2万条。二是平安度汛。\n"
    "（二）供水保障。全年供水稳定。"
)

RULES = (
    Rule(
        code="H207",
        name="merged-heading",
        severity=Severity.WARNING,
        summary=Text("标题与后面的文字连在一起", "a heading glued to what follows"),
        why=Text(
            "标题与下一个标题或正文之间没有换行也没有句号，读者和程序都分不清标题到哪里为止。",
            "Without a line end or 。 neither readers nor programs know where the heading ends.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary=_SUMMARY.format("")),
        good=draft(summary=_SUMMARY.format("。")),
        check=check,
        fix=Fixable.UNSAFE,
    ),
)
