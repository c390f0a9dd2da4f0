"""Tables whose cells are more than texts, as our files have them: nothing is found in them; and
what lacks in a plain table is still told."""

from __future__ import annotations

import re

import pytest

from converter.layout.gbt9704 import LAYOUTS
from converter.writers import Setting
from converter.writers.docx import render
from tests.cases import read
from tests.composition.drawn_grids import document
from tests.linter.format.test_own_files import said
from tests.tools.places import FIXTURES
from tests.writers.docx.test_docx_verify import packed, parts

LONG = "¶".join(["（一）进展顺利，按期完工，没有发生质量和安全事故。"] * 30)
CASES = {place: drawing for place, drawing, _ in read("grids", "layout")} | {
    "a row of half a page": f"项目|说明/供水|{LONG}/排水|一¶二",
    "a cell beside short ones": f"项目|说明/供水|{LONG}/^|^/^|^/排水|一¶二",
    "a title over all columns": "全县水利工程一览|<|</项目|投资|工期/供水|3|4/排水|5|6",
}


def made(drawing: str, layout: str = "report") -> bytes:
    """Our file with the table of a drawing."""
    return render(document(drawing), Setting(LAYOUTS[layout], FIXTURES / "layout"))


@pytest.mark.parametrize("layout", ["report", "official"])
@pytest.mark.parametrize("place", CASES)
def test_nothing_is_found(place: str, layout: str) -> None:
    assert said(made(CASES[place], layout), layout) == []


@pytest.mark.parametrize(
    ("element", "name"), [("cantSplit", "table-row-splits"), ("tblHeader", "table-header-row")]
)
def test_what_a_plain_table_lacks_is_told(element: str, name: str) -> None:
    content = parts(made("项目|数量/供水|3/排水|4"))
    text = re.sub(f"<w:{element}/>", "", content["word/document.xml"].decode())
    content["word/document.xml"] = text.encode()
    assert [found for found, *_ in said(packed(content), "report")] == [name]
