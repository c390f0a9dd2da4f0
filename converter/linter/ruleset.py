"""Which rules run, how grave their findings are, and what their options are set to."""

from __future__ import annotations

from converter.linter.registry import all_rules, choose
from converter.record import field, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from converter.findings import Severity
    from converter.linter.rule import Option, Rule


@record
class Ruleset:
    """``severities`` (by code) and ``values`` hold what differs from the rules' own; ``chosen``
    are the codes of rules that were named outright, which a profile does not switch off."""

    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    values: Mapping[Option[Any], Any] = field(default_factory=dict)
    chosen: frozenset[str] = frozenset()

    def severity(self, rule: Rule) -> Severity:
        """How grave the rule's findings are."""
        return self.severities.get(rule.code, rule.severity)


def standard() -> Ruleset:
    """Every rule that is on when nothing is said."""
    return Ruleset(tuple(rule for rule in all_rules() if rule.default))


def selected(select: Iterable[str], ignore: Iterable[str]) -> Ruleset:
    """The rules named by ``select`` (the standard ones, when nothing is) less the ignored ones.

    Raises UsageError for a name that is none.
    """
    names = list(select)
    rules = choose(names, ignore)
    return Ruleset(rules, chosen=frozenset(rule.code for rule in rules) if names else frozenset())
