"""From the names on a command line to the reports behind them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from converter.bilingual import Text
from converter.errors import ConverterError, InputError
from converter.model.nodes import Document
from converter.profiles import Profile
from converter.readers import READERS, Options, reader_for

STDIN = "-"
LARGEST = 64
"""Default limit of an input in MiB. A report has a few KiB, a large compilation a few MiB."""


@dataclass(frozen=True, slots=True)
class Input:
    """An input that was read: its name as given, and the reports in it."""

    name: str
    documents: tuple[Document, ...]


def expand(names: Iterable[str]) -> Iterator[str]:
    """The files that the names stand for: a directory for the drafts below it, by path.

    Raises InputError for a name that does not exist and a directory without drafts.
    """
    for name in names:
        if name == STDIN or not os.path.isdir(name):
            yield name
            continue
        found = sorted(str(path) for path in _drafts(Path(name)))
        if not found:
            suffixes = " ".join(READERS)
            raise InputError(
                Text(
                    f"文件夹里没有可读的稿件（{suffixes}）",
                    f"no drafts in this directory ({suffixes})",
                ),
                name,
            )
        yield from found


def _drafts(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or path.suffix.lower() not in READERS or not path.is_file():
            continue
        if path.suffix.lower().startswith(".json") and not _holds_report(path):
            continue
        yield path


def _holds_report(path: Path) -> bool:
    """Whether a JSON file is one of ours; others beside drafts (manifests, settings) are not."""
    try:
        with path.open("rb") as file:
            head = file.read(400)
    except OSError:
        return True  # the error is told when the file is read
    return b'"kind"' in head and b'"work-report"' in head


def fetch(name: str, limit: int = LARGEST) -> bytes:
    """The bytes of a file or, for ``-``, of standard input; at most ``limit`` MiB.

    Raises InputError.
    """
    try:
        if name == STDIN:
            data = sys.stdin.buffer.read(limit * 2**20 + 1)
        else:
            with open(name, "rb") as file:
                data = file.read(limit * 2**20 + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(error, name) from error
    if len(data) > limit * 2**20:
        raise InputError(
            Text(f"文件超过 {limit} MiB", f"larger than {limit} MiB"),
            name,
            Text("请拆开，或用 --max-size 放宽", "split it, or raise --max-size"),
        )
    return data


def _unreadable(error: OSError | ValueError, name: str) -> InputError:
    reasons: dict[type[Exception], tuple[str, str]] = {
        FileNotFoundError: ("找不到文件", "no such file"),
        PermissionError: ("没有读权限", "no permission to read"),
        IsADirectoryError: ("这是文件夹", "it is a directory"),
    }
    zh, en = reasons.get(type(error), ("读不了", "cannot be read"))
    return InputError(Text(zh, en), name, Text("请检查路径", "check the path"))


def suffix_of(name: str) -> str:
    """The suffix that tells an input's format; standard input has none."""
    return "" if name == STDIN else Path(name).suffix


def parse(name: str, data: bytes, profile: Profile, encoding: str | None = None) -> Input:
    """The reports in an input's bytes. Raises InputError."""
    reader = reader_for(suffix_of(name), data)
    return Input(name, reader(data, Options(name, profile, encoding)))


def read_all(
    names: Iterable[str],
    profile: Profile,
    encoding: str | None = None,
    limit: int = LARGEST,
) -> Iterator[Input | ConverterError]:
    """Every input in turn; for one that cannot be read, its error in its place."""
    for name in expand(names):
        try:
            yield parse(name, fetch(name, limit), profile, encoding)
        except ConverterError as error:
            yield error
