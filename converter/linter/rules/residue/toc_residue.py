"""R603: lines of a contents page left in the report."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.residue._removed import hit, stretches, without
from converter.linter.subject import Subject
from converter.patterns import lazy, places

_MESSAGE = Text("目录的残留，应删去", "left over from a contents page; to be taken out")
_HEADER = lazy(r"(?m)^目[ 　]{0,4}[录次]$")
# 一、工作总结……3: a leader, then a page number at the end of the line.
_LEADER = lazy(
    r"(?m)(?:(?:[….·．_][ 　]?){4}|…{2})[ 　\t]{0,9}[0-9]{1,3}$|(?:\t|[ 　]{2})[0-9]{1,3}$"
)
_DOTS = "….·．_"
_LEADERS = ("\t", "  ", "　　", *(mark * 2 for mark in _DOTS))
_TITLE = lazy(r".{0,30}[0-9]{4}年.{0,40}(?:总结|计划|打算|安排|要点|报告|思路)")
_ENTRY = lazy(
    r"(?:第?[一二三四五六七八九十]{1,3}[、部章]|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.．、]).{2,60}"
    r"|.{4,70}(?:总结|计划|打算|安排|要点|报告|思路)"
)
# A heading and a number far behind it: a contents line, though a table of figures cannot be ruled
# out, so nothing is taken away.
_SET_APART = lazy(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])"
    r"\S{4,40}[ 　]{4,40}[0-9]{1,2}"
)
_LONGEST = 120


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each run of contents lines: those that the reader took out, but for the contents
    page of a compilation, and those that still stand in the text."""
    first = _first_line(subject) if len(subject.companions) > 1 else 0
    for stretch in stretches(subject, ("toc",)):
        if stretch[0].line >= first:
            yield hit(subject, stretch, _MESSAGE)
    view = subject.prose
    text = view.text
    if any(at == 0 or text[at - 1] == "\n" for at, _ in places(text, "目")):
        for match in _HEADER.finditer(text):
            fix = without(subject, view, *match.span())
            yield view.hit(*match.span(), _MESSAGE, fix)
    if view.holds(_LEADERS):
        for match in _LEADER.finditer(text):
            start = view.at(match.start()).start
            if match.start() - start > _LONGEST:
                continue
            if _is_entry(text, start, match.start()):
                fix = without(subject, view, start, match.end())
                yield view.hit(start, match.end(), _MESSAGE, fix)
            elif _SET_APART.fullmatch(text, start, match.end()):
                yield view.hit(start, match.end(), _MESSAGE)


def _first_line(subject: Subject) -> int:
    """The line on which the compilation's first report begins."""
    document = subject.companions[0]
    beginnings = (*document.above_title, document.title, *document.lead, *document.sections)
    return next(node.line for node in beginnings if node)


def _is_entry(text: str, start: int, end: int) -> bool:
    """Whether what stands before the leader is a heading or a title; behind blanks, where a figure
    of a list may stand, one that comes again or that only a report has."""
    entry = text[start:end].rstrip(" 　\t….·．_")
    if not _ENTRY.fullmatch(entry):
        return False
    return text[end] in _DOTS or bool(_TITLE.fullmatch(entry)) or text.count(entry) > 1


_BAD = draft(lead="2024年，我局认真履行职责，现总结如下：\n2024年工作总结及2025年工作计划……………3")

RULES = (
    Rule(
        code="R603",
        name="toc-residue",
        severity=Severity.WARNING,
        summary=Text("正文里留有目录", "contents lines left in the text"),
        why=Text(
            "目录行连同页码留在正文里，是从别处复制时带来的。汇编自己的目录不算。",
            "Contents lines with their page numbers came along when the text was copied. The "
            "contents page of a compilation is none.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD,
        good=draft(),
        check=check,
        needs=(
            {"prose": (*_LEADERS, "目录", "目次", "目 ", "目　")},
            {"traits": ("removed-toc",)},
        ),
        fix=Fixable.SOME,
    ),
)
