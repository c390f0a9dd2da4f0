"""What settings.xml says of the whole file (ISO/IEC 29500-1, 17.15)."""

from __future__ import annotations

from converter.word.model import Settings
from converter.word.properties import W, child, is_on, value, whole
from converter.word.style_parts import related

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from converter.word.package import Package

_OLDEST = 12
"""The compatibility mode of a file that names none: that of Word 2007."""


def settings_of(package: Package) -> Settings:
    """The settings of a file; the format's own where it has none."""
    part = related(package, "settings")
    root = package.xml(part) if part else None
    spacing = value(child(root, "characterSpacingControl"))
    return Settings(
        even_and_odd=_on(root, "evenAndOddHeaders"),
        mirror_margins=_on(root, "mirrorMargins"),
        compatibility=_mode(child(root, "compat")),
        compress_punctuation=spacing.startswith("compressPunctuation"),
    )


def _on(root: Element | None, name: str) -> bool:
    element = child(root, name)
    return element is not None and is_on({"val": value(element) or "1"})


def _mode(compatibility: Element | None) -> int:
    if compatibility is not None:
        for setting in compatibility.iterchildren(f"{W}compatSetting"):
            if value(setting, "name") == "compatibilityMode":
                return whole(value(setting)) or _OLDEST
    return _OLDEST
