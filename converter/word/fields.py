"""Fields: which text is a field's result and which is its instruction (ISO/IEC 29500-1, 17.16)."""

from __future__ import annotations

import re

from converter.word.equations import equation
from converter.word.names import MC, branch
from converter.word.properties import W, child, local, value, whole
from converter.word.symbols import symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from lxml.etree import _Element as Element

_FIELD = f"{W}fldChar"
_BOX = f"{W}txbxContent"
_BRANCHES = (f"{MC}Choice", f"{MC}Fallback")
_NOTHING = ("", "")
_SYMBOL_FONT = re.compile(r"\\f\s+\"?([^\"\\]+)")
_CONTENTS = "TOC"
PAGE = "PAGE"
FIRST_PAGE = "1"
"""What a page number shows whose result no program has written into the file yet."""


class _Field:
    """A field that has begun: its instruction so far, its name, and whether its result has."""

    def __init__(self, begin: Element) -> None:
        self.begin = begin
        self.instruction: list[str] = []
        self.name = ""
        self.result = False


class Fields:
    """The fields that are open at a place of a story, outermost first.

    A mark without its partner (of a damaged file) is passed over, so that it does not make an
    instruction of all that follows.
    """

    def __init__(self, container: Element) -> None:
        self._stray = _stray(container)
        self._open: list[_Field] = []
        self._instructions = self._contents = 0
        self.ended = ""
        """The name of the field that ended last."""

    @property
    def shown(self) -> bool:
        """Whether text here is text of the file: not within an instruction."""
        return not self._instructions

    @property
    def name(self) -> str:
        """The name of the innermost field whose result stands here, empty for none."""
        return self._open[-1].name if self._open else ""

    @property
    def in_contents(self) -> bool:
        """Whether this is in an automatic table of contents."""
        return self._contents > 0

    def instruct(self, text: str) -> None:
        """Takes a piece of an instruction."""
        if self._open and not self._open[-1].result:
            self._open[-1].instruction.append(text)

    def mark(self, element: Element) -> tuple[str, str]:
        """Takes a ``w:fldChar``. Returns the text of a field that shows some without having a
        result, when it ends, and the reading above it."""
        kind = value(element, "fldCharType")
        if element in self._stray or (not self._open and kind != "begin"):
            return _NOTHING
        match kind:
            case "begin":
                self._open.append(_Field(element))
                self._instructions += 1
            case "separate":
                self._separate(self._open[-1])
            case "end":
                return self._end(self._open.pop())
        return _NOTHING

    def _separate(self, field: _Field) -> None:
        if not field.result:
            field.name, field.result = name_of("".join(field.instruction)), True
            self._instructions -= 1
            self._contents += field.name == _CONTENTS

    def _end(self, field: _Field) -> tuple[str, str]:
        had_result = field.result
        self._separate(field)
        self._contents -= field.name == _CONTENTS
        self.ended = field.name
        return _shown_without_result(field, had_result=had_result)


def name_of(instruction: str) -> str:
    """The name of the field of an instruction (``PAGE``)."""
    words = instruction.split(maxsplit=1)
    return words[0].upper() if words else ""


def _stray(container: Element) -> AbstractSet[Element]:
    """The field marks of a story (without the text boxes in it) that have no partner."""
    open_fields: list[list[Element]] = []
    lone: set[Element] = set()
    for element in container.iter(_FIELD):
        if not _belongs(element, container):
            continue
        kind = value(element, "fldCharType")
        if kind == "begin":
            open_fields.append([element])
        elif not open_fields or (kind == "separate" and len(open_fields[-1]) > 1):
            lone.add(element)
        elif kind == "separate":
            open_fields[-1].append(element)
        else:
            open_fields.pop()
    return lone.union(*open_fields)


def _belongs(element: Element, container: Element) -> bool:
    """Whether a mark is of this story: not of a text box in it, nor of an alternative not taken."""
    for above in element.iterancestors(_BOX, *_BRANCHES):
        if above is container:
            return True
        alternate = above.getparent()
        if above.tag == _BOX or alternate is None or branch(alternate) is not above:
            return False
    return True


def _shown_without_result(field: _Field, *, had_result: bool) -> tuple[str, str]:
    if had_result and field.name != "FORMDROPDOWN":
        return _NOTHING
    instruction = "".join(field.instruction)
    match field.name:
        case str(name) if name == PAGE:
            return FIRST_PAGE, ""
        case "FORMCHECKBOX":
            return _check_box(child(field.begin, "ffData")), ""
        case "FORMDROPDOWN":
            return _choice(child(field.begin, "ffData")), ""
        case "EQ":
            return equation(instruction)
        case "SYMBOL":
            return _symbol(instruction), ""
        case "MACROBUTTON" | "GOTOBUTTON":
            return " ".join(instruction.split()[2:]), ""
    return _NOTHING


def _symbol(instruction: str) -> str:
    """The character of a SYMBOL field, which gives its place in a font in decimal."""
    words, font = instruction.split(), _SYMBOL_FONT.search(instruction)
    code = whole(words[1]) if len(words) > 1 else None
    return symbol(font[1].strip() if font else "", code) if code is not None and code > 0 else ""


def _check_box(data: Element | None) -> str:
    box = child(data, "checkBox")
    for name in ("checked", "default"):
        state = child(box, name)
        if state is not None:
            return "☐" if value(state) in ("0", "false", "off") else "☒"
    return "☐"


def _choice(data: Element | None) -> str:
    choices = child(data, "ddList")
    entries = (
        [value(entry) for entry in choices if local(entry) == "listEntry"]
        if (choices is not None)
        else []
    )
    for name in ("result", "default"):
        chosen = whole(value(child(choices, name)))
        if chosen is not None and 0 <= chosen < len(entries):
            return entries[chosen]
    return entries[0] if entries else ""
