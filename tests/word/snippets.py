"""Word files of a few lines of XML, for tests."""

from tests.word.hostile import package

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = {
    "w": _W,
    "r": _R,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items())
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
_KINDS = {
    "styles": "wordprocessingml.styles",
    "numbering": "wordprocessingml.numbering",
    "settings": "wordprocessingml.settings",
    "footnotes": "wordprocessingml.footnotes",
    "endnotes": "wordprocessingml.endnotes",
    "comments": "wordprocessingml.comments",
    "header": "wordprocessingml.header",
    "footer": "wordprocessingml.footer",
    "theme": "theme",
}


def part(root: str, content: str) -> str:
    """An XML part with a root element of Word's namespace, all usual prefixes declared."""
    return f'<w:{root} {_DECLARED} mc:Ignorable="w14">{content}</w:{root}>'


def word_file(body: str, **parts: str) -> bytes:
    """A Word file: what stands in its body, and the content of other parts by their kind.

    ``header1`` and ``footer2`` are parts of the kind without the figure, their relationship's id
    is their name; the theme is given as it is.
    """
    types, relations, files = (
        "",
        "",
        {"word/document.xml": part("document", f"<w:body>{body}</w:body>")},
    )
    types += _override("document", "wordprocessingml.document.main")
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{name}.xml"] = content if kind == "theme" else part(root, content)
        types += _override(name, _KINDS[kind])
        relations += f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{name}.xml"/>'
    main = f'<Relationship Id="main" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    files["word/_rels/document.xml.rels"] = _relationships(relations)
    files["_rels/.rels"] = _relationships(main)
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml"'
        ' ContentType="application/xml"/><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>'
    )
    return package({name: text.encode() for name, text in files.items()})


def _override(name: str, kind: str) -> str:
    return f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'


def _relationships(content: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{content}</Relationships>'
