"""Documents of other word processors, made by LibreOffice from our own: what is read, what is
refused, and that nothing in them is run or fetched."""

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from socket import AF_INET, SOCK_STREAM, socket

import docx2txt
import pytest

import converter
from converter.errors import InputError
from converter.inputs import parse
from converter.model import walk
from converter.model.nodes import Document
from converter.office import program, run
from converter.profiles.choice import Choice
from converter.readers import Options
from converter.readers import office as reader
from tests.tools.office import Office
from tests.tools.places import FIXTURES

SUFFIXES = (".doc", ".odt", ".rtf", ".wps")
posix = pytest.mark.skipif(os.name != "posix", reason="a shell script plays LibreOffice")


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Each test converts its own files."""
    reader._converted.clear()
    yield
    reader._converted.clear()


@pytest.fixture(scope="session")
def report() -> Document:
    """A report with tables and footnotes."""
    path = FIXTURES / "reports" / "figures.txt"
    (document,) = parse(path.name, path.read_bytes(), Choice()).documents
    return document


@pytest.fixture(scope="session")
def files(
    office: Office, report: Document, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """The report in each format, by suffix; a WPS document is one of old Word with its own name."""
    path = tmp_path_factory.mktemp("drafts") / "draft.docx"
    path.write_bytes(converter.render(report, "docx"))
    made = {".docx": path.read_bytes()}
    for suffix, target in ((".doc", "doc"), (".odt", "odt"), (".rtf", "rtf"), (".html", "html")):
        made[suffix] = office.convert([path], target)[0].read_bytes()
    return made | {".wps": made[".doc"]}


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def text_of(document: Document) -> str:
    """All text of a document, in order."""
    return bare("".join(walk.node_text(node) for _, node in walk.nodes(document)))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_text_is_read(
    suffix: str, files: dict[str, bytes], report: Document, office: Office
) -> None:
    options = Options(f"draft{suffix}", Choice())
    (found,) = reader.read(files[suffix], options)
    assert text_of(found) == text_of(report)


@pytest.mark.parametrize("suffix", (".docx", ".rtf", ".html", ".odt"))
def test_the_content_counts_and_not_the_name(
    suffix: str, files: dict[str, bytes], report: Document
) -> None:
    data = reader.converted(files[suffix], "draft.doc")
    assert bare(report.title.text if report.title else "") in bare(
        docx2txt.process(io.BytesIO(data))
    )
    assert (data == files[".docx"]) == (suffix == ".docx")


def test_several_files_take_one_start(
    files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    starts: list[int] = []
    started = run._started

    def counted(call: list[str]) -> object:
        starts.append(len(call))
        return started(call)

    monkeypatch.setattr(run, "_started", counted)
    inputs = [(files[suffix], f"draft{suffix}") for suffix in (*SUFFIXES, ".docx")]
    reader.prepare([*inputs, (b"%PDF-1.7", "draft.doc")])
    for data, name in inputs:
        assert zipfile.is_zipfile(io.BytesIO(reader.converted(data, name)))
    assert len(starts) == 1


def zipped(**parts: bytes) -> bytes:
    """A ZIP file with those members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
REFUSED = {
    "empty": (b" \n", "文件是空的"),
    "pdf": (b"%PDF-1.7\n", "这是 PDF"),
    "plain text": ("云岭县水务局2024年工作总结".encode(), "请把后缀改成 .txt"),
    "archive": (zipped(readme=b"1"), "这是压缩包"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(200), "不是能读的文档"),
    "spreadsheet": (OLE + "Workbook".encode("utf-16-le"), "这是表格或演示文稿"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "有密码"),
}


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_document_is_told_in_one_line(
    data: bytes, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(program.VARIABLE, "/nowhere")  # LibreOffice is not even looked for
    line = fault(data)
    assert words in line and "\n" not in line and line.startswith("草稿.doc：")


def fault(data: bytes) -> str:
    """What the user is told of a file that cannot be read."""
    with pytest.raises(InputError) as raised:
        reader.read(data, Options("草稿.doc", Choice()))
    return raised.value.line()


def test_without_libreoffice_the_remedy_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(program.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(program, "_usual_places", lambda: iter(()))
    line = fault(b"{\\rtf1 x}")
    assert "读 .doc 要用 LibreOffice，没有找到它" in line and "另存为 .docx" in line


@posix
@pytest.mark.parametrize(
    ("script", "words"),
    [
        (
            "echo 'Error: source file could not be loaded'; exit 1",
            "source file could not be loaded",
        ),
        ("exit 81", "LibreOffice 读不了这个文件"),
        ("sleep 60", "过了 1 秒还没有写出 DOCX"),
    ],
)
def test_a_failing_program_is_told_in_one_line(
    script: str, words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    command = tmp_path / "soffice"
    command.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    command.chmod(0o755)
    monkeypatch.setenv(program.VARIABLE, str(command))
    monkeypatch.setattr(run, "START_SECONDS", 1.0)
    monkeypatch.setattr(run, "FILE_SECONDS", 0.0)
    line = fault(b"{\\rtf1 x}")
    assert words in line and "另存为 .docx" in line and "\n" not in line


def test_a_damaged_file_is_told_in_one_line(files: dict[str, bytes]) -> None:
    line = fault(files[".odt"][:3000])
    assert "LibreOffice 读不了这个文件" in line and "\n" not in line


MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">Sub Main
 Open "{mark}" For Output As #1
 Print #1, "run"
 Close #1
End Sub</script:module>"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<library:{kind} xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink" {more}</library:{kind}>"""
CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content office:version="1.2"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink">
<office:scripts><office:event-listeners>
<script:event-listener script:language="ooo:script" script:event-name="dom:load"
 xlink:href="vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document"/>
</office:event-listeners></office:scripts>
<office:body><office:text><text:p>全县工作平稳。</text:p>
<text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:image
 xlink:href="http://127.0.0.1:{port}/a.png" xlink:type="simple"/></draw:frame></text:p>
<text:section text:name="s"><text:section-source xlink:href="http://127.0.0.1:{port}/b.odt"
 xlink:type="simple"/><text:p>节</text:p></text:section>
</office:text></office:body></office:document-content>"""
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
{entries}</manifest:manifest>"""


def hostile(mark: Path, port: int) -> bytes:
    """An ODT with a macro that writes ``mark`` when the file is opened, a picture and a section
    that are fetched from a port of this machine."""
    basic = "Basic/Standard/"
    parts = {
        "content.xml": CONTENT.format(port=port),
        "Basic/script-lc.xml": LIBRARY.format(
            kind="libraries",
            more='><library:library library:name="Standard" library:link="false"/>',
        ),
        f"{basic}script-lb.xml": LIBRARY.format(
            kind="library",
            more='library:name="Standard" library:readonly="false" '
            'library:passwordprotected="false"><library:element library:name="Module1"/>',
        ),
        f"{basic}Module1.xml": MACRO.format(mark=mark),
    }
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in parts
        if name.startswith("Basic")
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, text in parts.items():
            archive.writestr(name, text)
        archive.writestr("META-INF/manifest.xml", MANIFEST.format(entries=entries))
    return buffer.getvalue()


def test_nothing_is_run_and_nothing_fetched(tmp_path: Path, office: Office) -> None:
    mark = tmp_path / "mark"
    with socket(AF_INET, SOCK_STREAM) as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.2)
        data = reader.converted(hostile(mark, server.getsockname()[1]), "draft.odt")
        with pytest.raises(TimeoutError):
            server.accept()
    assert "全县工作平稳" in docx2txt.process(io.BytesIO(data))
    assert not mark.exists()
