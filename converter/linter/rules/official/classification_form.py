"""D807: degree of secrecy, its period and the copy's number not in the standard's form."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Fix, Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules.official._evidence import is_official, official
from converter.linter.subject import Subject
from converter.linter.view import edit
from converter.model.nodes import SideLine
from converter.numerals import value_of
from converter.patterns import lazy

_DEGREES = ("绝密", "机密", "秘密")
_YEARS = {"绝密": 30, "机密": 20, "秘密": 10}
"""The longest period of each degree (保守国家秘密法, art. 20)."""
_SECRECY = lazy(
    r"(绝密|机密|秘密)(?:([\W_]*)"
    r"(?:([0-9]{1,3}|[一二三四五六七八九十]{1,3})(年|个月)|(长期)))?"
)
_COPY = lazy(r"(?:份号[：:]?|No\.?|№)?([0-9]{1,8})")


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each such element above the title that is not in form, for a period longer than
    the law allows, and for a secret document whose copies are not numbered."""
    document = subject.document
    secret = copy = False
    for line in document.above_title:
        bare = "".join(line.text.split())
        if bare.startswith(_DEGREES) and _SECRECY.fullmatch(bare):
            secret = True
            yield from _check_secrecy(line, bare)
        elif _COPY.fullmatch(bare) and is_official(document):
            copy = True
            yield from _check_copy(line, bare)
    elements = document.elements
    if elements.secrecy and elements.secrecy_period:
        longest = _too_long(elements.secrecy, elements.secrecy_period)
        if longest:
            yield Hit(subject.head, longest)
    if (secret or elements.secrecy) and not (copy or elements.copy_number):
        yield Hit(
            subject.head,
            Text(
                "涉密公文应当标注份号（六位数字，如 000001）",
                "copies of a secret document are numbered (six digits: 000001)",
            ),
        )


def _check_secrecy(line: SideLine, bare: str) -> Iterator[Hit]:
    match = _SECRECY.fullmatch(bare)
    if match is None or not (match[3] or match[5]):
        return
    number = value_of(match[3]) if match[3] else None
    right = f"{match[1]}★" + (f"{number}{match[4]}" if number else "长期")
    longest = _too_long(match[1], right[3:])
    if bare != right:
        yield _rewritten(
            line,
            right,
            Text(
                f"密级和保密期限之间用“★”，期限用阿拉伯数字：应写“{right}”",
                f"★ stands between degree and period, the period in digits: “{right}”",
            ),
        )
    elif longest:
        yield Hit(line, longest, 0, len(line.text))


def _too_long(degree: str, period: str) -> Text | None:
    """What to say of a period that is longer than the law allows for the degree."""
    years = period.removesuffix("年")
    if years == period or not years.isdecimal() or int(years) <= _YEARS[degree]:
        return None
    return Text(
        f"保密期限过长：{degree}级不超过{_YEARS[degree]}年，这里是{period}",
        f"too long: {degree} is at most {_YEARS[degree]} years, not {years}",
    )


def _check_copy(line: SideLine, bare: str) -> Iterator[Hit]:
    match = _COPY.fullmatch(bare)
    if match and bare != match[1].zfill(6):
        right = match[1].zfill(6) if len(match[1]) <= 6 else None
        message = Text(
            "份号用六位阿拉伯数字" + (f"：应写“{right}”" if right else ""),
            "the number of a copy has six digits" + (f": “{right}”" if right else ""),
        )
        yield _rewritten(line, right, message)


def _rewritten(line: SideLine, right: str | None, message: Text) -> Hit:
    change = edit(line, 0, len(line.text), right) if right else None
    fix = Fix(safe=True, edits=(change,)) if change else None
    return Hit(line, message, 0, len(line.text), fix)


RULES = (
    Rule(
        code="D807",
        name="classification-form",
        severity=Severity.ERROR,
        summary=Text(
            "密级、保密期限、份号写法不对", "secrecy, its period or the copy's number not in form"
        ),
        why=Text(
            "密级标错或没有份号，涉密文件就无法按规定登记、清退、销毁。",
            "A secret document marked wrongly cannot be registered, called back or destroyed.",
        ),
        source=Text(
            "GB/T 9704-2012 7.2.1、7.2.2；《党政机关公文处理工作条例》第九条",
            "GB/T 9704-2012, 7.2.1 and 7.2.2; regulation on official documents (2012), art. 9",
        ),
        bad=official(above="000012\n秘密1年"),
        good=official(above="000012\n秘密★1年"),
        check=check,
        fix=Fixable.SOME,
    ),
)
