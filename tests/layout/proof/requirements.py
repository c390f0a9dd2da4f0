"""The requirements of the proof: one table, in the order of the standard."""

from __future__ import annotations

from importlib import import_module

from tests.layout.proof.requirement import REQUIREMENTS, Requirement

for _name in (
    "page",
    "head",
    "reference",
    "main",
    "ending",
    "attachments",
    "imprint",
    "number",
    "tables",
    "letter",
    "special",
    "practice",
    "package",
):
    import_module(f"tests.layout.proof.rows_{_name}")  # adds its rows

TABLE: tuple[Requirement, ...] = tuple(sorted(REQUIREMENTS, key=lambda row: row.id))
"""Every measurable requirement, by its number."""

PAPER_ONLY: dict[str, str] = {
    "R011": "纸张：60～80 g/m²，白度、耐折度、不透明度、pH 值",
    "R012": "版面干净无底灰，字迹清楚无断划，版心不斜，误差不超过 1 mm",
    "R013": "双面印刷，两面误差不超过 2 mm；墨色",
    "R014": "左侧装订，两页页码之间误差不超过 4 mm；裁切、骑马订和平订的钉位",
    "R015": "双面印刷时订口左右交替（版式文件中可设，默认不设）",
    "R046": "主送机关过多时移至版记：由使用者在元数据中写明，之后按 R083 测",
    "R059": "联合行文各印章整齐、不相交不相切：盖印后量",
    "R070": "附件不与正文装订时在附件左上角写发文字号：另行印制时写",
    "R102": "法定计量单位：文字内容，由检查规则负责",
    "R103": "标点、数字用法（GB/T 15834、GB/T 15835）：文字内容，由检查规则负责",
    "R116": "信函不用于上行文：文字内容",
}
"""What only paper or a reader can show."""


def applying(layout: str, features: frozenset[str]) -> list[Requirement]:
    """The requirements for a draft of that layout with those features."""
    return [row for row in TABLE if row.fits(layout, features)]
