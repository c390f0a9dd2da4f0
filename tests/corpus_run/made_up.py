"""Manifests of corpora that never were."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from converter.bilingual import Text
from converter.corpus.manifest import Entry, Manifest, Placed
from converter.corpus.moment import now
from converter.corpus.outcome import DONE, FAILED, Noted, Outcome, Row, Task, Yield
from converter.linter.registry import all_rules

INPUTS = "/材料库"
BUREAUS = ("水务局", "教育局", "司法局", "民政局", "统计局")


def report(
    title: str,
    organization: str | None = None,
    *,
    kind: str = "work-report",
    missing: tuple[str, ...] = (),
    years: tuple[int | None, int | None] = (2023, 2024),
    nth: int = 1,
) -> Row:
    """A report that has all of the usual parts but those missing."""
    parts = tuple(part for part in ("summary", "problems", "plan") if part not in missing)
    return Row(nth, title, organization, *years, kind, parts, missing)


def finding(code: str, severity: str | None = None, nth: int = 1) -> Noted:
    """A finding of a rule, by default as grave as its rule says."""
    rule = next(rule for rule in all_rules() if rule.code == code)
    return Noted(nth, code, rule.name, severity or str(rule.severity), 3, 1, "有问题")


def done(
    name: str, rows: Iterable[Row] = (), findings: Iterable[Noted] | None = (), size: int = 9000
) -> Entry:
    """An input of that name below INPUTS that gave these reports."""
    noted = None if findings is None else tuple(findings)
    made = Yield(tuple(rows), (), noted)
    path = f"{INPUTS}/{name}"
    outcome = Outcome(Task(path, 0), DONE, "0" * 64, size, "", 0.25, made=made)
    return Entry(outcome, (Placed(f"{name}.docx", None, "0" * 64, 1),))


def failed(name: str, why: Text) -> Entry:
    """An input of that name that failed."""
    path = f"{INPUTS}/{name}"
    told = Text(f"{path}：{why.zh}", f"{path}: {why.en}")
    return Entry(Outcome(Task(path, 0), FAILED, error=told))


def recorded(
    folder: Path,
    entries: Iterable[Entry],
    *,
    form: str = "docx",
    options: str = "{}",
    finished: bool = True,
) -> Path:
    """An output folder with a job that gave these entries."""
    folder.mkdir(exist_ok=True)
    with closing(Manifest(str(folder / "manifest.sqlite"))) as manifest:
        job = manifest.begin("convert", form, (INPUTS,), options, "0.1.0", now())
        manifest.record(job, entries, now())
        if finished:
            manifest.finish(job, now())
    return folder


def many(count: int) -> Iterable[Entry]:
    """So many inputs of one report each, of several kinds, every seventh with a gap, each with a
    few findings."""
    codes = [rule.code for rule in all_rules()]
    kinds = ("work-report", "summary", "plan", "openness")
    for number in range(count):
        organization = f"云岭县{BUREAUS[number % 5]}第{number // 20 + 1}科"
        row = report(
            f"{organization}第{number}号工作报告",
            organization if number % 50 else None,
            kind=kinds[number % 4],
            missing=("problems",) if number % 7 == 0 else (),
            years=(2020 + number % 5, None) if number % 11 else (None, None),
        )
        found = [finding(codes[(number + step * 7) % len(codes)]) for step in range(number % 6)]
        yield done(f"{number:05d}.txt", [row], found)
