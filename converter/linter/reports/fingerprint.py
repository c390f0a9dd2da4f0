"""Names for findings that last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from converter.findings import Finding
from converter.linter.reports.paths import relative
from converter.linter.reports.report import Report


def fingerprints(report: Report) -> Iterator[tuple[Finding, str]]:
    """The findings, each with a name that outlives edits elsewhere in its file: rule, file, text at
    fault, and which of several alike it is."""
    several = _several(report)
    seen: Counter[tuple[str, str, str]] = Counter()
    for item in report.inputs:
        path = relative(item.path)
        if path not in several:
            seen = Counter({key: count for key, count in seen.items() if key[1] in several})
        for finding in item.findings:
            key = (finding.code, path, finding.excerpt)
            name = sha256("\0".join([*key, str(seen[key])]).encode("utf-8", "surrogatepass"))
            seen[key] += 1
            yield finding, name.hexdigest()[:32]


def _several(report: Report) -> set[str]:
    """The files that were given several times."""
    seen: set[int] = set()  # the hashes of 22,000 paths take 2 MB
    several = set()
    for path in map(relative, report.paths()):
        if hash(path) in seen:
            several.add(path)
        seen.add(hash(path))
    return several
