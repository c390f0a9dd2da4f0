"""The state of an output folder as a table for a terminal."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from converter.bilingual import Lang, Text
from converter.corpus.moment import between, shown
from converter.corpus.outcome import FAILED
from converter.corpus.standing import (
    BROKEN_OFF,
    FINISHED,
    GONE,
    PENDING,
    RUNNING,
    UNFINISHED,
    Item,
    Standing,
)
from converter.findings import Severity
from converter.linter.reports.excerpt import seen
from converter.linter.reports.width import width
from converter.linter.reports.words import SEVERITY

if TYPE_CHECKING:
    from converter.commands.status import Options

_MANY = 200
"""With more inputs than this, those of which nothing is wrong are only counted."""
_JOB = Text("任务 {id}：{command} → {format}，{state}", "Job {id}: {command} → {format}, {state}")
_STATES = {
    FINISHED: Text("已完成", "finished"),
    RUNNING: Text("正在运行", "running"),
    BROKEN_OFF: Text("中断了", "broken off"),
    UNFINISHED: Text("没有做完（或正在运行）", "not finished (or still running)"),
}
_INPUT_STATES = {
    "done": Text("完成", "done"),
    FAILED: Text("失败", "failed"),
    GONE: Text("已不在", "gone"),
    PENDING: Text("未轮到", "pending"),
}
_INPUTS = Text("稿件", "inputs")
_OPTIONS = Text("选项", "options")
_TIME = Text("时间", "time")
_TOTAL = Text("合计", "total")
_TIMES = Text("{started} 开始", "started {started}")
_LASTED = Text("，用时 {seconds}", ", took {seconds}")
_VERSION = Text("，gongwen {version}", ", gongwen {version}")
_RESUME = Text("接着做：", "to go on: ")
_TOTALS = Text(
    "{inputs} 份稿件：完成 {done}，失败 {failed}{more}；报告 {reports} 份，{size}",
    "{inputs} inputs: {done} done, {failed} failed{more}; {reports} reports, {size}",
)
_MORE = {
    GONE: Text("，已不在 {count}", ", {count} gone"),
    PENDING: Text("，未轮到 {count}", ", {count} pending"),
}
_FOUND = Text("；问题 {count} 处", "; {count} findings")
_UNCHECKED = Text("（{count} 份没有检查）", " ({count} not checked)")
_NEVER_CHECKED = Text("；没有检查问题", "; not checked for findings")
_HEAD = (
    Text("状态", "state"),
    Text("报告", "reports"),
    Text("问题", "findings"),
    Text("大小", "size"),
    Text("秒", "seconds"),
    Text("稿件", "input"),
)
_RIGHT = (False, True, True, True, True, False)
_REST = Text(
    "其余 {count} 份没有失败，没有逐份列出；全部列出用 --all",
    "the other {count} did not fail and are not listed; --all lists them",
)
_NONE_FAILED = Text("没有失败的稿件", "no input failed")
_REPORT = Text(
    "问题、缺项的总览：gongwen report {output} --html",
    "an overview: gongwen report {output} --html",
)


def rendered(standings: list[Standing], options: Options) -> str:
    """The jobs, one below the other, each with its inputs."""
    lines: list[str] = []
    for standing in standings:
        if lines:
            lines.append("")
        lines += _job(standing, options)
    lines += ["", _REPORT.get(options.lang).format(output=shlex.quote(options.output))]
    return "".join(f"{line}\n" for line in lines)


def _job(standing: Standing, options: Options) -> Iterator[str]:
    job, lang = standing.job, options.lang
    state = _STATES[standing.state].get(lang)
    yield _JOB.get(lang).format(id=job.id, command=job.command, format=job.format, state=state)
    times = _TIMES.get(lang).format(started=shown(job.started))
    if job.finished:
        seconds = _seconds(between(job.started, job.finished), lang)
        times += _LASTED.get(lang).format(seconds=seconds)
    facts = [
        (_INPUTS, seen(", ".join(job.inputs))),
        (_OPTIONS, seen(" ".join(_given(standing)))),
        (_TIME, times + _VERSION.get(lang).format(version=job.version)),
        (_TOTAL, _totals(standing, lang)),
    ]
    widest = max(width(name.get(lang)) for name, _ in facts)
    for name, fact in facts:
        if fact:
            yield f"  {_padded(name.get(lang), widest)}  {fact}"
    if standing.state in (BROKEN_OFF, UNFINISHED):
        yield f"  {_RESUME.get(lang)}{_resumed(standing, options)}"
    yield ""
    yield from _inputs(standing, options)


def _given(standing: Standing) -> list[str]:
    """The options of a job, as they are written."""
    words = []
    for name, value in json.loads(standing.job.options).items():
        for one in value if isinstance(value, list) else [value]:
            words += [f"--{name}"] if one is True else [f"--{name}", shlex.quote(str(one))]
    return words


def _resumed(standing: Standing, options: Options) -> str:
    """The command that goes on with a job."""
    job = standing.job
    return " ".join(
        [
            *("gongwen", job.command, *map(shlex.quote, job.inputs)),
            *("-o", shlex.quote(options.output)),
            *(["--to", job.format] if job.command == "convert" else []),
            *_given(standing),
            "--resume",
        ]
    )


def _totals(standing: Standing, lang: Lang) -> str:
    more = "".join(
        text.get(lang).format(count=f"{count:,}")
        for state, text in _MORE.items()
        if (count := standing.count(state))
    )
    told = _TOTALS.get(lang).format(
        inputs=f"{len(standing.items):,}",
        done=f"{standing.count('done'):,}",
        failed=f"{standing.count(FAILED):,}",
        more=more,
        reports=f"{standing.reports:,}",
        size=_size(sum(item.input.size for item in standing.items)),
    )
    checked = standing.checked
    if not checked:
        return told + _NEVER_CHECKED.get(lang)
    found = standing.findings
    told += _FOUND.get(lang).format(count=f"{found.total():,}")
    if found:
        each = [f"{SEVERITY[s].get(lang)} {found[s]:,}" for s in Severity if found[s]]
        told += f"（{'、'.join(each)}）" if lang == "zh" else f" ({', '.join(each)})"
    unchecked = len(standing.items) - standing.count(FAILED) - checked
    return told + (_UNCHECKED.get(lang).format(count=f"{unchecked:,}") if unchecked > 0 else "")


def _inputs(standing: Standing, options: Options) -> Iterator[str]:
    """The table of inputs, those that failed first, each with its reason."""
    lang = options.lang
    failed = [item for item in standing.items if item.state == FAILED]
    others = [item for item in standing.items if item.state != FAILED]
    few = options.every or len(standing.items) <= _MANY
    listed = failed if options.failed or not few else failed + others
    if options.failed and not failed:
        yield f"  {_NONE_FAILED.get(lang)}"
    if listed:
        yield from _table(listed, lang)
    if not few and not options.failed and others:
        yield f"  {_REST.get(lang).format(count=f'{len(others):,}')}"


def _table(items: list[Item], lang: Lang) -> Iterator[str]:
    head = tuple(name.get(lang) for name in _HEAD)
    rows = [(_cells(item, lang), item.error) for item in items]
    widths = [
        max(width(head[at]), *(width(cells[at]) for cells, _ in rows))
        for at in range(len(head) - 1)
    ]
    yield _row(head, widths)
    for cells, error in rows:
        yield _row(cells, widths)
        if error:
            yield f"  {' ' * widths[0]}  {seen(' '.join(error.get(lang).split()))}"


def _cells(item: Item, lang: Lang) -> tuple[str, ...]:
    recorded = item.input
    findings = "—" if item.findings is None else f"{item.findings.total():,}"
    return (
        _INPUT_STATES[item.state].get(lang),
        f"{item.reports:,}",
        findings,
        _size(recorded.size),
        f"{recorded.seconds:.2f}",
        seen(recorded.name),
    )


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    padded = [
        _padded(cell, wide, right=right)
        for cell, wide, right in zip(cells, widths, _RIGHT, strict=False)
    ]
    return "  " + "  ".join([*padded, cells[-1]])


def _padded(text: str, columns: int, *, right: bool = False) -> str:
    gap = " " * (columns - width(text))
    return gap + text if right else text + gap


def _size(count: int) -> str:
    """Bytes, as people read them."""
    if count < 1024:
        return f"{count} B"
    size, units = count / 1024, ["KB", "MB", "GB", "TB"]
    while size >= 1024 and len(units) > 1:
        size, units = size / 1024, units[1:]
    return f"{size:,.1f} {units[0]}"


def _seconds(seconds: float, lang: Lang) -> str:
    """A time that passed, as people read it."""
    if seconds < 60:
        return Text(f"{seconds:.1f} 秒", f"{seconds:.1f} s").get(lang)
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return Text(f"{hours} 小时 {minutes} 分", f"{hours} h {minutes} min").get(lang)
    return Text(f"{minutes} 分 {rest} 秒", f"{minutes} min {rest} s").get(lang)
