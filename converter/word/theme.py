"""The theme: fonts and colours that styles name by their place in it (ISO/IEC 29500-1, 20.1.6)."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from converter.word.properties import child, local, value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from converter.word.package import Package

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS = {
    "zh-tw": "Hant",
    "zh-hk": "Hant",
    "zh-mo": "Hant",
    "zh": "Hans",
    "ja": "Jpan",
    "ko": "Hang",
}
"""The script of a theme's list of fonts for a language or a language in a country."""
_SHORT = {"mn-lt": "minorHAnsi", "mn-ea": "minorEastAsia", "mn-cs": "minorBidi"}
_SHORT |= {"mj-lt": "majorHAnsi", "mj-ea": "majorEastAsia", "mj-cs": "majorBidi"}
_COLOURS = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_DRAWN = {"tx1": "text1", "tx2": "text2", "bg1": "background1", "bg2": "background2"}
_DRAWN |= {"dk1": "dark1", "lt1": "light1", "dk2": "dark2", "lt2": "light2"}
"""How DrawingML calls them."""
_ROUNDING = 2
"""So far apart are a colour that Word has made darker and the exact one."""
_MAPPED = {"text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2"}
_MAPPING = {"t1": "dark1", "t2": "dark2", "bg1": "light1", "bg2": "light2"}
"""Which colours of the theme text and background have where the settings do not say."""


class Theme:
    """The fonts and colours of a file's theme; empty where it has none."""

    def __init__(self, package: Package, theme: str, settings: Element | None, east: str) -> None:
        """``theme`` is the name of the part, empty for none; ``east`` the East Asian language of
        the document defaults, which stands in for that of the theme's fonts."""
        root = package.xml(theme) if theme else None
        elements = None if root is None else root.find(f"{_DRAWING}themeElements")
        language = child(settings, "themeFontLang")
        self._script = _script(value(language, "eastAsia") or east)
        self._fonts = _fonts(elements)
        self._colours = _colours(elements)
        self._weights = _weights(elements)
        mapping = child(settings, "clrSchemeMapping")
        self._mapping = {name: value(mapping, name) or own for name, own in _MAPPING.items()}

    def font(self, place: str) -> str:
        """The font at a place of the theme (``minorEastAsia``), empty where it names none.

        DrawingML's short names of the places are known, too: ``+mn-ea`` stands for a font's name
        in files that were presentations once.
        """
        place = _SHORT.get(place, place)
        which, rest = ("major", place[5:]) if place.startswith("major") else ("minor", place[5:])
        fonts = self._fonts.get(which, {})
        if rest == "EastAsia":
            return fonts.get("ea") or fonts.get(self._script, "")
        return fonts.get("cs" if rest == "Bidi" else "latin", "")

    def colour(self, own: str, attributes: Mapping[str, str], prefix: str = "theme") -> str:
        """A colour as six hexadecimal digits, empty for automatic.

        ``own`` is the one that the element says itself; ``attributes`` are all of the element's:
        the theme's colour, by the attributes that begin with ``prefix``, goes first. Of one that
        is made lighter or darker the element says how Word has rounded it.
        """
        place = prefix if prefix == "themeFill" else f"{prefix}Color"
        themed = self._colour(attributes.get(place, ""))
        own = own.upper() if _is_colour(own) else ""
        tint, shade = (_part(attributes.get(f"{prefix}{kind}", "")) for kind in ("Tint", "Shade"))
        if not themed or tint == shade == 1:
            return themed or own
        changed = _changed(themed, tint, shade)
        return own if own and _is_near(own, changed) else changed

    def drawn_colour(self, element: Element | None) -> str:
        """The colour within an element of DrawingML (``a:solidFill``, ``a:lnRef``), without what
        makes it lighter or darker; empty for none."""
        for colour in element if element is not None else ():
            named = _DRAWN.get(colour.get("val") or "", colour.get("val") or "")
            text = colour.get("lastClr") or colour.get("val") or ""
            return self._colour(named) or (text.upper() if _is_colour(text) else "")
        return ""

    def line_weight(self, index: int) -> int:
        """The weight in EMU of a line that the theme numbers from 1, 0 for none."""
        return self._weights[index - 1] if 0 < index <= len(self._weights) else 0

    def _colour(self, name: str) -> str:
        """The colour of a name as styles use it (``text1``, ``accent2``)."""
        name = self._mapping.get(_MAPPED.get(name, ""), name)
        return self._colours.get(_COLOURS.get(name, name), "")


def _script(language: str) -> str:
    language = language.lower()
    return _SCRIPTS.get(language) or _SCRIPTS.get(language.partition("-")[0], "")


def _fonts(elements: Element | None) -> dict[str, dict[str, str]]:
    """The fonts of headings (major) and text (minor): by kind (latin, ea, cs) and by script."""
    found: dict[str, dict[str, str]] = {}
    scheme = None if elements is None else elements.find(f"{_DRAWING}fontScheme")
    for group in scheme if scheme is not None else ():
        fonts = found[local(group).removesuffix("Font")] = {}
        for font in group:
            fonts[font.get("script") or local(font)] = font.get("typeface") or ""
    return found


def _colours(elements: Element | None) -> dict[str, str]:
    found = {}
    scheme = None if elements is None else elements.find(f"{_DRAWING}clrScheme")
    for place in scheme if scheme is not None else ():
        for colour in place:
            text = (colour.get("lastClr") or colour.get("val") or "").upper()
            if _is_colour(text):
                found[local(place)] = text
    return found


def _weights(elements: Element | None) -> tuple[int, ...]:
    """The weights of the theme's lines."""
    found = elements.iter(f"{_DRAWING}ln") if elements is not None else ()
    texts = [line.get("w") or "0" for line in found]
    return tuple(int(text) if text.isascii() and text.isdecimal() else 0 for text in texts)


def _changed(colour: str, tint: float, shade: float) -> str:
    """A colour made lighter or darker (ISO/IEC 29500-1, 17.3.2.6)."""
    hue, lightness, saturation = rgb_to_hls(*(part / 255 for part in _parts(colour)))
    lightness = lightness * shade if shade < 1 else lightness * tint + 1 - tint
    return "".join(f"{round(255 * part):02X}" for part in hls_to_rgb(hue, lightness, saturation))


def _parts(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, from 0 to 255."""
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)


def _is_near(one: str, other: str) -> bool:
    return all(abs(a - b) <= _ROUNDING for a, b in zip(_parts(one), _parts(other), strict=True))


def _is_colour(text: str) -> bool:
    return len(text) == 6 and _is_hexadecimal(text)


def _is_hexadecimal(text: str) -> bool:
    return all(char in "0123456789abcdefABCDEF" for char in text)


def _part(text: str) -> float:
    """A tint or shade, two hexadecimal digits, as a part of 1."""
    return int(text, 16) / 255 if len(text) == 2 and _is_hexadecimal(text) else 1
