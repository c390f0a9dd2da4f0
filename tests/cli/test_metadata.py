"""Metadata and layouts on the command line: what they do, and what is said of wrong ones."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Result
from tests.drafts import draft
from tests.tools.places import FIXTURES

Run = Callable[..., Result]
ENDED = draft(more="县水务局\n2024年12月20日")


def elements(result: Result) -> dict[str, object]:
    """The elements of the only report on standard output."""
    assert result.code == 0, result.err
    value = json.loads(result.out).get("elements", {})
    assert isinstance(value, dict)
    return value


def test_later_sources_count_more(gongwen: Run, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(
        "---\n密级：秘密\n紧急程度：加急\n签发人：张三\n---\n" + ENDED, "utf-8"
    )
    (tmp_path / "要素.yaml").write_text("密级：机密\n份号：000007\n签发人：[李四, 王五]\n", "utf-8")
    options = ["--meta", "要素.yaml", "--set", "份号=000008", "--set", "紧急程度="]
    found = elements(gongwen("convert", "稿.txt", *options, "--to", "json"))
    assert found["secrecy"] == "机密"
    assert found["copy_number"] == "000008"
    assert found["signers"] == ["李四", "王五"]
    assert "urgency" not in found


@pytest.mark.parametrize(
    ("options", "secrecy", "period"),
    [
        (["--set", "密级=绝密"], "绝密", None),
        (["--set", "密级=秘密"], "秘密", None),
        (["--set", "密级=绝密★5年"], "绝密", "5年"),
        (["--set", "保密期限=5年", "--set", "密级=绝密"], "绝密", "5年"),
        (["--set", "保密期限=5年"], "秘密", "5年"),
        (["--set", "密级="], None, None),
        (["--meta", "机密.yaml"], "机密", None),
        (["--meta", "有期.yaml", "--meta", "机密.yaml"], "机密", None),
        (["--meta", "机密.yaml", "--meta", "有期.yaml"], "绝密", "2年"),
        (["--meta", "有期.yaml", "--set", "密级=机密"], "机密", None),
    ],
)
def test_secrecy_stated_anew_has_its_own_period(
    gongwen: Run, tmp_path: Path, options: list[str], secrecy: str | None, period: str | None
) -> None:
    (tmp_path / "机密.yaml").write_text("密级：机密\n", "utf-8")
    (tmp_path / "有期.yaml").write_text("密级：绝密★2年\n", "utf-8")
    text = "---\n密级: 秘密★1年\n---\n" + ENDED
    found = elements(gongwen("convert", "-", "--to", "json", *options, stdin=text.encode()))
    assert (found.get("secrecy"), found.get("secrecy_period")) == (secrecy, period)


def test_own_json_takes_metadata_too(gongwen: Run, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text("---\n密级：秘密\n---\n" + ENDED, "utf-8")
    assert gongwen("convert", "稿.txt", "-o", "稿.json").code == 0
    found = elements(gongwen("convert", "稿.json", "--to", "json", "--set", "签发人=张三"))
    assert (found["secrecy"], found["signers"]) == ("秘密", ["张三"])
    value = json.loads((tmp_path / "稿.json").read_text("utf-8"))
    value["elements"] = {"secrecy": "公开"}
    (tmp_path / "稿.json").write_text(json.dumps(value), "utf-8")
    result = gongwen("convert", "稿.json", "-o", "x.docx")
    assert result.code == 2
    assert result.err.startswith("gongwen: 稿.json：secrecy“公开”不对；应为 绝密、机密 或 秘密")


@pytest.mark.parametrize("command", ["lint", "validate"])
def test_block_is_no_fault(gongwen: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "稿.txt").write_text("---\n份号：000001\n密级：秘密\n---\n" + ENDED, "utf-8")
    result = gongwen(command, "稿.txt")
    assert (result.code, result.err) == (0, "")


BARE = draft(title="")
"""A report without title, signature and date."""
GIVEN = {"标题": ENDED.split("\n")[0], "署名": "县水务局", "日期": "2024-12-20"}


@pytest.mark.parametrize("way", ["block", "--meta", "--set"])
@pytest.mark.parametrize("kind", ["text", "json"])
def test_what_the_metadata_give_is_not_missing(
    gongwen: Run, tmp_path: Path, way: str, kind: str
) -> None:
    lines = "".join(f"{key}: {value}\n" for key, value in GIVEN.items())
    (tmp_path / "要素.yaml").write_text(lines, "utf-8")
    block = f"---\n{lines}---\n" if way == "block" else ""
    (tmp_path / "稿.txt").write_text(block + BARE, "utf-8")
    name, codes = "稿.txt", ("S101", "S114", "S115")
    if kind == "json":
        assert gongwen("convert", "稿.txt", "-o", "稿.json").code == 0
        name = "稿.json"
    options = {
        "block": [],
        "--meta": ["--meta", "要素.yaml"],
        "--set": [part for item in GIVEN.items() for part in ("--set", "=".join(item))],
    }[way]
    linted = gongwen("lint", name, *options)
    assert (linted.code, linted.err) == (0, "")
    assert not [code for code in codes if code in linted.out]
    valid = gongwen("validate", name, *options)
    assert (valid.code, valid.err) == (0, "")
    assert valid.out.startswith(f"{name}: 合格  {GIVEN['标题']}（按“")
    if options:
        plain = gongwen("lint", name)
        assert [code for code in codes if code in plain.out] == list(codes)
        assert "缺少标题" in gongwen("validate", name).out
    if way != "--set":
        assert "S101" in gongwen("lint", name, *options, "--set", "标题=").out
        assert "缺少标题" in gongwen("validate", name, *options, "--set", "标题=").out


@pytest.mark.parametrize("command", ["lint", "validate"])
def test_wrong_options_of_checks(gongwen: Run, tmp_path: Path, command: str) -> None:
    result = gongwen(command, "-", "--set", "密级=公开", stdin=ENDED.encode())
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("gongwen: --set：密级“公开”不对")


def test_json_of_another_shape_is_told_with_metadata_too(gongwen: Run) -> None:
    for text in ('{"kind": "work-report", "elements": 5}', '{"kind": "work-report"}', "[5]"):
        plain = gongwen("validate", "-", stdin=text.encode())
        stated = gongwen("validate", "-", "--set", "密级=秘密", stdin=text.encode())
        assert (stated.code, stated.out) == (plain.code, plain.out)


@pytest.mark.parametrize("command", ["convert", "lint", "validate"])
@pytest.mark.parametrize("fence", ["", "---", "———", "```yaml"])
def test_block_without_its_end_stops_every_command(
    gongwen: Run, tmp_path: Path, command: str, fence: str
) -> None:
    text = f"{fence}\n版式: official\n密级: 秘密\n{ENDED}"
    (tmp_path / "稿.txt").write_text(text, "utf-8")
    result = gongwen(command, "稿.txt")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert "第 3 行" in result.err


@pytest.mark.parametrize("command", ["lint", "validate", "split"])
def test_wrong_block_stops_every_command(gongwen: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "稿.txt").write_text("---\n密级：公开\n---\n" + ENDED, "utf-8")
    options = ["-o", "out"] if command == "split" else []
    result = gongwen(command, "稿.txt", *options)
    assert result.code == 2
    assert result.err.startswith("gongwen: 稿.txt:2：密级“公开”不对；应为 绝密")


def test_wrong_block_leaves_the_other_inputs(gongwen: Run, tmp_path: Path) -> None:
    folder = tmp_path / "稿件"
    folder.mkdir()
    (folder / "a.txt").write_text("---\n份号：1\n---\n" + ENDED, "utf-8")
    (folder / "b.txt").write_text("---\n印章：没有.png\n---\n" + ENDED, "utf-8")
    (folder / "c.txt").write_text(ENDED, "utf-8")
    result = gongwen("convert", folder, "-o", "out", "--layout", "report")
    assert result.code == 1
    assert "a.txt:2：份号“1”不对" in result.err
    assert "b.txt 印章：找不到图片：没有.png" in result.err
    assert len(list((tmp_path / "out").glob("*.docx"))) == 1


WRONG: dict[str, tuple[list[str], str]] = {
    "no such layout": (["--layout", "红头"], "--layout 红头："),
    "layout file missing": (["--layout", "没有.toml"], "--layout 没有.toml"),
    "layout of the metadata": (["--set", "版式=红头"], "版式 红头："),
    "meta file missing": (["--meta", "没有.yaml"], "没有.yaml：找不到文件"),
    "meta file of no known kind": (["--meta", "稿.txt"], "稿.txt：不认识的元数据文件（.txt）"),
    "meta file with unknown key": (["--meta", "错.yaml"], "错.yaml:2：元数据没有“密集”这一项"),
    "not key=value": (["--set", "密级"], "--set：“密级”不是 键=值"),
    "value not allowed": (["--set", "密级=公开"], "--set：密级“公开”不对；应为 绝密、机密 或 秘密"),
    "no such day": (["--set", "日期=2024-2-30"], "--set：日期“2024-2-30”：没有这一天"),
    "period without secrecy": (["--set", "保密期限=1年"], "稿.txt：有保密期限而没有密级"),
    "picture missing": (["--set", "印章=没有.png"], "稿.txt 印章：找不到图片：没有.png"),
    "not a picture": (["--set", "印章=稿.txt"], "稿.txt 印章：不是图片：稿.txt"),
    "no folder of pictures": (["--pictures", "没有"], "--pictures 没有：没有这个文件夹"),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", WRONG)
def test_wrong_options(gongwen: Run, tmp_path: Path, name: str, lang: str) -> None:
    options, start = WRONG[name]
    (tmp_path / "稿.txt").write_text(ENDED, "utf-8")
    (tmp_path / "错.yaml").write_text("密级: 机密\n密集: 机密\n", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    result = gongwen("convert", "稿.txt", "-o", "out/稿.docx", *options, "--lang", lang)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    if lang == "zh":
        assert result.err.startswith(f"gongwen: {start}")
    assert sorted(tmp_path.rglob("*")) == before


def test_pictures_are_looked_for_beside_the_draft(gongwen: Run, tmp_path: Path) -> None:
    for name in ("稿件", "图片"):
        (tmp_path / name).mkdir()
    (tmp_path / "稿件" / "稿.txt").write_text(ENDED, "utf-8")
    options = ["稿件/稿.txt", "-o", "稿.docx", "--set", "印章=章.bmp"]
    # The smallest picture there is: one pixel.
    header = b"BM" + (58).to_bytes(4, "little") + bytes(4) + (54).to_bytes(4, "little")
    info = [40, 1, 1, 1 | 24 << 16, 0, 4, 3780, 3780, 0, 0]
    picture = header + b"".join(n.to_bytes(4, "little") for n in info) + bytes(4)
    assert gongwen("convert", *options).code == 2
    (tmp_path / "图片" / "章.bmp").write_bytes(picture)
    assert gongwen("convert", *options, "--pictures", "图片").code == 0
    (tmp_path / "稿件" / "章.bmp").write_bytes(picture)
    assert gongwen("convert", *options).code == 0


def test_layout_option_counts_more_than_the_metadata(gongwen: Run, tmp_path: Path) -> None:
    named = gongwen(
        "convert", "-", "--set", "版式=minutes", "--layout", "report", stdin=ENDED.encode()
    )
    plain = gongwen("convert", "-", stdin=ENDED.encode())
    other = gongwen("convert", "-", "--layout", "minutes", stdin=ENDED.encode())
    assert (named.code, plain.code, other.code) == (0, 0, 0)
    assert named.raw == plain.raw != other.raw


def test_unused_metadata_is_told_on_the_line_of_its_report(gongwen: Run) -> None:
    options = ["--set", "标题=别的", "--set", "签发人=张三"]
    result = gongwen("convert", "-", "--to", "html", *options, stdin=ENDED.encode())
    assert result.err.count("\n") == 1
    assert result.err.endswith("；元数据没有用上：标题（稿中已有），签发人（report 里没有）\n")
    english = gongwen(
        "convert", "-", "--to", "html", *options, "--lang", "en", stdin=ENDED.encode()
    )
    assert "metadata not used: 标题 (the text has its own)" in english.err
    assert (
        "元数据" not in gongwen("convert", "-", "--to", "json", *options, stdin=ENDED.encode()).err
    )
    assert gongwen("convert", "-", "--to", "html", *options, "-q", stdin=ENDED.encode()).err == ""


def test_metadata_goes_to_every_report(gongwen: Run, tmp_path: Path) -> None:
    path = FIXTURES / "compilation.txt"
    result = gongwen("convert", path, "--to", "jsonl", "--set", "密级=秘密")
    found = [json.loads(line)["elements"] for line in result.out.splitlines()]
    assert found == [{"secrecy": "秘密"}] * 6


def test_title_of_the_metadata_names_the_file(gongwen: Run, tmp_path: Path) -> None:
    text = "一、2024年工作总结\n全年供水稳定。\n"
    result = gongwen("convert", "-", "-o", "out/", "--set", "标题=供水报告", stdin=text.encode())
    assert result.err.startswith("供水报告 → out/01-供水报告.docx；")


def test_paged_formats_land_beside_the_draft(gongwen: Run, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(ENDED, "utf-8")
    assert gongwen("convert", "稿.txt", "--to", "html").code == 0
    assert (tmp_path / "稿.html").exists()
    assert gongwen("convert", "稿.txt", "--to", "txt").out


def test_schema_of_the_metadata(gongwen: Run) -> None:
    value = json.loads(gongwen("schema", "metadata").out)
    assert {"密级", "secrecy", "发文字号"} <= value["properties"].keys()
