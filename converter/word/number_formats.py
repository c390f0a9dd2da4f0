"""Numbers as Word prints them in each of its formats (ISO/IEC 29500-1, 17.18.59, ST_NumberFormat).

Where Word does not do what the standard says, this is what Word does ([MS-OI29500] 2.1.540 and
[MS-DOCX] 2.4): ``ideographEnclosedCircle`` is ㈠ and not ㊀. Above the last character of a set the
number is a decimal one.
"""

from __future__ import annotations

from functools import lru_cache

from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST = 9_999
"""Beyond, a number is printed as a decimal one."""


@record(kw_only=True)
class _Counting:
    """A way to count with units. ``ones`` tells before which units a 1 is left out: before none, a
    ten that begins the number, or all; ``zero`` stands for skipped places."""

    digits: str
    units: str
    ones: str
    zero: str = ""


_HAN = "〇一二三四五六七八九"
_CIRCLE = "○一二三四五六七八九"
_SIMPLIFIED = _Counting(digits=_HAN, units="十百千", ones="first", zero="〇")
_COUNTINGS = {
    "chineseCountingThousand": _SIMPLIFIED,
    "taiwaneseCountingThousand": _Counting(digits=_HAN, units="十百千", ones="first", zero="零"),
    "japaneseCounting": _Counting(digits=_HAN, units="十百千", ones="all"),
    "koreanCounting": _Counting(digits="영일이삼사오육칠팔구", units="십백천", ones="all"),
    "chineseLegalSimplified": _Counting(
        digits="零壹贰叁肆伍陆柒捌玖", units="拾佰仟", ones="none", zero="零"
    ),
    "ideographLegalTraditional": _Counting(
        digits="零壹貳參肆伍陸柒捌玖", units="拾佰仟", ones="none", zero="零"
    ),
    "japaneseLegal": _Counting(digits="零壱弐参四伍六七八九", units="拾百阡", ones="none"),
}
_DIGITS = {
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
    "ideographDigital": _HAN,
    "japaneseDigitalTenThousand": _HAN,
    "taiwaneseDigital": _CIRCLE,
    "koreanDigital": "영일이삼사오육칠팔구",
    "koreanDigital2": "零一二三四五六七八九",
    "thaiNumbers": "๐๑๒๓๔๕๖๗๘๙",
    "hindiNumbers": "०१२३४५६७८९",
}
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_SETS = {
    "ideographTraditional": tuple(_STEMS),
    "ideographZodiac": tuple(_BRANCHES),
    "ideographZodiacTraditional": tuple(_STEMS[n % 10] + _BRANCHES[n % 12] for n in range(60)),
    "ideographEnclosedCircle": tuple(chr(0x3220 + n) for n in range(10)),
    "decimalEnclosedCircle": tuple(chr(0x2460 + n) for n in range(20)),
    "decimalEnclosedCircleChinese": tuple(chr(0x2460 + n) for n in range(20)),
    "decimalEnclosedParen": tuple(chr(0x2474 + n) for n in range(20)),
    "decimalEnclosedFullstop": tuple(chr(0x2488 + n) for n in range(20)),
}
_REPEATED = {
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
    "ganada": "가나다라마바사아자차카타파하",
    "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "chicago": "*†‡§",
}
"""Sets that begin again after the last one, each character twice then, then three times …"""
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth"}
_ORDINALS |= {"nine": "ninth", "twelve": "twelfth"}

_CUSTOM = {
    "一, 十, 一百(简), ...": "chineseCountingThousand",
    "一, 十, 一○○(简), ...": "chineseCounting",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "㈠, ㈡, ㈢, ...": "ideographEnclosedCircle",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "⑴, ⑵, ⑶, ...": "decimalEnclosedParen",
    "⒈, ⒉, ⒊, ...": "decimalEnclosedFullstop",
    "１, ２, ３, ...": "decimalFullWidth",
    "壹, 貳, 參, ...": "ideographLegalTraditional",
}
"""What ``w:format`` of a custom format says, and the format that it is ([MS-DOCX] 2.4)."""


@lru_cache(2048)
def printed(number: int, form: str, custom: str = "") -> str:
    """A number in a format of ``w:numFmt``; ``custom`` is what its ``w:format`` says, which counts
    if the format is ``custom``. Bullets and ``none`` print nothing."""
    if form == "custom":
        first = custom.partition(",")[0].strip()
        if first.isdecimal() and first.isascii():
            return f"{number:0{len(first)}}"
        form = _CUSTOM.get(custom, "decimal")
    if form in ("none", "bullet"):
        return ""
    if not 0 < number <= LARGEST:
        return f"{number}"
    if form in _COUNTINGS:
        return _counted(number, _COUNTINGS[form])
    if form in _DIGITS:
        return _digits(number, _DIGITS[form])
    if form in _SETS:
        return _SETS[form][number - 1] if number <= len(_SETS[form]) else f"{number}"
    if form in _REPEATED:
        rounds, place = divmod(number - 1, len(_REPEATED[form]))
        return _REPEATED[form][place] * (rounds + 1)
    return _OTHERS[form](number) if form in _OTHERS else f"{number}"


def _digits(number: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _tens(number: int) -> str:
    """``chineseCounting`` and ``taiwaneseCounting``: 十 up to 九十九, digits beyond (一○○)."""
    if number < 100:
        return _counted(number, _SIMPLIFIED)
    return _digits(number, _CIRCLE)


def _counted(number: int, counting: _Counting) -> str:
    """A number with units: 一千〇一十."""
    found, skipped = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        unit = counting.units[place - 1] if place else ""
        if not digit:
            skipped = True
            continue
        ten_first = place == 1 and not found
        bare = unit and (counting.ones == "all" or (counting.ones == "first" and ten_first))
        found += counting.zero if skipped else ""
        found += ("" if bare and digit == 1 else counting.digits[digit]) + unit
        skipped = False
    return found


def _roman(number: int) -> str:
    found = ""
    for amount, letters in _ROMAN:
        times, number = divmod(number, amount)
        found += letters * times
    return found


def _ordinal(number: int) -> str:
    last = 0 if number // 10 % 10 == 1 else number % 10
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def _words(number: int) -> str:
    """English words below a thousand, as Word capitalises them: One hundred nineteen."""
    return _small(number).capitalize() if number < 1000 else f"{number}"


def _small(number: int) -> str:
    if number < 20:
        return _WORDS[number - 1]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_WORDS[ones - 1]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_WORDS[hundreds - 1]} hundred" + (f" {_small(rest)}" if rest else "")


def _ordinal_words(number: int) -> str:
    if number >= 1000:
        return _ordinal(number)
    words = _small(number)
    start = max(words.rfind("-"), words.rfind(" ")) + 1
    last = words[start:]
    plain = f"{last[:-1]}ie" if last.endswith("y") else last.removesuffix("t")
    return (words[:start] + _ORDINALS.get(last, f"{plain}th")).capitalize()


_OTHERS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _tens,
    "taiwaneseCounting": _tens,
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "ordinal": _ordinal,
    "cardinalText": _words,
    "ordinalText": _ordinal_words,
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
}
