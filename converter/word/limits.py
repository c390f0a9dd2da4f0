"""What a Word file may ask of the machine that opens it."""

from __future__ import annotations

from converter.record import record


@record(kw_only=True)
class Limits:
    """``unpacked`` is the most MiB that the XML parts of a file may have together, ``media`` the
    most that any part that is not XML may have; ``parts`` the most entries of the package,
    ``depth`` how deep elements may be nested, ``tables`` how deep tables may be. ``cells`` is the
    most cells of a table, its rows reckoned as wide as the widest; ``nodes`` the most elements and
    attributes of one XML part, ``ratio`` how many times as large as its compressed form a large XML
    part may be."""

    unpacked: int = 32
    media: int = 64
    parts: int = 10_000
    depth: int = 200
    tables: int = 8
    cells: int = 200_000
    nodes: int = 3_000_000
    ratio: int = 400
