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
    the end is exclusive; ``path`` is the input as it was named."""

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

    def to_json(self) -> dict[str, Any]:
        """The finding as a JSON object, keys in the promised order."""
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
        }
