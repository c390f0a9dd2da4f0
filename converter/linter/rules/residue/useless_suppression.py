"""R612: a comment for the linter that does nothing."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Edit, Fix, Severity
from converter.linter.rule import Fixable, Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.source.text import Piece, SourceText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.directives import Directive, Directives

_LONGEST = 10_000
"""Code points of the longest line in which the surroundings of a comment are looked at."""
REQUIRE_REASON = Option(
    "require-reason",
    False,
    Text("忽略的注释必须写原因", "each comment that silences findings must say why"),
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each directive that is not understood, silences nothing, or does not say why
    where it must."""
    if subject.directives is None:
        return
    for one in subject.directives.all:
        fault = _misread(one, subject.directives) or _useless(one, subject)
        if not fault and subject.value(REQUIRE_REASON) and one.scope != "end" and not one.reason:
            fault = (Text("没有写忽略的原因", "no reason is given"), None)
        if fault:
            message, fix = fault
            piece = Piece(one.text, one.item.line, one.item.column)
            yield Hit(piece, message, 0, len(one.text), fix)


def _misread(one: Directive, directives: Directives) -> tuple[Text, Fix | None] | None:
    """What in the directive is not understood. Only its author knows how to put that right."""
    if one.scope is None:
        return Text(
            f"看不懂“{one.verb}”，可写 忽略、忽略全文、忽略开始、忽略结束",
            f"“{one.verb}” is none of ignore, ignore-report, ignore-start, ignore-end",
        ), None
    unknown = directives.unknown(one)
    if unknown:
        from converter.linter.registry import all_rules

        near = _nearest(unknown[0], [rule.name for rule in all_rules()])
        return Text(
            f"没有这条规则：{unknown[0]}{near.zh}", f"no such rule: {unknown[0]}{near.en}"
        ), None
    return None


def _nearest(name: str, known: list[str]) -> Text:
    from difflib import get_close_matches  # for errors only

    near = get_close_matches(name, known, 1)
    return Text(f"；是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else Text("", "")


def _useless(one: Directive, subject: Subject) -> tuple[Text, Fix | None] | None:
    """What in the directive does nothing, and the directive without it."""
    if one.scope == "end":
        if one.closed:
            return None
        message = Text("没有与它对应的“忽略开始”", "no ignore-start belongs to it")
        return message, Fix(True, (_deleted(one, subject.source),))
    names = subject.directives.useless(one) if subject.directives else None
    if names is None:
        return None
    if names and len(names) < len(one.names):
        shown = "、".join(names)
        message = Text(f"这里没有要忽略的 {shown}", f"no finding of {', '.join(names)} to silence")
        return message, Fix(True, (_edit(one, *one.without(names)),))
    message = Text("这条注释没有忽略任何问题，可以删去", "it silences nothing and may be deleted")
    return message, Fix(True, (_deleted(one, subject.source),))


def _edit(one: Directive, start: int, end: int, text: str) -> Edit:
    line, column = one.item.line, one.item.column
    return Edit(line, column + start, line, column + end, text)


def _deleted(one: Directive, source: SourceText | None) -> Edit:
    """The edit that deletes a directive: with its line, if it stands there alone; else with the
    blanks that set it apart from the text."""
    number, begin = one.item.line, one.item.column - 1
    line = source.lines[number - 1] if source else ""
    if source is None or len(line) > _LONGEST:
        return _edit(one, 0, len(one.text), "")
    before, after = line[:begin], line[begin + len(one.text) :]
    if not before.strip() and not after.strip() and number < len(source.lines):
        return Edit(number, 1, number + 1, 1, "")
    if not after.strip():
        return _edit(one, len(before.rstrip()) - begin, len(one.text), "")
    blanks = 0 if before.strip() else len(after) - len(after.lstrip())
    return _edit(one, 0, len(one.text) + blanks, "")


_COMMENT = " <!-- gongwen: 忽略 placeholder 上级通知原文如此 -->"
_GOOD = draft(summary="一、2024年工作总结\n完成投资620万元，新建泵站3座。")

RULES = (
    Rule(
        code="R612",
        name="useless-suppression",
        severity=Severity.INFO,
        summary=Text("忽略问题的注释不起作用", "a comment that silences findings does nothing"),
        why=Text(
            "问题改好之后，忽略它的注释应当一并删去；规则名写错的注释什么也不忽略。",
            "Once a fault is put right, the comment should go; a misspelt one silences nothing.",
        ),
        source=Text("gongwen 的约定（docs/linting.md）", "gongwen's own (docs/linting.md)"),
        bad=_GOOD.replace("3座。", f"3座。{_COMMENT}"),
        good=_GOOD,
        check=check,
        options=(REQUIRE_REASON,),
        fix=Fixable.SOME,
        last=True,
        needs={"traits": ("removed-directive",)},
    ),
)
