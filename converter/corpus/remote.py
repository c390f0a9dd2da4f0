"""Output folders at addresses that fsspec knows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any, TypeVar

from converter.bilingual import Text
from converter.corpus.addresses import CHECKED, files_of, told
from converter.corpus.hashing import digest
from converter.corpus.places import STAGE
from converter.errors import OutputError
from converter.output import failure
from converter.record import record

T = TypeVar("T")
_AT_ONCE = 16
"""So many requests are made at once."""


@record
class Remote:
    """A folder at an address of fsspec, such as ``s3://bucket/out``; ``run`` as for Local."""

    name: str
    run: str

    def _at(self, path: str) -> tuple[Any, str]:
        files, root = _opened(self.name, os.getpid())
        return files, f"{root.rstrip('/')}/{path}"

    def stage(self, key: str, content: bytes) -> str:
        """See :class:`Place`."""
        staged = f"{STAGE}/{self.run}-{key}"
        self.write(staged, content)
        return staged

    def settle(self, staged: str, path: str) -> None:
        """See :class:`Place`."""
        files, source = self._at(staged)
        target = self._at(path)[1]
        with self._telling(path):
            if _has_folders(files):
                files.makedirs(target.rpartition("/")[0], exist_ok=True)
                files.mv(source, target)
            else:  # as mv does it, but without asking first whether they are folders
                files.cp_file(source, target)
                files.rm_file(source)

    def write(self, path: str, content: bytes) -> None:
        """See :class:`Place`."""
        files, target = self._at(path)
        with self._telling(path):
            if _has_folders(files):
                files.makedirs(target.rpartition("/")[0], exist_ok=True)
            files.pipe_file(target, content)

    def read(self, path: str) -> bytes | None:
        """See :class:`Place`."""
        files, target = self._at(path)
        with self._telling(path):
            try:
                content: bytes = files.cat_file(target)
            except FileNotFoundError:
                return None
        return content

    def hash(self, path: str) -> str:
        """See :class:`Place`."""
        content = self.read(path)
        return "" if content is None else digest(content)

    def remove(self, path: str) -> None:
        """See :class:`Place`."""
        files, target = self._at(path)
        with self._telling(path), suppress(FileNotFoundError):
            files.rm_file(target)

    def each(self, function: Callable[[T], None], items: Sequence[T]) -> None:
        """See :class:`Place`."""
        if self._at("")[0].async_impl:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                for _ in pool.map(function, items):
                    pass
            return
        for item in items:  # there may be one connection, which is not for several threads
            function(item)

    def sweep(self) -> None:
        """See :class:`Place`."""
        files, stage = self._at(STAGE)
        with suppress(Exception):
            files.rm(stage, recursive=True)

    @contextmanager
    def _telling(self, path: str) -> Iterator[None]:
        """Makes an OutputError of what goes wrong."""
        try:
            yield
        except Exception as error:  # each kind of storage has errors of its own
            where = f"{self.name}/{path}"
            if isinstance(error, OSError) and error.errno is not None:
                raise failure(error, where) from error
            why = told(error)
            raise OutputError(
                Text(f"读写不了：{why}", f"no access: {why}"), where, CHECKED
            ) from error


@cache
def _opened(address: str, process: int) -> tuple[Any, str]:
    """The file system of an address and the path in it, for all threads of a process; those that
    are forked from it open it anew."""
    return files_of(address)


def _has_folders(files: Any) -> bool:
    """Whether a file system can rename, and so has folders; others copy, and need none."""
    from fsspec import AbstractFileSystem

    return type(files).mv is not AbstractFileSystem.mv
