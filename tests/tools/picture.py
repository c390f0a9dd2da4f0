"""Makes the picture of the README: ``python -m tests.tools.picture`` (needs LibreOffice)."""

import tempfile
from pathlib import Path

import pymupdf

import converter
from tests.tools.flip import flip_overflow_punct
from tests.tools.office import Office
from tests.tools.places import FIXTURES, ROOT

DPI = 100


def main() -> None:
    """Renders the first page of the sample compilation's first report."""
    with tempfile.TemporaryDirectory() as folder:
        document = converter.parse((FIXTURES / "compilation.txt").read_bytes())[0]
        path = Path(folder) / "page.docx"
        path.write_bytes(converter.render(document, "docx"))
        pdf = Office(Path(folder)).to_pdf(flip_overflow_punct(path))
        picture = ROOT / "docs" / "images" / "page.png"
        pymupdf.open(pdf)[0].get_pixmap(dpi=DPI).save(picture)
        print(picture)


if __name__ == "__main__":
    main()
