"""Converting: drafts in, documents out."""

from __future__ import annotations

import os

from converter.bilingual import Text
from converter.commands.conversion import Conversion, Made, Options, account
from converter.commands.progress import counted, say
from converter.errors import ConverterError, UsageError
from converter.inputs import Input, fetch, is_address
from converter.output import write
from converter.targets import Folder, Target, choose_target

__all__ = ["Options", "run"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.commands.changes import Changes


def run(options: Options) -> int:
    """Converts the inputs and returns the exit code. Raises ConverterError."""
    if options.format_name == "parquet":
        from converter.commands.convert_tables import run as run_tables

        return run_tables(options)
    refuse_marking(options)
    target = choose_target(options.inputs, options.output, options.format_name, _mark(options))
    if options.changes is not None and is_corpus(options):
        raise UsageError(
            Text("整批转换时没有 --changes", "a corpus has no --changes"),
            todo=Text("请写明稿件", "name the drafts"),
        )
    if isinstance(target, Folder) and is_corpus(options):
        from converter.commands.convert_corpus import run as run_corpus

        return run_corpus(options, options.output or target.folder, target.format_name)
    refuse_corpus_options(options)
    if target.format.many and is_corpus(options):
        from converter.commands.convert_stream import run as run_stream

        return run_stream(options, target)
    if options.scheduler is not None:
        raise _folder_needed("--scheduler")
    conversion = Conversion(options, target.format_name)
    job = _Job(target, conversion, options)
    names = conversion.configured.inputs(options.inputs)
    try:
        for item in counted(_read(conversion, names, options.max_size), "正在转换第"):
            job.take(item)
        return job.finish(options.changes)
    except BaseException:
        target.abandon()
        raise


def refuse_marking(options: Options) -> None:
    """Raises UsageError for options of marked copies that do not go together."""
    if options.annotate and options.track:
        raise UsageError(Text("--annotate 和 --track 只能用一个", "--annotate excludes --track"))
    if options.unsafe_fixes and not options.track:
        raise UsageError(
            Text("--unsafe-fixes 要和 --track 一起用", "--unsafe-fixes goes with --track")
        )
    if (options.annotate or options.track) and options.format_name not in (None, "docx"):
        raise UsageError(
            Text("批注和修订只能写进 docx", "comments and tracked changes need docx"),
            f"--to {options.format_name}",
        )


def _mark(options: Options) -> str:
    """What stands behind the name of a result that would have the name of its draft."""
    return "批注" if options.annotate else "修订" if options.track else "公文"


def is_corpus(options: Options) -> bool:
    """Whether a corpus is to be converted: folders or addresses, or with an option that only a
    corpus has."""
    return any(is_address(name) or os.path.isdir(name) for name in options.inputs) or (
        options.jobs is not None or options.scheduler is not None or bool(_corpus_options(options))
    )


def _corpus_options(options: Options) -> list[str]:
    """The options that only a corpus has, as they were given."""
    given = {
        "--resume": options.resume,
        "--redo": options.redo,
        "--prune": options.prune,
        "--strict": options.strict,
        "--lint": options.linting,
    }
    return [name for name, asked in given.items() if asked]


def refuse_corpus_options(options: Options) -> None:
    """Raises UsageError for options that need an output folder with a manifest."""
    for name in _corpus_options(options):
        raise _folder_needed(name)


def _folder_needed(option: str) -> UsageError:
    return UsageError(
        Text(f"{option} 要和输出文件夹一起用", f"{option} needs an output directory"),
        todo=Text("请用 -o 指定文件夹", "give a directory with -o"),
    )


def _read(
    conversion: Conversion, names: Iterable[str], limit: int
) -> Iterator[Input | ConverterError]:
    """Every input in turn; for one that cannot be read, its error in its place. Raises
    ConfigurationError."""
    for name in names:
        conversion.configured.reading(name)
        try:
            yield conversion.read(name, fetch(name, limit))
        except ConverterError as error:
            yield error


class _Job:
    """One call of ``convert``: what was read, what was written, what went wrong."""

    def __init__(
        self,
        target: Target,
        conversion: Conversion,
        options: Options,
    ) -> None:
        self.target, self.conversion, self.lang = target, conversion, options.lang
        self.quiet = options.quiet
        self.linting = options.fail_on not in (None, "never")
        self.changes: Changes | None = None
        if options.changes is not None:
            from converter.commands.changes import Changes

            self.changes = Changes(conversion.configured, options)
        self.failed = self.flagged = False
        self.held: list[Input] = []
        self.told: set[str] = set()

    def take(self, item: Input | ConverterError) -> None:
        """Takes an input; whether there will be one report or several is known at the end only
        for a target that is not yet known to be a folder or a stream."""
        if isinstance(item, ConverterError):
            self._fail(item)
        elif self.target.settled:
            self._write(item)
        else:
            self.held.append(item)
            if sum(map(self.conversion.results, self.held)) > 1:
                self.target.settle(several=True)
                self._write_held()

    def finish(self, changes: str | None = None) -> int:
        """Writes what is held back, and the report of changes to a file, and returns the exit
        code."""
        if self.held:
            self.target.settle(several=False)
            self._write_held()
        self.target.close()
        if self.changes is not None and changes is not None:
            write(changes, self.changes.data(changes))
        return 2 if self.failed else int(self.flagged)

    def _fail(self, error: ConverterError) -> None:
        self.failed = True
        say(f"gongwen: {error.line(self.lang)}")

    def _write_held(self) -> None:
        held, self.held = self.held, []
        for item in held:
            self._write(item)

    def _write(self, item: Input) -> None:
        if self.linting:
            groups = self.conversion.findings(item)
            severities = {finding.severity for group in groups for finding in group}
            self.flagged |= self.conversion.reaches(severities)
        if self.changes is not None:
            self.changes.take(item)
        self.target.begin(self.conversion.results(item))
        for made in self.conversion.made(item):
            if isinstance(made, ConverterError):
                self._fail(made)
                continue
            where = self.target.put(made.document.name, item.name, made.data)
            if not self.quiet:
                say(account(made.document.name, where, made.facts, self.lang))
            self._tell(made)

    def _tell(self, made: Made) -> None:
        """What the user should know of the result; each thing once."""
        notice = made.notice.get(self.lang) if made.notice else None
        if notice and notice not in self.told:
            self.told.add(notice)
            say(notice)
