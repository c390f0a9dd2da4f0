"""The rules' example draft without signature and date, for tests that bring an ending of their
own."""

from typing import Any

from converter.linter.rules._examples import draft as _draft


def draft(**parts: Any) -> str:
    """The small complete draft, some of its parts replaced, nobody's name below it."""
    return _draft(**{"signature": "", **parts})
