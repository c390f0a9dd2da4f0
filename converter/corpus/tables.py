"""A corpus as three tables, for those who analyse: one row a report, a section, a finding.

The rows of an input are plain values; :data:`TABLES` says what the columns are, and the writer of
a file format goes by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from converter.corpus.outcome import Row
from converter.findings import Finding
from converter.model import walk
from converter.model.nodes import Document, Paragraph, Section
from converter.record import record

Value: TypeAlias = str | int | bool | tuple[str, ...] | None
Rows: TypeAlias = dict[str, list[tuple[Value, ...]]]
"""Name of a table → its rows."""


@record
class Column:
    """A column: its name, the type of its values (``text``, ``number``, ``flag``, ``texts``), and
    what it says."""

    name: str
    type: str
    about: str


_KEY = (
    Column("input", "text", "稿件"),
    Column("report", "number", "稿件里的第几份报告，从 1 起"),
)
TABLES: dict[str, tuple[Column, ...]] = {
    "reports": (
        *_KEY,
        Column("title", "text", "标题"),
        Column("organization", "text", "单位"),
        Column("reported", "number", "总结的年份"),
        Column("planned", "number", "计划的年份"),
        Column("kind", "text", "报告类型"),
        Column("parts", "texts", "有的部分"),
        Column("missing", "texts", "缺的部分"),
        Column("signature", "text", "署名"),
        Column("date", "text", "成文日期，ISO 8601"),
        Column("sections", "number", "各级标题领起的部分有多少"),
        Column("characters", "number", "非空白字符数"),
        Column("removed", "number", "删去的残留有多少处"),
        Column("errors", "number", "错误有多少处"),
        Column("warnings", "number", "警告有多少处"),
        Column("infos", "number", "提示有多少处"),
        Column("encoding", "text", "稿件的编码"),
    ),
    "sections": (
        *_KEY,
        Column("path", "text", "在 JSON 里的位置"),
        Column("level", "number", "层次，1 到 5"),
        Column("roles", "texts", "作用（一级）；下级是它所在的一级的"),
        Column("number", "text", "序号，照原样"),
        Column("value", "number", "序号的数值"),
        Column("heading", "text", "标题"),
        Column("run_in", "flag", "是否段首标题"),
        Column("line", "number", "行，从 1 起"),
        Column("points", "number", "直属段落里列举了几项"),
        Column("characters", "number", "非空白字符数，连同下级"),
        Column("text", "text", "直属段落的文字，一段一行"),
    ),
    "findings": (
        *_KEY,
        Column("code", "text", "规则编号"),
        Column("name", "text", "规则名称"),
        Column("severity", "text", "级别"),
        Column("line", "number", "行，从 1 起"),
        Column("column", "number", "列，从 1 起"),
        Column("end_line", "number", "止于哪一行"),
        Column("end_column", "number", "止于哪一列之前"),
        Column("message", "text", "说明"),
        Column("excerpt", "text", "原文"),
        Column("fixable", "text", "能否修改：safe、unsafe 或空"),
    ),
}


def rows_of(
    name: str, documents: tuple[Document, ...], reports: list[Row], groups: list[list[Finding]]
) -> Rows:
    """The rows of an input: ``reports`` are its reports as the manifest has them, ``groups`` the
    findings in each."""
    rows: Rows = {table: [] for table in TABLES}
    for document, report, findings in zip(documents, reports, groups, strict=True):
        key = (name, report.nth)
        rows["reports"].append((*key, *_report(document, report, findings)))
        rows["sections"] += [(*key, *section) for section in _sections(document)]
        rows["findings"] += [(*key, *_finding(finding)) for finding in findings]
    return rows


def _report(document: Document, row: Row, findings: list[Finding]) -> Iterator[Value]:
    severities = [str(finding.severity) for finding in findings]
    yield from (row.title, row.organization, row.reported, row.planned, row.kind)
    yield from (row.parts, row.missing)
    yield document.signature.text if document.signature else None
    yield document.date.value if document.date else None
    yield sum(isinstance(node, Section) for _, node in walk.nodes(document))
    yield sum(_characters(line) for line in walk.lines(document))
    yield len(document.removed)
    yield from (severities.count(severity) for severity in ("error", "warning", "info"))
    yield document.encoding


def _sections(document: Document) -> Iterator[tuple[Value, ...]]:
    for index, section in enumerate(document.sections):
        yield from _section(section, f"sections[{index}]", section.roles)


def _section(section: Section, path: str, roles: tuple[str, ...]) -> Iterator[tuple[Value, ...]]:
    own = [block for block in section.content if isinstance(block, Paragraph)]
    yield (
        *(path, section.level, roles),
        *((section.number.text, section.number.value) if section.number else (None, None)),
        *(section.heading, section.run_in, section.line),
        sum(len(paragraph.points) for paragraph in own),
        _extent(section),
        "\n".join(paragraph.text for paragraph in own),
    )
    for index, block in enumerate(section.content):
        if isinstance(block, Section):
            yield from _section(block, f"{path}.content[{index}]", roles)


def _extent(block: Section | Paragraph) -> int:
    """The non-blank characters of a block with all that is in it."""
    if isinstance(block, Paragraph):
        return _characters(block.text)
    return _characters(block.opening) + sum(_extent(inner) for inner in block.content)


def _characters(text: str) -> int:
    return len("".join(text.split()))


def _finding(finding: Finding) -> tuple[Value, ...]:
    fix = finding.fix
    return (
        *(finding.code, finding.name, str(finding.severity)),
        *(finding.line, finding.column, finding.end_line, finding.end_column),
        *(finding.message, finding.excerpt),
        ("safe" if fix.safe else "unsafe") if fix else None,
    )
