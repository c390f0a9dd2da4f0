"""Which parts of a report a text names, by the words its profile lists."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.profiles.profile import Profile

_JOINTS = str.maketrans("及和与暨、，,；;并", " " * 10)


class _Words:
    """Words and what each stands for."""

    def __init__(self, roles: dict[str, str]) -> None:
        self._roles = roles
        self._by_first: dict[str, list[str]] = {}
        for word in sorted(roles, key=len, reverse=True):
            self._by_first.setdefault(word[:1], []).append(word)

    def roles_in(self, text: str) -> Iterator[str]:
        """What the words in a text stand for, from left to right: of the words that begin at one
        place the longest counts, and none begins within another."""
        at = 0
        while at < len(text):
            word = next((w for w in self._by_first.get(text[at], ()) if text.startswith(w, at)), "")
            if word:
                yield self._roles[word]
            at += len(word) or 1


_strong_words: dict[Profile, _Words] = {}
_weak_words: dict[Profile, _Words] = {}


def _strong(profile: Profile) -> _Words:
    """The words that name a part outright."""
    if profile not in _strong_words:
        roles = {term: "" for role in profile.roles for term in role.not_terms}
        roles |= {term: role.id for role in profile.roles for term in role.terms}
        _strong_words[profile] = _Words(roles)
    return _strong_words[profile]


def _weak(profile: Profile) -> _Words:
    if profile not in _weak_words:
        roles = {term: role.id for role in profile.roles for term in role.weak}
        _weak_words[profile] = _Words(roles)
    return _weak_words[profile]


def named_roles(text: str, profile: Profile) -> tuple[str, ...]:
    """The roles that a heading names outright, in order of appearance.

    Words joined by 及, 和, 、 each count (存在问题及下一步打算 names two); of words in one phrase
    the last does (工作计划完成情况 tells what was done).
    """
    strong = _strong(profile)
    found: list[str] = []
    bare = "".join(text.split()).replace("以及", " ")
    for phrase in bare.translate(_JOINTS).split():
        roles = [role for role in strong.roles_in(phrase) if role]
        if roles and roles[-1] not in found:
            found.append(roles[-1])
    return tuple(found)


def weakly_named(text: str, profile: Profile) -> tuple[str, ...]:
    """The role that the last of a heading's weaker words points to, which may be used otherwise
    as well."""
    roles = list(_weak(profile).roles_in("".join(text.split())))
    return tuple(roles[-1:])
