"""The chart: for each work, what every tool takes, as bars; plain SVG, for light and dark.

A bar is a median, the thin line on it the quartiles. The tick on a peer's bar is the limit: our bar
should end before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from unicodedata import east_asian_width

from benchmarks.figures import limit, quantity, times
from benchmarks.results import Measured, MeasuredWork, Outcome, Results
from benchmarks.table import STATES

WIDTH = 880
_NAMES, _BARS, _AFTER = 250, 380, 10
"""Where bars start, their greatest length, and the space behind them."""
_ROW, _BAR, _GAP, _EDGE = 26, 14, 34, 20

_STYLE = """\
.card{fill:#fff;stroke:#d0d7de}text{fill:#1f2328;font:13px system-ui,-apple-system,"PingFang SC",\
"Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}.big{font-size:17px;font-weight:600}
.work{font-weight:600}.soft{fill:#59636e;font-size:12px}.ours{fill:#c0392b}.peer{fill:#9aa5b1}
.range{stroke:#1f2328;stroke-width:1.5}.limit{stroke:#0969da;stroke-width:2.5}.missed{fill:#9a6700}
@media (prefers-color-scheme:dark){.card{fill:#0d1117;stroke:#3d444d}text{fill:#e6edf3}
.soft{fill:#9198a1}.ours{fill:#e5695b}.peer{fill:#656f7b}.range{stroke:#e6edf3}.limit{stroke:#58a6ff}
.missed{fill:#d4a72c}}"""


def svg(results: Results) -> str:
    """The chart of all works of a run."""
    parts: list[str] = []
    y = 40
    parts.append(_text(_EDGE, y, "做同样的工作，各用多少时间和内存（越短越好）", "big"))
    y += 22
    note = "红色是 gongwen；细线是四分位；蓝线是限度，红条应当在它左边结束"
    parts.append(_text(_EDGE, y, note, "soft"))
    outcomes = results.outcomes()
    for work in results.works:
        for measure in ("time", "memory"):
            own = [
                outcome
                for outcome in outcomes
                if outcome.work is work and outcome.comparison.measure == measure
            ]
            if own:
                y += _GAP
                parts.append(_text(_EDGE, y, _title(work, measure), "work"))
                panel = list(_panel(work, own, measure, y + 8))
                parts += panel
                y += 8 + _ROW * len(_shown(work, own))
    y += _GAP
    for line in _footer(results):
        parts.append(_text(_EDGE, y, line, "soft"))
        y += 18
    height = y + 4
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" role="img">\n<title>gongwen 的快慢</title>\n'
        f"<style>{_STYLE}</style>\n"
        f'<rect class="card" x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="8"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _title(work: MeasuredWork, measure: str) -> str:
    if measure == "time" or "内存" in work.title:
        return work.title
    return f"{work.title}，内存的最高点"


def _shown(work: MeasuredWork, outcomes: list[Outcome]) -> list[Measured]:
    """The sides that the comparisons speak of, in the order of the work."""
    named = {name for o in outcomes for name in (o.comparison.ours, o.comparison.theirs)}
    return [side for side in work.sides if side.name in named]


def _panel(work: MeasuredWork, outcomes: list[Outcome], measure: str, top: float) -> Iterator[str]:
    """The bars of a work."""
    shown = _shown(work, outcomes)
    longest = max((side.spread(measure).upper for side in shown if side.samples), default=1.0)
    for outcome in outcomes:
        longest = max([longest, *(x - _NAMES for x in _limit(outcome, 1.0))])
    scale = _BARS / longest
    rows = {side.name: top + number * _ROW for number, side in enumerate(shown)}
    for side in shown:
        limits = [x for o in outcomes if o.comparison.theirs == side.name for x in _limit(o, scale)]
        yield from _bar(side, measure, scale, rows[side.name], limits)
    used = set()
    for outcome in outcomes:
        names = (outcome.comparison.theirs, outcome.comparison.ours)
        row = names[0] if names[0] not in used else names[1]
        used.add(row)
        yield from _verdict(outcome, rows[row] + _ROW / 2)


def _limit(outcome: Outcome, scale: float) -> Iterator[float]:
    """Where the tick of the limit stands, if there is one."""
    bound = outcome.comparison.limit
    theirs = outcome.work.side(outcome.comparison.theirs)
    if bound is not None and theirs.samples:
        yield _NAMES + bound * theirs.spread(outcome.comparison.measure).median * scale


def _bar(
    side: Measured, measure: str, scale: float, y: float, limits: list[float]
) -> Iterator[str]:
    """Name, bar, quartiles, limits and figure of one side."""
    middle = y + _ROW / 2
    yield _text(_NAMES - 10, middle + 4.5, side.name, "", "end")
    if side.missing:
        yield _text(_NAMES, middle + 4.5, _short(f"没有量：{side.missing}"), "soft")
        return
    found = side.spread(measure)
    colour = "ours" if side.name.startswith("gongwen") else "peer"
    length = max(1.0, found.median * scale)
    yield (
        f'<rect class="{colour}" x="{_NAMES}" y="{middle - _BAR / 2:g}" width="{length:.1f}" '
        f'height="{_BAR}" rx="2"/>'
    )
    start, end = (_NAMES + value * scale for value in (found.lower, found.upper))
    if end - start > 1:
        yield _line("range", start, middle, end, middle)
    after = max(end, _NAMES + length) + _AFTER
    figure = quantity(found.median, measure)
    for x in limits:
        yield _line("limit", x, y + 2, x, y + _ROW - 2)
        if after - _AFTER < x < after + _length(figure) + _AFTER:
            after = x + _AFTER
    yield _text(after, middle + 4.5, figure)


def _verdict(outcome: Outcome, middle: float) -> Iterator[str]:
    """The ratio at the right edge, with the limit and whether it is reached."""
    if outcome.ratio is None:
        return
    words = f"{times(outcome.ratio.median)} 倍"
    if outcome.comparison.limit is not None:
        words += f"（{limit(outcome.comparison.limit)}，{STATES[outcome.state]}）"
    style = "missed" if outcome.state == "missed" else ""
    yield _text(WIDTH - _EDGE, middle + 4.5, words, style, "end")


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def _footer(results: Results) -> Iterator[str]:
    """The machine, the day, the versions; in lines that fit."""
    machine = "，".join(f"{key} {value}" for key, value in results.machine.items())
    tools = "，".join(f"{key} {value}" for key, value in results.tools.items())
    for words in (f"{results.date}，{machine}", tools):
        yield from _wrapped(words, WIDTH - 2 * _EDGE)


def _wrapped(words: str, width: float) -> Iterator[str]:
    """The words in lines of at most so many pixels, broken after a comma."""
    line = ""
    for piece in words.replace("，", "，\0").split("\0"):
        if line and _length(line + piece) > width:
            yield line
            line = ""
        line += piece
    yield line


def _length(words: str) -> float:
    """About how wide a small text is: 12 px an ideograph, 6.6 px a letter."""
    return sum(12 if east_asian_width(character) in "WF" else 6.6 for character in words)


def _text(x: float, y: float, words: str, style: str = "", anchor: str = "start") -> str:
    attributes = f' class="{style}"' if style else ""
    if anchor != "start":
        attributes += f' text-anchor="{anchor}"'
    return f'<text x="{x:g}" y="{y:g}"{attributes}>{escape(words)}</text>'


def _line(style: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="{style}" x1="{x1:.1f}" y1="{y1:g}" x2="{x2:.1f}" y2="{y2:g}"/>'
