"""H203: one level is numbered with two kinds of mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Fix, Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.headings._siblings import mark_edit
from converter.linter.subject import Subject
from converter.model import walk
from converter.model.nodes import Number, Section
from converter.numbering import MarkStyle, in_form_of, match_mark, shape


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each further way of writing one mark style, at the first heading in it.

    The usual way is the most frequent one; of equals the standard's, else the first.
    """
    styles: dict[MarkStyle, list[tuple[Section, Number]]] = {}
    for _, section in walk.sections(subject.document):
        mark = section.number and match_mark(section.number.text + "题")
        if section.number and mark:
            styles.setdefault(mark.style, []).append((section, section.number))
    for style, members in styles.items():
        shapes = Counter(shape(number.text) for _, number in members)
        standard = shape(style.form)
        usual = max(shapes, key=lambda form: (shapes[form], form == standard))
        sample = next(number.text for _, number in members if shape(number.text) == usual)
        for form in shapes:
            if form == usual:
                continue
            odd = [(section, number) for section, number in members if shape(number.text) == form]
            section, number = odd[0]
            yield Hit(
                section,
                Text(
                    f"同一级序号写法不一：这里用“{number.text}”（共{len(odd)}处），别处用“{sample}”",
                    f"“{number.text}” ({len(odd)} times) beside “{sample}” on one level",
                ),
                0,
                len(number.text),
                _rewriting(odd, sample),
            )


def _rewriting(odd: list[tuple[Section, Number]], sample: str) -> Fix | None:
    """The fix that writes every odd mark as the sample is written."""
    edits = [mark_edit(section, in_form_of(number.text, sample)) for section, number in odd]
    whole = tuple(edit for edit in edits if edit is not None)
    return Fix(safe=True, edits=whole) if len(whole) == len(edits) else None


_SUMMARY = "一、2024年工作总结\n（一）供水\n1.保障。供水稳定。\n2.水质。水质达标。\n（二）防汛\n{}"

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
        source=Text("GB/T 15834-2011（序次语）", "GB/T 15834-2011 (ordinals)"),
        bad=draft(summary=_SUMMARY.format("1、抓备汛。检查水库九座。")),
        good=draft(summary=_SUMMARY.format("1.抓备汛。检查水库九座。")),
        check=check,
    ),
)
