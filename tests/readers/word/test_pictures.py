"""Pictures of a Word file: where they stand, how large they are, and that they are carried on."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

import converter
from converter.errors import InputError
from converter.model import walk
from converter.model.nodes import Paragraph, Picture
from tests.readers.word.notation import made
from tests.readers.word.reading import NAME, document_of, documents_of
from tests.tools.places import FIXTURES

CHART = FIXTURES / "layout" / "chart.png"
PATH = f"{NAME}/word/media/image1.png"


def draft() -> bytes:
    """A draft with a picture of its own line and a caption, one in a text, one in a cell."""
    file = docx.Document()
    file.add_paragraph("云岭县水务局2024年工作总结", style="Title")
    file.add_paragraph("全年新建管网十二公里，改造泵站三座，没有人员伤亡。")
    file.add_paragraph().add_run().add_picture(str(CHART), width=Mm(80))
    file.add_paragraph("图1 投资情况")
    inline = file.add_paragraph("其中")
    inline.add_run().add_picture(str(CHART), width=Mm(20))
    inline.add_run("如左。")
    table = file.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "项目", "照片"
    table.cell(1, 0).text = "泵站"
    table.cell(1, 1).paragraphs[0].add_run().add_picture(str(CHART), width=Mm(30))
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def test_pictures_stand_where_they_stood() -> None:
    found = [node for _, node in walk.nodes(document_of(draft())) if isinstance(node, Paragraph)]
    shown = [(node.kind, node.text, node.picture.width if node.picture else None) for node in found]
    assert shown == [
        ("body", "全年新建管网十二公里，改造泵站三座，没有人员伤亡。", None),
        ("picture", "", 80),
        ("caption", "图1 投资情况", None),
        ("body", "其中如左。", None),
        ("picture", "", 20),
        ("table", "项目\t照片\n泵站\t", None),
    ]
    picture = found[1].picture
    assert isinstance(picture, Picture)
    assert picture.path == PATH
    (inset,) = found[-1].insets
    assert inset.offset == len("项目\t照片\n泵站\t")
    assert inset.picture is not None
    assert inset.picture.width == 30


def test_pictures_are_carried_on(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(draft())
    data = converter.render(document_of(draft()), "docx", folder=tmp_path)
    back = [node for _, node in walk.nodes(document_of(data)) if isinstance(node, Paragraph)]
    pictures = [node.picture for node in back if node.picture]
    pictures += [inset.picture for node in back for inset in node.insets if inset.picture]
    assert [round(picture.width or 0) for picture in pictures] == [80, 20, 30]
    with zipfile.ZipFile(BytesIO(data)) as package:
        kept = {package.read(picture.path.partition("/")[2]) for picture in pictures}
    assert kept == {CHART.read_bytes()}


@pytest.mark.parametrize("body", ["----", "<w:p><w:r><w:t> </w:t></w:r></w:p>"])
def test_a_file_without_text_is_told(body: str) -> None:
    with pytest.raises(InputError, match="没有报告正文"):
        documents_of(made(body))


def test_a_file_has_no_encoding() -> None:
    assert document_of(draft()).encoding is None
