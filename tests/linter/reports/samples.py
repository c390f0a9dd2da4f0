"""Reports on made-up drafts."""

from __future__ import annotations

from converter.bilingual import Lang
from converter.findings import Edit, Finding, Fix, Severity
from converter.inputs import parse, source_of
from converter.linter.reports import Report
from converter.linter.rules._examples import draft
from converter.linter.ruleset import standard
from converter.linting import findings_in
from converter.profiles.choice import Choice
from tests.tools.places import FIXTURES

BAD = draft(
    summary="一、2024年工作总结\n1.供水。投资XX万元。\n2、节水。投资XX万元。\n4.防汛。平安。",
    problems="",
)
GOOD = draft()


def checked(*inputs: tuple[str, str | bytes], lang: Lang = "zh", colour: bool = False) -> Report:
    """The report on inputs, each a name and a text."""
    report = Report(lang, colour=colour)
    choice = Choice()
    for name, text in inputs:
        data = text.encode("utf-8") if isinstance(text, str) else text
        item = parse(name, data, choice)
        source = source_of(name, data)
        found = findings_in(item.documents, choice, standard(), name, lang, source)
        report.add(name, item.documents, found, choice, source)
    return report


def stated(text: str, *findings: Finding, colour: bool = False) -> Report:
    """The report with given findings on one text, whatever the rules say of it."""
    report = Report(colour=colour)
    data = text.encode("utf-8", "surrogatepass")
    documents = parse("稿.txt", data, Choice(), "utf-8").documents
    report.add("稿.txt", documents, list(findings), Choice(), source_of("稿.txt", data, "utf-8"))
    return report


def finding(
    line: int,
    column: int,
    end_column: int,
    *,
    code: str = "R601",
    severity: Severity = Severity.WARNING,
    message: str = "有错",
    put: str | None = None,
    end_line: int | None = None,
    safe: bool = True,
) -> Finding:
    """A finding; with ``put``, the fix that writes it for the span."""
    end_line = end_line or line
    fix = Fix(safe, (Edit(line, column, end_line, end_column, put),)) if put is not None else None
    return Finding(
        code,
        "placeholder",
        severity,
        message,
        "稿.txt",
        line,
        column,
        end_line,
        end_column,
        "",
        fix,
        "",
    )


def fixture_reports() -> Report:
    """The report on the compilation and on every sample report."""
    paths = [FIXTURES / "compilation.txt", *sorted((FIXTURES / "reports").glob("*.txt"))]
    return checked(*((path.relative_to(FIXTURES).as_posix(), path.read_bytes()) for path in paths))
