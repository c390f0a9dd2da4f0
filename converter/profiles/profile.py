"""What a profile is: the parts a kind of report must have, and the words that name them."""

from __future__ import annotations

from itertools import takewhile

from converter.patterns import holds, lazy
from converter.profiles.built_in import SIGNS
from converter.record import field, record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Literal, TypeAlias

    from converter.findings import Severity

    Signer: TypeAlias = Literal["unit", "person"]

_NONE: tuple[tuple[str, ...], ...] = ((), (), ())
_compiled: dict[str, re.Pattern[str]] = {}


def says(text: str, pattern: str) -> bool:
    """Whether a regular expression finds something. Plain words that tell (those it begins with,
    总结|…, and what is known of the built-in ones) are looked for first, which mostly saves
    compiling it."""
    if holds(text, takewhile(str.isalnum, pattern.split("|"))):
        return True
    needed, sure, ending = SIGNS.get(pattern, _NONE)
    if needed and not holds(text, needed):
        return False
    if holds(text, sure) or (ending and text.endswith(ending)):
        return True
    if pattern not in _compiled:
        _compiled[pattern] = lazy(pattern)
    return _compiled[pattern].search(text) is not None


@record
class RoleSpec:
    """One kind of section: its names, the words of headings that name it, when it must be there.

    A part is ``required``, or ``recommended``, or neither. ``period`` is ``reported`` or
    ``planned`` where a year in a heading gives the role away. ``told_in`` are the parts that may
    tell this one's matter, so that it needs no section of its own. ``promised`` are regular
    expressions of titles that promise this part; a title that promises all the parts in
    ``follows`` promises it, too.
    """

    id: str
    name: dict[str, str] = field(compare=False)
    required: bool = False
    recommended: bool = False
    period: str | None = None
    terms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    not_terms: tuple[str, ...] = ()
    told_in: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether a report should have this part: it is required or recommended."""
        return self.required or self.recommended


@record
class Topic:
    """What a report must tell somewhere, under any heading or none: its names, the ``terms`` that
    name it in a heading or in the text, and its ``aliases``, other words that tell it."""

    id: str
    name: dict[str, str]
    terms: tuple[str, ...]
    aliases: tuple[str, ...] = ()


@record
class Mark:
    """What a profile makes of a rule, by its name or code: a severity, None for off."""

    rule: str
    severity: Severity | None


@record(eq=False)
class Profile:
    """A kind of report. Never changed once made, and equal to itself only.

    ``order`` names the parts that have an order, first to last. ``titles`` are regular expressions
    of the titles that call for this kind, ``examples`` such titles. A report of this kind is
    signed by a unit or, for ``signer`` ``person``, by a person who speaks for nobody else.
    """

    id: str
    name: dict[str, str]
    description: dict[str, str]
    roles: tuple[RoleSpec, ...]
    unnamed: str
    continues: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    marks: tuple[Mark, ...] = ()
    signer: Signer = "unit"
    extends: str | None = None

    @property
    def required(self) -> tuple[RoleSpec, ...]:
        """The parts a report of this kind must have, in their order."""
        return tuple(role for role in self.roles_in_order if role.required)

    @property
    def asked(self) -> tuple[RoleSpec, ...]:
        """The parts a report of this kind must or should have, in their order."""
        return tuple(role for role in self.roles_in_order if role.asked)

    @property
    def ordered(self) -> tuple[RoleSpec, ...]:
        """The parts that have an order, first to last, whether they are asked for or not."""
        return tuple(role for role in self.roles_in_order if role.id in self.order)

    @property
    def roles_in_order(self) -> list[RoleSpec]:
        """All parts: those in :attr:`order` first, then the others as the profile lists them."""
        places = {role_id: place for place, role_id in enumerate(self.order)}
        return sorted(self.roles, key=lambda role: places.get(role.id, len(places)))

    def is_called_for(self, title: str) -> bool:
        """Whether a title is one of this kind of report, by its :attr:`titles`."""
        return any(says(title, pattern) for pattern in self.titles)

    def role(self, role_id: str) -> RoleSpec | None:
        """The role of that id, if this profile knows it."""
        return next((role for role in self.roles if role.id == role_id), None)

    def promises(self, title: str) -> frozenset[str]:
        """The ids of the parts that a title without blanks promises, whatever kind it calls for."""
        found = {
            role.id for role in self.roles if any(says(title, pattern) for pattern in role.promised)
        }
        found |= {role.id for role in self.roles if role.follows and found.issuperset(role.follows)}
        return frozenset(found)

    def held_to(self, title: str) -> Profile:
        """This profile with those parts required that the title promises: no kind of report makes
        good for a part that is announced and missing."""
        bare = "".join(title.split())
        open_roles = [role for role in self.roles if not role.required]
        if not any(role.promised or role.follows for role in open_roles):
            return self
        more = self.promises(bare) & {role.id for role in open_roles}
        return _requiring(self, more) if more else self


_held: dict[tuple[Profile, frozenset[str]], Profile] = {}


def _requiring(profile: Profile, role_ids: frozenset[str]) -> Profile:
    """The profile with those parts required; one and the same for whoever asks again."""
    key = (profile, role_ids)
    if key not in _held:
        roles = tuple(
            replace(role, required=True, recommended=False) if role.id in role_ids else role
            for role in profile.roles
        )
        _held[key] = replace(profile, roles=roles)
    return _held[key]
