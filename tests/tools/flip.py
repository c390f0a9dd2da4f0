"""A DOCX for measuring in LibreOffice, which reads overflowPunct the wrong way round."""

from pathlib import Path

from converter.writers.pdf.punctuation import for_libreoffice


def flip_overflow_punct(docx_path: Path) -> Path:
    """A copy beside the document in which each overflowPunct says the opposite.

    What Word lays out for the document, LibreOffice lays out for the copy.
    """
    copy = docx_path.with_name(f"{docx_path.stem}.flipped{docx_path.suffix}")
    copy.write_bytes(for_libreoffice(docx_path.read_bytes()))
    return copy
