"""From an element as people write it to the element as it is printed."""

from __future__ import annotations

import re

from converter.bilingual import Text

_COUNT = "([1-9][0-9]{0,5}|[一二三四五六七八九十百千〇零]{1,8})"
NUMBER_PATTERN = (
    r"[^〔〕\[\]()（）【】［］〖〗\s]{1,30}〔(19|20)[0-9]{2}〕[1-9][0-9]{0,5}号"
    rf"|((19|20)[0-9]{{2}}年)?第{_COUNT}期(（总第{_COUNT}期）)?"
    rf"|第{_COUNT}号"
)
"""发文字号 (7.2.5), the issue of minutes, the number of an order (10.2)."""
_NUMBER = re.compile(NUMBER_PATTERN)
_OPEN, _CLOSE = "[(（【［〖﹝〈<", "])）】］〗﹞〉>"
_YEAR_BRACKETS = re.compile(
    rf"[{re.escape(_OPEN)}〔]((?:19|20)?[0-9]{{2}})年?[{re.escape(_CLOSE)}〕](?:年?第)?0*"
)
PERIOD_PATTERN = "[1-9][0-9]?年|[1-9][0-9]?个月|长期"
"""保密期限 (7.2.2)."""
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_DATE = re.compile(r"([0-9]{4})\D([0-9]{1,2})\D([0-9]{1,2})日?")
_ITEM_NUMBER = re.compile(r"^(?:附件[0-9]*\s*[：:]\s*)?(?:[0-9]{1,2}\s*[.．、]\s*(?![0-9]))?")
_SECRECY = re.compile(rf"(绝密|机密|秘密)\W*({PERIOD_PATTERN})")
_SEALS = {"无": "none", "留空": "blank"}


class Wrong(Exception):
    """A value that is not allowed; ``todo`` says what to write, where that can be told better
    than by the field's own words, and ``what`` what is the matter."""

    def __init__(self, todo: Text | None = None, what: Text | None = None) -> None:
        super().__init__()
        self.todo, self.what = todo, what


def plain(text: str) -> str:
    """The text as it is."""
    return text


def closed_up(text: str) -> str:
    """The text without white space, its digits half-width."""
    return "".join(text.split()).translate(_DIGITS)


def without_issued(text: str) -> str:
    """A printing date without 印发 (7.4.3: the layout puts it there)."""
    return closed_up(text).removesuffix("印发")


def without_colon(text: str) -> str:
    """The text without a colon at its end (7.3.2: the layout puts it there)."""
    return text.rstrip("：: ")


def without_full_stop(text: str) -> str:
    """The text without a full stop at its end (7.4.2: the layout puts it there)."""
    return text.rstrip("。. ")


def without_parentheses(text: str) -> str:
    """The text without the parentheses around it (7.3.6: the layout puts them there)."""
    while text[:1] in ("（", "(") and text[-1:] in ("）", ")"):
        inner = text[1:-1].strip()
        depth = 0
        for char in inner:
            depth += (char in "（(") - (char in "）)")
            if depth < 0:
                return text
        text = inner
    return text


def attachment(text: str) -> str:
    """An attachment's name without number and closing mark (7.3.4: the layout numbers them, and
    no mark stands behind a name)."""
    return _ITEM_NUMBER.sub("", text, count=1).rstrip("。；; ")


def seal(text: str) -> str:
    """``none``, ``blank`` or a path."""
    return _SEALS.get(text, text)


def date(text: str) -> str:
    """A date as it is printed: four digits of year, no leading zeros (7.3.5.4).

    Raises Wrong for a day that the calendar does not have.
    """
    from datetime import date as day

    found = _DATE.fullmatch(text)
    try:
        assert found
        year, month, number = map(int, found.groups())
        day(year, month, number)
    except ValueError as error:
        what = Text(f"“{text}”：没有这一天", f"“{text}”: there is no such day")
        raise Wrong(what=what) from error
    return f"{year}年{month}月{number}日"


def right_number(text: str) -> str | None:
    """The right form of a document number written with other brackets, a short year, 第 or leading
    zeros (7.2.5); None when it cannot be told."""

    def year(match: re.Match[str]) -> str:
        digits = match[1]
        return f"〔{digits if len(digits) == 4 else '20' + digits}〕"

    text = _YEAR_BRACKETS.sub(year, closed_up(text), count=1)
    text = re.sub("第0+", "第", text)
    text = text if text.endswith(("号", "期", "）")) else text + "号"
    return text if _NUMBER.fullmatch(text) else None


def right_secrecy(text: str) -> str | None:
    """The right form of a secrecy whose period stands behind no ★ (7.2.2)."""
    found = _SECRECY.fullmatch(text)
    return f"{found[1]}★{found[2]}" if found else None
