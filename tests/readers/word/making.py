"""Word files made of a draft's text, in the ways in which people make them."""

from collections.abc import Callable, Iterator
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

import converter
from converter.model import walk
from converter.model.nodes import Document, Section
from converter.numbering import match_mark
from converter.numerals import value_of

_ABSTRACT = "900"
_LEVELS = {
    "han": ("chineseCountingThousand", "%1、"),
    "han-bracketed": ("chineseCountingThousand", "（%2）"),
    "arabic": ("decimal", "%3."),
    "arabic-bracketed": ("decimal", "（%4）"),
}
"""The number marks that are made automatic, outermost first: their format and text in Word."""
_HAN = "一二三四五六七八九"


def plain(text: str) -> bytes:
    """A paragraph a line."""
    file = _empty()
    for line in _lines(text):
        file.add_paragraph(line)
    return _bytes(file)


def numbered(text: str) -> bytes:
    """A paragraph a line, the number marks made automatic ones."""
    file = _empty()
    numbering = _numbering(file)
    for count, line in enumerate(_lines(text), 901):
        text_of_line = line.strip(" \u3000\t")
        mark = match_mark(text_of_line)
        rest = text_of_line[mark.end :] if mark else ""
        if mark and rest.strip() and mark.text == _printed(mark.style.name, mark.value):
            level = [*_LEVELS].index(mark.style.name)
            _number(file.add_paragraph(rest), numbering, level, count, mark.value)
        else:
            file.add_paragraph(line)
    return _bytes(file)


def styled(text: str) -> bytes:
    """The title and the headings by Word's styles, their numbers typed."""
    return _with_styles(text, "Title", 0)


def title_as_heading(text: str) -> bytes:
    """The title as the only heading of the first level, the others one level deeper."""
    return _with_styles(text, "Heading 1", 1)


def outlined(text: str) -> bytes:
    """The headings by outline levels, in no style."""
    file = _empty()
    levels = _levels(_read(text))
    for number, line in enumerate(_lines(text), 1):
        paragraph = file.add_paragraph(line)
        if number in levels:
            level = f'<w:outlineLvl {nsdecls("w")} w:val="{levels[number] - 1}"/>'
            paragraph._p.get_or_add_pPr().append(parse_xml(level))
    return _bytes(file)


def bold(text: str) -> bytes:
    """No styles at all, the headings bold."""
    file = _empty()
    levels = _levels(_read(text))
    for number, line in enumerate(_lines(text), 1):
        file.add_paragraph().add_run(line).bold = number in levels
    return _bytes(file)


def in_a_cell(text: str) -> bytes:
    """All of it in the only cell of a table."""
    file = _empty()
    cell = file.add_table(1, 1).cell(0, 0)
    first, *others = _lines(text)
    cell.paragraphs[0].add_run(first)
    for line in others:
        cell.add_paragraph(line)
    file.add_paragraph()
    return _bytes(file)


def soft_breaks(text: str) -> bytes:
    """Three lines a paragraph, with breaks between them, as text from the web has them."""
    file = _empty()
    lines = list(_lines(text))
    for start in range(0, len(lines), 3):
        file.add_paragraph("\n".join(lines[start : start + 3]))
    return _bytes(file)


MAKERS: tuple[Callable[[str], bytes], ...] = (
    *(plain, numbered, styled, title_as_heading, outlined, bold, in_a_cell, soft_breaks),
)


def _empty() -> WordDocument:
    file = docx.Document()
    body = file.element.body
    for paragraph in body.findall(qn("w:p")):
        body.remove(paragraph)
    return file


def _bytes(file: WordDocument) -> bytes:
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def _lines(text: str) -> Iterator[str]:
    return iter(text.replace("\r\n", "\n").split("\n"))


def _read(text: str) -> Document:
    (document,) = converter.parse(text)
    return document


def _levels(document: Document) -> dict[int, int]:
    """The levels of the headings that stand alone, by the line they begin on."""
    return {
        node.line: node.level
        for _, node in walk.nodes(document)
        if isinstance(node, Section) and node.heading and not node.run_in
    }


def _with_styles(text: str, title_style: str, deeper: int) -> bytes:
    file, document = _empty(), _read(text)
    levels, title = _levels(document), document.title
    titled = range(title.line, title.place(len(title.text) - 1)[0] + 1) if title else range(0)
    for number, line in enumerate(_lines(text), 1):
        style = title_style if number in titled else None
        if number in levels and style is None:
            style = f"Heading {levels[number] + deeper}"
        file.add_paragraph(line, style=style)
    return _bytes(file)


def _printed(style: str, value: int) -> str:
    """A number mark as Word prints the automatic one; empty for those that are not made."""
    if style not in _LEVELS or not 0 < value < 20:
        return ""
    number = str(value)
    if style.startswith("han"):
        number = ("十" if value > 9 else "") + (_HAN[value % 10 - 1] if value % 10 else "")
        assert value_of(number) == value
    return (
        _LEVELS[style][1]
        .replace("%1", "%")
        .replace("%2", "%")
        .replace("%3", "%")
        .replace("%4", "%")
        .replace("%", number)
    )


def _numbering(file: WordDocument) -> BaseOxmlElement:
    numbering = file.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for index, (form, text) in enumerate(_LEVELS.values())
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_ABSTRACT}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering.find(qn("w:num")).addprevious(abstract)
    return numbering


def _number(
    paragraph: Paragraph, numbering: BaseOxmlElement, level: int, number: int, start: int
) -> None:
    """Numbers a paragraph, in a list of its own that begins with its value."""
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{_ABSTRACT}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            "</w:num>"
        )
    )
    own = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(own))
