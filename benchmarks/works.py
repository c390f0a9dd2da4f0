"""What is measured, and the limits: each work, its sides, and which is held against which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Literal

from benchmarks import material
from benchmarks.environment import ROOT, Tool, Tools
from benchmarks.timing import Side

OURS = "gongwen"
STAGES = ROOT / "benchmarks" / "stages.py"
REPORT_SIZE = 5_000
LARGE_SIZE = 2_400_000
FEW = 20
_UTF_8 = "--infilter=Text (encoded):UTF8,LF,,,"


@dataclass(frozen=True)
class Comparison:
    """One side held against another: the ratio of ours to theirs should be at most ``limit``; None
    where it is only told."""

    ours: str
    theirs: str
    limit: float | None = None
    measure: Literal["time", "memory"] = "time"


@dataclass(frozen=True)
class Work:
    """A work that all sides do; ``most`` is the greatest number of rounds that it is worth."""

    key: str
    title: str
    sides: tuple[Side, ...]
    comparisons: tuple[Comparison, ...]
    most: int = 99


@dataclass(frozen=True)
class Scale:
    """How much is measured: reports in a corpus, and in the two runs whose memory is compared."""

    corpus: int = 100
    little: int = 220
    much: int = 2_200


class Drafts:
    """The inputs on disk, written when a work first asks for them."""

    def __init__(self, folder: Path, own: Sequence[Path] = ()) -> None:
        """``own`` are text files to take instead of made ones, again and again if too few."""
        self._folder = folder
        self._own = tuple(own)

    def report(self) -> Path:
        """One report of 5 KB; of one's own files, the one nearest to that."""
        if self._own:
            nearest = min(self._own, key=lambda path: abs(path.stat().st_size - REPORT_SIZE))
            text = nearest.read_text("utf-8")
        else:
            text = material.one_report(REPORT_SIZE)
        return self._file("report", text)

    def large(self) -> Path:
        """One report of 2.4 MB, always a made one."""
        return self._file("large", material.one_report(LARGE_SIZE))

    def corpus(self, count: int) -> Path:
        """A folder of so many reports."""
        folder = self._folder / f"{count}-reports"
        if not folder.is_dir():
            folder.mkdir(parents=True)
            for number, text in enumerate(self._texts(count)):
                (folder / f"{number:05}.txt").write_text(text, "utf-8")
        return folder

    def few(self) -> tuple[Path, tuple[Path, ...], tuple[Path, ...]]:
        """Twenty reports: their folder, the text files, the same as Markdown."""
        folder = self.corpus(FEW)
        texts = tuple(sorted(folder.glob("*.txt")))
        return folder, texts, tuple(map(self.as_markdown, texts))

    def as_markdown(self, path: Path) -> Path:
        """The same report in Markdown, in another folder."""
        target = self._folder / "markdown" / f"{path.stem}.md"
        target.parent.mkdir(exist_ok=True)
        target.write_text(material.markdown(path.read_text("utf-8")), "utf-8")
        return target

    def _file(self, name: str, text: str) -> Path:
        path = self._folder / f"{name}.txt"
        self._folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def _texts(self, count: int) -> Iterator[str]:
        if not self._own:
            return material.reports(count)
        return islice((path.read_text("utf-8") for path in cycle(self._own)), count)


