"""Comments in a draft that silence findings: ``<!-- gongwen: 忽略 numbering-gap 原文如此 -->``.

The reader has taken them out of the text; what they say, and for which lines, is told here from
the places of what was removed, so that a document that came from JSON is silenced, too.

* 忽略 (``ignore``), alone on its line: the next line with text; behind text: that line;
* 忽略全文 (``ignore-report``): the whole report;
* 忽略开始 … 忽略结束 (``ignore-start`` … ``ignore-end``): the lines between, and their own.

Rules follow, by code, beginning of codes or name, with commas between; all rules where none is
named. What stands behind them is the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from converter.linter.registry import all_rules
from converter.model.walk import node_text, nodes
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.findings import Finding
    from converter.linter.rule import Rule
    from converter.model.nodes import Document, Removed

REASON = "directive"
"""Why the reader has removed them."""

LINE, REPORT, START, END = "line", "report", "start", "end"
_VERBS = {
    **{"忽略": LINE, "忽略全文": REPORT, "忽略开始": START, "忽略结束": END},
    **{"ignore": LINE, "ignore-report": REPORT, "ignore-start": START, "ignore-end": END},
}
_FRAME = lazy(r"<!--\s*gongwen\s*[:：]\s*(?P<content>.*?)\s*-->", re.I | re.S)
_VERB = lazy(r"忽略(?:全文|开始|结束)?|[A-Za-z]+(?:-[A-Za-z]+)*|\S+")
_NAME = lazy(r"\s*([A-Za-z][A-Za-z0-9-]*)(?![\w-])")
_COMMA = lazy(r"\s*[,，、]")
_ENDLESS = 1 << 60


class Directive:
    """One comment: what it does (None if that is not known), the names of the rules it is for,
    why, where each of the names stands in :attr:`text`, and the lines it covers.

    ``used`` are the codes of the rules whose findings it has silenced; ``closed`` tells of an
    ``END`` that a ``START`` has been found for.
    """

    def __init__(self, item: Removed) -> None:
        self.item = item
        self.text = item.text
        self.names: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.used: set[str] = set()
        self.first, self.last = 0, -1
        self.closed = False
        match = _FRAME.fullmatch(self.text)
        begin, stop = match.span("content") if match else (0, 0)
        verb = _VERB.match(self.text, begin, stop)
        self.verb = verb.group() if verb else ""
        self.scope = _VERBS.get(self.verb.lower())
        at = self._read_names(verb.end() if verb else begin, stop)
        self.reason = self.text[at:stop].lstrip(" \t　:：,，、—-")

    def _read_names(self, at: int, stop: int) -> int:
        """Takes the names from offset ``at`` on; the offset behind them."""
        listed = True
        while name := _NAME.match(self.text, at, stop):
            # Without a comma before it, a word is a name only if there is such a rule.
            if not listed and not _codes(name[1]):
                break
            self.names.append(name[1])
            self.spans.append(name.span(1))
            comma = _COMMA.match(self.text, name.end(), stop)
            listed = comma is not None
            at = comma.end() if comma else name.end()
        return at

    def names_rule(self, rule: Rule) -> bool:
        """Whether it is for that rule. A rule that judges directives must be named outright."""
        if rule.last:
            return rule.code in self.names or rule.name in self.names
        return not self.names or any(rule.code in _codes(name) for name in self.names)

    def without(self, names: Iterable[str]) -> tuple[int, int, str]:
        """The span of its names, and what stands there without some of them."""
        gone = set(names)
        kept = [name for name in self.names if name not in gone]
        return self.spans[0][0], self.spans[-1][1], ", ".join(kept)


@lru_cache(maxsize=1000)
def _codes(name: str) -> frozenset[str]:
    """The codes of the rules that a name stands for; none if there is no such rule."""
    return frozenset(rule.code for rule in all_rules() if rule.is_called(name))


class _Opened:
    """Ranges without an end so far."""

    def __init__(self) -> None:
        self._all: list[Directive] = []
        self._named: dict[frozenset[str], list[Directive]] = {}

    def add(self, start: Directive) -> None:
        """Takes a range."""
        self._all.append(start)
        self._named.setdefault(frozenset(start.names), []).append(start)

    def close(self, end: Directive) -> None:
        """Ends the last open range, or the last one for the same rules where some are named."""
        ranges = self._named.get(frozenset(end.names), []) if end.names else self._all
        while ranges:
            start = ranges.pop()
            if start.last == _ENDLESS:
                start.last = end.item.line
                end.closed = True
                return


class Covering:
    """The directives for one rule by the first line they cover, and for each of them the one that
    covers the most lines below among it and those before."""

    __slots__ = ("firsts", "widest")

    def __init__(self, firsts: list[int], widest: list[Directive]) -> None:
        self.firsts, self.widest = firsts, widest

    def of(self, finding: Finding) -> Directive | None:
        """The directive that silences the finding, if one does."""
        index = bisect_right(self.firsts, finding.end_line) - 1
        if index >= 0 and self.widest[index].last >= finding.line:
            return self.widest[index]
        return None


class Directives:
    """All directives of a report, and what they have silenced so far."""

    def __init__(self, document: Document) -> None:
        items = [item for item in document.removed if item.reason == REASON]
        self.all = [Directive(item) for item in items if item.text.startswith("<!--")]
        self.ran: frozenset[str] = frozenset()
        self._places = [(item.line, item.column) for item in items]
        self._ends = [item.column + len(item.text) for item in items]
        self._covering: dict[str, Covering] = {}
        self._set_ranges(document)

    def _set_ranges(self, document: Document) -> None:
        texts = sorted(
            {
                line
                for _, node in nodes(document)
                if node_text(node)
                for line in (node.line, *(b.line for b in node.breaks))
            }
        )
        beside = {item.line for item in document.removed if item.reason != REASON}.union(texts)
        opened = _Opened()
        for one in self.all:
            line = one.item.line
            if one.scope == LINE:
                one.first = one.last = line
                if line not in beside:
                    after = bisect_right(texts, line)
                    one.first = line + 1
                    one.last = texts[after] if after < len(texts) else _ENDLESS
            elif one.scope == REPORT:
                one.first, one.last = 0, _ENDLESS
            elif one.scope == START:
                one.first, one.last = line, _ENDLESS
                opened.add(one)
            elif one.scope == END:
                opened.close(one)

    def kept(self, findings: list[Finding], rules: Iterable[Rule]) -> list[Finding]:
        """The findings that no directive silences; those inside a directive are none. ``rules``
        are the ones that made them."""
        known = {rule.code: rule for rule in rules}
        self.ran = self.ran.union(known)
        kept = []
        for finding in findings:
            rule = known[finding.code]
            if not rule.last and self._holds(finding):
                continue
            one = self._covering_of(rule).of(finding)
            if one:
                one.used.add(rule.code)
            else:
                kept.append(finding)
        return kept

    def _holds(self, finding: Finding) -> bool:
        """Whether a finding lies in the text of a directive."""
        index = bisect_right(self._places, (finding.line, finding.column)) - 1
        return (
            index >= 0
            and self._places[index][0] == finding.line
            and finding.column < self._ends[index]
        )

    def _covering_of(self, rule: Rule) -> Covering:
        if rule.code not in self._covering:
            fitting = [one for one in self.all if one.last >= 0 and one.names_rule(rule)]
            fitting.sort(key=lambda one: one.first)
            widest: list[Directive] = []
            for one in fitting:
                wider = not widest or one.last > widest[-1].last
                widest.append(one if wider else widest[-1])
            self._covering[rule.code] = Covering([one.first for one in fitting], widest)
        return self._covering[rule.code]

    def unknown(self, one: Directive) -> list[str]:
        """The names in a directive that no rule has."""
        return [name for name in one.names if not _codes(name)]

    def useless(self, one: Directive) -> list[str] | None:
        """The names in a directive that silence nothing; an empty list for one that is for all
        rules and silences nothing; None where nothing can be said against it.

        A name is judged only if all its rules that are on by default, or the one that it is the
        name of, have run.
        """
        if one.scope not in (LINE, REPORT, START) or (not one.names and one.used):
            return None
        if not one.names:
            every = {rule.code for rule in all_rules() if rule.default and not rule.last}
            return [] if every <= self.ran else None
        return [name for name in one.names if self._is_useless(name, one.used)] or None

    def _is_useless(self, name: str, used: set[str]) -> bool:
        codes = _codes(name)
        rules = [rule for rule in all_rules() if rule.code in codes and not rule.last]
        if not rules or codes & used:
            return False
        due = {rule.code for rule in rules if rule.default or len(rules) == 1}
        return due <= self.ran
