"""Processes end at once when they are told, whatever they are doing."""

import subprocess
import sys

import pytest

SCRIPT = """
import time
from converter.corpus.processes import Processes

processes = Processes(2)
for _ in range(6):
    processes.submit(bytes, 60_000_000)
time.sleep({delay})
processes.end()
"""


@pytest.mark.parametrize("delay", [0.05, 0.1, 0.15, 0.2, 0.25, 0.3])
def test_they_end_in_the_middle_of_sending_a_large_result(delay: float) -> None:
    script = SCRIPT.format(delay=delay)
    done = subprocess.run([sys.executable, "-c", script], timeout=60, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
