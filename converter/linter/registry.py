"""All rules, found by walking the folders of ``linter/rules``: a new rule is a new file in one of
them and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module

from converter.bilingual import Text
from converter.errors import UsageError
from converter.linter import rules
from converter.linter.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. Raises RuntimeError when two share a code or a name."""
    found: dict[str, Rule] = {}
    for name in _modules():
        for rule in import_module(name).RULES:
            for key in (rule.code, rule.name):
                if key in found:
                    raise RuntimeError(f"two rules are called {key}")
                found[key] = rule
    return tuple(sorted(set(found.values()), key=lambda rule: rule.code))


def _modules() -> Iterator[str]:
    """The names of the modules with rules, in every group's folder."""
    for folder in rules.__path__:
        for group in sorted(os.listdir(folder)):
            path = os.path.join(folder, group)
            for file in sorted(os.listdir(path)) if os.path.isdir(path) else ():
                if file.endswith(".py") and not file.startswith("_"):
                    yield f"{rules.__name__}.{group}.{file.removesuffix('.py')}"


def find(name: str) -> tuple[Rule, ...]:
    """The rules that a code, the beginning of codes (S, S10) or a name stands for.

    Raises UsageError with the nearest known name when there is none.
    """
    wanted = name.strip()
    found = tuple(rule for rule in all_rules() if rule.is_called(wanted))
    if wanted and found:
        return found
    from difflib import get_close_matches  # seldom needed, and slow to import

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
