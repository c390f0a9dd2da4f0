"""What a rule is: its documentation, its examples, its options, and one function over a report."""

from __future__ import annotations

from converter.model.walk import node_text
from converter.record import record
from converter.source.text import Piece

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

    from converter.bilingual import Text
    from converter.findings import Fix, Severity
    from converter.linter.subject import Subject
    from converter.model.nodes import Node

    Value = TypeVar("Value", bool, int, float, str, tuple[str, ...])
    Need: TypeAlias = Mapping[str, str | tuple[str, ...]]
    Needs: TypeAlias = Need | tuple[Need, ...]
    """What a report must have for a rule to find anything in it; see :class:`Rule`."""
else:  # typing takes longer to import than a report to check
    Value = None

    class Generic:
        """Stands for :class:`typing.Generic`."""

        __slots__ = ()

        def __class_getitem__(cls, value):
            return cls


class Fixable(str):
    """Whether a rule's findings have a fix: none, one that changes no meaning, one that may, or
    one or the other by the case."""

    __slots__ = ()
    NO: ClassVar[Fixable]
    SAFE: ClassVar[Fixable]
    UNSAFE: ClassVar[Fixable]
    SOME: ClassVar[Fixable]


# An enumeration takes as long to make as ten of these.
Fixable.NO, Fixable.SAFE = Fixable("no"), Fixable("safe")
Fixable.UNSAFE, Fixable.SOME = Fixable("unsafe"), Fixable("some")


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


@record(eq=False)
class Sample:
    """The Word file that the examples of a rule about form are planted in: our writer's, of a
    draft in :mod:`converter.linter.samples`, set in ``layout``; ``part`` is the part
    of the file that changes. Every place in it that says ``good`` says ``bad`` then."""

    layout: str = "report"
    part: str = "word/document.xml"


@record(eq=False)
class Rule:
    """One rule of the catalogue.

    ``bad`` and ``good`` are whole drafts: the first brings exactly this rule to speak, the second
    leaves every rule silent; both are run as tests. ``source`` names the standard and clause, or
    says that it is practice. ``example_profile`` is the TOML text of the profile that the examples
    are held against, where the one that their title asks for does not do. A rule that is not
    ``default`` speaks only when it is selected; one that is ``last`` looks at what became of the
    findings of all others.

    ``needs`` saves time: where a report has not what it says, the rule is not asked, nor even
    imported. For each of some views of the :class:`~converter.linter.subject.Subject` (``prose``,
    ``whole``, ``headings``, ``traits``) it has words, or a string of characters, one of which at
    least must be in it; of several needs, one must be met::

        needs={"prose": ("一是", "一要"), "traits": ("compiled",)}
        needs=({"whole": "<>"}, {"traits": ("removed-markup",)})

    A need may be wider than what the rule looks for, never narrower; ``tests/linter/test_needs.py``
    compares what all rules say with their needs and without.

    ``words`` are further ones that the rule looks for in a view, which the index shall know.

    A rule about the form of Word files has a ``sample``: its ``good`` is text of a part of the
    file that our writer makes, its ``bad`` what is planted there instead.

    A rule from the index (:mod:`converter.linter.index`) knows what it takes to be chosen and
    asked, and its module, which is imported when one wants to know more of it.
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
    options: tuple[
        Option[bool] | Option[int] | Option[float] | Option[str] | Option[tuple[str, ...]], ...
    ] = ()
    fix: Fixable = Fixable.NO
    default: bool = True
    example_profile: str = ""
    last: bool = False
    needs: Needs | None = None
    words: tuple[str, ...] = ()
    module: str = ""
    sample: Sample | None = None

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """What a rule from the index does not know yet."""
            if name not in Rule.__slots__:
                raise AttributeError(name)
            rules = __import__(self.module, fromlist=["RULES"]).RULES
            whole = next(rule for rule in rules if rule.code == self.code)
            for field in Rule.__slots__:
                setattr(self, field, getattr(whole, field) if field != "module" else self.module)
            return getattr(self, name)

    def is_called(self, name: str) -> bool:
        """Whether a name in a selection stands for this rule: its name, its code, the beginning
        of its code (S, S10), or ``all``."""
        return name in (self.name, "all") or self.code.startswith(name.upper())

    @property
    def url(self) -> str:
        """The rule's page in the documentation, relative to the project."""
        return f"docs/rules/{self.code}.md"


USUAL: dict[str, Any] = {"default": True, "last": False, "needs": None}
"""What the index leaves out because most rules have it."""


def listed(known: dict[str, Any]) -> Rule:
    """A rule of which the index holds so much."""
    rule: Rule = Rule.__new__(Rule)
    for name, value in (USUAL | known).items():
        setattr(rule, name, value)
    return rule
