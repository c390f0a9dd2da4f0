"""A DOCX file as LibreOffice must get it: it shows a drawing (SVG) only where that is the picture
itself, and not beside one for other programs (measured in 7.4)."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

_DRAWN = re.compile(
    rb'<a:blip r:embed="[^"]*"><a:extLst><a:ext uri="[^"]*">'
    rb'<asvg:svgBlip xmlns:asvg="[^"]*" r:embed="([^"]*)"/></a:ext></a:extLst></a:blip>'
)
_MAIN, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_TARGET = rb'<Relationship Id="%b" Type="[^"]*" Target="([^"]*)"'
_OUTWARD = re.compile(
    rb"""href\s*=\s*["'](?!\s*(?:\#|data:))|url\(\s*["']?(?!\s*["']?(?:\#|data:))|"""
    rb"@import|<!ENTITY|<!DOCTYPE|<\?xml-stylesheet|"
    rb"""encoding\s*=\s*["'](?!(?:utf-8|utf-16|us-ascii|gb2312|gbk|gb18030)["'])""",
    re.IGNORECASE,
)
"""What makes a drawing one that is not whole by itself, or whose words may be other ones than those
that are looked for. LibreOffice would fetch the rest."""


def with_drawings(docx: bytes) -> bytes:
    """The file with each drawing in the place of the picture beside it; those that would fetch
    something from elsewhere stay as they are, and are not shown."""
    with zipfile.ZipFile(io.BytesIO(docx)) as source:
        content = source.read(_MAIN)
        if b"svgBlip" not in content:
            return docx
        relations = source.read(_RELATIONS)

        def drawn(match: re.Match[bytes]) -> bytes:
            target = re.search(_TARGET % re.escape(match[1]), relations)
            name = posixpath.join("word", target[1].decode()) if target else ""
            if not name or _OUTWARD.search(_plain(source.read(name))):
                return match[0]
            return b'<a:blip r:embed="%b"/>' % match[1]

        result = io.BytesIO()
        with zipfile.ZipFile(result, "w") as made:
            for item in source.infolist():
                data = source.read(item)
                if item.filename == _MAIN:
                    data = _DRAWN.sub(drawn, content)
                made.writestr(item, data, zipfile.ZIP_DEFLATED)
    return result.getvalue()


def _plain(drawing: bytes) -> bytes:
    """A drawing in a coding in which its words can be looked for."""
    is_wide = drawing[:2] in (b"\xff\xfe", b"\xfe\xff")
    return drawing.decode("utf-16", "replace").encode() if is_wide else drawing
