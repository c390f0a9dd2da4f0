"""Where LibreOffice is on this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from converter.bilingual import Text
from converter.errors import OfficeError

VARIABLE = "GONGWEN_SOFFICE"
"""Environment variable that names LibreOffice's command where it is not found by itself."""
ELSEWHERE = Text(
    f"装在别处的，用环境变量 {VARIABLE} 指明 soffice",
    f"if it is elsewhere, set {VARIABLE} to its soffice",
)
# On Windows soffice.com waits until the work is done.
_NAMES = (
    ("soffice.com", "soffice", "libreoffice") if os.name == "nt" else ("soffice", "libreoffice")
)
_MAC = "Applications/LibreOffice.app/Contents/MacOS/soffice"
_WINDOWS = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")


def program() -> str | None:
    """The command that starts LibreOffice, None where there is none.

    Raises OfficeError when the variable names something that is no command.
    """
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        if not found:
            what = Text("这里没有 LibreOffice 的命令", "no command of LibreOffice there")
            raise OfficeError(what, f"{VARIABLE}={named}")
        return found
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return found
    for place in _usual_places():
        if place.is_file():
            return str(place)
    return None


def _usual_places() -> Iterator[Path]:
    """Where its installers put it without telling the search path."""
    for variable in _WINDOWS:
        if variable in os.environ:
            yield Path(os.environ[variable], "LibreOffice", "program", "soffice.com")
    yield Path("/", _MAC)
    yield Path.home() / _MAC
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    yield Path("/usr/lib/libreoffice/program/soffice")
