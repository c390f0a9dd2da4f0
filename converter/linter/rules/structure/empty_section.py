"""S109: a heading with nothing under it."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import Block, Paragraph, Section
from converter.model.walk import node_text
from converter.patterns import lazy

_CLOSING = lazy(
    r"(?:特此(?:报告|汇报|说明|函告|函复|通知|总结)|(?:以上|上述|专此)[^，。]{0,6}(?:报告|汇报"
    r"|总结)"
    r"|妥否|当否|请予?(?:审阅|审议|指正))[^。]{0,30}。?$"
)
_CLOSINGS = ("特此", "以上", "上述", "专此", "妥否", "当否", "请")
_STATED = lazy(r"[0-9０-９]|其他|其它|交办|未|没有|无|均|全部|完成|了|已")
"""Words of a sentence that says what it has to say."""
_SIBLINGS = Option(
    "siblings",
    2,
    Text(
        "一条以句号结尾的标题没有正文，至少有几条同级标题带正文才报；0 表示不报",
        "how many siblings with text make a bare heading that ends with 。 a fault; 0: none do",
    ),
)
_LENGTH = 30
"""Characters: the longest of such headings, and the shortest text of such a sibling."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each heading without content.

    Not every bare line lacks its text. Below the first level, siblings that are all bare are a
    list (1.先进单位 2.先进集体), whatever follows the last of them; and one that ends with 。 says
    what it has to say, unless all its siblings have text of their own below; or beside them, while
    it is short and states nothing: such a one is a warning only.
    """
    for _, siblings in subject.families:
        yield from _among(siblings, subject.value(_SIBLINGS))


def _among(sections: list[Section], least: int) -> Iterator[Hit]:
    full = sum(map(_has_text, sections))
    alone = full == len(sections) - 1 and full >= least > 0
    bare = sum(not _content(section) for section in sections)
    if not bare and not alone:
        return
    for section in sections:
        severity = None
        if _content(section) or _is_item(section, len(sections), bare, sections):
            if not alone or not _has_lost_its_text(section):
                continue
            severity = Severity.WARNING
        name = _sentence(section) or section.mark
        message = Text(f"标题“{name}”下面没有内容", f"nothing stands under the heading “{name}”")
        yield Hit(section, message, severity=severity)


def _is_item(section: Section, all_count: int, bare: int, siblings: list[Section]) -> bool:
    """Whether a bare section is an item of a list and no heading that lost its text; ``bare`` of
    its ``all_count`` siblings, itself among them, are."""
    if section.terminator == "。":
        return bare > 1 or all_count == 1 or any(other.inline for other in siblings)
    if section.level == 1:
        return False
    with_last = bare == all_count - 1 and bool(siblings[-1].content)
    return bare > 1 and (bare == all_count or with_last)


def _content(section: Section) -> tuple[Block, ...]:
    """What stands under a heading, without the formula that closes the report (特此报告。) and the
    list of its attachments."""
    first = section.content[0] if section.content else None
    if isinstance(first, Paragraph) and (first.kind == "attachment" or _closes(first.text)):
        return ()
    return section.content


def _closes(text: str) -> bool:
    return text.startswith(_CLOSINGS) and _CLOSING.match(text) is not None


def _sentence(section: Section) -> str:
    """What a bare section says: its heading; or all there is beside a number without one, if it is
    a short sentence. Nothing for a section with text."""
    if not section.content:
        return section.heading
    text = node_text(section.content[0])
    alone = len(section.content) == 1 and not section.heading and section.inline
    return text.rstrip("。") if alone and len(text) <= _LENGTH and text.endswith("。") else ""


def _has_text(section: Section) -> bool:
    """Whether a section is a heading with text of its own, below or beside it."""
    if not section.heading or not section.content:
        return False
    return not section.inline or len(node_text(section.content[0])) >= _LENGTH


def _has_lost_its_text(section: Section) -> bool:
    """Whether a section that ends with 。 may be a heading whose text is lost: it is short, and
    says nothing by itself."""
    sentence = _sentence(section)
    return 0 < len(sentence) <= _LENGTH and bool(section.mark) and not _STATED.search(sentence)


_SUMMARY = "一、2024年工作总结\n（一）抓好供水保障{}\n（二）抓好防汛备汛\n修复水毁十二处。"

RULES = (
    Rule(
        code="S109",
        name="empty-section",
        severity=Severity.ERROR,
        summary=Text("标题下面没有内容", "a heading with nothing under it"),
        why=Text(
            "只有标题没有内容，多半是正文漏贴了或被删掉了。",
            "A bare heading usually means that its text was lost when the draft was pasted.",
        ),
        source=Text("gongwen schema：各部分不得为空", "gongwen schema: no part may be empty"),
        bad=draft(summary=_SUMMARY.format("")),
        good=draft(summary=_SUMMARY.format("\n全年供水稳定。")),
        check=check,
        options=(_SIBLINGS,),
    ),
)
