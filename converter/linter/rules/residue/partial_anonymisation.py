"""R610: a place masked (XX县) here and named there."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.outline import outlined
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.patterns import lazy, matches, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_MASKED = outlined("[XxＸ×*○某](?:(?<=某)|(?<=[XxＸ×*○])[XxＸ×*○]{1,2})[县市镇乡]")
"""In an outline."""
# The name of a document or a body says a place's name whole: 《云岭县…, 云岭县人民政府.
_NAME = lazy(r"(?<=《)..([县市镇乡])|\b..([县市镇乡])(?=人民政府|委办公室)")
_NO_NAMES = ("中心", "特色", "重点", "示范", "关于", "经济", "建制", "小城", "旅游", "文化")
_NOT_IN_NAMES = frozenset("各全本县市乡镇区省")


def check(subject: Subject) -> Iterator[Hit]:
    """At most one hit for each kind of place, at the first name that stands in the clear."""
    view = subject.prose
    text = view.text
    masked_names = [text[slice(*match.span())] for match in _MASKED.finditer(view.outline)]
    kinds = {name[-1]: name for name in masked_names}
    for match in _names(text) if kinds else ():
        name = match.group()
        if (
            not all("\u4e00" <= char <= "\u9fff" for char in name)
            or name[:2] in _NO_NAMES
            or _NOT_IN_NAMES & {*name[:2]}
        ):
            continue
        masked = kinds.pop(name[-1], None)
        if masked:
            message = Text(
                f"“{masked}”隐去了，“{name}”却没有隐去", f"{masked} is masked, {name} is not"
            )
            yield view.hit(*match.span(), message)


def _names(text: str) -> Iterator[re.Match[str]]:
    """Names of documents and bodies that may begin with a place's name."""
    found = {at + 1 for at, _ in places(text, "《")}
    found.update(at - 3 for at, _ in places(text, ("人民政府", "委办公室")) if at >= 3)
    return matches(_NAME, text, sorted(found))


_BAD = draft(
    lead="2024年，某县水务局认真履行职责，现总结如下：",
    summary="一、2024年工作总结\n落实《云岭县节约用水办法》，全年供水620万吨。",
)

RULES = (
    Rule(
        code="R610",
        name="partial-anonymisation",
        severity=Severity.INFO,
        summary=Text("地名有的隐去、有的没隐去", "a place masked here and named there"),
        why=Text(
            "既用“XX县”隐去名称，又在别处写出真名，等于没有隐去；要发出去的稿子则都该写全。",
            "A name masked in one place and given in another is not masked at all; a text that "
            "goes out gives it everywhere.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD,
        good=_BAD.replace("某县水务局", "我局"),
        check=check,
        needs={"prose": "XxＸ×*○某"},
    ),
)
