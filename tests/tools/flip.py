"""A DOCX for measuring in LibreOffice, which reads overflowPunct the wrong way round."""

import re
import zipfile
from pathlib import Path

_ELEMENT = re.compile(rb"<w:overflowPunct(?:\s+w:val=([\"'])(\w+)\1)?\s*/>")
_ON = b"<w:overflowPunct/>"
_OFF = b'<w:overflowPunct w:val="0"/>'


def flip_overflow_punct(docx_path: Path) -> Path:
    """A copy beside the document in which each overflowPunct says the opposite.

    What Word lays out for the document, LibreOffice lays out for the copy.
    """
    copy = docx_path.with_name(f"{docx_path.stem}.flipped{docx_path.suffix}")
    with zipfile.ZipFile(docx_path) as source, zipfile.ZipFile(copy, "w") as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename.endswith(".xml"):
                data = _ELEMENT.sub(_opposite, data)
            target.writestr(item, data, zipfile.ZIP_DEFLATED)
    return copy


def _opposite(match: re.Match[bytes]) -> bytes:
    return _ON if match[2] in (b"0", b"false", b"off") else _OFF
