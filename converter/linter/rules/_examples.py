"""The small draft that the rules' examples vary: complete, in order, no fault in it."""

from __future__ import annotations

TITLE = "县水务局2024年工作总结及2025年工作计划"
LEAD = "2024年，我局认真履行职责，现总结如下："
SUMMARY = "一、2024年工作总结\n全年供水620万吨，水质稳定达标。"
PROBLEMS = "二、存在问题\n队伍力量不足。"
PLAN = "三、2025年工作计划\n充实队伍，招录专业人员3名。"
SIGNATURE = "县水务局\n2024年12月20日"


def draft(
    *,
    title: str = TITLE,
    lead: str = LEAD,
    summary: str = SUMMARY,
    problems: str = PROBLEMS,
    plan: str = PLAN,
    more: str = "",
    signature: str = SIGNATURE,
) -> str:
    """The draft with some of its parts replaced; an empty part is left out."""
    head = f"{title}\n" if title else ""
    return (
        "\n".join(part for part in (head, lead, summary, problems, plan, more, signature) if part)
        + "\n"
    )
