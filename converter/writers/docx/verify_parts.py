"""What a file must have whatever document it holds: settings, page numbers, relations."""

from __future__ import annotations

import posixpath

from converter.writers.docx.nodes import Node, demand, parsed, qn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Concatenate, ParamSpec, TypeVar

    from converter.writers.docx.archive import Archive

    P = ParamSpec("P")
    T = TypeVar("T")

_KEPT = 64
"""So many members are remembered as checked; a layout has a handful."""


def once(check: Callable[Concatenate[bytes, P], T]) -> Callable[Concatenate[Archive, str, P], T]:
    """The check of a member's content as one of a member, made once in a process for members that
    are stored the same."""
    known: dict[tuple[object, ...], T] = {}

    def checked(archive: Archive, name: str, /, *of: P.args, **more: P.kwargs) -> T:
        key = (*archive.key(name), *of)
        if key not in known:
            if len(known) >= _KEPT:
                known.clear()
            known[key] = check(archive.read(name), *of, **more)
        return known[key]

    return checked


@once
def settings_checked(content: bytes) -> None:
    """Raises Fault when the settings leave even pages without a footer of their own."""
    even = parsed(content).find(qn("evenAndOddHeaders"))
    demand(even is not None, "偶数页页脚没有启用", "footers of even pages are off")


@once
def relations(content: bytes) -> dict[str, str]:
    """Id → name in the archive, of the parts that the main part refers to."""
    found = {}
    for relation in parsed(content).children:
        if relation.get("TargetMode") != "External":
            target = posixpath.join("/word", relation.get("Target"))
            found[relation.get("Id")] = posixpath.normpath(target)[1:]
    return found


@once
def typed(content: bytes) -> tuple[frozenset[str], frozenset[str]]:
    """The suffixes and the names that have a content type."""
    suffixes, names = set(), {"[Content_Types].xml"}
    for entry in parsed(content).children:
        suffixes.add(entry.get("Extension"))
        names.add(entry.get("PartName")[1:])
    # The type of any XML part is not the type of a part of a document.
    return frozenset(suffixes - {"xml", ""}), frozenset(names)


@once
def number_in(content: bytes) -> tuple[str, str, int, int] | None:
    """The page number in a header or footer: its text with PAGE for the number, alignment, left
    and right indent in twips; None without one. Raises Fault for a broken field and other text."""
    part = parsed(content)
    fields = list(part.iter(qn("fldChar")))
    if not fields:
        text = next(part.iter(qn("t")), None)
        demand(text is None, "页眉页脚有多余文字", "text at the edge")
        return None
    kinds = [field.get(qn("fldCharType")) for field in fields]
    codes = [code.text for code in part.iter(qn("instrText"))]
    whole = kinds == ["begin", "separate", "end"] and codes == ["PAGE"]
    paragraphs = [each for each in part.iter(qn("p")) if _holds_all(each, fields)]
    demand(whole and len(paragraphs) == 1, "页码域不完整", "the page number's field is broken")
    properties = paragraphs[0].find(qn("pPr")) or paragraphs[0]
    indents, align = properties.find(qn("ind")), properties.find(qn("jc"))
    left, right = (int(indents.get(qn(s), "0")) if indents else 0 for s in ("left", "right"))
    shown_at = "right" if align is None else align.get(qn("val"))
    return _field_text(paragraphs[0]), shown_at, left, right


def _holds_all(paragraph: Node, fields: list[Node]) -> bool:
    """Whether the marks of a field are all in runs of the paragraph itself."""
    own = [each for run in paragraph.children for each in run.children]
    return all(field in own for field in fields)


def _field_text(paragraph: Node) -> str:
    """The text of a paragraph with the code of its field in place of what the field shows."""
    found, shown = "", False
    for element in paragraph.iter(qn("t"), qn("fldChar"), qn("instrText")):
        if element.name == qn("fldChar"):
            shown = element.get(qn("fldCharType")) == "separate"
        elif not shown:
            found += element.text
    return found
