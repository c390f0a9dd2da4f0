"""What happens to a test whose tool is not installed."""

import os

import pytest


def in_ci() -> bool:
    """True where a missing tool is a failure: environment variable CI is set."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false", "no")


def require(present: object, tool: str) -> None:
    """Nothing when the tool is present; else the test is skipped, or fails in CI."""
    if present:
        return
    message = f"{tool} is not installed (bash tests/tools/system.sh)"
    if in_ci():
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
