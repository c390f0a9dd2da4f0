"""``gongwen split``: a compilation into one clean text a report, with a manifest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from converter.bilingual import Lang
from converter.cli.configured import Configured
from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.cli.options import output_option, reading_options
from converter.cli.progress import say
from converter.inputs import fetch, parse
from converter.model import walk
from converter.model.nodes import Document
from converter.output import write
from converter.targets import Folder

MANIFEST = "manifest.json"


@click.command("split", cls=Command)
@click.argument("compilation", metavar="汇编")
@output_option("放结果的文件夹。")
@reading_options
@lang_option
def command(
    compilation: str,
    output: str | None,
    profile: str | None,
    encoding: str | None,
    max_size: int,
    config: str | None,
    isolated: bool,
    lang: Lang,
) -> int:
    """把汇编拆成一份份干净的文本，另写 manifest.json：标题、起止行、删去了什么、为什么。

    \b
    例：
      gongwen split 汇编.txt -o 各篇/
    """
    if output is None:
        raise click.UsageError("缺少选项 -o：放结果的文件夹" if lang == "zh" else "-o is required")
    configured = Configured(config, isolated, profile=profile, encoding=encoding)
    source = parse(compilation, fetch(compilation, max_size), *configured.reading(compilation))
    folder = Path(output)
    target = Folder("txt", folder)
    entries = []
    for document in source.documents:
        place = target.put(document, source.name)
        entries.append(_entry(document, Path(place).name))
        say(place)
    manifest = {"source": Path(compilation).name, "reports": entries}
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
