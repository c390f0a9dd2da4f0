"""Which rules are on, at what severity and with which options, and where that is said."""

from __future__ import annotations

from converter.findings import Severity
from converter.linter.registry import all_rules
from converter.linter.ruleset import Ruleset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from converter.configuration.layer import Layer
    from converter.linter.rule import Option, Rule

OFF = "off"
_WHOLE_NAME = 9
"""The weight of a rule's own code or name; that of a group is the length of its letter and digits,
that of ``all`` is 0."""


class State:
    """One rule: whether it is selected, its severity (``off`` among them), the options that are
    set, each with the place where that is said (empty for a default); and whether it was named
    outright, not only as one of a group. ``asked`` tells that the command itself asks for it."""

    def __init__(self, rule: Rule, *, asked: bool = False) -> None:
        self.rule, self.asked = rule, asked
        self.selected, self.selected_by = rule.default or asked, ""
        self.level, self.level_by = str(rule.severity), ""
        self.options: dict[Option[Any], tuple[Any, str]] = {}
        self.outright = False

    @property
    def on(self) -> bool:
        """Whether the rule runs."""
        return self.selected and self.level != OFF

    def take(self, layer: Layer) -> None:
        """Takes what a further layer says of the rule."""
        self._select(layer)
        self._grade(layer)
        for option, value in layer.values.get("rules", {}).get(self.rule.code, {}).items():
            self.options[option] = value, layer.where(f"rules.{self.rule.name}.{option.name}")

    def _select(self, layer: Layer) -> None:
        """A layer's ``select`` starts anew; of two names for the rule the closer one counts, and
        of two as close ``ignore``."""
        if "select" in layer.values and not self._is_beside(layer):
            self.selected, self.selected_by, self.outright = False, layer.where("select"), False
        chosen, by = self._closest(layer, "select", "extend-select")
        ignored, ignored_by = self._closest(layer, "ignore", "extend-ignore")
        if ignored >= 0 and ignored >= chosen:
            self.selected, self.selected_by, self.outright = False, ignored_by, False
        elif chosen >= 0:
            self.selected, self.selected_by = True, by
            self.outright = chosen == _WHOLE_NAME
            if self.outright and self.level == OFF:
                self.level, self.level_by = str(self.rule.severity), ""

    def _is_beside(self, layer: Layer) -> bool:
        """Whether the ``select`` of a file is about rules of other groups than the command asks
        for: it was written with another command in mind, and leaves these as they are."""
        names = layer.values["select"]
        group = self.rule.code[0]
        return self.asked and bool(layer.folder) and not any(_in_group(n, group) for n in names)

    def _grade(self, layer: Layer) -> None:
        levels: Mapping[str, str] = layer.values.get("severity", {})
        weight, name = max(((self._weight(name), name) for name in levels), default=(-1, ""))
        if weight >= 0:
            self.level, self.level_by = levels[name], layer.where(f"severity.{name}")
            self.outright = weight == _WHOLE_NAME or self.outright

    def _closest(self, layer: Layer, *keys: str) -> tuple[int, str]:
        """The greatest weight of a name for the rule under some keys, and where it stands."""
        found = [
            (self._weight(name), layer.where(key))
            for key in keys
            for name in layer.values.get(key, ())
        ]
        return max(found, key=lambda item: item[0], default=(-1, ""))

    def _weight(self, name: str) -> int:
        """How closely a name stands for the rule; -1 if it does not."""
        if not self.rule.is_called(name):
            return -1
        if name.upper() == self.rule.code or name == self.rule.name:
            return _WHOLE_NAME
        return 0 if name == "all" else len(name)


def _in_group(name: str, letter: str) -> bool:
    """Whether a name in a selection stands for rules of a group."""
    return any(rule.is_called(name) for rule in all_rules() if rule.code[0] == letter)


def states(layers: Iterable[Layer], asked: str = "") -> list[State]:
    """The state of every rule, by code, after all layers; ``asked`` are the letters of groups that
    the command asks for, though they are off by default."""
    found = [State(rule, asked=rule.code[0] in asked) for rule in all_rules()]
    for layer in layers:
        for state in found:
            state.take(layer)
    return found


def ruleset(found: Iterable[State]) -> Ruleset:
    """The rules that are on, with their severities and options."""
    on = [state for state in found if state.on]
    return Ruleset(
        tuple(state.rule for state in on),
        {state.rule.code: Severity(state.level) for state in on if state.level_by},
        {option: value for state in on for option, (value, _) in state.options.items()},
        frozenset(state.rule.code for state in on if state.outright),
    )
