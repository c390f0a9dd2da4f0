"""What a rule looks at."""

from __future__ import annotations

from functools import cached_property

from converter.linter.traits import Traits, traits
from converter.linter.view import views
from converter.model.nodes import Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from converter.linter.directives import Directives
    from converter.linter.form import Form
    from converter.linter.rule import Needs, Option, Value
    from converter.linter.view import View
    from converter.model.nodes import Document, Node
    from converter.profiles import Profile
    from converter.source.text import SourceText


class Subject:
    """One report, the profile it is held against, and the views of it that rules share; each view
    is made when the first rule asks for it.

    ``source`` is the input the report was read from, None where there is no text (JSON).
    ``companions`` are all reports of that input in order, this one among them. ``values`` are the
    options that a configuration sets. ``form`` is the look of the Word file that the reports are
    from, where that is judged.
    """

    def __init__(
        self,
        document: Document,
        profile: Profile,
        source: SourceText | None = None,
        companions: tuple[Document, ...] = (),
        values: Mapping[Option[Any], Any] | None = None,
        form: Form | None = None,
    ) -> None:
        self.document = document
        self.profile = profile
        self.source = source
        self.companions = companions or (document,)
        self._values = values or {}
        self.form = form

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
    def _views(self) -> tuple[View, View]:
        return views(self.document)

    @cached_property
    def whole(self) -> View:
        """Everything that is printed."""
        return self._views[0]

    @cached_property
    def prose(self) -> View:
        """The report's own running text, without tables, ending and attachments."""
        return self._views[1]

    @cached_property
    def sections(self) -> list[Section]:
        """The sections of all levels, in document order."""
        return [
            passage.node for passage in self.prose.passages if isinstance(passage.node, Section)
        ]

    @cached_property
    def families(self) -> list[tuple[Section | None, list[Section]]]:
        """The sections of level 1, then each section with its sub-sections, if it has such, in
        document order."""
        found: list[tuple[Section | None, list[Section]]] = [(None, list(self.document.sections))]
        for section in self.sections:
            children = [child for child in section.content if isinstance(child, Section)]
            if children:
                found.append((section, children))
        return found

    @cached_property
    def traits(self) -> Traits:
        """What there is in the report, and what it lacks."""
        return Traits(traits(self))

    def has(self, needs: Needs) -> bool:
        """Whether the report has what a rule needs to find anything in it."""
        for choice in needs if isinstance(needs, tuple) else (needs,):
            for view, words in choice.items():
                if not getattr(self, view).holds(words):
                    break
            else:
                return True
        return False

    @cached_property
    def directives(self) -> Directives | None:
        """The comments in the report that silence findings; None where there are none."""
        if not any(item.reason == "directive" for item in self.document.removed):
            return None
        from converter.linter.directives import Directives  # most drafts have none

        return Directives(self.document)
