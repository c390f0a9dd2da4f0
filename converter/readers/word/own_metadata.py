"""Elements of the main part that came from metadata: our writer says in a file which these were.

On the page they are text like all other. Where nothing says so (a file that Word has saved since),
they are text of the report.
"""

from __future__ import annotations

import re

from converter.patterns import lazy
from converter.readers.word.own_head import SUFFIXES
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.elements import Elements
    from converter.model.nodes import Document
    from converter.word.model import WordFile
    from converter.word.transcript import Origin, Transcript

_PRODUCER = "gongwen"
_HEAD = ("issuers", "mark")
_CORE = "docProps/core.xml"
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_PREFIX = "gongwen:"
_ITEM = lazy(r"(?:附件：)?(?:[0-9]+\.)?\t?(?P<name>.*)")
_DATE = lazy(r"[0-9]{4}年[1-9][0-9]?月[1-9][0-9]?日")
_MARKS = "。；，、,;:：."
_ATTACHMENTS = ("attachment_only", "attachment_first", "attachment_next")
_KEYS = {
    "title": ("title",),
    "subtitle": ("subtitle",),
    "recipients": ("recipient",),
    "attachments": _ATTACHMENTS,
    "signatures": ("signature",),
    "date": ("date",),
    "note": ("note",),
}
"""The elements that may be text, and the styles of their lines."""


def stated_in(word: WordFile) -> frozenset[str]:
    """The names of the elements that a file says it has from metadata."""
    if not word.package.has(_CORE):
        return frozenset()
    found = word.package.xml(_CORE).find(_IDENTIFIER)
    text = (found.text or "") if found is not None else ""
    return frozenset(re.split("[:,]", text)[1:] if text.startswith(_PREFIX) else ())


def main_part(
    transcript: Transcript,
    text: list[tuple[int, Origin]],
    keys: dict[int, str],
    stated: frozenset[str],
    elements: Elements,
) -> tuple[Elements, list[int]]:
    """The elements with those of the main part that came from metadata, and their lines."""
    taken: list[int] = []
    for name, styles in _KEYS.items():
        numbers = [number for number, _ in text if keys[number] in styles]
        if name in stated and numbers and not getattr(elements, name):
            lines = [transcript.source.lines[number - 1].strip() for number in numbers]
            made = _with(name, lines, elements)
            if _printed(name, made) in (None, lines):
                elements = made
                taken += numbers
    return elements, taken


def _printed(name: str, elements: Elements) -> list[str] | None:
    """The lines that our writer prints an element as, None where it has no form of its own. What
    has been changed since, and is not as it should be, is text: there it is looked at."""
    match name:
        case "attachments":
            names = [text.rstrip(_MARKS) for text in elements.attachments]
            listed = [f"{index}.\t{text}" for index, text in enumerate(names, 1)]
            return [f"附件：{(listed if len(names) > 1 else names)[0]}", *listed[1:]]
        case "recipients":
            return [f"{(elements.recipients or '').rstrip(_MARKS)}："]
        case "note":
            return [f"（{elements.note}）"]
        case "date":
            return [elements.date or ""] if _DATE.fullmatch(elements.date or "") else [""]
    return None


def _with(name: str, lines: list[str], elements: Elements) -> Elements:
    match name:
        case "attachments":
            names = [match["name"] for line in lines if (match := _ITEM.fullmatch(line))]
            return replace(elements, attachments=tuple(names))
        case "signatures":
            return replace(elements, signatures=tuple(lines))
        case "recipients":
            return replace(elements, recipients="".join(lines).rstrip("："))
        case "note":
            return replace(elements, note="".join(lines).removeprefix("（").removesuffix("）"))
        case "date":
            return replace(elements, date="".join(lines))
        case "subtitle":
            return replace(elements, subtitle="".join(lines).removeprefix("——"))
        case _:
            return replace(elements, title="".join(lines))


def without_derived(document: Document, word: WordFile) -> Document:
    """A report without the issuers that its head has from its signature or its title, where the
    file, as our writer left it, says that no metadata gave them: its head is the same without."""
    elements, stated = document.elements, stated_in(word)
    if word.producer != _PRODUCER or not elements.layout or stated.intersection(_HEAD):
        return document
    signed = document.signature.text.split("\n") if document.signature else ()
    names = tuple(signed) or elements.signatures or tuple(filter(None, (document.organization,)))
    if elements.layout == "letter":
        names = names[:1]
    suffix = SUFFIXES.get(elements.layout, "")
    name = "".join(names)
    bare = tuple(name.removesuffix(suffix) for name in names) if len(names) == 1 else names
    derived = name.removesuffix(suffix) + suffix
    if names and (elements.issuers == bare or elements.mark == derived):
        return replace(document, elements=replace(elements, issuers=(), mark=None))
    return document
