"""Text to DOCX as offices script it with python-docx: ``python plain_docx.py OUT FILE...``.

The ordinary script: one paragraph a line, headings told by their number, fonts, sizes, line pitch
and margins of an official document. No more is asked of it, and it is not slowed down.
"""

import re
import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

HEADING_1 = re.compile(r"^[一二三四五六七八九十]+、")
HEADING_2 = re.compile(r"^（[一二三四五六七八九十]+）")


def set_font(run, name, size):
    run.font.name = name
    run.font.size = Pt(size)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), name)


def add_paragraph(document, text, font, size, indent=True):
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(28)
    paragraph.paragraph_format.space_after = Pt(0)
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(32)
    set_font(paragraph.add_run(text), font, size)
    return paragraph


def convert(source, target):
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    first = True
    for line in source.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line:
            continue
        if first:
            title = add_paragraph(document, line, "方正小标宋简体", 22, indent=False)
            title.alignment = WD_ALIGN_PARAGRAPH.CENTER
            first = False
        elif HEADING_1.match(line):
            add_paragraph(document, line, "黑体", 16)
        elif HEADING_2.match(line):
            add_paragraph(document, line, "楷体_GB2312", 16)
        else:
            add_paragraph(document, line, "仿宋_GB2312", 16)
    document.save(str(target))


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:]:
        source = Path(name)
        convert(source, out / f"{source.stem}.docx")


main()
