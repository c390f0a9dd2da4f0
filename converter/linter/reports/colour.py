"""The colours of a terminal."""

from __future__ import annotations

from converter.findings import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal, TextIO, TypeAlias

    When: TypeAlias = Literal["auto", "always", "never"]

BOLD, DIM, GREEN = "1", "2", "32"
SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
MARKED = {Severity.ERROR: "4;31", Severity.WARNING: "4;33", Severity.INFO: "4;36"}


def wanted(when: When, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write colours to a stream: for ``auto``, when it is a terminal that knows them
    and nobody has set NO_COLOR (https://no-color.org)."""
    if when != "auto":
        return when == "always"
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()


class Paint:
    """Writes text in colour, or plain where there is none."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, style: str) -> str:
        """The text in a style (the numbers of an SGR sequence)."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.on and text and style else text
