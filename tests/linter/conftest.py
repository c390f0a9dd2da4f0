"""The command line, for the linter's own options."""

from tests.cli.conftest import gongwen

__all__ = ["gongwen"]
