"""What kinds of report and their parts are called."""

from __future__ import annotations

from collections.abc import Iterable

from converter.bilingual import Text
from converter.corpus.picture.counting import Kind
from converter.profiles import Profile, load, names
from converter.profiles.profile import RoleSpec


class Names:
    """The names that profiles give: ``own`` are those that are not built in. What no profile knows
    is called by its id."""

    def __init__(self, own: Iterable[Profile] = ()) -> None:
        self._own = {profile.id: profile for profile in own}

    def profile(self, kind: str) -> Profile | None:
        """The profile of a kind, if it is known."""
        if kind in self._own:
            return self._own[kind]
        return load(kind) if kind in names() else None

    def kind(self, kind: str) -> Text:
        """What a kind is called."""
        profile = self.profile(kind)
        return _text(profile.name, kind) if profile else Text(kind, kind)

    def part(self, kind: str, part: str) -> Text:
        """What a part of a kind is called."""
        for profile in (self.profile(kind), load()):
            role = profile.role(part) if profile else None
            if role:
                return _text(role.name, part)
        return Text(part, part)

    def columns(self, kind: Kind) -> list[str]:
        """The parts that reports of a kind have or must have, in the order of the profile; others
        behind them."""
        profile = self.profile(kind.id)
        seen = {*kind.there, *kind.missing}
        roles: list[RoleSpec] = profile.roles_in_order if profile else []
        known = [role.id for role in roles if role.asked or role.id in seen]
        return known + sorted(seen.difference(known))


def _text(name: dict[str, str], identifier: str) -> Text:
    return Text(name.get("zh", identifier), name.get("en", identifier))
