"""Which paths a pattern fits."""

import pytest

from converter.configuration.globs import matcher
from tests.cases import cases


@pytest.mark.parametrize(("given", "expected"), cases("globs", "configuration"))
def test_patterns(given: str, expected: str) -> None:
    pattern, path = given.split(" ")
    assert (matcher((pattern,)).fullmatch(path) is not None) == (expected == "有")


def test_no_pattern_fits_nothing() -> None:
    assert matcher(()).fullmatch("") is None


def test_a_pattern_of_stars_is_quick() -> None:
    assert matcher(("*" * 200 + "x",)).fullmatch("a" * 2000) is None
