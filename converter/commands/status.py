"""The state of an output folder: its jobs, and what has become of each input."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from converter import __version__
from converter.bilingual import Lang
from converter.corpus.places import place_of
from converter.corpus.reading import is_running, newest, opened
from converter.corpus.standing import Item, Standing, standing
from converter.findings import Severity
from converter.output import write_stdout
from converter.record import record


@record(kw_only=True)
class Options:
    """What a call of ``status`` asks for; the names are those of its options. ``job`` None: all."""

    output: str
    format_name: str = "text"
    job: int | None = None
    failed: bool = False
    every: bool = False
    lang: Lang = "zh"


def run(options: Options) -> int:
    """Tells how the jobs of an output folder stand. Raises ConverterError."""
    place = place_of(options.output)
    with opened(place) as manifest:
        chosen = newest(manifest, place, options.job)
        running = is_running(place)
        jobs = manifest.jobs() if options.job is None else [chosen]
        # All is read before anything is written: a run must not wait for who reads this.
        standings = [standing(manifest, job, running) for job in jobs]
    if options.format_name == "json":
        text = _json(standings, options)
    else:
        from converter.commands.status_text import rendered

        text = rendered(standings, options)
    write_stdout(text.encode("utf-8", "surrogatepass"))
    return 0


def _json(standings: list[Standing], options: Options) -> str:
    told = {"version": __version__, "jobs": [_job(item, options) for item in standings]}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _job(standing: Standing, options: Options) -> dict[str, Any]:
    job = standing.job
    items = [item for item in standing.items if item.state == "failed" or not options.failed]
    states = ("done", "failed", "gone", "pending")
    return {
        "id": job.id,
        "command": job.command,
        "format": job.format,
        "inputs": list(job.inputs),
        "options": json.loads(job.options),
        "version": job.version,
        "started": job.started,
        "finished": job.finished,
        "state": standing.state,
        "summary": {
            "inputs": len(standing.items),
            **{state: standing.count(state) for state in states},
            "reports": standing.reports,
            "checked": standing.checked,
            "findings": _findings(standing.findings),
            "size": sum(item.input.size for item in standing.items),
            "seconds": round(sum(item.input.seconds for item in standing.items), 6),
        },
        "rows": [_row(item, options.lang) for item in items],
    }


def _findings(found: Counter[str] | None) -> dict[str, int] | None:
    return None if found is None else {str(severity): found[severity] for severity in Severity}


def _row(item: Item, lang: Lang) -> dict[str, Any]:
    recorded = item.input
    return {
        "input": recorded.name,
        "state": item.state,
        "hash": recorded.hash,
        "size": recorded.size,
        "seconds": recorded.seconds,
        "at": recorded.at,
        "reports": item.reports,
        "outputs": recorded.outputs,
        "findings": _findings(item.findings),
        "error": item.error.get(lang) if item.error else None,
    }
