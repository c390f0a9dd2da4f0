"""What reading and checking a Word file costs: ``python benchmarks/word.py``.

Every figure is a ratio of two things measured in turn in one run on one machine, of the least
processor time of several calls. The peers are python-docx, which opens the file and gives the text
of its paragraphs with their runs' sizes and fonts, and pandoc, which reads it to JSON in a process
of its own, as does the command.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pypandoc

import converter
from converter.layout.gbt9704 import LAYOUTS
from converter.model.nodes import Document, Paragraph, Section
from converter.word.reading import read_word
from converter.writers import Setting
from converter.writers.docx import render

TEXT = "全年改造管网20公里，惠及群众3400人，" * 5 + "供水保障能力进一步提高。"
CALLS = 5


def fastest(call: Callable[[], object]) -> float:
    """The least processor time of several calls, in seconds."""
    found = []
    for _ in range(CALLS):
        start = time.process_time()
        call()
        found.append(time.process_time() - start)
    return min(found)


def fastest_process(*command: str) -> float:
    """The least processor time of several runs of a command, in seconds."""
    found = []
    for _ in range(CALLS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found)


def word_file(paragraphs: int) -> bytes:
    """A report of so many paragraphs, as our own writer sets it."""
    text = tuple(Paragraph(TEXT, line + 2) for line in range(paragraphs))
    section = Section(1, None, "2023年工作情况", "", False, 1, text)
    return render(Document(sections=(section,)), Setting(layout=LAYOUTS["report"]))


def by_python_docx(data: bytes) -> list[tuple[str, object, object]]:
    """What a script with python-docx would look at."""
    opened = docx.Document(io.BytesIO(data))
    return [
        (paragraph.text, run.font.size, run.font.name)
        for paragraph in opened.paragraphs
        for run in paragraph.runs
    ]


def main() -> None:
    """Measures, and prints the ratios."""
    small, large = word_file(600), word_file(6000)
    peer = fastest(lambda: by_python_docx(small))
    # A copy each time: the file read last is kept.
    reading = fastest(lambda: read_word(bytes(bytearray(small)), "稿.docx"))
    parsing = fastest(lambda: converter.parse(bytes(bytearray(small))))
    checking = fastest(lambda: converter.check(bytes(bytearray(small))))
    large_reading = fastest(lambda: read_word(bytes(bytearray(large)), "稿.docx"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "稿.docx")
        path.write_bytes(small)
        pandoc = fastest_process(pypandoc.get_pandoc_path(), str(path), "-t", "json")
        command = sys.executable, "-m", "converter", "convert", str(path), "--to", "json", "-o", "-"
        ours = fastest_process(*command)
    for name, ratio in {
        "read with looks / python-docx": reading / peer,
        "read to a document / python-docx": parsing / peer,
        "check / python-docx": checking / peer,
        "read ten times the text / once": large_reading / reading,
        "convert to JSON / pandoc, whole process": ours / pandoc,
    }.items():
        print(f"{name:42} {ratio:6.2f}")


if __name__ == "__main__":
    main()
