"""Names of bodies (机关、单位): how they end."""

from __future__ import annotations

import re

from converter.readers.text.title import UNIT

_ENDS = (
    "[局委办厅院校所站处科部署会社馆厂狱]",
    "政府|人大|政协|街道|党组|支部|总支|企业|中心|基地|联盟|联合体",
    "公司|集团|[支分总]行|银行|[农村]商行|煤矿|车间|门店|[粮油备]库|酒店|码头|法庭",
    "大学|中学|小学|幼儿园|公园|园区|[业技意]园",
    "[林农牧渔茶苗]场|苗圃|机场|养殖场|种[畜禽猪]场|海关|[务运护]段|供电段",
    "(?:办公|研究|教研|编辑|档案|值班|信访|督查|工作|人事|财务|实验)室|处室|科室|股室",
    "[象视播]台|电台|[妇残文侨青学商科]联|[科作书美音舞]协|联席会议",
    "专班|(?<![分改重词机])组|(?<![排站列])队|(?:剧|兵|乐|艺术|文工|代表|讲师|宣讲)团",
    "(?:开发|示范|试验|保护|管理|经开|高新|风景|灌|林|矿)区",
)
_BODY = "|".join(_ENDS)
BODY_END = re.compile(rf"(?:{_BODY})$")
"""The end of the name of a body that is no place: 县林场, 支行, 工作专班."""
NAME_END = re.compile(rf"(?:{UNIT.pattern}|{_BODY})$")
"""The same, or the end of a place, which a title or a signature may name in the body's stead."""
