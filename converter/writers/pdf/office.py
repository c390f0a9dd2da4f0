"""Printing DOCX files with LibreOffice: no window, a profile of its own, nothing left behind."""

from __future__ import annotations

import atexit
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock

from converter.bilingual import Text
from converter.errors import OutputError
from converter.writers.pdf.program import program

START_SECONDS, FILE_SECONDS = 120.0, 30.0
"""What a call may take: for its start, and more for every file."""

# What of the program's own settings matters, by path and name. Given in a file of the profile:
# older versions do not take them on the command line.
_EXPORT = "/org.openoffice.Office.Common/Filter/PDF/Export"
_SETTINGS = (
    (_EXPORT, "ExportBookmarks", "true"),
    (_EXPORT, "UseTaggedPDF", "true"),
    (_EXPORT, "UseLosslessCompression", "true"),
    (_EXPORT, "ReduceImageResolution", "false"),
    (_EXPORT, "EmbedStandardFonts", "true"),
    (_EXPORT, "ExportFormFields", "false"),
    # An empty page before an even one is a page, too.
    (_EXPORT, "IsSkipEmptyPages", "false"),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
)
_ITEM = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
_REGISTRY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    + "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    + "</oor:items>\n"
)

# Two calls on one profile would get into each other's way.
_LOCK = Lock()


def printed(documents: Sequence[bytes]) -> list[bytes]:
    """The PDF of each DOCX file, in order, with one start of LibreOffice.

    Raises OutputError when LibreOffice is not there, fails, or does not come to an end.
    """
    command = program()
    with _LOCK, tempfile.TemporaryDirectory(dir=_folder()) as job:
        inputs = [Path(job, f"{number}.docx") for number in range(len(documents))]
        for path, data in zip(inputs, documents, strict=True):
            path.write_bytes(data)
        log = _run(command, inputs, Path(job))
        try:
            return [path.with_suffix(".pdf").read_bytes() for path in inputs]
        except FileNotFoundError as error:
            _forget_profile()
            raise _failure(log) from error


@cache
def _folder() -> Path:
    """A folder for this process: the profile, kept from call to call, and what is being printed."""
    folder = Path(tempfile.mkdtemp(prefix="gongwen-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _profile() -> Path:
    """The profile, made when it is not there."""
    profile = _folder() / "profile"
    registry = profile / "user" / "registrymodifications.xcu"
    if not registry.is_file():
        registry.parent.mkdir(parents=True, exist_ok=True)
        registry.write_text(_REGISTRY, "utf-8")
    return profile


def _forget_profile() -> None:
    """After a failure the profile may be the reason for the next one."""
    shutil.rmtree(_folder() / "profile", ignore_errors=True)


def _run(command: str, inputs: list[Path], out: Path) -> str:
    """What LibreOffice said; it and all it started are gone when this returns or raises."""
    call = [
        command,
        f"-env:UserInstallation={_profile().as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(out),
        *map(str, inputs),
    ]
    seconds = START_SECONDS + FILE_SECONDS * len(inputs)
    try:
        process = _started(call)
    except OSError as error:
        reason = error.strerror or str(error)
        what = Text(f"LibreOffice 启动不了（{reason}）", f"cannot start LibreOffice ({reason})")
        raise OutputError(what, command) from error
    with process:
        try:
            log, _ = process.communicate(timeout=seconds)
        except BaseException as error:
            _end(process)
            _forget_profile()
            if isinstance(error, subprocess.TimeoutExpired):
                zh = f"LibreOffice 过了 {seconds:.0f} 秒还没有写出 PDF"
                en = f"LibreOffice did not write the PDF within {seconds:.0f} s"
                raise OutputError(Text(zh, en), todo=_RETRY) from error
            raise
    return log


def _started(call: list[str]) -> subprocess.Popen[str]:
    environment = dict(os.environ)
    if os.name == "posix":
        environment["LC_ALL"] = "C.UTF-8"
    if sys.platform.startswith("linux"):
        environment["SAL_USE_VCLPLUGIN"] = "svp"  # no screen is asked for
    return subprocess.Popen(
        call,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=os.name == "posix",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _end(process: subprocess.Popen[str]) -> None:
    """Ends the process and all that it started."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True)


_RETRY = Text("请再试一次，或改用 --to docx", "try again, or use --to docx")


def _failure(log: str) -> OutputError:
    """The error for a call that wrote nothing, with what LibreOffice gives as the reason."""
    said = [line for line in log.splitlines() if line.startswith("Error")]
    reason = said[0].removeprefix("Error:").strip() if said else ""
    zh, en = (f"（{reason}）", f" ({reason})") if reason else ("", "")
    what = Text(f"LibreOffice 没有写出 PDF{zh}", f"LibreOffice wrote no PDF{en}")
    return OutputError(what, todo=_RETRY)
