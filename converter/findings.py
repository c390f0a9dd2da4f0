"""A finding: what a rule has found, where, and how it can be put right. A value, nothing more."""

from __future__ import annotations

from enum import StrEnum

from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Severity(StrEnum):
    """How grave a finding is. ``error``: the report is incomplete or wrong; ``warning``: to be put
    right before it goes out; ``info``: worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info."""
        return list(Severity).index(self)


@record
class Edit:
    """Replace the text from (line, column) up to (end_line, end_column), exclusive, by ``text``."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@record
class Fix:
    """Edits that put a finding right. A safe fix changes no meaning."""

    safe: bool
    edits: tuple[Edit, ...]


@record
class Finding:
    """One fault at one place. Lines and columns are 1-based code points of the decoded input,
    the end is exclusive; ``path`` is the input as it was named.

    Of a Word file the lines are those of the text that its reader makes; ``paragraph`` is the
    number of the paragraph in the file, ``page`` and ``page_line`` are where it begins once it is
    rendered. All count from 1; 0 where nothing is known. ``where`` says them in words."""

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    fix: Fix | None
    url: str
    paragraph: int = 0
    page: int = 0
    page_line: int = 0
    where: str = ""

    @property
    def told(self) -> str:
        """The message, with the place in a Word file."""
        return self.message + self.where

    def to_json(self) -> dict[str, Any]:
        """The finding as a JSON object, keys in the promised order; places in a Word file behind
        them, where they are known."""
        fix = self.fix and {
            "safe": self.fix.safe,
            "edits": [
                {
                    "line": edit.line,
                    "column": edit.column,
                    "end_line": edit.end_line,
                    "end_column": edit.end_column,
                    "text": edit.text,
                }
                for edit in self.fix.edits
            ],
        }
        places = {"paragraph": self.paragraph, "page": self.page, "page_line": self.page_line}
        return {
            "code": self.code,
            "name": self.name,
            "severity": str(self.severity),
            "message": self.message,
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
            "excerpt": self.excerpt,
            "fix": fix,
            "url": self.url,
            **{name: value for name, value in places.items() if value},
        }
