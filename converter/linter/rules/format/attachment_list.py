"""F501 to F503: 附件说明, the list of attachments below the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.layout.width import width
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.looks import TWIPS_OF_HALF, size_of
from converter.linter.form.words import line_count
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._attachments import GAP_TOLERANCE, TOLERANCE, start_of, starts_at
from converter.linter.rules.format._looks import (
    HEADINGS,
    WORD,
)
from converter.linter.subject import Subject
from converter.patterns import lazy

_LISTED = ("attachment_only", "attachment_first", "attachment_next")
_PREFIX = lazy(
    r"\s*(?P<label>附\s?件\s*[0-9０-９一二三四五六七八九十]*\s*[：:]\s*)?"
    r"(?P<mark>[0-9０-９]+\s*[.．、]\s*)?"
)


def check_place(form: Form, subject: Subject) -> Iterator[Deviation]:
    """A list of attachments that does not stand one blank line below the text."""
    first = next((item for item in form.flow if item.element in _LISTED), None)
    above = form.before(first) if first else None
    if first is None or above is None or above.element not in ("body", *HEADINGS):
        return
    due = form.expected(first.element).before if first.element != "attachment_next" else 1
    found = form.blank_lines_above(first)
    if abs(found - due) > GAP_TOLERANCE:
        yield Deviation(
            first,
            Text(
                f"附件说明与正文之间空 {line_count(found)} 行，应空 {due} 行",
                f"{line_count(found)} lines are free above the list of attachments, due are {due}",
            ),
        )


def check_indent(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Lines of the list that do not begin two characters in, or, from the second name on, below
    the first number."""
    label = 0.0
    for item in form.flow:
        if item.element not in _LISTED:
            continue
        found = _PREFIX.match(item.text)
        style = form.expected(item.element)
        own = found["label"] if found else None
        due = float(style.left - style.hanging)
        if own:
            label = width("".join(own.split())) - width("附件：")
        elif item.element == "attachment_next":
            due += label
        if not starts_at(item, due, style) or item.paragraph.look.align in (
            "center",
            "right",
        ):
            yield Deviation(
                item,
                Text(
                    f"附件说明左空 {start_of(item):.2g} 字，应左空 {due:g} 字"
                    + ("" if own else "（序号上下对齐）"),
                    f"a line of the list begins at {start_of(item):.2g}, due is {due:g} characters",
                ),
            )


def check_wrapped(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Lines of the list that wrap, and whose second line is not below the first character of the
    name."""
    for item in form.flow:
        if item.element not in _LISTED:
            continue
        style = form.expected(item.element)
        found = _PREFIX.match(item.text)
        prefix = width("".join(found.group().split())) if found else 0.0
        due = start_of(item) + prefix
        room = form.layout.page.text_width.twips / (style.character.twips or 1)
        if start_of(item) + width(item.text.strip()) <= room - 1:
            continue
        own = item.paragraph.look.left / (size_of(item) * TWIPS_OF_HALF)
        if abs(own - due) > TOLERANCE + 0.5:
            yield Deviation(
                item,
                Text(
                    f"附件名称回行左空 {own:.2g} 字，应与上一行附件名称的首字对齐",
                    "a wrapped line of the list is not below the first character of the name",
                ),
            )


_SOURCE = Text("GB/T 9704-2012 7.3.4（附件说明）", "GB/T 9704-2012, 7.3.4 (list of attachments)")


def _rule(
    code: str,
    name: str,
    summary: Text,
    why: Text,
    change: tuple[str, str],
    check: Callable[[Form, Subject], Iterator[Deviation]],
    severity: Severity = Severity.ERROR,
) -> Rule:
    good, bad = change
    return Rule(
        code=code,
        name=name,
        severity=severity,
        summary=summary,
        why=why,
        source=_SOURCE,
        bad=bad,
        good=good,
        check=over_form(check),
        default=False,
        needs=WORD,
        sample=Sample(),
    )


def _style(name: str, properties: str) -> tuple[str, str]:
    start = f'<w:pStyle w:val="{name}"/>'
    return start, start + properties


RULES = (
    _rule(
        "F501",
        "attachment-list-place",
        Text("附件说明与正文之间不是空一行", "not one blank line above the list of attachments"),
        Text(
            "附件说明在正文之下空一行。",
            "The list of attachments stands one blank line below the text.",
        ),
        _style("GwAttachmentFirst", '<w:spacing w:before="0"/>'),
        check_place,
    ),
    _rule(
        "F502",
        "attachment-list-indent",
        Text("附件说明没有左空二字", "the list of attachments is not two characters in"),
        Text(
            "“附件”二字左空二字，后面的序号上下对齐。",
            "The list begins two characters in, the numbers below one another.",
        ),
        _style("GwAttachmentFirst", '<w:ind w:left="1280"/>'),
        check_indent,
    ),
    _rule(
        "F503",
        "attachment-list-wrap",
        Text("附件名称回行没有对齐", "a wrapped name is not below its first character"),
        Text(
            "附件名称较长需回行时，与上一行附件名称的首字对齐。",
            "A wrapped line stands below the first character of the name above.",
        ),
        (
            '<w:pStyle w:val="GwAttachmentNext"/><w:keepNext w:val="1"/>',
            '<w:pStyle w:val="GwAttachmentNext"/><w:keepNext w:val="1"/>'
            '<w:ind w:left="0" w:firstLine="1600"/>',
        ),
        check_wrapped,
    ),
)
