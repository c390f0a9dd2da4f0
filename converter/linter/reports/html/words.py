"""The words of the page."""

from __future__ import annotations

from converter.bilingual import Text
from converter.linter.reports.standing import Standing

PAGE = Text("检查报告", "Lint report")
REPORTS = Text("份报告", "reports")
CLEAN = Text("{count} 份没有问题", "{count} without findings")
FIXABLE = Text("可自动改", "fixable")
ALL_CLEAR = Text("没有发现问题", "nothing found")
ALL_CLEAR_BUT = Text("没有新的问题", "nothing new found")
KNOWN = Text("基线里已知的 {count} 处没有列出", "{count} known to the baseline not listed")
BY_RULE = Text("按规则", "By rule")
SHOW = Text("显示", "Show")
MATRIX = Text("各报告的结构", "The structure of each report")
REPORT = Text("报告", "Report")
STRUCTURE = Text("结构", "Structure")
COMPLETE = Text("齐全", "there")
RULES = Text("规则说明", "The rules explained")
OUTLINE = Text("各部分", "Parts")
PART = Text("部分", "Part")
LINE = Text("行", "Line")
CHARACTERS = Text("字数", "Characters")
SHARE = Text("占比", "Share")
FINDINGS = Text("问题", "Findings")
HELD = Text("按“{profile}”检查", "checked as {profile}")
SIZE = Text("{count} 字", "{count} characters")
LACKS = Text("缺", "no")
WHY = Text("为什么", "Why")
SOURCE = Text("依据", "Source")
FIX = Text("修改", "Fix")
SEEN_IN = Text("见于", "Found in")
IN_REPORTS = Text("{count} 份", "in {count}")
BACK = Text("回到开头", "Back to the top")
PICTURE = Text(
    "结构图：每段色块是一部分，宽度是它的字数；圆点是发现的问题",
    "The structure: a block for each part, as wide as it is long; a dot for each finding",
)
LEGEND = Text(
    "宽度是字数，细线分开下级标题，虚框是缺的部分，圆点是发现的问题，点一下看说明。",
    "Width is length; thin lines divide sub-sections; dashed frames are missing parts; each dot is"
    " a finding and leads to it.",
)

STANDING = {
    Standing.PRESENT: Text("有", "there"),
    Standing.MISSING: Text("缺", "missing"),
    Standing.EMPTY: Text("只有标题", "a heading only"),
    Standing.MISPLACED: Text("顺序不对", "in the wrong place"),
    Standing.EMBEDDED: Text("只夹在别的部分里", "told inside another part only"),
    Standing.OPTIONAL: Text("这类报告不要求", "not asked for"),
}
SIGNS = {
    Standing.MISSING: Text("缺", "none"),
    Standing.EMPTY: Text("空", "empty"),
    Standing.MISPLACED: Text("序", "order"),
    Standing.EMBEDDED: Text("夹", "inside"),
    Standing.OPTIONAL: Text("–", "–"),
}
