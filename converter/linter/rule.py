"""What a rule is: its documentation, its examples, and one function over a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from converter.bilingual import Text
from converter.findings import Fix, Severity
from converter.model.nodes import Document, Node
from converter.model.walk import node_text
from converter.profiles import Profile


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule looks at: one report and the profile it is held against."""

    document: Document
    profile: Profile

    @property
    def head(self) -> Node | None:
        """Where a finding about the whole report stands: the title, else the first text."""
        document = self.document
        if document.title or not (document.lead or document.sections):
            return document.title
        return document.lead[0] if document.lead else document.sections[0]


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's find: the node, the half-open span of its text, and the message.

    ``node`` is None for a report without any text to point at.
    """

    node: Node | None
    message: Text
    start: int = 0
    end: int | None = None
    fix: Fix | None = None

    @property
    def excerpt(self) -> str:
        """The text from the start of the span on: the span, or 20 code points where it is
        shorter, and never more than 40."""
        text = node_text(self.node) if self.node else ""
        end = len(text) if self.end is None else self.end
        return text[self.start : min(max(end, self.start + 20), self.start + 40)]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    ``bad`` and ``good`` are whole drafts: the first brings exactly this rule to speak, the second
    leaves it silent; both are run as tests. ``source`` names the standard and clause, or says
    that it is practice. ``example_profile`` is the TOML text of the profile that the examples are
    held against, where the default one does not do.
    """

    code: str
    name: str
    severity: Severity
    summary: Text
    why: Text
    source: Text
    bad: str
    good: str
    check: Callable[[Subject], Iterable[Hit]]
    example_profile: str = ""

    @property
    def url(self) -> str:
        """The rule's place in the documentation, relative to the project."""
        return f"docs/rules.md#{self.code}"
