"""From the names on a command line to the reports behind them."""

from __future__ import annotations

import os
import sys

from converter.bilingual import Text
from converter.errors import InputError, MetadataError
from converter.model.elements import NONE
from converter.patterns import holds
from converter.readers import (
    LARGEST_UNPACKED,
    OFFICE,
    READERS,
    WORD,
    Options,
    is_json,
    module_for,
    reader_for,
)
from converter.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from converter.metadata.statement import Statement
    from converter.model.nodes import Document
    from converter.profiles.choice import Choice
    from converter.source.text import SourceText
    from converter.word.model import WordFile

STDIN = "-"
_TEXTS = (".txt", ".text", ".md", ".markdown")
LARGEST = 64
"""Default limit of an input in MiB. A report has a few KiB, a large compilation a few MiB."""


@record
class Input:
    """An input that was read: its name as given, the reports in it, and its bytes."""

    name: str
    documents: tuple[Document, ...]
    data: bytes = b""

    @property
    def folder(self) -> str | None:
        """The folder that the input is in; None for standard input."""
        return None if self.name == STDIN else os.path.dirname(self.name) or os.curdir


def is_address(name: str) -> bool:
    """Whether a name is an address, such as ``s3://bucket/folder``, and no path."""
    return "://" in name


def located(name: str) -> str:
    """A name as it is recorded, the same wherever a command is started: an absolute path, which
    ``file://`` is another way to write, or an address."""
    name = name.removeprefix("file://")
    return name if is_address(name) else os.path.abspath(name)


def expand(names: Iterable[str], suffixes: Iterable[str] = READERS) -> Iterator[str]:
    """The files that the names stand for: a directory for the drafts below it that have one of
    the suffixes, by path.

    Raises InputError for a name that does not exist and a directory without drafts.
    """
    wanted = frozenset(suffixes)
    for name in names:
        if name == STDIN or not os.path.isdir(name):
            yield name
            continue
        empty = True
        for path in _drafts(_before(name), wanted):
            empty = False
            yield path
        if empty:
            listed = " ".join(suffix for suffix in READERS if suffix in wanted)
            raise InputError(
                Text(
                    f"文件夹里没有可读的稿件（{listed}）",
                    f"no drafts in this directory ({listed})",
                ),
                name,
            )


def tidy(path: str) -> str:
    """A path as pathlib writes it: out/a.json for ./out//a.json. To import that takes longer than
    to read most reports, and most paths are tidy."""
    if os.sep == "/" and not path.startswith("./") and not holds(path, ("//", "/./")):
        return path
    from pathlib import Path

    return str(Path(path))


def _before(folder: str) -> str:
    """What stands before the names in a folder: nothing for the current one."""
    path = tidy(folder).rstrip(os.sep) or os.sep
    return "" if path == os.curdir else os.path.join(path, "")


def _drafts(folder: str, wanted: frozenset[str]) -> Iterator[str]:
    """The drafts below a folder, by path. Links to folders are not followed, so that none leads
    back. A folder that cannot be read is given itself: it is told when it is read as a file."""
    try:
        with os.scandir(folder or os.curdir) as entries:
            # There may be very many, and one text takes a third of what the names take.
            names = "\0".join(
                sorted(_mark(entry) for entry in entries if _is_wanted(entry, wanted))
            )
    except OSError:
        yield folder.rstrip(os.sep) or folder or os.curdir
        return
    drafts = _texts(names) if ".docx" in names and ".txt" in wanted else frozenset()
    for name in _divided(names):
        path = folder + name
        if name.endswith(".docx") and name.removesuffix(".docx") in drafts:
            continue  # what was made of the draft beside it
        if name.endswith(os.sep):
            yield from _drafts(path, wanted)
        elif not path.lower().endswith((".json", ".jsonl")) or _holds_report(path):
            yield path


def _texts(names: str) -> frozenset[str]:
    """The names of text drafts, less their suffixes."""
    parts = (os.path.splitext(name) for name in _divided(names))
    return frozenset(stem for stem, suffix in parts if suffix.lower() in _TEXTS)


def _divided(names: str) -> Iterator[str]:
    """The names in a text, one after the other."""
    start = 0
    while start < len(names):
        end = names.find("\0", start)
        end = len(names) if end < 0 else end
        yield names[start:end]
        start = end + 1


def _mark(entry: os.DirEntry[str]) -> str:
    """The name, of a folder with a separator: so folders stand where their paths do."""
    return entry.name + os.sep if entry.is_dir(follow_symlinks=False) else entry.name


def _is_wanted(entry: os.DirEntry[str], wanted: frozenset[str]) -> bool:
    """Whether it is a folder, or a file with the suffix of a draft; nothing hidden, and not what
    Word puts beside a file that is open."""
    if entry.name.startswith((".", "~$")):
        return False
    if entry.is_dir(follow_symlinks=False):
        return True
    return suffix_of(entry.name).lower() in wanted and entry.is_file()


