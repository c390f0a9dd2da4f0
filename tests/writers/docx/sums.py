"""What every file of the fixtures holds, as one checksum a file, so that no byte changes unmeant.

``python -m tests.writers.docx.sums`` writes ``sums.txt`` anew after a change that was meant: say in
CHANGELOG.md what it was, and look at a file in an office program.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import converter
from converter.composition.blocks import Composition
from converter.layout.gbt9704 import LAYOUTS
from converter.layout.house import load
from converter.model.nodes import Document
from converter.writers import Setting
from converter.writers.docx import render, write
from tests.tools.places import FIXTURES
from tests.writers.docx.compositions import VARIANTS, everything
from tests.writers.docx.samples import DOCUMENTS
from tests.writers.docx.test_docx_edges import CASES

SUMS = Path(__file__).with_name("sums.txt")
HOUSE = [*sorted((FIXTURES / "layouts").glob("yunling*")), FIXTURES / "layouts" / "hewan.json"]


def sums() -> dict[str, str]:
    """Name of a file → checksum of all that its archive says of its members, and of what they
    hold. How it is compressed depends on the machine's zlib, and does not count."""
    return {name: _sum(make()) for name, make in _files()}


def known() -> dict[str, str]:
    """The checksums in ``sums.txt``."""
    lines = (line.split("  ", 1) for line in SUMS.read_text("utf-8").splitlines())
    return {name: found for found, name in lines}


def _files() -> Iterator[tuple[str, partial[bytes]]]:
    for path in sorted((FIXTURES / "layout").glob("*.txt")):
        for name, layout in LAYOUTS.items():
            yield from _drafts(path, f"@{name}", Setting(layout, path.parent))
    for path in HOUSE:
        draft = FIXTURES / "layout" / "official.txt"
        yield from _drafts(draft, f"@{path.name}", Setting(load(str(path)), draft.parent))
    for path in [*sorted((FIXTURES / "reports").glob("*.txt")), FIXTURES / "compilation.txt"]:
        yield from _drafts(path, "", Setting(folder=path.parent))
    for name, document in DOCUMENTS.items():
        yield f"sample {name}", partial(render, document)
    for name, layout in VARIANTS.items():
        yield f"everything @{name}", partial(write, everything(layout), layout, Document())
    for name, (layout, sheets) in CASES.items():
        if name != "seal":  # another library makes its picture
            yield f"edge {name}", partial(write, Composition(sheets), layout, Document())


def _drafts(path: Path, suffix: str, setting: Setting) -> Iterator[tuple[str, partial[bytes]]]:
    for number, document in enumerate(converter.parse(path.read_bytes()), start=1):
        yield f"{path.stem}-{number}{suffix}", partial(render, document, setting)


def _sum(file: bytes) -> str:
    found = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        for entry in archive.infolist():
            said = (
                entry.filename,
                entry.date_time,
                entry.compress_type,
                entry.create_system,
                entry.create_version,
                entry.extract_version,
                entry.flag_bits,
                entry.external_attr,
                entry.extra,
                entry.comment,
            )
            found.update(repr(said).encode() + archive.read(entry))
    return found.hexdigest()[:32]


if __name__ == "__main__":
    SUMS.write_text("".join(f"{value}  {name}\n" for name, value in sums().items()), "utf-8")
