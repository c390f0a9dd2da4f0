"""Names of bodies (机关、单位): how they end."""

from __future__ import annotations

import re

from converter.readers.text.title import UNIT

_BODY = (
    r"[局委办厅院校所站处科部署会社厂馆狱]|中心|公司|集团|银行|[支分总]行|[农村]商行|大学|中学|小学"
    r"|幼儿园|公园|园区|[业技创济]园|街道|政府|党组|支部|总支|总队|支队|大队|中队|[车分战]队|专班"
    r"|领导小组|[作备家研导查察核题写检员区村目项审协调教年班小]组|车间|[林农牧渔茶苗猎禽畜植]场|机场"
    r"|(?:办公|研究|教研|编辑|档案|值班|信访|督查|工作|人事|财务|实验)室|[象视播]台|电台|[妇残文侨青学商科]联"
    r"|[科作]协|人大|政协|煤矿|海关|[粮备]库|联盟|联合体|基地|[务机力路运]段|[剧乐艺兵代表师]团|村民小组"
    r"|(?:开发|示范|试验|保护|管理|经开|高新|风景|名胜|新|灌|矿|林)区"
)
BODY_END = re.compile(rf"(?:{_BODY})$")
"""The end of the name of a body that is no place: 县林场, 支行, 工作专班."""
NAME_END = re.compile(rf"(?:{UNIT.pattern}|{_BODY})$")
"""The same, or the end of a place, which a title or a signature may name in the body's stead."""
