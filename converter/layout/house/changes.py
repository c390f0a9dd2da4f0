"""A layout with what a layout file changes in it.

What is not in the file stays as it was, but for what hangs on a changed value: the styles on the
grid follow its line pitch, those of body size follow the body, what is placed by the text area
follows its edges.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any, TypeAlias, TypeVar, assert_never

from converter.bilingual import Text
from converter.errors import LayoutError
from converter.layout.gbt9704 import HEAD_RULE, LAYOUTS
from converter.layout.house.check import check
from converter.layout.house.fonts import Fonts
from converter.layout.house.grid import agreed
from converter.layout.house.keys import (
    COLOURS,
    ENDING,
    HEAD,
    IMPRINT,
    PAGE,
    PAGE_NUMBER,
    RULE,
    STYLE,
    TABLE,
    TOP,
    Key,
    Unit,
)
from converter.layout.table import (
    Ending,
    Font,
    Head,
    ImprintRules,
    Layout,
    Page,
    PageNumber,
    Rule,
    Styles,
    TableLook,
    TextStyle,
)
from converter.layout.units import TYPE_SIZES, Length, mm, twips
from converter.record import record, replace

Section: TypeAlias = Mapping[str, Any]
_PER_MM = 1440 / 25.4
_Object = TypeVar(
    "_Object", Page, TextStyle, Rule, Head, Ending, PageNumber, ImprintRules, TableLook, Layout
)


@record
class House:
    """A layout, and the font that each kind of type has in it."""

    layout: Layout
    fonts: Fonts


BUILT_IN = {name: House(layout, Fonts()) for name, layout in LAYOUTS.items()}
"""The built-in layouts by name."""


def furnished(base: House, data: Mapping[str, Any], name: str) -> House:
    """``base`` with what ``data`` changes; ``name`` is the layout's where the data names none.

    ``data`` is what the schema of layout files allows. Raises LayoutError, ``where`` being the
    key, for values that do not go together.
    """
    fonts = base.fonts.changed(data.get("fonts", {}))
    old = base.layout
    page = _page(old, data.get("page", {}))
    styles_data = _by_key(data.get("styles", {}), old.styles)
    size = _size(styles_data.get("body", {}).get("size"), old.styles.body.size)
    grid = agreed(old.grid, data.get("grid", {}), page, size)
    layout = replace(
        old,
        name=data.get("name", name),
        page=page,
        grid=grid,
    )
    styles = _Styling(old, layout, size, base.fonts, fonts).styles(styles_data)
    layout = replace(layout, styles=styles, latin=_latin(fonts, styles))
    layout = replace(
        layout,
        page_number=_page_number(old, styles, data.get("page_number", {})),
        head=_head(old, layout, data.get("head", {})),
        ending=_changed(old.ending, data.get("ending", {}), ENDING),
        imprint=_changed(old.imprint, data.get("imprint", {}), IMPRINT),
        table=_changed(old.table, data.get("table", {}), TABLE),
    )
    layout = _changed(layout, {key: data[key] for key in TOP if key in data}, TOP)
    check(layout, data)
    return House(layout, fonts)


def _latin(fonts: Fonts, styles: Styles) -> Font | None:
    """The font of Western text, which may be one of the styles' own."""
    named = {style.font.name: style.font for _, style in styles.items()}
    return named.get(fonts.latin.name, fonts.latin) if fonts.latin else None


def _by_key(styles: Mapping[str, Section], known: Styles) -> dict[str, Section]:
    """What a file says of styles by their keys, whichever name it gives them."""
    keys = {style.name: key for key, style in known.items()}
    found: dict[str, Section] = {}
    names: dict[str, str] = {}
    for name, section in styles.items():
        key = keys.get(name, name)
        if key in found:
            other = f"styles.{names[key]}"
            what = Text(f"和 {other} 是同一个样式", f"the same style as {other}")
            raise LayoutError(what, f"styles.{name}")
        found[key], names[key] = section, name
    return found


def _size(value: str | float | None, otherwise: Length) -> Length:
    """A type size given in points or by its Chinese name."""
    if value is None:
        return otherwise
    return TYPE_SIZES[value] if isinstance(value, str) else _points(value)


def _points(value: float) -> Length:
    """Points as a length of whole twips, the least that Word keeps."""
    return twips(round(value * 20))


def _changed(old: _Object, data: Section, keys: dict[str, Key]) -> _Object:
    """``old`` with the values of ``data``."""
    return replace(
        old,
        **{key: _read(keys[key].unit, value, getattr(old, key)) for key, value in data.items()},
    )


