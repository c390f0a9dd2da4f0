"""The manifest of an output folder: every input, what became of it, and what was made of it.

An SQLite file, so that a run that is killed leaves it whole, and any program can read it. What is
recorded for an input is recorded in one transaction, before its outputs get their names: of a file
that is there the manifest knows, and one that is not there as recorded is made again. What an
output was before stays recorded, too (``former``), until its file has been replaced or removed.

Names and paths are text; one that is no Unicode, as file systems have them, is its bytes.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from converter.bilingual import Text
from converter.corpus.outcome import FAILED, SAME, Known, Noted, Outcome, Row
from converter.errors import OutputError
from converter.record import record

FILE = "manifest.sqlite"
_LAYOUT = 1
"""The version of the tables."""
_PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""
_CACHE = 512
"""KiB of the file that are held in memory."""
_TABLES = """
create table job (
    id integer primary key,
    command text not null,          -- convert, split
    format text not null,           -- docx, json, …
    inputs text not null,           -- as absolute paths or addresses, JSON
    options text not null,          -- as given, JSON
    version text not null,          -- of gongwen
    started text not null,          -- UTC, ISO 8601
    finished text,                  -- null while it runs, and if it was broken off
    last integer not null default 0,    -- the highest number that an output was given
    unique (command, format, inputs)
);
create table input (
    id integer primary key,
    job integer not null references job (id),
    name text not null,             -- absolute path or address
    run text not null,              -- the job's started when it was last seen
    state text not null,            -- done, failed
    hash text not null,             -- SHA-256
    size integer not null,          -- bytes
    fingerprint text not null,      -- of options, version and the files they name
    depends text not null,          -- other files that went in: [[path, hash], …]
    linted integer not null,        -- whether findings were looked for
    seconds real not null,
    at text not null,               -- UTC, ISO 8601
    error_zh text, error_en text,
    unique (job, name)
);
create table output (
    input integer not null references input (id),
    job integer not null,
    path text not null,             -- in the output folder
    number integer,                 -- that its name begins with
    hash text not null,
    size integer not null,
    primary key (job, path)
);
create index output_of on output (input);
create table former (               -- outputs as they were, until their files are gone
    job integer not null references job (id),
    path text not null,
    hash text not null,
    primary key (job, path, hash)
) without rowid;
create table report (
    input integer not null references input (id),
    nth integer not null,           -- from 1
    title text not null,
    organization text,
    reported integer,               -- year
    planned integer,                -- year
    kind text not null,             -- the profile's id
    parts text not null,            -- ids of the parts that are there, JSON
    missing text not null,          -- ids of the parts that should be, JSON
    primary key (input, nth)
);
create table finding (
    input integer not null references input (id),
    report integer not null,
    code text not null,
    name text not null,
    severity text not null,
    line integer not null,          -- 1-based
    column integer not null,
    message text not null           -- in the language of the run
);
create index finding_of on finding (input);
"""


@record
class Job:
    """A job of an output folder: ``started`` and ``finished`` are UTC, ISO 8601; ``finished`` is
    None while it runs and when it was broken off."""

    id: int
    command: str
    format: str
    inputs: tuple[str, ...]
    options: str
    version: str
    started: str
    finished: str | None


@record
class Placed:
    """An output under its name: path in the output folder, the number it begins with (None where
    names have none), hash, size in bytes."""

    path: str
    number: int | None
    hash: str
    size: int


@record
class Entry:
    """What is recorded at once: an outcome, and its outputs under their names."""

    outcome: Outcome
    placed: tuple[Placed, ...] = ()


@record
class Recorded:
    """An input as recorded; ``at`` is UTC, ISO 8601."""

    id: int
    name: str
    state: str
    hash: str
    size: int
    linted: bool
    seconds: float
    at: str
    error: Text | None
    outputs: int
    findings: int


class Manifest:
    """The manifest in a file, which is made if it is not there.

    What opens or writes it raises OutputError when it is no manifest or cannot be written.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._base = _opened(self._path)

    def close(self) -> None:
        """Closes the file."""
        self._base.close()

    def jobs(self) -> list[Job]:
        """All jobs of this folder, the oldest first."""
        rows = self._base.execute(
            "select id, command, format, inputs, options, version, started, finished from job"
            " order by id"
        )
        return [
            Job(number, command, form, tuple(json.loads(_text(inputs))), _text(options), *rest)
            for number, command, form, inputs, options, *rest in rows
        ]

    def job(self, command: str, form: str, inputs: tuple[str, ...]) -> Job | None:
        """The job of a command, format and inputs."""
        wanted = (command, form, inputs)
        return next((j for j in self.jobs() if (j.command, j.format, j.inputs) == wanted), None)

    def begin(
        self, command: str, form: str, inputs: tuple[str, ...], options: str, version: str, now: str
    ) -> Job:
        """The job of this command, format and inputs, from now on running with these options."""
        key = (command, form, _stored(json.dumps(inputs, ensure_ascii=False)))
        with self._writing():
            self._base.execute(
                "insert into job (command, format, inputs, options, version, started)"
                " values (?, ?, ?, ?, ?, ?) on conflict (command, format, inputs) do update set"
                " options = excluded.options, version = excluded.version,"
                " started = excluded.started, finished = null",
                (*key, _stored(options), version, now),
            )
        job = self.job(command, form, inputs)
        if job is None:
            raise OutputError(Text("清单里少了一行", "the manifest lacks a row"), self._path)
        return job

    def restore(self, job: Job, former: Job | None) -> None:
        """Makes a job what it was before it was begun, since nothing came of it."""
        with self._writing():
            if former is None:
                self._base.execute("delete from job where id = ?", (job.id,))
            else:
                self._base.execute(
                    "update job set options = ?, version = ?, started = ?, finished = ?"
                    " where id = ?",
                    (former.options, former.version, former.started, former.finished, job.id),
                )

    def finish(self, job: Job, now: str) -> None:
        """Records that a job has come to its end."""
        with self._writing():
            self._base.execute("update job set finished = ? where id = ?", (now, job.id))

    def known(self, job: Job, name: str) -> Known | None:
        """What is recorded of an input; None for nothing, and for one that failed."""
        row = self._base.execute(
            "select id, hash, fingerprint, depends, linted from input"
            " where job = ? and name = ? and state != ?",
            (job.id, _stored(name), FAILED),
        ).fetchone()
        if row is None:
            return None
        files = self._base.execute(
            "select path, hash from output where input = ? order by path", (row[0],)
        )
        depends = tuple((path, hashed) for path, hashed in json.loads(_text(row[3])))
        return Known(row[1], row[2], tuple(files), depends, bool(row[4]))

    def placed(self, job: Job, name: str) -> list[Placed]:
        """The outputs of an input, by number."""
        rows = self._base.execute(
            "select path, output.number, output.hash, output.size from output"
            " join input on input.id = output.input"
            " where input.job = ? and input.name = ? order by output.number, path",
            (job.id, _stored(name)),
        )
        return [Placed(*row) for row in rows]

    def last_number(self, job: Job) -> int:
        """The highest number that the name of an output of this job ever began with, or of another
        of the same format, whose names would be the same; 0 for none. No number is given twice, so
        that a run that goes on gives those that it would have."""
        found = self._base.execute("select max(last) from job where format = ?", (job.format,))
        return int(found.fetchone()[0])

    def former(self, job: Job) -> dict[str, set[str]]:
        """The outputs of a job that were replaced or are no longer made, and whose files may still
        be there: path → hashes."""
        found: dict[str, set[str]] = {}
        rows = self._base.execute("select path, hash from former where job = ?", (job.id,))
        for path, hashed in rows:
            found.setdefault(path, set()).add(hashed)
        return found

    def folders(self) -> Iterator[str]:
        """The folders of the outputs of all jobs, some of them several times."""
        rows = self._base.execute("select path from output where path like '%/%'")
        return (path.rpartition("/")[0] for (path,) in rows)

    def outputs(self) -> frozenset[str]:
        """The paths of the outputs of all jobs, in the output folder."""
        return frozenset(path for (path,) in self._base.execute("select path from output"))

    def has_output(self, job: Job, path: str) -> bool:
        """Whether an input of a job gives an output of that path."""
        row = self._base.execute(
            "select 1 from output where job = ? and path = ?", (job.id, path)
        ).fetchone()
        return row is not None

    def record(
        self, job: Job, entries: Iterable[Entry], now: str, settled: Iterable[str] = ()
    ) -> None:
        """Records outcomes with the names of their outputs, all of them or none. ``settled`` are
        paths at which nothing of former outputs is left."""
        with self._writing():
            self._base.executemany(
                "delete from former where job = ? and path = ?", ((job.id, p) for p in settled)
            )
            last = 0
            for entry in entries:
                self._record(job, entry, now)
                last = max((last, *(placed.number or 0 for placed in entry.placed)))
            self._base.execute("update job set last = max(last, ?) where id = ?", (last, job.id))

    def _record(self, job: Job, entry: Entry, now: str) -> None:
        outcome, execute = entry.outcome, self._base.execute
        name = _stored(outcome.task.key)
        row = execute("select id from input where job = ? and name = ?", (job.id, name)).fetchone()
        if outcome.state == SAME:
            execute("update input set run = ? where id = ?", (job.started, row[0]))
            return
        if row is not None:
            execute(
                "insert or ignore into former select job, path, hash from output where input = ?",
                row,
            )
            self._drop([row[0]])
        made, error = outcome.made, outcome.error
        number = execute(
            "insert into input (job, name, run, state, hash, size, fingerprint, depends, linted,"
            " seconds, at, error_zh, error_en) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(job.id, name, job.started, outcome.state, outcome.hash, outcome.size),
                *(outcome.fingerprint, _stored(json.dumps(outcome.depends, ensure_ascii=False))),
                made is not None and made.findings is not None,
                *(round(outcome.seconds, 6), now),
                *((_stored(error.zh), _stored(error.en)) if error else (None, None)),
            ),
        ).lastrowid
        for placed in entry.placed:
            execute(
                "insert or replace into output values (?, ?, ?, ?, ?, ?)",
                (number, job.id, placed.path, placed.number, placed.hash, placed.size),
            )
            execute(
                "delete from former where job = ? and path = ? and hash = ?",
                (job.id, placed.path, placed.hash),
            )
        if made is not None and number is not None:
            self._describe(number, made.reports, made.findings or ())

    def _describe(self, number: int, reports: Iterable[Row], findings: Iterable[Noted]) -> None:
        self._base.executemany(
            "insert into report values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    *(number, row.nth, row.title, row.organization, row.reported, row.planned),
                    *(row.kind, json.dumps(row.parts), json.dumps(row.missing)),
                )
                for row in reports
            ),
        )
        self._base.executemany(
            "insert into finding values (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    *(number, item.report, item.code, item.name, item.severity),
                    *(item.line, item.column, item.message),
                )
                for item in findings
            ),
        )

    def record_findings(self, job: Job, found: Iterable[tuple[str, Iterable[Noted]]]) -> None:
        """Records the findings of inputs, by name, that had not been looked for."""
        with self._writing():
            for name, findings in found:
                (number,) = self._base.execute(
                    "select id from input where job = ? and name = ?", (job.id, _stored(name))
                ).fetchone()
                self._base.execute("delete from finding where input = ?", (number,))
                self._describe(number, (), findings)
                self._base.execute("update input set linted = 1 where id = ?", (number,))

    def severities(self, job: Job) -> set[str]:
        """How grave the findings are in the inputs that the running job has seen."""
        rows = self._base.execute(
            "select distinct severity from finding join input on input.id = finding.input"
            " where input.job = ? and input.run = ?",
            (job.id, job.started),
        )
        return {severity for (severity,) in rows}

    def gone(self, job: Job) -> list[str]:
        """The inputs that were there in an earlier run of the job, and are no longer."""
        rows = self._base.execute(
            "select name from input where job = ? and run != ? order by id", (job.id, job.started)
        )
        return [_text(name) for (name,) in rows]

    def drop(self, job: Job, names: Iterable[str]) -> None:
        """Forgets some inputs of a job."""
        with self._writing():
            for name in names:
                row = self._base.execute(
                    "select id from input where job = ? and name = ?", (job.id, _stored(name))
                ).fetchone()
                self._drop([row[0]])

    def _drop(self, inputs: list[int]) -> None:
        for number in inputs:
            for table in ("finding", "report", "output"):
                self._base.execute(f"delete from {table} where input = ?", (number,))
            self._base.execute("delete from input where id = ?", (number,))

    def inputs(self, job: Job) -> Iterator[Recorded]:
        """What is recorded of each input of a job, in the order in which they were done."""
        rows = self._base.execute(
            "select id, name, state, hash, size, linted, seconds, at, error_zh, error_en,"
            " (select count(*) from output where output.input = input.id),"
            " (select count(*) from finding where finding.input = input.id)"
            " from input where job = ? order by id",
            (job.id,),
        )
        for number, name, state, hashed, size, linted, seconds, at, zh, en, *counts in rows:
            error = None if zh is None else Text(_text(zh), _text(en))
            own = (number, _text(name), state, hashed, size, bool(linted), seconds, at)
            yield Recorded(*own, error, *counts)

    def reports(self, job: Job) -> Iterator[tuple[str, Row]]:
        """The reports of a job, each with the name of its input."""
        rows = self._base.execute(
            "select input.name, nth, title, organization, reported, planned, kind, parts, missing"
            " from report join input on input.id = report.input where input.job = ?"
            " order by input.id, nth",
            (job.id,),
        )
        for name, nth, title, organization, reported, planned, kind, parts, missing in rows:
            own = (nth, title, organization, reported, planned, kind)
            yield _text(name), Row(*own, tuple(json.loads(parts)), tuple(json.loads(missing)))

    def findings(self, job: Job) -> Iterator[tuple[str, Noted]]:
        """The findings of a job, each with the name of its input."""
        rows = self._base.execute(
            "select input.name, report, code, finding.name, severity, line, column, message"
            " from finding join input on input.id = finding.input"
            " where input.job = ? order by input.id, finding.rowid",
            (job.id,),
        )
        for name, *own in rows:
            yield _text(name), Noted(*own)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction: what is recorded in it is recorded whole or not at all."""
        try:
            with self._base:
                yield
        except sqlite3.Error as error:
            raise failed(error, self._path) from error


def _opened(path: str) -> sqlite3.Connection:
    try:
        base = sqlite3.connect(path, timeout=_PATIENCE)
        (layout,) = base.execute("pragma user_version").fetchone()
        base.execute(f"pragma cache_size = -{_CACHE}")
        if layout == 0:
            with base:
                base.executescript(f"begin;{_TABLES}pragma user_version = {_LAYOUT};commit;")
    except sqlite3.Error as error:
        raise failed(error, path) from error
    if layout not in (0, _LAYOUT):
        base.close()
        raise OutputError(
            Text("这个清单是另一版 gongwen 写的", "the manifest is of another version of gongwen"),
            path,
            Text("请换一个输出文件夹，或移走它", "choose another directory, or move it away"),
        )
    return base


def failed(error: sqlite3.Error, path: str) -> OutputError:
    """SQLite's error as one clear message."""
    told = " ".join(str(error).split())
    return OutputError(
        Text(f"清单读写不了：{told}", f"the manifest cannot be read or written: {told}"),
        path,
        Text("请检查磁盘和权限，或移走它重做", "check disk and permissions, or move it away"),
    )


def _stored(name: str) -> str | bytes:
    """A name, or text with names in it, as SQLite holds it: its bytes, where it is no Unicode."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name)
    return name


def _text(stored: str | bytes) -> str:
    """What was stored."""
    return os.fsdecode(stored) if isinstance(stored, bytes) else stored
