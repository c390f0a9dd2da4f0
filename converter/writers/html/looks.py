"""The layout's text styles and paper in CSS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import floor

from converter.layout.height import BASELINE, EM_ABOVE, EM_BELOW
from converter.layout.table import Font, Layout, Page, TextStyle
from converter.layout.units import ZERO, Length, twips
from converter.writers.html.classes import Declarations, mm, pt, rule

# CSS centres the font's own box, which for Chinese fonts is the em box, in the line.
_BASELINE = BASELINE - 50
_CENTRE = (EM_ABOVE - EM_BELOW) // 2

LATIN = "latin"
"""The class of Western letters and digits, where they have a font of their own."""


def class_of(key: str) -> str:
    """The class of the style with ``key`` in a layout."""
    return key.replace("_", "-")


def colour(value: str) -> str:
    """A colour of CSS; black where the layout says nothing."""
    return f"#{value.lower()}" if value else "#000"


def drop(pitch: Length, size: Length) -> Length:
    """How much lower than in CSS a line stands on paper."""
    return (pitch * _BASELINE - size * _CENTRE) / 100


def letters(style: TextStyle, layout: Layout, size: Length | None = None) -> Declarations:
    """What a style says of characters; ``size`` where they were fitted."""
    found = {"font-family": _variable(style.font), "font-size": pt(size or style.size)}
    spacing = style.spacing + _of_grid(layout)
    if spacing != ZERO:
        found["letter-spacing"] = pt(spacing)
    if style.bold:
        found["font-weight"] = "bold"
    if style.colour:
        found["color"] = colour(style.colour)
    return found


def _of_grid(layout: Layout) -> Length:
    """What a grid of characters adds to each of them; in whole twips, so that they fit."""
    if layout.grid.kind == "lines":
        return ZERO
    room = layout.page.text_width.points / layout.grid.characters - layout.styles.body.size.points
    return twips(floor(room * 20))


def lines(style: TextStyle, own: Mapping[str, Length | str | None]) -> Declarations:
    """What a style says of paragraphs. ``own`` is what a paragraph has instead: ``height`` and
    ``size`` of its lines, ``before`` and ``after``, ``left``, ``right`` and ``first_line``
    indent, ``align``."""

    def length(name: str, default: Length) -> Length:
        value = own.get(name)
        return value if isinstance(value, Length) else default

    pitch = length("height", style.line_pitch)
    found = {"line-height": pt(pitch)}
    if style.exact or own.get("height"):
        found["top"] = pt(drop(pitch, length("size", style.size)))
    left = length("left", style.size * style.left)
    right = length("right", style.size * style.right)
    lengths = {
        "margin-top": length("before", style.line_pitch * style.before),
        "margin-bottom": length("after", style.line_pitch * style.after),
        # Padding, so that a paragraph is as wide as the text area; but none is negative.
        "padding-left" if left > ZERO else "margin-left": left,
        "padding-right" if right > ZERO else "margin-right": right,
        "text-indent": length("first_line", style.size * (style.first_line - style.hanging)),
    }
    found |= {name: pt(value) for name, value in lengths.items() if value != ZERO}
    return found | _aligned(str(own.get("align") or style.align))


def _aligned(align: str) -> Declarations:
    if align == "distribute":
        return {"text-align": "justify", "text-align-last": "justify"}
    return {"text-align": "justify" if align == "both" else align}


def styles_css(layout: Layout) -> Iterator[str]:
    """The fonts, and for each text style a rule for its characters and one for its lines."""
    families = {_variable_name(font): _family(font) for font in layout.fonts}
    yield rule(":root", families)
    if layout.latin:
        yield rule(f".{LATIN}", {"font-family": _variable(layout.latin)})
    for key, style in layout.styles.items():
        yield rule(f".{class_of(key)}", letters(style, layout))
        yield rule(f".{class_of(key)}:not(span)", lines(style, {}))


def paper_css(name: str, page: Page, layout: Layout, *, numbered: bool) -> Iterator[str]:
    """The paper of a sheet on the screen, cut into pages in print, and in print without script."""
    sides = (page.top, page.right, page.bottom, page.left)
    margins = " ".join(mm(side) for side in sides)
    paper = {"--w": mm(page.width), "--h": mm(page.height), "padding": margins}
    yield rule(f".{name}", paper)
    if layout.mirror:
        mirrored = {"padding-right": mm(page.left), "padding-left": mm(page.right)}
        yield rule(f".{name}.even", mirrored)
    size = f"{mm(page.width)} {mm(page.height)}"
    yield rule(f"@page {name}", {"size": size, "margin": "0"})
    yield rule(f"@page {name}-flow", {"size": size, "margin": margins})
    if numbered and page.width < page.height:
        yield from _number_boxes(name, layout)
    yield rule(f".paged .{name}", {"page": name})
    yield rule(f"html:not(.paged) .{name}", {"page": f"{name}-flow"})


def _number_boxes(name: str, layout: Layout) -> Iterator[str]:
    """Page numbers in the margins of print, for pages that no script has cut."""
    style, number = layout.styles.page_number, layout.page_number
    marks = f"{_quoted(number.before)} counter(page) {_quoted(number.after)}"
    look = letters(style, layout) | {
        "content": marks,
        "vertical-align": "top",
        "padding-top": "6mm",
    }
    for side, place in (("right", "right"), ("left", "left")):
        box = "center" if number.position == "center" else place
        own = look | ({} if box == "center" else {f"padding-{place}": pt(number.outer)})
        yield f"@page {name}-flow:{side}{{{rule(f'@bottom-{box}', own)}}}"


def number_css(layout: Layout) -> Iterator[str]:
    """The page number, where it stands on the paper whichever way the paper is turned: what is
    the foot of an upright page is the left edge of a turned one, its right side the foot."""
    style, number, page = layout.styles.page_number, layout.page_number, layout.page
    at = ".page[data-n]"
    above_foot = pt(page.footer - drop(style.line_pitch, style.size))
    look = letters(style, layout) | {"line-height": pt(style.line_pitch), "text-align": "center"}
    yield rule(f"{at}::after", look | {"bottom": above_foot})
    if number.position == "center":
        # In the middle of the text area, not of the paper.
        yield rule(f"{at}::after", {"left": mm(page.left), "right": mm(page.right)})
        turned = {"right": "auto", "top": mm(page.left), "bottom": mm(page.right)}
        yield rule(f"{at}.wide::after", {"left": above_foot} | turned)
        return
    right, left = pt(page.right + number.outer), pt(page.left + number.outer)
    outer = pt((page.right if layout.mirror else page.left) + number.outer)
    yield rule(f"{at}.odd::after", {"right": right})
    yield rule(f"{at}.even::after", {"left": outer})
    turned = {"left": above_foot, "right": "auto"}
    yield rule(f"{at}.wide.odd::after", turned | {"bottom": right})
    yield rule(f"{at}.wide.even::after", turned | {"top": left, "bottom": "auto"})


def _variable_name(font: Font) -> str:
    return "--" + "".join(c if c.isalnum() else "-" for c in font.name)


def _variable(font: Font) -> str:
    return f"var({_variable_name(font)})"


def _family(font: Font) -> str:
    return ",".join([*map(_quoted, (font.name, *font.alternatives)), font.generic])


def _quoted(name: str) -> str:
    """A string of CSS that cannot end a style element."""
    safe = "".join(f"\\{ord(c):x} " if c in '"\\<>' or ord(c) < 32 else c for c in name)
    return f'"{safe}"'
