"""Compositions that between them have every kind of block and of sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from converter.composition.blocks import (
    Block,
    Cell,
    Composition,
    Frame,
    Imprint,
    Indents,
    Margin,
    Paragraph,
    Picture,
    Seal,
    Sheet,
    Span,
    Tab,
    Table,
)
from converter.composition.imprint import lowered
from converter.composition.pictures import PictureFile, measured
from converter.layout.gbt9704 import HEAD_RULE, IMPRINT, LAYOUTS, LETTER, REPORT
from converter.layout.table import Font, Layout, TextStyle
from converter.layout.units import ZERO, Length, mm, pt
from converter.model.nodes import Document, TextLine
from converter.writers.html.page import write
from tests.tools.places import FIXTURES

STYLES = REPORT.styles
TITLE = "禾湾区数据局2024年工作总结和2025年工作计划"
DOCUMENT = Document(title=TextLine(TITLE, 1))

# Invented sentences in which digits, Latin letters, quotation marks and closing marks come
# wherever they like.
SENTENCES = (
    "全年归集数据1.26亿条，开放目录318项，“一网通办”事项达到1964项（其中“零跑动”事项占87.5%），",
    "群众满意度98.2%；接口平均响应时间由1.8秒缩短到0.6秒，较上年提高2/3。",
    "推动API网关、GIS平台和OCR识别等12类公共组件上线，《数据资源目录（2024年版）》同步印发。",
    "对“多头填报、重复采集、系统不通”等问题逐项整改——全年减少报表43张、精简字段5600个……",
)


def para(style: TextStyle, *spans: Span | str, **more: object) -> Paragraph:
    """A paragraph whose spans may be given as plain texts."""
    found = tuple(Span(item) if isinstance(item, str) else item for item in spans)
    return Paragraph(style=style, spans=found, **more)  # type: ignore[arg-type]


def body(text: str, **more: object) -> Paragraph:
    """A paragraph of body text."""
    return para(STYLES.body, text, **more)


def row_of(*lines: int) -> list[Paragraph]:
    """Paragraphs of so many full lines each, of one character."""
    return [body("国" * (count * 28 - 2)) for count in lines]


def sheet(*blocks: Block, **more: object) -> Sheet:
    """A sheet of the report's paper."""
    return Sheet(page=REPORT.page, blocks=tuple(blocks), **more)  # type: ignore[arg-type]


def page(*sheets: Sheet, layout: Layout = REPORT, document: Document = DOCUMENT) -> bytes:
    """The HTML file of some sheets."""
    return write(Composition(sheets), layout, document)


def picture() -> PictureFile:
    """A small picture."""
    return measured((FIXTURES / "layout" / "seal.png").read_bytes(), "seal.png", "$")


def table(rows: int, columns: int, width: Length = REPORT.page.text_width) -> Table:
    """A table with a header."""
    cells = tuple(
        tuple(Cell(text=f"{'指标' if y == 0 else '数据'}{y}.{x}") for x in range(columns))
        for y in range(rows + 1)
    )
    return Table(
        rows=cells,
        widths=(width * (1 / columns),) * columns,
        look=REPORT.table,
        header=STYLES.table_header,
        body=STYLES.table_body,
    )


def imprint() -> Imprint:
    """An imprint of three lines and three rules."""
    copies = "抄送：" + "、".join(["区委办公室", "区人大常委会办公室", "区政协办公室"] * 2) + "。"
    printing = para(
        STYLES.printing,
        "禾湾区数据局办公室",
        "\t",
        "2024年12月26日印发",
        tabs=(Tab(REPORT.page.text_width - STYLES.printing.size, "right"),),
    )
    rules = (IMPRINT.outer, IMPRINT.inner, IMPRINT.outer)
    return lowered(Imprint(((para(STYLES.copies, copies),), (printing,)), rules))


