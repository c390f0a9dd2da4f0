"""What the rules on characters share: which text they read, and many small edits as one fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from converter.findings import Fix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias, TypeVar

    from converter.findings import Edit
    from converter.linter.view import View

    Change: TypeAlias = tuple[int, int, str]
    """Where in a view, from and up to, another text is to stand, and which."""

    Placed = TypeVar("Placed", bound=tuple[Any, ...])
    """A tuple that begins with where it stands in a view."""

MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％"
"""Chinese punctuation."""
LETTER = r"[^\W\d_]"
"""A character of a word, Chinese or not, as a pattern. A class of the Chinese ones alone takes a
millisecond to compile, so that patterns say this and :func:`is_han` tells the rest."""

_TABULAR = frozenset({"table", "caption", "unit", "picture", "imprint"})


def is_han(char: str) -> bool:
    """Whether a character is one of the Chinese script."""
    return "\u4e00" <= char <= "\u9fff" or char == "〇"


def is_wide(char: str) -> bool:
    """Whether a character is of the Chinese script or Chinese punctuation."""
    return is_han(char) or (char != "" and char in MARKS)


def is_text(view: View, offset: int) -> bool:
    """Whether the character at ``offset`` stands in running text, not in a table and the like."""
    return view.at(offset).kind not in _TABULAR


def texts(view: View) -> Iterator[tuple[int, int]]:
    """Each paragraph of running text as (start, end): a run-in heading with the text behind it."""
    start = None
    for passage in view.passages:
        if passage.kind in _TABULAR:
            continue
        start = passage.start if start is None else start
        if not getattr(passage.node, "inline", False):
            yield start, passage.end
            start = None
    if start is not None:
        yield start, view.passages[-1].end


def placed(view: View, spans: Iterable[Placed]) -> Iterator[tuple[int, Placed]]:
    """The spans, which are in order of place, each with its line of the input; what stands in
    tables is left out."""
    passage = None
    for span in spans:
        if passage is None or span[0] > passage.end:
            passage = view.at(span[0])
        if passage.kind not in _TABULAR:
            node = passage.node
            yield node.place(span[0] - passage.start)[0] if node.breaks else node.line, span


def by_line(view: View, changes: Iterable[Change]) -> Iterator[list[Change]]:
    """The changes in order of place, those on one line of the input together; what stands in
    tables is left out."""
    for _, group in groupby(placed(view, changes), key=lambda entry: entry[0]):
        yield [change for _, change in group]


def fix(view: View, changes: Iterable[Change], *, safe: bool = True) -> Fix | None:
    """The fix that makes all changes, less those that are broken over two places of the input."""
    edits = [view.edit(*change) for change in changes]
    there: tuple[Edit, ...] = tuple(edit for edit in edits if edit is not None)
    return Fix(safe, there) if there else None


def times(count: int) -> tuple[str, str]:
    """What a message adds for a fault that stands more than once on a line, in two languages."""
    return (f"（本行共{count}处）", f" ({count} on this line)") if count > 1 else ("", "")
