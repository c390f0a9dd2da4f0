"""What the text styles of a layout are called in a file, and how they look there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from converter.layout.table import Layout, TextStyle
from converter.layout.units import pt, twips
from converter.record import record
from converter.writers.docx.formatting import Lengths, Values, lengths_of, spacing_of

LATIN_ID = "GwLatin"
LATIN_NAME = "西文"
TABLE_ID = "GwTable"
TABLE_NAME = "公文表格"
FRAME_ID = "GwFrame"
FRAME_NAME = "公文并列"
GAP_NAME = "公文间隔"


@record
class Look:
    """A style of a file: its id, its text style, and its measures in twips.

    ``run_id`` is the id of the character style for text inside other paragraphs, empty if the text
    style has none.
    """

    id: str
    run_id: str
    style: TextStyle
    lengths: Lengths
    spacing: Values


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """The styles of a file by the name of their text style, and what writers of text ask for.

    ``gap`` is the style of the paragraph that stands where a file needs one and the page none.
    ``latin`` is the name of the font of Western letters and digits, empty if they have none of
    their own. ``spaced`` tells whether styles set characters apart, and not Word's grid.
    """

    by_name: dict[str, Look]
    layout: Layout
    gap: TextStyle
    latin: str
    spaced: bool

    def __getitem__(self, style: TextStyle) -> Look:
        """The style of the file for a text style, or for one derived from it by a change."""
        return self.by_name[style.name]


@cache
def looks_of(layout: Layout) -> Looks:
    """The styles of a file in ``layout``; keep the answer, for the layout takes time to hash."""
    gap = gap_style(layout)
    named = [*((key, style) for key, style in layout.styles.items()), ("gap", gap)]
    looks = {
        style.name: Look(
            style_id(key),
            f"{style_id(key)}Run" if style.run_in else "",
            style,
            lengths_of(style),
            spacing_of(style),
        )
        for key, style in named
    }
    latin = layout.latin.name if layout.latin else ""
    return Looks(looks, layout, gap, latin, layout.grid.kind == "lines")


def style_id(key: str) -> str:
    """The id of the style with ``key`` in a layout.

    Headings have ids that tell a converter what they are (mammoth goes by the id); the names are
    what the user sees.
    """
    if key.startswith("heading_"):
        return f"Heading{key.removeprefix('heading_')}"
    return "Gw" + key.title().replace("_", "")


def gap_style(layout: Layout) -> TextStyle:
    """The style of a paragraph that takes next to no room: between tables, behind the last one."""
    body = layout.styles.body
    return replace(
        body,
        name=GAP_NAME,
        size=pt(1),
        line_pitch=twips(1),
        spacing=pt(0),
        first_line=0,
        align="left",
    )
