"""LibreOffice for the PDF writer, with the stand-in fonts and no other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tools.fonts import fonts_present, write_fonts_conf
from tests.tools.office import office_command
from tests.tools.require import require


@pytest.fixture(scope="session")
def standin_fonts() -> Iterator[None]:
    """The environment in which the writer's LibreOffice knows the stand-in fonts only."""
    require(office_command(), "LibreOffice")
    require(fonts_present(), "a stand-in font")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(write_fonts_conf()))
        yield
