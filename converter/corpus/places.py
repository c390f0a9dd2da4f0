"""Output folders: a folder of this machine, or any address that fsspec knows.

A place is a value that can be sent to another process. The folder ``.gongwen`` in it holds what
workers have made until the run gives it its name, so that no unfinished file is ever in sight.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol, TypeVar

from converter.bilingual import Text
from converter.corpus.hashing import digest_of
from converter.errors import OutputError
from converter.inputs import is_address
from converter.output import failure
from converter.record import record

T = TypeVar("T")

STAGE = ".gongwen"
"""The folder of what is not finished, in the output folder."""
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
        from converter.corpus.remote import Remote  # which takes time to import

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
        stage = self._path(STAGE)
        with suppress(OSError):  # what cannot be removed now, the next run does
            with os.scandir(stage) as entries:
                for entry in entries:
                    os.unlink(entry.path)
            os.rmdir(stage)


def _fill(path: str, content: bytes) -> None:
    with open(path, "wb") as file:
        file.write(content)
