"""Reports on inputs in a temporary file."""

from __future__ import annotations

import pickle
from array import array
from tempfile import TemporaryFile
from typing import IO

from converter.bilingual import Text
from converter.errors import OutputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.reports.report import InputReport


class Filed:
    """Reports in a temporary file, one after the other, and where each begins; the file goes with
    it. Raises OutputError where it cannot be written or read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.starts = array("Q")

    def __del__(self) -> None:
        self._file.close()

    def write(self, items: list[InputReport]) -> None:
        """Writes reports behind those that are there."""
        try:
            self._file.seek(0, 2)
            for item in items:
                self.starts.append(self._file.tell())
                pickle.dump(item, self._file, pickle.HIGHEST_PROTOCOL)
        except OSError as error:
            raise _failed(error) from error

    def read(self, index: int) -> InputReport:
        """The report of that index."""
        try:
            self._file.seek(self.starts[index])
            item: InputReport = pickle.load(self._file)
        except OSError as error:
            raise _failed(error) from error
        return item


def temporary() -> IO[bytes]:
    """A file that is gone when it is closed. Raises OutputError."""
    try:
        return TemporaryFile(prefix="gongwen-")
    except OSError as error:
        raise _failed(error) from error


def _failed(error: OSError) -> OutputError:
    told = error.strerror or str(error)
    return OutputError(
        Text(f"临时文件读写不了：{told}", f"a temporary file cannot be written or read: {told}"),
        todo=Text("请腾出空间，或用 TMPDIR 换一个地方", "make room, or choose a place with TMPDIR"),
    )
