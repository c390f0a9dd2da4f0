"""Splitting compilations into one clean text a report, with a manifest."""

from __future__ import annotations

import json
import os

from converter.bilingual import Text
from converter.commands.configured import Configured
from converter.commands.progress import say
from converter.errors import UsageError
from converter.inputs import LARGEST, STDIN, Input, fetch, is_address, parse
from converter.model import walk
from converter.output import safe_name, write
from converter.readers import LARGEST_UNPACKED
from converter.record import record
from converter.writers import AS_STATED
from converter.writers.txt import render

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from converter.bilingual import Lang
    from converter.model.nodes import Document

MANIFEST = "manifest.json"


@record(kw_only=True)
class Options:
    """What a call of ``split`` asks for; the names are those of its options. ``jobs`` None: as many
    as there are processors, once there is enough to do."""

    inputs: tuple[str, ...]
    output: str | None = None
    jobs: int | None = None
    scheduler: str | None = None
    resume: bool = False
    redo: bool = False
    prune: bool = False
    strict: bool = False
    profile: str | None = None
    encoding: str | None = None
    max_size: int = LARGEST
    max_unpacked: int = LARGEST_UNPACKED
    config: str | None = None
    isolated: bool = False
    lang: Lang = "zh"


def run(options: Options) -> int:
    """Splits a compilation, or several, and returns the exit code. Raises ConverterError."""
    if options.output in (None, "", "-"):
        raise UsageError(
            Text("缺少选项 -o：放结果的文件夹", "-o, the output directory, is missing")
        )
    if is_corpus(options, options.output):
        from converter.commands.split_corpus import run as run_corpus

        return run_corpus(options, options.output)
    refuse_corpus_options(options)
    (name,) = options.inputs
    configured = configuration_of(options)
    data, reading = fetch(name, options.max_size), configured.reading(name)
    source = parse(name, data, *reading, unpacked=options.max_unpacked)
    for file, data in files(source):
        path = os.path.normpath(os.path.join(options.output, file))
        write(path, data)
        if file != MANIFEST:
            say(path)
    return 0


def is_corpus(options: Options, output: str) -> bool:
    """Whether there are several compilations, or may be, or an address is named."""
    names = options.inputs
    return len(names) > 1 or os.path.isdir(names[0]) or any(map(is_address, (*names, output)))


def refuse_corpus_options(options: Options) -> None:
    """Raises UsageError for options that one compilation alone has no use for."""
    given = {
        "--scheduler": options.scheduler is not None,
        "--resume": options.resume,
        "--redo": options.redo,
        "--prune": options.prune,
        "--strict": options.strict,
    }
    for name in (name for name, asked in given.items() if asked):
        raise UsageError(
            Text(f"{name} 用于几份汇编", f"{name} is for several compilations"),
            todo=Text("请去掉它，或给出文件夹", "leave it out, or name a directory"),
        )


def configuration_of(options: Options) -> Configured:
    """What some options and the configuration files say together. Raises UsageError."""
    return Configured(
        options.config, options.isolated, profile=options.profile, encoding=options.encoding
    )


def files(source: Input) -> Iterator[tuple[str, bytes]]:
    """The files of a compilation, by name: a text a report, then the manifest. Every character of
    the compilation is in a text, or in the manifest among what was removed."""
    entries = []
    for number, document in enumerate(source.documents, 1):
        name = f"{number:02d}-{safe_name(document.name)}.txt"
        entries.append(_entry(document, name))
        yield name, render(document, AS_STATED)
    told = source.name if source.name == STDIN else os.path.basename(source.name)
    manifest = {"source": told, "reports": entries}
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    yield MANIFEST, text.encode("utf-8", "surrogatepass")


def _entry(document: Document, file: str) -> dict[str, Any]:
    """A report's entry: lines are those of the compilation, 1-based and inclusive."""
    lines = [line for _, node in walk.nodes(document) for line in (node.line, *_further(node))]
    return {
        "file": file,
        "title": document.title.text if document.title else None,
        "first_line": min(lines, default=1),
        "last_line": max(lines, default=1),
        "encoding": document.encoding,
        "removed": [
            {"line": r.line, "column": r.column, "text": r.text, "reason": r.reason}
            for r in document.removed
        ],
    }


def _further(node: Any) -> list[int]:
    return [item.line for item in node.breaks]
