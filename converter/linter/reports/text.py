"""The lint report for people: place, severity, rule, message; the line with the place marked; what
can be done; and a summary."""

from __future__ import annotations

from collections import Counter

from converter.bilingual import Text
from converter.linter.reports.colour import BOLD, DIM, GREEN, MARKED, SEVERITY, Paint
from converter.linter.reports.excerpt import seen
from converter.linter.reports.text_summary import summary
from converter.linter.reports.width import MORE, head, shortened, tail, width
from converter.linter.reports.words import SAFE, UNSAFE, told
from converter.linter.reports.words import SEVERITY as NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.reports.excerpt import Excerpt
    from converter.linter.reports.report import Checked, Report, Shown

_COLUMNS = 100
_GUTTER = 6
_ROOM = _COLUMNS - _GUTTER - 3
_WIDEST_MARK = 60
_IN_FULL = 3
"""So many findings of one rule in one report are shown with their line; the rest with their place
and message only, or a word masked on every line would fill the screen."""
_MOST_EDITS = 3
_EDITS = Text("等 {count} 处", "and so on, {count} edits")


def pieces(report: Report) -> Iterator[str]:
    """The findings, input by input, and the summary."""
    paint = Paint(report.colour)
    for lines in (_findings(report, paint), summary(report, paint)):
        for line in lines:
            yield f"{line}\n"


def findings(report: Report) -> list[str]:
    """The lines on the findings."""
    return list(_findings(report, Paint(report.colour)))


def _findings(report: Report, paint: Paint) -> Iterator[str]:
    for _, checked in report.checked():
        yield from _of_report(checked, report, paint)


def _of_report(checked: Checked, report: Report, paint: Paint) -> Iterator[str]:
    alike: Counter[str] = Counter()
    for shown in checked.shown:
        yield _head(shown, report, paint)
        alike[shown.finding.code] += 1
        if alike[shown.finding.code] <= _IN_FULL:
            yield from _line(shown, paint)
            yield from _fix(shown, report, paint)


def _head(shown: Shown, report: Report, paint: Paint) -> str:
    finding = shown.finding
    severity = paint(NAMES[finding.severity].get(report.lang), SEVERITY[finding.severity])
    place = f"{paint(seen(finding.path), BOLD)}:{finding.line}:{finding.column}:"
    return f"{place} {severity} {paint(finding.code, BOLD)} {finding.name} {seen(finding.told)}"


def _line(shown: Shown, paint: Paint) -> Iterator[str]:
    """The line of the input, and below it the mark, where colour does not show the place."""
    before, marked, behind = _cut(shown.excerpt)
    if not (before + marked + behind).strip():
        return
    severity = shown.finding.severity
    bar = paint("│", DIM)
    number = paint(f"{shown.finding.line:>{_GUTTER}}", DIM)
    yield f"{number} {bar} {before}{paint(marked, MARKED[severity])}{behind}".rstrip()
    if not (paint.on and marked.strip()):
        mark = paint("^" * max(width(marked), 1), SEVERITY[severity])
        yield f"{' ' * _GUTTER} {bar} {' ' * width(before)}{mark}"


def _cut(excerpt: Excerpt) -> tuple[str, str, str]:
    """What fits on one line: the place, and as much on either side as there is room for."""
    marked = shortened(excerpt.marked, _WIDEST_MARK)
    room = _ROOM - width(marked)
    left, right = width(excerpt.before), width(excerpt.behind)
    if left + right <= room and not excerpt.more_before and not excerpt.more_behind:
        return excerpt.before, marked, excerpt.behind
    for_left = max(room // 2, room - right)
    before = excerpt.before
    if left > for_left or excerpt.more_before:
        before = MORE + tail(before, for_left - width(MORE))
    for_right = room - width(before)
    behind = excerpt.behind
    if right > for_right or excerpt.more_behind:
        behind = head(behind, for_right - width(MORE)) + MORE
    return before, marked, behind


def _fix(shown: Shown, report: Report, paint: Paint) -> Iterator[str]:
    fix = shown.finding.fix
    if not fix or not shown.changes:
        return
    edits = "，".join(told(change, report.lang) for change in shown.changes[:_MOST_EDITS])
    if len(shown.changes) > _MOST_EDITS:
        edits += "，" + _EDITS.get(report.lang).format(count=len(shown.changes))
    label = (SAFE if fix.safe else UNSAFE).get(report.lang)
    colon = ": " if report.lang == "en" else "："
    yield f"{' ' * _GUTTER} {paint('=', DIM)} {paint(label + colon, GREEN)}{edits}"
