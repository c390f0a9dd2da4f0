"""LibreOffice as an independent reader and page maker."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.tools.fonts import font_environment

TEXT_FILTER = "txt:Text (encoded):UTF8,LF"


class OfficeError(Exception):
    """LibreOffice did not write what it was asked for."""


def office_command() -> str | None:
    """The path of LibreOffice's command, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


class Office:
    """LibreOffice with a profile and fonts of its own; one object a process."""

    def __init__(self, work_dir: Path, *, start_seconds: float = 120, file_seconds: float = 20):
        """Works in `work_dir`; a call may take `start_seconds` plus `file_seconds` a file."""
        self._work = work_dir
        self._start_seconds = start_seconds
        self._file_seconds = file_seconds

    def to_text(self, path: Path) -> str:
        """The text LibreOffice reads in the document."""
        return self.to_text_many([path])[0]

    def to_text_many(self, paths: Sequence[Path]) -> list[str]:
        """The texts of many documents, in order, with one start of LibreOffice."""
        return [p.read_text(encoding="utf-8-sig") for p in self.convert(paths, TEXT_FILTER)]

    def to_pdf(self, path: Path) -> Path:
        """A PDF of the document, in a folder of its own."""
        return self.to_pdf_many([path])[0]

    def to_pdf_many(self, paths: Sequence[Path]) -> list[Path]:
        """PDFs of many documents, in order, with one start of LibreOffice."""
        return self.convert(paths, "pdf")

    def convert(self, paths: Sequence[Path], target: str) -> list[Path]:
        """What `--convert-to target` makes of each path, in order.

        The inputs are copied under numbers first: names may repeat or be unfit for a command line.
        """
        if not paths:
            return []
        job = Path(tempfile.mkdtemp(prefix="job-", dir=self._work))
        inputs = [job / f"{n:05}{path.suffix}" for n, path in enumerate(paths)]
        for path, staged in zip(paths, inputs, strict=True):
            shutil.copyfile(path, staged)
        out = job / "out"
        log = self._run(inputs, target, out)
        suffix = target.partition(":")[0]
        results = [out / f"{staged.stem}.{suffix}" for staged in inputs]
        missing = [str(p) for p, made in zip(paths, results, strict=True) if not made.is_file()]
        if missing:
            raise OfficeError(f"LibreOffice wrote nothing for {', '.join(missing)}: {log}")
        return results

    def _run(self, inputs: list[Path], target: str, out: Path) -> str:
        """What LibreOffice printed; it and its children are gone when the time is up."""
        command = office_command()
        if command is None:
            raise OfficeError("LibreOffice is not installed")
        profile = self._work / "profile"
        call = [
            command,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            target,
            "--outdir",
            str(out),
            *map(str, inputs),
        ]
        seconds = self._start_seconds + self._file_seconds * len(inputs)
        with subprocess.Popen(
            call,
            env=font_environment() | {"HOME": str(self._work), "SAL_USE_VCLPLUGIN": "svp"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        ) as process:
            try:
                log, _ = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired as late:
                raise OfficeError(f"LibreOffice took more than {seconds:.0f} s") from late
            finally:
                if process.poll() is None:
                    with contextlib.suppress(ProcessLookupError):
                        os.killpg(process.pid, signal.SIGKILL)
        return log.strip()
