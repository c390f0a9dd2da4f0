"""Printing DOCX files with LibreOffice."""

from __future__ import annotations

from collections.abc import Sequence

from converter.bilingual import Text
from converter.errors import OfficeError, OutputError
from converter.office.program import ELSEWHERE, program
from converter.office.run import PDF, Draft, made

_RETRY = Text("请再试一次，或改用 --to docx", "try again, or use --to docx")
_INSTALL = Text(
    f"请安装 LibreOffice，或改用 --to docx；{ELSEWHERE.zh}",
    f"install LibreOffice, or use --to docx; {ELSEWHERE.en}",
)


def printed(documents: Sequence[bytes]) -> list[bytes]:
    """The PDF of each DOCX file, in order, with one start of LibreOffice.

    Raises OutputError when LibreOffice is not there, fails, or does not come to an end.
    """
    command = _command()
    try:
        done = made(command, [Draft(".docx", data) for data in documents], PDF)
    except OfficeError as error:
        raise OutputError(error.what, error.where, _RETRY) from error
    files = [file for file in done.files if file is not None]
    if len(files) < len(documents):
        zh, en = (f"（{done.reason}）", f" ({done.reason})") if done.reason else ("", "")
        what = Text(f"LibreOffice 没有写出 PDF{zh}", f"LibreOffice wrote no PDF{en}")
        raise OutputError(what, todo=_RETRY)
    return files


def _command() -> str:
    try:
        command = program()
    except OfficeError as error:
        raise OutputError(error.what, error.where, _INSTALL) from error
    if command is None:
        what = Text(
            "输出 PDF 要用 LibreOffice，没有找到它", "PDF needs LibreOffice, which is not there"
        )
        raise OutputError(what, todo=_INSTALL)
    return command