def report_blocks() -> Iterator[Block]:
    """A report with headings of all levels, alone and run-in, and its ending."""
    yield para(STYLES.title, "禾湾区数据局\n2024年工作总结和2025年工作计划")
    for part in ("一、2024年工作情况", "二、存在的问题", "三、2025年工作计划"):
        yield body("".join(SENTENCES))
        yield para(STYLES.heading_1, part)
        for number in "一二三":
            yield para(STYLES.heading_2, f"（{number}）打通数据堵点")
            run_in = Span("1.完善平台。", style=STYLES.heading_3)
            yield para(STYLES.body, run_in, "".join(SENTENCES))
            label = Span(f"（{number}）强化应用。", style=STYLES.heading_2)
            yield para(STYLES.body, label, *SENTENCES[::-1], keep_next=None)
    yield para(STYLES.signature, "禾湾区数据局", keep_next=True)
    yield para(STYLES.date, "2024年12月26日")


def everything() -> Composition:
    """Every kind of block once, on an upright sheet, a turned one, and one with the imprint."""
    cell = para(STYLES.mark, "禾湾区数据局", size=pt(30), height=pt(37.5), align="distribute")
    other = replace(cell, spans=(Span("禾湾区财政局"),))
    suffix = replace(cell, spans=(Span("文件"),), align=None)
    seal = Seal(picture(), mm(42), mm(110), mm(8))
    blocks: tuple[Block, ...] = (
        para(STYLES.copy_number, "000012"),
        Frame(
            rows=(((cell,), (suffix,)), ((other,), ())),
            widths=(pt(240), pt(75)),
            merged=(1,),
            heights=(pt(37.5), pt(37.5)),
        ),
        para(
            STYLES.signer,
            "\t禾数发〔2024〕6号\t签发人：",
            Span("方致和", style=STYLES.signer_name),
            tabs=(Tab(pt(16)), Tab(pt(300))),
            rule=HEAD_RULE,
        ),
        para(STYLES.title, TITLE[:11] + "\n" + TITLE[11:], before=pt(57.9)),
        para(STYLES.recipient, "区人民政府："),
        para(
            STYLES.body,
            Span("全年归集数据1.26亿条", footnote="按2024年12月20日的目录统计。"),
            "，比上年增长41%。",
        ),
        para(STYLES.caption, "表1　归集情况"),
        table(4, 3),
        Picture(
            file=picture(),
            width=mm(40),
            height=mm(40),
            style=STYLES.picture,
            description="归集量逐月变化",
        ),
        para(STYLES.attachment_first, "附件：1.\t数据归集明细"),
        para(
            STYLES.attachment_next,
            "10.\t开放目录",
            indents=Indents(left=pt(104), first_line=pt(-24)),
        ),
        para(STYLES.signature, "禾湾区数据局", seal=seal, before=pt(57.9)),
        para(STYLES.date, "2024年12月26日"),
        para(STYLES.attachment_label, "附件1", page_break=True),
        para(STYLES.attachment_title, "数据归集明细"),
        body("一、说明"),
    )
    turned = Sheet(page=REPORT.page.turned(), blocks=(table(30, 9, mm(220)),), landscape=True)
    last = sheet(body(""), start="even", numbered=False, imprint=imprint())
    return Composition((sheet(*blocks), turned, last))


def letter() -> Composition:
    """A letter of two pages, with mark and rules in the margins of the first."""
    head = LETTER.head
    assert head and head.rule and head.foot_rule
    margin = Margin(
        mark=para(STYLES.mark, "禾湾区数据局", size=pt(52), height=pt(65)),
        mark_top=mm(30) - pt(8.32),
        rule=head.rule,
        rule_top=mm(52),
        foot_rule=head.foot_rule,
        foot_rule_bottom=head.foot_rule_bottom,
    )
    return Composition((sheet(*row_of(30), margin=margin, number_first=False),))


TIMES = Font(
    name="Times New Roman",
    alternatives=(),
    panose="02020603050405020304",
    family="roman",
    pitch="variable",
    charset="00",
)
VARIANTS: dict[str, Layout] = {
    **LAYOUTS,
    "three-line": replace(REPORT, table=replace(REPORT.table, form="three-line")),
    "latin": replace(REPORT, latin=TIMES),
    "characters": replace(
        REPORT,
        grid=replace(REPORT.grid, kind="characters", character_spacing=ZERO),
        styles=replace(STYLES, body=replace(STYLES.body, spacing=ZERO)),
    ),
    "mirror": replace(REPORT, mirror=True),
    "centred": replace(REPORT, page_number=replace(REPORT.page_number, position="center")),
}
