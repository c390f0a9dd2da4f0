"""Whether the styles of a file are as the layout says, inheritance included."""

from __future__ import annotations

from typing import TypeAlias

from converter.layout.table import TextStyle
from converter.writers.docx.looks import LATIN_ID, Look, Looks
from converter.writers.docx.nodes import Node, demand, local, parsed, qn

SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
"""Word chooses among these by script; a font that is to show must be in each."""

Properties: TypeAlias = dict[str, dict[str, str]]
"""Element name → attributes, after inheritance."""

_DEFAULTS = "docDefaults"


def styles_checked(content: bytes, looks: Looks) -> frozenset[str]:
    """The ids of the styles in the part, all of which are as the layout says. Raises Fault."""
    part = parsed(content)
    own = [child for child in part.children if child.name == qn("style")]
    styles = {style.get(qn("styleId")): style for style in own}
    for fonts in part.iter(qn("rFonts")):
        themed = any(name.endswith("heme") for name in fonts.attributes)
        demand(not themed, "样式用了主题字体", "a style takes a font from the theme")
    for style in styles.values():
        for kind in ("basedOn", "next", "link"):
            other = style.find(qn(kind))
            known = other is None or _value(other) in styles
            demand(known, "样式引用了没有的样式", "a style refers to an unknown one")
    for look in looks.all():
        _check_look(look, part, styles, looks)
    return frozenset(styles)


def _check_look(look: Look, part: Node, styles: dict[str, Node], looks: Looks) -> None:
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


def _resolved(style: Node, part: Node, styles: dict[str, Node]) -> Properties:
    """The properties of a style after inheritance. Raises Fault for a circle of styles."""
    chain = [style]
    while (base := chain[-1].find(qn("basedOn"))) is not None:
        chain.append(styles[_value(base)])
        demand(len(chain) <= len(styles), "样式循环继承", "styles are based on each other")
    found: Properties = {}
    defaults = part.find(qn(_DEFAULTS))
    if defaults is not None:
        for group in defaults.children:
            _merge(found, group)
    for link in reversed(chain):
        _merge(found, link)
    return found


def _merge(found: Properties, owner: Node) -> None:
    """Lay the run and paragraph properties of a style over those found so far; ``spacing`` is
    that of paragraphs."""
    for kind in ("rPr", "pPr"):
        group = owner.find(qn(kind))
        for element in group.children if group else ():
            name = local(element.name)
            if kind == "rPr" and name == "spacing":
                continue
            values = {local(key): value for key, value in element.attributes.items()}
            found[name] = found.get(name, {}) | values


def _value(element: Node) -> str:
    return element.get(qn("val"))
