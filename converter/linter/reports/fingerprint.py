"""Names for findings that last."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from converter.findings import Finding
from converter.linter.reports.paths import relative


def fingerprints(findings: list[Finding]) -> list[str]:
    """A name for each finding that outlives edits elsewhere in its file: rule, file, text at
    fault, and which of several alike it is."""
    seen: Counter[tuple[str, str, str]] = Counter()
    names = []
    for finding in findings:
        key = (finding.code, relative(finding.path), finding.excerpt)
        names.append(sha256("\0".join([*key, str(seen[key])]).encode("utf-8", "surrogatepass")))
        seen[key] += 1
    return [name.hexdigest()[:32] for name in names]
