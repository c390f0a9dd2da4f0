"""A paragraph's content as pieces in their order: characters, drawings, note calls, with what they
stand in (fields, tracked changes), before looks are known.

Elements may be nested deep; they are gone through with a stack of their own.
"""

from __future__ import annotations

from converter.record import record, replace
from converter.word.drawings import drawn
from converter.word.fields import FIRST_PAGE, PAGE, name_of
from converter.word.formulas import formula
from converter.word.ledger import Change, author_of
from converter.word.model import NoteCall
from converter.word.names import ALTERNATE, MATH, R, branch
from converter.word.pictures import pictured
from converter.word.properties import W, child, local, value
from converter.word.symbols import symbol
from converter.word.texts import plain_text, shown_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from lxml.etree import _Element as Element

    from converter.word.drawings import Found
    from converter.word.fields import Fields
    from converter.word.ledger import Ledger
    from converter.word.package import Package

_BREAKS = ("page", "column")
_CHANGES = {
    f"{W}ins": "insertion",
    f"{W}moveTo": "move",
    f"{W}del": "deletion",
    f"{W}moveFrom": "departure",
}
_DATES = ("dayLong", "dayShort", "monthLong", "monthShort", "yearLong", "yearShort")
_NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"


@record(kw_only=True)
class Piece:
    """A piece: ``text``, or one of the others. ``element`` is the run (``w:r``) it stands in,
    ``properties`` its ``w:rPr``; ``change`` the tracked change, ``field`` the name of the field."""

    text: str = ""
    element: Element | None = None
    properties: Element | None = None
    field: str = ""
    contents: bool = False
    change: Change | None = None
    page_break: bool = False
    found: Found | None = None
    note: NoteCall | None = None


@record(kw_only=True)
class Where:
    """What an element stands in."""

    element: Element | None = None
    properties: Element | None = None
    link: str = ""
    change: Change | None = None


Nested: TypeAlias = "tuple[Iterator[Element], Where] | None"


