"""What LibreOffice made of a Word file, read from the flat OpenDocument text it writes."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

_NAMES = {
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
}
_TWIPS = {"cm": 1440 / 2.54, "mm": 144 / 2.54, "in": 1440, "pt": 20}
_ALIGN = {"start": "left", "left": "left", "end": "right", "right": "right"}
_ALIGN |= {"center": "center", "justify": "both"}


def _q(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


def _twips(text: str) -> int:
    return round(float(text[:-2]) * _TWIPS[text[-2:]])


class Looks:
    """The looks of a document's text, styles and their parents taken together."""

    def __init__(self, data: bytes) -> None:
        self._root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
        self._styles = {
            (style.get(_q("style:family")), style.get(_q("style:name"))): style
            for style in self._root.iter(_q("style:style"))
        }
        self._defaults = {
            style.get(_q("style:family")): style
            for style in self._root.iter(_q("style:default-style"))
        }

    def of_last_text(self, fields: dict[str, Any]) -> dict[str, Any]:
        """What the last paragraph with text looks like, by those fields of our looks that
        OpenDocument has, too."""
        paragraphs = self._root.iter(_q("text:p"), _q("text:h"))
        paragraph = [each for each in paragraphs if "".join(each.itertext()).strip()][-1]
        chain = list(self._chain("paragraph", paragraph.get(_q("text:style-name"))))
        spans = [each for each in paragraph.iter(_q("text:span")) if "".join(each.itertext())]
        spans.reverse()  # the innermost first
        own = [s for span in spans for s in self._chain("text", span.get(_q("text:style-name")))]
        of_text = [_group(style, "text") for style in (*own, *chain)]
        of_paragraph = [_group(style, "paragraph") for style in chain]
        found = {}
        for field in fields.keys() & _READ.keys():
            name, read = _READ[field]
            layers = of_text if field in _OF_TEXT else of_paragraph
            value = next((layer[name] for layer in layers if name in layer), None)
            found[field] = read(value)
        if "fonts" in fields:
            found["fonts"] = {script: _font(of_text, script) for script in fields["fonts"]}
        return found

    def _chain(self, family: str, name: str | None) -> Iterator[etree._Element]:
        while (style := self._styles.get((family, name))) is not None:
            yield style
            name = style.get(_q("style:parent-style-name"))
        if family in self._defaults:
            yield self._defaults[family]


def _group(style: etree._Element, kind: str) -> dict[str, str]:
    found = style.find(_q(f"style:{kind}-properties"))
    properties = dict(found.items()) if found is not None else {}
    if properties.get(_q("style:use-window-font-color")) == "true":
        properties[_q("fo:color")] = "#000000"
    return properties


def _font(layers: list[dict[str, str]], script: str) -> str | None:
    suffix = {"east_asia": "-asian", "complex": "-complex"}.get(script, "")
    for layer in layers:
        for name in (f"style:font-name{suffix}", f"fo:font-family{suffix}"):
            prefixed = name if suffix == "" else name.replace("fo:", "style:")
            if _q(prefixed) in layer:
                return layer[_q(prefixed)].strip("'\"")
    return None


def _length(text: str | None) -> int:
    return _twips(text) if text else 0


_OF_TEXT = {"size", "bold", "italic", "colour", "spacing", "underline", "scale"}
_READ: dict[str, tuple[str, Any]] = {
    "size": (_q("style:font-size-asian"), lambda text: _length(text or "10pt") // 10),
    "bold": (_q("style:font-weight-asian"), lambda text: text == "bold"),
    "italic": (_q("style:font-style-asian"), lambda text: text == "italic"),
    "colour": (_q("fo:color"), lambda text: (text or "#000000")[1:].upper().replace("000000", "")),
    "spacing": (_q("fo:letter-spacing"), lambda text: 0 if text == "normal" else _length(text)),
    "align": (_q("fo:text-align"), lambda text: _ALIGN.get(text or "start")),
    "left": (_q("fo:margin-left"), _length),
    "right": (_q("fo:margin-right"), _length),
    "first_line": (_q("fo:text-indent"), _length),
    "before": (_q("fo:margin-top"), _length),
    "after": (_q("fo:margin-bottom"), _length),
}
