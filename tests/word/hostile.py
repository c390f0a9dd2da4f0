"""Makes the files that ``fixtures/word/hostile/files.toml`` describes; its head says how."""

import tomllib
import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from tests.tools.places import FIXTURES

DATA = tomllib.loads((FIXTURES / "word/hostile/files.toml").read_text("utf-8"))
FILES: dict[str, dict[str, Any]] = {file["name"]: file for file in DATA["file"]}
BASE = {part: text.strip() for part, text in DATA["base"].items()}


def made(name: str) -> bytes:
    """The bytes of one of the files."""
    file = FILES[name]
    if "whole" in file:
        return content(file["whole"])
    parts = {part: text for part, text in BASE.items() if part not in file.get("without", ())}
    parts |= file.get("parts", {})
    renamed = file.get("renamed", {})
    data = package({renamed.get(part, part): content(value) for part, value in parts.items()})
    if "archive" in file:
        data = _ARCHIVES[file["archive"]](data)
    return data[: int(len(data) * file["cut"])] if "cut" in file else data


def content(value: str | dict[str, Any]) -> bytes:
    """The bytes of a part, or of a whole file."""
    if isinstance(value, str):
        return value.strip().encode("utf-8")
    if "hex" in value:
        return (
            bytes.fromhex(value["hex"]) + bytes(504) + value.get("stream", "").encode("utf-16-le")
        )
    times, repeat = value.get("times", 0), value.get("repeat", "")
    pieces = [value.get(key, "") for key in ("begin", "text")]
    counted = "{n}" in repeat
    pieces += [repeat.replace("{n}", str(n)) for n in range(times)] if counted else [repeat * times]
    pieces.append(value.get("mirror", "") * times)
    return "".join((*pieces, value.get("end", ""))).encode(value.get("encoding", "utf-8"))


def package(parts: dict[str, bytes]) -> bytes:
    """A ZIP archive of parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return stream.getvalue()


# ---- What is done to an archive ------------------------------------------------------------------


def _many(data: bytes) -> bytes:
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(10_001):
            archive.writestr(f"word/media/{number}.png", b"")
    return stream.getvalue()


def _duplicate(data: bytes) -> bytes:
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", b"")
    return stream.getvalue()


def _encrypted(data: bytes) -> bytes:
    return _central(data, lambda entry: entry[:8] + b"\1\0" + entry[10:])


def _lie(data: bytes) -> bytes:
    """The size that the directory declares is smaller than what is there."""
    return _central(data, lambda entry: entry[:24] + (40).to_bytes(4, "little") + entry[28:])


def _checksum(data: bytes) -> bytes:
    return _central(data, lambda entry: entry[:16] + b"\1\2\3\4" + entry[20:])


def _lzma(data: bytes) -> bytes:
    return _central(data, lambda entry: entry[:10] + b"\x0e\0" + entry[12:])


def _overlap(data: bytes) -> bytes:
    """The last entry begins where the one before it does."""
    return _central(data, lambda entry: entry[:42] + (0).to_bytes(4, "little") + entry[46:])


def _garbage(data: bytes) -> bytes:
    start = data.rindex(b"word/document.xml", 0, data.index(b"PK\x01\x02")) + len(
        "word/document.xml"
    )
    return data[:start] + b"\xff" * 60 + data[start + 60 :]


def _offset(data: bytes) -> bytes:
    end = data.rindex(b"PK\x05\x06")
    return data[: end + 16] + b"\xff\xff\xff\x7f" + data[end + 20 :]


def _central(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with the directory's entry of word/document.xml, its last one, changed."""
    start, end = data.rindex(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    return data[:start] + change(data[start:end]) + data[end:]


_ARCHIVES: dict[str, Callable[[bytes], bytes]] = {
    "many": _many,
    "duplicate": _duplicate,
    "encrypted": _encrypted,
    "lie": _lie,
    "checksum": _checksum,
    "lzma": _lzma,
    "overlap": _overlap,
    "garbage": _garbage,
    "offset": _offset,
}
