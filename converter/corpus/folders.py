"""Folders of their own for the outputs of each input, where one input gives many files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import count
from unicodedata import normalize

from converter.corpus.hashing import digest
from converter.corpus.manifest import Manifest, Placed
from converter.inputs import is_address
from converter.output import safe_name

_FILES = (".txt", ".json")
_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{name}{n}" for name in ("com", "lpt") for n in "123456789"),
}
"""Names that no file may have on Windows, whatever their suffix."""


class Folders:
    """Which folder below the output folder each input has: that which it had before, else the path
    below the folder given, without suffix, and with a number where another input has that."""

    def __init__(self, manifest: Manifest, inputs: Sequence[str]) -> None:
        self._inputs = inputs
        self._taken = {_key(folder) for folder in manifest.folders()}

    def of(self, name: str, before: list[Placed]) -> str:
        """The folder of an input, by absolute path or address, with ``/``; ``before`` are the
        outputs that it had."""
        if before:
            return before[0].path.rpartition("/")[0]
        wanted = "/".join(map(_safe, self._below(name)))
        numbered = (wanted if nth == 1 else f"{wanted}-{nth}" for nth in count(1))
        folder = next(each for each in numbered if _key(each) not in self._taken)
        self._taken.add(_key(folder))
        return folder

    def _below(self, name: str) -> list[str]:
        """The parts of an input's path below the folder that was given; of an input that was given
        itself, its name alone; without suffix."""
        separator = "/" if is_address(name) else os.sep
        folders = (given.rstrip(separator) + separator for given in self._inputs)
        inside = next((name[len(f) :] for f in folders if name.startswith(f)), "")
        *parts, last = (inside or name.rpartition(separator)[2]).split(separator)
        return [*parts, os.path.splitext(last)[0]]


def _safe(part: str) -> str:
    """A name for a folder on every file system, and none that a file beside it could have."""
    name = safe_name(part)
    low = name.lower()
    if low.partition(".")[0] in _DEVICES or low.endswith(_FILES) or low.startswith("manifest."):
        return f"{name}_"
    return name


def _key(folder: str) -> int:
    """A number for a folder, the same for names that some file system takes for the same. There
    may be many folders, and a number is small."""
    return int(digest(normalize("NFC", folder).casefold().encode())[:15], 16)
