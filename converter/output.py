"""Writing results: whole or not at all, under names that every file system takes."""

from __future__ import annotations

import errno
import os
import re
import sys
import unicodedata
from pathlib import Path

from converter.bilingual import Text
from converter.errors import OutputError

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\s\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+')
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


def safe_name(title: str, fallback: str = "无标题") -> str:
    """The title as a file name without suffix: no separators, control characters or blanks, at
    most 180 bytes of UTF-8, never empty."""
    name = _UNSAFE.sub("", unicodedata.normalize("NFC", title)).strip(". ")
    name = name.encode("utf-8", "ignore")[:_LONGEST_NAME].decode("utf-8", "ignore")
    return name.strip(". ") or fallback


def write(path: Path, data: bytes) -> None:
    """Writes ``data`` to ``path``, whole or not at all; makes the folder it stands in.

    Raises OutputError saying what stood in the way.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
            path.write_bytes(data)
            return
        _replace(path, data)
    except OSError as error:
        raise failure(error, str(path)) from error


def _replace(path: Path, data: bytes) -> None:
    import tempfile  # it is slow to import, and most commands write no file

    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".gongwen-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those a new file would get."""
    if path.exists():
        return path.stat().st_mode & 0o777
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
    return OutputError(
        Text(f"写不了：{zh}", f"cannot write: {en}"),
        where,
        Text("请换一个位置，或用 -o 指定", "choose another place with -o"),
    )
