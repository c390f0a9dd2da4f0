"""The parts of a Word file (ISO/IEC 29500-2, Open Packaging Conventions), safely opened.

Part names have no leading slash and are told apart without regard to case; what is asked for by a
name that the file spells otherwise is found all the same.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from converter.bilingual import Text
from converter.errors import InputError
from converter.record import record
from converter.word.archive import MIB, Archive, too_large
from converter.word.kinds import OFD, no_word, wrong_type
from converter.word.limits import Limits
from converter.word.markup import STRICT, parsed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE_DOCUMENT = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
)
_FIXED_PAGES = "http://schemas.microsoft.com/xps/2005/06/fixedrepresentation"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAINS = (_MAIN + "document.main+xml", _MAIN + "template.main+xml")
_VBA_PROJECT = "application/vnd.ms-office.vbaproject"
_LIMITS = Limits()
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|#|//")


@record
class Relationship:
    """What a part refers to as ``id``: ``target`` is the name of a part of the package, or, if
    ``external``, an address, which nobody opens."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type: ``image``, ``styles``, ``footnotes`` …"""
        return self.type.rpartition("/")[2]


class Package:
    """The parts of a Word file. Everything wrong with them raises InputError, when opened or when
    a part is first asked for."""

    def __init__(self, data: bytes, name: str = "", limits: Limits = _LIMITS) -> None:
        self.name = name
        self.limits = limits
        self._archive = Archive(data, name, limits)
        self._spelled = {_key(entry): entry for entry in self._archive.names}
        self._roots: dict[str, Element] = {}
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self._parsed = 0
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        self._read_content_types()
        self.main = self._find_main()

    # -- Parts

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts as the file spells them, in its order."""
        return self._archive.names

    def has(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return _key(part) in self._spelled

    def read(self, part: str) -> bytes:
        """A part's bytes."""
        return self._archive.read(self._entry(part))

    def xml(self, part: str) -> Element:
        """The root of an XML part, read once; whoever changes it changes a copy."""
        entry = self._entry(part)
        root = self._roots.get(entry)
        if root is None:
            self._parsed += self._archive.size(entry)
            if self._parsed > self.limits.unpacked * MIB:
                raise too_large(self.name, self.limits)
            root = parsed(self._archive.read(entry), entry, self.name, self.limits)
            self._roots[entry] = root
        return root

    def content_type(self, part: str) -> str:
        """A part's content type, empty when none is declared."""
        key = _key(part)
        extension = posixpath.splitext(key)[1].removeprefix(".")
        return self._overrides.get(key) or self._defaults.get(extension, "")

    @property
    def strict(self) -> bool:
        """Whether the file is Strict Open XML (its parts are given as Transitional)."""
        return STRICT in self.read(relationships_part("")).replace(b"\0", b"")  # UTF-16, too

    # -- Relationships

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """What a part refers to, by id; those of the whole package for an empty name. One that
        lacks its id or target is left out, as Word does."""
        key = _key(part)
        if key not in self._relationships:
            self._relationships[key] = self._read_relationships(part)
        return self._relationships[key]

    def rewritten(self, changes: Mapping[str, bytes]) -> bytes:
        """A copy of the file with parts replaced or added, all others byte for byte."""
        spelled = {self._spelled.get(_key(part), part): data for part, data in changes.items()}
        return self._archive.rewritten(spelled)

    # -- Opening

    def _entry(self, part: str) -> str:
        entry = self._spelled.get(_key(part))
        if entry is None:
            raise InputError(Text(f"缺少部件 {part}", f"part {part} is missing"), self.name)
        return entry

    def _read_content_types(self) -> None:
        if not self.has(CONTENT_TYPES):
            raise no_word(self._media_type(), "", self.name)
        for entry in self.xml(CONTENT_TYPES).iterchildren("{*}*"):
            content_type = entry.get("ContentType", "").strip()
            if entry.tag == _TYPES + "Default":
                self._defaults[entry.get("Extension", "").lower()] = content_type
            elif entry.tag == _TYPES + "Override":
                self._overrides[_key(entry.get("PartName", ""))] = content_type

    def _media_type(self) -> str:
        """What an archive of another kind says that it is, empty if nothing."""
        if self.has("mimetype"):
            return self.read("mimetype")[:100].decode("ascii", "replace")
        return OFD if self.has("OFD.xml") else ""

    def _find_main(self) -> str:
        if not self.has(relationships_part("")):
            raise self._lacks_main()
        relationships = self.relationships("").values()
        found = [r for r in relationships if r.type == _OFFICE_DOCUMENT and not r.external]
        if not found:
            pages = next((r.type for r in relationships if r.type == _FIXED_PAGES), "")
            raise no_word("", pages, self.name) if pages else self._lacks_main()
        main = found[0].target
        if not self.has(main):
            raise self._lacks_main()
        content_type = self.content_type(main)
        if "word" in content_type.lower() and self._has_macros(content_type):
            raise InputError(
                Text("文件带有宏，没有打开", "the file has macros and was not opened"),
                self.name,
                Text(
                    "请用 Word 或 WPS 另存为不带宏的 .docx",
                    "save it as a .docx file without macros",
                ),
            )
        if content_type.lower() not in _MAINS:
            raise (
                no_word("", content_type, self.name) if content_type else wrong_type("", self.name)
            )
        return self._entry(main)

    def _has_macros(self, main_type: str) -> bool:
        parts = map(self.content_type, self.names)
        return "macroenabled" in main_type.lower() or any(
            content_type.lower() == _VBA_PROJECT for content_type in parts
        )

    def _lacks_main(self) -> InputError:
        return InputError(
            Text("缺少正文部件，不是完整的 Word 文档", "it has no main document part"),
            self.name,
            Text("请用 Word 或 WPS 打开，另存为 .docx 后再试", "save it again with Word or WPS"),
        )

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        found: dict[str, Relationship] = {}
        where = relationships_part(self._spelled.get(_key(part), part))
        if not self.has(where):
            return found
        for entry in self.xml(where).iterchildren(_RELATIONSHIP):
            identifier, target = entry.get("Id", ""), entry.get("Target", "").strip()
            if not identifier or not target or identifier in found:
                continue
            external = entry.get("TargetMode") == "External" or bool(_ADDRESS.match(target))
            found[identifier] = Relationship(
                identifier,
                entry.get("Type", ""),
                target if external else self._resolved(part, target),
                external,
            )
        return found

    def _resolved(self, part: str, target: str) -> str:
        """The name of the part that a target means, seen from ``part``."""
        path = unquote(target.partition("#")[0]).replace("\\", "/")
        base = "" if path.startswith("/") else posixpath.dirname(part)
        name = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
        if name == ".." or name.startswith("../"):
            raise InputError(
                Text(f"引用指向文件之外：{target!r}", f"it refers to outside itself: {target!r}"),
                self.name,
                Text("不像正常的 Word 文档，没有打开", "no ordinary Word file, not opened"),
            )
        return self._spelled.get(_key(name), name)


def open_package(data: bytes, name: str = "", limits: Limits = _LIMITS) -> Package:
    """The parts of the Word file ``data``; ``name`` stands in messages. Raises InputError, with one
    line that says what the file is or what is wrong with it."""
    return Package(data, name, limits)


def relationships_part(part: str) -> str:
    """The name of the part with the relationships of a part, or of the package (empty)."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _key(part: str) -> str:
    """What tells a part's name from others: no leading slash, no %-codes, no case."""
    return unquote(part).removeprefix("/").lower()
