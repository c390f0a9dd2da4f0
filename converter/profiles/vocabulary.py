"""Which parts of a report a text names, by the words its profile lists."""

from __future__ import annotations

import re
from functools import cache

from converter.profiles import Profile
from converter.record import record

_JOINT = re.compile(r"以及|[及和与暨、，,；;]|并")


@record
class _Vocabulary:
    """A profile's words as one longest-first expression each, and the role of every word."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    roles: dict[str, str]
    weak_roles: dict[str, str]


@cache
def _vocabulary(profile: Profile) -> _Vocabulary:
    roles = {term: "" for role in profile.roles for term in role.not_terms}
    roles |= {term: role.id for role in profile.roles for term in role.terms}
    weak = {term: role.id for role in profile.roles for term in role.weak}
    return _Vocabulary(_alternation(roles), _alternation(weak), roles, weak)


def _alternation(words: dict[str, str]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")


def named_roles(text: str, profile: Profile) -> tuple[str, ...]:
    """The roles that a heading names outright, in order of appearance.

    Words joined by 及, 和, 、 each count (存在问题及下一步打算 names two); of words in one phrase
    the last does (工作计划完成情况 tells what was done).
    """
    vocabulary = _vocabulary(profile)
    found: list[str] = []
    for phrase in _JOINT.split("".join(text.split())):
        words = [vocabulary.roles[word] for word in vocabulary.strong.findall(phrase)]
        words = [role for role in words if role]
        if words and words[-1] not in found:
            found.append(words[-1])
    return tuple(found)


def weakly_named(text: str, profile: Profile) -> tuple[str, ...]:
    """The role that the last of a heading's weaker words points to, which may be used otherwise
    as well."""
    vocabulary = _vocabulary(profile)
    words = vocabulary.weak.findall("".join(text.split()))
    return (vocabulary.weak_roles[words[-1]],) if words else ()
