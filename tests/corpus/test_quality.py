"""The linter against the labels of real reports: it must be right, and it must find."""

from pathlib import Path

from tests.corpus.quality import PAGE, page, score


def test_findings_are_right_and_gaps_are_found(corpus: Path) -> None:
    result = score(corpus)
    assert result.precision >= 0.95, result.wrong
    assert result.recall >= 0.90, result.missed


def test_the_table_is_current(corpus: Path) -> None:
    """After a change of a rule: ``make quality``."""
    reports = len([*corpus.glob("gaps/*.json")])
    assert PAGE.read_text("utf-8") == page(score(corpus), reports)
