"""The same document is the same file, from one version of the program to the next."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

import converter
from converter.writers import Setting
from converter.writers.docx import render
from converter.writers.docx.archive import LEVEL, Archive, Damage, Member, archive
from tests.tools.places import FIXTURES
from tests.writers.docx.sums import known, sums

CONTENTS = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": "全面推进乡村振兴。".encode() * 400,
    "word/media/image1.png": bytes(range(256)) * 5,
    "empty.xml": b"",
}


def test_no_file_has_changed() -> None:
    """If it was meant: ``python -m tests.writers.docx.sums``."""
    found, wanted = sums(), known()
    assert list(found) == list(wanted)
    assert [name for name in found if found[name] != wanted[name]] == []


def made() -> bytes:
    return archive(Member(name, content) for name, content in CONTENTS.items())


def by_library() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, content in CONTENTS.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            file.writestr(info, content, zipfile.ZIP_DEFLATED, LEVEL)
    return stream.getvalue()


def test_an_archive_is_that_of_the_standard_library() -> None:
    assert made() == by_library()


def test_an_archive_is_read_as_it_was_written() -> None:
    found = Archive(made())
    assert found.names == CONTENTS.keys()
    assert {name: found.read(name) for name in CONTENTS} == CONTENTS
    again = Archive(by_library())
    assert all(again.key(name) == found.key(name) for name in CONTENTS)


def test_an_archive_without_compression_is_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("word/document.xml", "正文")
    assert Archive(stream.getvalue()).read("word/document.xml") == "正文".encode()


@pytest.mark.parametrize("place", range(0, len(made()), 7))
def test_a_damaged_archive_is_not_read(place: int) -> None:
    """Any byte that is changed either makes the archive unreadable, or is one that no content
    depends on (a time, a version)."""
    data = bytearray(made())
    data[place] ^= 0x55
    try:
        found = Archive(bytes(data))
        content = {name: found.read(name) for name in found.names}
    except (ValueError, zlib.error):
        return
    assert content == CONTENTS


@pytest.mark.parametrize("cut", [0, 10, 500, -1])
def test_an_archive_that_is_cut_off(cut: int) -> None:
    with pytest.raises(Damage):
        Archive(made()[:cut])


def test_what_was_written_before_does_not_change_a_file() -> None:
    """What is kept of one file is in no other."""
    drafts = [FIXTURES / "layout" / f"{name}.txt" for name in ("report", "official", "letter")]
    documents = [document for path in drafts for document in converter.parse(path.read_bytes())]
    setting = Setting(folder=FIXTURES / "layout")
    first = [render(document, setting) for document in documents]
    assert [render(document, setting) for document in reversed(documents)] == first[::-1]
