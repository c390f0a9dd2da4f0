"""What docs/drafts.md shows is read as it says."""

import re

import converter
from converter.model import walk
from tests.tools.places import ROOT

PAGE = (ROOT / "docs" / "drafts.md").read_text("utf-8")
REPORT, TABLE, PICTURE, NOTE = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
HEAD = "云岭县水务局2024年工作总结\n\n2024年，我局抓供水。\n一、工作总结\n全年平稳。\n"


def kinds(text: str) -> list[tuple[str, str]]:
    (report,) = converter.parse(text)
    return [(node.kind, node.text) for _, node in walk.paragraphs(report) if node.kind != "body"]


def test_report() -> None:
    (report,) = converter.parse(REPORT)
    assert (
        report.title and report.title.text == "云岭县水务局关于2024年工作总结和2025年工作计划的报告"
    )
    assert [section.role for section in report.sections] == ["summary", "problems", "plan"]
    assert kinds(REPORT) == [
        ("recipient", "县人民政府："),
        ("attachment", "附件：1.供水情况统计表"),
        ("attachment", "2.管网改造清单"),
    ]
    assert report.signature and report.signature.text == "云岭县水务局"
    assert report.date and report.date.value == "2024-12-19"
    assert [note.text for note in report.notes] == ["（联系人：张三，电话：1234567）"]
    (attachment,) = report.attachments
    assert attachment.title and attachment.title.text == "供水情况统计表"


def test_table() -> None:
    table = "乡镇\t供水量\t说明\n青石镇\t5.7\t按时完成\n白鹤镇\t4.4\t按时完成"
    assert kinds(HEAD + TABLE) == [
        ("caption", "表1 各乡镇供水情况"),
        ("unit", "单位：万吨"),
        ("table", table),
    ]


def test_picture() -> None:
    assert kinds(HEAD + PICTURE + "其余正常。\n") == [("picture", "图1 供水量逐月变化")]


def test_footnote() -> None:
    (report,) = converter.parse(HEAD + NOTE)
    assert [note.text for note in report.footnotes] == ["含再生水。"]
    assert "[^1]" not in "".join(walk.lines(report))
