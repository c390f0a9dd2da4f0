"""What the README shows is what the program does."""

import doctest
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import converter
from converter.cli.help import COMMANDS
from converter.readers import READERS
from converter.writers import FORMATS
from tests.cli.conftest import Result, gongwen
from tests.tools.places import FIXTURES, ROOT

__all__ = ["gongwen"]
README = (ROOT / "README.md").read_text("utf-8")
FILES = {"汇编.txt": "compilation.txt", "稿.txt": "reports/complete.txt"}
MACROS = (".docm",)
"""What has macros is not read, whatever it is called."""
SHOWN = sorted(set(re.findall(r"`(gongwen [^`]+)`", README)))


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """The files that the README's commands speak of."""
    for name, source in FILES.items():
        shutil.copy(FIXTURES / source, tmp_path / name)
    shutil.copy(ROOT / "converter" / "profiles" / "work-report.toml", tmp_path / "本单位.toml")
    (report,) = converter.parse((FIXTURES / FILES["稿.txt"]).read_text("utf-8"))
    for format_name in ("docx", "md"):
        (tmp_path / f"总结.{format_name}").write_bytes(converter.render(report, format_name))
    (tmp_path / "稿件夹").mkdir()
    shutil.copy(FIXTURES / "reports" / "complete.txt", tmp_path / "稿件夹" / "稿.txt")
    return tmp_path


def test_package_example() -> None:
    assert doctest.testmod(converter).failed == 0


@pytest.mark.parametrize("line", SHOWN)
def test_commands_shown_work(line: str, gongwen: Callable[..., Result], drafts: Path) -> None:
    if line.split()[1] in ("status", "report"):
        assert gongwen("convert", "稿件夹/", "-o", "结果/").code == 0
    result = gongwen(*line.split()[1:])
    assert result.code in (0, 1), result.err


def test_every_command_and_format_is_shown() -> None:
    shown = {line.split()[1] for line in SHOWN}
    assert shown == set(COMMANDS)
    assert all(name in README for name in FORMATS)
    assert all(f"`{suffix}`" in README for suffix in READERS if suffix not in MACROS)


def test_python_example(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(drafts)
    before = set(drafts.glob("*.docx"))
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(code, {})
    assert len(set(drafts.glob("*.docx")) - before) == 6


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!#|https?:)([^)#]+)", README) + re.findall(
        r'src="([^"]+)"', README
    ):
        assert (ROOT / target).exists(), target
