"""How elements, sizes and lengths are called in messages."""

from __future__ import annotations

from converter.bilingual import Text
from converter.layout.units import TYPE_SIZES

NAMES = {
    "title": Text("标题", "the title"),
    "subtitle": Text("副标题", "the subtitle"),
    "below_title": Text("标题下的署名、日期", "the lines below the title"),
    "recipient": Text("主送机关", "the recipients"),
    "body": Text("正文", "the text"),
    "heading_1": Text("一级标题", "level-1 headings"),
    "heading_2": Text("二级标题", "level-2 headings"),
    "heading_3": Text("三级标题", "level-3 headings"),
    "heading_4": Text("四级标题", "level-4 headings"),
    "heading_5": Text("五级标题", "level-5 headings"),
    "attachment_only": Text("附件说明", "the list of attachments"),
    "attachment_first": Text("附件说明", "the list of attachments"),
    "attachment_next": Text("附件说明", "the list of attachments"),
    "signature": Text("署名", "the signature"),
    "date": Text("成文日期", "the date"),
    "note": Text("附注", "the note"),
    "attachment_label": Text("附件标记", "the attachment's label"),
    "attachment_title": Text("附件标题", "the attachment's title"),
    "copy_number": Text("份号", "the copy number"),
    "secrecy": Text("密级、紧急程度", "secrecy and urgency"),
    "mark": Text("发文机关标志", "the mark"),
    "document_number": Text("发文字号", "the document number"),
    "signer": Text("签发人", "the signer's label"),
    "signer_name": Text("签发人姓名", "the signer's name"),
    "above_title": Text("标题上方的文字", "the lines above the title"),
    "attendance": Text("出席、列席人员", "those who were there"),
    "attendance_label": Text("“出席”等字", "出席 and its like"),
    "copies": Text("抄送机关", "the copies"),
    "printing": Text("印发机关和印发日期", "the printing line"),
    "caption": Text("图表标题", "captions"),
    "table_unit": Text("表格单位", "a table's unit"),
    "table_header": Text("表头", "table headers"),
    "table_body": Text("表格内容", "table cells"),
    "picture": Text("图片", "pictures"),
    "footnote": Text("脚注", "footnotes"),
    "page_number": Text("页码", "the page number"),
    "blank": Text("空行", "blank lines"),
    "": Text("其他文字", "other text"),
}
"""What each element is called in a sentence."""

_SIZES = {
    size.half_points: name
    for name, size in TYPE_SIZES.items()
    if not any(char.isdigit() for char in name)
}


def size_words(half_points: int) -> Text:
    """A type size as a clerk says it: 三号, or 17 磅 where it has no name."""
    points = f"{half_points / 2:g}"
    name = _SIZES.get(half_points)
    return Text(name or f"{points} 磅", f"{points} pt")


def points(twips: float) -> str:
    """Twips in points, without needless digits."""
    return f"{round(twips / 20, 2):g}"


def mm(twips: float) -> str:
    """Twips in millimetres, to the tenth."""
    return f"{round(twips / 1440 * 25.4, 1):g}"


def vacant(twips: float) -> str:
    """How much is free, or, less than nothing, how far something reaches out, for a sentence."""
    return f"空 {mm(twips)} mm" if twips >= 0 else f"超出 {mm(-twips)} mm"


def line_count(count: float) -> str:
    """A number of lines, to the tenth."""
    return f"{round(count, 1):g}"


ALIGNS = {
    "left": Text("左对齐", "left"),
    "center": Text("居中", "centred"),
    "right": Text("右对齐", "right"),
    "both": Text("两端对齐", "justified"),
    "distribute": Text("分散对齐", "distributed"),
}
"""How the alignments of paragraphs are called."""
