"""Which profile a report is held against: the one that was asked for, or the one its title calls
for."""

from __future__ import annotations

from converter.profiles import load, names
from converter.profiles.titles import called_for
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Document
    from converter.profiles import Profile


@record
class Choice:
    """``given`` is the profile asked for; without it the title decides, and ``more`` are profiles
    of one's own that may be chosen then, before the built-in ones."""

    given: Profile | None = None
    more: tuple[Profile, ...] = ()

    def for_title(self, title: str, opening: str = "") -> Profile:
        """The profile for a report of that title (subtitles included); ``opening`` is how its text
        begins, which may tell where there is no title."""
        if self.given:
            return self.given
        bare = "".join(title.split())
        for profile in self.more:
            if profile.is_called_for(bare):
                return profile
        return load(called_for(bare, load().promises(bare), opening))

    def of(self, profile_id: str) -> Profile:
        """The profile that a document says it was read with; the one given counts more. The
        default one for an id that is not known."""
        if self.given:
            return self.given
        for profile in self.more:
            if profile.id == profile_id:
                return profile
        return load(profile_id) if profile_id in names() else load()

    def held(self, document: Document) -> Profile:
        """The profile that a document is held against: the one it was read with, and every part
        required that its title promises."""
        return self.of(document.profile).held_to(full_title(document))


def full_title(document: Document) -> str:
    """What a report calls itself: its title with its subtitles, for a slogan leaves it to the
    subtitle to say what the report is."""
    beside = (line.text for line in document.below_title if line.kind == "subtitle")
    return document.name + "".join(beside)


def choice(name: str | None = None) -> Choice:
    """The choice that is made already, by the name of a profile or the path of its file; or, for
    None, is left to the title.

    Raises ProfileError when there is no such profile.
    """
    return Choice(load(name) if name is not None else None)
