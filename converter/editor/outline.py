"""The outline of a draft: its reports, their parts and headings."""

from __future__ import annotations

from lsprotocol.types import DocumentSymbol, Position, Range, SymbolKind

from converter.bilingual import Lang, Text
from converter.editor.checked import Checked
from converter.editor.places import position
from converter.model.nodes import Document, Section
from converter.model.walk import node_text, nodes

_UNTITLED = Text("（无标题）", "(untitled)")


def outline(checked: Checked, encoding: str, lang: Lang) -> list[DocumentSymbol]:
    """The headings of the draft's report, or, of a compilation, of each report under its title."""
    ends = [_last_line(document) for document in checked.documents]
    made = _Outline(checked, encoding, lang)
    if len(checked.documents) == 1:
        return made.sections(checked.documents[0].sections, ends[0])
    return [
        made.symbol(
            document.title.text if document.title else _UNTITLED.get(lang),
            "",
            _first(document),
            end,
            made.sections(document.sections, end),
            SymbolKind.File,
        )
        for document, end in zip(checked.documents, ends, strict=True)
    ]


def _first(document: Document) -> int:
    return next((node.line for _, node in nodes(document)), 1)


def _last_line(document: Document) -> int:
    lines = [node.place(max(len(node_text(node)) - 1, 0))[0] for _, node in nodes(document)]
    return max(lines, default=1)


class _Outline:
    def __init__(self, checked: Checked, encoding: str, lang: Lang) -> None:
        self._lines = checked.lines
        self._profiles = {
            role.id: role.name
            for document in checked.documents
            for role in checked.configuration.choice.of(document.profile).roles
        }
        self._encoding = encoding
        self._lang = lang

    def sections(self, sections: tuple[Section, ...], end: int) -> list[DocumentSymbol]:
        """A symbol for each of the headings of one level; each reaches to the line before the
        next one's, the last one to the line ``end``."""
        starts = [section.line for section in sections]
        ends = [start - 1 for start in starts[1:]] + [end]
        return [
            self._section(section, max(start, last))
            for section, start, last in zip(sections, starts, ends, strict=False)
        ]

    def _section(self, section: Section, last: int) -> DocumentSymbol:
        below = tuple(child for child in section.content if isinstance(child, Section))
        kind = SymbolKind.Module if section.level == 1 else SymbolKind.String
        name = f"{section.mark}{section.heading}" or "—"
        children = self.sections(below, last)
        return self.symbol(name, self._roles(section), section.line, last, children, kind)

    def symbol(
        self,
        name: str,
        detail: str,
        first: int,
        last: int,
        children: list[DocumentSymbol],
        kind: SymbolKind,
    ) -> DocumentSymbol:
        """A symbol from the first line to the end of the last."""
        start = Position(line=first - 1, character=0)
        return DocumentSymbol(
            name=name,
            detail=detail,
            kind=kind,
            range=Range(start=start, end=self._end(last)),
            selection_range=Range(start=start, end=self._end(first)),
            children=children,
        )

    def _end(self, line: int) -> Position:
        length = len(self._lines[line - 1]) if line <= len(self._lines) else 0
        return position(self._lines, line, length + 1, self._encoding)

    def _roles(self, section: Section) -> str:
        names = (self._profiles.get(role, {"zh": role}) for role in section.roles)
        return "、".join(name.get(self._lang, name["zh"]) for name in names)
