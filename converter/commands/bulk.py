"""What commands over a corpus have in common: who works, which inputs, what is told at the end."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cache, partial
from types import FrameType

from converter import __version__
from converter.bilingual import Lang, Text
from converter.commands.configured import Configured
from converter.commands.progress import say
from converter.corpus import crew
from converter.corpus.crew import Crew
from converter.corpus.flow import Flow
from converter.corpus.hashing import digest, digest_of
from converter.corpus.manifest import FILE, Manifest
from converter.corpus.outcome import Outcome, Task
from converter.corpus.run import Run, lost
from converter.corpus.work import Work, attend
from converter.errors import ConverterError, UsageError
from converter.inputs import STDIN, is_address, located
from converter.readers import READERS

_TOLD = Text(
    "共 {all} 份稿件：做了 {done} 份（报告 {reports} 份），没有变化 {same} 份，失败 {failed} 份",
    "{all} inputs: {done} done ({reports} reports), {same} unchanged, {failed} failed",
)
_INTERRUPTED = Text("已中断", "interrupted")
_AGAIN = Text("再运行同样的命令就接着做", "run the same command to go on")
_FAILED = Text("没有做成的稿件：", "inputs that failed:")
_GONE = Text(
    "有 {count} 份稿件已经不在，它们的结果还留着；--prune 移除",
    "{count} inputs are gone; what was made of them is still there; --prune removes it",
)
_PRUNED = Text(
    "有 {count} 份稿件已经不在，移除了它们的结果 {files} 个",
    "{count} inputs are gone; {files} files made of them were removed",
)
_CHANGED = Text(
    "这些结果做好以后改过，没有移除：{names}",
    "changed since they were made, so not removed: {names}",
)
_ASIDE = Text(
    "{path} 做好以后改过，改过的另存为 {aside}",
    "{path} had been changed since it was made; what it was is kept as {aside}",
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
    return tuple(map(located, names))


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
    seen: set[str] = set()
    for name in given:
        inner, made = _inner(output, name), _made_in(output, name)
        for found in _below(name) if is_address(name) else configured.inputs([name]):
            key = located(found)
            if key in seen or (inner and found != name and key.startswith(inner)):
                continue
            if made and os.path.relpath(found, name).replace(os.sep, "/") in made:
                continue
            if len(given) > 1:  # what one name stands for is there once
                seen.add(key)
            yield found


def _made_in(output: str | None, given: str) -> frozenset[str]:
    """What earlier runs have made in the output folder, if that is the folder of inputs itself."""
    if not output or is_address(output) or located(output) != located(given):
        return frozenset()
    path = os.path.join(output, FILE)
    if not os.path.isfile(path):
        return frozenset()
    with closing(Manifest(path)) as manifest:
        return manifest.outputs()


def _below(address: str) -> Iterator[str]:
    from converter.corpus.addresses import drafts  # slow to import

    return drafts(address)


def refuse_own_input(names: Iterable[str], output: str, format_name: str) -> None:
    """Refuses an output folder that is a folder of inputs, where what is written could be taken
    for a draft; Word files may stand among drafts. Raises UsageError."""
    is_draft = format_name != "docx" and f".{format_name}" in READERS
    if is_draft and located(output) in map(located, names):
        raise UsageError(
            Text(
                f"输出文件夹就是稿件的文件夹，写出的 .{format_name} 下次会当作稿件",
                f"the output directory is that of the drafts; .{format_name} files would be read",
            ),
            output,
            Text("请换一个输出文件夹", "choose another output directory"),
        )


def _inner(output: str | None, given: str) -> str | None:
    """The output folder, with a slash behind it, if it lies inside a folder of inputs."""
    if not output:
        return None
    inner, outer = (os.path.join(located(name), "") for name in (output, given))
    return inner if inner.startswith(outer) and inner != outer else None


def whole(name: str | None) -> str | None:
    """The absolute path of what is a file or a folder; a name of something else as it is."""
    return os.path.abspath(name) if name is not None and os.path.exists(name) else name


def stated(options: Mapping[str, object]) -> str:
    """Those of some options that were given, as JSON, as the manifest has them."""
    return json.dumps({k: v for k, v in options.items() if v}, ensure_ascii=False)


@cache
def fingerprint(kind: str, stated: str, files: tuple[str | None, ...]) -> str:
    """The hash of version, kind of work, options, and the content of the files that these name."""
    hashes = [digest_of(path) for path in files if path]
    return digest(json.dumps([__version__, kind, stated, hashes]).encode())


def outcomes(
    work: Work, names: Iterable[str], jobs: int | None, scheduler: str | None, limit: int
) -> Generator[Outcome, None, None]:
    """What becomes of inputs where no output folder is written, in order; outputs are kept as
    bytes. ``limit`` is the largest input in MiB. To be closed, which ends the workers.

    Raises ConverterError for what is wrong with the whole run.
    """
    crew = crew_of(jobs, scheduler)
    flow: Flow[Task, Outcome] = Flow(crew, partial(attend, work, limit, None, False), lost)
    try:
        yield from flow.results(crew.tasks(names))
    finally:
        crew.end()


@contextmanager
def interruptible() -> Iterator[Callable[[], None]]:
    """Around a run into an output folder: makes of Ctrl-C, and of being told to end (SIGTERM), a
    ConverterError that says how to go on.

    Gives a function to be called now and then: where Python was cleaning up when the signal came,
    the exception was lost, and is raised there.
    """
    told = False

    def hear(number: int, frame: FrameType | None) -> None:
        nonlocal told
        told = True
        raise KeyboardInterrupt

    def heed() -> None:
        if told:
            raise KeyboardInterrupt

    before = {}
    if threading.current_thread() is threading.main_thread():
        # A run in the background may be deaf to Ctrl-C, and stays so.
        deaf = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        heard = (signal.SIGTERM,) if deaf else (signal.SIGTERM, signal.SIGINT)
        before = {number: signal.signal(number, hear) for number in heard}
    try:
        yield heed
    except KeyboardInterrupt as error:
        say("")  # the terminal has put ^C on the line
        raise ConverterError(_INTERRUPTED, todo=_AGAIN) from error
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def tell(run: Run, output: str, lang: Lang) -> None:
    """Tells what a run has done, and at the end which inputs failed and why."""
    counts = {"done": run.done, "reports": run.reports, "same": run.same, "failed": run.failed}
    say(_TOLD.get(lang).format(all=run.done + run.same + run.failed, **counts))
    if run.pruned:
        say(_PRUNED.get(lang).format(count=len(run.gone), files=run.pruned))
    elif run.gone:
        say(_GONE.get(lang).format(count=len(run.gone)))
    if run.changed:
        say(_CHANGED.get(lang).format(names="、".join(run.changed)))
    for path, aside in run.aside:
        say(_ASIDE.get(lang).format(path=path, aside=aside))
    manifest = os.path.join(output, FILE)
    say(Text(f"清单：{manifest}", f"manifest: {manifest}").get(lang))
    tell_failures(run.failures, lang)


def tell_failures(failures: Iterable[Outcome], lang: Lang) -> None:
    """Tells which inputs failed and why, if any did."""
    lines = [f"  {failure.error.get(lang)}" for failure in failures if failure.error]
    if lines:
        say("\n".join((_FAILED.get(lang), *lines)))
