"""Makes the pictures of docs/gallery: ``python -m tests.tools.gallery`` (needs LibreOffice)."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymupdf

import converter
from converter.writers import FORMATS, Setting
from tests.tools.flip import flip_overflow_punct
from tests.tools.office import Office
from tests.tools.places import FIXTURES, ROOT

DRAFTS = FIXTURES / "layout"
TARGET = ROOT / "docs" / "gallery"
DPI = 75
EDGE = (0.75, 0.75, 0.75)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the draft (and the metadata file put before it), the page; a page
    counts from 1, from the end when negative, and is the first landscape one when 0."""

    name: str
    draft: str
    page: int = 1
    metadata: str = ""

    def text(self) -> str:
        """The draft with its metadata."""
        body = (DRAFTS / self.draft).read_text("utf-8")
        if not self.metadata:
            return body
        return f"---\n{(DRAFTS / self.metadata).read_text('utf-8')}---\n{body}"


SHOTS = (
    Shot("report", "report.txt"),
    Shot("official", "official.txt"),
    Shot("official-ending", "official.txt", 3),
    Shot("official-upward", "upward.txt"),
    Shot("official-imprint", "upward.txt", -1),
    Shot("official-joint", "awkward.txt", 1, "awkward-official.yaml"),
    Shot("letter", "letter.txt"),
    Shot("order", "order.txt"),
    Shot("minutes", "minutes.txt"),
    Shot("table", "awkward.txt", 2, "awkward-report.yaml"),
    Shot("table-wide", "awkward.txt", 0, "awkward-report.yaml"),
)


def main() -> None:
    """Renders every draft once and writes its pictures."""
    TARGET.mkdir(exist_ok=True)
    texts = list(dict.fromkeys(shot.text() for shot in SHOTS))
    with tempfile.TemporaryDirectory() as folder:
        paths = [_docx(text, Path(folder) / f"{n}.docx") for n, text in enumerate(texts)]
        pdfs = Office(Path(folder)).to_pdf_many([flip_overflow_punct(path) for path in paths])
        for shot in SHOTS:
            with pymupdf.open(pdfs[texts.index(shot.text())]) as pdf:
                target = TARGET / f"{shot.name}.png"
                page = _page(pdf, shot.page)
                page.draw_rect(page.rect, color=EDGE, width=1)  # paper, not to melt into a page
                page.get_pixmap(dpi=DPI).save(target)
                print(f"{target} {target.stat().st_size // 1024} KB")


def _docx(text: str, path: Path) -> Path:
    (document,) = converter.parse(text)
    path.write_bytes(FORMATS["docx"].renderer()(document, Setting(folder=DRAFTS)))
    return path


def _page(pdf: Any, number: int) -> Any:
    if number == 0:
        return next(page for page in pdf if page.rect.width > page.rect.height)
    return pdf[number - 1 if number > 0 else number]


if __name__ == "__main__":
    main()
