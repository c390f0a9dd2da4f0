"""Running rules over reports."""

from __future__ import annotations

from functools import cache

from converter.errors import ProfileError, UsageError
from converter.findings import Finding
from converter.linter.registry import find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.bilingual import Lang
    from converter.findings import Severity
    from converter.linter.rule import Hit, Rule
    from converter.linter.ruleset import Ruleset
    from converter.linter.subject import Subject
    from converter.profiles import Profile

_SHORTEST, _LONGEST = 20, 40
"""Code points of an excerpt: so many from where the finding begins, even if it ends before, and
never more."""


def check(subject: Subject, ruleset: Ruleset, path: str = "-", lang: Lang = "zh") -> list[Finding]:
    """The findings of a set of rules in one report, by line, column and code; those that a
    directive in the report silences are left out.

    The report's profile may switch rules off, unless they are chosen outright, and make their
    findings graver or less grave, unless the rule set says how grave they are. Raises ProfileError
    when it names a rule that there is not.
    """
    kept: list[Finding] = []
    marks = _marks(subject.profile)
    off = {code for code, severity in marks.items() if severity is None} - ruleset.chosen
    for last in (False, True):
        rules = [rule for rule in ruleset.rules if rule.last == last and rule.code not in off]
        found = [
            _finding(rule, hit, _severity(rule, hit, ruleset, marks), path, lang)
            for rule, hit in _hits(rules, subject)
        ]
        kept += subject.directives.kept(found, rules) if subject.directives else found
    kept.sort(key=lambda f: (f.line, f.column, f.code))
    return kept


def _hits(rules: list[Rule], subject: Subject) -> Iterator[tuple[Rule, Hit]]:
    """What rules find, those that need something which the report has not left out."""
    for rule in rules:
        if not rule.needs or subject.has(rule.needs):
            for hit in rule.check(subject):
                yield rule, hit


@cache
def _marks(profile: Profile) -> dict[str, Severity | None]:
    """What a profile makes of rules, by their codes: a severity, None for off."""
    marks: dict[str, Severity | None] = {}
    for mark in profile.marks:
        try:
            marks |= {rule.code: mark.severity for rule in find(mark.rule)}
        except UsageError as error:
            raise ProfileError(error.what, f"{profile.id}: severity", error.todo) from error
    return marks


def _severity(
    rule: Rule, hit: Hit, ruleset: Ruleset, marks: dict[str, Severity | None]
) -> Severity:
    """How grave a find is: as the rule set says, else the profile, else the find itself, else the
    rule."""
    if rule.code in ruleset.severities:
        return ruleset.severities[rule.code]
    return marks.get(rule.code) or hit.severity or rule.severity


def _finding(rule: Rule, hit: Hit, severity: Severity, path: str, lang: Lang) -> Finding:
    text, start = hit.text, hit.start
    length = len(text)
    end = length if hit.end is None else min(hit.end, length)
    line = column = end_line = end_column = 1
    if hit.node is not None:
        line, column = end_line, end_column = hit.node.place(start)
        if end > start:
            end_line, end_column = hit.node.place(end - 1)
            end_column += 1
    return Finding(
        rule.code,
        rule.name,
        severity,
        hit.message.get(lang),
        path,
        line,
        column,
        end_line,
        end_column,
        text[start : min(max(end, start + _SHORTEST), start + _LONGEST)],
        hit.fix,
        rule.url,
    )
