"""The reader's single decisions, each against a file of cases."""

import pytest

from converter.model.nodes import OTHER, Paragraph, Period
from converter.numbering import match_mark
from converter.profiles import load
from converter.readers.text.headings import read_heading
from converter.readers.text.points import mark_points
from converter.readers.text.residue import clean
from converter.readers.text.roles import heading_roles
from converter.readers.text.subject import organization, period
from converter.source.text import Piece
from tests.cases import cases


@pytest.mark.parametrize(("given", "expected"), cases("roles"))
def test_roles(given: str, expected: str) -> None:
    roles = heading_roles(given, Period(2024, 2025), load())
    assert ",".join(roles or ("-",)) == expected
    assert expected == OTHER or OTHER not in roles


@pytest.mark.parametrize(("given", "expected"), cases("headings"))
def test_headings(given: str, expected: str) -> None:
    text = given.removesuffix("↓")
    mark = match_mark(text)
    if mark is None:
        assert expected == "-"
        return
    heading = read_heading(Piece(text, 1), mark, followed=text != given)
    shape = "段首" if heading.run_in else "独立" if heading.heading else "整句"
    got = f"{mark.text} | {heading.heading} | {heading.terminator} | {shape}"
    assert got == expected
    rest = heading.rest.text if heading.rest else ""
    assert "".join((heading.opening.text + rest).split()) == "".join(text.split())


@pytest.mark.parametrize(("given", "expected"), cases("titles"))
def test_titles(given: str, expected: str) -> None:
    unit, reported, planned = (None if x == "-" else x for x in expected.split(" | "))
    assert organization(given) == unit
    years = period(given, [])
    assert [years.reported, years.planned] == [
        int(x) if x is not None else None for x in (reported, planned)
    ]


@pytest.mark.parametrize(("given", "expected"), cases("points"))
def test_points(given: str, expected: str) -> None:
    texts = given.split("／")
    marked = mark_points([Paragraph(text, n) for n, text in enumerate(texts, 1)])
    got = "／".join(" ".join(point.marker for point in p.points) for p in marked)
    assert (got or "-") == expected
    for paragraph in marked:
        for point in paragraph.points:
            assert paragraph.text[point.start : point.end].startswith(point.marker)
            assert not paragraph.text[point.end - 1].isspace()


@pytest.mark.parametrize(("given", "expected"), cases("residue"))
def test_residue(given: str, expected: str) -> None:
    kept, reason = expected.rsplit(" | ", 1)
    piece, gone = clean(Piece(given, 7))
    assert (piece.text or "-") == kept
    assert [item.reason for item in gone] == ([] if reason == "-" else [reason])
    for item in gone:
        assert item.line == 7
        assert given[item.column - 1 :].startswith(item.text)
