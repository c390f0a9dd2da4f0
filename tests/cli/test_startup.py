"""A command imports what it needs and no more."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.places import FIXTURES, ROOT

DRAFT = str(FIXTURES / "reports" / "complete.txt")
HEAVY = {"docx", "lxml", "jsonschema", "decimal", "statistics", "multiprocessing", "asyncio", "xml"}
HEAVY |= {"yaml", "converter.metadata"}
SELDOM = {"tomllib", "json", "difflib", "hashlib", "unicodedata", "importlib.resources", "tempfile"}
SELDOM |= {"pkgutil", "locale", "random", "zipfile", "atexit"}
CODE = (
    "import sys\nfrom converter.cli import run\n"
    "code = run({args!r})\nprint('\\n'.join(sys.modules), file=sys.stderr)\nsys.exit(code)"
)


def loaded(args: list[str], *flags: str) -> set[str]:
    """The modules in a process that has run a command line."""
    code = CODE.format(args=args)
    done = subprocess.run(
        [sys.executable, *flags, "-c", code], capture_output=True, cwd=ROOT, check=True
    )
    return set(done.stderr.decode().split())


@pytest.mark.parametrize(
    ("args", "unwanted"),
    [
        (
            ["--help"],
            {*HEAVY, "tomllib", "converter.readers", "converter.linter", "converter.model"},
        ),
        (["--lang", "zh", "lint", DRAFT], HEAVY | SELDOM),
        (["rules"], HEAVY),
        (["validate", DRAFT], {"click", "docx", "lxml", "yaml"}),
    ],
    ids=["help", "lint", "rules", "validate"],
)
def test_imports(args: list[str], unwanted: set[str]) -> None:
    assert sorted(loaded(args) & unwanted) == []


SLOW = {"click", "typing", "inspect", "dataclasses", "importlib.metadata", "importlib.util"}
SLOW |= {"argparse", "copy", "ast", "tokenize", "threading", "logging", "subprocess", "socket"}
SLOW |= {"pathlib", "urllib", "ipaddress", "shutil", "fractions", "datetime", "string", "pprint"}
SLOW |= {"converter.corpus", "converter.cli.group", "converter.cli.options", "converter.api"}
PATTERNS = {"re", "enum", "functools", "collections", "contextlib"}
"""What a draft without surprises is converted without: to import them takes longer."""
PLAIN = {
    "lint": ["lint", DRAFT],
    "txt": ["convert", DRAFT, "--to=txt", "-o", "-"],
    "json": ["convert", DRAFT, "-o", "稿.json"],
    "docx": ["convert", DRAFT, "-o", "稿.docx"],
    "version": ["--version"],
}


@pytest.mark.parametrize("name", PLAIN)
def test_plain_run(tmp_path: Path, name: str) -> None:
    """In an interpreter that finds no installed package, and imports nothing for itself."""
    args = [str(tmp_path / arg) if arg.startswith("稿") else arg for arg in PLAIN[name]]
    unwanted = HEAVY | SELDOM | SLOW | (PATTERNS if name in ("txt", "json") else set())
    assert sorted(loaded(args, "-S") & unwanted) == []
