"""What stands beside a table or a picture and belongs to it: its name, and the unit of a table's
figures."""

from __future__ import annotations

import re

from converter.patterns import lazy
from converter.readers.text.bodies import ends_as_name

_LONGEST = 40
_N = r"[0-9０-９一二三四五六七八九十]+(?:[-—－–.．·][0-9０-９]+)*"
# A sentence may begin with the number of a table or picture, too.
_NO_SENTENCE = r"(?!\s*(?:[所中]|显示|列出|给出|反映|表明|说明|可[见以知]|是|为|的|和|与|及|、))"
_TABLE = lazy(rf"[附续]?表\s*{_N}{_NO_SENTENCE}|[附续]?表\s*[：:]|[附续]表|表\s")
_PICTURE = lazy(rf"附?图\s*{_N}(?![0-9０-９]){_NO_SENTENCE}|附图\s*[：:]")
_SENTENCE = lazy(r"[。；！？]|[，,].*[，,]|[，,、：:]$")
_UNIT = lazy(
    r"(?P<open>[（(])?\s*(?:计量|金额|货币|面积|数量|统计)?单\s*位\s*[：:]\s*"
    r"(?P<unit>[^\s。；，,：:（()）](?:[^。；：:（()）]{0,18}[^\s。；，,：:（()）])?)\s*(?(open)[）)])"
)


def names_table(text: str) -> bool:
    """Whether a line is the name of a table: 表1 完成情况."""
    return len(text) <= _LONGEST and not text.endswith("。") and _TABLE.match(text) is not None


def names_picture(text: str) -> bool:
    """Whether a line is the name of a picture: 图2 投资情况."""
    short = len(text) <= _LONGEST and not _SENTENCE.search(text)
    return short and _PICTURE.match(text) is not None


def is_unit(text: str) -> bool:
    """Whether a line says in which unit a table's figures are: 单位：万元, and not which unit
    (单位：县水文站) has filled it in."""
    match = _UNIT.fullmatch(text)
    last = re.split("[、，,/和]", match["unit"])[-1] if match else ""
    return match is not None and not (len(last) > 2 and ends_as_name(last))
