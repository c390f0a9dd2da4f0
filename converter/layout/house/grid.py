"""Bringing page, lines and characters into agreement: what is given decides, the rest follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from converter.bilingual import Text
from converter.errors import LayoutError
from converter.layout.house.keys import NARROWEST
from converter.layout.table import Grid, Page
from converter.layout.units import ZERO, Length, pt, twips
from converter.record import replace

_FEWEST = 5
"""Lines of a page and characters of a line below which a page is no page."""
_WIDEST = 0.5
"""The most character spacing, in characters."""


def agreed(old: Grid, data: Mapping[str, Any], page: Page, size: Length) -> Grid:
    """The grid of a text area for a body of ``size``.

    Of lines and line pitch either decides the other, and so of characters and their spacing; of
    neither given, pitch and spacing stay. Raises LayoutError, ``where`` being the key, where
    nothing fits or what is given does not go together.
    """
    if page.text_width < size * _FEWEST or page.text_height < size * _FEWEST:
        what = Text("边距太大，版心放不下字", "the margins leave no room for text")
        raise LayoutError(what, "page")
    lines, pitch = _lines(old, data, page.text_height, size)
    characters, spacing = _characters(old, data, page.text_width, size)
    return replace(
        old,
        lines=lines,
        line_pitch=pitch,
        characters=characters,
        character_spacing=spacing,
        kind=data.get("kind", old.kind),
    )


def _lines(old: Grid, data: Mapping[str, Any], height: Length, size: Length) -> tuple[int, Length]:
    wanted = int(data["lines"]) if "lines" in data else None
    if "line_pitch" in data:
        pitch = twips(round(data["line_pitch"] * 20))
    elif wanted:
        pitch = _share(height, wanted)
    else:
        pitch = old.line_pitch
    key = "grid.lines" if "line_pitch" not in data and wanted else "grid.line_pitch"
    if pitch < size:
        zh = f"行距 {pitch.pt:g} 磅低于正文的字高 {size.pt:g} 磅"
        en = f"a line of {pitch.pt:g} pt is lower than its characters of {size.pt:g} pt"
        raise LayoutError(Text(zh, en), key)
    fitting = height // pitch
    if wanted and fitting != wanted:
        raise _contradiction(
            "grid.lines",
            f"行距 {pitch.pt:g} 磅时版心放 {fitting} 行，不是 {wanted} 行",
            f"{fitting} lines of {pitch.pt:g} pt fit, not {wanted}",
            "line_pitch",
        )
    if fitting < _FEWEST:
        what = Text(f"版心只放得下 {fitting} 行", f"only {fitting} lines fit on a page")
        raise LayoutError(what, key if data else "page")
    return fitting, pitch


def _characters(
    old: Grid, data: Mapping[str, Any], width: Length, size: Length
) -> tuple[int, Length]:
    wanted = int(data["characters"]) if "characters" in data else None
    if "character_spacing" in data:
        spacing = twips(round(data["character_spacing"] * 20))
    elif wanted:
        spacing = _share(width, wanted) - size
        _check_spacing(spacing, wanted, width, size)
    else:
        spacing = old.character_spacing
    fitting = width // (size + spacing) if size + spacing > ZERO else 0
    if wanted and fitting != wanted:
        raise _contradiction(
            "grid.characters",
            f"字距 {spacing.pt:g} 磅时一行放 {fitting} 字，不是 {wanted} 字",
            f"{fitting} characters with spacing {spacing.pt:g} pt fit, not {wanted}",
            "character_spacing",
        )
    return fitting, spacing


def _share(room: Length, count: int) -> Length:
    """The most whole twips of which ``count`` go into ``room``."""
    return twips(int(room.points * 20 // count))


def _check_spacing(spacing: Length, wanted: int, width: Length, size: Length) -> None:
    """Raises LayoutError where characters would stand too close or too far apart."""
    if spacing < pt(NARROWEST):
        most = width // (size + pt(NARROWEST))
        zh, en = f"{size.pt:g} 磅的字一行最多 {most} 个", f"{most} characters of {size.pt:g} pt fit"
    elif spacing > size * _WIDEST:
        least = -(width.points // -(size * (1 + _WIDEST)).points)
        zh, en = f"{size.pt:g} 磅的字一行至少 {least} 个", f"{least} characters are the fewest"
    else:
        return
    what = Text(f"一行不能是 {wanted} 字", f"a line cannot have {wanted} characters")
    raise LayoutError(what, "grid.characters", Text(zh, en))


def _contradiction(key: str, zh: str, en: str, other: str) -> LayoutError:
    todo = Text(f"它和 {other} 写一个就够了", f"give either it or {other}")
    return LayoutError(Text(zh, en), key, todo)
