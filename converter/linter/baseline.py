"""Findings that are known already, so that an old collection can be switched on today.

A finding is known by its rule, its file, and the text at fault without white space and number
mark: lines inserted above it and numbers that move on do not bring it back. How often it may occur
is counted; one more is new.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from converter.bilingual import Text
from converter.errors import ConfigurationError
from converter.findings import Finding
from converter.numbering import match_mark

VERSION = 1
_BEHIND_MARK = 12
"""Code points behind a number mark that tell a finding: its excerpt ends a little earlier when the
number grows longer."""


class Entry(NamedTuple):
    """What findings are known by. ``path`` is that of the input from the baseline's folder, with
    slashes."""

    path: str
    code: str
    text: str


class Baseline:
    """The known findings in one file."""

    def __init__(self, path: str, known: dict[Entry, int], names: dict[str, str]) -> None:
        self.path = path
        self._known = _by_path(known)
        self._names = names
        self._left = Counter(known)
        self._checked: dict[str, frozenset[str]] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    def new(self, name: str, findings: Iterable[Finding], codes: Iterable[str]) -> list[Finding]:
        """The findings in an input that are not known; ``codes`` are those of the rules that have
        looked at it."""
        path, judged = self._inside(name), frozenset(codes)
        before = self._checked.get(path)
        # Nearly all inputs are looked at by the same rules, and share one set of them.
        judged = judged if before is None else judged | before
        self._checked[path] = self._sets.setdefault(judged, judged)
        found = []
        for finding in findings:
            entry = self._entry(finding)
            if self._left[entry] > 0:
                self._left[entry] -= 1
            else:
                found.append(finding)
        return found

    def stale(self) -> int:
        """How many known findings there are no longer: of rules that have looked at their input,
        and of inputs that are gone."""
        return sum(
            left for entry, left in self._left.items() if left > 0 and self._is_settled(entry)
        )

    def take(self, name: str, findings: Iterable[Finding], codes: Iterable[str]) -> None:
        """Knows, of the rules with these codes, exactly these findings in an input from now on."""
        path, judged = self._inside(name), set(codes)
        known = self._known.get(path, {})
        kept = {entry: count for entry, count in known.items() if entry.code not in judged}
        listed = list(findings)
        self._names.update((finding.code, finding.name) for finding in listed)
        self._known[path] = kept | Counter(self._entry(finding) for finding in listed)

    def text(self) -> str:
        """The file: JSON, an entry a line, sorted. Inputs that are gone are left out."""
        lines = [
            json.dumps(
                {
                    "path": entry.path,
                    "code": entry.code,
                    "name": self._names[entry.code],
                    "text": entry.text,
                    "count": count,
                },
                ensure_ascii=False,
            )
            for path in sorted(self._known)
            if not self._is_gone(path)
            for entry, count in sorted(self._known[path].items())
        ]
        listed = ",".join(f"\n  {line}" for line in lines) + ("\n " if lines else "")
        return f'{{\n "version": {VERSION},\n "findings": [{listed}]\n}}\n'

    def _entry(self, finding: Finding) -> Entry:
        text = "".join(finding.excerpt.split())
        mark = match_mark(text)
        if mark:
            text = text[mark.end :][:_BEHIND_MARK]
        return Entry(self._inside(finding.path), finding.code, text)

    def _inside(self, name: str) -> str:
        """The path of an input from the folder of the baseline."""
        if name == "-":
            return name
        folder = os.path.dirname(os.path.abspath(self.path))
        try:
            return os.path.relpath(name, folder).replace(os.sep, "/")
        except ValueError:  # another drive
            return os.path.abspath(name).replace(os.sep, "/")

    def _is_settled(self, entry: Entry) -> bool:
        return entry.code in self._checked.get(entry.path, ()) or self._is_gone(entry.path)

    def _is_gone(self, path: str) -> bool:
        folder = os.path.dirname(os.path.abspath(self.path))
        return path != "-" and not os.path.exists(os.path.join(folder, path))


def _by_path(known: dict[Entry, int]) -> dict[str, dict[Entry, int]]:
    found: dict[str, dict[Entry, int]] = {}
    for entry, count in known.items():
        found.setdefault(entry.path, {})[entry] = count
    return found


def read(path: str, *, needed: bool = True) -> Baseline:
    """The baseline in a file; an empty one where there is no file and none is ``needed``.

    Raises ConfigurationError.
    """
    try:
        with open(path, encoding="utf-8-sig", errors="surrogatepass") as file:
            data = json.load(file)
    except FileNotFoundError as error:
        if not needed:
            return Baseline(path, {}, {})
        todo = Text("先用 --write-baseline 写一份", "write one with --write-baseline")
        raise ConfigurationError(
            Text("没有这个基线文件", "no such baseline"), path, todo
        ) from error
    except OSError as error:
        what = Text(f"读不了（{error.strerror}）", f"cannot be read ({error.strerror})")
        raise ConfigurationError(what, path) from error
    except (ValueError, RecursionError) as error:
        raise _no_baseline(path) from error
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise _no_baseline(path)
    known: dict[Entry, int] = {}
    names: dict[str, str] = {}
    for item in _items(data, path):
        entry = Entry(item["path"], item["code"], item["text"])
        known[entry] = known.get(entry, 0) + item["count"]
        names[item["code"]] = item["name"]
    return Baseline(path, known, names)


def _items(data: dict[str, Any], path: str) -> list[dict[str, Any]]:
    items = data.get("findings")
    kinds = {"path": str, "code": str, "name": str, "text": str, "count": int}
    if not isinstance(items, list) or not all(
        isinstance(item, dict) and all(isinstance(item.get(k), kind) for k, kind in kinds.items())
        for item in items
    ):
        raise _no_baseline(path)
    return items


def _no_baseline(path: str) -> ConfigurationError:
    return ConfigurationError(
        Text("不是 gongwen 的基线文件", "not a baseline of gongwen"),
        path,
        Text("请用 --write-baseline 重写", "write it anew with --write-baseline"),
    )
