"""The names at the head of a title: of a place, of a body, of a person.

Each function says where the name that begins at ``start`` ends, or None where there is none. What
may follow what is tried in order, the first way that fits counts. Thousands of words as one
regular expression would take longer to compile than a report to be written.
"""

from __future__ import annotations

from converter.composition.title_words import (
    BODY_ENDINGS,
    JOINERS,
    KIND_ENDINGS,
    NO_BODIES,
    NO_PLACES,
    PARTIES,
    PEOPLES,
    PLACE_ENDINGS,
    POSTS,
    WHOLE,
    ZONES,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DIGITS = "0123456789０１２３４５６７８９"
_LONGEST_PLACE, _LONGEST_BODY, _LONGEST_PERSON = 7, 18, 9


class Words(dict[str, tuple[str, ...]]):
    """Words by their first character, the longest first: those given, and with ``whole`` those
    that stay whole in a title, but for those with an ending in ``unless``."""

    def __init__(
        self, *words: Iterable[str], whole: bool = False, unless: tuple[str, ...] = ()
    ) -> None:
        self._own = _by_first(word for group in words for word in group)
        self._whole, self._unless = whole, unless

    def __missing__(self, first: str) -> tuple[str, ...]:
        alike = self._own.get(first, [])
        if self._whole:
            more = _WHOLE.get(first, [])
            alike = [*alike, *(word for word in more if not word.endswith(self._unless))]
        found = self[first] = tuple(sorted(alike, key=len, reverse=True))
        return found

    def begin(self, text: str, place: int) -> bool:
        """Whether one of the words stands at a place."""
        return text.startswith(self[text[place : place + 1]], place)

    def ends(self, text: str, place: int) -> Iterator[int]:
        """Where the words that stand at a place end, the longest first."""
        for word in self[text[place : place + 1]]:
            if text.startswith(word, place):
                yield place + len(word)


def _by_first(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[0], []).append(word)
    return found


_WHOLE = _by_first(WHOLE)
_KNOWN = Words(KIND_ENDINGS, whole=True)
_NO_PLACE = Words(KIND_ENDINGS, NO_BODIES, whole=True)
# Within the name of a place: 禾城市 is one, though 城市 is a word.
_NOT_INSIDE = Words(whole=True, unless=PLACE_ENDINGS)
_PLACE_ENDINGS, _NO_PLACES = Words(PLACE_ENDINGS), Words(NO_PLACES)
_PEOPLES, _ZONES, _POSTS, _JOINERS = Words(PEOPLES), Words(ZONES), Words(POSTS), Words(JOINERS)
_BODY_ENDINGS = Words(BODY_ENDINGS)
_LONG_BODY_ENDINGS = Words(word for word in BODY_ENDINGS if len(word) > 2)
_NO_BODY = Words(("关于", "工作", "情况", "开展"), KIND_ENDINGS)
# Words that may follow the name of a body.
_FOLLOWING = Words(
    ("关于", "二〇", "二○"), PARTIES, POSTS, JOINERS, whole=True, unless=BODY_ENDINGS
)
_PARTY_PARTS = Words(("党组", "党委", "党支部", "党总支", "党工委"))
_BEHIND_PERSON = Words(("同志", "述", "在", "的", "关于", "二〇"))


def place_end(title: str, start: int) -> int | None:
    """A place: a name without known words, and an ending that is not the beginning of another
    word."""
    if _NO_PLACE.begin(title, start):
        return None
    for end in _places(title, start):
        if title[end : end + 1] != "族" and _place_ending(title, end) is None:
            return end
    return None


def _places(title: str, start: int) -> Iterator[int]:
    for inner in _run(title, start, 1, _LONGEST_PLACE, _NOT_INSIDE):
        for end in (*_of_peoples(title, inner), *_PEOPLES.ends(title, inner), inner):
            ending = _place_ending(title, end)
            if ending is not None:
                yield ending
    for inner in _run(title, start, 0, _LONGEST_PLACE, _NOT_INSIDE, _ZONES):
        for end in _zones(title, inner):
            if title.startswith("区", end):
                yield end + 1
    # A place without a name: 县农业农村局, 镇2024年.
    following = title[start + 1 : start + 2]
    if title[start : start + 1] in set("省市县区州盟旗镇乡村") and (
        _KNOWN.begin(title, start + 1) or (following and following in DIGITS + "委")
    ):
        yield start + 1
    following = title[start + 2 : start + 3]
    if title.startswith("街道", start) and following and following in DIGITS:
        yield start + 2


def _place_ending(title: str, start: int) -> int | None:
    if _NO_PLACES.begin(title, start):
        return None
    return next(_PLACE_ENDINGS.ends(title, start), None)


def _of_peoples(title: str, start: int) -> Iterator[int]:
    """Names of peoples one behind the other: 保安族东乡族."""
    for length in (3, 2, 1):
        end = start + length
        if title.startswith("族", end) and all(map(_is_han, title[start:end])):
            yield from _of_peoples(title, end + 1)
            yield end + 1


def _zones(title: str, start: int) -> Iterator[int]:
    for end in _ZONES.ends(title, start):
        yield from _zones(title, end)
        yield end


def body_end(title: str, start: int) -> int | None:
    """A body: up to the first ending that something else follows."""
    if _JOINERS.begin(title, start):
        return None
    for end in _bodies(title, start):
        following = title[end : end + 1]
        if not following or following in DIGITS + "〇《“（、" or following.isspace():
            return end
        if _FOLLOWING.begin(title, end):
            return end
    return None


def _bodies(title: str, start: int) -> Iterator[int]:
    place = start
    while place - start < _LONGEST_BODY and _is_in_body(title, place):
        place += 1
        yield from _BODY_ENDINGS.ends(title, place)
    yield from _LONG_BODY_ENDINGS.ends(title, start)


def _is_in_body(title: str, place: int) -> bool:
    if not _is_han(title[place : place + 1]) or _NO_BODY.begin(title, place):
        return False
    return next(_posts(title, place), None) is None


def person_end(title: str, start: int) -> int | None:
    """A person: a post with the name behind it, or a name with 同志; or a post alone."""
    posts = list(_posts(title, start))
    for post in posts:
        for end in _run(title, post, 2, _LONGEST_PERSON - 1, _KNOWN, also="·"):
            following = title[end : end + 1]
            if not following or following in DIGITS or following.isspace():
                return end
            if _BEHIND_PERSON.begin(title, end):
                return end
    for end in _run(title, start, 2, _LONGEST_PERSON, _KNOWN, also="·"):
        if title.startswith("同志", end):
            return end + 2
    return posts[0] if posts else None


def _posts(title: str, start: int) -> Iterator[int]:
    """Where the posts that begin here end: 局长, 副局长, 党委副书记."""
    for place in (*_PARTY_PARTS.ends(title, start), start):
        if title.startswith("副", place):
            yield from _POSTS.ends(title, place + 1)
        yield from _POSTS.ends(title, place)


def _run(
    title: str, start: int, least: int, most: int, *unless: Words, also: str = ""
) -> Iterator[int]:
    """The ends of runs of Chinese characters (and those in ``also``) at none of which one of the
    words begins, the shortest first."""
    place = start
    while True:
        if place - start >= least:
            yield place
        character = title[place : place + 1]
        is_part = _is_han(character) or (character and character in also)
        if place - start == most or not is_part:
            return
        if any(words.begin(title, place) for words in unless):
            return
        place += 1


def _is_han(character: str) -> bool:
    return "一" <= character <= "鿿"
