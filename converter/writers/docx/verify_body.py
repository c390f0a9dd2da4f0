"""One pass over the main part of a file: everything it says is compared while it is read."""

from __future__ import annotations

from pyexpat import ParserCreate

from converter.writers.docx.nodes import SEPARATOR, Fault, demand, local, qn
from converter.writers.docx.oxml import SVG_BLIP, WP, A, R

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator
    from typing import ClassVar, TypeAlias

    Attributes: TypeAlias = dict[str, str]

_TEXT, _PARAGRAPH, _VALUE, _TYPE = map(qn, ("t", "p", "val", "type"))
_STYLES = frozenset(map(qn, ("pStyle", "rStyle", "tblStyle")))
_HOLDERS = frozenset(map(qn, ("tc", "txbxContent")))
_PLACE = f"{WP}{SEPARATOR}posOffset"
"""Where a picture stands: the only element with a text that is none of the document's."""
_ID, _EMBED = f"{R}{SEPARATOR}id", f"{R}{SEPARATOR}embed"
_names: dict[str, str] = {}
"""The names that parsers met: the same one is the same object, which is quickly compared."""
_SLOTS = tuple(map(qn, ("ascii", "hAnsi", "eastAsia", "cs")))


class Section:
    """What a section says: the attributes of its elements by their names, and the ids of its
    headers and footers by their names and kinds."""

    def __init__(self) -> None:
        self.facts: dict[str, dict[str, str]] = {}
        self.edges: dict[tuple[str, str], str] = {}


class Body:
    """What a main part says beside its texts: ``sections``; ``notes``, the ids of the footnotes
    that it calls; ``pictures``, the ids of the files that it shows.

    ``styles`` and ``targets`` are the ids that may be referred to, ``fonts`` gives the names that
    may be named.
    """

    def __init__(
        self,
        styles: Container[str | None],
        targets: Container[str | None],
        fonts: Callable[[], Container[str | None]],
    ) -> None:
        self._styles, self._targets, self._fonts = styles, targets, fonts
        self.sections: list[Section] = []
        self.notes: list[str] = []
        self.pictures: list[str] = []

    def read(self, chunks: Iterable[bytes], wanted: Iterator[str]) -> None:
        """Reads the part and compares it with what each paragraph with text must say, in order.

        Raises Fault for the first thing that is wrong, ExpatError for what is no XML.
        """
        texts: list[str] = []
        outer: list[list[str]] = []  # of the paragraphs in which the one that is read stands
        filled: list[bool] = []  # whether each open cell or box has a paragraph
        styles, others = self._styles, _OTHERS
        parser = ParserCreate(None, SEPARATOR, _names)
        parser.buffer_text = True

        def start(name: str, attributes: Attributes) -> None:
            nonlocal texts
            if name == _TEXT:
                parser.CharacterDataHandler = texts.append
            elif name == _PARAGRAPH:
                outer.append(texts)
                texts = []
                if filled:
                    filled[-1] = True
            elif name in _STYLES:
                if attributes.get(_VALUE) not in styles:
                    raise Fault("用了没有的样式", "unknown style")
            elif name in others:
                others[name](self, name, attributes)
            elif name in _HOLDERS:
                filled.append(False)
            elif name == _PLACE:
                parser.CharacterDataHandler = None

        def end(name: str) -> None:
            nonlocal texts
            if name == _TEXT:
                parser.CharacterDataHandler = _stray
                if not outer:
                    raise Fault("有文字不在段落里", "text outside a paragraph")
            elif name == _PARAGRAPH:
                text = "".join(texts)
                if text and text != next(wanted, None):
                    raise Fault("文字不符", "wrong text")
                texts = outer.pop()
            elif name in _HOLDERS:
                demand(filled.pop(), "有空的单元格或文本框", "a cell or box without a paragraph")
            elif name == _PLACE:
                parser.CharacterDataHandler = _stray

        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = _stray
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
        # They know the parser, and it knows them: not to be in memory until cycles are searched.
        parser.StartElementHandler = parser.EndElementHandler = None
        demand(next(wanted, None) is None, "文字不符", "wrong text")

    def _section(self, name: str, attributes: Attributes) -> None:
        self.sections.append(Section())

    def _fact(self, name: str, attributes: Attributes) -> None:
        said = {local(key): value for key, value in attributes.items()}
        self._last().facts[local(name)] = said

    def _edge(self, name: str, attributes: Attributes) -> None:
        self._refers(attributes.get(_ID))
        kind = local(name).removesuffix("Reference"), attributes.get(_TYPE, "")
        self._last().edges[kind] = attributes[_ID]

    def _last(self) -> Section:
        demand(bool(self.sections), "节的属性不在节里", "properties of a section outside of one")
        return self.sections[-1]

    def _picture(self, name: str, attributes: Attributes) -> None:
        self._refers(attributes.get(_EMBED))
        self.pictures.append(attributes[_EMBED])

    def _drawn(self, name: str, attributes: Attributes) -> None:
        """The drawing that a picture before stands for, in programs that do not know it."""
        self._refers(attributes.get(_EMBED))
        self.pictures[-1] = attributes[_EMBED]

    def _refers(self, target: str | None) -> None:
        demand(target in self._targets, "引用了没有的部件", "unknown part")

    def _direct_fonts(self, name: str, attributes: Attributes) -> None:
        known = self._fonts()
        good = all(attributes.get(slot) in known for slot in _SLOTS)
        demand(good, "用了版式以外的字体", "a font that is not the layout's")

    def _note(self, name: str, attributes: Attributes) -> None:
        self.notes.append(attributes.get(qn("id"), ""))

    OTHERS: ClassVar[dict[str, Callable[[Body, str, Attributes], None]]] = {
        **dict.fromkeys(map(qn, ("pgSz", "pgMar", "type", "docGrid", "titlePg")), _fact),
        **dict.fromkeys(map(qn, ("headerReference", "footerReference")), _edge),
        qn("sectPr"): _section,
        qn("rFonts"): _direct_fonts,
        qn("footnoteReference"): _note,
        f"{A}{SEPARATOR}blip": _picture,
        f"{SVG_BLIP}{SEPARATOR}svgBlip": _drawn,
    }
    """What is done with elements that few paragraphs have."""


_OTHERS = Body.OTHERS


def _stray(text: str) -> None:
    raise Fault("有文字不在正文里", "text that is none of the document's")
