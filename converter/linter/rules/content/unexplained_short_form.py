"""C410: a short form in quotes that is never spelled out."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.patterns import holds, lazy

_LENGTH = Option("length", 5, Text("最多几个字算简称", "the most characters of a short form"))
_KNOWN = Option(
    "known",
    "十三五、十四五、十五五、一带一路、两个确立、两个维护、四个意识、四个自信、三农、双碳、八五、九五",
    Text("人人都懂、不必说明的简称，用顿号分开", "short forms that need no word, apart by 、"),
)
_QUOTED = lazy(r"“([^“”\n]{2,11})”")
_NUMERALS = "一二三四五六七八九十两双百千"
_EXPLAINED = lazy(r"[^，。；\n]{0,8}[（(：—\[]|，?即|，?[也是]?指")
_LIST = lazy(r"[^“”，。；\n]{1,20}、[^“”。；\n]{1,40}(?:等|的)?$")


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the first place of each short form with a numeral (“三资”, “1+N”) that nowhere in
    the report has its full form beside it: in brackets or behind 即, listed before it, or in a note
    or glossary."""
    view = subject.prose
    most = subject.value(_LENGTH)
    first: dict[str, tuple[int, int]] = {}
    explained = set(subject.value(_KNOWN).split("、"))
    for match in _QUOTED.finditer(view.text):
        form = match.group(1)
        if len(form) > most or not _is_short(form):
            continue
        first.setdefault(form, match.span())
        before = view.text[max(0, match.start() - 60) : match.start()]
        if _EXPLAINED.match(view.text, match.end()) or _LIST.search(before.rpartition("\n")[2]):
            explained.add(form)
    for form, span in first.items():
        if form not in explained and f"{form}：" not in view.text:
            message = Text(
                f"简称“{form}”没有写出全称：第一次出现时应说明",
                f"the short form “{form}” is nowhere spelled out",
            )
            yield view.hit(*span, message)


def _is_short(form: str) -> bool:
    """Whether a quoted word begins with a numeral (三资) or a sum (1+N) and goes on a little."""
    first, plus, rest = form.partition("+")
    if form[0] in _NUMERALS:
        rest = form[1:]
    elif not (plus and first.isdecimal() and len(first) < 3):
        return False
    return 1 <= len(rest) <= 8 and not holds(rest, "，。；：、")


RULES = (
    Rule(
        code="C410",
        name="unexplained-short-form",
        severity=Severity.INFO,
        summary=Text("简称没有写出全称", "a short form that is never spelled out"),
        why=Text(
            "行内的简称，上级和外单位不一定懂。",
            "What a trade abbreviates, others may not understand.",
        ),
        source=Text(
            "GB/T 9704 与公文写作惯例：简称先用全称", "practice: the full form comes first"
        ),
        bad=draft(summary="一、2024年工作总结\n全年供水620万吨，“三供一业”移交完成2家。"),
        good=draft(summary="一、2024年工作总结\n“三供一业”（供水、供电、供热和物业）移交完成2家。"),
        check=check,
        options=(_LENGTH, _KNOWN),
        default=False,
    ),
)
