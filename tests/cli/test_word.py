"""Word files on the command line: converted, linted, validated, checked, marked."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document as open_docx
from docx.shared import Mm, Pt

from tests.tools.office import Office

Gongwen = Callable[..., Any]
TEXT = """云岭县水务局2023年工作总结和2024年工作计划

2023年，县水务局围绕供水保障开展工作，现将情况报告如下。
一、2023年工作总结
建成供水点12处，惠及群众3400人。
二、存在问题
管网老化，漏损率仍然偏高。
三、2024年工作计划
针对管网老化问题，改造管网20公里。
云岭县水务局
2023年12月19日
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A Word draft as somebody types it: Normal style, Letter paper."""
    document = open_docx()
    document.sections[0].left_margin = Mm(20)
    for line in TEXT.splitlines():
        document.add_paragraph(line).style.font.size = Pt(12)
    path = tmp_path / "稿.docx"
    document.save(str(path))
    return path


@pytest.fixture
def official(gongwen: Gongwen, tmp_path: Path) -> Path:
    """The text in official format, made by the program itself."""
    (tmp_path / "稿.txt").write_text(TEXT, "utf-8")
    assert gongwen("convert", "稿.txt", "-o", "公文.docx").code == 0
    return tmp_path / "公文.docx"


def test_a_word_draft_is_the_same_report_as_its_text(gongwen: Gongwen, draft: Path) -> None:
    (draft.parent / "稿.txt").write_text(TEXT, "utf-8")
    from_word, from_text = (
        json.loads(gongwen("convert", name, "--to", "json", "-o", "-").out)
        for name in ("稿.docx", "稿.txt")
    )
    for value in (from_word, from_text):
        del value["encoding"]
    assert _bare(from_word) == _bare(from_text)


def _bare(value: Any) -> Any:
    """The value without the places of texts."""
    places = ("line", "column", "breaks")
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items() if key not in places}
    return [_bare(item) for item in value] if isinstance(value, list) else value


def test_a_draft_is_not_overwritten_by_its_result(gongwen: Gongwen, draft: Path) -> None:
    before = draft.read_bytes()
    assert gongwen("convert", "稿.docx").code == 0
    assert (draft.parent / "稿-公文.docx").is_file()
    result = gongwen("convert", "稿.docx", "-o", "稿.docx")
    assert (result.code, "输出就是稿件本身" in result.err) == (2, True)
    assert draft.read_bytes() == before


def test_what_is_made_of_a_text_draft_is_no_draft_of_its_folder(
    gongwen: Gongwen, official: Path
) -> None:
    folder = official.parent / "稿件"
    folder.mkdir()
    (folder / "甲.txt").write_text(TEXT, "utf-8")
    (folder / "甲.docx").write_bytes(official.read_bytes())
    (folder / "~$乙.docx").write_bytes(b"lock")
    found = json.loads(gongwen("lint", "稿件", "--format", "json").out)["summary"]
    checked = json.loads(gongwen("check", "稿件", "--format", "json").out)["summary"]
    assert (found["inputs"], checked["inputs"]) == (1, 1)


def test_lint_names_the_paragraph(gongwen: Gongwen, draft: Path) -> None:
    document = open_docx(str(draft))
    document.paragraphs[4].runs[0].text = "建成供水点XX处，惠及群众3400人。"
    document.save(str(draft))
    result = gongwen("lint", "稿.docx", "--format", "json", "--select", "placeholder")
    (finding,) = json.loads(result.out)["findings"]
    assert (finding["paragraph"], finding["line"]) == (5, 5)
    assert "（第 5 段）" in gongwen("lint", "稿.docx", "--select", "placeholder").out


def test_check_finds_nothing_in_our_own_output(gongwen: Gongwen, official: Path) -> None:
    result = gongwen("check", "公文.docx", "--format", "json")
    assert (result.code, json.loads(result.out)["findings"]) == (0, [])


def test_check_finds_what_is_wrong_with_a_plain_draft(gongwen: Gongwen, draft: Path) -> None:
    result = gongwen("check", "稿.docx", "--format", "json")
    codes = {finding["code"][0] for finding in json.loads(result.out)["findings"]}
    assert (result.code, "F" in codes) == (1, True)


def test_rules_of_form_can_be_chosen(gongwen: Gongwen, draft: Path) -> None:
    only_text = gongwen("check", "稿.docx", "--format", "json", "--select", "S,H")
    assert {f["code"][0] for f in json.loads(only_text.out)["findings"]} <= {"S", "H"}
    no_form = gongwen("check", "稿.docx", "--format", "json", "--ignore", "F")
    assert "F" not in {f["code"][0] for f in json.loads(no_form.out)["findings"]}
    (draft.parent / "gongwen.toml").write_text('select = ["S"]\n', "utf-8")
    of_file = gongwen("check", "稿.docx", "--format", "json")
    assert "F" in {f["code"][0] for f in json.loads(of_file.out)["findings"]}


def test_lint_says_nothing_of_the_look(gongwen: Gongwen, draft: Path) -> None:
    found = json.loads(gongwen("lint", "稿.docx", "--format", "json").out)["findings"]
    assert "F" not in {finding["code"][0] for finding in found}


@pytest.mark.parametrize("rules", ["F", "F1", "top-margin", "S,F102"])
def test_lint_does_not_pass_what_it_does_not_judge(
    gongwen: Gongwen, draft: Path, rules: str
) -> None:
    result = gongwen("lint", "稿.docx", "--select", rules)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert "gongwen check" in result.err
    assert gongwen("lint", "稿.docx", "--select", "all").code < 2


def test_check_wants_word_files(gongwen: Gongwen, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(TEXT, "utf-8")
    result = gongwen("check", "稿.txt")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "gongwen lint" in result.err


def test_findings_as_comments(gongwen: Gongwen, draft: Path) -> None:
    result = gongwen("convert", "稿.docx", "--annotate", "-o", "批注.docx")
    assert (result.code, "批注" in result.err) == (0, True)
    with zipfile.ZipFile(draft.parent / "批注.docx") as package:
        assert "word/comments.xml" in package.namelist()
    again = gongwen("convert", "批注.docx", "--to", "txt", "-o", "-").out
    assert again == gongwen("convert", "稿.docx", "--to", "txt", "-o", "-").out


def test_fixes_as_tracked_changes(gongwen: Gongwen, draft: Path) -> None:
    document = open_docx(str(draft))
    document.paragraphs[4].runs[0].text = "建成供水点12处,惠及群众3400人。"
    document.save(str(draft))
    result = gongwen("convert", "稿.docx", "--track", "-o", "修订.docx")
    assert result.code == 0
    assert re.search("修订：文字 1 处，格式 [1-9][0-9]* 处", result.err)
    text = gongwen("convert", "修订.docx", "--to", "txt", "-o", "-").out
    assert "建成供水点12处，惠及" in text
    body = zipfile.ZipFile(io.BytesIO((draft.parent / "修订.docx").read_bytes()))
    main = body.read("word/document.xml")
    assert all(name in main for name in (b"w:del", b"w:pPrChange", b"w:rPrChange"))
    (draft.parent / "gongwen.toml").write_text('ignore = ["F"]\n', "utf-8")
    plain = gongwen("convert", "稿.docx", "--track", "-o", "文字.docx")
    assert "格式 0 处" in plain.err


def test_the_report_names_the_way_to_fix_a_word_file(gongwen: Gongwen, draft: Path) -> None:
    document = open_docx(str(draft))
    document.paragraphs[4].runs[0].text = "建成供水点12处,惠及群众3400人。"
    document.save(str(draft))
    told = gongwen("check", "稿.docx").out
    assert ("1 处可用 gongwen convert --track" in told, "--fix" in told) == (True, False)


def test_fixing_in_place_is_for_text(gongwen: Gongwen, draft: Path) -> None:
    before = draft.read_bytes()
    assert "--track" in gongwen("lint", "稿.docx", "--fix").err
    assert draft.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--annotate", "--track"), "只能用一个"),
        (("--unsafe-fixes",), "--track"),
        (("--annotate", "--to", "json"), "docx"),
    ],
)
def test_marks_that_do_not_go_together(
    options: tuple[str, ...], words: str, gongwen: Gongwen, draft: Path
) -> None:
    result = gongwen("convert", "稿.docx", "-o", "新.docx", *options)
    assert (result.code, words in result.err) == (2, True)


def test_changes_are_listed(gongwen: Gongwen, draft: Path) -> None:
    assert gongwen("convert", "稿.docx", "-o", "公文.docx", "--changes", "改动.json").code == 0
    (told,) = json.loads((draft.parent / "改动.json").read_text("utf-8"))
    assert told["path"] == "稿.docx"
    assert any(change["code"].startswith("F") for change in told["changes"])
    gongwen("convert", "稿.docx", "-o", "公文.docx", "--changes", "改动.txt")
    assert "页" in (draft.parent / "改动.txt").read_text("utf-8")


def test_validate_reads_word_files(gongwen: Gongwen, draft: Path) -> None:
    assert gongwen("validate", "稿.docx").code == 0


def test_pages_and_lines_of_findings(gongwen: Gongwen, draft: Path, office: Office) -> None:
    document = open_docx(str(draft))
    document.paragraphs[8].insert_paragraph_before(
        "管网改造投入XX万元。"
    ).paragraph_format.page_break_before = True
    document.save(str(draft))
    result = gongwen("check", "稿.docx", "--render", "--select", "placeholder", "--format", "json")
    (finding,) = json.loads(result.out)["findings"]
    assert (finding["page"], finding["page_line"]) == (2, 1), result.err