def _read(unit: Unit, value: Any, old: Any) -> Any:
    """A value of a file as the layout keeps it; ``old`` is the layout's own."""
    match unit:
        case "own":
            # A whole number may be written 2.0.
            return int(value) if isinstance(value, float) else value
        case "mm":
            return mm(value)
        case "pt":
            return _points(value)
        case "size":
            return _size(value, old)
        case "colour":
            return COLOURS.get(value, value.upper())
        case "rule":
            return None if value is False else _changed(old or HEAD_RULE, value, RULE)
        case "font" | "characters":
            return old  # read where what they depend on is at hand
        case _:
            assert_never(unit)


def _page(old: Layout, data: Section) -> Page:
    """The page in whole twips. Its left margin is rounded up, so that a text area is not wider
    than it may be; the page number keeps its distance from the text."""
    page = _changed(old.page, data, PAGE)
    whole = {
        name: twips((ceil if name == "left" else round)(value * _PER_MM))
        for name, value in data.items()
    }
    page = replace(page, **whole)
    if "footer" not in data:
        page = replace(page, footer=page.footer + page.bottom - old.page.bottom)
    if "header" not in data:
        page = replace(page, header=min(page.header, page.top))
    return page


@record
class _Styling:
    """How styles change from the ``old`` layout to the ``new`` one, whose body is of ``size``."""

    old: Layout
    new: Layout
    size: Length
    old_fonts: Fonts
    fonts: Fonts

    def styles(self, data: Mapping[str, Section]) -> Styles:
        """All styles: first what they share, then what the file says of each."""
        named: dict[str, Font] = {}
        styles: dict[str, TextStyle] = {}
        for key, old in self.old.styles.items():
            style = self._own(self._shared(old), data.get(key, {}))
            # A name is one font, whatever kinds of type it stands for.
            font = named.setdefault(style.font.name, style.font)
            styles[key] = replace(style, font=font)
        return Styles(**styles)

    def _shared(self, style: TextStyle) -> TextStyle:
        """The style as the fonts, the grid and the body's size make it."""
        old, new = self.old, self.new
        of_body_size = style.size == old.styles.body.size
        on_grid = style.line_pitch == old.grid.line_pitch
        spaced = of_body_size and style.spacing == old.grid.character_spacing
        return replace(
            style,
            font=self.fonts.instead_of(style.font, self.old_fonts),
            size=self.size if of_body_size else style.size,
            line_pitch=new.grid.line_pitch if on_grid else style.line_pitch,
            spacing=new.grid.character_spacing if spaced else style.spacing,
        )

    def _own(self, style: TextStyle, data: Section) -> TextStyle:
        """The style with what the file says of it."""
        if "font" in data:
            style = replace(style, font=self.fonts.named(data["font"], style.font))
        return _changed(style, data, STYLE)


def _page_number(old: Layout, styles: Styles, data: Section) -> PageNumber:
    """The page number; its distance counts in characters of its own style."""
    number = _changed(old.page_number, data, PAGE_NUMBER)
    size = styles.page_number.size
    before = old.styles.page_number.size
    characters = data.get("outer", number.outer.points / before.points)
    return replace(number, outer=size * characters)


def _head(old: Layout, new: Layout, data: Section) -> Head | None:
    """The head; what the standard counts from the text area follows it."""
    head = old.head
    if head is None:
        if data:
            raise LayoutError(
                Text(f"{old.name} 没有版头", f"{old.name} has no head"),
                "head",
                Text('请写 extends = "official"', 'write extends = "official"'),
            )
        return None
    _check_head(head, data, new)
    changed = _changed(head, data, HEAD)
    if "mark_top" not in data and new.kind != "letter":
        # Of a letter it is counted from the paper's edge (10.1).
        changed = replace(changed, mark_top=head.mark_top + new.page.top - old.page.top)
    if "rule_width" not in data and head.rule_width == old.page.text_width:
        changed = replace(changed, rule_width=new.page.text_width)
    return changed


def _check_head(head: Head, data: Section, layout: Layout) -> None:
    """Raises LayoutError where a letter loses its rules, or another kind gets a letter's."""
    if layout.kind == "letter" and data.get("rule") is False:
        what = Text("信函的双线不能去掉", "a letter cannot do without its double rule")
        raise LayoutError(what, "head.rule")
    for key in ("foot_rule", "foot_rule_bottom"):
        if key in data and head.foot_rule is None:
            what = Text("只有信函（letter）有页脚线", "only a letter has a rule at the foot")
            raise LayoutError(what, f"head.{key}")