def _holds_report(path: str) -> bool:
    """Whether a JSON file is one of ours; others beside drafts (manifests, settings) are not."""
    try:
        with open(path, "rb") as file:
            head = file.read(400)
    except OSError:
        return True  # the error is told when the file is read
    return b'"kind"' in head and b'"work-report"' in head


def fetch(name: str, limit: int = LARGEST) -> bytes:
    """The bytes of a file or, for ``-``, of standard input; at most ``limit`` MiB.

    Raises InputError.
    """
    data = _bytes(name, limit * 2**20 + 1)
    if len(data) > limit * 2**20:
        raise InputError(
            Text(f"文件超过 {limit} MiB", f"larger than {limit} MiB"),
            name,
            Text("请拆开，或用 --max-size 放宽", "split it, or raise --max-size"),
        )
    return data


def _bytes(name: str, most: int) -> bytes:
    """The first ``most`` bytes of a file or of standard input."""
    try:
        if name == STDIN:
            return sys.stdin.buffer.read(most)
        with open(name, "rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        raise _unreadable(error, name) from error


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
    return "" if name == STDIN else os.path.splitext(name)[1]


def word_bytes(name: str, data: bytes) -> bytes | None:
    """The bytes of the Word file that an input is, or is made into by LibreOffice; None for text
    and JSON. Raises InputError when LibreOffice is needed and not there, or fails."""
    module = module_for(suffix_of(name), data)
    if module == OFFICE:
        from converter.readers.office import converted

        return converted(data, name)
    return data if module == WORD else None


def word_of(name: str, data: bytes, unpacked: int = LARGEST_UNPACKED) -> WordFile | None:
    """The Word file that an input is, or is made into by LibreOffice; None for text and JSON.

    Raises InputError when it cannot be read.
    """
    package = word_bytes(name, data)
    if package is None:
        return None
    from converter.word.limits import Limits
    from converter.word.reading import read_word

    return read_word(package, name, Limits(unpacked=unpacked))


def source_of(
    name: str, data: bytes, encoding: str | None = None, unpacked: int = LARGEST_UNPACKED
) -> SourceText | None:
    """The text of an input, None for one that is not text but JSON. Of a Word file it is the text
    that its reader makes.

    Raises InputError when it cannot be read.
    """
    if is_json(suffix_of(name), data):
        return None
    word = word_of(name, data, unpacked)
    if word is not None:
        from converter.word.transcript import transcript_of

        return transcript_of(word).source
    from converter.source.decode import decode

    return decode(data, name, encoding)


def read_metadata(files: Sequence[str], settings: Sequence[str]) -> Statement:
    """What metadata files and, counting more, the values of ``--set`` state; of two files the
    later one counts.

    Raises MetadataError, and InputError for a file that cannot be read.
    """
    if not files and not settings:
        return {}
    from converter.metadata.statement import from_options, over

    options = from_options(settings)
    stated: Statement = {}
    for file in files:
        stated = over(stated, _metadata_in(file))
    return over(stated, options)


def _metadata_in(file: str) -> Statement:
    from converter.metadata.formats import LARGEST as MOST
    from converter.metadata.formats import check_suffix, read_entries, too_large
    from converter.metadata.statement import statement
    from converter.source.decode import decode

    suffix = suffix_of(file)
    check_suffix(suffix, file)
    data = _bytes(file, MOST * 1024 + 1)
    if len(data) > MOST * 1024:
        raise too_large(file)
    try:
        text = decode(data, file).text
    except InputError as error:
        todo = Text("元数据文件应是 UTF-8 文本", "a metadata file is UTF-8 text")
        raise MetadataError(error.what, file, todo) from error
    return statement(read_entries(suffix, text, file))


def parse(
    name: str,
    data: bytes,
    choice: Choice,
    encoding: str | None = None,
    stated: Statement | None = None,
    unpacked: int = LARGEST_UNPACKED,
) -> Input:
    """The reports in an input's bytes; what is ``stated`` counts more than their own metadata.
    ``unpacked`` is the most MiB of XML that a Word file may hold.

    Raises InputError, and MetadataError for metadata that are not right.
    """
    suffix = suffix_of(name)
    options = Options(name, choice, encoding, _bodies(stated or {}), unpacked)
    documents = reader_for(suffix, data)(data, options)
    foreign = is_json(suffix, data) and any(document.elements != NONE for document in documents)
    if stated or foreign:
        from converter.metadata.statement import checked, merged

        documents = tuple(
            replace(
                document,
                elements=merged(checked(document.elements, name), stated or {}, name),
            )
            for document in documents
        )
    return Input(name, documents, data)


def _bodies(stated: Statement) -> tuple[str, ...]:
    """The names of the issuing and signing bodies that are stated."""
    lists = (stated.get("issuers"), stated.get("signatures"))
    return tuple(name for names in lists if isinstance(names, tuple) for name in names)
