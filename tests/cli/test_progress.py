"""The counter on a terminal, and the lines that are told above it."""

import io
import sys

import pytest

from converter.commands.progress import counted, say


class Terminal(io.StringIO):
    """A standard error that is a terminal, and what can be read on it in the end."""

    def isatty(self) -> bool:
        """It is."""
        return True

    def screen(self) -> list[str]:
        """The lines as they stand when all is written."""
        lines = [""]
        for piece in self.getvalue().replace("\r\x1b[K", "\0").replace("\n", "\n\0").split("\0"):
            lines[-1] = piece.rstrip("\n") if not lines[-1] or piece else ""
            if piece.endswith("\n"):
                lines.append("")
        return lines


@pytest.mark.parametrize("count", [0, 1, 2, 3, 30])
def test_lines_stand_alone_and_no_counter_is_left(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    for item in counted(range(count), "正在转换第"):
        say(f"第{item}份做好了")
    assert terminal.screen() == [*(f"第{item}份做好了" for item in range(count)), ""]
    assert ("正在转换第 3" in terminal.getvalue()) == (count > 1)


def test_an_error_clears_the_counter(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with pytest.raises(ZeroDivisionError):
        for item in counted(range(9), "正在转换第"):
            1 / (5 - item)
    assert terminal.screen() == [""]


def test_nothing_is_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(counted(range(5), "正在转换第")) == [0, 1, 2, 3, 4]
    assert capsys.readouterr().err == ""
