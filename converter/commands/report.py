"""The picture of a corpus: counted from the manifest of an output folder, as a page or as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from functools import cache

from converter.bilingual import Lang, Text
from converter.commands.bulk import crew_of
from converter.commands.conversion import Conversion
from converter.commands.conversion import Options as ConversionOptions
from converter.commands.convert_corpus import noted
from converter.commands.progress import counted, say
from converter.corpus.lookup import Wanted, looked, wanted
from converter.corpus.manifest import Job
from converter.corpus.outcome import Noted
from converter.corpus.picture.counting import Kind, Picture
from converter.corpus.picture.names import Names
from converter.corpus.places import Place, place_of
from converter.corpus.reading import newest, opened, survey
from converter.corpus.run import kept, locked
from converter.errors import ConverterError
from converter.inputs import STDIN, is_address
from converter.output import write, write_stdout
from converter.profiles import Profile, names
from converter.record import record

_LOOKING = Text(
    "有 {count} 份稿件转换时没有检查，现在检查",
    "{count} inputs were not checked yet; checking them",
)
_JOB = Text("任务 {id}（{command} → {format}）", "job {id} ({command} → {format})")
_OF_SEVERAL = Text(
    "，是 {count} 个任务中最近的一个，别的用 --job 选",
    ", the newest of {count}; --job chooses another",
)
_UNCHECKED = Text(
    "{count} 份稿件没能检查，原因列在总览里",
    "{count} inputs could not be checked; the report says why",
)


@record(kw_only=True)
class Options:
    """What a call of ``report`` asks for; the names are those of its options. ``recorded``: with
    the findings that are recorded, and no others. ``jobs`` None: as many as there are
    processors."""

    folder: str
    output: str | None = None
    format_name: str = "html"
    job: int | None = None
    recorded: bool = False
    jobs: int | None = None
    lang: Lang = "zh"


def run(options: Options) -> int:
    """Writes the picture of a corpus and returns the exit code. Raises ConverterError."""
    place = place_of(options.folder)
    with opened(place) as manifest:
        job = newest(manifest, place, options.job)
        several = len(manifest.jobs()) if options.job is None else 1
        left = [] if options.recorded else wanted(manifest, job)
    _tell_job(job, several, options.lang)
    reasons = _look(place, job, left, options) if left else {}
    every = options.format_name == "json"
    with opened(place) as manifest:
        job = newest(manifest, place, job.id)
        # An input that is gone from a corpus is no part of its picture.
        gone = set(manifest.gone(job)) if job.finished else set()
        picture = Picture(reasons, every=every)
        for item in survey(manifest, job):
            if item.input.name not in gone:
                picture.take(item)
    _write(_rendered(picture, job, len(gone), options), options)
    return 0


def _tell_job(job: Job, several: int, lang: Lang) -> None:
    told = _JOB.get(lang).format(id=job.id, command=job.command, format=job.format)
    say(told + (_OF_SEVERAL.get(lang).format(count=several) if several > 1 else ""))


def _look(place: Place, job: Job, left: list[Wanted], options: Options) -> dict[str, Text]:
    """Looks for the findings of some inputs, and records them; gives the reasons why that could
    not be done for some."""
    lang = options.lang
    say(_LOOKING.get(lang).format(count=len(left)))
    crew = crew_of(options.jobs, None)
    reasons = {}
    try:
        with locked(place), kept(place) as store:
            items = looked(store.manifest, job, left, Linting(job.options), crew)
            for item in counted(items, "正在检查第"):
                if item.error:
                    reasons[item.name] = item.error
                store.save(later=True)
    finally:
        crew.end()
    if reasons:
        say(_UNCHECKED.get(lang).format(count=len(reasons)))
    return reasons


def _rendered(picture: Picture, job: Job, gone: int, options: Options) -> str:
    known = Names(_own_profiles(job, picture.kinds.values()))
    if options.format_name == "json":
        from converter.corpus.picture.data import render as render_data

        return render_data(picture, job, known, options.lang)
    from converter.corpus.picture.page import render

    return render(picture, job, known, options.lang, gone)


def _own_profiles(job: Job, kinds: Iterable[Kind]) -> Iterator[Profile]:
    """The profiles that are not built in, as far as options and configuration still lead to
    them."""
    for kind in kinds:
        if kind.id in names():
            continue
        try:
            found = _conversion(job.options).configured.of(kind.example).choice.of(kind.id)
        except ConverterError:
            continue
        if found.id == kind.id:
            yield found


def _write(text: str, options: Options) -> None:
    """Writes the picture where it was asked for, else into the output folder."""
    data = text.encode("utf-8", "surrogatepass")
    if options.output == STDIN:
        write_stdout(data)
        return
    name = f"report.{options.format_name}"
    where = os.path.join(options.folder, name) if options.output is None else options.output
    if options.output is None and is_address(options.folder):
        place_of(options.folder).write(name, data)
    else:
        write(where, data)
    say(where)


@record
class Linting:
    """Finds the findings of inputs with the options of a job (JSON, as in the manifest)."""

    options: str

    def findings(self, name: str, data: bytes) -> tuple[Noted, ...]:
        """See :class:`~converter.corpus.lookup.Linting`."""
        conversion = _conversion(self.options)
        return noted(conversion.findings(conversion.read(name, data)))


@cache
def _conversion(options: str) -> Conversion:
    """How a job with these options reads its inputs; made once in a process."""
    given = json.loads(options)
    stated = ConversionOptions(
        inputs=(),
        meta=tuple(given.get("meta", ())),
        settings=tuple(given.get("set", ())),
        profile=given.get("profile"),
        encoding=given.get("encoding"),
        config=given.get("config"),
        isolated=given.get("no-config", False),
    )
    return Conversion(stated, "json")
