"""The promised commands: what they write, say and return."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.cli.help import COMMANDS
from tests.cli.conftest import Result
from tests.drafts import draft
from tests.tools.places import FIXTURES, ROOT

Run = Callable[..., Result]
COMPILATION = FIXTURES / "compilation.txt"
COMPLETE = draft(more="县水务局\n2024年12月20日")


def test_one_report_into_one_file(gongwen: Run, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(COMPLETE, "utf-8")
    result = gongwen("convert", "稿.txt", "-o", "成品/稿.docx")
    assert (result.code, result.out) == (0, "")
    assert "三部分齐全" in result.err
    assert (tmp_path / "成品" / "稿.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("format_name", ["docx", "json", "txt"])
def test_compilation_into_a_folder(gongwen: Run, tmp_path: Path, format_name: str) -> None:
    result = gongwen("convert", COMPILATION, "-o", "out", "--to", format_name)
    assert result.code == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(names) == 6
    assert names[0] == f"01-临澜县水务局2024年工作总结和2025年工作计划.{format_name}"
    assert [name[:3] for name in names] == [f"{n:02d}-" for n in range(1, 7)]
    assert result.err.count("\n") == 6
    assert "缺少：存在问题" in result.err


def test_json_on_standard_output_is_one_line_a_report(gongwen: Run) -> None:
    for options in (["--to", "json"], ["--to", "jsonl"]):
        result = gongwen("convert", COMPILATION, *options, "-o", "-")
        lines = result.out.splitlines()
        assert [json.loads(line)["kind"] for line in lines] == ["work-report"] * 6
    one = gongwen("convert", COMPILATION, "--to", "jsonl", "-o", "全部.jsonl")
    assert one.code == 0
    assert Path("全部.jsonl").read_text("utf-8") == result.out


def test_keys_stand_in_the_promised_order(gongwen: Run) -> None:
    result = gongwen("convert", "-", "--to", "json", stdin=COMPLETE.encode())
    value = json.loads(result.out)
    promised = ["$schema", "kind", "title", "organization", "period", "lead", "sections"]
    promised += ["signature", "date", "removed"]
    assert list(value)[: len(promised)] == promised
    section = value["sections"][0]
    keys = ["type", "role", "level", "number", "heading", "terminator", "run_in", "line", "content"]
    assert [key for key in section if key in keys] == keys
    assert value["date"] == {
        "text": "2024年12月20日",
        "value": "2024-12-20",
        "line": 11,
        "column": 1,
    }


def test_own_json_gives_the_same_word_file(gongwen: Run, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(COMPLETE, "utf-8")
    gongwen("convert", "稿.txt", "-o", "a.docx")
    gongwen("convert", "稿.txt", "-o", "稿.json")
    assert gongwen("convert", "稿.json", "-o", "b.docx").code == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_without_output_the_file_lands_beside_the_input(gongwen: Run, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(COMPLETE, "utf-8")
    assert gongwen("convert", tmp_path / "稿.txt").code == 0
    assert (tmp_path / "稿.docx").exists()
    (tmp_path / "汇编.txt").write_bytes(COMPILATION.read_bytes())
    assert gongwen("convert", tmp_path / "汇编.txt").code == 0
    assert len(list((tmp_path / "汇编").glob("*.docx"))) == 6


def test_folder_as_input_skips_other_json(gongwen: Run, tmp_path: Path) -> None:
    folder = tmp_path / "稿件"
    (folder / "二").mkdir(parents=True)
    (folder / "b.txt").write_text(COMPLETE, "utf-8")
    (folder / "二" / "a.txt").write_text(COMPLETE, "utf-8")
    (folder / "settings.json").write_text("{}", "utf-8")
    (folder / ".hidden.txt").write_text("x", "utf-8")
    result = gongwen("convert", folder, "--to", "jsonl")
    assert (result.code, len(result.out.splitlines())) == (0, 2)


def test_convert_can_fail_on_findings(gongwen: Run) -> None:
    text = draft(problems="").encode()
    assert gongwen("convert", "-", "--to", "txt", stdin=text).code == 0
    assert gongwen("convert", "-", "--to", "txt", "--fail-on", "error", stdin=text).code == 1
    assert gongwen("convert", "-", "--to", "txt", "--fail-on", "never", stdin=text).code == 0
    done = gongwen("convert", "-", "--to", "txt", "--fail-on", "warning", stdin=COMPLETE.encode())
    assert done.code == 0


def test_split_writes_clean_texts_and_a_manifest(gongwen: Run, tmp_path: Path) -> None:
    assert gongwen("split", COMPILATION, "-o", "各篇").code == 0
    manifest = json.loads((tmp_path / "各篇" / "manifest.json").read_text("utf-8"))
    assert manifest["source"] == "compilation.txt"
    first = manifest["reports"][0]
    text = (tmp_path / "各篇" / first["file"]).read_text("utf-8")
    assert text.splitlines()[0] == first["title"]
    assert (first["first_line"], first["last_line"]) == (16, 52)
    reasons = {item["reason"] for report in manifest["reports"] for item in report["removed"]}
    assert reasons >= {"toc", "advertisement", "marker", "compilation-title"}
    again = gongwen("convert", tmp_path / "各篇" / first["file"], "--to", "txt")
    assert again.out == text


def test_lint_exit_codes(gongwen: Run) -> None:
    bad = draft(summary="一、2024年工作总结\n投资XX万元。").encode()
    assert gongwen("lint", "-", stdin=COMPLETE.encode()).code == 0
    assert gongwen("lint", "-", stdin=bad).code == 0
    assert gongwen("lint", "-", "--fail-on", "warning", stdin=bad).code == 1
    assert gongwen("lint", "-", "--fail-on", "never", stdin=draft(plan="").encode()).code == 0
    assert gongwen("lint", "-", stdin=draft(plan="").encode()).code == 1


def test_lint_reports(gongwen: Run, tmp_path: Path) -> None:
    text = gongwen("lint", COMPILATION)
    assert f"{COMPILATION}:56:1: 错误 S104 missing-problems" in text.out
    value = json.loads(gongwen("lint", COMPILATION, "--format", "json").out)
    assert value["summary"]["reports"] == 6
    assert gongwen("lint", COMPILATION, "--format", "json", "-o", "r.json").out == ""
    assert json.loads((tmp_path / "r.json").read_text("utf-8")) == value
    only = gongwen("lint", COMPILATION, "--format", "json", "--select", "H", "--ignore", "H204")
    assert {f["code"] for f in json.loads(only.out)["findings"]} == {"H201", "H203"}
    english = gongwen("lint", COMPILATION, "--lang", "en")
    assert "reports checked" in english.out


def test_validate(gongwen: Run, tmp_path: Path) -> None:
    good = gongwen("validate", "-", stdin=COMPLETE.encode())
    assert (good.code, good.err) == (0, "")
    bad = gongwen("validate", "-", stdin=draft(problems="").encode())
    assert bad.code == 1
    assert "-:1: 缺少“存在问题”部分" in bad.out
    (tmp_path / "x.json").write_text('{"kind": "work-report"}', "utf-8")
    shape = gongwen("validate", "x.json", "--format", "json")
    assert shape.code == 1
    assert json.loads(shape.out)["valid"] is False
    gongwen("convert", "-", "-o", "ok.json", stdin=COMPLETE.encode())
    assert gongwen("validate", "ok.json").code == 0


def test_own_profile_adds_a_part_without_python(gongwen: Run, tmp_path: Path) -> None:
    text = (ROOT / "converter" / "profiles" / "work-report.toml").read_text("utf-8")
    text = text.replace('id = "work-report"', 'id = "ours"', 1)
    text += '\n[[roles]]\nid = "safety"\nname = "安全生产"\nrequired = true\nterms = ["安全生产"]\n'
    (tmp_path / "ours.toml").write_text(text, "utf-8")
    with_part = draft(more="四、安全生产情况\n没有发生事故。").encode()
    for stdin, code in ((COMPLETE.encode(), 1), (with_part, 0)):
        assert gongwen("validate", "-", "--profile", "ours.toml", stdin=stdin).code == code
    found = gongwen(
        "lint", "-", "--profile", "ours.toml", "--format", "json", stdin=COMPLETE.encode()
    )
    assert "profile-part-missing" in [f["name"] for f in json.loads(found.out)["findings"]]
    parsed = gongwen("convert", "-", "--to", "json", "--profile", "ours.toml", stdin=with_part)
    assert json.loads(parsed.out)["sections"][3]["role"] == "safety"
    shown = gongwen("schema", "--profile", "ours.toml")
    assert json.loads(shown.out)["$id"] == "urn:gongwen:schema:ours"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_chinese_with_examples(gongwen: Run, name: str) -> None:
    result = gongwen(name, "--help")
    assert result.code == 0
    assert result.out.startswith("用法：gongwen")
    assert "选项" in result.out and "Options" not in result.out
    assert "例：" in result.out or name in ("rules",)


def test_help_columns_are_aligned_for_the_eye(gongwen: Run) -> None:
    def cells(text: str) -> int:
        return sum(2 if "\u2e80" <= char <= "\uffef" else 1 for char in text)

    options = gongwen("lint", "--help").out.split("选项：\n")[1].splitlines()
    starts = {cells(line[: line.rindex("  ") + 2]) for line in options if line.rstrip()}
    assert len(starts - {2}) == 1  # a long name stands on a line of its own


def test_language_before_or_after_the_command(gongwen: Run) -> None:
    for args in (["--lang", "en", "lint", "x"], ["lint", "--lang", "en", "x"]):
        assert "no such file" in gongwen(*args).err
    assert "找不到文件" in gongwen("--lang", "en", "lint", "--lang", "zh", "x").err


def test_bare_call_shows_help(gongwen: Run) -> None:
    result = gongwen()
    assert result.code == 0
    assert all(name in result.out for name in COMMANDS)
    assert gongwen("--version").out.startswith("gongwen ")


def test_rules_explain_schema_completion(gongwen: Run) -> None:
    catalogue = json.loads(gongwen("rules", "--format", "json").out)
    for rule in catalogue:
        assert rule["name"] in gongwen("explain", rule["code"]).out
    assert gongwen("schema").out == gongwen("schema", "work-report").out
    for shell in ("bash", "zsh", "fish"):
        assert "gongwen" in gongwen("completion", shell).out


def test_without_output_every_draft_of_a_folder_has_its_file_beside_it(
    gongwen: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "稿件"
    (folder / "二").mkdir(parents=True)
    for name in ("甲.txt", "二/乙.txt", "二/乙.text"):
        (folder / name).write_text(COMPLETE, "utf-8")
    (folder / "汇编.txt").write_bytes(COMPILATION.read_bytes())
    assert gongwen("convert", folder).code == 0
    alone = {"甲.docx", "二/乙.docx", "二/乙.txt.docx"}
    found = {str(path.relative_to(folder)) for path in folder.rglob("*.docx")}
    assert alone <= found
    assert all(name.startswith("汇编/0") for name in found - alone)
    assert len(found) == 9


@pytest.mark.parametrize("command", ["convert", "split"])
def test_an_empty_output_is_one_line(command: str, gongwen: Run, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(COMPLETE, "utf-8")
    result = gongwen(command, "稿.txt", "-o", "")
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["稿.txt"]
