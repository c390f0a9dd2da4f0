"""Which part of a report a heading opens, by the words its profile lists."""

from __future__ import annotations

from converter.model.nodes import OTHER
from converter.profiles.vocabulary import named_roles, weakly_named
from converter.readers.text.subject import years_in
from converter.readers.text.title import squeeze

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Period, Role
    from converter.profiles import Profile


def _by_year(text: str, period: Period, profile: Profile) -> tuple[Role, ...]:
    """The role given away by the only year a heading mentions."""
    years = {year for _, year in years_in(squeeze(text))}
    if len(years) != 1:
        return ()
    for role in profile.roles:
        year = getattr(period, role.period) if role.period in ("reported", "planned") else None
        if year in years:
            return (role.id,)
    return ()


def told_roles(text: str, period: Period, profile: Profile) -> tuple[Role, ...]:
    """The roles that a line gives away by its words or its year; weak words do not count."""
    return named_roles(text, profile) or _by_year(text, period, profile)


def heading_roles(text: str, period: Period, profile: Profile) -> tuple[Role, ...]:
    """The roles of a heading read by itself: by its words, its year, its weaker words."""
    return told_roles(text, period, profile) or weakly_named(text, profile)


def assign(
    headings: list[str], title: str, period: Period, profile: Profile
) -> list[tuple[Role, ...]]:
    """The roles of a report's top headings, one tuple each, ``("other",)`` for none.

    A year alone makes none the last part that stands before one named so (一、2025年主要工作 before
    三、2025年工作计划), while nothing names the first part: it is a slip. Of headings that name
    nothing, those before every named part are the part that the title speaks of first; those behind
    a named one go on with it if they open like an instruction (全面加强…); and those behind all
    other parts are the last part, when nothing names that.
    """
    roles = [heading_roles(text, period, profile) for text in headings]
    _without_slips(headings, roles, profile)
    named = {role for own in roles for role in own}
    unnamed = _unnamed_role(title, named, profile)
    last = profile.order[-1] if profile.order else OTHER
    current: Role | None = None
    by_words = False
    result: list[tuple[Role, ...]] = []
    for text, own in zip(headings, roles, strict=True):
        given = own
        if not text:
            pass  # sub-headings without a heading above them: nothing names their part
        elif not own and current is None:
            given = (unnamed,) if unnamed else ()
        elif not own and current and _goes_on(text, current, last, named, by_words, profile):
            given = (last,) if _before_last(current, profile) and last not in named else (current,)
        if given and given[-1] != OTHER:
            current, by_words = given[-1], bool(told_roles(text, period, profile))
        result.append(given or (OTHER,))
    return result


def _without_slips(headings: list[str], roles: list[tuple[Role, ...]], profile: Profile) -> None:
    """Takes the last part's role from the first heading, if it has it by its year alone."""
    if len(roles) < 2 or len(profile.order) < 2 or roles[0] != (profile.order[-1],):
        return
    words = [named_roles(text, profile) for text in headings]
    first_is_open = not any(profile.order[0] in own for own in roles)
    if not words[0] and first_is_open and roles[0] in words[1:]:
        roles[0] = ()


def _goes_on(
    text: str, current: Role, last: Role, named: set[Role], by_words: bool, profile: Profile
) -> bool:
    """Whether a heading that names nothing belongs to the part before it, or opens the last."""
    if _before_last(current, profile):
        return last not in named
    return not by_words or squeeze(text).startswith(profile.continues)


def _before_last(role: Role, profile: Profile) -> bool:
    """Whether a role is the last but one of a report's parts: problems, before the plan."""
    return len(profile.order) > 1 and profile.order[-2] == role


def _unnamed_role(title: str, named: set[Role], profile: Profile) -> Role | None:
    """What headings are that name nothing and have no named part before them: the first part the
    title speaks of, unless a heading names that part outright."""
    promised = named_roles(title, profile)
    role = promised[0] if promised else profile.unnamed
    return None if role in named else role
