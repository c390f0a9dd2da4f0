"""What a rule is: its documentation, its examples, its options, and one function over a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from converter.bilingual import Text
from converter.findings import Fix, Severity
from converter.model.nodes import Node
from converter.model.walk import node_text
from converter.record import record
from converter.source.text import Piece

if TYPE_CHECKING:
    from converter.linter.subject import Subject

Value = TypeVar("Value", bool, int, float, str, tuple[str, ...])


class Fixable(StrEnum):
    """Whether a rule's findings have a fix: none, one that changes no meaning, one that may, or
    one or the other by the case."""

    NO = "no"
    SAFE = "safe"
    UNSAFE = "unsafe"
    SOME = "some"


@record(eq=False)
class Option(Generic[Value]):
    """A setting of a rule: its name in configuration files, its value when nothing is said, and
    what it is for. A value of a configuration file must be of the default's type."""

    name: str
    default: Value
    about: Text


@record
class Hit:
    """A rule's find: where, as the half-open span of a text, and the message.

    ``node`` is a node of the document or a piece of the input; None for a report without any text
    to point at. ``fix`` puts it right. ``severity`` is this find's own, where it differs from the
    rule's.
    """

    node: Node | Piece | None
    message: Text
    start: int = 0
    end: int | None = None
    fix: Fix | None = None
    severity: Severity | None = None

    @property
    def text(self) -> str:
        """The text that the span is of."""
        if self.node is None:
            return ""
        return self.node.text if isinstance(self.node, Piece) else node_text(self.node)

    @property
    def excerpt(self) -> str:
        """The text from the start of the span on: the span, or 20 code points where it is
        shorter, and never more than 40."""
        text = self.text
        end = len(text) if self.end is None else self.end
        return text[self.start : min(max(end, self.start + 20), self.start + 40)]


@record
class Rule:
    """One rule of the catalogue.

    ``bad`` and ``good`` are whole drafts: the first brings exactly this rule to speak, the second
    leaves every rule silent; both are run as tests. ``source`` names the standard and clause, or
    says that it is practice. ``example_profile`` is the TOML text of the profile that the examples
    are held against, where the one that their title asks for does not do. A rule that is not
    ``default`` speaks only when it is selected; one that is ``last`` looks at what became of the
    findings of all others.
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
    options: tuple[Option[bool] | Option[int] | Option[float] | Option[str], ...] = ()
    fix: Fixable = Fixable.NO
    default: bool = True
    example_profile: str = ""
    last: bool = False

    def is_called(self, name: str) -> bool:
        """Whether a name in a selection stands for this rule: its name, its code, the beginning
        of its code (S, S10), or ``all``."""
        return name in (self.name, "all") or self.code.startswith(name.upper())

    @property
    def url(self) -> str:
        """The rule's page in the documentation, relative to the project."""
        return f"docs/rules/{self.code}.md"
