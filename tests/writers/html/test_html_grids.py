"""Tables whose cells are more than texts, on the page: the same cells, also where a page ends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from lxml import html

from converter.layout.gbt9704 import REPORT
from converter.writers import Setting
from converter.writers.html import render
from tests.cases import read
from tests.composition.drawn_grids import ABOVE, LEFT, document, drawings, plain
from tests.tools.browser import Browser
from tests.tools.places import FIXTURES

SETTING = Setting(REPORT, FIXTURES / "layout")
CASES = {place: drawing for place, drawing, _ in read("grids", "layout")}

# Of each row of each page's tables: how many columns there are, with those of cells from above.
COLUMNS = """
[...document.querySelectorAll(".page .table > table")].map((table) => {
  const rows = [...table.rows], taken = [];
  return rows.map((row, y) => {
    let columns = taken[y] ?? 0;
    for (const cell of row.cells) {
      columns += cell.colSpan;
      for (let k = 1; k < cell.rowSpan; k++) taken[y + k] = (taken[y + k] ?? 0) + cell.colSpan;
    }
    return columns + (y + 1 === rows.length && taken.length > rows.length ? 100 : 0);
  });
})
"""


def drawn(table: html.HtmlElement) -> str:
    """The drawing of a table on a page."""
    rows = table.xpath("./thead/tr | ./tbody/tr")
    grid: dict[tuple[int, int], str] = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in grid:
                x += 1
            down, across = int(cell.get("rowspan", "1")), int(cell.get("colspan", "1"))
            for dy in range(down):
                for dx in range(across):
                    grid[y + dy, x + dx] = ABOVE if dy else LEFT
            grid[y, x] = content(cell)
            x += across
    width = max(x for _, x in grid) + 1
    lines = ("|".join(grid[y, x] for x in range(width)) for y in range(len(rows)))
    return "/".join(lines)


def content(cell: html.HtmlElement) -> str:
    """What stands in a cell: a text, or paragraphs and tables."""
    if not len(cell):
        return cell.text or ""
    found, last = "", ""
    for block in cell:
        if block.tag == "div":
            found += f"{{{drawn(block[0])}}}"
        else:
            found += ("¶" if last == "p" else "") + "".join(inline(block))
        last = block.tag
    return found


def inline(paragraph: html.HtmlElement) -> Iterator[str]:
    """The text of a paragraph, the marks of notes and pictures among it."""
    yield paragraph.text or ""
    for element in paragraph:
        yield {"img": "[图]", "a": "[注]"}[element.tag]
        yield element.tail or ""


def page_of(drawing: str) -> str:
    """The drawing of the table on the page that a draft becomes."""
    found = html.fromstring(render(document(drawing), SETTING))
    table = found.find(".//div[@class='text']/div[@class='table']/table")
    assert table is not None
    return drawn(table)


@pytest.mark.parametrize("place", CASES)
def test_cells_are_those_of_the_draft(place: str) -> None:
    drawing = CASES[place]
    assert page_of(drawing) == plain(drawing)


@settings(max_examples=40, deadline=None)
@given(drawings())
def test_cells_of_any_table(drawing: str) -> None:
    assert page_of(drawing) == plain(drawing).replace("女/丙", "女/丙|")


def long_table() -> str:
    """A table over several pages, in which one cell goes down all of it and others part of it."""
    rows = ["类别|项目|<|数量", "^|名称|地点|^"]
    for number in range(60):
        label = "水利工程" if number == 0 else ABOVE
        middle = f"第{number}项" if number % 7 == 0 else ABOVE
        rows.append(f"{label}|{middle}|青石镇|{number}[注]")
    return "/".join(rows)


def test_cells_go_on_where_a_page_ends(browser: Browser) -> None:
    with browser.show(render(document(long_table()), SETTING)) as shown:
        pages = shown.value(COLUMNS)
        texts = shown.value("document.querySelector('main').textContent")
        notes = shown.value(
            "[...document.querySelectorAll('.page')].every((page) =>"
            " page.querySelectorAll('.ref').length === page.querySelectorAll('.footnote').length)"
        )
        low = shown.value(
            "[...document.querySelectorAll('.page')].every((page) =>"
            " [...page.querySelectorAll('.notes, .table')].every((part) =>"
            " part.getBoundingClientRect().bottom < page.getBoundingClientRect().bottom - 100))"
        )
    assert len(pages) > 2
    assert all(row == 4 for page in pages for row in page)
    assert sum(len(page) - 2 for page in pages) == 60
    assert notes
    assert low
    assert texts.count("水利工程") == 1
    assert all(texts.count(f"第{number}项") == 1 for number in range(0, 60, 7))
