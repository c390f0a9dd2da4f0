"""Word files as they are once all tracked changes of looks are accepted or rejected, by what the
format says of each (ISO/IEC 29500-1, 17.13.5): independent of the program."""

import zipfile
from copy import deepcopy
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = ("rPr", "pPr", "sectPr")
_BESIDE = {
    "rPr": (),
    "pPr": (W + "rPr", W + "sectPr"),
    "sectPr": (W + "headerReference", W + "footerReference"),
}
"""What the old properties do not hold, and a rejected change leaves as it is."""


def changes_of_looks(root: etree._Element) -> list[etree._Element]:
    """The tracked changes of properties in a part."""
    return list(root.iter(*(f"{W}{kind}Change" for kind in _KINDS)))


def with_looks(data: bytes, answer: str, author: str = "") -> bytes:
    """A file whose changes of looks (those of one author, if named) are accepted or rejected."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                for change in changes_of_looks(root):
                    if author in ("", change.get(W + "author")):
                        _settle(change, answer)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            after.writestr(name, content)
    return made.getvalue()


def _settle(change: etree._Element, answer: str) -> None:
    properties = change.getparent()
    assert properties is not None and properties[-1] is change
    kind = change.tag.removesuffix("Change").removeprefix(W)
    assert properties.tag == W + kind
    properties.remove(change)
    if answer == "accept":
        return
    kept = [each for each in properties if each.tag in _BESIDE[kind]]
    old = [deepcopy(each) for each in change[0]]
    properties[:] = kept + old if kind == "sectPr" else old + kept
