"""The small draft that the rules' examples vary: complete, in order, no fault in it."""

from __future__ import annotations

TITLE = "县水务局2024年工作总结及2025年工作计划"
LEAD = "2024年，我局认真履行职责，现总结如下："
SUMMARY = "一、2024年工作总结\n全年供水稳定。"
PROBLEMS = "二、存在问题\n队伍力量不足。"
PLAN = "三、2025年工作计划\n充实队伍，补齐专业人员。"


def draft(
    *,
    title: str = TITLE,
    lead: str = LEAD,
    summary: str = SUMMARY,
    problems: str = PROBLEMS,
    plan: str = PLAN,
    more: str = "",
) -> str:
    """The draft with some of its parts replaced; an empty part is left out."""
    head = f"{title}\n" if title else ""
    return "\n".join(part for part in (head, lead, summary, problems, plan, more) if part) + "\n"
