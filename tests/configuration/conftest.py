"""The command line, and configuration files in an empty folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import gongwen

__all__ = ["gongwen", "written"]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """``written("a/gongwen.toml", "…")`` in an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write
