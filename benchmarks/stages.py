"""What a report costs in a warm process, through the public functions of the installed package.

``python stages.py ours FILE...`` parses, validates and lints each file, and writes it as DOCX and
JSON; ``python stages.py zlib FILE...`` compresses each file's own document.xml. Prints wall time
and processor time of a pass over all files, in seconds, the median of some passes after one that
does not count.
"""

import io
import json
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import converter

PASSES = 5


def all_stages(draft: bytes) -> None:
    """The five things that a corpus asks for."""
    for report in converter.parse(draft):
        converter.validate(report)
        converter.lint(report)
        converter.render(report, "docx")
        converter.render(report, "json")


def bodies(draft: bytes) -> Iterator[bytes]:
    """The document.xml of each report in a draft."""
    for report in converter.parse(draft):
        file = converter.render(report, "docx")
        yield zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml")


def compress(xml: bytes) -> None:
    """What every writer of DOCX does at least."""
    zlib.compress(xml, 6)


def timed(work: Callable[[bytes], None], items: list[bytes]) -> tuple[float, float]:
    """Wall and processor seconds of a pass over the items."""
    taken = []
    for _ in range(PASSES + 1):
        start = time.perf_counter(), time.process_time()
        for item in items:
            work(item)
        taken.append((time.perf_counter() - start[0], time.process_time() - start[1]))
    walls, processors = zip(*taken[1:], strict=True)
    return median(walls), median(processors)


def main(side: str, names: list[str]) -> None:
    """Prints the figures of one side as JSON."""
    drafts = [Path(name).read_bytes() for name in names]
    if side == "ours":
        figures = timed(all_stages, drafts)
    else:
        figures = timed(compress, [body for draft in drafts for body in bodies(draft)])
    print(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
