"""What linting one report costs, from the start of the process to its end.

``python benchmarks/lint.py [DRAFT]`` prints ratios against ``python -c pass``, both sides in turn
on the same machine, as processor time of the whole process; then where our own share goes: the
import of modules, and for each rule that is asked about this draft its import, its first look at
it (patterns compiled) and a second look. ``--rules`` lists all of them, not only the dearest ones.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
DRAFT = ROOT / "fixtures" / "lint" / "in-order" / "water.txt"
RUNS = 15
SHOWN = 20

_EACH_RULE = """
import sys, time
from importlib import import_module
from pathlib import Path
sys.path.insert(0, {root!r})
import converter.linter.rules._examples
from converter.inputs import parse, source_of
from converter.linter.registry import all_rules
from converter.linter.subject import Subject
from converter.profiles.choice import Choice
data = Path({draft!r}).read_bytes()
(document, *_) = parse({draft!r}, data, Choice()).documents
subject = Subject(document, Choice().held(document), source_of({draft!r}, data))
subject.prose.sentences, subject.whole, subject.traits, subject.families, subject.head
clock = time.perf_counter
for rule in all_rules():
    if not rule.default or rule.needs and not subject.has(rule.needs):
        continue
    start = clock()
    import_module(rule.module)
    imported = clock() - start
    check = rule.check
    start = clock()
    for _ in check(subject): pass
    first = clock() - start
    start = clock()
    for _ in check(subject): pass
    again = clock() - start
    print(rule.code, rule.name, 1e3 * imported, 1e3 * first, 1e3 * again)
"""


def processor_time(*arguments: str) -> float:
    """Milliseconds of processor time that a Python process takes, the median of some runs."""
    taken = []
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for _ in range(RUNS):
        with subprocess.Popen(
            [sys.executable, *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=ROOT / "benchmarks",
        ) as process:
            usage = os.wait4(process.pid, 0)[2]
            process.returncode = 0
        taken.append(usage.ru_utime + usage.ru_stime)
    return 1e3 * median(taken)


def each_rule(draft: Path) -> list[tuple[str, str, float, float, float]]:
    """Of each rule that is asked: code, name, and milliseconds for its import, its first and its
    second look."""
    program = _EACH_RULE.format(root=str(ROOT), draft=str(draft))
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    rows = []
    for line in result.stdout.splitlines():
        code, name, *figures = line.split()
        imported, first, again = (float(figure) for figure in figures)
        rows.append((code, name, imported, first, again))
    return rows


def main(arguments: list[str]) -> None:
    """Prints the tables; see the module."""
    named = [argument for argument in arguments if not argument.startswith("-")]
    draft = Path(named[0]).resolve() if named else DRAFT
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "converter")], check=False)
    nothing = processor_time("-c", "pass")
    for name, call in (
        ("python -c pass", ["-c", "pass"]),
        ("import click", ["-c", "import click"]),
        ("gongwen --help", ["-m", "converter", "--help"]),
        ("gongwen lint, one rule", ["-m", "converter", "lint", str(draft), "--select", "S101"]),
        ("gongwen lint", ["-m", "converter", "lint", str(draft)]),
    ):
        taken = processor_time(*call)
        print(f"{name:<26} {taken:7.1f} ms {taken / nothing:6.2f} × pass")
    rows = sorted(each_rule(draft), key=lambda row: -sum(row[2:4]))
    print(f"\n{'rule':<36} {'import':>8} {'first':>8} {'again':>8}  ms")
    for code, name, *figures in rows if "--rules" in arguments else rows[:SHOWN]:
        print(f"{code} {name:<31} " + " ".join(f"{figure:8.2f}" for figure in figures))
    columns = zip(*(row[2:] for row in rows), strict=True)
    sums = [sum(column) for column in columns]
    print(f"{f'all {len(rows)}':<36} " + " ".join(f"{figure:8.2f}" for figure in sums))


if __name__ == "__main__":
    main(sys.argv[1:])
