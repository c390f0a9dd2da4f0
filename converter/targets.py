"""Where the results of a conversion go: a file, a folder of files, a stream of lines."""

from __future__ import annotations

import os

from converter.bilingual import Text
from converter.errors import UsageError
from converter.inputs import STDIN, is_address, located, tidy
from converter.output import WholeFile, safe_name, write, write_stdout
from converter.writers import FORMATS, Format

STDOUT = "-"
_DEFAULT = "docx"
_OFFICE = (".docx", ".dotx", ".doc", ".wps", ".odt", ".rtf")
"""Drafts of office programs: a document beside one may be another draft, so it stays."""
_NAME_IT = Text("请写明文件或文件夹", "name a file or a directory")


def choose_target(
    inputs: tuple[str, ...], output: str | None, format_name: str | None, mark: str = "公文"
) -> Target:
    """The target that ``-o`` and ``--to`` ask for. ``mark`` stands behind the name of a result
    beside its draft that would have the draft's own.

    Raises UsageError when the format is neither named nor given away by the output's suffix, or
    when the output cannot hold it.
    """
    if output == "":
        raise UsageError(Text("-o 后面是空的", "-o is empty"), todo=_NAME_IT)
    suffix = os.path.splitext(output)[1].lower().lstrip(".") if output and output != STDOUT else ""
    is_folder = output is not None and (
        is_address(output) or output.endswith(("/", "\\")) or os.path.isdir(output)
    )
    if format_name is None:
        if suffix and not is_folder and suffix not in FORMATS:
            raise UsageError(
                Text(f"不认识的输出后缀 .{suffix}", f"unknown output suffix .{suffix}"),
                output or "",
                Text(
                    f"请用 --to 指明格式（{'、'.join(FORMATS)}）",
                    f"name the format with --to ({', '.join(FORMATS)})",
                ),
            )
        format_name = suffix if suffix and not is_folder else _DEFAULT
    beside = FORMATS[format_name].paged and STDIN not in inputs
    if output == STDOUT or (output is None and not beside):
        # A stream of several JSON documents must be told apart: one line each.
        return Stream("jsonl" if format_name == "json" else format_name)
    if output is None:
        return Beside(format_name, mark)
    is_file = output is not None and os.path.exists(output) and not is_folder
    if is_folder or not (suffix or is_file):
        return Folder(format_name, output)
    if FORMATS[format_name].many:
        return Lines(format_name, output)
    if any(located(name) == located(output) for name in inputs if name != STDIN):
        raise UsageError(
            Text("输出就是稿件本身", "the output is the draft itself"), output, _NAME_IT
        )
    return OneFile(format_name, output)


class Target:
    """Where documents are put, one after the other.

    ``settled`` is False while the target needs to know whether several reports will come;
    :meth:`settle` then tells it. :meth:`put` returns what to call the place in a message.
    """

    settled = True

    def __init__(self, format_name: str) -> None:
        self.format_name = format_name
        self.format: Format = FORMATS[format_name]
        self.count = 0

    def settle(self, *, several: bool) -> None:
        """Told once: whether there is more than one report."""
        self.settled = True

    def begin(self, reports: int) -> None:
        """Told before the reports of an input come: how many they are."""

    def put(self, title: str, source: str, data: bytes) -> str:
        """Takes the next document by its title: read from ``source``, written as ``data``."""
        raise NotImplementedError

    def close(self) -> None:
        """Ends the target; what it held back is written."""

    def abandon(self) -> None:
        """Ends the target after an error; of a file that is not whole nothing stays."""

    def _numbered(self, folder: str, title: str) -> str:
        self.count += 1
        name = f"{self.count:02d}-{safe_name(title)}.{self.format_name}"
        return tidy(os.path.join(folder, name))


class Folder(Target):
    """A folder: one file a report, ``NN-<title>.<ext>``."""

    def __init__(self, format_name: str, folder: str | os.PathLike[str]) -> None:
        super().__init__(format_name)
        self.folder = os.fspath(folder)

    def put(self, title: str, source: str, data: bytes) -> str:
        """Writes one file into the folder."""
        path = self._numbered(self.folder, title)
        write(path, data)
        return path


class OneFile(Target):
    """A file for the only report there is."""

    settled = False

    def __init__(self, format_name: str, path: str) -> None:
        super().__init__(format_name)
        self.path = tidy(path)

    def settle(self, *, several: bool) -> None:
        """Refuses several reports: a file holds one."""
        if several:
            raise UsageError(
                Text(
                    f"输入里不止一份报告，一个 {self.format_name} 文件只放一份",
                    f"several reports, but a {self.format_name} file holds one",
                ),
                self.path,
                Text("请把 -o 改成文件夹，如 -o out/", "give a directory: -o out/"),
            )
        super().settle(several=several)

    def put(self, title: str, source: str, data: bytes) -> str:
        """Writes the file."""
        write(self.path, data)
        return self.path


class Beside(Target):
    """No output named: a file beside the input, or a folder for an input of several reports."""

    def __init__(self, format_name: str, mark: str) -> None:
        super().__init__(format_name)
        self._mark = mark
        self._several = False
        self._written: set[str] = set()

    def begin(self, reports: int) -> None:
        """Several reports of one input go into a folder named after it."""
        self._several = reports > 1
        self.count = 0

    def put(self, title: str, source: str, data: bytes) -> str:
        """Writes ``draft.docx`` for ``draft.txt``, or ``draft/NN-<title>.docx``; for a second draft
        of that name (``draft.text``), ``draft.text.docx``; for ``draft.docx`` itself,
        ``draft-公文.docx``."""
        bare = os.path.splitext(source)[0]
        place = tidy(f"{bare}.{self.format_name}")
        if self._several:
            place = self._numbered(bare, title)
        elif os.path.splitext(source)[1].lower() in (f".{self.format_name}", *_OFFICE):
            place = tidy(f"{bare}-{self._mark}.{self.format_name}")
        elif place in self._written:
            place = tidy(f"{source}.{self.format_name}")
        self._written.add(place)
        write(place, data)
        return place


class Lines(Target):
    """One file that holds all reports, a line each; it gets its name when all of them are there."""

    def __init__(self, format_name: str, path: str) -> None:
        super().__init__(format_name)
        self.path = tidy(path)
        self._file: WholeFile | None = None

    def put(self, title: str, source: str, data: bytes) -> str:
        """Writes the line."""
        if self._file is None:
            self._file = WholeFile(self.path).open()
        self._file.write(data)
        return self.path

    def close(self) -> None:
        """Ends the file, if there was any report."""
        if self._file is not None:
            self._file.close()

    def abandon(self) -> None:
        """Leaves nothing of what was written."""
        if self._file is not None:
            self._file.abandon()


class Stream(Target):
    """Standard output: one report, or several in a format that can be strung together."""

    def __init__(self, format_name: str) -> None:
        super().__init__(format_name)
        self.settled = self.format.many or self.format.separator is not None

    def settle(self, *, several: bool) -> None:
        """Refuses several reports in a format of which a stream holds one."""
        if several:
            raise UsageError(
                Text(
                    f"标准输出放不下几份 {self.format_name}",
                    f"standard output cannot hold several {self.format_name} files",
                ),
                todo=Text("请用 -o 指定文件夹", "give a directory with -o"),
            )
        super().settle(several=several)

    def put(self, title: str, source: str, data: bytes) -> str:
        """Writes the document, behind the separator if it is not the first."""
        separator = self.format.separator if self.count and self.format.separator else b""
        self.count += 1
        write_stdout(separator + data)
        return STDOUT
