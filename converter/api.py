"""The functions a program calls: parse, validate, lint, render."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.bilingual import Lang, Text
from converter.errors import UsageError
from converter.findings import Finding
from converter.inputs import parse as parse_input
from converter.model.codec import to_json
from converter.model.nodes import Document
from converter.profiles import DEFAULT, load
from converter.writers import FORMATS

if TYPE_CHECKING:
    from converter.schema.validate import Violation


def parse(
    draft: str | bytes, *, profile: str = DEFAULT, encoding: str | None = None
) -> tuple[Document, ...]:
    """The reports in a draft: text, bytes of a text file, or gongwen's own JSON.

    Raises InputError when there is no report text in it.
    """
    data = draft.encode("utf-8", "surrogatepass") if isinstance(draft, str) else draft
    codec = "utf-8" if isinstance(draft, str) else encoding
    return parse_input("-", data, load(profile), codec).documents


def validate(document: Document, *, profile: str = DEFAULT, lang: Lang = "zh") -> list[Violation]:
    """What the profile's JSON Schema does not allow in the document; empty when it is valid."""
    from converter.schema.validate import violations

    return violations(to_json(document), profile, lang)


def lint(
    document: Document, *, profile: str = DEFAULT, path: str = "-", lang: Lang = "zh"
) -> list[Finding]:
    """The findings of all rules in the document, by line, column and code."""
    from converter.linter.engine import check
    from converter.linter.registry import all_rules

    return check(document, load(profile), all_rules(), path, lang)


def render(document: Document, format_name: str = "docx") -> bytes:
    """The document in an output format (docx, json, jsonl, txt).

    Raises UsageError for an unknown format.
    """
    if format_name not in FORMATS:
        raise UsageError(Text(f"没有这种格式：{format_name}", f"no such format: {format_name}"))
    return FORMATS[format_name].renderer()(document)
