"""The picture of a corpus as JSON, with every report in it."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from converter import __version__
from converter.bilingual import Lang
from converter.corpus.manifest import Job
from converter.corpus.picture.counting import Counts, Line, Parts, Picture
from converter.corpus.picture.names import Names
from converter.corpus.picture.order import by_findings, by_year, rules_by_findings
from converter.findings import Severity


def render(picture: Picture, job: Job, names: Names, lang: Lang) -> str:
    """The picture as one JSON object; of what was counted, the most first."""
    told = {
        "version": __version__,
        "job": described(job),
        "summary": {
            "inputs": picture.inputs,
            "failed": len(picture.failed),
            "unchecked": len(picture.unchecked),
            **_counts(picture.total),
        },
        "kinds": [
            {
                "kind": kind.id,
                "name": names.kind(kind.id).get(lang),
                **_counts(kind),
                "parts": _parts(kind, names.columns(kind), kind.id, names, lang),
            }
            for kind in sorted(picture.kinds.values(), key=lambda kind: (-kind.reports, kind.id))
        ],
        "rules": [
            {
                "code": rule.code,
                "name": rule.name,
                "findings": rule.findings,
                **_severities(rule.severities),
                "reports": rule.reports,
            }
            for rule in rules_by_findings(picture)
        ],
        "organizations": [
            {"organization": name, **_counts(counts)}
            for name, counts in by_findings(picture.organizations)
        ],
        "years": [{"year": year, **_counts(counts)} for year, counts in by_year(picture)],
        "failed": [_reason(name, error, lang) for name, error in picture.failed],
        "unchecked": [_reason(name, error, lang) for name, error in picture.unchecked],
        "reports": [_line(line) for line in picture.lines],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def described(job: Job) -> dict[str, Any]:
    """A job as a JSON object."""
    return {
        "id": job.id,
        "command": job.command,
        "format": job.format,
        "inputs": list(job.inputs),
        "options": json.loads(job.options),
        "version": job.version,
        "started": job.started,
        "finished": job.finished,
    }


def _severities(severities: Counter[str]) -> dict[str, int]:
    return {str(severity): severities[severity] for severity in Severity}


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "reports": counts.reports,
        "complete": counts.complete,
        "checked": counts.checked,
        "with_findings": counts.found_in,
        "findings": counts.findings,
        **_severities(counts.severities),
    }


def _parts(
    parts: Parts, columns: list[str], kind: str, names: Names, lang: Lang
) -> list[dict[str, Any]]:
    return [
        {
            "part": part,
            "name": names.part(kind, part).get(lang),
            "there": parts.there[part],
            "missing": parts.missing[part],
        }
        for part in columns
    ]


def _reason(name: str, error: Any, lang: Lang) -> dict[str, str | None]:
    return {"input": name, "error": error.get(lang) if error else None}


def _line(line: Line) -> dict[str, Any]:
    row = line.row
    return {
        "input": line.input,
        "nth": row.nth,
        "title": row.title,
        "organization": row.organization,
        "reported": row.reported,
        "planned": row.planned,
        "kind": row.kind,
        "parts": list(row.parts),
        "missing": list(row.missing),
        "findings": None if line.findings is None else _severities(line.findings),
    }
