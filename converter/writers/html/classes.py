"""Declarations of CSS, and classes for those that elements have of their own.

The page's policy allows no ``style`` attribute, so whatever differs from a style has a class.
"""

from __future__ import annotations

from typing import TypeAlias

from converter.layout.units import Length

Declarations: TypeAlias = dict[str, str]
"""Property → value."""


_UNDONE = {"color": "#000", "font-weight": "normal", "text-align-last": "auto"}
"""What undoes a declaration, where it is not nought."""


def pt(length: Length) -> str:
    """A length of CSS in points, to a thousandth."""
    return number(length.pt, 3) + ("pt" if length.points else "")


def mm(length: Length) -> str:
    """A length of CSS in millimetres, to a tenth: twips do not hit whole ones."""
    return number(length.mm, 1) + "mm"


def number(value: float, digits: int) -> str:
    """``value`` rounded, without zeros at its end."""
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"


def rule(selector: str, declarations: Declarations) -> str:
    """A rule of CSS."""
    return f"{selector}{{{';'.join(f'{key}:{value}' for key, value in declarations.items())}}}"


def difference(wanted: Declarations, base: Declarations) -> Declarations:
    """What must be declared for ``wanted`` to hold where ``base`` does."""
    undone = {key: _UNDONE.get(key, "0") for key in base if key not in wanted}
    return undone | {key: value for key, value in wanted.items() if base.get(key) != value}


def joined(*names: str) -> str:
    """The value of a ``class`` attribute; empty names are left out."""
    return " ".join(filter(None, names))


class Classes:
    """Classes by their declarations, named in the order of their first use."""

    def __init__(self) -> None:
        self._names: dict[tuple[tuple[str, str], ...], str] = {}

    def name(self, declarations: Declarations) -> str:
        """The class with just these declarations; empty if there are none."""
        if not declarations:
            return ""
        return self._names.setdefault(tuple(declarations.items()), f"x{len(self._names) + 1}")

    def css(self) -> str:
        """The rules of all classes. The name counts twice, so that they outdo those of styles."""
        return "\n".join(rule(f".{name}.{name}", dict(key)) for key, name in self._names.items())
