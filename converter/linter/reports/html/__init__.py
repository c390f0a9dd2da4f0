"""The lint report as one page to look at: self-contained, without a script, the same bytes for the
same findings.

Each report has a picture of its structure (``picture``) with a mark for each finding, and the
findings part by part (``findings``). Several reports have a table of theirs (``matrix``). Filters
are check boxes that the style sheet reads.
"""

from __future__ import annotations

from converter.linter.reports.html.page import pieces

__all__ = ["pieces"]
