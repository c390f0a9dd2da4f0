"""Markdown drafts as documents: structure, places, and what is removed."""

from collections.abc import Callable

import pytest

from converter.errors import InputError
from converter.model import walk
from converter.model.nodes import Document, Inset, Merge, Picture, Section
from converter.profiles.choice import Choice
from converter.readers import Options
from converter.readers.markdown import read
from converter.readers.markdown.wrapping import glue, joined
from converter.readers.text.accounting import stretches
from tests.cases import cases
from tests.readers.test_fixtures import outline
from tests.tools.places import FIXTURES

DRAFT = FIXTURES / "markdown" / "draft.md"


def document(text: str) -> Document:
    """The only report in a Markdown text."""
    (found,) = read(text.encode(), Options("draft.md", Choice()))
    return found


def headings(text: str) -> str:
    """The headings of a text under its title, each behind its level."""
    found = document(text)
    sections = [f"{section.level} {section.opening}" for _, section in walk.sections(found)]
    return " | ".join([found.title.text if found.title else "-", *sections])


def test_a_draft_is_read_as_expected(expect: Callable[[str, str], None]) -> None:
    (found,) = read(DRAFT.read_bytes(), Options("draft.md", Choice()))
    expect("markdown.outline", "\n".join(outline(found)) + "\n")


def test_places_are_those_of_the_file() -> None:
    text = DRAFT.read_text("utf-8")
    lines = text.split("\n")
    found = document(text)
    shown = {"\xa0": "&", "2": "1"}  # a reference, and an item counted by the reader
    for line, column, stretch in stretches(found):
        for offset, char in enumerate(stretch.rstrip()):
            own = lines[line - 1][column - 1 + offset :][:1]
            assert char.isspace() or own == char or own == shown.get(char)


@pytest.mark.parametrize(("text", "expected"), cases("wrapping", "markdown"))
def test_which_lines_are_one(text: str, expected: str) -> None:
    lines = text.split("⏎")
    result = lines[0]
    for before, line, joins in zip(lines, lines[1:], joined(lines)[1:], strict=False):
        result += (glue(before, line) if joins else "⏎") + line
    assert result == expected


BODY = "全县工作平稳，各项任务圆满完成。"
LEVELS = {
    "title and parts": (
        f"# 云岭县水务局工作总结\n\n## 一、总结\n\n{BODY}\n\n### （一）供水\n\n{BODY}\n",
        "云岭县水务局工作总结 | 1 一、总结 | 2 （一）供水",
    ),
    "headings without numbers": (
        f"# 总结材料\n\n## 工作回顾\n\n{BODY}\n\n### 供水\n\n{BODY}\n\n## 打算\n\n{BODY}\n",
        "总结材料 | 1 工作回顾 | 2 供水 | 1 打算",
    ),
    "several of level 1 are no title": (
        f"{BODY}\n\n# 一、总结\n\n{BODY}\n\n# 二、打算\n\n{BODY}\n",
        "- | 1 一、总结 | 1 二、打算",
    ),
    "a numbered one is no title": (
        f"# 一、总结\n\n{BODY}\n\n## （一）供水\n\n{BODY}\n",
        "- | 1 一、总结 | 2 （一）供水",
    ),
    "underlined": (
        f"云岭县水务局工作总结\n===\n\n一、总结\n---\n\n{BODY}\n",
        "云岭县水务局工作总结 | 1 一、总结",
    ),
    "without the blank": (
        f"#云岭县水务局工作总结\n##一、总结\n{BODY}\n### （一）供水\n{BODY}\n\n#供水#{BODY}\n",
        "云岭县水务局工作总结 | 1 一、总结 | 2 （一）供水",
    ),
    "in one block of code": (
        f"```markdown\n# 云岭县水务局工作总结\n\n## 一、总结\n\n{BODY}\n```\n",
        "云岭县水务局工作总结 | 1 一、总结",
    ),
    "in bold only": (
        f"# 云岭县水务局工作总结\n\n**一、总结**\n\n{BODY}\n\n**二、打算**\n\n{BODY}\n",
        "云岭县水务局工作总结 | 1 一、总结 | 1 二、打算",
    ),
    "code is no heading": (
        f"# 云岭县水务局工作总结\n\n## 一、总结\n\n{BODY}\n\n```\n二、打算\n```\n",
        "云岭县水务局工作总结 | 1 一、总结",
    ),
}


@pytest.mark.parametrize(("text", "expected"), LEVELS.values(), ids=LEVELS)
def test_headings(text: str, expected: str) -> None:
    assert headings(text) == expected


def test_comments_name_elements() -> None:
    found = document(
        "# 总结\n\n<!-- gongwen 要素：正文 -->\n\n一、这是正文。\n\n"
        "<!-- gongwen 要素：编号正文 -->\n\n1.这是一项。\n\n"
        "<!-- gongwen 要素：署名 -->\n\n本局\n"
    )
    assert [paragraph.text for paragraph in found.lead] == ["一、这是正文。"]
    (section,) = found.sections
    assert isinstance(section, Section) and (section.mark, section.heading) == ("1.", "")
    assert found.signature and found.signature.text == "本局"


def test_a_table_in_html() -> None:
    found = document(
        f"# 云岭县水务局工作总结\n\n{BODY}\n\n<table>\n"
        '<tr><th rowspan="2">项目</th><th colspan="2">供水&amp;节水</th></tr>\n'
        "<tr><th>计划</th><th>完成</th></tr>\n"
        "<tr>\n  <td><p>城东</p><p>水厂</p></td>\n  <td>\n    12<br>万吨\n  </td>\n"
        '  <td rowspan="9"><b>13</b><img src="a.png"></td>\n</tr>\n</table>\n表下文字\n'
    )
    table = next(node for _, node in walk.paragraphs(found) if node.kind == "table")
    assert table.text == "项目\t供水&节水\t\n\t计划\t完成\n城东\u2028水厂\t12\u2028万吨\t13"
    assert table.merged == (Merge(0, 0, 2, 1), Merge(0, 1, 1, 2)) and table.header_rows == 2
    assert table.insets == (Inset(len(table.text), Picture("a.png")),)
    assert "表下文字" in [node.text for _, node in walk.paragraphs(found)]


@pytest.mark.parametrize(
    "table",
    [
        "<table></table>",
        "<table><tr><td>甲<table><tr><td>乙</td></tr></table></td></tr></table>",
        f"<table><tr>{'<td>甲</td>' * 201}</tr></table>",
        "<table><tr><td>甲",
    ],
)
def test_what_is_no_plain_table_is_still_text(table: str) -> None:
    found = document(f"# 云岭县水务局工作总结\n\n{BODY}\n\n{table}\n乙\n")
    texts = "".join(node.text for _, node in walk.paragraphs(found))
    assert texts.count("甲") == table.count("甲") and texts.endswith("乙")


def test_a_note_that_nothing_calls_is_kept() -> None:
    found = document(f"# 云岭县水务局工作总结\n\n{BODY}\n\n[^1]: 说明。\n")
    assert [(note.label, note.text) for note in found.footnotes] == [("1", "说明。")]


@pytest.mark.parametrize("text", ["", " \n", "<!-- 注 -->\n", "---\n\n***\n", "[a]: /b\n"])
def test_marks_alone_are_no_report(text: str) -> None:
    with pytest.raises(InputError) as raised:
        document(text)
    assert "\n" not in raised.value.line()
