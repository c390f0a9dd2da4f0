"""The file as text: complete, safe, self-contained, the same every time."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import html

from converter.composition.blocks import (
    Composition,
    Frame,
    Imprint,
    Paragraph,
    Picture,
    Sheet,
    Span,
    Table,
)
from converter.errors import InputError
from converter.layout.gbt9704 import REPORT
from converter.layout.table import Layout
from converter.model.nodes import Document, TextLine
from converter.writers.html.looks import class_of
from converter.writers.html.page import write
from tests.writers.html.compositions import (
    DOCUMENT,
    STYLES,
    TITLE,
    VARIANTS,
    body,
    everything,
    letter,
    page,
    para,
    report_blocks,
    row_of,
    sheet,
)

COMPLETE = write(everything(), REPORT, DOCUMENT)
PAGES = {
    "report": page(sheet(*report_blocks())),
    "everything": COMPLETE,
    "letter": write(letter(), VARIANTS["letter"], DOCUMENT),
}


def tree_of(content: bytes) -> html.HtmlElement:
    return html.document_fromstring(content.decode("utf-8"))


def words(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def texts_of(composition: Composition) -> Iterator[str]:
    """The texts of a composition in the order in which a page has them."""
    for one in composition.sheets:
        yield from texts_of_sheet(one)


def texts_of_sheet(one: Sheet) -> Iterator[str]:
    notes: list[str] = []
    if one.margin:
        yield one.margin.mark.text
    for block in one.blocks:
        if isinstance(block, Paragraph):
            yield block.text
            notes += [span.footnote for span in block.spans if span.footnote]
        elif isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row)
        elif isinstance(block, Frame):
            yield from (paragraph.text for row in block.rows for cell in row for paragraph in cell)
        else:
            assert isinstance(block, Picture)
    yield from notes
    if isinstance(one.imprint, Imprint):
        yield from (paragraph.text for row in one.imprint.rows for paragraph in row)


def shown_text(tree: html.HtmlElement) -> str:
    (main,) = tree.iter("main")
    return words(main.text_content())


@pytest.mark.parametrize("layout", VARIANTS.values(), ids=list(VARIANTS))
def test_every_text_is_there_once_and_in_order(layout: Layout) -> None:
    content = write(everything(), layout, DOCUMENT)
    assert shown_text(tree_of(content)) == words("".join(texts_of(everything())))


def test_text_in_margins_comes_first() -> None:
    assert shown_text(tree_of(PAGES["letter"])).startswith("禾湾区数据局国国")


def test_same_composition_gives_same_bytes() -> None:
    assert write(everything(), REPORT, DOCUMENT) == COMPLETE


@pytest.mark.parametrize("content", PAGES.values(), ids=list(PAGES))
def test_nothing_is_asked_from_outside(content: bytes) -> None:
    text = re.sub(r"base64,[\w+/=]+", "", content.decode("utf-8"))
    assert not re.search(r"https?:|//[a-z]|url\(|@import", text)
    tree = tree_of(content)
    assert all(address.startswith("data:image/") for address in tree.xpath("//@src"))
    assert all(address.startswith("#") for address in tree.xpath("//@href"))
    assert not tree.xpath("//link | //iframe | //object | //form | //@style")
    assert not [name for name in tree.xpath("//@*") if name.attrname.startswith("on")]


@pytest.mark.parametrize("content", PAGES.values(), ids=list(PAGES))
def test_policy_names_just_this_style_and_script(content: bytes) -> None:
    text = content.decode("utf-8")
    (policy,) = tree_of(content).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        (inside,) = re.findall(f"<{name}>(.*?)</{name}>", text, re.S)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_text_cannot_become_markup() -> None:
    hostile = "</p><script>alert(1)</script>&amp;\"'<!--"
    document = Document(title=TextLine("</title><script>alert(2)</script>", 1))
    tree = tree_of(page(sheet(body(hostile)), document=document))
    assert shown_text(tree) == words(hostile)
    assert len(tree.xpath("//script")) == 1
    assert tree.findtext(".//title") == "</title><script>alert(2)</script>"


def test_font_name_cannot_end_the_style() -> None:
    name = 'A"</style><script>'
    font = replace(STYLES.body.font, name=name)
    layout = replace(REPORT, styles=replace(STYLES, body=replace(STYLES.body, font=font)))
    tree = tree_of(page(sheet(para(layout.styles.body, "字")), layout=layout))
    assert len(tree.xpath("//script")) == 1


@pytest.mark.parametrize("character", ["\0", "\x0b", "\ud800", "\uffff"])
def test_character_that_no_page_can_show_is_named(character: str) -> None:
    span = Span(f"二字{character}", "$.lead[0]")
    with pytest.raises(InputError) as caught:
        page(sheet(para(STYLES.body, span)))
    assert f"U+{ord(character):04X}" in caught.value.line()
    assert caught.value.where == "$.lead[0]"


def test_headings_are_headings_and_run_in_ones_are_not() -> None:
    tree = tree_of(PAGES["report"])
    assert [words(h.text_content()) for h in tree.iter("h1")] == [words(TITLE)]
    assert next(h.text_content() for h in tree.iter("h2")) == "一、2024年工作情况"
    assert len(list(tree.iter("h3"))) == 9
    assert not list(tree.iter("h4"))
    assert tree.xpath("//p[@class='body']/span[@class='heading-3']")[0].text == "1.完善平台。"


@pytest.mark.parametrize("level", range(1, 6))
def test_heading_of_a_level_is_the_next_of_the_page(level: int) -> None:
    tree = tree_of(page(sheet(para(STYLES.heading(level), "标题"))))
    assert [e.tag for e in tree.xpath("//div[@class='text']/*")] == [f"h{level + 1}"]


def test_table_has_header_cells_and_the_name_of_its_caption() -> None:
    table = tree_of(COMPLETE).xpath("//table")[0]
    assert table.xpath("thead//th/@scope") == ["col"] * 3
    (label,) = table.xpath("@aria-labelledby")
    assert tree_of(COMPLETE).get_element_by_id(label).text_content() == "表1　归集情况"


def test_pictures_have_a_text_for_those_who_do_not_see_them() -> None:
    assert tree_of(COMPLETE).xpath("//img/@alt") == ["归集量逐月变化", "印章"]


def test_footnote_and_its_mark_lead_to_each_other() -> None:
    tree = tree_of(COMPLETE)
    (mark,) = tree.xpath("//a[@class='ref']")
    note = tree.get_element_by_id(mark.get("href")[1:])
    assert note.text_content() == "按2024年12月20日的目录统计。"
    assert note.find("a").get("href") == "#" + mark.get("id")


def test_every_style_of_the_layout_has_a_class() -> None:
    style = tree_of(COMPLETE).findtext(".//style")
    missing = [key for key, _ in STYLES.items() if f".{class_of(key)}{{" not in style]
    assert missing == []


@pytest.mark.parametrize("layout", VARIANTS.values(), ids=list(VARIANTS))
def test_every_class_that_is_used_is_declared(layout: Layout) -> None:
    tree = tree_of(write(everything(), layout, DOCUMENT))
    style = tree.findtext(".//style")
    used = {name for value in tree.xpath("//@class") for name in value.split()}
    assert {name for name in used if f".{name}" not in style} <= {"sheet"}


def test_document_without_text_is_a_page() -> None:
    tree = tree_of(page(sheet(), document=Document()))
    assert tree.findtext(".//title") == "公文"
    assert shown_text(tree) == ""


def test_report_of_two_pages_is_small() -> None:
    assert len(page(sheet(para(STYLES.title, TITLE), *row_of(12, 12, 12)))) < 40_000
