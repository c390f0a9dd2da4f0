"""主送机关: whom a report is addressed to, at the head of its text (县委、县政府：)."""

from __future__ import annotations

from converter.patterns import holds, lazy
from converter.readers.text.bodies import body_end, ends_as_name
from converter.readers.text.title import squeeze
from converter.source.text import join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.readers.text.lines import Line

_MOST_LINES = 12
_LONGEST = 600
_SHORTEST_WRAPPED = 15
_BRACKETS = lazy(r"[（(][^（()）]*[）)]")
_BETWEEN = str.maketrans("，,；;", "、、、、")
_AND = str.maketrans("及与并", "和和和")
_PLACES = (*"省市州盟旗县区镇乡村", "街道", "社区", "镇街")
_CLASSES = (
    *(
        "单位",
        "机关",
        "机构",
        "部门",
        "处室",
        "科室",
        "股室",
        "部委",
        "组织",
        "团体",
        "企业",
        "院校",
    ),
    *("基地", "联盟", "集团", "车间", "班组", "网点", "支行", "分行"),
)
_GENERAL_ENDS = ("组", "专班", "指挥部", "项目部", "纪委", "团委", "人大", "政协")
_GENERAL = lazy(
    r"领导小组|(?!各|.?党).{0,2}组|(?:工作)?专班|(?![省市县区州镇乡]).{0,2}指挥部|.{0,2}项目部|[纪团]委|人大|政协"
)
"""Bodies of a kind that many have: nobody is named by that alone."""
_YOURS = lazy(
    r"[你贵](?:[省市州盟旗县区镇乡村局委办厅院校所站处室科部署会社行馆园台厂场队]|支行|分行|公司|集团|中心|单位"
    r"|部门|企业|街道|社区|支队|大队|学院)"
)
_WHICH_FIRST = ("有关", "相关", "直属", "所属", "驻")
_WHICH = ("各", *(whose + own for whose in "省市县区州镇乡局委" for own in "属直级"))
_SINGLE = ("委", "办", "厅", "局", "室", "部")
"""What may follow in short: 市政府各委、办、局."""
_SHORT = tuple("省市县区州盟旗党团工")
_NO_BODY = (
    *"0123456789０１２３４５６７８９。！？“”《》：:的是我",
    *(
        "各位",
        "同志",
        "尊敬",
        "如下",
        "以下",
        "下列",
        "情况",
        "问题",
        "报告",
        "根据",
        "按照",
        "围绕",
    ),
    *(
        "涉及",
        "包括",
        "分别",
        "其中",
        "主要",
        "成立",
        "组建",
        "设立",
        "建立",
        "健全",
        "加强",
        "强化",
    ),
)
_NO_NAME = (
    *(
        "体会",
        "机会",
        "社会",
        "晚会",
        "一会",
        "主办",
        "承办",
        "协办",
        "督办",
        "领办",
        "经办",
        "催办",
    ),
    *(
        "么办",
        "何办",
        "干部",
        "全部",
        "内部",
        "局部",
        "部署",
        "场所",
        "之处",
        "好处",
        "长处",
        "短处",
    ),
    *("益处", "害处", "校园", "家园", "田园", "公园", "花园", "平台", "舞台", "讲台"),
    *("学科", "本科", "百科"),
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
    bare = squeeze(text)[:-1]
    if holds(bare, "（("):
        bare = _BRACKETS.sub("", bare)
    if len(text) > _LONGEST or holds(bare, _NO_BODY):
        return False
    apart = bare.translate(_BETWEEN).replace("以及", "、").replace("及其", "、")
    names = [name for name in apart.split("、") if name]
    general = bare.startswith(("各", "有关"))
    return bool(names) and all(
        _are_bodies(name, general=general) or (index > 0 and name in _SINGLE)
        for index, name in enumerate(names)
    )


def _are_bodies(name: str, *, general: bool) -> bool:
    """Whether a name is that of a body, or two joined by 和; 市住房和城乡建设局 is one."""
    parts = name.translate(_AND).split("和")
    if all(_is_body(part, general=general) for part in parts):
        return True
    return len(parts) == 2 and len(parts[1]) > 2 and _is_body(name, general=general)


def _is_body(name: str, *, general: bool) -> bool:
    """Whether a name ends like that of a body. Places and classes of bodies (单位, 部门) count
    only where it is said which ones, be it at the head of the list."""
    if name.startswith(("你", "贵")) and _YOURS.fullmatch(name):
        return True
    if len(name) < 2 or name.endswith(_NO_NAME) or _is_general(name):
        return False
    if name.endswith(_PLACES) or name.endswith(_CLASSES):
        which = name.startswith(_WHICH_FIRST) or holds(name, _WHICH)
        return general or which or _named(name)
    return ends_as_name(name) and (len(name) > 2 or name.startswith(_SHORT))


def _is_general(name: str) -> bool:
    return name.endswith(_GENERAL_ENDS) and _GENERAL.fullmatch(name) is not None


def _named(name: str) -> bool:
    """Whether a name whose last word is a class tells of itself which body it is: 柳溪县支行."""
    end = body_end(name)
    return end is not None and name[:end].endswith(_PLACES)
