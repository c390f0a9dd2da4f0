"""Fixtures that every test may ask for."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests.tools.browser import Browser, browser_command, started_browser
from tests.tools.fonts import fonts_present
from tests.tools.office import Office, office_command
from tests.tools.places import CORPUS, FIXTURES
from tests.tools.require import require
from tests.tools.sdk import sdk_findings, sdk_present

# Same examples on every machine and run. `--hypothesis-profile=explore` looks further.
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, database=None)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("ci")


@pytest.fixture(scope="session")
def fixtures_dir() -> Path:
    """The folder of invented sample reports."""
    return FIXTURES


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real reports beside the checkout; a checkout alone does not have it."""
    if not CORPUS.is_dir():
        pytest.skip("no corpus of real reports beside the checkout")
    return CORPUS


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice with stand-in fonts; one profile a worker process."""
    require(office_command(), "LibreOffice")
    require(fonts_present(), "a stand-in font")
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium with stand-in fonts; there can be only one in a process."""
    require(browser_command(), "Chromium")
    require(fonts_present(), "a stand-in font")
    with started_browser() as found:
        yield found


@pytest.fixture(scope="session")
def sdk_validator() -> Callable[[Path], list[dict[str, Any]]]:
    """Microsoft's Open XML SDK: path -> findings, empty for a valid file."""
    require(sdk_present(), "the Open XML SDK validator")
    return sdk_findings


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-expected`` rewrites the expected results; review the difference."""
    parser.addoption("--update-expected", action="store_true", help="rewrite fixtures/expected/")


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a result with ``fixtures/expected/<name>``, or rewrites that file."""

    def compare(name: str, text: str) -> None:
        path = FIXTURES / "expected" / name
        if request.config.getoption("--update-expected"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.read_text("utf-8") == text

    return compare
