"""Addresses that fsspec knows (``s3://…``, ``file://…``) as inputs."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from typing import Any

from converter.bilingual import Text
from converter.errors import InputError, UsageError
from converter.inputs import expand
from converter.readers import READERS

CHECKED = Text("请检查地址、网络和访问权限", "check address, network and permission")


def files_of(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it.

    Raises UsageError when fsspec, or what it needs for this kind of address, is not installed.
    """
    from importlib.util import find_spec  # slow to import

    if find_spec("fsspec") is None:
        raise UsageError(
            Text("读写这种地址要用 fsspec", "fsspec is needed for such addresses"),
            address,
            Text('请运行 pip install "gongwen[cluster]"', 'run pip install "gongwen[cluster]"'),
        )
    from fsspec.core import url_to_fs

    logging.disable()  # what libraries log of what goes wrong is said here, on one line
    try:
        files, path = url_to_fs(address)
    except Exception as error:  # such as what connects at once, and is not let in
        why = told(error)
        raise UsageError(
            Text(f"用不了这种地址：{why}", f"cannot use such an address: {why}"), address
        ) from error
    return files, path


def told(error: Exception) -> str:
    """What an exception of some kind of storage says, on one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def fetch(name: str, limit: int) -> bytes:
    """The bytes of the input at an address; at most ``limit`` MiB. Raises InputError."""
    files, path = files_of(name)
    try:
        with files.open(path, "rb") as file:
            data: bytes = file.read(limit * 2**20 + 1)
    except FileNotFoundError as error:
        raise InputError(Text("找不到文件", "no such file"), name) from error
    except Exception as error:  # each kind of storage has errors of its own
        raise _unreadable(error, name) from error
    if len(data) > limit * 2**20:
        raise InputError(
            Text(f"文件超过 {limit} MiB", f"larger than {limit} MiB"),
            name,
            Text("请拆开，或用 --max-size 放宽", "split it, or raise --max-size"),
        )
    return data


def drafts(address: str) -> Iterator[str]:
    """The addresses of the drafts at or below an address, in order. Raises InputError."""
    files, path = files_of(address)
    if files.protocol[0] == "file" and os.path.isdir(path):
        yield from map(files.unstrip_protocol, expand([path]))
        return
    try:
        infos = files.find(path, detail=True)
        found = sorted(name for name, info in infos.items() if info["type"] == "file")
    except Exception as error:  # as above
        raise _unreadable(error, address) from error
    empty = True
    for file in found:
        below = file.removeprefix(path.rstrip("/"))
        hidden = any(part.startswith(".") for part in below.split("/"))
        suffix = f".{file.rpartition('.')[2].lower()}"
        if not below or (not hidden and suffix in READERS):
            empty = False
            yield _address(address, below)
    if empty:
        raise InputError(Text("这里没有可读的稿件", "there are no drafts here"), address, CHECKED)


def _address(given: str, below: str) -> str:
    """The address of what is below the one given, which may say what that is in: the host, or
    another file system (``zip://::s3://bucket/all.zip``)."""
    head, chained, rest = given.partition("::")
    root = head if head.endswith("://") else head.rstrip("/")
    return f"{root}{below}{chained}{rest}"


def _unreadable(error: Exception, name: str) -> InputError:
    why = told(error)
    return InputError(Text(f"读不了：{why}", f"cannot be read: {why}"), name, CHECKED)
