"""主送机关: whom a report is addressed to, at the head of its text (县委、县政府：)."""

from __future__ import annotations

import re

from converter.readers.text.lines import Line
from converter.readers.text.title import UNIT, squeeze
from converter.source.text import join

_MOST_LINES = 12
_LONGEST = 600
_SHORTEST_WRAPPED = 15
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
_BETWEEN = re.compile(r"[、，,；;]|以及|及其|[及和与并]")
_PLACE = re.compile(r"(?:[省市州盟旗县区镇乡村]|街道|社区)$")
_CLASS = re.compile(
    r"(?:单位|机关|机构|部门|科室|股室|部委|组织|团体|领导小组|指挥部|企业|院校|纪委|人大|政协)$"
)
_WHICH = re.compile(r"各|^(?:有关|相关|直属|所属|驻)|[省市县区镇乡州局委][属直级]")
_SINGLE = ("委", "办", "厅", "局", "室", "部")
"""What may follow in short: 市政府各委、办、局."""
_SHORT = re.compile(r"[省市县区州盟旗党团工]")
_NO_BODY = re.compile(
    r"[0-9０-９。！？“”《》\t：:]|各位|同志|尊敬|如下|以下|下列|情况|问题|报告|根据|按照|围绕|涉及|包括"
    r"|分别|其中|主要|[的是]"
)
_NO_NAME = re.compile(
    r"(?:[体机社晚一]会|[主承协督领经催么何]办|[干全内局]部|部署|场所|[之好长短益害]处|[校家田公花]园|[平舞讲]台"
    r"|[学本百]科)$"
)
"""Words that only end like the name of a body."""


def mark_recipients(lines: list[Line]) -> list[Line]:
    """The lines with the salutation at their head, if it names bodies, of the kind ``recipient``;
    one that a program broke into several lines is one again.

    A greeting (各位代表：, 同志们：) is none, nor is a line that announces what follows.
    """
    count = 0
    heads: list[Line] = []
    while (length := _length(lines, count)) > 0:
        piece = join([line.piece for line in lines[count : count + length]])
        heads.append(lines[count].with_piece(piece).of_kind("recipient"))
        count += length
    return heads + lines[count:]


def _length(lines: list[Line], start: int) -> int:
    """How many lines from ``start`` on are one salutation; 0 for none. Text must follow it."""
    text = ""
    for index in range(start, min(start + _MOST_LINES, len(lines) - 1)):
        line = lines[index]
        if not line.is_text or (index > start and line.gap):
            return 0
        text += line.text
        if text.endswith(("：", ":")):
            return index - start + 1 if names_bodies(text) else 0
        if len(line.text) < _SHORTEST_WRAPPED or len(text) > _LONGEST:
            return 0
    return 0


def names_bodies(text: str) -> bool:
    """Whether a line is a list of bodies and a colon, and nothing else."""
    bare = _BRACKETS.sub("", squeeze(text)[:-1])
    if len(text) > _LONGEST or _NO_BODY.search(bare):
        return False
    names = [name for name in _BETWEEN.split(bare) if name]
    general = bare.startswith(("各", "有关"))
    return bool(names) and all(
        _is_body(name, general=general) or (index > 0 and name in _SINGLE)
        for index, name in enumerate(names)
    )


def _is_body(name: str, *, general: bool) -> bool:
    """Whether a name ends like that of a body. Places and classes of bodies (单位, 部门) count
    only where it is said which ones, be it at the head of the list."""
    if len(name) < 2 or _NO_NAME.search(name):
        return False
    if _PLACE.search(name) or _CLASS.search(name):
        return general or _WHICH.search(name) is not None
    is_unit = re.search(UNIT.pattern + "$", name) is not None
    return is_unit and (len(name) > 2 or _SHORT.match(name) is not None)
