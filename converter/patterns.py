"""Regular expressions that are compiled when they are first used, and what does without them.

Most of a command's time is its start; a draft needs few of the patterns that all drafts together
need, and compiling one costs more than looking through a page with it: a set or a choice of three
Chinese characters takes a quarter of a millisecond. So what can be said with plain words is.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from typing import Any, AnyStr

HAN = r"[^\W0-9A-Za-z_]"
"""A character of Chinese text, as a pattern: a letter, but none of ASCII. A range of all twenty
thousand characters would take thirty times as long to compile."""


class _Lazy:
    """Stands for a compiled pattern; becomes one, method by method, at its first use."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        import re  # a draft may be read without any pattern, and it takes as long as reading one

        compiled = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern ``source``, compiled at its first use."""
    stand_in: Any = _Lazy(source, flags)
    pattern: re.Pattern[AnyStr] = stand_in
    return pattern


def holds(text: str, parts: Iterable[str]) -> bool:
    """Whether one of the parts (words, or the characters of a string) is in a text."""
    return any(map(text.__contains__, parts))


_FREQUENT = (
    "\n"
    "，。、20 1业工“”作全建新年的人实化一展4区进3发务5动设大政和力推产开中市项.公成高行"
    "个加提6增目国会生家重农等强服村民体理（上）持社三治保企计以资县水好点8合制法改能心创有入城"
    "平施在为不%是级地度二万用质长机面完造9经量升深7安乡省主部现文管坚员总技通办要统次基定育优"
    "划代对分镇到标学效品信结科时出程府落规场领活位事范元局济组查态续域系及数各群打做投老题关更；"
    "防共导色护商集培我整金方专台快路立同批环解件营下线问监性网支风策道名-第稳精月达期电任抓积息"
    "教革善准收前了境步四示特型明五十运委源养传园干联向协日助率引条费清融医织小健众决单构式户本调"
    "就障习接物争过格流亿居军报极与督案指利试放供求两所确评：益消绿应来—综存交扩转比院宣排口议内"
    "备智多获促退险围先里外情术意站预责断表聚兴复山执美值突严均研审困层食职模处难于检核把链其间取"
    "双门广据役果类旅思房渝江招儿常将战权才验控速子阳游低得置车救青们头训带测认神普庆河自节形字之"
    "康亩功贯础势际海扎按正紧补底配校选足街固承粮并室牢庄余布林真志筹振近照举队书《气依司需首况后"
    "》参挥党住湖充义今牌西相易访攻已零超种盖受证团彻列破庭覆空福库想未识土约贸　无央额着碳童污图"
    "让卫维最百惠疗湾北辽枣拓每具良料装天减降知视象号至临修千澜记座帮容六请见云走材占奋旧残灾者切"
    "序田港少东南药疾律档师算可宁"
)
"""The characters that reports are full of, the most frequent first."""
_OFTEN = 154
"""How many of them are too frequent to be looked for one by one."""
_RANKS = len(_FREQUENT) + 1


_seldom: dict[str, int] = {}


def seldom(word: str) -> int:
    """Which character of a word is the most seldom one; -1 where all are frequent.

    The places of one character are found ten times as fast as those of two.
    """
    place = _seldom.get(word)
    if place is None:
        ranks = [_FREQUENT.find(char) % _RANKS for char in word]
        rank = max(ranks, default=0)
        place = _seldom[word] = ranks.index(rank) if rank >= _OFTEN else -1
    return place


def occurs(text: str, word: str) -> bool:
    """Whether a word is in a text."""
    before = seldom(word)
    if before < 0:
        return word in text
    at = text.find(word[before], before)
    while at >= 0:
        if text.startswith(word, at - before):
            return True
        at = text.find(word[before], at + 1)
    return False


_by_seldom: dict[tuple[str, ...], dict[str, dict[int, tuple[str, ...]]]] = {}


def by_seldom(words: tuple[str, ...]) -> dict[str, dict[int, tuple[str, ...]]]:
    """Words by their seldom characters and where in them these are; by their first ones, and -1,
    where all are frequent."""
    found = _by_seldom.get(words)
    if found is None:
        found = _by_seldom[words] = {}
        for word in words:
            before = seldom(word)
            alike = found.setdefault(word[max(before, 0)], {})
            alike[before] = (*alike.get(before, ()), word)
    return found


def occurring(text: str, words: tuple[str, ...], there: frozenset[str]) -> Iterator[str]:
    """Which of many words are in a text that has these characters; some of them more than once."""
    known = by_seldom(words)
    for char in there.intersection(known):
        for before, alike in known[char].items():
            if before < 0:
                yield from (word for word in alike if there.issuperset(word) and word in text)
                continue
            at = text.find(char, before)
            while at >= 0:
                if text.startswith(alike, at - before):
                    yield from (word for word in alike if text.startswith(word, at - before))
                at = text.find(char, at + 1)


def places(
    text: str, words: Iterable[str], start: int = 0, end: int | None = None
) -> list[tuple[int, str]]:
    """Where words stand in ``text[start:end]``, each place with its word, in order."""
    found = []
    for word in words:
        before = seldom(word) if len(word) > 1 else -1
        part = word if before < 0 else word[before]
        before = max(before, 0)
        at = text.find(part, start + before, end)
        while at >= 0:
            if part is word or text.startswith(word, at - before, end):
                found.append((at - before, word))
            at = text.find(part, at + 1, end)
    found.sort()
    return found


def matches(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What ``finditer`` finds of a pattern that begins at some places only, given in order."""
    end = 0
    for at in places:
        if at >= end and (match := pattern.match(text, at)):
            end = match.end()
            yield match


def near(text: str, words: Iterable[str], marks: Iterable[str], within: int) -> bool:
    """Whether one of the words stands somewhere in the so many characters before a mark."""
    return any(holds(text[max(0, at - within) : at], words) for at, _ in places(text, marks))
