"""Turning files into others with LibreOffice: no window, a profile of its own, nothing left
behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from converter.bilingual import Text
from converter.errors import OfficeError
from converter.office.profile import folder, forget_profile, profile
from converter.record import record

START_SECONDS, FILE_SECONDS = 120.0, 30.0
"""What a call may take: for its start, and more for every file."""
PDF, DOCX = "pdf:writer_pdf_Export", "docx:MS Word 2007 XML"
"""What files are made: the suffix, and LibreOffice's filter."""

# Two calls on one profile would get into each other's way.
_LOCK = Lock()


@record
class Draft:
    """A file to be turned into another: the suffix that tells its format, and its bytes."""

    suffix: str
    data: bytes


@record
class Made:
    """What was made of each file, None where nothing was, and what LibreOffice gave as the reason
    (empty if it gave none)."""

    files: tuple[bytes | None, ...]
    reason: str = ""


def made(command: str, drafts: Sequence[Draft], kind: str) -> Made:
    """What LibreOffice makes of the drafts, in order, with one start of it.

    Raises OfficeError when it does not start or does not come to an end.
    """
    suffix = kind.partition(":")[0]
    with _LOCK, tempfile.TemporaryDirectory(dir=folder()) as job:
        out = Path(job, "out")
        inputs = [Path(job, f"{n}{draft.suffix}") for n, draft in enumerate(drafts)]
        for path, draft in zip(inputs, drafts, strict=True):
            path.write_bytes(draft.data)
        log = _run(command, inputs, out, kind)
        places = [out / f"{path.stem}.{suffix}" for path in inputs]
        files = tuple(place.read_bytes() if place.is_file() else None for place in places)
    if None not in files:
        return Made(files)
    forget_profile()
    said = [line for line in log.splitlines() if line.startswith("Error")]
    return Made(files, said[0].removeprefix("Error:").strip() if said else "")


def _run(command: str, inputs: list[Path], out: Path, kind: str) -> str:
    """What LibreOffice said; it and all it started are gone when this returns or raises."""
    call = [
        command,
        f"-env:UserInstallation={profile().as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        kind,
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
        raise OfficeError(what, command) from error
    with process:
        try:
            log, _ = process.communicate(timeout=seconds)
        except BaseException as error:
            _end(process)
            forget_profile()
            if isinstance(error, subprocess.TimeoutExpired):
                name = kind.partition(":")[0].upper()
                zh = f"LibreOffice 过了 {seconds:.0f} 秒还没有写出 {name}"
                en = f"LibreOffice did not write the {name} within {seconds:.0f} s"
                raise OfficeError(Text(zh, en)) from error
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
