"""Files that are no Word files, damaged, or made to do harm: refused in one line that says why."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from converter.errors import InputError
from converter.word.reading import read_word
from tests.word.hostile import FILES, made

MEMORY = 300 << 20
"""Bytes of address space that a process has for the heaviest of them, Python and lxml included."""
SECONDS = 10
LIGHT = [name for name, file in FILES.items() if not file.get("heavy")]
HEAVY = [name for name, file in FILES.items() if file.get("heavy")]
OPENS = """
import sys
from converter.errors import InputError
from converter.word.reading import read_word
try:
    read_word(open(sys.argv[1], "rb").read())
except InputError as error:
    print(error.line())
"""


@pytest.mark.parametrize("name", LIGHT)
def test_it_is_refused_in_one_line(name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_word(made(name), name)
    for lang in ("zh", "en"):
        line = caught.value.line(lang)
        assert line.startswith(name)
        assert line.isprintable()
    assert FILES[name]["says"] in caught.value.line()


@pytest.mark.parametrize("name", HEAVY)
def test_it_is_refused_within_bounds(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(made(name))

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    run = subprocess.run(
        [sys.executable, "-c", OPENS, path], capture_output=True, text=True, preexec_fn=bound
    )
    assert FILES[name]["says"] in run.stdout, run.stderr
