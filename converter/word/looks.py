"""From settled properties to looks: what :mod:`converter.word.model` calls them, in its units."""

from __future__ import annotations

from converter.word.model import Border, Fonts, ParagraphLook, RunLook, Tab
from converter.word.properties import is_on, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from converter.word.properties import Properties
    from converter.word.theme import Theme

_ALIGN = {
    "start": "left",
    "end": "right",
    "numTab": "left",
    "thaiDistribute": "distribute",
    "lowKashida": "both",
    "mediumKashida": "both",
    "highKashida": "both",
    "left": "left",
    "center": "center",
    "right": "right",
    "both": "both",
    "distribute": "distribute",
}
_TAB_ALIGN = {"start": "left", "end": "right", "num": "left"}
_SIDES = ("top", "left", "bottom", "right", "between", "bar")
_NONE = ("", "none", "nil")
_LINE = 240
"""Twips of a line, of which ``beforeLines`` counts hundredths."""
_AUTOMATIC = 280
"""Twips of room that ``beforeAutospacing`` leaves (14 pt, as a browser does)."""
_TEXT = 9
"""``w:outlineLvl`` of text that is in no outline."""
_SIZE = 20


def run_look(found: Properties, theme: Theme) -> RunLook:
    """The look of characters of which all properties are known."""
    is_complex = is_on(found.get("cs")) or is_on(found.get("rtl"))
    suffix = "Cs" if is_complex else ""
    fonts = found.get("rFonts", {})
    language = found.get("lang", {})
    colour = found.get("color", {})
    underline = _word(found, "u")
    return RunLook(
        fonts=_fonts(fonts, theme),
        hint=fonts.get("hint", ""),
        size=_number(found, f"sz{suffix}", _SIZE, unit=2),
        bold=is_on(found.get("bCs" if is_complex else "b")),
        italic=is_on(found.get("iCs" if is_complex else "i")),
        strike=is_on(found.get("strike")) or is_on(found.get("dstrike")),
        underline=underline,
        colour=theme.colour(colour.get("val", ""), colour),
        highlight=_word(found, "highlight"),
        fill=fill(found.get("shd", {}), theme),
        spacing=_number(found, "spacing", 0),
        scale=_number(found, "w", 100) or 100,
        position=_number(found, "position", 0, unit=2),
        vertical=_word(found, "vertAlign").replace("baseline", ""),
        hidden=is_on(found.get("vanish")),
        caps=is_on(found.get("caps")),
        language=language.get("eastAsia") or language.get("val", ""),
        themed=any(name.startswith("+") for name in fonts.values()),
    )


def paragraph_look(
    found: Properties,
    theme: Theme,
    *,
    size: int,
    numbering: tuple[str, int] | None = None,
    direct: frozenset[str] = frozenset(),
) -> ParagraphLook:
    """The look of a paragraph of which all properties are known; ``size``, in half-points, is
    that of a character of its indents."""
    spacing, indents = found.get("spacing", {}), found.get("ind", {})
    left, right, first_line = _indents(indents, size * 10)
    rule = spacing.get("lineRule", "auto")
    line = whole(spacing.get("line", "")) or _LINE
    if line < 0:  # Word's old way to say so
        line, rule = -line, "exact"
    outline = _number(found, "outlineLvl", _TEXT)
    return ParagraphLook(
        align=_ALIGN.get(_word(found, "jc"), "left"),
        left=left,
        right=right,
        first_line=first_line,
        chars=_given(indents, chars=True),
        lengths=_given(indents, chars=False),
        before=_room(spacing, "before"),
        after=_room(spacing, "after"),
        line=line,
        line_rule=rule if rule in ("exact", "atLeast") else "auto",
        contextual_spacing=is_on(found.get("contextualSpacing")),
        snap_to_grid=_on(found, "snapToGrid"),
        widow_control=_on(found, "widowControl"),
        keep_next=is_on(found.get("keepNext")),
        keep_lines=is_on(found.get("keepLines")),
        page_break_before=is_on(found.get("pageBreakBefore")),
        kinsoku=_on(found, "kinsoku"),
        word_wrap=_on(found, "wordWrap"),
        overflow_punct=_on(found, "overflowPunct"),
        auto_space_de=_on(found, "autoSpaceDE"),
        auto_space_dn=_on(found, "autoSpaceDN"),
        outline=outline + 1 if 0 <= outline < _TEXT else 0,
        borders=borders(found, "pBdr.", _SIDES, theme),
        tabs=_tabs(found),
        fill=fill(found.get("shd", {}), theme),
        framed="framePr" in found,
        numbering=numbering,
        direct=direct,
    )


