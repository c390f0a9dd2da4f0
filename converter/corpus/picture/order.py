"""The order in which what was counted is shown."""

from __future__ import annotations

from collections.abc import Mapping

from converter.corpus.picture.counting import Counts, Found, Picture
from converter.findings import Severity


def by_findings(groups: Mapping[str | None, Counts]) -> list[tuple[str | None, Counts]]:
    """Organisations, those with the gravest findings first; those without a name at the end."""

    def key(item: tuple[str | None, Counts]) -> tuple[object, ...]:
        name, counts = item
        graver = tuple(-counts.severities[severity] for severity in Severity)
        return (name is None, *graver, -counts.reports, name or "")

    return sorted(groups.items(), key=key)


def by_year(picture: Picture) -> list[tuple[int | None, Counts]]:
    """Years, the latest first; none at the end."""
    return sorted(picture.years.items(), key=lambda item: (item[0] is None, -(item[0] or 0)))


def rules_by_findings(picture: Picture) -> list[Found]:
    """Rules, the most findings first."""
    return sorted(picture.rules.values(), key=lambda rule: (-rule.findings, rule.code))
