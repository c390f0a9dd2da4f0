"""A browser, and the pages that it shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tools.browser import Browser, browser_command, started_browser
from tests.tools.fonts import fonts_present
from tests.tools.require import require


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium with stand-in fonts."""
    require(browser_command(), "Chromium")
    require(fonts_present(), "a stand-in font")
    with started_browser() as found:
        yield found
