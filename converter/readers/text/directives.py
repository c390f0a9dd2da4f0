"""Comments for the linter (``<!-- gongwen: 忽略 … -->``), taken out of the text.

They are no part of the report, and leave no trace: a line that holds nothing else is not even a
blank one. What they say is the linter's business.
"""

from __future__ import annotations

from converter.model.nodes import Removed
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.source.text import Piece

REASON = "directive"
_SIGN = "<!--"
_END = lazy("忽略结束|(?i:ignore-end)")
_DIRECTIVE = lazy(r"<!--\s{0,9}[Gg][Oo][Nn][Gg][Ww][Ee][Nn]\s{0,9}[:：][^<>]{0,400}-->")


def take_directives(line: Piece) -> tuple[Piece, list[Removed]]:
    """A line as it stands in the input without its directives, and these."""
    if _SIGN not in line.text:
        return line, []
    spans = [match.span() for match in _DIRECTIVE.finditer(line.text)]
    if not spans:
        return line, []
    parts = (line.slice(start, end) for start, end in spans)
    return line.without(spans), [Removed(p.line, p.column, p.text, REASON) for p in parts]


def looks_ahead(item: Removed) -> bool:
    """Whether a removed text is a directive for what follows it; one that ends a range is not."""
    return item.reason == REASON and not _END.search(item.text)


def without_directives(lines: Sequence[str]) -> Sequence[str]:
    """The lines without the directives in them."""
    if not any(_SIGN in line for line in lines):
        return lines
    return [_DIRECTIVE.sub("", line) if _SIGN in line else line for line in lines]
