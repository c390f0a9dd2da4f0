"""Writing results: whole or not at all, under names that every file system takes."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress

from converter.bilingual import Text
from converter.errors import OutputError
from converter.patterns import lazy

_UNSAFE = lazy(r'[\x00-\x1f\x7f<>:"/\\|?*\s\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+')
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
    import unicodedata  # slow to import, and most commands name no file

    name = _UNSAFE.sub("", unicodedata.normalize("NFC", title)).strip(". ")
    name = name.encode("utf-8", "ignore")[:_LONGEST_NAME].decode("utf-8", "ignore")
    return name.strip(". ") or fallback


def write(path: str | os.PathLike[str], data: bytes) -> None:
    """Writes ``data`` to ``path``, whole or not at all; makes the folder it stands in. Of a link
    the file that it leads to is written.

    Raises OutputError saying what stood in the way.
    """
    try:
        target = os.path.realpath(path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if os.path.isdir(target):
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        if os.path.exists(target) and not os.access(target, os.W_OK):  # a rename would not ask
            raise PermissionError(errno.EACCES, "permission denied")
        if os.path.exists(target) and not os.path.isfile(target):
            with open(target, "wb") as device:  # which cannot be replaced
                device.write(data)
            return
        _replace(target, data)
    except OSError as error:
        raise failure(error, os.fspath(path)) from error


def _replace(path: str, data: bytes) -> None:
    import tempfile  # it is slow to import, and most commands write no file

    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".gongwen-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise


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
