"""How right the linter is on labelled real reports: precision and recall, rule by rule.

``python -m tests.corpus.quality [RULE…]`` prints the table and, for the rules named, each false
alarm and each miss; ``--write`` keeps the table in docs/quality.md.

A finding matches a label when the rule's name and the line agree; what is said of a whole report
(missing-…) matches whatever its line. Recall counts the labels that must be reported, precision the
findings of severity error and warning, which are right when a label says that they must or may be
reported.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from converter.findings import Finding, Severity
from converter.inputs import parse, source_of
from converter.linter.registry import all_rules
from converter.linter.ruleset import standard
from converter.linting import findings_in
from converter.profiles.choice import Choice
from tests.tools.places import ROOT

PAGE = ROOT / "docs" / "quality.md"
CORPUS = ROOT.parent / "shared" / "corpus"
WHOLE = {
    *("missing-title", "missing-lead", "missing-summary", "missing-problems", "missing-plan"),
    *("missing-signature", "missing-date", "profile-part-missing"),
}
"""Rules that speak of a whole report."""
ALIASES = {
    "redundant-approx": "redundant-approximation",
    "enumeration-sep-mixed": "enumeration-separator-mixed",
    "missing-terminal-punct": "missing-terminal-punctuation",
    "evasion-deleted": "deleted-word",
    "punctuation-dunhao": "pause-mark-between-marks",
    "punctuation-dash": "dash-ellipsis-form",
    "heading-style-mixed": "heading-layout-mixed",
}
"""Labels whose rule is named otherwise in the catalogue."""


class Place(NamedTuple):
    """What a label and a finding must agree in."""

    report: str
    rule: str
    line: int


class Score(NamedTuple):
    """How a set of labelled reports was judged: findings that count for precision, the right ones
    among them, labels that must be reported, those that were."""

    wrong: list[Finding]
    right: list[Finding]
    missed: list[Place]
    found: list[Place]

    @property
    def precision(self) -> float:
        """The share of errors and warnings that are right."""
        return _share(len(self.right), len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of the labels that must be reported and are."""
        return _share(len(self.found), len(self.found) + len(self.missed))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _place(report: str, rule: str, line: int) -> Place:
    name = ALIASES.get(rule, rule)
    return Place(report, name, 0 if name in WHOLE else line)


def labels(path: Path, wanted: set[str]) -> Iterator[Place]:
    """The places of a report's labels whose ``expect`` is among those wanted."""
    for label in json.loads(path.read_text("utf-8")):
        if label["expect"] in wanted:
            for line in label.get("lines") or [label["line"]]:
                yield _place(path.stem, label["rule"], line)


def findings(path: Path) -> list[Finding]:
    """What the linter says of one file, with the rules that are on by default."""
    data = path.read_bytes()
    documents = parse(str(path), data, Choice()).documents
    source = source_of(str(path), data)
    return findings_in(documents, Choice(), standard(), str(path), source=source)


def score(corpus: Path) -> Score:
    """The linter's judgement of every labelled report, against the labels."""
    result = Score([], [], [], [])
    for path in sorted(corpus.glob("gaps/*.json")):
        must = set(labels(path, {"must_report"}))
        allowed = must | set(labels(path, {"may_report"}))
        found = findings(corpus / "reports" / f"{path.stem}.txt")
        places = {_place(path.stem, finding.name, finding.line) for finding in found}
        result.found.extend(sorted(must & places))
        result.missed.extend(sorted(must - places))
        for finding in found:
            if finding.severity != Severity.INFO:
                right = _place(path.stem, finding.name, finding.line) in allowed
                (result.right if right else result.wrong).append(finding)
    return result


def rows(result: Score) -> Iterator[tuple[str, int, int, int, int]]:
    """Of each rule that speaks or should: its name, errors and warnings, the right ones, labels
    that must be reported, the found ones."""
    right = Counter(finding.name for finding in result.right)
    wrong = Counter(finding.name for finding in result.wrong)
    found = Counter(place.rule for place in result.found)
    missed = Counter(place.rule for place in result.missed)
    codes = {rule.name: rule.code for rule in all_rules()}
    names = {*right, *wrong, *found, *missed}
    for name in sorted(names, key=lambda name: codes.get(name, "?" + name)):
        yield (
            f"{codes.get(name, '—')} {name}",
            right[name] + wrong[name],
            right[name],
            found[name] + missed[name],
            found[name],
        )


def table(result: Score) -> str:
    """The figures as a Markdown table, the sum below."""
    lines = [
        "| 规则 | 错误和警告 | 其中对的 | 准确率 | 应报 | 报了 | 召回率 |",
        "|---|" + "---:|" * 6,
    ]
    everything = [*rows(result)]
    columns = [*zip(*(row[1:] for row in everything), strict=True)] or [()] * 4
    total = ("**合计**", *(sum(column) for column in columns))
    for name, *counts in [*everything, total]:
        flagged, right, due, found = counts
        precision = f"{right / flagged:.2f}" if flagged else "—"
        recall = f"{found / due:.2f}" if due else "—"
        lines.append(f"| {name} | {flagged} | {right} | {precision} | {due} | {found} | {recall} |")
    return "\n".join(lines) + "\n"


def page(result: Score, reports: int) -> str:
    """docs/quality.md."""
    return f"""# 检查准不准 Quality of the linter

由 `make quality` 生成。用 {reports} 份真实报告的人工标注来量（报告不在本项目里）：
规则名和所在行都与标注相符才算对。准确率只算错误和警告，标注为“应报”或“可报”的算对；召回率只算标注为“应报”的。

Made by `make quality` on {reports} real reports labelled by hand (not part of the
project). Precision counts errors and warnings, recall the labels that must be reported.

{table(result)}"""


def main(arguments: list[str]) -> int:
    """Prints the table; see the module."""
    if not CORPUS.is_dir():
        print("没有标注过的报告可量（../shared/corpus）", file=sys.stderr)
        return 2
    result = score(CORPUS)
    print(table(result))
    for name in (argument for argument in arguments if not argument.startswith("-")):
        for finding in result.wrong:
            if name in (finding.name, finding.code, "all"):
                print(
                    f"误报 {Path(finding.path).stem}:{finding.line}:{finding.column} "
                    f"{finding.name} {finding.message} | {finding.excerpt}"
                )
        for place in result.missed:
            if name in (place.rule, "all"):
                print(f"漏报 {place.report}:{place.line} {place.rule}")
    if "--write" in arguments:
        PAGE.write_text(page(result, len([*CORPUS.glob("gaps/*.json")])), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
