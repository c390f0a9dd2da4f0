"""The functions a program calls: parse, validate, lint, check, render."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from converter.bilingual import Lang, Text
from converter.errors import InputError, UsageError
from converter.findings import Finding
from converter.inputs import STDIN
from converter.inputs import parse as parse_input
from converter.model.codec import to_json
from converter.model.nodes import Document
from converter.profiles.choice import choice
from converter.record import replace
from converter.writers import FORMATS, Setting

if TYPE_CHECKING:
    from converter.linter.ruleset import Ruleset
    from converter.metadata.statement import Statement
    from converter.schema.validate import Violation


def parse(
    draft: str | bytes,
    *,
    profile: str | None = None,
    encoding: str | None = None,
    metadata: Mapping[str, object] | None = None,
) -> tuple[Document, ...]:
    """The reports in a draft: text, bytes of a text or a Word file, or gongwen's own JSON.

    ``metadata`` states elements by their Chinese or English names (``{"密级": "机密"}``); it
    counts more than the metadata block of the draft. Raises InputError when there is no report
    text in it, MetadataError for metadata that are not right.
    """
    data = draft.encode("utf-8", "surrogatepass") if isinstance(draft, str) else draft
    codec = "utf-8" if isinstance(draft, str) else encoding
    return parse_input("-", data, choice(profile), codec, _stated(metadata)).documents


def _stated(metadata: Mapping[str, object] | None) -> Statement | None:
    if not metadata:
        return None
    from converter.metadata.statement import from_mapping

    return from_mapping(metadata)


def validate(
    document: Document, *, profile: str | None = None, lang: Lang = "zh"
) -> list[Violation]:
    """What the profile's JSON Schema does not allow in the document; empty when it is valid."""
    from converter.schema.validate import violations

    return violations(to_json(document), profile or document.profile, lang)


def lint(
    document: Document,
    *,
    profile: str | None = None,
    config: str | None = None,
    ruleset: Ruleset | None = None,
    source: str | None = None,
    path: str = "-",
    lang: Lang = "zh",
) -> list[Finding]:
    """The findings in the document, by line, column and code; those that comments in its text
    silence are left out.

    ``config`` is the path of a configuration file; without it every rule runs that is on by
    default, and no file is looked for. ``ruleset`` counts more than the rules it selects.
    ``source`` is the text that the document was read from: a few rules look at its lines. ``path``
    stands in the findings. Raises ConfigurationError, ProfileError.
    """
    from converter.configuration import Finder, command_line
    from converter.linter.engine import check
    from converter.linter.subject import Subject
    from converter.source.text import SourceText

    finder = Finder(config, isolated=config is None, above=command_line(profile=profile))
    configuration = finder.of(path)
    rules = ruleset or configuration.ruleset
    text = None if source is None else SourceText(source.removeprefix("\ufeff"), "utf-8")
    held = configuration.choice.held(document)
    return check(Subject(document, held, text, values=rules.values), rules, path, lang)


def check(
    data: bytes,
    *,
    layout: str | None = None,
    profile: str | None = None,
    config: str | None = None,
    path: str = "-",
    lang: Lang = "zh",
) -> list[Finding]:
    """The findings in a Word file (.docx): in its look, held against a layout, and in its text, by
    line, column and code. Lines are those of the text that is read from it; a finding's
    ``paragraph`` counts the paragraphs of the file.

    ``layout`` is the name of a layout or the path of a layout file; without it the one that the
    file seems to be set in counts. ``config`` and ``path`` are as for :func:`lint`. Raises
    InputError when it is no Word file or holds no report, LayoutError, ConfigurationError,
    ProfileError.
    """
    from converter.configuration import Finder, command_line
    from converter.inputs import word_of
    from converter.layout.house import load as load_layout
    from converter.linting import findings_in_form, form_of

    finder = Finder(config, isolated=config is None, above=command_line(profile=profile), asked="F")
    configuration = finder.of(path)
    word = word_of(path, data)
    if word is None:
        raise InputError(Text("不是 Word 文件", "not a Word file"), path)
    documents = parse_input(path, data, configuration.choice).documents
    form = form_of(word, documents, load_layout(layout) if layout is not None else None)
    return findings_in_form(form, configuration.choice, configuration.ruleset, path, lang)


def render(
    document: Document,
    format_name: str = "docx",
    *,
    layout: str | None = None,
    folder: Path | None = None,
    draft: bytes | None = None,
) -> bytes:
    """The document in an output format (docx, pdf, html, json, jsonl, txt, md).

    ``layout`` is the name of a layout or the path of a layout file, for formats with pages; without
    it counts what the metadata say. ``folder`` is where the paths of pictures start, and that of a
    layout file that the metadata name; without it the current folder. ``draft`` is the Word file
    that :func:`parse` read the document from: its pictures are in it. Raises UsageError for an
    unknown format, ConverterError for a wrong layout or an unusable picture.
    """
    if format_name not in FORMATS:
        raise UsageError(Text(f"没有这种格式：{format_name}", f"no such format: {format_name}"))
    setting = Setting(folder=folder)
    if draft is not None:
        from converter.composition.subject import Draft

        setting = replace(setting, draft=Draft(STDIN, draft))
    if layout is not None and FORMATS[format_name].paged:
        from converter.layout.house import load as load_layout

        setting = replace(setting, layout=load_layout(layout))
    return FORMATS[format_name].renderer()(document, setting)
