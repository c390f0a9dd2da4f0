"""R607: a sentence out of which a filter has cut a name."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.residue._lines import Span, by_line, times
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import HAN, lazy, matches, places

_SIGNS = (
    *("以同志", "以为核心", "在的坚", "在的正", "在的统", "在的有", "在的亲", "在的领", "在的关"),
    *("在的指", "贯彻思想", "法治思想", "生态文明思想", "强军思想", "外交思想", "彻关于"),
    *("实关于", "习关于", "会关于", "思想、理论", "考察", "视察", "《》", "“”", "强调，"),
    *("指出，", "强调：", "指出：", "以为指", "以为引", "以为统", "以为遵", "以为根", "围绕、"),
    *("聚焦、", "精神和，", "指示和，", "讲话和，", "批示和，"),
)
"""One of these is in whatever was cut."""
_STUDIED = (
    *("学习贯彻落实", "学习宣传贯彻", "学习贯彻", "贯彻落实", "学习领会", "深入贯彻", "深学笃行"),
    *("学习践行", "全面贯彻"),
)
_STUDY = f"(?:{'|'.join(_STUDIED)})"
_CUTS = (
    (
        ("以同志为", "以为核心", "在的"),
        lazy(
            r"以同志为核心|以为核心的"
            r"|(?<![存现所潜内外实])在的(?:坚强|正确|统一|有力|亲切)?(?:领导|关怀|指引)"
        ),
    ),
    (
        _STUDIED,
        lazy(
            rf"{_STUDY}思想(?=主题|和|、|[，。]|精神)|{_STUDY}(?:法治|生态文明|强军|外交)思想"
            rf"|{_STUDY}关于[^，。；：！？“”《》\n]{{2,40}}?(?:重要论述|重要讲话|重要指示|重要批示)"
        ),
    ),
    (("坚持以",), lazy(r"坚持以(?:法治|生态文明|强军|外交)思想为")),
    (
        ("以为指导", "以为引领", "以为统领", "以为根本遵循", "以为遵循"),
        lazy(r"(?:坚持|始终|(?<=[，。；\n]))以为(?:指导|引领|统领|根本遵循|遵循)"),
    ),
    (("围绕、", "聚焦、"), lazy(r"(?<=[，。；\n])(?:紧紧)?(?:围绕|聚焦)、")),
    (("和，",), lazy(r"(?:精神|指示|讲话|批示)和(?=，)")),
    (("思想、理论",), lazy(r"毛泽东思想、理论|思想、理论、“三个代表”")),
    (
        ("精神和考察", "精神和视察"),
        lazy(rf"(?<=精神和)(?:考察|视察){HAN}{{2,4}}重要(?:讲话|指示)"),
    ),
)
"""What is left of known phrases, each behind strings of which one must be there."""
_BEGINNINGS = (_CUTS[0][0], _STUDIED)
"""Those that are what the phrases begin with."""
_SAID = ("强调，", "强调：", "指出，", "指出：")
_CUT_OR_SAID = ("《》", "“”", *_SAID)
_BEFORE_SAID = ("。", "！", "？", "\n")
_NAMED = ("习近平", "总书记", "主席", "总理")
_BEFORE = 60


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line with a place where a word was surely cut out."""
    view = subject.prose
    text = view.text
    spans = sorted(span for span in _spans(view) if not _is_named(text, *span))
    if not spans or not view.holds(_SIGNS):
        return
    for found in by_line(view, spans):
        start, end = found[0]
        also = times(len(found))
        shown = text[start:end] if end - start <= 24 else text[start : start + 23] + "…"
        message = Text(
            f"“{shown}”像是被删掉了字，请核对补全{also.zh}",
            f"a word seems to be cut out of “{shown}”{also.en}",
        )
        yield view.hit(start, end, message)


def _spans(view: View) -> Iterator[Span]:
    text = view.text
    for signs, pattern in _CUTS:
        if signs in _BEGINNINGS:
            found = matches(pattern, text, (at for at, _ in places(text, view.possible(signs))))
        elif view.holds(signs):
            found = pattern.finditer(text)
        else:
            continue
        yield from (match.span() for match in found)
    for at, word in places(text, view.possible(_CUT_OR_SAID)):
        if word not in _SAID or at == 0 or text[at - 1] in _BEFORE_SAID:
            yield at, at + len(word)


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
        words=tuple(sign for signs, _ in _CUTS for sign in signs),
        needs={"prose": _SIGNS},
    ),
)
