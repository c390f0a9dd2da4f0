"""All rules, by the index of the folders of ``linter/rules``: a new rule is a new file in one of
them and nothing else but ``make generated``."""

from __future__ import annotations

from functools import cache

from converter.findings import Severity
from converter.linter.index import RULES
from converter.linter.rule import Rule, listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    return tuple(listed(entry | {"severity": Severity(entry["severity"])}) for entry in RULES)


def find(name: str) -> tuple[Rule, ...]:
    """The rules that a code, the beginning of codes (S, S10) or a name stands for.

    Raises UsageError with the nearest known name when there is none.
    """
    wanted = name.strip()
    found = tuple(rule for rule in all_rules() if rule.is_called(wanted))
    if wanted and found:
        return found
    # Seldom needed, and slow to import.
    from difflib import get_close_matches

    from converter.bilingual import Text
    from converter.errors import UsageError

    near = get_close_matches(wanted, [rule.name for rule in all_rules()], 1)
    raise UsageError(
        Text(f"没有这条规则：{wanted}", f"no such rule: {wanted}"),
        todo=Text(
            f"是不是 {near[0]}？" if near else "用 gongwen rules 查看全部规则",
            f"did you mean {near[0]}?" if near else "see gongwen rules",
        ),
    )


def choose(select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    """The rules selected (those that are on by default, when nothing is) less the ignored ones."""
    chosen = {rule for name in select for rule in find(name)}
    chosen = chosen or {rule for rule in all_rules() if rule.default}
    chosen -= {rule for name in ignore for rule in find(name)}
    return tuple(rule for rule in all_rules() if rule in chosen)
