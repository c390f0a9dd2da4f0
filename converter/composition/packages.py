"""Pictures inside Word files: ``草稿.docx/word/media/image1.png``."""

from __future__ import annotations

import os
from pathlib import Path

from converter.bilingual import Text
from converter.composition.pictures import carried, refused
from converter.errors import InputError
from converter.readers import OFFICE, WORD, module_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.composition.pictures import PictureFile
    from converter.composition.subject import Draft
    from converter.word.package import Package


class Packages:
    """The Word files whose pictures a document shows: the ``draft`` that it was read from, and
    others in a folder; each is opened once."""

    def __init__(self, folder: str | os.PathLike[str] | None, draft: Draft | None) -> None:
        self._folder, self._draft = folder, draft
        self._opened: dict[str, Package] = {}

    def picture(self, path: str, where: str) -> PictureFile | None:
        """The picture at a path that leads through a Word file; None for any other path. ``where``
        names it in the document. Raises InputError for a file that cannot be opened, and for one
        that has no such part."""
        file, part = self._divided(path)
        if not part:
            return None
        package = self._package(file, where)
        if not package.has(part):
            todo = Text("请检查路径", "check the path")
            raise refused(where, path, "找不到图片", "no such picture", todo)
        return carried(package.read(part), part, package.content_type(part), where)

    def _divided(self, path: str) -> tuple[str, str]:
        """The Word file on a path, and the part of it that the path leads to; empty where the path
        leads through none."""
        for file, part in _ways(path):
            if self._draft and file == os.path.basename(self._draft.name):
                return file, part
            if _is_word(file) and Path(self._folder or "", file).is_file():
                return file, part
        return path, ""

    def _package(self, file: str, where: str) -> Package:
        from converter.word.limits import Limits
        from converter.word.package import open_package

        if file not in self._opened:
            data = self._data(file, where)
            try:
                if module_for(os.path.splitext(file)[1], data) == OFFICE:
                    from converter.readers.office import converted

                    data = converted(data, file)
                self._opened[file] = open_package(data, file, Limits())
            except InputError as error:
                what = error.what
                raise refused(where, file, what.zh, what.en, error.todo) from error
        return self._opened[file]

    def _data(self, file: str, where: str) -> bytes:
        if self._draft and file == os.path.basename(self._draft.name):
            return self._draft.data
        try:
            return Path(self._folder or "", file).read_bytes()
        except OSError as error:
            todo = Text("请检查路径", "check the path")
            raise refused(where, file, "读不了文件", "cannot read the file", todo) from error


def file_of(path: str, folder: str) -> str | None:
    """The file that a picture's path leads to: the picture, or the Word file that it is in; None
    where there is none."""
    whole = os.path.join(folder, path)
    if os.path.isfile(whole):
        return whole
    files = (os.path.join(folder, file) for file, _ in _ways(path) if _is_word(file))
    return next(filter(os.path.isfile, files), None)


def _ways(path: str) -> Iterator[tuple[str, str]]:
    """The ways to divide a path into that of a file and that of something in it."""
    steps = path.replace("\\", "/").split("/")
    for index in range(1, len(steps)):
        if steps[index:] != [""]:
            yield "/".join(steps[:index]), "/".join(steps[index:])


def _is_word(name: str) -> bool:
    return module_for(os.path.splitext(name)[1], b"") in (WORD, OFFICE)
