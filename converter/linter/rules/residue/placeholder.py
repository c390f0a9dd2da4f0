"""R601: a placeholder (XX, ＿＿, 【待补】) left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model import walk
from converter.model.nodes import Node

_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z])[XxＸｘ×]{2,}(?![A-Za-z])"
    r"|(?<![A-Za-z0-9×])[XＸ](?=[万亿元个名户家人次件项亩吨年月日县市区镇乡村街路局某])"
    r"|某某|[*＊]{2,}(?=[\u4e00-\u9fff])"
    r"|(?<![一二三四五六七八九〇○])[○〇]{2,}(?![一二三四五六七八九〇○年])|[_＿]{2,}"
    r"|[【\[（(]\s*(?:待[补填定核完]|此处|请(?:填写|补充)|填写|略去?$)[^】\])）]{0,20}[】\])）]"
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line of the input that holds placeholders, with their count."""
    lines: dict[int, list[tuple[Node, int, int]]] = {}
    for _, node in walk.nodes(subject.document):
        for match in _PLACEHOLDER.finditer(walk.node_text(node)):
            line = node.place(match.start())[0]
            lines.setdefault(line, []).append((node, match.start(), match.end()))
    for found in lines.values():
        node, start, end = found[0]
        word = walk.node_text(node)[start:end]
        yield Hit(
            node,
            Text(
                f"有没填的内容：“{word}”" + (f"等，本行共{len(found)}处" if len(found) > 1 else ""),
                f"placeholder “{word}” left in"
                + (f", {len(found)} on this line" if len(found) > 1 else ""),
            ),
            start,
            end,
        )


_BAD = draft(summary="一、2024年工作总结\n完成投资XX万元，新建泵站XX座。")

RULES = (
    Rule(
        code="R601",
        name="placeholder",
        severity=Severity.WARNING,
        summary=Text("有没填的占位符", "a placeholder left in the text"),
        why=Text(
            "XX、＿＿ 是留着要填的，带着它发出去就是差错。",
            "XX and blanks are there to be filled in; sent out like this they are mistakes.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD,
        good=_BAD.replace("XX万元", "620万元").replace("XX座", "3座"),
        check=check,
    ),
)
