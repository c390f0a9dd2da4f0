"""Documents that between them take every branch of the writer."""

from __future__ import annotations

from converter.model.nodes import (
    Block,
    DateLine,
    Document,
    Number,
    Paragraph,
    Section,
    SideLine,
    TextLine,
)


def section(level: int, mark: str, heading: str, *content: Block | str, **more: object) -> Section:
    """A section whose content may be given as plain texts."""
    blocks = tuple(Paragraph(item, 1) if isinstance(item, str) else item for item in content)
    number = Number(mark, 1) if mark else None
    facts = {"terminator": "", "run_in": False, **more}
    return Section(level=level, number=number, heading=heading, line=1, content=blocks, **facts)  # type: ignore[arg-type]


def deep(levels: int) -> Section:
    """Sections one in the other."""
    inner = section(5, "①", "最里层", "正文。")
    for level in range(levels, 0, -1):
        inner = section(min(level, 5), "", f"第{level}层", inner)
    return inner


FULL = Document(
    above_title=(SideLine("内部资料", "other", 1), SideLine("云农〔2023〕5号", "number", 1)),
    title=TextLine("云岭县农业农村局2023年工作总结和2024年工作计划", 2),
    below_title=(SideLine("张三", "person", 3), SideLine("（2023年12月19日）", "date", 4)),
    organization="云岭县农业农村局",
    lead=(Paragraph("2023年，全局上下坚持“稳粮、增收”的思路，取得新的进展。", 5),),
    sections=(
        section(
            1,
            "一、",
            "2023年工作情况",
            section(2, "（一）", "粮食生产", "总产量13.45万吨。一是抓面积；二是抓技术。"),
            section(
                2, "（二）", "产业发展", "规模扩大。", "质量提高。", run_in=True, terminator="。"
            ),
            section(2, "", "特色做法", "成效明显。", run_in=True, terminator="："),
            section(3, "1.", "", "有编号而无标题的一句话。"),
            section(
                3, "2.", "三级标题", section(4, "（1）", "四级", section(5, "①", "五级", "文。"))
            ),
        ),
        section(1, "二、", "存在问题"),
        section(1, "", "", "没有编号也没有标题。"),
        section(1, "三、", ""),
        section(1, "四、", "2024年工作计划", section(2, "（一）", "只有下级", run_in=True)),
    ),
    signature=TextLine("云岭县农业农村局", 90),
    date=DateLine("2023年12月19日", "2023-12-19", 91),
)

DOCUMENTS = {
    "full": FULL,
    "empty": Document(),
    "title-only": Document(title=TextLine("总结", 1)),
    "empty-texts": Document(
        title=TextLine("", 1), lead=(Paragraph("", 2),), signature=TextLine("", 3)
    ),
    "no-title": Document(lead=(Paragraph("正文。", 1),)),
    "date-only": Document(date=DateLine("2023年12月", None, 1)),
    "date-first": Document(
        lead=(Paragraph("正文。", 1),),
        signature=TextLine("某某局", 4),
        date=DateLine("2023年12月1日", "2023-12-01", 3),
    ),
    "long-date": Document(
        signature=TextLine("某镇", 1), date=DateLine("2023年12月19日", "2023-12-19", 2)
    ),
    "ends-in-empty-section": Document(
        sections=(section(1, "一、", "计划"),), signature=TextLine("某某局", 4)
    ),
    "spaces-and-tabs": Document(
        lead=(Paragraph(" 前后 有\t制表符  和空格 ", 1), Paragraph("两\n行\r\n三行", 2)),
        organization="甲 & <乙>",
    ),
    "unusual-characters": Document(lead=(Paragraph("𠮷㎡①—…·<&>\"'\u3000\u200b\ue000", 1),)),
    "deep": Document(sections=(deep(300),)),
}
