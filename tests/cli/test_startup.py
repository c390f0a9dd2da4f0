"""A command imports what it needs and no more."""

import subprocess
import sys

import pytest

from tests.tools.places import FIXTURES, ROOT

DRAFT = str(FIXTURES / "reports" / "complete.txt")
HEAVY = {"docx", "lxml", "jsonschema", "decimal", "statistics", "multiprocessing", "asyncio", "xml"}
HEAVY |= {"yaml", "converter.metadata"}
SELDOM = {"tomllib", "json", "difflib", "hashlib", "unicodedata", "importlib.resources", "tempfile"}
SELDOM |= {"pkgutil", "locale", "random", "zipfile", "atexit"}


@pytest.mark.parametrize(
    ("args", "unwanted"),
    [
        (
            ["--help"],
            {*HEAVY, "tomllib", "converter.readers", "converter.linter", "converter.model"},
        ),
        (["lint", DRAFT], HEAVY | SELDOM),
        (["rules"], HEAVY),
        (["convert", DRAFT, "--to", "json"], HEAVY),
        (["convert", DRAFT, "-o", "-"], {"jsonschema", "yaml", "converter.metadata"}),
        (["validate", DRAFT], {"docx", "lxml", "yaml"}),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_imports(args: list[str], unwanted: set[str]) -> None:
    code = (
        "import sys\nfrom converter.cli import run\n"
        f"run({args!r})\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True)
    loaded = set(done.stderr.decode().split())
    assert not loaded & unwanted
