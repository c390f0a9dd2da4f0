"""N511: the unit's name in the title and in the signature are two names, not a full and a short
one."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.patterns import places

_BODIES = tuple("局委办厅院校所站处会心社")
_LONGEST = 31
_PARTY = ("党组", "党委", "工委", "支部", "党总支")
_SHARED = 2


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the signature, where neither name is the other one shortened (县卫健局 is
    县卫生健康局) and yet they are of one body (县卫健局 and 县卫健委)."""
    document = subject.document
    signature, titled = document.signature, document.title and _named(document.title.text)
    if signature is None or not titled:
        return
    signed = "".join(signature.text.split())
    if not _is_name(signed) or signed.endswith(_PARTY):
        return
    if _shortens(signed, titled) or _shortens(titled, signed) or not _akin(signed, titled):
        return
    message = Text(
        f"署名“{signed}”与标题里的“{titled}”不一致",
        f"signed “{signed}”, but the title says “{titled}”",
    )
    yield Hit(signature, message, 0, len(signature.text))


def _named(title: str) -> str:
    """The body that a title begins with, before its year."""
    title = "".join(title.split())
    for end, word in places(title, ("关于", "19", "20"), 0, _LONGEST + 4):
        year = title[end + 2 : end + 5]
        known = word == "关于" or (year[:2].isdecimal() and year[2:] == "年")
        name = title[:end].removeprefix("中共")
        if known and len(name) > 2 and _is_name(name):
            return name
    return ""


def _is_name(name: str) -> bool:
    """Whether a text may be the name of a body."""
    return (
        name.endswith(_BODIES)
        and 2 <= len(name) <= _LONGEST
        and all(char.isalnum() and not char.isascii() for char in name)
    )


def _shortens(short: str, full: str) -> bool:
    """Whether the characters of one name come in the other in the same order."""
    rest = iter(full)
    return all(char in rest for char in short)


def _akin(one: str, other: str) -> bool:
    """Whether two names are of one length, nearly, and share what comes before their last
    character: those of two bodies do not."""
    stem = one[:-1][-_SHARED:]
    return abs(len(one) - len(other)) <= _SHARED and stem in other


_BAD = draft(signature="县水务办\n2024年12月20日")

RULES = (
    Rule(
        code="N511",
        name="name-inconsistent",
        severity=Severity.INFO,
        summary=Text("单位名称前后不一", "the unit's name in two forms"),
        why=Text(
            "机构改革后常有旧名没有改过来；标题和署名应是同一个单位的全称或规范简称。",
            "After a reform old names remain; title and signature name one body.",
        ),
        source=Text("GB/T 9704-2012 7.3.5（发文机关署名）", "GB/T 9704-2012, 7.3.5 (signature)"),
        bad=_BAD,
        good=_BAD.replace("县水务办", "县水务局"),
        check=check,
        needs={"traits": ("signature",)},
    ),
)
