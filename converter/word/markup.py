"""XML of a file that may be hostile: looked through before it is made a tree.

Only what a part of an Office file may be is let through: UTF-8 or UTF-16 (ISO/IEC 29500-2, 8.1.4),
no document type declaration, and so no entities but the five of XML itself, elements not nested
too deep and not too many. Nothing is ever loaded from elsewhere.
"""

from __future__ import annotations

import re
from typing import cast
from xml.parsers import expat

from lxml import etree

from converter.bilingual import Text
from converter.errors import InputError
from converter.word.limits import Limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STRICT = b"http://purl.oclc.org/ooxml/"
"""How the namespaces of Strict Open XML begin; those of Transitional follow from them."""
_STRICT_NAME = re.compile(rb"(=\s*[\"'])http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z/]*)")
_TRANSITIONAL_NAME = re.compile(
    rb"(=\")http://schemas\.openxmlformats\.org/"
    rb"(wordprocessingml|drawingml|officeDocument)/2006/([A-Za-z/]*)"
)
_RENAMED = (
    (b"extendedProperties", b"extended-properties"),
    (b"customProperties", b"custom-properties"),
)
_NODES = (b"</", b"/>", b'="', b"='")
"""What every element and every attribute has once, as it is usually written."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def parsed(data: bytes, part: str, name: str, limits: Limits) -> Element:
    """The root of an XML part, with transitional namespaces. Raises InputError, which names the
    file and the part, for everything that is not plain well-formed XML within the limits."""
    _look_through(data, part, name, limits)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(_transitional(data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = error.position[0] if isinstance(error, etree.XMLSyntaxError) else 0
        raise _broken(part, name, line) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declares(part, name)
    return cast("Element", root)


def serialised(root: Element, *, strict: bool) -> bytes:
    """A part as it is written: with the namespaces of Strict Open XML where the file has these."""
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if not strict:
        return data
    for strictly, transitional in _RENAMED:
        data = data.replace(b"/relationships/" + transitional, b"/relationships/" + strictly)
    return _TRANSITIONAL_NAME.sub(rb"\1" + STRICT + rb"\2/\3", data)


class _Counter:
    """Counts elements, attributes and levels while a part is read, and refuses too many."""

    def __init__(self, part: str, name: str, limits: Limits) -> None:
        self._part, self._name, self._limits = part, name, limits
        self._depth = self._nodes = 0

    def start(self, tag: str, attributes: list[str]) -> None:
        self._depth += 1
        self._nodes += 1 + len(attributes) // 2
        if self._depth > self._limits.depth:
            raise self._too(
                Text(
                    f"元素嵌套超过 {self._limits.depth} 层",
                    f"over {self._limits.depth} levels deep",
                )
            )
        if self._nodes > self._limits.nodes:
            raise self.too_many()

    def end(self, tag: str) -> None:
        self._depth -= 1

    def doctype(self, *_: object) -> None:
        raise _declares(self._part, self._name)

    def too_many(self) -> InputError:
        """The refusal of a part with too many elements and attributes."""
        limit = self._limits.nodes
        return self._too(Text(f"元素超过 {limit} 个", f"over {limit} elements"))

    def _too(self, what: Text) -> InputError:
        return InputError(
            Text(f"部件 {self._part} {what.zh}", f"part {self._part}: {what.en}"),
            self._name,
            Text("不像正常的 Word 文档，没有打开", "no ordinary Word file, not opened"),
        )


def _look_through(data: bytes, part: str, name: str, limits: Limits) -> None:
    counter = _Counter(part, name, limits)
    if sum(map(data.count, _NODES)) > limits.nodes:  # seen at once, without reading them
        raise counter.too_many()
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler = counter.start
    parser.EndElementHandler = counter.end
    parser.StartDoctypeDeclHandler = counter.doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise _broken(part, name, error.lineno) from error
    except (ValueError, LookupError) as error:  # the encoding that it declares
        raise InputError(
            Text(f"部件 {part} 的编码不是 UTF-8 或 UTF-16", f"part {part} is not UTF-8 or UTF-16"),
            name,
        ) from error


def _transitional(data: bytes) -> bytes:
    """The part with the namespaces and relationship types of Transitional instead of Strict."""
    wide = data.startswith(_UTF_16) and b"o\0o\0x\0m\0l" in data
    if not wide and STRICT not in data:
        return data
    if wide:
        codec = "utf-16-be" if data.startswith((b"\xfe\xff", b"\0<")) else "utf-16-le"
        text = data.decode(codec).removeprefix("\ufeff")
        data = re.sub(r"^<\?xml[^>]*\?>", "", text).encode("utf-8")
    return _STRICT_NAME.sub(_renamed, data)


def _renamed(match: re.Match[bytes]) -> bytes:
    family, rest = match[2], match[3]
    for strict, transitional in _RENAMED:
        rest = rest.replace(strict, transitional)
    return match[1] + b"http://schemas.openxmlformats.org/" + family + b"/2006/" + rest


def _broken(part: str, name: str, line: int) -> InputError:
    where = Text(f"（第 {line} 行）", f" (line {line})") if line else Text("", "")
    return InputError(
        Text(f"部件 {part} 已损坏{where.zh}", f"part {part} is damaged{where.en}"),
        name,
        Text(
            "请用 Word 或 WPS 打开，修复后另存再试",
            "open it in Word or WPS, repair it, save it again",
        ),
    )


def _declares(part: str, name: str) -> InputError:
    return InputError(
        Text(
            f"部件 {part} 声明了 DTD 或实体，不安全，没有打开",
            f"part {part} declares a DTD or entities: unsafe, not opened",
        ),
        name,
    )
