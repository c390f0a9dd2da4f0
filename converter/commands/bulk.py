"""What commands over a corpus have in common: who works, which inputs, what is told at the end."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from converter.bilingual import Lang, Text
from converter.commands.configured import Configured
from converter.commands.progress import say
from converter.corpus import crew
from converter.corpus.addresses import drafts
from converter.corpus.crew import Crew
from converter.corpus.manifest import FILE
from converter.corpus.outcome import Outcome
from converter.corpus.run import Run
from converter.errors import UsageError
from converter.inputs import STDIN, is_address

_TOLD = Text(
    "共 {all} 份稿件：做了 {done} 份（报告 {reports} 份），没有变化 {same} 份，失败 {failed} 份",
    "{all} inputs: {done} done ({reports} reports), {same} unchanged, {failed} failed",
)
_FAILED = Text("没有做成的稿件：", "inputs that failed:")
_GONE = Text(
    "有 {count} 份稿件已经不在，它们的结果还留着；--prune 移除",
    "{count} inputs are gone; what was made of them is still there; --prune removes it",
)
_PRUNED = Text(
    "有 {count} 份稿件已经不在，移除了它们的结果 {files} 个",
    "{count} inputs are gone; {files} files made of them were removed",
)


def crew_of(jobs: int | None, scheduler: str | None) -> Crew:
    """Who works: a cluster, so many processes, or as many as there are processors.

    Raises UsageError when nobody answers at the scheduler's address.
    """
    if scheduler is not None:
        return crew.cluster(scheduler)
    return crew.local(jobs)


def absolute(names: Iterable[str]) -> tuple[str, ...]:
    """The names as absolute paths, addresses as they are."""
    return tuple(map(_key, names))


def inputs(configured: Configured, names: Iterable[str], output: str | None) -> Iterator[str]:
    """The inputs that the names stand for, one after the other and none twice, less what is in the
    output folder where that lies inside a folder of inputs.

    Raises InputError, ConfigurationError; UsageError for standard input.
    """
    given = list(names)
    if STDIN in given:
        raise UsageError(
            Text("整批转换时不能读标准输入", "standard input cannot be one of a corpus"),
            STDIN,
            Text("请先存成文件", "save it as a file first"),
        )
    inner = os.path.join(_key(output), "") if output else None
    seen: set[str] = set()
    for name in given:
        for found in drafts(name) if is_address(name) else configured.inputs([name]):
            key = _key(found)
            if key in seen or (inner and found != name and key.startswith(inner)):
                continue
            if len(given) > 1:  # what one name stands for is there once
                seen.add(key)
            yield found


def _key(name: str) -> str:
    """The absolute path, an address as it is."""
    return name if is_address(name) else os.path.abspath(name)


def whole(name: str | None) -> str | None:
    """The absolute path of what is a file or a folder; a name of something else as it is."""
    return os.path.abspath(name) if name is not None and os.path.exists(name) else name


@contextmanager
def interruptible() -> Iterator[None]:
    """Within it, being told to end (SIGTERM) is like Ctrl-C: what is done is recorded."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def tell(run: Run, output: str, lang: Lang) -> None:
    """Tells what a run has done, and at the end which inputs failed and why."""
    counts = {"done": run.done, "reports": run.reports, "same": run.same, "failed": run.failed}
    say(_TOLD.get(lang).format(all=run.done + run.same + run.failed, **counts))
    if run.pruned:
        say(_PRUNED.get(lang).format(count=len(run.gone), files=run.pruned))
    elif run.gone:
        say(_GONE.get(lang).format(count=len(run.gone)))
    manifest = os.path.join(output, FILE)
    say(Text(f"清单：{manifest}", f"manifest: {manifest}").get(lang))
    tell_failures(run.failures, lang)


def tell_failures(failures: Iterable[Outcome], lang: Lang) -> None:
    """Tells which inputs failed and why, if any did."""
    lines = [f"  {failure.error.get(lang)}" for failure in failures if failure.error]
    if lines:
        say("\n".join((_FAILED.get(lang), *lines)))
