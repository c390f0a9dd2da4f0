"""Titles that are none for the reader, as they end with a punctuation mark."""

from __future__ import annotations

from converter.model.nodes import Document, Node
from converter.model.walk import node_text

TITLE_KINDS = (
    *("总结", "小结", "计划", "要点", "打算", "安排", "思路", "设想", "方案", "规划"),
    *("报告", "汇报", "述职", "述廉", "情况", "回顾", "函", "通知", "通报", "意见", "请示"),
    *("批复", "决定", "公告", "通告", "纪要", "命令", "议案", "决议", "讲话", "发言", "致辞"),
)
"""The kinds of document that a title ends with."""
_MARKS = "。，；：、,;:．."
_LONGEST = 50


def closed_title(document: Document) -> tuple[Node, int] | None:
    """The title that ends with punctuation, and where in its text that begins; the first line of
    a report without a title, where it would be one without it."""
    beginning: tuple[Node, ...] = (*document.above_title, *document.lead)
    first = document.title or next(iter(beginning), None)
    if first is None:
        return None
    text = node_text(first).rstrip()
    bare = text.rstrip(_MARKS)
    if not bare or bare == text:
        return None
    would_be = len(bare) <= _LONGEST and bare.endswith(TITLE_KINDS) and "，" not in bare
    return (first, len(bare)) if first is document.title or would_be else None