class Reader:
    """Reads the paragraphs of a story: ``part`` is the part it stands in, ``fields`` those that
    are open where a paragraph begins. ``paragraph`` is the number of the one that is read."""

    def __init__(self, package: Package, part: str, ledger: Ledger, fields: Fields) -> None:
        self._package, self._part, self._ledger = package, part, ledger
        self.fields = fields
        self._paragraph = 0
        self._pieces: list[Piece] = []
        self._text: list[str] = []
        self._mark_follows: NoteCall | None = None

    def pieces(self, paragraph: Element, number: int) -> list[Piece]:
        """The pieces of a ``w:p``, changed and hidden ones too. What is no text but belongs to the
        paragraph (comments, asides) is noted under its number."""
        self._paragraph, self._pieces = number, []
        stack: list[tuple[Iterator[Element], Where]] = [(iter(paragraph), Where())]
        while stack:
            elements, where = stack[-1]
            element = next(elements, None)
            if element is None:
                self._flush(where)
                stack.pop()
                continue
            read = _READERS.get(element.tag)
            nested = read(self, element, where) if read else None
            if nested:
                self._flush(where)
                stack.append(nested)
        return self._pieces

    # -- Characters

    def text(self, element: Element, where: Where) -> Nested:
        self.characters(shown_text(element), where)
        return None

    def characters(self, text: str, where: Where) -> None:
        """Takes characters, unless they are of an instruction or a note's own mark."""
        if self._mark_follows and text:
            call = self._mark_follows
            marks = self._ledger.custom_marks
            marks[call.kind, call.id] = marks.get((call.kind, call.id), "") + text
        elif self.fields.shown:
            self._text.append(text)

    def control(self, element: Element, where: Where) -> Nested:
        self.characters(_CONTROLS[local(element)], where)
        return None

    def line_end(self, element: Element, where: Where) -> Nested:
        if value(element, "type") in _BREAKS:
            self._flush(where)
            self.add(where, Piece(page_break=True))
        else:
            self.characters("\n", where)
        return None

    def symbol(self, element: Element, where: Where) -> Nested:
        try:
            code = int(value(element, "char"), 16)
        except ValueError:
            return None
        self.characters(symbol(value(element, "font"), code), where)
        return None

    def date(self, element: Element, where: Where) -> Nested:
        self._ledger.aside("date", local(element), self._paragraph)
        return None

    def formula(self, element: Element, where: Where) -> Nested:
        self.characters(formula(element), where)
        return None

    # -- What wraps runs

    def run(self, element: Element, where: Where) -> Nested:
        self._mark_follows = None
        properties = child(element, "rPr")
        return iter(element), replace(where, element=element, properties=properties)

    def wrapper(self, element: Element, where: Where) -> Nested:
        return iter(element), where

    def link(self, element: Element, where: Where) -> Nested:
        return iter(element), replace(where, link="HYPERLINK")

    def simple_field(self, element: Element, where: Where) -> Nested:
        name = name_of(value(element, "instr"))
        if name == PAGE and not len(element):
            return self.page_number(element, where)
        return iter(element), replace(where, link=name)

    def page_number(self, _element: Element, where: Where) -> Nested:
        self._flush(where)
        self.characters(FIRST_PAGE, where)
        self._flush(replace(where, link=PAGE))
        return None

    def change(self, element: Element, where: Where) -> Nested:
        change = Change(_CHANGES[element.tag], author_of(element))
        if where.change and where.change.gone:
            return iter(element), where
        return iter(element), replace(where, change=change)

    def control_text(self, element: Element, where: Where) -> Nested:
        content = child(element, "sdtContent")
        return None if content is None else (iter(content), where)

    def alternate(self, element: Element, where: Where) -> Nested:
        taken = branch(element)
        return None if taken is None else (iter(taken), where)

    def ruby(self, element: Element, where: Where) -> Nested:
        above = child(element, "rt")
        if above is not None and self.fields.shown:
            self._ledger.aside("ruby", plain_text(above), self._paragraph)
        base = child(element, "rubyBase")
        return None if base is None else (iter(base), where)

    # -- Fields

    def field_mark(self, element: Element, where: Where) -> Nested:
        self._flush(where)
        text, above = self.fields.mark(element)
        self.characters(text, where)
        if text and self.fields.ended == PAGE:
            self._flush(replace(where, link=PAGE))
        if above and self.fields.shown:
            self._ledger.aside("ruby", above, self._paragraph)
        return None

    def instruction(self, element: Element, where: Where) -> Nested:
        self.fields.instruct(element.text or "")
        return None

    # -- Drawings, notes, comments, other files

    def drawing(self, element: Element, where: Where) -> Nested:
        self._place(drawn(element, self._package, self._part), where)
        return None

    def picture(self, element: Element, where: Where) -> Nested:
        self._place(pictured(element, self._package, self._part), where)
        return None

    def _place(self, found: Iterable[Found], where: Where) -> None:
        self._flush(where)
        for each in found if self.fields.shown else ():
            self.add(where, Piece(found=each))

    def note(self, element: Element, where: Where) -> Nested:
        self._flush(where)
        call = NoteCall(kind=local(element).removesuffix("Reference"), id=value(element, "id"))
        if self.fields.shown:
            self.add(where, Piece(note=call))
            if value(element, "customMarkFollows") in ("1", "true", "on"):
                self._mark_follows = call
        return None

    def comment(self, element: Element, where: Where) -> Nested:
        self._ledger.comment(value(element, "id"), self._paragraph)
        return None

    def subdocument(self, element: Element, where: Where) -> Nested:
        target = self._package.relationships(self._part).get(element.get(f"{R}id", ""))
        self._ledger.aside("subdocument", target.target if target else "", self._paragraph)
        return None

    # -- Pieces

    def add(self, where: Where, piece: Piece) -> None:
        """Takes a piece, with what it stands in."""
        self._pieces.append(
            replace(
                piece,
                element=where.element,
                properties=where.properties,
                field=self.fields.name or where.link,
                contents=self.fields.in_contents,
                change=where.change,
            )
        )

    def _flush(self, where: Where) -> None:
        if self._text:
            text, self._text = "".join(self._text), []
            if text:
                self.add(where, Piece(text=text))


_CONTROLS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": _NO_BREAK_HYPHEN}
_READERS: dict[object, Callable[[Reader, Element, Where], Nested]] = {
    **{f"{W}{name}": Reader.wrapper for name in ("smartTag", "customXml", "bdo", "dir")},
    **dict.fromkeys(_CHANGES, Reader.change),
    **{f"{W}{name}": Reader.control for name in _CONTROLS},
    **{f"{W}{name}": Reader.date for name in _DATES},
    **{f"{W}{name}": Reader.text for name in ("t", "delText")},
    **{f"{W}{name}": Reader.instruction for name in ("instrText", "delInstrText")},
    **{f"{W}{name}": Reader.picture for name in ("pict", "object")},
    **{f"{W}{name}": Reader.note for name in ("footnoteReference", "endnoteReference")},
    **{f"{W}{name}": Reader.comment for name in ("commentRangeStart", "commentReference")},
    **{f"{MATH}{name}": Reader.formula for name in ("oMath", "oMathPara")},
    f"{W}r": Reader.run,
    f"{W}br": Reader.line_end,
    f"{W}sym": Reader.symbol,
    f"{W}hyperlink": Reader.link,
    f"{W}fldSimple": Reader.simple_field,
    f"{W}pgNum": Reader.page_number,
    f"{W}sdt": Reader.control_text,
    f"{W}ruby": Reader.ruby,
    f"{W}fldChar": Reader.field_mark,
    f"{W}drawing": Reader.drawing,
    f"{W}subDoc": Reader.subdocument,
    ALTERNATE: Reader.alternate,
}
