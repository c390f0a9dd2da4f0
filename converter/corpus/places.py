"""Output folders: a folder of this machine, or any address that fsspec knows.

A place is a value that can be sent to another process. The folder ``.gongwen`` in it holds what
workers have made until the run gives it its name, so that no unfinished file is ever in sight.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any, Protocol, TypeVar

from converter.bilingual import Text
from converter.corpus.addresses import CHECKED, files_of, told
from converter.corpus.hashing import digest, digest_of
from converter.errors import OutputError
from converter.inputs import is_address
from converter.output import failure
from converter.record import record

T = TypeVar("T")

STAGE = ".gongwen"
"""The folder of what is not finished, in the output folder."""
_AT_ONCE = 16
"""So many requests are made at once."""
_VANISHED = Text("做好的文件不见了", "what was made for it has vanished")
_SHARED = Text(
    "输出文件夹不能在运行时移走；用集群时要在各台机器都看得到的地方",
    "the output directory must not be moved meanwhile, and a cluster must share it",
)


class Place(Protocol):
    """An output folder. Paths are relative to it, with ``/``; every method but ``hash`` and
    ``sweep`` raises OutputError."""

    @property
    def name(self) -> str:
        """As the user gave it."""
        ...

    def stage(self, key: str, content: bytes) -> str:
        """Keeps content out of sight and returns where; one key holds one content."""
        ...

    def settle(self, staged: str, path: str) -> None:
        """Gives staged content its name, in place of what bears it."""
        ...

    def write(self, path: str, content: bytes) -> None:
        """Writes a file, whole or not at all."""
        ...

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none."""
        ...

    def hash(self, path: str) -> str:
        """The hash of a file's content; empty where there is none."""
        ...

    def remove(self, path: str) -> None:
        """Removes a file; one that is gone already is no error."""
        ...

    def each(self, function: Callable[[T], None], items: Sequence[T]) -> None:
        """Calls a function that uses this place for each item, for several at once where each
        call of it takes long; what it raises."""
        ...

    def sweep(self) -> None:
        """Removes all that is staged."""
        ...


def place_of(name: str) -> Place:
    """The output folder of that name or address."""
    run = os.urandom(4).hex()
    if is_address(name):
        return Remote(name.rstrip("/"), run)
    return Local(os.path.abspath(name), name, run)


@record
class Local:
    """A folder of this machine, or one that is mounted; ``run`` tells what is staged in it from
    what workers of a run that was killed still stage."""

    folder: str
    name: str
    run: str

    def _path(self, path: str) -> str:
        return os.path.join(self.folder, path)

    def stage(self, key: str, content: bytes) -> str:
        """See :class:`Place`."""
        staged = f"{STAGE}/{self.run}-{key}"
        self._put(self._path(staged), content)
        return staged

    def _put(self, path: str, content: bytes) -> None:
        try:
            try:
                _fill(path, content)
            except FileNotFoundError:
                os.makedirs(os.path.dirname(path), exist_ok=True)
                _fill(path, content)
        except OSError as error:
            raise failure(error, self.name) from error

    def settle(self, staged: str, path: str) -> None:
        """See :class:`Place`."""
        source, target = self._path(staged), self._path(path)
        try:
            try:
                os.replace(source, target)
            except FileNotFoundError:
                os.makedirs(os.path.dirname(target), exist_ok=True)
                os.replace(source, target)
        except FileNotFoundError as error:
            raise OutputError(_VANISHED, os.path.join(self.name, path), _SHARED) from error
        except OSError as error:
            raise failure(error, os.path.join(self.name, path)) from error

    def write(self, path: str, content: bytes) -> None:
        """See :class:`Place`."""
        self.settle(self.stage("written", content), path)

    def read(self, path: str) -> bytes | None:
        """See :class:`Place`."""
        try:
            with open(self._path(path), "rb") as file:
                return file.read()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise failure(error, os.path.join(self.name, path)) from error

    def hash(self, path: str) -> str:
        """See :class:`Place`."""
        return digest_of(self._path(path))

    def remove(self, path: str) -> None:
        """See :class:`Place`."""
        try:
            with suppress(FileNotFoundError):
                os.unlink(self._path(path))
        except OSError as error:
            raise failure(error, os.path.join(self.name, path)) from error
        with suppress(OSError):  # a folder that is not empty stays
            while path := os.path.dirname(path):
                os.rmdir(self._path(path))

    def each(self, function: Callable[[T], None], items: Sequence[T]) -> None:
        """See :class:`Place`."""
        for item in items:
            function(item)

    def sweep(self) -> None:
        """See :class:`Place`."""
        shutil.rmtree(self._path(STAGE), ignore_errors=True)


def _fill(path: str, content: bytes) -> None:
    with open(path, "wb") as file:
        file.write(content)


@record
class Remote:
    """A folder at an address of fsspec, such as ``s3://bucket/out``; ``run`` as for Local."""

    name: str
    run: str

    def _at(self, path: str) -> tuple[Any, str]:
        files, root = files_of(self.name)
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
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for _ in pool.map(function, items):
                pass

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


def _has_folders(files: Any) -> bool:
    """Whether a file system can rename, and so has folders; others copy, and need none."""
    from fsspec import AbstractFileSystem

    return type(files).mv is not AbstractFileSystem.mv
