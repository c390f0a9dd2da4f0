"""Writing whole or not at all, and the names of files."""

import os
import unicodedata
from pathlib import Path

import pytest

from converter.errors import OutputError
from converter.output import safe_name, write
from converter.targets import choose_target


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "新" / "报告.txt"
    write(target, b"1")
    target.chmod(0o604)
    write(target, b"2")
    assert target.read_bytes() == b"2"
    assert target.stat().st_mode & 0o777 == 0o604
    assert os.listdir(target.parent) == ["报告.txt"]


def test_nothing_is_left_of_what_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write(tmp_path / ("长" * 200), b"1")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("云岭县水务局2024年工作总结", "云岭县水务局2024年工作总结"),
        ("总结（“十四五”）——及计划", "总结（“十四五”）——及计划"),
        ("工作 总结/计划：a?", "工作总结计划：a"),
        ("一\u200b二\x07三\u3000四", "一二三四"),
        ("cafe\u0301", "café"),
        ("\uf900", unicodedata.normalize("NFC", "\uf900")),
        ("...", "无标题"),
    ],
)
def test_names(title: str, name: str) -> None:
    assert safe_name(title) == name


@pytest.mark.parametrize(
    "name", ["甲.json", "./甲.json", "乙//甲.json", "乙/./甲.json", "../甲.json"]
)
def test_places_are_told_as_pathlib_writes_them(name: str) -> None:
    target = choose_target(("稿.txt",), name, None)
    assert vars(target)["path"] == str(Path(name))
