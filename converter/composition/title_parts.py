"""The parts of a title that stay whole: names, words, numbers, what stands in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple, TypeAlias, cast

from converter.composition.title_words import (
    BEFORE_NAMES,
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
from converter.layout.width import width
from converter.record import record

Kind: TypeAlias = Literal["place", "body", "person", "pair", "number", "latin", "word", "other"]


@record
class Part:
    """A part of a title: where it begins, its text, and what it is.

    ``other`` is a single character of which nothing is known.
    """

    start: int
    text: str
    kind: Kind


def parts(title: str, limit: int) -> Iterator[Part]:
    """The parts of ``title`` from left to right.

    A name that is wider than ``limit`` full-width characters comes in smaller parts, and so does
    what stands in brackets.
    """
    position = 0
    last: Part | None = None
    while position < len(title):
        named = last is None or last.kind in ("place", "body") or last.text in BEFORE_NAMES
        found = list(_names(title, position, last)) if named else []
        if not found or any(width(part.text) > limit for part in found):
            found = [_atom(title, position, limit)]
        yield from found
        last = found[-1]
        position = last.start + len(last.text)


def _names(title: str, position: int, last: Part | None) -> Iterator[Part]:
    """The name that begins at ``position``: places, then a body; or a person."""
    pattern = _patterns()
    if person := pattern.person.match(title, position):
        yield Part(position, person[0], "person")
        return
    while last is None or last.kind != "body":
        place = pattern.place.match(title, position)
        if not place:
            break
        yield Part(position, place[0], "place")
        position = place.end()
    body = pattern.body.match(title, position)
    if body and not body[0].endswith(NO_BODIES):
        yield Part(position, body[0], "body")


def _atom(title: str, position: int, limit: int) -> Part:
    """The word, number or bracket that begins at ``position``, else the character there."""
    atom = _patterns().atom.match(title, position)
    assert atom, "the last alternative matches any character"
    if atom.lastgroup == "pair" and width(atom[0]) > limit:
        return Part(position, title[position], "other")
    return Part(position, atom[0], cast(Kind, atom.lastgroup))


class _Patterns(NamedTuple):
    """The patterns of names, and of what else stays whole."""

    place: re.Pattern[str]
    body: re.Pattern[str]
    person: re.Pattern[str]
    atom: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """The patterns; made when the first long title comes, for that takes a while."""
    return _Patterns(*(re.compile(text, re.VERBOSE) for text in (_PLACE, _BODY, _PERSON, _ATOM)))


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(set(words), key=len, reverse=True))


_HAN = "[一-鿿]"
_KNOWN = _any([*WHOLE, *KIND_ENDINGS])
# Within the name of a place: 禾城市 is one, though 城市 is a word.
_NOT_INSIDE = _any(word for word in WHOLE if not word.endswith(PLACE_ENDINGS))
_PLACE_END = f"(?!{_any(NO_PLACES)})(?:{_any(PLACE_ENDINGS)})"
# Words that may follow the name of a body.
_FOLLOWING = _any(
    [*(word for word in WHOLE if not word.endswith(BODY_ENDINGS)), *PARTIES, *POSTS, *JOINERS]
)
_POST = rf"(?:党(?:组|委|支部|总支|工委))?副?(?:{_any(POSTS)})"
_IN_BODY = rf"(?!关于|工作|情况|开展|{_any(KIND_ENDINGS)}|{_POST}){_HAN}"
_LONGEST_BODY = 18

# A place: a name without known words, and an ending that is not the beginning of another word.
_PLACE = rf"""
    (?!{_KNOWN}|{_any(NO_BODIES)})
    (?: (?:(?!{_NOT_INSIDE}){_HAN}){{1,7}}?
        (?: (?:{_HAN}{{1,3}}族)+ | {_any(PEOPLES)} )? {_PLACE_END}
      | (?:(?!{_NOT_INSIDE}|{_any(ZONES)}){_HAN}){{0,7}}? (?:{_any(ZONES)})+区
      | [省市县区州盟旗镇乡村](?={_KNOWN}|[0-9０-９]|委)
      | 街道(?=[0-9０-９]) )
    (?!{_PLACE_END}|族)"""

# A body: up to the first ending that something else follows.
_BODY = rf"""
    (?!{_any(JOINERS)})
    (?: (?:{_IN_BODY}){{1,{_LONGEST_BODY}}}? (?:{_any(BODY_ENDINGS)})
      | {_any(word for word in BODY_ENDINGS if len(word) > 2)} )
    (?= 关于|[0-9０-９〇《“（、\s]|二[〇○]|{_FOLLOWING}|$ )"""

# A person: a post with the name behind it, or a name with 同志; or a post alone.
_PERSON = rf"""
    {_POST}(?:(?!{_KNOWN})[一-鿿·]){{2,8}}?(?=[0-9０-９\s]|同志|述|在|的|关于|二〇|$)
  | (?:(?!{_KNOWN})[一-鿿·]){{2,9}}?同志 | {_POST}"""

_ATOM = rf"""
    (?P<pair> 《[^《》]*》|“[^“”]*”|（[^（）]*）|\([^()]*\)|〔[^〔〕]*〕|【[^【】]*】 )
  | (?P<number> (?: [0-9０-９]+(?:[.,—～~-]+[0-9０-９]+)* | [〇零一二三四五六七八九]{{4}}(?=年) )
        (?: 年度|年(?:[上下]半年|第?[一二三四1-4]季度)?|月份?|日|季度|周年|[%％届次期个号] )?
      | 第[0-9０-９一二三四五六七八九十百]+(?:季度|[届次期号])? )
  | (?P<latin> [A-Za-z0-9]+(?:[-/&.'+_][A-Za-z0-9]+)* )
  | (?P<word> {_any([*WHOLE, *NO_BODIES, *KIND_ENDINGS, *JOINERS, *PARTIES])} )
  | (?P<other> [\s\S] )"""
