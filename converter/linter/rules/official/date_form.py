"""D804: the date of a document not written in the standard's form."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Fix, Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.official._evidence import is_official
from converter.linter.subject import Subject
from converter.linter.view import edit
from converter.patterns import lazy

_HAN = lazy("[〇○零一二三四五六七八九十]")
_NO_DAY = lazy(r"[0-9]{4}年[0-9]{1,2}月")
_SINCE = "2012-07"
"""When the standard replaced Chinese numerals by Arabic ones."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at a date in Chinese numerals, with leading zeros or without 年月日; in an official
    document also at one without a day. Dates that no calendar has are left to other rules."""
    date = subject.document.date
    if date is None:
        return
    text = date.text
    if date.value is None:
        if is_official(subject.document) and _NO_DAY.fullmatch("".join(text.split())):
            yield Hit(
                date, Text("成文日期要写到日", "the date of a document has a day"), 0, len(text)
            )
        return
    year, month, day = map(int, date.value.split("-"))
    right = f"{year}年{month}月{day}日"
    inner = text.strip("（）() \u3000")
    if "".join(inner.split()) == right or (_HAN.search(inner) and date.value < _SINCE):
        return
    start = text.index(inner)
    change = edit(date, start, start + len(inner), right)
    yield Hit(
        date,
        Text(
            f"成文日期应用阿拉伯数字、不编虚位：“{inner}”应写“{right}”",
            f"a date has Arabic numerals and no leading zeros: “{right}” for “{inner}”",
        ),
        start,
        start + len(inner),
        Fix(safe=True, edits=(change,)) if change else None,
    )


RULES = (
    Rule(
        code="D804",
        name="date-form",
        severity=Severity.WARNING,
        summary=Text("成文日期写法不对", "the date not in the standard's form"),
        why=Text(
            "标准规定成文日期用阿拉伯数字写全年月日，1月不写01月。",
            "The standard asks for Arabic numerals, the year in full, no leading zeros.",
        ),
        source=Text("GB/T 9704-2012 7.3.5.4", "GB/T 9704-2012, 7.3.5.4 (date)"),
        bad=draft(signature="县水务局\n2024年12月05日"),
        good=draft(signature="县水务局\n2024年12月5日"),
        check=check,
        fix=Fixable.SAFE,
        needs={"traits": ("date",)},
    ),
)
