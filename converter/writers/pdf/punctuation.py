"""A DOCX file as LibreOffice must get it: it reads ``w:overflowPunct`` the wrong way round."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

_ELEMENT = re.compile(rb"<w:overflowPunct(?:\s+w:val=([\"'])(\w+)\1)?\s*/>")
_ON = b"<w:overflowPunct/>"
_OFF = b'<w:overflowPunct w:val="0"/>'


def for_libreoffice(docx: bytes) -> bytes:
    """The file with each overflowPunct saying the opposite.

    What Word lays out for the file, LibreOffice lays out for the result: it negates the element
    (measured in 7.4 and 25.2).
    """
    return rewritten(docx, lambda data: _ELEMENT.sub(_opposite, data))


def rewritten(docx: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The file with ``change`` made to each of its XML parts."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(result, "w") as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename.endswith(".xml"):
                data = change(data)
            target.writestr(item, data, zipfile.ZIP_DEFLATED)
    return result.getvalue()


def _opposite(match: re.Match[bytes]) -> bytes:
    return _ON if match[2] in (b"0", b"false", b"off") else _OFF
