"""Paragraphs and tables of a container in their order, out of what wraps them: content controls,
custom XML, tracked changes, alternatives."""

from __future__ import annotations

from converter.record import record, replace
from converter.word.drawings import part_of
from converter.word.ledger import Change, author_of
from converter.word.names import ALTERNATE, R, branch
from converter.word.properties import W, child, value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from converter.word.package import Package

_WRAPPERS = {f"{W}customXml", f"{W}smartTag"}
_CHANGES = {
    f"{W}ins": "insertion",
    f"{W}moveTo": "move",
    f"{W}del": "deletion",
    f"{W}moveFrom": "departure",
}
_TAKEN = {f"{W}{name}" for name in ("p", "tbl", "altChunk", "commentRangeStart")}
_CONTENTS = "Table of Contents"


@record(kw_only=True)
class Item:
    """A paragraph, table, or other thing at the level of blocks (a ``w:sdt`` is one that shows what
    it shows while it is empty), with what it stands in."""

    element: Element
    contents: bool = False
    change: Change | None = None

    def target(self, package: Package, part: str) -> str:
        """The part that it refers to, empty for none."""
        return part_of(package, part, self.element.get(f"{R}id", ""))


def flow(container: Element) -> Iterator[Item]:
    """The items of a container."""
    stack = [(iter(container), Item(element=container))]
    while stack:
        elements, within = stack[-1]
        element = next(elements, None)
        if element is None:
            stack.pop()
            continue
        here = replace(within, element=element)
        if element.tag in _TAKEN:
            yield here
        elif element.tag == f"{W}sdt":
            content = child(element, "sdtContent")
            if content is not None:
                contents = here.contents or _is_contents(element)
                stack.append((iter(content), replace(here, contents=contents)))
        elif element.tag in _CHANGES:
            change = Change(_CHANGES[element.tag], author_of(element))
            kept = here.change if here.change and here.change.gone else change
            stack.append((iter(element), replace(here, change=kept)))
        elif element.tag == ALTERNATE:
            taken = branch(element)
            stack += [(iter(taken), here)] if taken is not None else []
        elif element.tag in _WRAPPERS:
            stack.append((iter(element), here))


def _is_contents(control: Element) -> bool:
    part = child(child(control, "sdtPr"), "docPartObj")
    return value(child(part, "docPartGallery")) == _CONTENTS
