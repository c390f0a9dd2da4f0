"""The text that a finding and its fix are about, cut down to what can be shown."""

from __future__ import annotations

from converter.patterns import lazy
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.findings import Edit, Finding
    from converter.source.text import SourceText

REACH = 100
"""Code points that are kept on either side of a place, and of the place itself."""
_NEAR = 12
"""Code points that are kept on either side of an edit."""
_UNSEEN = lazy(
    "[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff]"
)


def seen(text: str) -> str:
    """The text with a mark for every character that cannot be seen, or that would do something to
    the terminal or the page that shows it; a tab as a blank. Length is kept."""
    return text if text.isprintable() else _UNSEEN.sub("\ufffd", text.replace("\t", " "))


@record
class Excerpt:
    """A line of the input around a place: the text before it, the place, and the text behind;
    ``more_before`` and ``more_behind`` tell whether the line goes on there."""

    before: str
    marked: str
    behind: str
    more_before: bool = False
    more_behind: bool = False


@record
class Change:
    """An edit: what it takes out (None where there is no text to look it up), what it puts in, and
    the text on either side. ``whole`` tells whether ``out`` is all that it takes out."""

    before: str
    out: str | None
    put: str
    behind: str
    whole: bool = True


def excerpt(finding: Finding, source: SourceText | None) -> Excerpt:
    """The line on which a finding begins, around its place; without a text, what the finding
    itself says of it."""
    same = finding.end_line == finding.line
    if source is None or finding.line > len(source.lines):
        length = finding.end_column - finding.column if same else len(finding.excerpt)
        return Excerpt("", seen(finding.excerpt[:length]), seen(finding.excerpt[length:]))
    text = source.lines[finding.line - 1]
    start = min(finding.column - 1, len(text))
    end = min(finding.end_column - 1, len(text)) if same else len(text)
    shown = min(max(end, start), start + REACH)
    first, last = max(0, start - REACH), min(len(text), shown + REACH)
    return Excerpt(
        seen(text[first:start]),
        seen(text[start:shown]),
        seen(text[shown:last]),
        first > 0,
        last < len(text),
    )


def change(edit: Edit, source: SourceText | None) -> Change:
    """What an edit does to the text."""
    put = seen(edit.text)
    if source is None or edit.end_line > len(source.lines):
        return Change("", None, put, "")
    lines = source.lines
    start = source.line_starts[edit.line - 1] + edit.column - 1
    end = source.line_starts[edit.end_line - 1] + edit.end_column - 1
    first = lines[edit.line - 1][max(0, edit.column - 1 - _NEAR) : edit.column - 1]
    last = lines[edit.end_line - 1][edit.end_column - 1 : edit.end_column - 1 + _NEAR]
    cut = min(end, start + REACH)
    out = source.text[start:cut].replace("\r\n", "\n").replace("\r", "\n").replace("\n", "↵")
    return Change(seen(first), _named(out), put, seen(last), cut == end)


def _named(text: str) -> str:
    """What is taken out; characters that cannot be seen, if it is nothing else, by number."""
    shown = seen(text)
    if text.isspace() or shown.strip("\ufffd"):
        return shown
    return " ".join(f"U+{ord(char):04X}" for char in text)
