"""R607: a sentence out of which a filter has cut a name."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.residue._lines import by_line, times
from converter.linter.subject import Subject
from converter.patterns import lazy

_SIGNS = (
    *(
        "以同志",
        "以为核心",
        "在的坚",
        "在的正",
        "在的统",
        "在的有",
        "在的亲",
        "在的领",
        "在的关",
        "在的指",
        "贯彻思想",
        "法治思想",
        "生态文明思想",
        "强军思想",
        "外交思想",
    ),
    *(
        "彻关于",
        "实关于",
        "习关于",
        "会关于",
        "思想、理论",
        "考察",
        "视察",
        "《》",
        "“”",
        "强调，",
        "指出，",
    ),
    *("强调：", "指出："),
)
_STUDY = (
    "(?:学习贯彻落实|学习宣传贯彻|学习贯彻|贯彻落实|学习领会|深入贯彻|深学笃行|学习践行|全面贯彻)"
)
_CUT = lazy(
    r"以同志为核心|以为核心的|(?<![存现所潜内外实])在的(?:坚强|正确|统一|有力|亲切)?(?:领导|关怀|指引)"
    rf"|{_STUDY}思想(?=主题|和|、|[，。]|精神)|{_STUDY}(?:法治|生态文明|强军|外交)思想"
    r"|坚持以(?:法治|生态文明|强军|外交)思想为"
    rf"|{_STUDY}关于[^，。；：！？“”《》\n]{{2,40}}?(?:重要论述|重要讲话|重要指示|重要批示)"
    r"|毛泽东思想、理论|思想、理论、“三个代表”"
    r"|(?<=精神和)(?:考察|视察)[\u4e00-\u9fff]{2,4}重要(?:讲话|指示)|《》|“”"
    r"|(?:(?<=[。！？\n])|^)(?:强调|指出)[，：]"
)
_NAMED = ("习近平", "总书记", "主席", "总理")
_BEFORE = 60


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line with a place where a word was surely cut out."""
    view = subject.prose
    text = view.text
    if not any(sign in text for sign in _SIGNS):
        return
    spans = (match.span() for match in _CUT.finditer(text))
    for found in by_line(view, (span for span in spans if not _is_named(text, *span))):
        start, end = found[0]
        also = times(len(found))
        shown = text[start:end] if end - start <= 24 else text[start : start + 23] + "…"
        message = Text(
            f"“{shown}”像是被删掉了字，请核对补全{also.zh}",
            f"a word seems to be cut out of “{shown}”{also.en}",
        )
        yield view.hit(start, end, message)


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether the sentence so far says whose words they are."""
    if text[end - 1] not in "述话示" and text[end - 1] != "批":
        return False
    begin = max(text.rfind(mark, max(0, start - _BEFORE), start) for mark in "。；\n")
    return any(name in text[max(begin, start - _BEFORE, 0) : end] for name in _NAMED)


_BAD = draft(summary="一、2024年工作总结\n深入学习贯彻法治思想，全年供水620万吨。")

RULES = (
    Rule(
        code="R607",
        name="deleted-word",
        severity=Severity.WARNING,
        summary=Text("句中被删掉了字", "a word cut out of a sentence"),
        why=Text(
            "敏感词过滤会把人名整个删掉，留下“以同志为核心”“学习贯彻思想”这样的残句。",
            "Filters cut names out and leave torn sentences such as 以同志为核心 behind.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD,
        good=_BAD.replace("法治思想", "习近平法治思想"),
        check=check,
    ),
)
