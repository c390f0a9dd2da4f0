"""The results as text for a terminal, and as the page docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from unicodedata import east_asian_width

from benchmarks.figures import limit, quantity, spread, times
from benchmarks.results import MeasuredWork, Outcome, Results

STATES = {"reached": "达到", "missed": "未达到", "told": "—", "unmeasured": "没有量"}
MEASURES = {"time": "时间", "memory": "内存"}
HEADINGS = ("工作", "谁比谁", "量什么", "比值", "四分位", "处理器时间之比", "限度", "结果")

_METHOD = Path(__file__).with_name("method.md")
_INTRODUCTION = """\
# 快慢 Benchmarks

由 `make bench` 生成，请勿手改。图在 [images/benchmarks.svg](images/benchmarks.svg)。

![各种工具做同样的工作各用多少时间和内存](images/benchmarks.svg)
"""


def rows(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, ...]]:
    """The cells of each comparison, as under HEADINGS."""
    for outcome in outcomes:
        comparison = outcome.comparison
        yield (
            outcome.work.title,
            f"{comparison.ours} ∶ {comparison.theirs}",
            MEASURES[comparison.measure],
            times(outcome.ratio.median) if outcome.ratio else "—",
            spread(outcome.ratio) if outcome.ratio else "—",
            times(outcome.processor.median) if outcome.processor else "—",
            limit(comparison.limit),
            STATES[outcome.state] + (f"（{outcome.reason}）" if outcome.reason else ""),
        )


def quantities(work: MeasuredWork) -> Iterator[tuple[str, ...]]:
    """Of each side of a work: name, median and quartiles of its time, its peak memory, rounds."""
    for side in work.sides:
        if side.missing:
            yield (side.name, f"没有量：{side.missing}", "", "", "")
            continue
        wall, memory = side.spread("time"), side.spread("memory")
        quarters = f"{quantity(wall.lower, 'time')}–{quantity(wall.upper, 'time')}"
        yield (
            side.name,
            quantity(wall.median, "time"),
            quarters,
            quantity(memory.median, "memory"),
            str(len(side.samples)),
        )


def page(results: Results) -> str:
    """docs/benchmarks.md."""
    outcomes = results.outcomes()
    held = [outcome for outcome in outcomes if outcome.comparison.limit is not None]
    reached = sum(outcome.state == "reached" for outcome in held)
    parts = [
        _INTRODUCTION,
        f"{len(held)} 项限度，达到 {reached} 项。{results.date}，在这台机器上量：\n",
        _markdown(("", ""), results.machine.items()),
        "工具的版本："
        + "；".join(f"{key} {value}" for key, value in results.tools.items())
        + "。\n",
        "## 比值\n",
        _markdown(HEADINGS, rows(outcomes)),
        "## 各用多少\n",
    ]
    headings = ("工具", "时间（中位）", "四分位", "内存最高", "次数")
    for work in results.works:
        parts += [f"### {work.title}\n", _markdown(headings, quantities(work))]
    floor = quantity(results.floor, "memory")
    method = _METHOD.read_text("utf-8").format(floor=floor, drafts=results.drafts)
    return "\n".join([*parts, method])


def _markdown(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A table."""
    cells = [headings, ["---"] * len(headings), *lines]
    return "".join("| " + " | ".join(line) + " |\n" for line in cells)


def text(results: Results) -> str:
    """The comparisons in columns, and the machine."""
    lines = [HEADINGS, *rows(results.outcomes())]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    table = "\n".join(
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)
        )
        for line in lines
    )
    machine = "，".join(f"{key} {value}" for key, value in results.machine.items())
    return f"{machine}；{results.date}\n\n{table}\n"


def _width(cell: str) -> int:
    """Columns on a terminal."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in cell)
