"""Picture files: found, read, and measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from converter.bilingual import Text
from converter.errors import InputError
from converter.layout.units import Length, inches

LARGEST = 32
"""The largest picture file that is read, in MiB."""

TYPES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/bmp": "bmp"}
"""MIME type → suffix, of the pictures that every office program shows."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture: its bytes, its MIME type, and its own size at its own resolution."""

    data: bytes
    mime: str
    width: Length
    height: Length

    @property
    def suffix(self) -> str:
        """The suffix of a file that holds it."""
        return TYPES[self.mime]


Pictures: TypeAlias = Callable[[str, str], PictureFile]
"""A function from a path as written, and the place that names it, to the picture."""


def pictures_in(folder: Path | None) -> Pictures:
    """A function that reads pictures by their path, relative ones from ``folder``.

    It raises InputError for a missing file and for one that is no picture of the known types.
    """
    known: dict[str, PictureFile] = {}

    def load(path: str, where: str) -> PictureFile:
        if path not in known:
            known[path] = _read(Path(path) if folder is None else folder / path, path, where)
        return known[path]

    return load


def _read(place: Path, path: str, where: str) -> PictureFile:
    try:
        with place.open("rb") as file:
            data = file.read(LARGEST * 2**20 + 1)
    except (FileNotFoundError, ValueError) as error:
        raise _refused(where, path, "找不到图片", "no such picture", _CHECK_PATH) from error
    except OSError as error:
        raise _refused(where, path, "读不了图片", "cannot read the picture", _CHECK_PATH) from error
    if len(data) > LARGEST * 2**20:
        zh, en = f"图片超过 {LARGEST} MiB", f"larger than {LARGEST} MiB"
        raise _refused(where, path, zh, en, Text("请把图片缩小", "make it smaller"))
    return measured(data, path, where)


def measured(data: bytes, path: str, where: str) -> PictureFile:
    """The picture in ``data``. Raises InputError when there is none that can be shown."""
    # python-docx reads the headers of all common formats; it is only needed for pictures.
    from docx.image.image import Image

    try:
        image = Image.from_blob(data)
        mime = image.content_type
        width, height = image.px_width / image.horz_dpi, image.px_height / image.vert_dpi
    except Exception as error:
        # A damaged header raises whatever comes up: struct.error, TypeError, bare Exception.
        raise _refused(where, path, "不是图片", "not a picture", _ALLOWED) from error
    if mime not in TYPES or not (width > 0 and height > 0):
        raise _refused(where, path, "不是能用的图片", "not a usable picture", _ALLOWED)
    return PictureFile(data, mime, inches(width), inches(height))


_CHECK_PATH = Text("请检查路径", "check the path")
_ALLOWED = Text(
    "图片应是完好的 PNG、JPEG、GIF 或 BMP", "it must be an intact PNG, JPEG, GIF or BMP"
)


def _refused(where: str, path: str, zh: str, en: str, todo: Text) -> InputError:
    return InputError(Text(f"{zh}：{path}", f"{en}: {path}"), where, todo)
