"""The parts of a DOCX with its styles resolved, as far as the proof asks for them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = ("0", "false", "off")


class Package:
    """The parts of a DOCX file."""

    def __init__(self, path: Path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def root(self, name: str) -> etree._Element:
        """The root element of a part."""
        return etree.fromstring(self.parts[name])

    @cached_property
    def document(self) -> etree._Element:
        """word/document.xml."""
        return self.root("word/document.xml")

    @cached_property
    def settings(self) -> etree._Element:
        """word/settings.xml."""
        return self.root("word/settings.xml")

    @cached_property
    def styles(self) -> etree._Element:
        """word/styles.xml."""
        return self.root("word/styles.xml")

    @cached_property
    def texts(self) -> list[etree._Element]:
        """The roots of the parts that hold text: document, headers, footers, footnotes."""
        wanted = ("document", "header", "footer", "footnotes")
        return [
            self.root(name)
            for name in self.parts
            if name.startswith("word/") and name[5:].startswith(wanted) and name.endswith(".xml")
        ]

    @property
    def sections(self) -> list[etree._Element]:
        """The w:sectPr elements in order."""
        return list(self.document.iter(W + "sectPr"))

    @cached_property
    def style_by_id(self) -> dict[str, etree._Element]:
        """The styles by id."""
        return {style.get(W + "styleId", ""): style for style in self.styles.iter(W + "style")}

    @cached_property
    def used_styles(self) -> dict[str, etree._Element]:
        """The styles that text uses, and those they are based on."""
        ids = {
            element.get(W + "val", "")
            for root in self.texts
            for tag in ("pStyle", "rStyle", "tblStyle")
            for element in root.iter(W + tag)
        }
        ids |= {key for key, style in self.style_by_id.items() if style.get(W + "default") == "1"}
        found: dict[str, etree._Element] = {}
        while ids:
            key = ids.pop()
            if key in found or key not in self.style_by_id:
                continue
            found[key] = self.style_by_id[key]
            based = found[key].find(W + "basedOn")
            ids |= {based.get(W + "val", "")} if based is not None else set()
        return found

    def chain(self, style: str) -> Iterator[etree._Element]:
        """A style and what it is based on, nearest first."""
        while style in self.style_by_id:
            element = self.style_by_id[style]
            yield element
            based = element.find(W + "basedOn")
            style = based.get(W + "val", "") if based is not None else ""

    def of_style(self, style: str, path: str, attribute: str) -> str | None:
        """An attribute of a property (``pPr/spacing``) in a style, or what it inherits."""
        for element in (*self.chain(style), self.styles.find(f"{W}docDefaults")):
            if element is None:
                continue
            defaults = element.tag == W + "docDefaults"
            steps = path.split("/")
            where = [steps[0] + "Default", *steps] if defaults else steps
            found = element.find("/".join(W + step for step in where))
            if found is not None and found.get(W + attribute) is not None:
                return found.get(W + attribute)
        return None


def millimetres(twips: str | None) -> float:
    """The length of an attribute in twips; 0 for a missing one."""
    return int(twips or 0) / 20 * 25.4 / 72


def switched_on(element: etree._Element) -> bool:
    """Whether a switch such as w:b is on."""
    return element.get(W + "val", "1") not in OFF
