"""What a file must have whatever document it holds: styles, settings, page numbers, relations.

These parts are the same in every file of a layout, so that each is checked once in a process.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from lxml import etree

from converter.bilingual import Text
from converter.layout.table import TextStyle
from converter.writers.docx.looks import LATIN_ID, Look, Looks
from converter.writers.docx.oxml import qn

SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
"""Word chooses among these by script; a font that is to show must be in each."""

Properties: TypeAlias = dict[str, dict[str, str]]
"""Element name → attributes, after inheritance."""

_DEFAULTS = "docDefaults"
_KEPT = 64
"""How many parts are remembered as checked; a layout has a handful."""


@dataclass(eq=False)
class Fault(Exception):
    """What is wrong with a file."""

    what: Text


def demand(condition: bool, zh: str, en: str) -> None:
    """Raises Fault where the condition does not hold."""
    if not condition:
        raise Fault(Text(zh, en))


@lru_cache(_KEPT)
def styles_checked(content: bytes, looks: Looks) -> frozenset[str]:
    """The ids of the styles in the part, all of which are as the layout says. Raises Fault."""
    part = etree.fromstring(content)
    styles = {style.get(qn("styleId"), ""): style for style in part.iterfind(qn("style"))}
    for fonts in part.iter(qn("rFonts")):
        themed = [name for name in fonts.attrib if str(name).endswith("heme")]
        demand(not themed, "样式用了主题字体", "a style takes a font from the theme")
    for style in styles.values():
        for kind in ("basedOn", "next", "link"):
            other = style.find(qn(kind))
            known = other is None or _value(other) in styles
            demand(known, "样式引用了没有的样式", "a style refers to an unknown one")
    for look in looks.by_name.values():
        _check_look(look, part, styles, looks)
    return frozenset(styles)


@lru_cache(_KEPT)
def settings_checked(content: bytes) -> None:
    """Raises Fault when the settings leave even pages without a footer of their own."""
    settings = etree.fromstring(content)
    even = settings.find(qn("evenAndOddHeaders"))
    demand(even is not None, "偶数页页脚没有启用", "footers of even pages are off")


@lru_cache(_KEPT)
def relations(content: bytes) -> dict[str, str]:
    """Id → name in the archive, of the parts that the main part refers to."""
    found = {}
    for relation in etree.fromstring(content):
        if relation.get("TargetMode") != "External":
            target = posixpath.join("/word", relation.get("Target", ""))
            found[relation.get("Id", "")] = posixpath.normpath(target)[1:]
    return found


def typed(content: bytes, names: frozenset[str]) -> set[str]:
    """The names of the parts that have a content type, with the part that tells them."""
    extensions, parts = set(), {"[Content_Types].xml"}
    for entry in etree.fromstring(content):
        extensions.add(entry.get("Extension"))
        parts.add(entry.get("PartName", "")[1:])
    # The type of any XML part is not the type of a part of a document.
    by_suffix = {name for name in names if name.rpartition(".")[2] in extensions - {"xml"}}
    return (parts | by_suffix) & names


@lru_cache(_KEPT)
def number_in(content: bytes) -> tuple[str, str, int, int] | None:
    """The page number in a header or footer: its text with PAGE for the number, alignment, left
    and right indent in twips; None without one. Raises Fault for a broken field and other text."""
    if not content:
        return None
    part = etree.fromstring(content)
    fields = list(part.iter(qn("fldChar")))
    if not fields:
        demand(next(part.iter(qn("t")), None) is None, "页眉页脚有多余文字", "text at the edge")
        return None
    kinds = [field.get(qn("fldCharType")) for field in fields]
    codes = [code.text for code in part.iter(qn("instrText"))]
    whole = kinds == ["begin", "separate", "end"] and codes == ["PAGE"]
    paragraph = paragraph_of(fields[0])
    together = all(paragraph_of(field) is paragraph for field in fields)
    demand(whole and together, "页码域不完整", "the page number's field is broken")
    indents = paragraph.find(f"{qn('pPr')}/{qn('ind')}")
    align = paragraph.find(f"{qn('pPr')}/{qn('jc')}")
    sides = [0 if indents is None else int(indents.get(qn(s), 0)) for s in ("left", "right")]
    return _field_text(paragraph), "right" if align is None else _value(align), sides[0], sides[1]


def paragraph_of(content: etree._Element) -> etree._Element:
    """The paragraph in whose run the element stands."""
    run = content.getparent()
    paragraph = None if run is None else run.getparent()
    if paragraph is None:
        raise Fault(Text("有文字不在段落里", "text outside a paragraph"))
    return paragraph


def _field_text(paragraph: etree._Element) -> str:
    """The text of a paragraph with the code of its field in place of what the field shows."""
    found, shown = "", False
    for element in paragraph.iter(qn("t"), qn("fldChar"), qn("instrText")):
        if element.tag == qn("fldChar"):
            shown = element.get(qn("fldCharType")) == "separate"
        elif not shown:
            found += element.text or ""
    return found


def _check_look(
    look: Look, part: etree._Element, styles: dict[str, etree._Element], looks: Looks
) -> None:
    """The style of a look, and its character style, say what the text style says."""
    demand(look.id in styles, f"缺少样式{look.style.name}", f"missing style {look.id}")
    found = _resolved(styles[look.id], part, styles)
    _check_characters(found, look.style)
    line = found.get("spacing", {})
    if look.style.exact:
        wanted = (str(look.style.line_pitch.twips), "exact")
        good = (line.get("line"), line.get("lineRule")) == wanted
        demand(good, f"样式{look.style.name}行距不对", f"wrong line pitch in {look.id}")
    if look.run_id:
        demand(look.run_id in styles, f"缺少样式{look.style.run_in}", f"missing {look.run_id}")
        if look.style is not looks.layout.styles.footnote:  # a raised mark of any size
            _check_characters(_resolved(styles[look.run_id], part, styles), look.style)
    if looks.latin:
        demand(LATIN_ID in styles, "缺少西文样式", "missing style for Western text")


def _check_characters(found: Properties, style: TextStyle) -> None:
    """Font in all slots, size, weight and colour."""
    fonts = {found.get("rFonts", {}).get(slot) for slot in SLOTS}
    demand(fonts == {style.font.name}, f"样式{style.name}字体不对", f"wrong font in {style.name}")
    sizes = {found.get(name, {}).get("val") for name in ("sz", "szCs")}
    good = sizes == {str(style.size.half_points)}
    demand(good, f"样式{style.name}字号不对", f"wrong size in {style.name}")
    bold = found.get("b", {"val": "0"}).get("val", "1") in ("1", "true", "on")
    colour = found.get("color", {}).get("val", "auto")
    good = bold == style.bold and colour == (style.colour or "auto")
    demand(good, f"样式{style.name}加粗或颜色不对", f"wrong weight or colour in {style.name}")


def _resolved(
    style: etree._Element, part: etree._Element, styles: dict[str, etree._Element]
) -> Properties:
    """The properties of a style after inheritance. Raises Fault for a circle of styles."""
    chain = [style]
    while (base := chain[-1].find(qn("basedOn"))) is not None:
        chain.append(styles[_value(base)])
        demand(len(chain) <= len(styles), "样式循环继承", "styles are based on each other")
    found: Properties = {}
    defaults = part.find(qn(_DEFAULTS))
    if defaults is not None:
        for group in defaults:
            _merge(found, group)
    for link in reversed(chain):
        _merge(found, link)
    return found


def _merge(found: Properties, owner: etree._Element) -> None:
    """Lay the run and paragraph properties of a style over those found so far; ``spacing`` is
    that of paragraphs."""
    for kind in ("rPr", "pPr"):
        group = owner.find(qn(kind))
        for element in group if group is not None else ():
            name = etree.QName(element).localname
            if kind == "rPr" and name == "spacing":
                continue
            values = {etree.QName(str(k)).localname: str(v) for k, v in element.attrib.items()}
            found[name] = found.get(name, {}) | values


def _value(element: etree._Element) -> str:
    return element.get(qn("val"), "")
