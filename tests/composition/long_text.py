"""Invented reports of any length, the same at every run: only their shape matters."""

from __future__ import annotations

from random import Random

from converter.composition.blocks import Block, Cell, Composition, Paragraph, Sheet, Span, Table
from converter.layout.gbt9704 import PAGE, REPORT, STYLES

_PHRASES = """
云岭县|全县上下|围绕中心|服务大局|扎实推进|农业农村|乡村振兴|稳步提高|持续发力|成效明显|粮食播种面积|
新建高标准农田|改造提升|农村公路|饮水安全|招商引资|营商环境|“放管服”改革|《云岭县乡村振兴规划》|
“一网通办”|基层治理|安全生产|压实责任|闭环管理|群众满意度|人居环境|垃圾分类|产业园区|龙头企业|
合作社（联合社）|技术培训|防汛抗旱|应急演练|隐患排查|村级组织|党风廉政|主题教育|督查考核
""".replace("\n", "").split("|")
_MARKS = "，" * 12 + "、" * 4 + "。" * 5 + "；" * 2 + "：" + "——" + "（）"


def sentence(random: Random, length: int) -> str:
    """A text of about ``length`` characters, with numbers, quotation marks and punctuation."""
    text = ""
    while len(text) < length:
        text += random.choice(_PHRASES)
        kind = random.random()
        if kind < 0.2:
            text += random.choice(("达到", "完成", "新增", "同比增长")) + _figure(random)
        if kind < 0.6:
            text += random.choice(_MARKS)
    return text.rstrip("（—，、") + "。"


def _figure(random: Random) -> str:
    number = random.choice((random.randrange(1, 100), random.randrange(100, 30000)))
    return random.choice(
        (
            f"{number}万亩",
            f"{number / 10:.1f}%",
            f"{number}个",
            f"{number / 100:.2f}亿元",
            f"{random.randrange(1, 6)}—{random.randrange(6, 13)}月",
            f"20{random.randrange(18, 26)}年",
            f"{number}～{number + 15}公里",
            f"{number}户{number * 3}人次",
            f"{number:,}万元",
            "5G基站",
        )
    )


def report(seed: int, blocks: int) -> Composition:
    """A report of so many blocks: headings, text, tables, a signature at the end."""
    random = Random(seed)
    found: list[Block] = [_line("云岭县2024年工作总结", STYLES.title)]
    while len(found) < blocks:
        kind = random.random()
        if kind < 0.6:
            found.append(_text(random))
        elif kind < 0.9:
            style = random.choice((STYLES.heading_1, STYLES.heading_2, STYLES.heading_3))
            found.append(_line(sentence(random, random.randrange(4, 30)).rstrip("。"), style))
        else:
            found += [_line("表　任务完成情况", STYLES.caption), _table(random)]
    found.append(Paragraph(style=STYLES.body, spans=(Span(sentence(random, 80)),), keep_next=True))
    found += [_line("云岭县人民政府办公室", STYLES.signature), _line("2024年12月20日", STYLES.date)]
    return Composition((Sheet(page=PAGE, blocks=tuple(found)),))


def _line(text: str, style: object) -> Paragraph:
    return Paragraph(style=style, spans=(Span(text),))  # type: ignore[arg-type]


def _text(random: Random) -> Paragraph:
    spans = (Span(sentence(random, random.randrange(10, 280))),)
    if random.random() < 0.3:
        spans = (Span(sentence(random, 8), "", STYLES.heading_2), *spans)
    return Paragraph(style=STYLES.body, spans=spans)


def _table(random: Random) -> Table:
    columns = random.randrange(2, 5)
    rows = tuple(
        tuple(Cell(text=random.choice(_PHRASES) * random.randrange(1, 3)) for _ in range(columns))
        for _ in range(random.randrange(2, 24))
    )
    width = PAGE.text_width * (1 / columns)
    return Table(
        rows=rows,
        widths=(width,) * columns,
        look=REPORT.table,
        header=STYLES.table_header,
        body=STYLES.table_body,
    )
