"""Looks of paragraphs and characters: document defaults, table style, paragraph style and those it
is based on, numbering, character style, and at last what stands with the text itself
(ISO/IEC 29500-1, 17.7.2).

The properties of a numbering level come just before those of the style or paragraph that asks for
the number, as Word has it: a style's own indents go over those of the list that it names.
"""

from __future__ import annotations

from converter.record import record
from converter.word.looks import paragraph_look, run_look
from converter.word.model import ParagraphLook, RunLook
from converter.word.properties import child, is_on, key_of, merged, properties_of, value, whole
from converter.word.style_parts import folded, related, style_parts
from converter.word.table_styles import TableStyle, text_properties
from converter.word.theme import Theme

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from converter.word.numbering import Numbering
    from converter.word.package import Package
    from converter.word.properties import Properties
    from converter.word.style_parts import Style
    from converter.word.table_styles import Place

_TOGGLES = {
    *("b", "bCs", "caps", "emboss", "i", "iCs", "imprint", "outline", "shadow", "smallCaps"),
    *("strike", "vanish"),
}
"""Properties that are on if an odd number of styles turns them on (ISO/IEC 29500-1, 17.7.3)."""
_OFF = "0"
"""The numId that takes a paragraph out of the list that its style puts it in."""
_DEEPEST = 8
"""The deepest of the nine levels of a list."""
_NAMING = {"pStyle", "cnfStyle"}
_NOWHERE: tuple[Properties, Properties] = ({}, {})


