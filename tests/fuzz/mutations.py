"""Damage to a Word file: a mutation is three numbers, so that one that tells can be kept, shortened
and made again. The first says what is done, the others where and with what."""

import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from io import BytesIO

from lxml import etree

from tests.word.hostile import package

Mutation = tuple[int, int, int]
Parts = dict[str, bytes]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
VALUES = (
    "",
    "0",
    "-1",
    "1",
    "2147483647",
    "-2147483649",
    "99999999999999999999999",
    "1e308",
    "nan",
    "inf",
    "１２",
    "²",
    "12.5pt",
    "%1%2%3%9%10%",
    "none",
    "true",
    "auto",
    "../../../etc/passwd",
    "http://example.invalid/",
    "rId999",
    "\U0001f600\u202e\ufeff",
    "　 \t\n",
    "一" * 5000,
    "FFFFFFF",
    "themeTint",
    "{0}{x}%s",
)
NAMES = (
    *("p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "sectPr", "numPr", "ilvl", "numId", "ind"),
    *("tab", "br", "sym", "fldChar", "fldSimple", "instrText", "hyperlink", "sdt", "sdtContent"),
    *("ins", "del", "moveFrom", "moveTo", "delText", "footnoteReference", "endnoteReference"),
    *("commentReference", "commentRangeStart", "drawing", "pict", "object", "txbxContent", "body"),
    *("gridSpan", "vMerge", "tcPr", "tblGrid", "gridCol", "style", "basedOn", "lvl", "lvlText"),
    *("num", "abstractNum", "ruby", "rubyBase", "rt", "smartTag", "customXml", "altChunk", "body"),
    *("headerReference", "footerReference", "titlePg", "docGrid", "outlineLvl", "pStyle"),
)
NAMESPACES = (W, "", "urn:x", "http://schemas.openxmlformats.org/drawingml/2006/main")
TEXTS = (
    "一、",
    "（一）",
    "1.",
    "附件：",
    "2024年13月45日",
    "〔2024〕0号",
    "一是二是三是",
    "\t",
    "\u2028",
    "\u0085\x0b",
    "总结" * 3000,
    "目录\n一、总结……1",
    "| a | b |",
    "<!-- gongwen: 忽略 -->",
)


def mutated(data: bytes, mutations: Sequence[Mutation]) -> bytes:
    """The file with all of them done, those to parts and trees first, then those to its bytes."""
    parts = unpacked(data)
    for kind, where, what in mutations:
        if kind % 4:  # most of them to trees, where most of the code is
            _in_tree(parts, where, what)
        elif kind % 8 == 0:
            _to_parts(parts, where, what)
    packed = package(parts)
    for kind, where, what in mutations:
        if kind % 16 == 4:
            packed = _in_bytes(packed, where, what)
    return packed


def unpacked(data: bytes) -> Parts:
    """The parts of a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# ---- Bytes and parts ----------------------------------------------------------------------------


def _in_bytes(data: bytes, where: int, what: int) -> bytes:
    at = where % max(len(data), 1)
    length = what // 7 % 64
    return (
        data[:at] + bytes([what % 256]) + data[at + 1 :],
        data[:at],
        data[:at] + data[at + length :],
        data[:at] + data[at : at + length] * 2 + data[at + length :],
        data[:at] + what.to_bytes(8, "little") + data[at + 8 :],
        data[at:],
        data + data[at:],
    )[what % 7]


def _to_parts(parts: Parts, where: int, what: int) -> None:
    if not parts:
        return
    names = list(parts)
    name, other = names[where % len(names)], names[what // 8 % len(names)]
    match what % 8:
        case 0:
            del parts[name]
        case 1:
            parts[name], parts[other] = parts[other], parts[name]
        case 2:
            parts[name] = b""
        case 3:
            parts[name.upper() if what % 16 > 8 else name + "x"] = parts.pop(name)
        case 4:
            parts[name] = parts[other]
        case 5:
            parts[name] = _in_bytes(parts[name], what, where)
        case 6:
            parts[name] = parts[name].replace(b'encoding="UTF-8"', b'encoding="UTF-16"')
        case _:
            parts[name] = parts[name].replace(b"UTF-8", b"GBK").replace(b"2006", b"2007")


# ---- Trees --------------------------------------------------------------------------------------


def _in_tree(parts: Parts, where: int, what: int) -> None:
    """Changes one element of one part; the main part as often as all others together."""
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    if not names:
        return
    main = "word/document.xml"
    name = main if where % 2 and main in parts else names[where // 2 % len(names)]
    try:
        root = etree.fromstring(parts[name])
    except (etree.XMLSyntaxError, ValueError):
        return
    elements = list(root.iter("{*}*"))
    element = elements[where // 2 // len(names) % len(elements)]
    _CHANGES[what % len(_CHANGES)](element, elements, what // len(_CHANGES))
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _drop(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _repeat(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    if element.getparent() is not None:
        for _ in range(1 + what % 3):
            element.addnext(deepcopy(element))


def _move(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    to = elements[what % len(elements)]
    if element.getparent() is not None and to is not element:
        if element not in to.iterancestors():
            to.insert(what % (len(to) + 1), element)
        else:
            to.append(deepcopy(element))


def _copy_to(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    copy = deepcopy(element)
    elements[what % len(elements)].append(copy)


def _rename(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    namespace = NAMESPACES[what // len(NAMES) % len(NAMESPACES) if what % 5 == 0 else 0]
    element.tag = f"{{{namespace}}}{NAMES[what % len(NAMES)]}" if namespace else "x"


def _set_value(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    names = list(element.attrib) or [f"{{{W}}}val"]
    element.set(names[what // len(VALUES) % len(names)], VALUES[what % len(VALUES)])


def _drop_value(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    names = list(element.attrib)
    if names:
        del element.attrib[names[what % len(names)]]


def _take_value(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    """Another element's attributes: ids that are there twice, styles based on each other."""
    for name, value in elements[what % len(elements)].attrib.items():
        element.set(name, value)


def _set_text(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    text = TEXTS[what % len(TEXTS)].replace("\x0b", "")
    if what // len(TEXTS) % 2:
        element.text = text
    else:
        element.tail = text


def _wrap(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    """Nests an element in others, once or often."""
    parent = element.getparent()
    if parent is None:
        return
    name = NAMES[what // 4 % len(NAMES)]
    for _ in range((1, 2, 12, 60)[what % 4]):
        wrapper = element.makeelement(f"{{{W}}}{name}")
        parent.replace(element, wrapper)
        wrapper.append(element)
        element, parent = wrapper, wrapper.getparent()
        if parent is None:
            return


def _add(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    name = NAMES[what % len(NAMES)]
    child = element.makeelement(f"{{{W}}}{name}", {f"{{{W}}}val": VALUES[what % len(VALUES)]})
    element.insert(what // len(NAMES) % (len(element) + 1), child)


def _add_note(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    """A comment or an instruction, which are no elements."""
    element.insert(0, etree.Comment("x") if what % 2 else etree.ProcessingInstruction("x", "y"))


def _empty(element: etree._Element, elements: list[etree._Element], what: int) -> None:
    for child in list(element):
        element.remove(child)


_CHANGES: tuple[Callable[[etree._Element, list[etree._Element], int], None], ...] = (
    _drop,
    _repeat,
    _move,
    _copy_to,
    _rename,
    _set_value,
    _set_value,
    _drop_value,
    _take_value,
    _set_text,
    _wrap,
    _add,
    _add,
    _add_note,
    _empty,
)
