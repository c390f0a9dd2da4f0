"""Putting a draft right: find, fix, look again, until nothing fixable is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import unified_diff

from converter.linter.edits import apply, chosen
from converter.linter.engine import check
from converter.linter.rule import Rule
from converter.profiles import Profile
from converter.readers.text import read
from converter.source.decode import decode
from converter.source.text import SourceText

_ROUNDS = 10
"""One fix may lay bare another; more rounds than this no draft needs."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A draft before and after its fixes, and how many edits were made."""

    before: SourceText
    after: SourceText
    edits: int

    @property
    def data(self) -> bytes:
        """The draft after its fixes, in the encoding it came in."""
        return self.after.encode()

    def diff(self, name: str) -> str:
        """The edits as a unified diff; empty when there are none."""
        lines = unified_diff(self.before.lines, self.after.lines, name, name, lineterm="")
        return "".join(line + "\n" for line in lines)


def fix(
    data: bytes,
    name: str,
    profile: Profile,
    rules: Iterable[Rule],
    *,
    unsafe: bool = False,
    encoding: str | None = None,
) -> Fixed:
    """Makes the safe fixes (with ``unsafe``, all) of ``rules`` in the bytes of a text file.

    Raises InputError when they cannot be decoded.
    """
    before = source = decode(data, name, encoding)
    rules = tuple(rules)
    count = 0
    for _ in range(_ROUNDS):
        documents = read(source, profile, name)
        findings = [f for document in documents for f in check(document, profile, rules, name)]
        edits = chosen(findings, unsafe=unsafe)
        if not edits:
            break
        count += len(edits)
        source = replace(source, text=apply(source.text, source.line_starts, edits))
    return Fixed(before, source, count)
