"""A browser for the HTML report."""

from tests.writers.html.conftest import browser

__all__ = ["browser"]
