"""Growth told twice, by its two ends and by a rate: 由100万元增长到150万元，增长12%."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.linter.outline import outlined
from converter.linter.rule import Hit
from converter.linter.view import View
from converter.patterns import HAN, lazy

_UP = "增长|增加|提高|上升|提升|扩大|增"
_DOWN = "下降|减少|降低|压减|缩减|降"
_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,4})?"
_FROM = outlined("[由从](?=[^0-9]{0,8}[0-9])")
"""In an outline: a figure follows."""
_ENDS = lazy(
    rf"(?:由|从)(?:上年|去年|上一年|年初|期初)?(?:同期)?的?(?P<a>{_NUMBER})(?P<scale>[万亿]?)"
    rf"(?P<unit>{HAN}{{1,3}}?)(?P<verb>{_UP}|{_DOWN})(?:到|至|为)(?P<b>{_NUMBER})(?P=scale)(?P=unit)"
)
_RATE = rf"(?P<way>{_UP}|{_DOWN})(?:了|达到?|为)?(?P<rate>{_NUMBER})[%％](?!以|左|多)"
_BEHIND = lazy(rf"[，,（(](?:同比|比上年|较上年|比去年|较去年|增幅|降幅)?{_RATE}")
_BEFORE = lazy(rf"{_RATE}[，,（(]$")
_NEAR = 24


def contradictions(view: View) -> Iterator[Hit]:
    """One hit at each rate that is not that of its two ends, as far as these are rounded, and at
    each rise to less or fall to more."""
    text = view.text
    for match in _FROM.finditer(view.outline):
        at = match.start()
        ends = _ENDS.match(text, at)
        if not ends or not float(ends["a"]):
            continue
        rises = ends["verb"] in _UP.split("|")
        change = float(ends["b"]) - float(ends["a"])
        if change and rises != (change > 0):
            yield view.hit(at, ends.end(), _wrong_way(ends.group()))
            continue
        rate = _BEHIND.match(text, ends.end()) or _BEFORE.search(text, max(0, at - _NEAR), at)
        if not rate or (rate["way"] in _UP.split("|")) != rises:
            continue
        if not _fits(ends["a"], ends["b"], rate["rate"]):
            real = abs(change) / float(ends["a"]) * 100
            message = _wrong_rate(ends.group(), real, rate["rate"])
            yield view.hit(rate.start("way"), rate.end("rate") + 1, message)


def _fits(before: str, after: str, rate: str) -> bool:
    """Whether a rate is that of two figures that were rounded to the digits they have."""
    rates = [
        (float(after) + b - float(before) - a) / (float(before) + a) * 100
        for a in (-_half(before), _half(before))
        for b in (-_half(after), _half(after))
    ]
    slack = 2 * _half(rate)
    stated = float(rate) if float(after) > float(before) else -float(rate)
    return min(rates) - slack <= stated <= max(rates) + slack


def _half(figure: str) -> float:
    """Half a unit of a figure's last digit."""
    return 0.5 * 10.0 ** -len(figure.partition(".")[2])


def _wrong_way(told: str) -> Text:
    return Text(f"增减说反了：“{told}”", f"up and down are mixed up: “{told}”")


def _wrong_rate(told: str, real: float, rate: str) -> Text:
    shown = f"{real:.1f}".removesuffix(".0")
    return Text(
        f"增减的幅度对不上：“{told}”是{shown}%，不是{rate}%",
        f"the rate does not fit: “{told}” makes {shown}%, not {rate}%",
    )
