"""The words of the page."""

from __future__ import annotations

from converter.bilingual import Text

PAGE = Text("稿件总览", "The corpus at a glance")
INPUTS = Text("稿件", "inputs")
REPORTS = Text("报告", "reports")
COMPLETE = Text("必有部分齐全", "with all required parts")
FAILED = Text("没有做成", "failed")
JOB = Text(
    "任务 {id}：{command} → {format}，{started} 开始，gongwen {version}",
    "Job {id}: {command} → {format}, started {started}, gongwen {version}",
)
FOLDERS = Text("稿件在 {inputs}", "Inputs in {inputs}")
UNFINISHED = Text(
    "这次任务没有做完，下面只是做完了的部分",
    "This job has not come to its end: only what is done is shown",
)
GONE = Text("已经不在的稿件 {count} 份没有算在内", "{count} inputs that are gone are not counted")
UNCHECKED = Text(
    "其中 {count} 份稿件没有检查过，问题数里没有它们",
    "{count} inputs were not checked; the figures of findings are without them",
)
NOTHING = Text("没有发现问题", "nothing found")

PARTS = Text("各部分", "Parts")
RULES = Text("按规则", "By rule")
ORGANIZATIONS = Text("按单位", "By organisation")
YEARS = Text("按年份", "By year")
FAILURES = Text("没有做成的稿件", "Inputs that failed")
NOT_CHECKED = Text("没有检查的稿件", "Inputs that were not checked")
MATRIX = Text("各份报告", "The reports")
GAPS = Text("有缺项的报告", "Reports with gaps")
EXPLAINED = Text("规则说明", "The rules explained")
CONTENTS = Text("本页内容", "On this page")
BACK = Text("回到开头", "Back to the top")

KIND = Text(
    "{kind}：{reports} 份，齐全 {complete} 份", "{kind}: {reports} reports, {complete} complete"
)
PART = Text("部分", "Part")
THERE = Text("有", "There")
MISSING = Text("缺", "Missing")
OTHER = Text("不要求", "Not required")
RULE = Text("规则", "Rule")
ORGANIZATION = Text("单位", "Organisation")
YEAR = Text("年份", "Year")
SHARE = Text("多少", "How many")
IN_REPORTS = Text("报告数", "Reports")
WITH_FINDINGS = Text("有问题", "Flagged")
ALL_PARTS = Text("齐全", "Complete")
INPUT = Text("稿件", "Input")
REASON = Text("原因", "Reason")
REPORT = Text("报告", "Report")
NAMELESS = Text("（没有写明单位）", "(no organisation named)")
YEARLESS = Text("（没有写明年份）", "(no year named)")
NO_REASON = Text("没有记下原因", "no reason recorded")
BY_REPORTED = Text(
    "年份是报告所总结的年份；只有计划的，是计划的年份。",
    "The year is the one reported on; of mere plans, the one planned.",
)
CAPTION_RULES = Text("每条规则发现的问题", "What each rule found")
CAPTION_ORGANIZATIONS = Text("每个单位的报告和问题", "Reports and findings of each organisation")
CAPTION_YEARS = Text("每年的报告和问题", "Reports and findings of each year")
CAPTION_FAILURES = Text("没有做成的稿件和原因", "Inputs that failed, and why")
CAPTION_NOT_CHECKED = Text("没有检查的稿件和原因", "Inputs that were not checked, and why")
ALL_LISTED = Text("{kind}：全部 {reports} 份", "{kind}: all {reports} reports")
GAPS_LISTED = Text(
    "{kind}：{reports} 份中有 {gaps} 份缺项，列出 {listed} 份，缺得最多的在前",
    "{kind}: {gaps} of {reports} reports have gaps; {listed} are listed, the worst first",
)
GROUPED = Text(
    "{kind}：各单位缺什么（{listed} 个单位，缺得最多的在前）",
    "{kind}: what is missing, by organisation ({listed} of them, the worst first)",
)
ALL_COMPLETE = Text("{kind}：{reports} 份都齐全", "{kind}: all {reports} reports are complete")
REST = Text("另有 {count} {what}没有列出", "{count} more {what} are not listed")
EVERY = Text(
    "报告超过 {listed} 份，这里只列有缺项的，并按单位归总；"
    "逐份的数据用 gongwen report --format json。",
    "With more than {listed} reports, only those with gaps are listed, and the organisations summed"
    " up; gongwen report --format json has every report.",
)
WHAT_ORGANIZATIONS = Text("个单位", "organisations")
WHAT_INPUTS = Text("份稿件", "inputs")
LEGEND_THERE = Text("有", "there")
LEGEND_MISSING = Text("缺，这份报告必须有", "missing, and required of this report")
LEGEND_OPTIONAL = Text("没有，也不是必须有的", "not there, and not required")
