"""Which built-in profile a title calls for, as ``titles.toml`` says."""

from __future__ import annotations

from converter.profiles.built_in import KINDS
from converter.profiles.profile import says
from converter.record import record

DEFAULT = "work-report"


@record
class _Kind:
    """When a profile is called for: the title has one of the ``words`` (tried first, for speed)
    and matches one of the ``titles``; or it promises the parts in ``promises`` and no others; or
    there is no title, and the text ``opens`` so."""

    profile: str
    words: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    promises: frozenset[str] = frozenset()
    opens: tuple[str, ...] = ()

    def is_called_for(self, title: str, promised: frozenset[str]) -> bool:
        if self.promises:
            return promised == self.promises
        return any(word in title for word in self.words) and _any(self.titles, title)


def _any(patterns: tuple[str, ...], text: str) -> bool:
    return any(says(text, pattern) for pattern in patterns)


_KINDS = tuple(
    _Kind(
        kind["profile"],
        tuple(kind.get("words", ())),
        tuple(kind.get("titles", ())),
        frozenset(kind.get("promises", ())),
        tuple(kind.get("opens", ())),
    )
    for kind in KINDS
)
_NAMES = (DEFAULT, *sorted(kind.profile for kind in _KINDS))


def names() -> tuple[str, ...]:
    """The names of the built-in profiles, the default one first."""
    return _NAMES


def titles_of(name: str) -> tuple[str, ...]:
    """The regular expressions of titles that call for a built-in profile."""
    return next((kind.titles for kind in _KINDS if kind.profile == name), ())


def called_for(title: str, promised: frozenset[str], opening: str = "") -> str:
    """The name of the built-in profile that a title without blanks calls for; ``promised`` are the
    parts that it promises. Without a title, ``opening``, how the text begins, may tell."""
    for kind in _KINDS:
        if kind.is_called_for(title, promised) if title else _any(kind.opens, opening):
            return kind.profile
    return DEFAULT
