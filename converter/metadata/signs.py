"""What tells metadata from text: lines with keys, and keys that a report's own lines never have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.metadata.fields import find, nearest
from converter.record import record, replace

_WORD = "[A-Za-z][A-Za-z0-9 _-]{0,30}|[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){0,11}"
_NAMED = re.compile(
    r"[ \t\u3000【\[*]{0,4}([A-Za-z][A-Za-z_-]*|[\u4e00-\u9fff]+)"
    r"[ \t\u3000;；】\]*]{1,4}(?![:：=])\S"
)
"""A line with a key, though another mark than a colon stands behind it, or none."""
_GOING_ON = ("-", "#", "]", "}")
"""First characters of lines that go on with the entry before, and of comments."""
_MOST_TRIED = 60
"""Different keys that are looked up: metadata have fewer, and looking for a like name is slow."""
_INDENT = (" ", "\t", "\u3000")
_TELLING = frozenset(
    {
        *("layout", "copy_number", "secrecy", "secrecy_period", "urgency", "mark"),
        *("recipients_last", "seal", "post", "signatory"),
    }
)
"""Fields that only metadata name. The others also stand, with their names, in the boxes above a
text on the web (标题, 发文机关, 成文日期), in briefings (期号, 签发人, 抄送) and minutes (出席)."""


@record
class Notation:
    """A way to write entries: the suffix of its files, the line that encloses a block of it, and
    the pattern of a line with a key."""

    suffix: str
    fence: str
    line: re.Pattern[str]

    def key(self, line: str) -> str | None:
        """The key of a line, also of one that begins with the name of a field and lacks only the
        mark behind it; None where there is none."""
        entry = self.line.fullmatch(line.rstrip())
        return entry[1] if entry else named_field(line)


def named_field(line: str) -> str | None:
    """The name of a field that a line without colon begins with (密级 机密、【密级】机密), or
    None."""
    named = _NAMED.match(line)
    return named[1] if named and find(named[1]) else None


YAML = Notation(
    ".yaml",
    "---",
    # Also with a list's mark or in bold (- **密级**: 机密), to be told that this is not the way.
    re.compile(rf"(?:[-*+•][ \t]+)?[\"'*【]{{0,2}}({_WORD})[\"'*】]{{0,2}}[ \t\u3000]*[:：](.*)"),
)
TOML = Notation(".toml", "+++", re.compile(rf"[\"']?({_WORD})[\"']?[ \t]*=(.*)"))


def outdented(lines: Sequence[str]) -> list[str]:
    """The lines without the indent that the first of them has."""
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())]
    return [line.removeprefix(indent) for line in lines]


def are_entries(content: Sequence[str], notation: Notation, *, surely: bool) -> bool:
    """Whether most lines are entries, the first one too, and one of the keys is a known name or
    nearly one; to be ``surely`` metadata, most of the keys are."""
    going_on = (*_INDENT, *_GOING_ON)
    filled = [line for line in content if line.strip()]
    lines = [line for line in filled if not line.startswith(going_on)] or filled
    keys = [key for line in lines if (key := notation.key(line))]
    if (
        not surely
        and keys
        and 2 * sum(find(key) is not None for key in keys[:_MOST_TRIED]) >= len(lines)
    ):
        return True  # between fences half of the lines are enough, if they name fields
    if not keys or not notation.key(lines[0]) or 2 * len(keys) <= len(lines):
        return False
    tried = list(dict.fromkeys(keys))[:_MOST_TRIED]
    known = sum(bool(find(key) or nearest(key)) for key in tried)
    return 2 * known > len(tried) if surely else known > 0


@record
class Run:
    """Lines at the head of a text that read like metadata: how many, and the fields they name."""

    length: int = 0
    fields: frozenset[str] = frozenset()

    @property
    def is_likely(self) -> bool:
        """Whether two fields are named, or one that a report's own lines never name: enough behind
        a line that opens a block."""
        return len(self.fields) > 1 or bool(self.fields & _TELLING)

    @property
    def is_certain(self) -> bool:
        """Whether two fields are named, and one that a report's own lines never name: no text
        begins like that."""
        return len(self.fields) > 1 and bool(self.fields & _TELLING)


def leading_run(lines: Sequence[str], notation: Notation) -> Run:
    """The longest run of lines from the first on in which most entries name known fields, the
    last one too; blank lines, and lists and comments below its entries, belong to it."""
    run, known, entries, belongs = Run(), 0, 0, False
    for count, line in enumerate(lines, 1):
        text = line.strip()
        if not text:
            continue
        if entries and text.startswith(_GOING_ON) and text.strip("-"):
            run = replace(run, length=count) if belongs else run
            continue
        key = notation.key(line)
        if key is None:
            break
        field = find(key)
        entries, known = entries + 1, known + bool(field)
        belongs = field is not None and 2 * known > entries
        if field and belongs:
            run = Run(count, run.fields | {field.name})
    return run
