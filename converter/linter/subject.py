"""What a rule looks at."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from converter.linter.rule import Option, Value
from converter.linter.view import View, prose, whole
from converter.model.nodes import Document, Node
from converter.model.walk import nodes
from converter.profiles import Profile
from converter.source.text import Piece, SourceText

if TYPE_CHECKING:
    from converter.linter.directives import Directives


class Subject:
    """One report, the profile it is held against, and the views of it that rules share; each view
    is made when the first rule asks for it.

    ``source`` is the input the report was read from, None where there is no text (JSON).
    ``companions`` are all reports of that input in order, this one among them. ``values`` are the
    options that a configuration sets.
    """

    def __init__(
        self,
        document: Document,
        profile: Profile,
        source: SourceText | None = None,
        companions: tuple[Document, ...] = (),
        values: Mapping[Option[Any], Any] | None = None,
    ) -> None:
        self.document = document
        self.profile = profile
        self.source = source
        self.companions = companions or (document,)
        self._values = values or {}

    def value(self, option: Option[Value]) -> Value:
        """What an option of a rule is set to."""
        found: Value = self._values.get(option, option.default)
        return found

    @cached_property
    def head(self) -> Node | None:
        """Where a finding about the whole report stands: the title, else the first text."""
        document = self.document
        if document.title or not (document.lead or document.sections):
            return document.title
        return document.lead[0] if document.lead else document.sections[0]

    @cached_property
    def whole(self) -> View:
        """Everything that is printed."""
        return whole(self.document)

    @cached_property
    def prose(self) -> View:
        """The report's own running text, without tables, ending and attachments."""
        return prose(self.document, self.whole)

    @cached_property
    def directives(self) -> Directives | None:
        """The comments in the report that silence findings; None where there are none."""
        if not any(item.reason == "directive" for item in self.document.removed):
            return None
        from converter.linter.directives import Directives  # most drafts have none

        return Directives(self.document)

    @cached_property
    def pieces(self) -> list[Piece]:
        """The lines of the input from the report's first to its last, blank ones and residue too,
        as they stand there; none where there is no input text."""
        if self.source is None:
            return []
        places = [node.place(0)[0] for _, node in nodes(self.document)]
        places += [item.line for item in self.document.removed]
        ends = [
            node.breaks[-1].line if node.breaks else node.line for _, node in nodes(self.document)
        ]
        if not places:
            return []
        first, last = min(places), max(places + ends)
        lines = self.source.lines[first - 1 : last]
        return [Piece(text, number) for number, text in enumerate(lines, first)]
