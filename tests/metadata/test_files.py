"""Metadata files of each format, and what is refused of them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from converter import schema
from converter.errors import ConverterError
from converter.inputs import read_metadata
from converter.metadata.formats import LARGEST, read_entries
from converter.metadata.manual import markdown
from converter.metadata.statement import from_options, statement
from tests.tools.places import ROOT

FILES = {
    "要素.yaml": "# 红头\n---\n份号: 000001\n签发人:\n- 张三\n- 李四\n成文日期: 2024-12-19\n",
    "要素.yml": "\ufeff份号：000001\r\n签发人：张三、李四\r\n成文日期：2024.12.19\r\n",
    "要素.json": '{"份号": "000001", "签发人": ["张三", "李四"], "date": "2024-12-19"}',
    "要素.toml": '份号 = "000001"\n签发人 = "张三，李四"\n成文日期 = 2024-12-19\n',
    "要素.YAML": "copy_number: '000001'\nsigners: [张三, 李四]\ndate: 2024年12月19日\n",
}


@pytest.mark.parametrize("name", FILES)
def test_formats_say_the_same(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name].encode())
    stated = {
        "copy_number": "000001",
        "signers": ("张三", "李四"),
        "date": "2024年12月19日",
    }
    assert read_metadata([str(path)], ()) == stated
    path.write_bytes(FILES[name].removeprefix("\ufeff").encode("gb18030"))
    assert read_metadata([str(path)], ()) == stated


@pytest.mark.parametrize("name", ["空.yaml", "空.yml", "空.toml"])
def test_empty_file_states_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("\n# 以后再填\n", "utf-8")
    assert read_metadata([str(tmp_path / name)], ()) == {}


WRONG: dict[str, tuple[str, bytes, str]] = {
    "suffix": ("a.txt", b"", "a.txt：不认识的元数据文件（.txt）；请用 .yaml、.json 或 .toml 文件"),
    "no suffix": ("a", b"", "a：不认识的元数据文件（没有后缀）；请用 .yaml、.json 或 .toml 文件"),
    "value": (
        "a.json",
        '{\n "密级": "机密",\n "份号": 1\n}'.encode(),
        "a.json:3：份号“1”不对；应为 六位阿拉伯数字，如 000001",
    ),
    "digits stay": (
        "a.json",
        '{"份号": 1.50}'.encode(),
        "a.json:1：份号“1.50”不对；应为 六位阿拉伯数字，如 000001",
    ),
    "twice": (
        "a.json",
        '{"密级": "机密",\n"secrecy": "秘密"}'.encode(),
        "a.json:2：密级 写了两次；请只留一处",
    ),
    "same key twice": (
        "a.json",
        '{"密级": "机密", "密级": "秘密"}'.encode(),
        "a.json:1：密级 写了两次；请只留一处",
    ),
    "nested": (
        "a.json",
        '{"密级": {"级": "机密"}}'.encode(),
        "a.json:1：元数据里不能分层；只能是 键和值，值是文字或列表",
    ),
    "nested list": (
        "a.json",
        '{"签发人": [["张三"]]}'.encode(),
        "a.json:1：元数据里不能分层；只能是 键和值，值是文字或列表",
    ),
    "no object": (
        "a.json",
        b'["a"]',
        "a.json：元数据不是 键和值；一行一项，如 密级: 机密",
    ),
    "deep": (
        "a.json",
        b'{"x": ' + b"[" * 100_000,
        "a.json：元数据里不能分层；只能是 键和值，值是文字或列表",
    ),
    "deep TOML": (
        "a.toml",
        b"x = " + b"[" * 100_000,
        "a.toml：元数据里不能分层；只能是 键和值，值是文字或列表",
    ),
    "broken json": (
        "a.json",
        b'{\n"a": 1,}',
        'a.json:2：元数据不是正确的 JSON；例：{"密级": "机密"}',
    ),
    "no mapping": (
        "a.yaml",
        "- 密级".encode(),
        "a.yaml:1：元数据不是 键和值；一行一项，如 密级: 机密",
    ),
    "two documents": (
        "a.yaml",
        "密级: 机密\n---\n份号: 000001\n".encode(),
        "a.yaml:3：元数据不是 键和值；一行一项，如 密级: 机密",
    ),
    "many aliases": (
        "a.yaml",
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "a.yaml:1：元数据里不能用 & 和 *；只能是 键和值，值是文字或列表",
    ),
    "no colon": (
        "a.yaml",
        "密级: 机密\n份号 000001\n紧急程度: 特急\n".encode(),
        "a.yaml:2：“份号 000001”里没有冒号；应写作 份号: 000001",
    ),
    "several": (
        "a.json",
        '{\n"密级": "公开",\n"份号": 1,\n"密集": "机密"}'.encode(),
        "a.json:2：密级“公开”不对；应为 绝密、机密 或 秘密，可带保密期限，如 机密★1年；"
        "另有 2 处：第 3 行 份号“1”不对，第 4 行 元数据没有“密集”这一项",
    ),
    "very many": (
        "a.yaml",
        "".join(f"丙{n}: 1\n" for n in range(20_000)).encode(),
        "a.yaml:1：元数据没有“丙0”这一项；全部名称见 gongwen schema metadata；"
        "另有 30 处以上：第 2 行 元数据没有“丙1”这一项，第 3 行 元数据没有“丙2”这一项…",
    ),
    "control character": (
        "a.yaml",
        "密级: 机密\n标题: 工作\x07总结\n".encode(),
        "a.yaml:2：元数据不是正确的 YAML；一行一项，如 密级: 机密；含特殊符号的内容请加引号",
    ),
    "invisible character": (
        "a.json",
        '{"标题": "工作\\u202e总结"}'.encode(),
        "a.json:1：标题里有看不见的控制字符；请删去",
    ),
    "long": (
        "a.yaml",
        f"标题: {'总' * 201}\n".encode(),
        "a.yaml:1：标题有 201 个字，太长；最多 200 个字",
    ),
    "many": (
        "a.yaml",
        f"签发人: {'、'.join(['张三'] * 51)}\n".encode(),
        "a.yaml:1：签发人有 51 项，太多；最多 50 项",
    ),
    "large": (
        "a.yaml",
        b"#" * (LARGEST * 1024 + 1),
        "a.yaml：元数据超过 256 KiB；请检查是否选对了文件",
    ),
    "picture": (
        "a.yaml",
        b"\x89PNG\r\n",
        "a.yaml：这是图片，不是文本；元数据文件应是 UTF-8 文本",
    ),
    "no key": (
        "a.json",
        '{"": "机密"}'.encode(),
        "a.json:1：元数据没有“”这一项；全部名称见 gongwen schema metadata",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_files(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, data, line = WRONG[name]
    monkeypatch.chdir(tmp_path)
    Path(file).write_bytes(data)
    with pytest.raises(ConverterError) as caught:
        read_metadata([file], ())
    assert caught.value.line() == line
    assert "\n" not in caught.value.line("en")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ConverterError, match="找不到文件"):
        read_metadata([str(tmp_path / "没有.yaml")], ())


def test_options_append_to_lists_and_count_more_than_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("签发人: 王五\n密级: 机密\n份号: 000001\n", "utf-8")
    options = ["签发人=张三", "signers=李四、赵六", "密级=", "标题=一=二"]
    assert read_metadata([str(tmp_path / "a.yaml")], options) == {
        "signers": ("张三", "李四", "赵六"),
        "secrecy": None,
        "secrecy_period": None,
        "copy_number": "000001",
        "title": "一=二",
    }


def test_later_files_count_more(tmp_path: Path) -> None:
    (tmp_path / "本局.yaml").write_text("密级: 秘密★1年\n签发人: 王五\n份号: 000001\n", "utf-8")
    (tmp_path / "本件.toml").write_text('密级 = "绝密"\n签发人 = "张三"\n', "utf-8")
    files = [str(tmp_path / "本局.yaml"), str(tmp_path / "本件.toml")]
    assert read_metadata(files, ["签发人=李四"]) == {
        "secrecy": "绝密",
        "secrecy_period": None,
        "signers": ("李四",),
        "copy_number": "000001",
    }


@pytest.mark.parametrize(
    ("option", "line"),
    [
        ("密级", "--set：“密级”不是 键=值；例：--set 密级=机密"),
        ("=机密", "--set：“=机密”不是 键=值；例：--set 密级=机密"),
        ("密级=公开", "--set：密级“公开”不对；应为 绝密、机密 或 秘密，可带保密期限，如 机密★1年"),
        (
            "份数=3",
            "--set：元数据没有“份数”这一项；是不是“份号”？全部名称见 gongwen schema metadata",
        ),
    ],
)
def test_wrong_options(option: str, line: str) -> None:
    with pytest.raises(ConverterError) as caught:
        from_options([option])
    assert caught.value.line() == line


def _as_yaml(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)


def _as_json(text: str) -> Any:
    return json.loads(text)


@pytest.mark.parametrize(
    ("name", "load"),
    [("要素.yaml", lambda text: _as_yaml(text.split("---\n")[1])), ("要素.json", _as_json)],
)
def test_schema_allows_what_the_program_does(name: str, load: Callable[[str], Any]) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema.published("metadata")))
    value = load(FILES[name])
    assert list(validator.iter_errors(value)) == []
    for wrong in ({"密集": "机密"}, {"份号": "1"}, {"密级": "公开"}, {"主送移至版记": "好"}):
        assert list(validator.iter_errors(value | wrong))


def test_manual_is_current() -> None:
    """After a change of the tables: ``make generated``."""
    assert (ROOT / "docs" / "metadata.md").read_text("utf-8") == markdown()


def test_manual_example_is_metadata() -> None:
    example = markdown().split("```\n---\n")[1].split("---\n```")[0]
    stated = statement(read_entries(".yaml", example, "metadata.md"))
    assert stated["document_number"] == "云水〔2024〕5号"
    assert stated["attachments"] == ("云岭县2024年供水情况表", "云岭县2025年供水计划表")
