"""The ZIP archive of a Word file, which may be hostile: opened within limits, copied with changes.

An entry is only inflated when it is asked for, never beyond the size that the archive declares
for it (which is within the limits), and what comes out must have the checksum declared.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from struct import error as StructError

from converter.bilingual import Text
from converter.errors import InputError
from converter.word.kinds import refuse_other, truncated
from converter.word.limits import Limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

MIB = 1 << 20
_CENTRAL = b"PK\x01\x02"
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_XML = (".xml", ".rels", ".vml")
_LARGE = 4 * MIB
"""From this size on an XML part is held against the limit of its ratio."""
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_FAILURES = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    OSError,
    EOFError,
    StructError,
    zlib.error,
)
_UNLIKE_WORD = Text("不像正常的 Word 文档，没有打开", "no ordinary Word file, not opened")
_REPAIR = Text(
    "请重新下载，或用 Word、WPS 打开修复后另存", "download it again, or repair it in Word or WPS"
)


class Archive:
    """The entries of a Word file by their names, in their order; folders are left out."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        """Raises InputError when the file is no ZIP archive, is damaged, or is made to do harm."""
        refuse_other(data, name)
        if data.count(_CENTRAL) > limits.parts:
            raise _hostile(name, f"内含文件超过 {limits.parts} 个", f"over {limits.parts} entries")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _FAILURES as error:
            raise truncated(name) from error
        self._name = name
        self._limits = limits
        entries = [info for info in self._zip.infolist() if not info.filename.endswith("/")]
        _refuse_overlaps(self._zip.infolist(), name)
        _refuse_names(entries, name)
        _refuse_sizes(entries, name, limits)
        self._entries = {info.filename: info for info in entries}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the entries as the archive spells them."""
        return tuple(self._entries)

    def size(self, entry: str) -> int:
        """How many bytes an entry has at most."""
        return self._entries[entry].file_size

    def read(self, entry: str) -> bytes:
        """An entry's bytes. Raises InputError when they are not as the archive declares."""
        info = self._entries[entry]
        try:
            with self._zip.open(info) as stream:
                return stream.read(info.file_size + 1)
        except _FAILURES as error:
            raise InputError(
                Text(f"文件已损坏：{entry} 读不出来", f"damaged: {entry} cannot be read"),
                self._name,
                _REPAIR,
            ) from error

    def rewritten(self, changes: Mapping[str, bytes]) -> bytes:
        """A copy of the archive: entries of ``changes`` in the place of those that they replace,
        new ones behind the others, all else byte for byte. Equal input gives equal bytes."""
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as copy:
            for entry, info in self._entries.items():
                data = changes[entry] if entry in changes else self.read(entry)
                copy.writestr(_like(info), data)
            for entry in sorted(changes.keys() - self._entries.keys()):
                fresh = zipfile.ZipInfo(entry, _FIXED_DATE)
                fresh.compress_type = zipfile.ZIP_DEFLATED
                copy.writestr(fresh, changes[entry])
        return stream.getvalue()


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A fresh entry with the name, date, attributes and compression of one that is copied."""
    fresh = zipfile.ZipInfo(info.filename, info.date_time)
    fresh.compress_type = info.compress_type
    fresh.external_attr = info.external_attr
    fresh.create_system = info.create_system
    return fresh


def _refuse_names(entries: list[zipfile.ZipInfo], name: str) -> None:
    seen = set()
    for info in entries:
        entry = info.filename
        parts = entry.split("/")
        if (
            not entry.isprintable()
            or "\\" in entry
            or entry.startswith("/")
            or ".." in parts
            or ":" in parts[0]
        ):
            raise _hostile(name, f"内含路径不安全：{entry!r}", f"unsafe path inside: {entry!r}")
        if entry.lower() in seen:
            raise _hostile(name, f"内含同名文件：{entry}", f"two entries of one name: {entry}")
        seen.add(entry.lower())
        if info.flag_bits & _ENCRYPTED:
            raise InputError(
                Text("文件有密码", "the file is protected by a password"),
                name,
                Text("请去掉密码后再试", "take the password off"),
            )
        if info.compress_type not in _METHODS:
            raise _hostile(name, f"{entry} 的压缩方法不对", f"{entry}: wrong compression method")


def _refuse_overlaps(entries: list[zipfile.ZipInfo], name: str) -> None:
    end = 0
    for info in sorted(entries, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise _hostile(name, "内含文件互相重叠", "its entries overlap")
        end = info.header_offset + _LOCAL_HEADER + info.compress_size


def _refuse_sizes(entries: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    unpacked = 0
    for info in entries:
        if not info.filename.lower().endswith(_XML):
            if info.file_size > limits.media * MIB:
                raise _hostile(
                    name,
                    f"{info.filename} 解压后超过 {limits.media} MiB",
                    f"{info.filename} is over {limits.media} MiB unpacked",
                )
            continue
        unpacked += info.file_size
        if unpacked > limits.unpacked * MIB:
            raise too_large(name, limits)
        if info.file_size > max(_LARGE, limits.ratio * info.compress_size):
            raise _hostile(
                name, f"{info.filename} 的压缩率异常", f"{info.filename} is compressed too well"
            )


def too_large(name: str, limits: Limits) -> InputError:
    """The XML of a file is more than the limits let through."""
    return InputError(
        Text(
            f"解压后的 XML 超过 {limits.unpacked} MiB",
            f"over {limits.unpacked} MiB of XML unpacked",
        ),
        name,
        Text(
            "不像正常的 Word 文档，没有打开；确是正常文件的，用 --max-unpacked 放宽",
            "no ordinary Word file, not opened; raise --max-unpacked if it is one",
        ),
    )


def _hostile(name: str, zh: str, en: str) -> InputError:
    return InputError(Text(zh, en), name, _UNLIKE_WORD)
