"""Picture files: found, read, and measured."""

from __future__ import annotations

import os
from pathlib import Path

from converter.bilingual import Text
from converter.composition.picture_sizes import EMF, SVG, UNSIZED, WMF, facts_of
from converter.errors import InputError
from converter.layout.units import Length, inches
from converter.record import record

LARGEST = 32
"""The largest picture file that is read, in MiB."""

TYPES = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tiff",
    EMF: "emf",
    WMF: "wmf",
    SVG: "svg",
}
"""MIME type → suffix, of the pictures that office programs show."""
_DPI, _LEAST_DPI, _MOST_DPI = 96, 20, 5000
"""The resolution of a picture that names none, or one that cannot be meant."""
_UNKNOWN = "application/octet-stream"
_MOST_UNEVEN = 1000
"""How many times a picture may be wider than high, or higher than wide: more is a line."""


@record
class PictureFile:
    """A picture: its bytes, its MIME type, and its own size at its own resolution. ``kind`` is the
    suffix of one of a type that we do not know, and carry."""

    data: bytes
    mime: str
    width: Length
    height: Length
    kind: str = ""

    @property
    def suffix(self) -> str:
        """The suffix of a file that holds it."""
        return TYPES.get(self.mime) or self.kind


def picture_at(path: str, folder: str | os.PathLike[str] | None, where: str) -> PictureFile:
    """The picture in the file at ``path``, a relative one being in ``folder``; ``where`` names it
    in the document. Raises InputError for a missing file and for one that is no known picture."""
    place = Path(folder or "", path)
    try:
        if place.exists() and not place.is_file():
            # Reading a pipe would never end.
            raise refused(where, path, "这不是文件", "it is no file", _CHECK_PATH)
        with place.open("rb") as file:
            data = file.read(LARGEST * 2**20 + 1)
    except (FileNotFoundError, ValueError) as error:
        raise refused(where, path, "找不到图片", "no such picture", _CHECK_PATH) from error
    except OSError as error:
        raise refused(where, path, "读不了图片", "cannot read the picture", _CHECK_PATH) from error
    if len(data) > LARGEST * 2**20:
        zh, en = f"图片超过 {LARGEST} MiB", f"larger than {LARGEST} MiB"
        raise refused(where, path, zh, en, Text("请把图片缩小", "make it smaller"))
    return measured(data, path, where)


def measured(data: bytes, path: str, where: str) -> PictureFile:
    """The picture in ``data``. Raises InputError when there is none that can be shown."""
    if facts := facts_of(data):
        return PictureFile(data, *facts)
    return PictureFile(data, *_measured(data, path, where))


def carried(data: bytes, part: str, mime: str, where: str) -> PictureFile:
    """The picture in a part of a Word file. Of one that we do not know, or that is damaged, the
    file's word is taken for what it is: nothing of a draft is lost."""
    try:
        return measured(data, part, where)
    except InputError:
        kind = part.rpartition("/")[2].rpartition(".")[2].lower()
        kind = kind if kind.isascii() and kind.isalnum() else "bin"
        known = {suffix: name for name, suffix in TYPES.items()}
        return PictureFile(data, mime or known.get(kind, _UNKNOWN), *UNSIZED, kind)


def _measured(data: bytes, path: str, where: str) -> tuple[str, Length, Length]:
    """MIME type and size of a picture of dots."""
    # python-docx reads the headers of all common formats; it is only needed for pictures.
    from docx.image.image import Image

    try:
        image = Image.from_blob(data)
        facts = image.content_type, image.px_width, image.px_height
        resolution = image.horz_dpi, image.vert_dpi
    except Exception as error:
        # A damaged header raises whatever comes up: struct.error, TypeError, bare Exception.
        found = _jpeg_size(data)
        if found is None:
            raise refused(where, path, "不是图片", "not a picture", _ALLOWED) from error
        facts, resolution = ("image/jpeg", *found), (_DPI, _DPI)
    mime, across, down = facts
    down = abs(down)  # negative where a BMP begins with its upper line
    sound = across > 0 < down and 1 / _MOST_UNEVEN < across / down < _MOST_UNEVEN
    if mime not in TYPES or not sound:
        raise refused(where, path, "不是能用的图片", "not a usable picture", _ALLOWED)
    if not all(_LEAST_DPI <= each <= _MOST_DPI for each in resolution):
        resolution = (_DPI, _DPI)
    horizontal, vertical = resolution
    return mime, inches(across / horizontal), inches(down / vertical)


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a JPEG without the JFIF or Exif mark that python-docx wants
    (from its frame header, ITU-T T.81 B.2.2); None if it is no JPEG."""
    place = 2 if data[:2] == b"\xff\xd8" else len(data)
    while place + 9 <= len(data) and data[place] == 0xFF:
        kind, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4])
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            if b"\xff\xda" not in data[place + 2 + length :]:
                return None  # no picture behind its header
            return (
                int.from_bytes(data[place + 7 : place + 9]),
                int.from_bytes(data[place + 5 : place + 7]),
            )
        place += 2 + length
    return None


_CHECK_PATH = Text("请检查路径", "check the path")
_ALLOWED = Text(
    "图片应是完好的 PNG、JPEG、GIF、BMP、TIFF、SVG、EMF 或 WMF",
    "it must be an intact PNG, JPEG, GIF, BMP, TIFF, SVG, EMF or WMF",
)


def refused(where: str, path: str, zh: str, en: str, todo: Text) -> InputError:
    """The error for the picture at ``path``, which ``where`` in the document names."""
    return InputError(Text(f"{zh}：{path}", f"{en}: {path}"), where, todo)
