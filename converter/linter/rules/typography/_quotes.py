"""Double quotation marks that are there in pairs but in the wrong form."""

from __future__ import annotations

from converter.linter.rules.typography._spans import is_han
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.rules.typography._spans import Change

_QUOTE = lazy('[“”"]')
_LONGEST = 100
"""Of a quotation in straight marks; what is longer is rather two faults."""


def corrections(text: str, start: int, end: int) -> list[Change]:
    """The marks to write instead of straight and reversed double quotes of one paragraph, in
    order; none where it cannot be told which one opens and which one closes."""
    marks = [(match.start(), match.group()) for match in _QUOTE.finditer(text, start, end)]
    straight = [at for at, mark in marks if mark == '"']
    if not straight:
        return _reversed(marks)
    if len(straight) % 2 == 0:
        return _paired(text, marks, straight)
    return _lone(marks, straight)


def _reversed(marks: list[tuple[int, str]]) -> list[Change]:
    """For ”…“ throughout: every mark turned round."""
    signs = "".join(mark for _, mark in marks)
    if not signs or signs != "”“" * (len(signs) // 2):
        return []
    return [(at, at + 1, "“" if mark == "”" else "”") for at, mark in marks]


def _paired(text: str, marks: list[tuple[int, str]], straight: list[int]) -> list[Change]:
    """For "…" beside quotes that are in order: “…”, and ‘…’ within a quotation."""
    depths: dict[int, int] = {}
    depth = 0
    for at, mark in marks:
        depth += {"“": 1, "”": -1}.get(mark, 0)
        if depth < 0:
            return []
        depths[at] = depth
    if depth:
        return []
    changes = []
    for left, right in zip(straight[::2], straight[1::2], strict=True):
        if depths[left] != depths[right] or not _is_quotation(text, left, right):
            continue
        opening, closing = "‘’" if depths[left] else "“”"
        changes += [(left, left + 1, opening), (right, right + 1, closing)]
    return changes


def _is_quotation(text: str, left: int, right: int) -> bool:
    """Whether two straight marks hold Chinese, and are no inches (24"和27")."""
    inches = text[left - 1 : left].isdigit() and text[right - 1].isdigit()
    if inches or not 1 < right - left <= _LONGEST:
        return False
    return any(map(is_han, text[max(left - 1, 0) : right + 2]))


def _lone(marks: list[tuple[int, str]], straight: list[int]) -> list[Change]:
    """For “…" or "…”: the straight one as the partner of the other, where all others pair."""
    signs = "".join(mark for _, mark in marks)
    if len(straight) == 1:
        for mark in "”“":
            if _alternates(signs.replace('"', mark)):
                return [(straight[0], straight[0] + 1, mark)]
    return []


def _alternates(signs: str) -> bool:
    return signs == "“”" * (len(signs) // 2)
