"""S114 and S115: no signing unit, no date at the end."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject


def check_signature(subject: Subject) -> Iterator[Hit]:
    """One hit at the title of a report that nobody signs, in its text or its metadata."""
    elements = subject.document.elements
    signed = subject.document.signature or elements.signatures or elements.signatory
    signers = {"unit", subject.profile.signer}
    if elements.layout == "minutes":
        return  # nobody signs minutes (GB/T 9704-2012, 10.3)
    if not signed and not signers & _beside_title(subject):
        yield Hit(
            subject.head,
            Text("缺少署名：正文之后应写报告单位", "no signing unit stands after the text"),
        )


def check_date(subject: Subject) -> Iterator[Hit]:
    """One hit at the title of a report without a date, in its text or its metadata."""
    dated = subject.document.date or subject.document.elements.date
    if not dated and "date" not in _beside_title(subject):
        yield Hit(
            subject.head,
            Text(
                "缺少成文日期：署名之下应写“2024年12月20日”这样的日期",
                "no date stands below the signature",
            ),
        )


def _beside_title(subject: Subject) -> set[str]:
    """What stands below the title: unit and date may, and then do not come again at the end."""
    return {line.kind for line in subject.document.below_title}


RULES = (
    Rule(
        code="S114",
        name="missing-signature",
        severity=Severity.INFO,
        summary=Text("缺少署名", "no signing unit at the end"),
        why=Text("报告要写明由谁提出。", "A report says who gives it."),
        source=Text("GB/T 9704-2012 7.3.5（发文机关署名）", "GB/T 9704-2012, 7.3.5 (signature)"),
        bad=draft(signature="2024年12月20日"),
        good=draft(),
        check=check_signature,
        needs={"traits": ("unsigned",)},
    ),
    Rule(
        code="S115",
        name="missing-date",
        severity=Severity.INFO,
        summary=Text("缺少成文日期", "no date at the end"),
        why=Text(
            "没有日期，数据截至何时、报告何时生效都说不清。",
            "Without a date nobody knows up to when the figures count.",
        ),
        source=Text("GB/T 9704-2012 7.3.5（成文日期）", "GB/T 9704-2012, 7.3.5 (date)"),
        bad=draft(signature="县水务局"),
        good=draft(),
        check=check_date,
        needs={"traits": ("undated",)},
    ),
)
