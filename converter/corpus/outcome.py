"""What becomes of an input: values that travel between processes and into the manifest."""

from __future__ import annotations

from converter.bilingual import Text
from converter.inputs import located
from converter.record import record


@record
class Known:
    """What the manifest knows of an input: its hash, what it was done with (options, version and
    the files they name), its outputs as (path in the output folder, hash), and other files that
    went into them, as (path, hash)."""

    hash: str
    fingerprint: str
    files: tuple[tuple[str, str], ...]
    depends: tuple[tuple[str, str], ...]
    linted: bool


@record
class Task:
    """An input to be done: its name as messages have it, its place among all (from 0), what is
    known of it, and where it is read, if that is not its name."""

    name: str
    position: int
    known: Known | None = None
    path: str | None = None

    @property
    def key(self) -> str:
        """The name under which it is recorded, wherever the next run is started: an absolute path
        or an address."""
        return located(self.name)


@record
class Output:
    """A file that was made: the name it asks for, without number; its hash and size in bytes; and
    where its content is: in ``data``, or in a staged file of the output folder."""

    name: str
    hash: str
    size: int
    data: bytes | None = None
    staged: str | None = None


@record
class Row:
    """A report of an input, as the manifest records it: ``nth`` from 1; ids of the parts that it
    has and of those that its kind demands and it lacks; ``facts`` for the line that is told."""

    nth: int
    title: str
    organization: str | None
    reported: int | None
    planned: int | None
    kind: str
    parts: tuple[str, ...]
    missing: tuple[str, ...]
    facts: tuple[Text, ...] = ()


@record
class Noted:
    """A finding in short; ``report`` is the ``nth`` of its report, ``line`` 1-based; the
    message is in the language of the run."""

    report: int
    code: str
    name: str
    severity: str
    line: int
    column: int
    message: str


@record
class Yield:
    """What work on an input that could be read gives; ``findings`` None: it was not linted."""

    reports: tuple[Row, ...] = ()
    outputs: tuple[tuple[str, bytes], ...] = ()
    findings: tuple[Noted, ...] | None = None
    depends: tuple[str, ...] = ()
    notices: tuple[Text, ...] = ()
    payload: object = None
    """For commands that make no files: whatever they need of an input."""


DONE, SAME, FAILED = "done", "same", "failed"


@record
class Outcome:
    """What became of an input: ``state`` is one of DONE, SAME (nothing had changed), FAILED."""

    task: Task
    state: str
    hash: str = ""
    size: int = 0
    fingerprint: str = ""
    seconds: float = 0.0
    error: Text | None = None
    outputs: tuple[Output, ...] = ()
    depends: tuple[tuple[str, str], ...] = ()
    made: Yield | None = None
