"""Whether a report goes out as an official document, and the example that does."""

from __future__ import annotations

from converter.linter.rules import _examples
from converter.model.nodes import Document

_REPORT = ("报告", "汇报")
_ADDRESSED = (*_REPORT, "请示", "函", "通知")
_LAYOUTS = ("official", "letter")
_TITLE = "云岭县水务局关于2024年工作总结和2025年工作计划的报告"
HEAD = f"云岭县水务局文件\n云水〔2024〕8号\n\n{_TITLE}\n\n"


def is_official(document: Document) -> bool:
    """Whether a report has what only official documents have: the mark of the issuing body, a
    document number, or the layout of such a document."""
    elements = document.elements
    return (
        any(line.kind in ("issuer", "number") for line in document.above_title)
        or bool(elements.mark or elements.document_number or elements.issuers)
        or elements.layout in _LAYOUTS
    )


def is_report(document: Document) -> bool:
    """Whether the title calls it a 报告."""
    return document.name.endswith(_REPORT)


def is_addressed(document: Document) -> bool:
    """Whether its title calls it a kind of document that is sent to somebody."""
    return document.name.endswith(_ADDRESSED) and document.elements.layout not in (
        "order",
        "minutes",
    )


def has_recipients(document: Document) -> bool:
    """Whether it says whom it is sent to, in its text or its metadata."""
    return bool(document.elements.recipients) or any(
        paragraph.kind == "recipient" for paragraph in document.lead
    )


def official(
    *,
    above: str = "",
    recipient: str = "县人民政府：",
    closing: str = "特此报告。",
    attachments: str = "",
    signature: str = "云岭县水务局\n2024年12月20日",
) -> str:
    """The rules' example draft as an official report, some of its elements replaced."""
    lead = "2024年，我局认真履行职责，现将有关情况报告如下。"
    return (above and above + "\n") + _examples.draft(
        title="",
        lead=HEAD + (recipient and recipient + "\n") + lead,
        more="\n".join(part for part in (closing, attachments) if part),
        signature=signature,
    )
