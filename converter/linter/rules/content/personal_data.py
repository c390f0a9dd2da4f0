"""C409: data of a person that a report must not carry."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.outline import classes
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.linter.view import Passage
from converter.patterns import lazy

_NUMBER = lazy(
    r"(?<![0-9A-Za-z.])(?:"
    r"(?P<identity>[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]"
    r"|3[01])[0-9]{3}[0-9Xx])"
    r"|(?P<mobile>1[3-9][0-9]{9})(?!\s?(?:元|万|亿|吨|米|公里|人|户|亩|平|千|度|立方|册|件|次|株"
    r"|斤|%|％))"
    r"|(?P<card>[1-9][0-9]{15,18})"
    r")(?![0-9A-Za-z])"
)
_FIGURES = classes({"0": "0123456789"})
_LONG_NUMBER = b"0" * 11
_ADDRESS = lazy(
    r"[^，。；：！？\s（(]{2,16}?[0-9一二三四五六七八九十]{1,4}(?:号楼|栋|幢|号院)"
    r"[^，。；：！？\s]{0,8}?[0-9]{1,2}单元[^，。；：！？\s]{0,4}?[0-9]{2,4}(?:室|号|户)?"
)
_UNIT = ("单元",)
_CARD_CUE = ("卡号", "账号", "帐号", "银行卡", "账户", "开户")
_KINDS = {
    "identity": ("身份证号", "an identity number"),
    "mobile": ("手机号", "a mobile number"),
    "card": ("银行卡号", "a bank card number"),
    "address": ("家庭住址", "a home address"),
}
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at each identity number (its check digit is right), mobile number, bank card number
    and complete home address in the text and its attachments. Whom to ask (附注, 联系电话) may be
    said behind the text."""
    view = subject.whole
    if _LONG_NUMBER in view.outline.translate(_FIGURES):
        for match in _NUMBER.finditer(view.text):
            kind = match.lastgroup or ""
            passage = view.at(match.start())
            if _is_personal(kind, match.group(), view.text, match.start(), passage):
                yield view.hit(*match.span(), _message(kind))
    if view.holds(_UNIT):
        for match in _ADDRESS.finditer(view.text):
            yield view.hit(*match.span(), _message("address"))


def _is_personal(kind: str, number: str, text: str, at: int, passage: Passage) -> bool:
    if kind == "identity":
        return _identity_holds(number)
    if kind == "card":
        cue = text[max(passage.start, at - 20) : at]
        return any(word in cue for word in _CARD_CUE) and _luhn_holds(number)
    return passage.path.startswith(("lead", "sections", "attachments"))


def _identity_holds(number: str) -> bool:
    """Whether the last character is the check digit of GB 11643."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[-1].upper()


def _luhn_holds(number: str) -> bool:
    """Whether the last digit is the check digit of ISO/IEC 7812."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _message(kind: str) -> Text:
    zh, en = _KINDS[kind]
    return Text(
        f"正文里有{zh}：对外行文前应删去或遮盖", f"{en} in the text: take it out or mask it"
    )


RULES = (
    Rule(
        code="C409",
        name="personal-data",
        severity=Severity.WARNING,
        summary=Text("正文里有个人信息", "personal data in the text"),
        why=Text(
            "报告要印发、公开，身份证号、手机号、住址会随之泄露。",
            "Reports are sent out and published, and the person's data with them.",
        ),
        source=Text(
            "《中华人民共和国个人信息保护法》第二十八条、第五十一条",
            "Personal Information Protection Law, articles 28 and 51",
        ),
        bad=draft(summary="一、2024年工作总结\n全年供水620万吨，监督电话13900001234。"),
        good=draft(summary="一、2024年工作总结\n全年供水620万吨，监督电话139****1234。"),
        check=check,
        words=_UNIT,
    ),
)
