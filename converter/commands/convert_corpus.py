"""Converting a corpus into a folder: in parallel, recorded, and only what has changed."""

from __future__ import annotations

import os
from contextlib import closing
from functools import cache

from converter import __version__
from converter.bilingual import Text
from converter.commands.bulk import (
    absolute,
    crew_of,
    fingerprint,
    inputs,
    interruptible,
    refuse_own_input,
    stated,
    tell,
    whole,
)
from converter.commands.conversion import Conversion, Options, account
from converter.commands.progress import counted, say
from converter.corpus.manifest import Entry
from converter.corpus.outcome import Noted, Row, Yield
from converter.corpus.places import place_of
from converter.corpus.run import Order, Run
from converter.errors import ConverterError
from converter.findings import Finding
from converter.inputs import Input
from converter.model import walk
from converter.model.nodes import Document, Paragraph
from converter.output import safe_name
from converter.profiles import Profile
from converter.profiles.parts import missing
from converter.record import record, replace


def run(options: Options, output: str, format_name: str) -> int:
    """Converts a corpus into a folder and returns the exit code: 1 when an input failed, or a
    finding reaches the threshold. Raises ConverterError."""
    refuse_own_input(options.inputs, output, format_name)
    conversion = Conversion(options, format_name)
    work = Converting(bare(options), format_name)
    order = Order(
        work=work,
        command="convert",
        format=format_name,
        inputs=absolute(options.inputs),
        options=work.stated(),
        version=__version__,
        limit=options.max_size,
        linting=work.linting,
        redo=options.redo,
        strict=options.strict,
        resume=options.resume,
        prune=options.prune,
    )
    names = inputs(conversion.configured, options.inputs, output)
    running = Run(order, crew_of(options.jobs, options.scheduler), place_of(output))
    telling = _Telling(options, output)
    with interruptible() as heed, closing(running.entries(names)) as entries:
        for entry in counted(entries, "正在转换第"):
            telling.take(entry)
            heed()
    tell(running, output, options.lang)
    reached = conversion.reaches(running.severities)
    if reached:
        say(_REACHED.get(options.lang).format(level=options.fail_on))
    return int(running.failed > 0 or reached)


_REACHED = Text(
    "有 {level} 以上的问题（--fail-on）；用 gongwen report 看是哪些",
    "there are findings at or above {level} (--fail-on); gongwen report shows them",
)


def bare(options: Options) -> Options:
    """The options that say what comes out, without those that say how it is done; the files that
    they name by absolute paths, so that they mean the same wherever the work is done."""
    return replace(
        options,
        meta=tuple(map(os.path.abspath, options.meta)),
        layout=whole(options.layout),
        profile=whole(options.profile),
        config=whole(options.config),
        pictures=whole(options.pictures),
        inputs=(),
        output=None,
        quiet=False,
        jobs=None,
        scheduler=None,
        resume=False,
        redo=False,
        prune=False,
        strict=False,
        lang="zh",
    )


class _Telling:
    """What is told of each input when it is done; the same notice once."""

    def __init__(self, options: Options, output: str) -> None:
        self._options, self._output = options, output
        self._told: set[str] = set()

    def take(self, entry: Entry) -> None:
        """Tells of an input what there is to tell."""
        outcome, lang = entry.outcome, self._options.lang
        if outcome.made is None:
            return
        if not self._options.quiet:
            for row, placed in zip(outcome.made.reports, entry.placed, strict=True):
                where = os.path.join(self._output, placed.path)
                say(account(row.title, where, row.facts, lang))
        for notice in outcome.made.notices:
            if notice.zh not in self._told:
                self._told.add(notice.zh)
                say(notice.get(lang))


@record
class Converting:
    """The work of ``convert`` with one input."""

    options: Options
    format_name: str

    @property
    def conversion(self) -> Conversion:
        """How inputs are read and written."""
        return prepared(self.options, self.format_name)

    @property
    def linting(self) -> bool:
        """Whether findings are looked for."""
        return self.options.linting or self.options.fail_on not in (None, "never")

    def stated(self) -> str:
        """The options that decide what comes out, as JSON."""
        options = self.options
        given = {
            "layout": options.layout,
            "annotate": options.annotate,
            "track": options.track,
            "unsafe-fixes": options.unsafe_fixes,
            "pictures": options.pictures,
            "meta": options.meta,
            "set": options.settings,
            "profile": options.profile,
            "encoding": options.encoding,
            "config": options.config,
            "no-config": options.isolated,
        }
        return stated(given)

    def fingerprint(self, name: str) -> str:
        """See :class:`~converter.corpus.work.Work`."""
        options, configuration = self.options, self.conversion.configured.of(name)
        baseline = configuration.baseline if self.linting else None
        named = (*options.meta, options.layout, options.profile, *configuration.files, baseline)
        return fingerprint(f"convert {self.format_name}", self.stated(), named)

    def do(self, name: str, data: bytes) -> Yield:
        """See :class:`~converter.corpus.work.Work`."""
        conversion = self.conversion
        item = conversion.read(name, data)
        findings = conversion.findings(item) if self.linting else None
        reports, outputs, notices = [], [], []
        for nth, made in enumerate(conversion.made(item), 1):
            if isinstance(made, ConverterError):
                raise made
            held = conversion.configured.of(name).choice.held(made.document)
            reports.append(row_of(nth, made.document, held, made.facts))
            outputs.append((f"{safe_name(made.document.name)}.{self.format_name}", made.data))
            notices += [made.notice] if made.notice else []
        return Yield(
            tuple(reports),
            tuple(outputs),
            None if findings is None else noted(findings),
            tuple(_depends(item, self.options.pictures)),
            tuple(notices),
        )


@cache
def prepared(options: Options, format_name: str) -> Conversion:
    """The conversion that some options ask for; made once in a process."""
    return Conversion(options, format_name)


def row_of(nth: int, document: Document, profile: Profile, facts: tuple[Text, ...] = ()) -> Row:
    """What the manifest says of a report; ``profile`` is what it is held to."""
    there = {role for section in document.sections for role in section.roles}
    return Row(
        nth,
        document.name,
        document.organization,
        document.period.reported,
        document.period.planned,
        profile.id,
        tuple(role.id for role in profile.asked if role.id in there),
        tuple(role.id for role in missing(document, profile)),
        facts,
    )


def noted(groups: list[list[Finding]]) -> tuple[Noted, ...]:
    """The findings of an input's reports as the manifest has them."""
    return tuple(
        Noted(nth, f.code, f.name, str(f.severity), f.line, f.column, f.message)
        for nth, group in enumerate(groups, 1)
        for f in group
    )


def _depends(item: Input, pictures: str | None) -> list[str]:
    """The files beside an input that its documents name: pictures and layout files."""
    folder = pictures if pictures is not None else os.path.dirname(item.name)
    layouts: dict[str, None] = {}
    shown: dict[str, None] = {}
    for document in item.documents:
        if document.elements.layout:
            layouts[document.elements.layout] = None
        for _, node in walk.nodes(document):
            if isinstance(node, Paragraph):
                shown |= dict.fromkeys(picture.path for picture in walk.pictures(node))
    found = [path for name in layouts if os.path.isfile(path := os.path.join(folder, name))]
    if shown:
        from converter.composition.packages import file_of

        files = filter(None, (file_of(path, folder) for path in shown))
        # The pictures in a draft are no files beside it.
        found += [file for file in dict.fromkeys(files) if file != item.name]
    return found