def borders(
    found: Properties, prefix: str, sides: Iterable[str], theme: Theme
) -> tuple[Border, ...]:
    """The sides that have a border."""
    made = []
    for side in sides:
        attributes = found.get(prefix + side, {})
        kind = attributes.get("val", "")
        if kind not in _NONE:
            made.append(
                Border(
                    side=side,
                    kind=kind,
                    size=whole(attributes.get("sz", "")) or 0,
                    space=whole(attributes.get("space", "")) or 0,
                    colour=theme.colour(attributes.get("color", ""), attributes),
                )
            )
    return tuple(made)


def fill(attributes: Mapping[str, str], theme: Theme) -> str:
    """The colour of a shading, empty for none. A pattern counts as its background."""
    match attributes.get("val"):
        case "nil":
            return ""
        case "solid":
            return theme.colour(attributes.get("color", ""), attributes)
    return theme.colour(attributes.get("fill", ""), attributes, "themeFill")


def _fonts(fonts: Mapping[str, str], theme: Theme) -> Fonts:
    def font(script: str) -> str:
        name = fonts.get(script, "")
        return theme.font(name[1:]) if name.startswith("+") else name

    return Fonts(
        ascii=font("ascii"), h_ansi=font("hAnsi"), east_asia=font("eastAsia"), complex=font("cs")
    )


def _indents(indents: Mapping[str, str], character: int) -> tuple[int, int, int]:
    """Left, right and first-line indent in twips; ``character`` is the width of one.

    An indent in characters goes over its length, unless it is 0: so Word writes one that is given
    as a length. Beside a hanging first line in characters, the left indent in characters is that
    of the first line, the length that of the others.
    """

    def length(name: str) -> int:
        return whole(indents.get(name, "")) or 0

    def reckoned(name: str) -> int:
        return round(length(f"{name}Chars") * character / 100) or length(name)

    left, right, first_line = (reckoned(name) for name in ("left", "right", "firstLine"))
    hanging = max(-first_line, 0)
    if length("leftChars"):
        left += hanging
    elif length("firstLineChars") and length("left") and length("firstLine") < 0:
        left += hanging + length("firstLine")
    return left, right, first_line


def _given(indents: Mapping[str, str], *, chars: bool) -> tuple[tuple[str, int], ...]:
    names = [name for name in sorted(indents) if name.endswith("Chars") == chars]
    values = [(name, whole(indents[name])) for name in names]
    return tuple((name, number) for name, number in values if number is not None)


def _room(spacing: Mapping[str, str], side: str) -> int:
    if spacing.get(f"{side}Autospacing", "0") not in ("0", "false", "off"):
        return _AUTOMATIC
    lines = whole(spacing.get(f"{side}Lines", "")) or 0
    return max(round(lines * _LINE / 100) or whole(spacing.get(side, "")) or 0, 0)


def _tabs(found: Properties) -> tuple[Tab, ...]:
    tabs = []
    for name, attributes in found.items():
        align = attributes.get("val", "")
        if name.startswith("tabs.") and align != "clear":
            tabs.append(Tab(align=_TAB_ALIGN.get(align, align), position=int(name[5:])))
    return tuple(sorted(tabs, key=lambda tab: tab.position))


def _on(found: Properties, name: str) -> bool:
    """Whether a property is on that is so where nothing is said."""
    return name not in found or is_on(found[name])


def _word(found: Properties, name: str) -> str:
    word = found.get(name, {}).get("val", "")
    return "" if word in _NONE else word


def _number(found: Properties, name: str, default: int, *, unit: int = 20) -> int:
    number = whole(found.get(name, {}).get("val", ""), unit=unit)
    return default if number is None else number
