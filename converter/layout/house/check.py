"""What a finished layout must hold to, whatever its file says."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any

from converter.bilingual import Text
from converter.errors import LayoutError
from converter.layout.table import Layout, TextStyle
from converter.layout.units import ZERO, Length

_FEWEST = 5
"""Characters that indents must leave of a line."""


def check(layout: Layout, data: Mapping[str, Any]) -> None:
    """Nothing when all values go together; ``data`` is the file that the layout comes from.

    Raises LayoutError, ``where`` being the key.
    """
    _check_body(layout)
    for key, style in layout.styles.items():
        _check_style(key, style, layout.page.text_width)
    _check_footer(layout)
    head = layout.head
    if head and head.smallest > head.largest:
        what = Text("比 largest 还大", "larger than “largest”")
        raise LayoutError(what, "head.smallest")
    if layout.page.header > layout.page.top:
        what = Text("页眉距大于天头", "the header is below the top of the text area")
        raise LayoutError(what, "page.header" if "header" in data.get("page", {}) else "page.top")


def _check_body(layout: Layout) -> None:
    """The body makes the grid, so that it must not leave it."""
    body, grid = layout.styles.body, layout.grid
    for name, own, wanted, key in (
        ("line_pitch", body.line_pitch, grid.line_pitch, "grid.line_pitch"),
        ("spacing", body.spacing, grid.character_spacing, "grid.character_spacing"),
    ):
        if own != wanted:
            raise LayoutError(
                Text("正文的行距和字距由网格定", "the grid sets the body's pitch and spacing"),
                f"styles.body.{name}",
                Text(f"请写在 {key}", f"give {key} instead"),
            )


def _check_style(key: str, style: TextStyle, width: Length) -> None:
    if style.exact and style.line_pitch < style.size:
        zh = f"行距 {style.line_pitch.pt:g} 磅低于字高 {style.size.pt:g} 磅，字会被切掉"
        en = f"a line of {style.line_pitch.pt:g} pt cuts characters of {style.size.pt:g} pt"
        raise LayoutError(Text(zh, en), f"styles.{key}.line_pitch")
    if style.spacing + style.size <= ZERO:
        what = Text("字距比字宽还小", "the spacing takes all of a character")
        raise LayoutError(what, f"styles.{key}.spacing")
    if style.hanging > style.left:
        what = Text("悬挂缩进大于左缩进，字会出版心", "a larger hanging indent than the left one")
        raise LayoutError(what, f"styles.{key}.hanging")
    if style.hanging and style.first_line:
        what = Text("首行缩进和悬挂缩进只能有一个", "either a first-line or a hanging indent")
        raise LayoutError(what, f"styles.{key}.first_line")
    taken = style.size * (style.left + style.right + style.first_line + _FEWEST)
    if taken > width:
        what = Text("缩进太多，一行放不下字", "the indents leave no room on a line")
        raise LayoutError(what, f"styles.{key}")


def _check_footer(layout: Layout) -> None:
    """The page number must not push the text up."""
    if layout.page_number.position == "none":
        return
    page, line = layout.page, layout.styles.page_number.line_pitch
    if page.footer < ZERO or page.footer + line > page.bottom:
        needed = page.bottom - page.footer if page.footer < ZERO else page.footer + line
        least = ceil(needed.mm * 10) / 10
        what = Text("下边距里放不下页码", "the page number does not fit below the text")
        todo = Text(
            f"下边距至少 {least:.1f} 毫米，或改 page.footer",
            f"at least {least:.1f} mm, or change page.footer",
        )
        raise LayoutError(what, "page.bottom", todo)
