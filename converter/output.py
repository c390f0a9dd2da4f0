"""Writing results: whole or not at all, under names that every file system takes."""

from __future__ import annotations

import errno
import os
import sys

from converter.bilingual import Text
from converter.errors import OutputError
from converter.patterns import holds, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

_UNSAFE = lazy(r'[\x00-\x1f\x7f<>:"/\\|?*\s\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+')
_UNSAFE_PRINTABLE = '<>:"/\\|?* '
_LONGEST_NAME = 180
"""Bytes of UTF-8 for a title: 255 less number, suffix and a temporary file's mark."""

_REASONS = {
    errno.ENOSPC: ("磁盘已满", "the disk is full"),
    errno.EDQUOT: ("磁盘配额已用完", "the disk quota is used up"),
    errno.EACCES: ("没有写权限", "no permission to write"),
    errno.EPERM: ("没有写权限", "no permission to write"),
    errno.EROFS: ("磁盘是只读的", "the file system is read-only"),
    errno.EISDIR: ("这是文件夹，不是文件", "it is a directory"),
    errno.ENOTDIR: ("路径中有一段是文件，不是文件夹", "a part of the path is no directory"),
    errno.ENOENT: ("文件夹不存在", "the directory does not exist"),
    errno.EEXIST: ("同名文件已存在，不能建文件夹", "a file of that name is in the way"),
    errno.ENAMETOOLONG: ("文件名太长", "the name is too long"),
    errno.EFBIG: ("文件太大", "the file is too large"),
}
_ELSEWHERE = Text("请换一个位置", "choose another place")
_ROOM = Text("请腾出空间，或换一个位置", "make room, or choose another place")
_RIGHTS = Text(
    "请改文件或文件夹的权限，或换一个位置", "change its permissions, or choose another place"
)
_TODOS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), _ROOM),
    **dict.fromkeys((errno.EACCES, errno.EPERM), _RIGHTS),
}


def safe_name(title: str, fallback: str = "无标题") -> str:
    """The title as a file name without suffix: no separators, control characters or blanks, at
    most 180 bytes of UTF-8, never empty."""
    name = title if _is_composed(title) else _composed(title)
    if not name.isprintable() or holds(name, _UNSAFE_PRINTABLE):
        name = _UNSAFE.sub("", name)
    name = name.strip(". ").encode("utf-8", "ignore")[:_LONGEST_NAME].decode("utf-8", "ignore")
    return name.strip(". ") or fallback


def _is_composed(text: str) -> bool:
    """Whether a text is in Unicode's form NFC by its blocks alone, as nearly every title is."""
    return all(
        char < "\u0300"
        or "\u4e00" <= char <= "\u9fff"
        or "\uff01" <= char <= "\uff5e"
        or "\u2010" <= char <= "\u2027"
        or "\u3001" <= char <= "\u3020"
        for char in text
    )


def _composed(text: str) -> str:
    import unicodedata  # slow to import

    return unicodedata.normalize("NFC", text)


def write(path: str | os.PathLike[str], data: bytes) -> None:
    """Writes ``data`` to ``path``, whole or not at all; makes the folder it stands in. Of a link
    the file that it leads to is written.

    Raises OutputError saying what stood in the way.
    """
    with WholeFile(path) as file:
        file.write(data)


class WholeFile:
    """A file that is written piece by piece: it gets its name when all of it is there, and of what
    is broken off by an exception nothing stays. Makes the folder it stands in; of a link the file
    that it leads to is written; what cannot be replaced, such as a device, is written at once.

    All but :meth:`abandon` raises OutputError saying what stood in the way.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._name = os.fspath(path)
        self._target = self._temporary = ""

    def open(self) -> WholeFile:
        """Begins the file."""
        try:
            self._target = os.path.realpath(self._name)
            self._file = self._opened()
        except OSError as error:
            raise failure(error, self._name) from error
        return self

    def write(self, data: bytes) -> None:
        """Writes the next bytes."""
        try:
            self._file.write(data)
        except OSError as error:
            raise failure(error, self._name) from error

    def close(self) -> None:
        """Ends the file, which gets its name; nothing stays if that cannot be done."""
        try:
            self._file.close()
            if self._temporary:
                os.chmod(self._temporary, _mode(self._target))
                os.replace(self._temporary, self._target)
        except OSError as error:
            self.abandon()
            raise failure(error, self._name) from error

    def abandon(self) -> None:
        """Ends the file, of which nothing stays."""
        from contextlib import suppress  # takes time to import, and is hardly ever needed

        with suppress(OSError):  # what could not be written is not wanted
            self._file.close()
        if self._temporary and os.path.exists(self._temporary):
            os.unlink(self._temporary)

    def __enter__(self) -> WholeFile:
        return self.open()

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        if kind is None:
            self.close()
        else:
            self.abandon()

    def _opened(self) -> BinaryIO:
        target = self._target
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if os.path.isdir(target):
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        if os.path.exists(target) and not os.access(target, os.W_OK):  # a rename would not ask
            raise PermissionError(errno.EACCES, "permission denied")
        if os.path.exists(target) and not os.path.isfile(target):
            return open(target, "wb")
        temporary = os.path.join(os.path.dirname(target), f".gongwen-{os.urandom(8).hex()}")
        # As tempfile does it, which takes longer to import than most reports to read.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        file = os.fdopen(os.open(temporary, flags, 0o600), "wb")
        self._temporary = temporary
        return file


def _mode(path: str) -> int:
    """The permissions of the file that is replaced, or those a new file would get."""
    if os.path.exists(path):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def write_stdout(data: bytes) -> None:
    """Writes ``data`` to standard output. Raises OutputError, BrokenPipeError when nobody reads."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise failure(error, "标准输出") from error


def failure(error: OSError, where: str) -> OutputError:
    """An operating system's error as one clear message."""
    zh, en = _REASONS.get(
        error.errno or 0, (error.strerror or "未知错误", error.strerror or "unknown")
    )
    todo = _TODOS.get(error.errno or 0, _ELSEWHERE)
    return OutputError(Text(f"写不了：{zh}", f"cannot write: {en}"), where, todo)
