"""Which profile a report is held against: the one that was asked for, or the one its title calls
for."""

from __future__ import annotations

from dataclasses import dataclass

from converter.errors import ProfileError
from converter.profiles import DEFAULT, Profile, load, names


@dataclass(frozen=True, slots=True)
class Choice:
    """``given`` is the profile asked for; without it the title decides, and ``more`` are profiles
    of one's own that may be chosen then, before the built-in ones."""

    given: Profile | None = None
    more: tuple[Profile, ...] = ()

    def for_title(self, title: str) -> Profile:
        """The profile for a report of that title (subtitles included)."""
        if self.given:
            return self.given
        for profile in self.more:
            if profile.is_called_for(title):
                return profile
        for name in names():
            if name != DEFAULT and load(name).is_called_for(title):
                return load(name)
        return load()

    def of(self, profile_id: str) -> Profile:
        """The profile that a document says it was read with; the one given counts more. The
        default one for an id that is not known."""
        if self.given:
            return self.given
        for profile in self.more:
            if profile.id == profile_id:
                return profile
        try:
            return load(profile_id) if profile_id in names() else load()
        except ProfileError:
            return load()


def choice(name: str | None = None) -> Choice:
    """The choice that is made already, by the name of a profile or the path of its file; or, for
    None, is left to the title.

    Raises ProfileError when there is no such profile.
    """
    return Choice(load(name) if name is not None else None)
