"""Pictures inside Word files: found there, and carried whatever they are."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

import converter
from converter.composition.packages import file_of
from converter.composition.picture_sizes import UNSIZED
from converter.composition.subject import Draft, pictures_in
from converter.errors import InputError
from converter.layout.gbt9704 import REPORT
from converter.model.nodes import Document, Paragraph, Picture, TextLine
from converter.writers import FORMATS, Setting
from tests.composition.made_pictures import emf
from tests.tools.places import FIXTURES

CHART = FIXTURES / "layout" / "chart.png"
OTHERS = {
    "image2.emf": ("image/x-emf", emf(4000, 2500)),
    "image3.wdp": ("image/vnd.ms-photo", b"II\xbc\x01" + bytes(60)),
    "image4.jpeg": ("image/jpeg", b"\xff\xd8\xff\xe0" + bytes(9)),
    "image5.图": ("", b"?"),
}
"""Further pictures of the package: their type as it tells it, and their bytes."""


@pytest.fixture(scope="module")
def package() -> bytes:
    """A Word file with pictures of many kinds, a damaged one among them."""
    made, result = io.BytesIO(), io.BytesIO()
    written = docx.Document()
    written.add_picture(str(CHART))
    written.save(made)
    types = "".join(
        f'<Override PartName="/word/media/{name}" ContentType="{mime}"/>'
        for name, (mime, _) in OTHERS.items()
        if mime
    )
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(result, "w") as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == "[Content_Types].xml":
                data = data.replace(b"</Types>", types.encode() + b"</Types>")
            target.writestr(item, data)
        for name, (_, data) in OTHERS.items():
            target.writestr(f"word/media/{name}", data)
    return result.getvalue()


@pytest.fixture
def folder(tmp_path: Path, package: bytes) -> Path:
    """A folder with that file in it, and in a folder of its own."""
    (tmp_path / "附件.docx").mkdir()
    for path in ("草稿.docx", "附件.docx/草稿.DOCX"):
        (tmp_path / path).write_bytes(package)
    return tmp_path


@pytest.mark.parametrize("file", ["草稿.docx", "附件.docx/草稿.DOCX"])
def test_picture_in_a_file_of_the_folder(folder: Path, file: str) -> None:
    found = pictures_in(folder)(f"{file}/word/media/image1.png", "")
    assert (found.mime, found.data) == ("image/png", CHART.read_bytes())
    assert file_of(f"{file}/word/media/image1.png", str(folder)) == str(folder / file)


@pytest.mark.parametrize("name", ["-", "来稿/草稿.docx", "s3://桶/草稿.docx"])
def test_picture_in_the_draft_itself(tmp_path: Path, package: bytes, name: str) -> None:
    load = pictures_in(tmp_path, Draft(name, package))
    found = load(f"{name.rpartition('/')[2]}/word/media/image1.png", "")
    assert found.data == CHART.read_bytes()


def test_the_draft_counts_more_than_a_file_of_its_name(folder: Path, package: bytes) -> None:
    (folder / "草稿.docx").write_bytes(b"")
    load = pictures_in(folder, Draft("草稿.docx", package))
    assert load("草稿.docx/word/media/image1.png", "").mime == "image/png"


@pytest.mark.parametrize("name", OTHERS)
def test_every_picture_is_carried(folder: Path, name: str) -> None:
    mime, data = OTHERS[name]
    found = pictures_in(folder)(f"草稿.docx/word/media/{name}", "")
    suffix = name.rpartition(".")[2].replace("jpeg", "jpg").replace("图", "bin")
    assert (found.mime, found.data) == (mime or "application/octet-stream", data)
    assert found.suffix == suffix
    is_known = name.endswith("emf")
    assert ((found.width, found.height) == UNSIZED) != is_known


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("草稿.docx/word/media/image9.png", "$.x：找不到图片：草稿.docx/word/media/image9.png"),
        ("草稿.docx/", "$.x：不是图片：草稿.docx/"),
        ("没有.docx/word/media/image1.png", "$.x：找不到图片：没有.docx/word/media/image1.png"),
        ("假的.docx/word/media/image1.png", "$.x：这是纯文本，不是 Word 文档：假的.docx；"),
        ("图.png/word/media/image1.png", "$.x："),
    ],
)
def test_what_is_not_there_is_told(folder: Path, path: str, line: str) -> None:
    (folder / "假的.docx").write_bytes("一年来".encode())
    (folder / "图.png").write_bytes(CHART.read_bytes())
    with pytest.raises(InputError) as error:
        pictures_in(folder)(path, "$.x")
    assert error.value.line().startswith(line)


def test_no_file_on_the_way(folder: Path) -> None:
    for path in ("没有.docx/word/media/image1.png", "图.png", "附件.docx"):
        assert file_of(path, str(folder)) is None


def test_the_draft_of_a_setting_gives_the_pictures(tmp_path: Path, package: bytes) -> None:
    names = ["image1.png", *OTHERS]
    pictures = tuple(
        Paragraph("", n, kind="picture", picture=Picture(f"-/word/media/{name}", 40, 30))
        for n, name in enumerate(names, 2)
    )
    document = Document(title=TextLine("报告", 1), lead=pictures)
    setting = Setting(REPORT, tmp_path, Draft("-", package))
    with zipfile.ZipFile(io.BytesIO(FORMATS["docx"].renderer()(document, setting))) as file:
        media = [file.read(name) for name in file.namelist() if name.startswith("word/media/")]
    assert media == [CHART.read_bytes(), *(data for _, data in OTHERS.values())]
    page = FORMATS["html"].renderer()(document, setting).decode()
    assert page.count("<img") == len(names)
    assert 'alt="图片（EMF 格式，浏览器显示不了）"' in page


def test_the_pictures_of_a_word_file_that_a_program_read() -> None:
    written, made = docx.Document(), io.BytesIO()
    for text in ("云岭县水务局2025年工作总结", "一、工作总结", "供水稳定。"):
        written.add_paragraph(text)
    written.add_picture(str(CHART))
    written.save(made)
    (document,) = converter.parse(made.getvalue())
    with pytest.raises(InputError):
        converter.render(document)
    file = io.BytesIO(converter.render(document, draft=made.getvalue()))
    assert len(docx.Document(file).inline_shapes) == 1
