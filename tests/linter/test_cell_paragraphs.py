"""What rules see of a table whose cells have several paragraphs, and tables in them."""

from __future__ import annotations

import converter
from converter.linter.view import views
from converter.model.nodes import Document, Inset, Paragraph, TextLine

TEXT = "项目\t说明\n供水\t进展顺利。\u2028完成绿化绿化。"


def report() -> Document:
    inner = Paragraph("指标\u2028万元\t2024年13月5日", 9, kind="table")
    table = Paragraph(TEXT, 4, kind="table", insets=(Inset(len(TEXT), table=inner),))
    return Document(title=TextLine("云岭县水务局工作总结", 1), lead=(table,))


def test_paragraphs_of_a_cell_are_lines() -> None:
    whole, prose = views(report())
    assert whole.text.split("\n")[1:] == [
        *("项目\t说明", "供水\t进展顺利。", "完成绿化绿化。", "指标", "万元\t2024年13月5日")
    ]
    assert prose.text == "云岭县水务局工作总结"
    assert [passage.path for passage in whole.passages] == [
        *("title", "lead[0]", "lead[0].insets[0].table")
    ]


def test_findings_have_their_place_in_the_tables() -> None:
    found = {(one.name, one.line, one.column) for one in converter.lint(report())}
    assert {place for place in found if place[1] > 1} == {("invalid-date", 9, 7)}