class Styles:
    """The styles of a file; every look is settled once and then known."""

    def __init__(self, package: Package) -> None:
        self.parts = style_parts(package)
        settings = related(package, "settings")
        language = self.parts.run.get("lang", {}).get("eastAsia", "")
        self.theme = Theme(
            package,
            related(package, "theme"),
            package.xml(settings) if settings else None,
            language,
        )
        self._tables: dict[Place, tuple[Properties, Properties]] = {}
        self._chains: dict[tuple[str, str], tuple[tuple[Style, ...], Properties]] = {}
        self._paragraphs: dict[object, ParagraphLook] = {}
        self._runs: dict[object, RunLook] = {}
        self._marks: dict[object, RunLook] = {}

    def style_of(self, paragraph: Element | None) -> str:
        """The id of the style that is in force for a ``w:pPr``, empty where the file has none: the
        default one where it names none, or none that is there."""
        named = value(child(paragraph, "pStyle"))
        style = self.parts.styles.get(named)
        if style is not None and style.kind == "paragraph":
            return named
        return self.parts.default.get("paragraph", "")

    def names(self, style_id: str) -> tuple[str, ...]:
        """The names of a paragraph style and of those that it is based on, nearest first."""
        return tuple(style.name for style in self._chain(style_id, "paragraph")[0])

    def table(self, table: Element | None) -> TableStyle:
        """The style of a table, by its ``w:tblPr``: its borders and place, and for each cell the
        :class:`Place` to hand to the other methods."""
        return TableStyle(self.parts, table, self.theme)

    def paragraph(
        self,
        paragraph: Element | None,
        table_style: Place | None = None,
        numbering: Numbering | None = None,
        size: int | None = None,
    ) -> ParagraphLook:
        """The look of a paragraph with these ``w:pPr``, None for one without.

        ``table_style`` is its place in a table (:meth:`table`). ``size`` is the size in half-points
        that its indents in characters are reckoned by: that of its first characters; without it,
        that of its mark.
        """
        if size is None:
            size = self.run(child(paragraph, "rPr"), paragraph, table_style).size
        key = (key_of(paragraph), table_style, id(numbering), size)
        known = self._paragraphs.get(key)
        if known is None:
            known = self._paragraphs[key] = self._paragraph(paragraph, table_style, numbering, size)
        return known

    def run(
        self,
        run: Element | None,
        paragraph: Element | str | None = None,
        table_style: Place | None = None,
    ) -> RunLook:
        """The look of characters with these ``w:rPr`` (None for none) in a paragraph, of which
        the ``w:pPr`` or the style's id is given. A paragraph's mark is asked for by the ``w:rPr``
        within its ``w:pPr``."""
        style = paragraph if isinstance(paragraph, str) else self.style_of(paragraph)
        key = (key_of(run), style, table_style)
        known = self._runs.get(key)
        if known is None:
            known = self._runs[key] = self._run(properties_of(run), style, table_style)
        return known

    def mark(
        self,
        level: Element | None,
        paragraph: Element | None,
        table_style: Place | None = None,
    ) -> RunLook:
        """The look of an automatic number: that of the paragraph's mark, and on top of it what the
        level says (``level`` is its ``w:rPr``)."""
        end, style = child(paragraph, "rPr"), self.style_of(paragraph)
        key = (key_of(level), key_of(end), style, table_style)
        known = self._marks.get(key)
        if known is None:
            own = properties_of(end)
            own.pop("u", None)  # a line below the paragraph's mark is none below its number
            look = self._run(merged(own, properties_of(level)), style, table_style)
            known = self._marks[key] = look
        return known

    def _chain(self, style_id: str, kind: str) -> tuple[tuple[Style, ...], Properties]:
        """A style and those it is based on, nearest first; and what they say of characters."""
        known = self._chains.get((style_id, kind))
        if known is None:
            chain = self.parts.chain(style_id, kind)
            known = self._chains[style_id, kind] = (
                chain,
                folded(tuple(style.run for style in chain)),
            )
        return known

    def _table(self, place: Place | None) -> tuple[Properties, Properties]:
        """What the style of a table says of paragraphs and characters in a place."""
        if place is None:
            return _NOWHERE
        known = self._tables.get(place)
        if known is None:
            chain = self.parts.chain(place.style, "table")
            known = self._tables[place] = text_properties(chain, place)
        return known

    def _paragraph(
        self,
        paragraph: Element | None,
        place: Place | None,
        numbering: Numbering | None,
        size: int,
    ) -> ParagraphLook:
        own = properties_of(paragraph)
        chain, _ = self._chain(self.style_of(paragraph), "paragraph")
        number = _number(chain, own.get("numPr", {}), numbering)
        layers: list[Properties] = [own, *(style.paragraph for style in chain)]
        if number:
            layers.insert(number.rank + 1, number.paragraph)
        layers += [self._table(place)[0], self.parts.paragraph]
        return paragraph_look(
            folded(tuple(layers)),
            self.theme,
            size=size,
            numbering=number.place if number else None,
            direct=frozenset(name.partition(".")[0] for name in own) - _NAMING,
        )

    def _run(self, own: Properties, style_id: str, place: Place | None) -> RunLook:
        named = own.get("rStyle", {}).get("val", "")
        of_paragraph = self._chain(style_id, "paragraph")[1]
        of_characters = self._chain(named or self.parts.default.get("character", ""), "character")[
            1
        ]
        styles = (of_characters, of_paragraph, self._table(place)[1])
        found = folded((own, *styles, self.parts.run))
        for name in _TOGGLES & found.keys() - own.keys():
            on = sum(is_on(style.get(name)) for style in styles) % 2
            found[name] = {"val": "1" if on or is_on(self.parts.run.get(name)) else "0"}
        return run_look(found, self.theme)


@record(kw_only=True)
class _Number:
    """Where a paragraph's automatic number comes from: numId and level; ``rank`` is 0 for the
    paragraph itself, 1 for its style, 2 for the style that this is based on …; what the level says
    of paragraphs."""

    place: tuple[str, int]
    rank: int
    paragraph: Properties


def _number(
    chain: tuple[Style, ...], own: dict[str, str], numbering: Numbering | None
) -> _Number | None:
    """Each half of ``w:numPr`` is inherited on its own. The level of a style is the one that says
    it is that style's (``w:pStyle``)."""
    layers = [own, *(style.paragraph.get("numPr", {}) for style in chain)]
    num_id = next((layer["numId"] for layer in layers if "numId" in layer), _OFF)
    if num_id == _OFF or (numbering is not None and not numbering.has(num_id)):
        return None
    rank = next(at for at, layer in enumerate(layers) if layer)
    level = whole(own.get("ilvl", ""))
    if level is None and numbering is not None:
        linked = (numbering.level_of_style(num_id, style.id) for style in chain)
        level = next((found for found in linked if found is not None), None)
    if level is None:
        level = next((whole(layer["ilvl"]) for layer in layers if "ilvl" in layer), 0) or 0
    level = min(max(level, 0), _DEEPEST)
    paragraph = numbering.paragraph(num_id, level) if numbering is not None else {}
    return _Number(place=(num_id, level), rank=rank, paragraph=paragraph)
