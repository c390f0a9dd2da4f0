"""N510: one unit of measure written in two ways (平方米 and ㎡), or 亩 without 公顷."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.patterns import holds, lazy

_SIGNS = {
    "㎡": "平方米",
    "m²": "平方米",
    "m2": "平方米",
    "㎢": "平方公里",
    "km²": "平方公里",
    "km2": "平方公里",
    "㎥": "立方米",
    "m³": "立方米",
    "m3": "立方米",
    "㎞": "公里",
    "km": "公里",
    "㎏": "公斤",
    "kg": "公斤",
}
_LETTERS = ("m", "k", "㎡", "㎢", "㎥", "㎞", "㎏")
_SIGN = lazy(r"(?<=[0-9万亿余多])\s?([㎡㎢㎥㎞㎏]|k?m[²³23]|k[mg])(?![A-Za-z0-9²³/])")
_MU = lazy(r"[0-9]{1,9}(?:\.[0-9]{1,4})?[万余多]{0,2}亩")
HECTARES = Option(
    "hectares",
    False,
    Text("写了亩的报告须同时写公顷", "a report that tells areas in 亩 must name 公顷, too"),
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the first sign of each unit that the report also writes in words, with the fix
    that writes the word there; with the option, one at the first area in 亩 of a report without
    any 公顷."""
    view = subject.prose
    text = view.text
    seen: set[str] = set()
    if holds(text, _LETTERS):
        for match in _SIGN.finditer(text):
            sign = match[1]
            name = _SIGNS.get(sign)
            if name is None or name in seen or name not in text:
                continue
            seen.add(name)
            message = Text(
                f"同一单位有两种写法：“{sign}”和“{name}”",
                f"one unit in two forms: “{sign}” and “{name}”",
            )
            fix = view.fix(match.start(1), match.end(1), name, safe=False)
            yield view.hit(match.start(1), match.end(1), message, fix)
    if subject.value(HECTARES) and "公顷" not in text:
        area = _MU.search(text)
        if area:
            message = Text("面积只写了亩，应同时写公顷", "an area in 亩 only: name it in 公顷, too")
            yield view.hit(area.start(), area.end(), message)


_BAD = draft(summary="一、2024年工作总结\n新建厂房620平方米，改造旧房300㎡。")

RULES = (
    Rule(
        code="N510",
        name="unit-form",
        severity=Severity.INFO,
        summary=Text("同一计量单位写法不一", "one unit of measure written in two ways"),
        why=Text(
            "一份报告里“平方米”和“㎡”混用，不像出自一人之手；行文中用中文名称。",
            "A report that mixes words and signs looks patched; running text uses words.",
        ),
        source=Text(
            "GB 3100-1993 6.2.1；《国务院关于在我国统一实行法定计量单位的命令》（亩、公顷）",
            "GB 3100-1993, 6.2.1; the State Council's order on legal units (亩, 公顷)",
        ),
        bad=_BAD,
        good=_BAD.replace("㎡", "平方米"),
        check=check,
        options=(HECTARES,),
        fix=Fixable.UNSAFE,
        needs={"prose": (*_LETTERS, "亩")},
    ),
)
