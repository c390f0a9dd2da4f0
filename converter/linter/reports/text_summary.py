"""The end of the report for people: which part of which report has how many findings, and what to
do next."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.reports.colour import BOLD, SEVERITY
from converter.linter.reports.excerpt import seen
from converter.linter.reports.width import shortened
from converter.linter.reports.words import UNTITLED, part_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.bilingual import Lang
    from converter.linter.reports.colour import Paint
    from converter.linter.reports.report import Checked, InputReport, Report

_HEADING = 30
_TITLE = 60
_OF_REPORT = Text("{title}（{place}，按“{profile}”检查）", "{title} ({place}, as {profile})")
_LOOKED = Text("检查了 {reports} 份报告（{profiles}）", "{reports} reports checked ({profiles})")
_PROFILE = Text("按“{name}”", "as {name}")
_PROFILES = Text("按“{name}”{count} 份", "{count} as {name}")
_NOTHING = Text("，没有发现问题", ", nothing found")
_NOTHING_NEW = Text("，没有新的问题", ", nothing new found")
_FOUND = Text(
    "：错误 {error} 处，警告 {warning} 处，提示 {info} 处",
    ": {error} errors, {warning} warnings, {info} notes",
)
_SAFE = Text("{count} 处可用 --fix 改好", "{count} fixable with --fix")
_UNSAFE = Text(
    "{count} 处可用 --fix --unsafe-fixes 改好（可能改变意思）",
    "{count} fixable with --fix --unsafe-fixes",
)
_IN_WORD = Text(
    "{count} 处可用 gongwen convert --track 作为修订改好",
    "{count} can be fixed as tracked changes with gongwen convert --track",
)
_BUT = Text("；", "; ")
_EXPLAIN = Text("规则的说明：gongwen explain {code}", "a rule explained: gongwen explain {code}")


def summary(report: Report, paint: Paint) -> Iterator[str]:
    """Two lines for each report with findings, then the totals."""
    if report.tally.findings:
        yield ""
        for item, checked in report.checked():
            if checked.shown:
                yield _of_report(item, checked, report.lang, paint)
                yield "    " + " · ".join(_parts(checked, report.lang, paint))
        yield ""
    yield from _totals(report, paint)


def _of_report(item: InputReport, checked: Checked, lang: Lang, paint: Paint) -> str:
    outline = checked.outline
    title = shortened(seen(outline.title), _TITLE) or UNTITLED.get(lang)
    name = outline.name_of_profile(lang)
    place = f"{seen(item.path)}:{outline.line}"
    return _OF_REPORT.get(lang).format(title=paint(title, BOLD), place=place, profile=name)


def _parts(checked: Checked, lang: Lang, paint: Paint) -> Iterator[str]:
    """Each part with findings and how many there are, coloured by the gravest."""
    for index, part in enumerate(checked.outline.parts):
        grave = [shown.finding.severity for shown in checked.shown if shown.part == index]
        if grave:
            worst = min(grave, key=lambda severity: severity.rank)
            name = shortened(seen(part_name(part, checked.outline, lang)), _HEADING)
            yield f"{name} {paint(str(len(grave)), SEVERITY[worst])}"


def _totals(report: Report, paint: Paint) -> Iterator[str]:
    lang = report.lang
    counts = report.summary()
    profiles = report.tally.profiles
    form = _PROFILE if len(profiles) == 1 else _PROFILES
    named = [form.get(lang).format(name=name, count=count) for name, count in profiles.items()]
    looked = _LOOKED.get(lang).format(
        reports=counts["reports"], profiles=("，" if lang == "zh" else ", ").join(named)
    )
    if not counts["findings"]:
        yield looked + (_NOTHING_NEW if report.known else _NOTHING).get(lang)
        return
    yield looked + _FOUND.get(lang).format(**_painted(counts, paint))
    gravest = report.tally.gravest
    ways = [(_SAFE, counts["fixable"]["safe"]), (_UNSAFE, counts["fixable"]["unsafe"])]
    if gravest and gravest.paragraph:  # a Word file, which is not fixed in place
        ways = [(_IN_WORD, sum(counts["fixable"].values()))]
    fixes = [form.get(lang).format(count=count) for form, count in ways if count]
    if fixes:
        yield _BUT.get(lang).join(fixes)
    if gravest:
        yield _EXPLAIN.get(lang).format(code=gravest.code)


def _painted(counts: dict[str, int], paint: Paint) -> dict[str, str]:
    return {
        str(severity): paint(str(counts[severity]), SEVERITY[severity] if counts[severity] else "")
        for severity in Severity
    }
