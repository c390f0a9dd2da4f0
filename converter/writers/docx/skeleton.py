"""What all files of a layout have in common: the parts that no text changes, prepared once.

Those of the built-in layouts are data (:mod:`converter.writers.docx.built_in`), made by
``make generated``, for to make them takes as long as to write a report. A file of one upright
sheet without pictures, footnotes and imprint is its skeleton around its text.
"""

from __future__ import annotations

from converter.record import record
from converter.writers.docx.archive import Member

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.composition.blocks import Sheet
    from converter.layout.table import Layout
    from converter.writers.docx.looks import Looks

MAIN, CORE, APP = "word/document.xml", "docProps/core.xml", "docProps/app.xml"
VARIABLE = (MAIN, CORE, APP)
"""The members that every document has its own of."""
SECTION = "section"
"""The key of the section's properties among the members, in the data."""

_KEPT = 64
"""So many members are remembered compressed; a layout has a dozen."""


@record(eq=False)
class Skeleton:
    """The members of a plain file in their order, empty where they are the document's own, and
    the properties of its section."""

    members: dict[str, bytes]
    section: str


def skeleton_of(looks: Looks) -> Skeleton:
    """The skeleton of the files of a layout, made once in a process."""
    known = _skeletons.get(looks)
    if known is None:
        if len(_skeletons) >= _KEPT:
            _skeletons.clear()
        known = _skeletons[looks] = _built_in(looks.layout) or _made(looks)
    return known


_skeletons: dict[Looks, Skeleton] = {}


def is_plain(sheet: Sheet, layout: Layout) -> bool:
    """Whether a file of that sheet alone is its skeleton around its text, if there is nothing in
    it that the text refers to."""
    if sheet.landscape or sheet.margin or sheet.imprint or sheet.start != "page":
        return False
    numbered = layout.page_number.position != "none"
    is_own = sheet.page is layout.page or sheet.page == layout.page
    return sheet.number_first and sheet.numbered == numbered and is_own


def packed(name: str, content: bytes) -> Member:
    """A member that many files have, compressed once."""
    key = name, content
    known = _members.get(key)
    if known is None:
        if len(_members) >= _KEPT:
            _members.clear()
        known = _members[key] = Member(name, content)
    return known


_members: dict[tuple[str, bytes], Member] = {}


@record(eq=False)
class KnownStyles:
    """The styles part of the built-in layouts, and the ids of the styles in it."""

    content: bytes
    ids: frozenset[str]


def built_in_styles(layout: Layout) -> KnownStyles | None:
    """Those of a built-in layout, which were checked when they were made."""
    found = _built_in(layout)
    if found is None:
        return None
    from converter.writers.docx.built_in import STYLE_IDS

    return KnownStyles(found.members["word/styles.xml"], frozenset(STYLE_IDS))


def _built_in(layout: Layout) -> Skeleton | None:
    """That of a built-in layout, from the data."""
    from converter.layout.gbt9704 import LAYOUTS

    if LAYOUTS.get(layout.name) is not layout:
        return None
    from converter.writers.docx.built_in import FILES, TEXTS

    texts = {name: TEXTS[index] for name, index in FILES[layout.name].items()}
    section = texts.pop(SECTION)
    return Skeleton({name: text.encode() for name, text in texts.items()}, section)


def _made(looks: Looks) -> Skeleton:
    from converter.writers.docx.plain import plain_file

    return plain_file(looks)
