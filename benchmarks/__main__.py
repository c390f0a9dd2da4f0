"""``make bench``, or ``python -m benchmarks`` in an environment of its own; never fails because a
limit is missed."""

from __future__ import annotations

import argparse
import datetime
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import chart, machine, material, table, timing
from benchmarks.environment import FOLDER, ROOT, NotInstalled, prepare
from benchmarks.results import MeasuredWork, Results, load, measured
from benchmarks.works import WORKS, Bench, Drafts, Scale

VENV = FOLDER / "venv"
SAVED = FOLDER / "results.json"
PAGE = ROOT / "docs" / "benchmarks.md"
CHART = ROOT / "docs" / "images" / "benchmarks.svg"
ROUNDS = 11
FULL = 22_000


def main() -> int:
    """Installs, measures, prints; see --help."""
    options = _options()
    if not options.again and Path(sys.prefix).resolve() != VENV.resolve():
        print("请用 make bench", file=sys.stderr)  # Not into anyone's own environment.
        return 2
    try:
        results = load(SAVED) if options.again else _measure(options)
    except NotInstalled as error:
        print(f"装不上 gongwen：{error}", file=sys.stderr)
        return 2
    print(table.text(results))
    if options.write:
        PAGE.write_text(table.page(results), "utf-8")
        CHART.write_text(chart.svg(results), "utf-8")
        print(f"写好 {PAGE.relative_to(ROOT)} 和 {CHART.relative_to(ROOT)}")
    return 0


def _options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--write", action="store_true", help="写 docs/benchmarks.md 和图")
    parser.add_argument("--again", action="store_true", help="不量，用上一次的结果")
    parser.add_argument("--full", action="store_true", help="内存一项用 22000 份报告（很久）")
    parser.add_argument("--quick", action="store_true", help="少量几份、两轮：只看能不能跑")
    parser.add_argument("--rounds", type=int, default=0, help=f"轮数，默认 {ROUNDS}")
    parser.add_argument("--only", nargs="+", choices=WORKS, help="只量这几项")
    parser.add_argument("--corpus", type=Path, metavar="文件夹", help="用这里的 .txt，不用造的")
    options = parser.parse_args()
    if options.again and not SAVED.is_file():
        parser.error("还没有量过")
    if options.corpus and not any(options.corpus.glob("*.txt")):
        parser.error(f"没有 .txt 文件：{options.corpus}")
    if options.rounds < 0:
        parser.error("轮数要大于 0")
    return options


def _measure(options: argparse.Namespace) -> Results:
    """Installs the tools and measures the works. Raises NotInstalled."""
    _tell("安装要比的工具 …")
    tools = prepare()
    for tool in tools.all():
        _tell(f"  {tool.name} {tool.version or '没有装上：' + tool.missing}")
    own = sorted(options.corpus.glob("*.txt")) if options.corpus else []
    scale = (
        Scale(10, 22, 220) if options.quick else Scale(much=FULL if options.full else FULL // 10)
    )
    rounds = options.rounds or (2 if options.quick else ROUNDS)
    folder = FOLDER / "work"
    shutil.rmtree(folder, ignore_errors=True)
    bench = Bench(tools, Drafts(folder / "in", own), folder / "out", scale)
    works = tuple(_works(bench, rounds, options.only))
    results = Results(
        date=datetime.date.today().isoformat(),
        machine=machine.describe(),
        tools={tool.name: tool.version or "没有装上" for tool in tools.named()},
        drafts=_drafts(len(own), scale),
        floor=timing.floor(),
        works=works,
    )
    results.save(SAVED)
    shutil.rmtree(folder, ignore_errors=True)
    return results


def _works(bench: Bench, rounds: int, only: list[str] | None) -> Iterator[MeasuredWork]:
    """Measures one work after the other."""
    for key, make in WORKS.items():
        if not only or key in only:
            work = make(bench)
            _tell(work.title)
            told = _tell_in_place if sys.stderr.isatty() else None
            yield measured(work, timing.in_turn(work.sides, min(rounds, work.most), told))


def _drafts(own: int, scale: Scale) -> str:
    """Where the inputs came from."""
    little, large = (f"{size / 1000:g} KB" for size in material.SIZES)
    if own:
        made = f"稿子是自己的 {own} 份（不够时重复使用）；2.4 MB 的一份由程序造"
    else:
        made = (
            f"稿子由 `benchmarks/material.py` 用本项目的样例造出（种子 {material.SEED}，"
            f"每次相同）：单位、年份、数字、次序各不相同，每份 {little} 到 {large}"
        )
    most = (
        "" if scale.much == FULL else f"；内存一项这次用 {scale.much} 份，`--full` 时用 {FULL} 份"
    )
    return f"{made}{most}。"


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _tell_in_place(line: str) -> None:
    print(f"\r\033[K  {line}", end="\r", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
