"""H203: one level is numbered with two kinds of mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.headings._siblings import (
    ALLOWED,
    by_style,
    corrected,
    is_right,
    like,
    rewriting,
    written,
)
from converter.linter.subject import Subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.rules.headings._siblings import Member
    from converter.numbering import MarkStyle


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each further way of writing one mark style, at the first heading in it.

    The usual way is the most frequent one; of equals the standard's, else the first. The fix
    writes the others like it, or all as the standard does where the usual way is against it.
    """
    for style, members in by_style(subject).items():
        ways = Counter(written(number.text) for _, number in members)
        if len(ways) > 1:
            yield from _mixed(style, members, ways, subject.value(ALLOWED))


def _mixed(
    style: MarkStyle, members: list[Member], ways: Counter[str], allowed: str
) -> Iterator[Hit]:
    standard = written(style.form)
    usual = max(ways, key=lambda way: (ways[way], way == standard, "０" not in way))
    sample = next(number.text for _, number in members if written(number.text) == usual)
    right = is_right(sample, style, allowed)
    advice = "" if right else f"，应都写作“{corrected(sample, style)}”"
    for way in ways:
        if way == usual:
            continue
        odd = [member for member in members if written(member[1].text) == way]
        section, number = odd[0]
        message = Text(
            f"同一级序号写法不一：这里用“{number.text}”（共{len(odd)}处），"
            f"别处用“{sample}”{advice}",
            f"“{number.text}” ({len(odd)} times) beside “{sample}” on one level",
        )
        if right:
            fix = rewriting(odd, [like(n.text, sample) for _, n in odd])
        else:
            fix = rewriting(members, [corrected(n.text, style) for _, n in members])
        yield Hit(section, message, 0, len(number.text), fix)


_SUMMARY = (
    "一、2024年工作总结\n（一）供水\n1.保障。供水稳定。\n2.水质。水质达标。\n"
    "（二）防汛\n{}抓备汛。检查水库九座。\n2.抓抢险。除险六处。"
)

RULES = (
    Rule(
        code="H203",
        name="numbering-style-mixed",
        severity=Severity.WARNING,
        summary=Text("同一级序号有两种写法", "two marks for one level in a report"),
        why=Text(
            "1. 和 1、 混用，看上去像两级标题；通常是几份材料拼在一起留下的。",
            "1. and 1、 side by side look like two levels; they come from pasting drafts together.",
        ),
        source=Text("GB/T 15834-2011 附录 B.7（序次语）", "GB/T 15834-2011, B.7 (ordinals)"),
        bad=draft(summary=_SUMMARY.format("1、")),
        good=draft(summary=_SUMMARY.format("1.")),
        check=check,
        fix=Fixable.SAFE,
    ),
)
