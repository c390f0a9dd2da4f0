"""Splitting a corpus of compilations: in parallel, recorded, and only what has changed."""

from __future__ import annotations

import os
from contextlib import closing
from functools import cache

from converter import __version__
from converter.commands.bulk import (
    absolute,
    crew_of,
    fingerprint,
    inputs,
    interruptible,
    stated,
    tell,
    whole,
)
from converter.commands.configured import Configured
from converter.commands.convert_corpus import row_of
from converter.commands.progress import counted, say
from converter.commands.split import MANIFEST, Options, configuration_of, files
from converter.corpus.manifest import Entry
from converter.corpus.outcome import Yield
from converter.corpus.places import place_of
from converter.corpus.run import Order, Run
from converter.inputs import parse
from converter.record import record


def run(options: Options, output: str) -> int:
    """Splits compilations into a folder each and returns the exit code: 1 when one failed. Raises
    ConverterError."""
    named = whole(options.profile), options.encoding, whole(options.config)
    work = Splitting(*named, options.isolated)
    order = Order(
        work=work,
        command="split",
        format="txt",
        inputs=absolute(options.inputs),
        options=work.stated(),
        version=__version__,
        limit=options.max_size,
        numbered=False,
        foldered=True,
        redo=options.redo,
        strict=options.strict,
        resume=options.resume,
        prune=options.prune,
    )
    names = inputs(configuration_of(options), options.inputs, output)
    running = Run(order, crew_of(options.jobs, options.scheduler), place_of(output))
    with interruptible() as heed, closing(running.entries(names)) as entries:
        for entry in counted(entries, "正在拆第"):
            _tell(entry, output)
            heed()
    tell(running, output, options.lang)
    return int(running.failed > 0)


def _tell(entry: Entry, output: str) -> None:
    """The texts of a compilation, a line each."""
    if entry.outcome.made is not None:
        for placed in entry.placed:
            if not placed.path.endswith(f"/{MANIFEST}"):
                say(os.path.join(output, placed.path))


@record
class Splitting:
    """The work of ``split`` with one compilation; what it holds are options of the command, files
    by absolute paths, so that they mean the same wherever the work is done."""

    profile: str | None
    encoding: str | None
    config: str | None
    isolated: bool

    def stated(self) -> str:
        """The options that decide what comes out, as JSON."""
        given = {
            "profile": self.profile,
            "encoding": self.encoding,
            "config": self.config,
            "no-config": self.isolated,
        }
        return stated(given)

    def fingerprint(self, name: str) -> str:
        """See :class:`~converter.corpus.work.Work`."""
        named = (self.profile, *_configured(self).of(name).files)
        return fingerprint("split", self.stated(), named)

    def do(self, name: str, data: bytes) -> Yield:
        """See :class:`~converter.corpus.work.Work`."""
        configured = _configured(self)
        source = parse(name, data, *configured.reading(name))
        choice = configured.of(name).choice
        reports = tuple(
            row_of(nth, document, choice.held(document))
            for nth, document in enumerate(source.documents, 1)
        )
        return Yield(reports, tuple(files(source)))


@cache
def _configured(work: Splitting) -> Configured:
    """The configuration of a work; made once in a process."""
    options = Options(
        inputs=(),
        profile=work.profile,
        encoding=work.encoding,
        config=work.config,
        isolated=work.isolated,
    )
    return configuration_of(options)
