"""Which layout a Word file is to be held against, by what stands in it, where none is named."""

from __future__ import annotations

from converter.linter.form.elements import items_of
from converter.linter.form.signs import is_red

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.layout.words import Kind
    from converter.linter.form.items import Item
    from converter.model.nodes import Document
    from converter.word.model import Border, WordFile
    from converter.word.transcript import Transcript

_DOUBLE = ("thickThin", "thinThick")
_LONG = 5_900_000
"""In EMU: 164 mm. A letter's rules are 170 mm long, that of a head as wide as the text, 156 mm."""


def kind_of(word: WordFile, transcript: Transcript, documents: Sequence[Document]) -> Kind:
    """The kind of layout: ``minutes`` and ``order`` by their mark, ``letter`` by its double rules
    or a mark without 文件 above a number of letters, ``official`` by a mark, a red rule with a
    document number, or an imprint with its printing line; else ``report``."""
    items = items_of(word, transcript, documents)
    mark = "".join("".join(item.text.split()) for item in items if item.element == "mark")
    number = "".join(item.text for item in items if item.element == "document_number")
    if mark.endswith("纪要"):
        return "minutes"
    if mark.endswith("令"):
        return "order"
    if _has_double_rules(word, items):
        return "letter"
    if mark:
        return "letter" if not mark.endswith("文件") and "函" in number else "official"
    has_imprint = any(item.element == "printing" for item in items)
    return "official" if number and (has_imprint or _has_red_rule(word, items)) else "report"


def _has_double_rules(word: WordFile, items: Sequence[Item]) -> bool:
    """Whether there is a rule of a thick and a thin stroke, drawn or as a paragraph's border, or a
    red one that is longer than the text is wide."""
    if any(border.kind.startswith(_DOUBLE) for border in _borders(items)):
        return True
    return any(
        line.compound.startswith(_DOUBLE) or (is_red(line.colour) and line.length >= _LONG)
        for line in word.lines
    )


def _has_red_rule(word: WordFile, items: Sequence[Item]) -> bool:
    return any(is_red(line.colour) for line in word.lines) or any(
        is_red(border.colour) for border in _borders(items)
    )


def _borders(items: Sequence[Item]) -> list[Border]:
    return [border for item in items for border in item.paragraph.look.borders]
