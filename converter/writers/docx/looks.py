"""What the text styles of a layout are called in a file, and how they look there."""

from __future__ import annotations

from converter.layout.table import Styles
from converter.layout.units import pt, twips
from converter.record import record, replace
from converter.writers.docx.formatting import lengths_of, spacing_of
from converter.writers.docx.oxml import element

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.layout.table import Layout, TextStyle
    from converter.writers.docx.formatting import Lengths, Values

LATIN_ID = "GwLatin"
LATIN_NAME = "西文"
TABLE_ID = "GwTable"
TABLE_NAME = "公文表格"
FRAME_ID = "GwFrame"
FRAME_NAME = "公文并列"
GAP_NAME = "公文间隔"
GAP_KEY = "gap"

_KEPT = 16
"""So many layouts are remembered; a run has one or two."""


@record(eq=False)
class Look:
    """A style of a file: its id, its text style, and its measures in twips.

    ``run_id`` is the id of the character style for text inside other paragraphs, empty if the text
    style has none. ``start`` is what a paragraph begins with that says nothing else, ``run_start``
    what a run of the character style does.
    """

    id: str
    run_id: str
    style: TextStyle
    lengths: Lengths
    spacing: Values
    start: str
    run_start: str


class Looks:
    """The styles of a file, and what writers of text ask for.

    ``gap`` is the style of the paragraph that stands where a file needs one and the page none.
    ``latin`` is the name of the font of Western letters and digits, empty if they have none of
    their own. ``spaced`` tells whether styles set characters apart, and not Word's grid.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.gap = gap_style(layout)
        self.latin = layout.latin.name if layout.latin else ""
        self.spaced = layout.grid.kind == "lines"
        self._styles = {getattr(layout.styles, key).name: key for key in Styles.__annotations__}
        self._styles[GAP_NAME] = GAP_KEY
        self._known: dict[str, Look] = {}

    def __getitem__(self, style: TextStyle) -> Look:
        """The style of the file for a text style, or for one derived from it by a change."""
        known = self._known.get(style.name)
        if known is None:
            known = self._known[style.name] = self._made(self._styles[style.name])
        return known

    def all(self) -> list[Look]:
        """The styles of the file, in the order in which a user looks for them."""
        named = (style for _, style in self.layout.styles.items())
        return [self[style] for style in (*named, self.gap)]

    def _made(self, key: str) -> Look:
        style = self.gap if key == GAP_KEY else getattr(self.layout.styles, key)
        own_id = style_id(key)
        run_id = f"{own_id}Run" if style.run_in else ""
        return Look(
            own_id,
            run_id,
            style,
            lengths_of(style),
            spacing_of(style),
            f"<w:p>{element('pPr', element('pStyle', val=own_id))}",
            f"<w:r>{element('rPr', element('rStyle', val=run_id))}" if run_id else "",
        )


_looks: list[Looks] = []
"""Those of the last layouts, by identity or else by value: a layout takes time to hash."""


def looks_of(layout: Layout) -> Looks:
    """The styles of a file in ``layout``, made once in a process."""
    for looks in _looks:
        if looks.layout is layout:
            return looks
    for looks in _looks:
        if looks.layout == layout:
            return looks
    _looks.append(Looks(layout))
    del _looks[:-_KEPT]
    return _looks[-1]


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
