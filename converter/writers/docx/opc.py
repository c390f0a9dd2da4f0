"""The names of the Open Packaging Conventions: what parts are, and what they are to each other.

The tests hold them against those of python-docx, whose import would take longer than a file.
"""

from __future__ import annotations

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
_PACKAGE_TYPE = "application/vnd.openxmlformats-package"

TYPES = f"{_PACKAGE}/content-types"
RELATIONSHIPS = f"{_PACKAGE}/relationships"


class Relationship:
    """Types of relationships."""

    CORE_PROPERTIES = f"{RELATIONSHIPS}/metadata/core-properties"
    EXTENDED_PROPERTIES = f"{_OFFICE}/extended-properties"
    FONT_TABLE = f"{_OFFICE}/fontTable"
    FOOTER = f"{_OFFICE}/footer"
    FOOTNOTES = f"{_OFFICE}/footnotes"
    HEADER = f"{_OFFICE}/header"
    IMAGE = f"{_OFFICE}/image"
    OFFICE_DOCUMENT = f"{_OFFICE}/officeDocument"
    SETTINGS = f"{_OFFICE}/settings"
    STYLES = f"{_OFFICE}/styles"
    THEME = f"{_OFFICE}/theme"


class ContentType:
    """Types of parts."""

    OFC_EXTENDED_PROPERTIES = f"{_OFFICE_TYPE}.extended-properties+xml"
    OFC_THEME = f"{_OFFICE_TYPE}.theme+xml"
    OPC_CORE_PROPERTIES = f"{_PACKAGE_TYPE}.core-properties+xml"
    OPC_RELATIONSHIPS = f"{_PACKAGE_TYPE}.relationships+xml"
    WML_DOCUMENT_MAIN = f"{_WORD_TYPE}.document.main+xml"
    WML_FONT_TABLE = f"{_WORD_TYPE}.fontTable+xml"
    WML_FOOTER = f"{_WORD_TYPE}.footer+xml"
    WML_FOOTNOTES = f"{_WORD_TYPE}.footnotes+xml"
    WML_HEADER = f"{_WORD_TYPE}.header+xml"
    WML_SETTINGS = f"{_WORD_TYPE}.settings+xml"
    WML_STYLES = f"{_WORD_TYPE}.styles+xml"
    XML = "application/xml"
