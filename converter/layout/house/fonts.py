"""The fonts of a house style: which font stands for each kind of type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from converter.bilingual import Text
from converter.errors import LayoutError
from converter.layout.house.keys import ROLES
from converter.layout.table import Font
from converter.record import field, record, replace

Named: TypeAlias = str | Sequence[str]
"""A font in a file: its name, or its name and those that may stand in for it."""

TIMES = Font(
    name="Times New Roman",
    alternatives=("Liberation Serif", "Times"),
    panose="02020603050405020304",
    family="roman",
    pitch="variable",
    charset="00",
)
_WESTERN = replace(TIMES, panose="0" * 20, family="auto")
"""A font for Western text of which nothing is known."""


def _standard() -> dict[str, Font]:
    return {role: about.font for role, about in ROLES.items()}


_BY_NAME = {
    name: about.font
    for about in ROLES.values()
    for name in (about.font.name, *about.font.alternatives)
}
_ROLE_OF = {about.name: role for role, about in ROLES.items()} | {role: role for role in ROLES}


@record
class Fonts:
    """The font of each kind of type, by the keys of :data:`~converter.layout.house.keys.ROLES`,
    and that of Western text where it has one of its own."""

    roles: Mapping[str, Font] = field(default_factory=_standard)
    latin: Font | None = None

    def changed(self, data: Mapping[str, Named | bool]) -> Fonts:
        """These fonts with those that a file names."""
        roles, latin = dict(self.roles), self.latin
        keys: dict[str, str] = {}
        for key, value in data.items():
            if key == "latin":
                latin = None if isinstance(value, bool) else _western(value)
                continue
            role = _ROLE_OF[key]
            if role in keys:
                other = f"fonts.{keys[role]}"
                what = Text(f"和 {other} 是同一类字", f"the same kind of type as {other}")
                raise LayoutError(what, f"fonts.{key}")
            keys[role] = key
            assert not isinstance(value, bool), value
            roles[role] = _font(value, self.roles[role])
        return Fonts(roles, latin)

    def instead_of(self, font: Font, before: Fonts) -> Font:
        """What stands here for the kind of type for which ``font`` stood ``before``."""
        for role, own in before.roles.items():
            if own.name == font.name:
                return self.roles[role]
        return font

    def named(self, value: Named, otherwise: Font) -> Font:
        """The font that a style asks for: a kind of type, or a font by its name, of whose looks
        is taken what is known, else that it looks like ``otherwise``."""
        role = _ROLE_OF.get(value) if isinstance(value, str) else None
        return self.roles[role] if role else _font(value, otherwise)


def _font(value: Named, like: Font) -> Font:
    """A Chinese font of that name; where it is missing, what it replaces may stand in."""
    name, *others = [value] if isinstance(value, str) else value
    like = _BY_NAME.get(name, like)
    return _named(name, others, like)


def _western(value: Named) -> Font:
    name, *others = [value] if isinstance(value, str) else value
    return _named(name, others, TIMES if name == TIMES.name else _WESTERN)


def _named(name: str, others: Sequence[str], like: Font) -> Font:
    """A font that looks like ``like``, under another name."""
    names = dict.fromkeys([*others, like.name, *like.alternatives])
    names.pop(name, None)
    return replace(like, name=name, alternatives=tuple(names))