class Bench:
    """The works, for tools and drafts; what they write goes to ``output``."""

    def __init__(self, tools: Tools, drafts: Drafts, output: Path, scale: Scale) -> None:
        """Writes nothing yet."""
        self._tools, self._drafts, self._output, self._scale = tools, drafts, output, scale

    def _side(
        self, tool: Tool, *arguments: Iterable[str | Path], name: str = "", makes: int = 0
    ) -> Side:
        """The calls of a tool with each of ``arguments`` in turn."""
        calls = tuple((*tool.command, *map(str, words)) for words in arguments)
        return Side(name or tool.name, calls, self._output, makes, missing=tool.missing)

    def _convert(self, folder: Path, count: int, name: str = "", *options: str) -> Side:
        words: tuple[str | Path, ...] = ("convert", folder, "-o", self._output, *options)
        return self._side(self._tools.gongwen, words, name=name, makes=count)

    def one(self) -> Work:
        """A short report, where starting is most of it."""
        draft = self._drafts.report()
        target = self._output / "report.docx"
        pandoc = self._tools.pandoc
        return Work(
            "one",
            "一份 5 KB 报告 → DOCX",
            (
                self._side(self._tools.gongwen, ("convert", draft, "-o", target), makes=1),
                self._side(pandoc, (self._drafts.as_markdown(draft), "-o", target), makes=1),
            ),
            (Comparison(OURS, pandoc.name, 1.0),),
        )

    def twenty(self) -> Work:
        """Twenty reports in one call, beside every peer."""
        folder, texts, markdowns = self._drafts.few()
        tools, out = self._tools, self._output
        each = f"pandoc 调用 {FEW} 次"
        single = ((path, "-o", out / f"{path.stem}.docx") for path in markdowns)
        office = (_UTF_8, "--convert-to", "docx", "--outdir", str(out), *map(str, texts))
        return Work(
            "twenty",
            f"{FEW} 份报告 → {FEW} 份 DOCX",
            (
                self._convert(folder, FEW),
                self._side(tools.pandoc_loop, (out, *markdowns), makes=FEW),
                self._side(tools.python_docx, (out, *texts), makes=FEW),
                self._side(tools.npm_docx, (out, *texts), makes=FEW),
                self._side(tools.pandoc, *single, name=each, makes=FEW),
                self._side(tools.office, office, makes=FEW),
            ),
            (
                Comparison(OURS, each, 0.20),
                Comparison(OURS, tools.python_docx.name, 0.45),
                Comparison(OURS, tools.pandoc_loop.name, 0.60),
                Comparison(OURS, tools.npm_docx.name),
                Comparison(OURS, tools.office.name),
            ),
        )

    def large(self) -> Work:
        """A report far larger than any real one."""
        draft = self._drafts.large()
        target = self._output / "large.docx"
        pandoc = self._tools.pandoc
        return Work(
            "large",
            "一份 2.4 MB 报告 → DOCX",
            (
                self._side(self._tools.gongwen, ("convert", draft, "-o", target), makes=1),
                self._side(pandoc, (self._drafts.as_markdown(draft), "-o", target), makes=1),
            ),
            (
                Comparison(OURS, pandoc.name, 0.30),
                Comparison(OURS, pandoc.name, 0.40, "memory"),
            ),
            most=5,
        )

    def lint(self) -> Work:
        """All rules on one report, beside a Python process that does nothing."""
        lint = (*self._tools.gongwen.command, "lint", str(self._drafts.report()))
        python = self._tools.python.command
        nothing, click = "python -c pass", "python -c 'import click'"
        return Work(
            "lint",
            "检查一份 5 KB 报告，全部规则",
            (
                Side(OURS, (lint,), accepts=(0, 1)),
                Side(nothing, ((*python, "-c", "pass"),)),
                Side(click, ((*python, "-c", "import click"),)),
            ),
            (Comparison(OURS, nothing, 7), Comparison(click, nothing)),
        )

    def tenfold(self) -> Work:
        """Whether a corpus costs ten times as much when it is ten times as large."""
        once, ten = self._scale.corpus, 10 * self._scale.corpus
        small, large = (f"{OURS}，{count} 份" for count in (once, ten))
        return Work(
            "tenfold",
            f"十倍的语料：{ten} 份与 {once} 份",
            (
                self._convert(self._drafts.corpus(once), once, small),
                self._convert(self._drafts.corpus(ten), ten, large),
            ),
            (Comparison(large, small, 10.5),),
            most=5,
        )

    def workers(self) -> Work:
        """What a second process brings."""
        count = 10 * self._scale.corpus
        folder = self._drafts.corpus(count)
        one, two = (f"{OURS} --jobs {jobs}" for jobs in (1, 2))
        return Work(
            "workers",
            f"{count} 份报告：2 个进程与 1 个",
            (
                self._convert(folder, count, one, "--jobs", "1"),
                self._convert(folder, count, two, "--jobs", "2"),
            ),
            (Comparison(two, one, 0.55),),
            most=5,
        )

    def stages(self) -> Work:
        """All that a corpus asks for, beside the compression that every DOCX needs."""
        _, texts, _ = self._drafts.few()
        python = self._tools.python.command
        stages, peer = f"{OURS} 五道工序", "zlib 6 级压缩各自的 document.xml"
        calls = ((*python, str(STAGES), side, *map(str, texts)) for side in ("ours", "zlib"))
        return Work(
            "stages",
            f"语料中的 {FEW} 份：解析、校验、检查、DOCX、JSON",
            tuple(
                Side(name, (call,), inside=True)
                for name, call in zip((stages, peer), calls, strict=True)
            ),
            (Comparison(stages, peer, 12),),
        )

    def memory(self) -> Work:
        """Whether memory stays flat."""
        little, much = self._scale.little, self._scale.much
        names = {count: f"{OURS}，{count} 份" for count in (little, much)}
        return Work(
            "memory",
            f"内存的最高点：{much} 份与 {little} 份",
            tuple(
                self._convert(self._drafts.corpus(count), count, name)
                for count, name in names.items()
            ),
            (Comparison(names[much], names[little], 1.1, "memory"),),
            most=1 if much > 10_000 else 3,
        )


WORKS: dict[str, Callable[[Bench], Work]] = {
    "one": Bench.one,
    "twenty": Bench.twenty,
    "large": Bench.large,
    "lint": Bench.lint,
    "tenfold": Bench.tenfold,
    "workers": Bench.workers,
    "stages": Bench.stages,
    "memory": Bench.memory,
}
"""The works, by what ``--only`` calls them; drafts are written when one is called."""
