"""What setting a document costs: ``python benchmarks/layout.py``.

Every figure is a ratio of two things measured in turn in one run on one machine, of the least
processor time of several calls; the peer is zlib (level 6) over the file's own document.xml.
"""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from collections.abc import Callable

from converter.composition.compose import compose
from converter.composition.pages import paginate
from converter.composition.subject import pictures_in
from converter.layout.gbt9704 import LAYOUTS
from converter.model.nodes import Document, Paragraph
from converter.writers.docx import write
from converter.writers.docx.verify import verify

TEXT = "全面推进乡村振兴，" * 13
LAYOUT = LAYOUTS["report"]
CALLS = 7


def fastest(call: Callable[[], object]) -> float:
    """The least processor time of several calls, in seconds."""
    found = []
    for _ in range(CALLS):
        start = time.process_time()
        call()
        found.append(time.process_time() - start)
    return min(found)


def document(paragraphs: int) -> Document:
    """A report of so many paragraphs of 117 characters."""
    return Document(lead=tuple(Paragraph(TEXT, line + 1) for line in range(paragraphs)))


def main() -> None:
    """Measures, and prints the ratios."""
    small, large = document(600), document(6000)
    composition = compose(small, LAYOUT, pictures_in(None))
    file = write(composition, LAYOUT, small)
    body = zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml")
    peer = fastest(lambda: zlib.compress(body, 6))
    writing = fastest(lambda: write(composition, LAYOUT, small))
    steps = {
        "compose / zlib": fastest(lambda: compose(small, LAYOUT, pictures_in(None))) / peer,
        "paginate / zlib": fastest(lambda: paginate(composition, LAYOUT)) / peer,
        "write with its check / zlib": writing / peer,
        "the check / write": fastest(lambda: verify(file, LAYOUT, composition)) / writing,
        "write ten times the text / once": fastest(
            lambda: write(compose(large, LAYOUT, pictures_in(None)), LAYOUT, large)
        )
        / fastest(lambda: write(compose(small, LAYOUT, pictures_in(None)), LAYOUT, small)),
    }
    for name, ratio in steps.items():
        print(f"{name:34} {ratio:6.2f}")


if __name__ == "__main__":
    main()
