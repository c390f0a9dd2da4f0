"""Splitting a compilation into one clean text a report, with a manifest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from converter.bilingual import Lang, Text
from converter.commands.configured import Configured
from converter.commands.progress import say
from converter.errors import UsageError
from converter.inputs import LARGEST, fetch, parse
from converter.model import walk
from converter.model.nodes import Document
from converter.output import write
from converter.record import record
from converter.targets import Folder

MANIFEST = "manifest.json"


@record(kw_only=True)
class Options:
    """What a call of ``split`` asks for; the names are those of its options."""

    compilation: str
    output: str | None = None
    profile: str | None = None
    encoding: str | None = None
    max_size: int = LARGEST
    config: str | None = None
    isolated: bool = False
    lang: Lang = "zh"


def run(options: Options) -> int:
    """Splits a compilation and returns the exit code. Raises ConverterError."""
    if options.output is None:
        raise UsageError(
            Text("缺少选项 -o：放结果的文件夹", "-o, the output directory, is missing")
        )
    configured = Configured(
        options.config, options.isolated, profile=options.profile, encoding=options.encoding
    )
    source = parse(
        options.compilation,
        fetch(options.compilation, options.max_size),
        *configured.reading(options.compilation),
    )
    folder = Path(options.output)
    target = Folder("txt", folder)
    entries = []
    for document in source.documents:
        place = target.put(document, source.name)
        entries.append(_entry(document, Path(place).name))
        say(place)
    manifest = {"source": Path(options.compilation).name, "reports": entries}
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    write(folder / MANIFEST, text.encode("utf-8", "surrogatepass"))
    return 0


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
