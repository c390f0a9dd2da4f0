"""A PDF of LibreOffice without what differs from run to run."""

from __future__ import annotations

import re
from hashlib import md5

# When it was made. Both entries are optional; blanks in their place keep every offset.
_TIMES = re.compile(rb"/(?:CreationDate|ModDate)\s*\(D:\d{14}[^()]*\)")
# The same in XMP metadata, and random identifiers.
_XMP = re.compile(
    rb"<(xmp:(?:Create|Modify|Metadata)Date|xmpMM:(?:Document|Instance)ID)>[^<]*</\1>"
)
_ID = re.compile(
    rb"(?P<before>/ID\s*\[\s*<)[0-9A-Fa-f]{32}(?P<between>>\s*<)[0-9A-Fa-f]{32}(?P<after>>\s*\])"
)
_CHECKSUM = re.compile(rb"(?P<before>/DocChecksum\s*/)[0-9A-Fa-f]{32}")
# LibreOffice takes the language of the document's Latin text for that of the whole.
_LANGUAGE = re.compile(rb"(?P<before>/Type\s*/Catalog\b[^\0]{0,2000}?/Lang\s*\()en-US\)")


def settled(pdf: bytes) -> bytes:
    """The same pages in as many bytes: no times, identifiers made from the content, and Chinese
    as the document's language."""
    pdf = _TIMES.sub(_blank, pdf)
    pdf = _XMP.sub(_blank, pdf)
    pdf = _LANGUAGE.sub(rb"\g<before>zh-CN)", pdf)
    zeros = b"0" * 32
    pdf = _with_identifier(pdf, zeros)
    return _with_identifier(pdf, md5(pdf, usedforsecurity=False).hexdigest().upper().encode())


def _blank(match: re.Match[bytes]) -> bytes:
    return b" " * len(match[0])


def _with_identifier(pdf: bytes, identifier: bytes) -> bytes:
    pdf = _ID.sub(rb"\g<before>" + identifier + rb"\g<between>" + identifier + rb"\g<after>", pdf)
    return _CHECKSUM.sub(rb"\g<before>" + identifier, pdf)
