"""Pictures of the kinds that drafts hold, small ones, made here."""

from __future__ import annotations

import struct


def emf(width: int, height: int) -> bytes:
    """An enhanced metafile with a rectangle, so many hundredths of a millimetre large."""
    box = struct.pack("<iiii", 0, 0, width, height)
    rectangle = struct.pack("<II", 43, 24) + struct.pack("<iiii", 10, 10, width - 10, height - 10)
    end = struct.pack("<IIIII", 14, 20, 0, 16, 20)
    size = 88 + len(rectangle) + len(end)
    header = struct.pack("<II", 1, 88) + box + box + b" EMF"
    header += struct.pack("<IIIHHIII", 0x10000, size, 3, 1, 0, 0, 0, 0)
    header += struct.pack("<iiii", width, height, width // 100, height // 100)
    return header + rectangle + end


def wmf(width: int, height: int, inch: int = 1440) -> bytes:
    """A metafile with a rectangle, so many units large, with the header that tells its size;
    without that header where an inch has no units."""
    rectangle = struct.pack("<IHhhhh", 7, 0x041B, height - 10, width - 10, 10, 10)
    body = struct.pack("<IHhh", 5, 0x020C, height, width) + rectangle + struct.pack("<IH", 3, 0)
    plain = struct.pack("<HHHIHIH", 1, 9, 0x300, 9 + len(body) // 2, 0, 7, 0) + body
    if not inch:
        return plain
    placed = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, width, height, inch, 0)
    check = 0
    for (word,) in struct.iter_unpack("<H", placed):
        check ^= word
    return placed + struct.pack("<H", check) + plain


def svg(size: str, before: str = "") -> bytes:
    """A drawing of a circle; ``size`` are the attributes that say how large it is."""
    name = "http://www.w3.org/2000/svg"
    return f'{before}<svg xmlns="{name}" {size}><circle cx="9" cy="9" r="8"/></svg>'.encode()


def tiff(width: int, height: int) -> bytes:
    """A grey TIFF of so many dots, 72 to the inch."""
    dots = b"\x80" * (width * height)
    entries = [
        (256, 3, 1, width),
        (257, 3, 1, height),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 8),
        (278, 3, 1, height),
        (279, 4, 1, len(dots)),
        (282, 5, 1, 8 + len(dots)),
        (283, 5, 1, 8 + len(dots)),
        (296, 3, 1, 2),
    ]
    place = 8 + len(dots) + 8
    directory = struct.pack("<H", len(entries))
    directory += b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4)
    return struct.pack("<2sHI", b"II", 42, place) + dots + struct.pack("<II", 72, 1) + directory
