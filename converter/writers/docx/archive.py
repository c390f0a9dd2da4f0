"""ZIP archives: the same bytes for the same members, written from their parts, and read again.

No more than a DOCX file needs. The module of the standard library takes longer to import than a
report to be written, and it would compress what never changes again for each file.
"""

from __future__ import annotations

import zlib

from converter.bilingual import Text
from converter.errors import ConverterError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEVEL = 6
_WINDOW = -15
"""Raw deflated data, without a header of its own."""
_STORED, _DEFLATED = 0, 8
_VERSION = 20
"""What a reader must understand: version 2.0 of the format."""
# The earliest time that an archive can hold: the time of writing would differ on every run.
_EPOCH = (1 << 5 | 1) << 16
_MODE = 0o600 << 16
_LARGEST = 0xFFFFFFFF
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_SIZE, _CENTRAL_SIZE, _END_SIZE = 30, 46, 22
_CHUNK = 1 << 18


class Damage(ValueError):
    """An archive that cannot be read."""


class Member:
    """A member of an archive: its content compressed, and what the archive says of it."""

    def __init__(self, name: str, content: bytes) -> None:
        packer = zlib.compressobj(LEVEL, zlib.DEFLATED, _WINDOW)
        packed = packer.compress(content) + packer.flush()
        coded = name.encode()
        facts = b"".join(
            (
                _two(_VERSION),
                _two(0),
                _two(_DEFLATED),
                _four(_EPOCH),
                _four(zlib.crc32(content)),
                _four(len(packed)),
                _four(len(content)),
                _two(len(coded)),
                _two(0),
            )
        )
        self.local = _LOCAL + facts + coded + packed
        """The member as it stands in the archive."""
        self._entry = _CENTRAL + _two(_VERSION) + facts + _two(0) * 3 + _four(_MODE)
        self._name = coded

    def entry(self, place: int) -> bytes:
        """What the directory says of the member at that place of the archive."""
        return self._entry + _four(place) + self._name


def archive(members: Iterable[Member]) -> bytes:
    """The archive of the members, in their order. Raises ConverterError when it gets too large."""
    found, directory, place = [], [], 0
    for member in members:
        found.append(member.local)
        directory.append(member.entry(place))
        place += len(member.local)
        if place > _LARGEST:
            what = Text("文件超过 4 GiB", "the file would be larger than 4 GiB")
            raise ConverterError(what, "", Text("请减少图片", "use fewer pictures"))
    size, count = sum(map(len, directory)), len(directory)
    end = _END + _two(0) * 2 + _two(count) * 2 + _four(size) + _four(place) + _two(0)
    return b"".join((*found, *directory, end))


class Archive:
    """An archive to be read. Raises Damage where it is not whole."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._entries = dict(self._directory())

    @property
    def names(self) -> frozenset[str]:
        """The names of the members."""
        return frozenset(self._entries)

    def key(self, name: str) -> tuple[bytes, bytes]:
        """What a member is known by, for members with the same are the same: what both directories
        say of it (method, time, checksum, sizes), and its content as it is stored."""
        if name not in self._entries:
            raise Damage(name)
        return self._entries[name]

    def read(self, name: str) -> bytes:
        """The content of a member."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a member in pieces, checked when the last one has been asked for."""
        facts, packed = self.key(name)
        method, crc, size = (
            _number(facts, start, length) for start, length in ((0, 2), (6, 4), (14, 4))
        )
        if method == _STORED:
            yield from self._checked(iter((packed,)), crc, size)
        elif method == _DEFLATED:
            yield from self._checked(_inflated(packed), crc, size)
        else:
            raise Damage(name)

    @staticmethod
    def _checked(chunks: Iterator[bytes], crc: int, size: int) -> Iterator[bytes]:
        found, length = 0, 0
        for chunk in chunks:
            found = zlib.crc32(chunk, found)
            length += len(chunk)
            yield chunk
        if (found, length) != (crc, size):
            raise Damage("checksum")

    def _directory(self) -> Iterator[tuple[str, tuple[bytes, bytes]]]:
        data = self._data
        end = len(data) - _END_SIZE
        if end < 0 or data[end : end + 4] != _END:
            raise Damage("no directory")
        place = _number(data, end + 16, 4)
        for _ in range(_number(data, end + 10, 2)):
            facts, length = data[place + 10 : place + 28], _number(data, place + 28, 2)
            name = data[place + _CENTRAL_SIZE : place + _CENTRAL_SIZE + length]
            start = _number(data, place + 42, 4)
            local = data[start : start + _LOCAL_SIZE + length]
            same = local[8:26] == facts and local[_LOCAL_SIZE:] == name
            if data[place : place + 4] != _CENTRAL or local[:4] != _LOCAL or not same:
                raise Damage("no such member")
            start += _LOCAL_SIZE + length + _number(local, 28, 2)
            yield name.decode(), (facts, data[start : start + _number(facts, 10, 4)])
            extra = _number(data, place + 30, 2) + _number(data, place + 32, 2)
            place += _CENTRAL_SIZE + length + extra


def _inflated(packed: bytes) -> Iterator[bytes]:
    """The content of deflated data, in pieces that do not fill the memory."""
    unpacker = zlib.decompressobj(_WINDOW)
    while packed:
        yield unpacker.decompress(packed, _CHUNK)
        packed = unpacker.unconsumed_tail
    yield unpacker.flush()
    if not unpacker.eof:
        raise Damage("cut off")


def _two(value: int) -> bytes:
    return value.to_bytes(2, "little")


def _four(value: int) -> bytes:
    return value.to_bytes(4, "little")


def _number(data: bytes, start: int, length: int) -> int:
    return int.from_bytes(data[start : start + length], "little")
