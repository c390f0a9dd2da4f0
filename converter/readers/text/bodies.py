"""Names of bodies (机关、单位): how they end, and which of them are known for a report."""

from __future__ import annotations

from converter.patterns import holds, lazy
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.profiles import Profile

UNITS = (
    *"局委办厅院校所站处科部署会社团队乡镇村县区市省厂馆园台",
    *("中心", "公司", "集团", "银行", "大学", "中学", "小学", "幼儿园", "街道", "社区"),
    *("政府", "支部", "党组", "企业"),
)
"""Words for units and places."""
_ENDS = (
    *"局委办厅院校所站处科部署会社馆厂狱",
    *(
        "政府",
        "人大",
        "政协",
        "街道",
        "党组",
        "支部",
        "总支",
        "企业",
        "中心",
        "基地",
        "联盟",
        "联合体",
    ),
    *("公司", "集团", "支行", "分行", "总行", "银行", "农商行", "村商行", "煤矿", "车间", "门店"),
    *(
        "粮库",
        "油库",
        "备库",
        "酒店",
        "码头",
        "法庭",
        "大学",
        "中学",
        "小学",
        "幼儿园",
        "公园",
        "园区",
    ),
    *(
        "业园",
        "技园",
        "意园",
        "林场",
        "农场",
        "牧场",
        "渔场",
        "茶场",
        "苗场",
        "苗圃",
        "机场",
        "养殖场",
    ),
    *("种畜场", "种禽场", "种猪场", "海关", "务段", "运段", "护段", "供电段"),
    *(
        "办公室",
        "研究室",
        "教研室",
        "编辑室",
        "档案室",
        "值班室",
        "信访室",
        "督查室",
        "工作室",
        "人事室",
    ),
    *(
        "财务室",
        "实验室",
        "处室",
        "科室",
        "股室",
        "象台",
        "视台",
        "播台",
        "电台",
        "联席会议",
        "专班",
    ),
    *("妇联", "残联", "文联", "侨联", "青联", "学联", "商联", "科联"),
    *("科协", "作协", "书协", "美协", "音协", "舞协"),
    *("剧团", "兵团", "乐团", "艺术团", "文工团", "代表团", "讲师团", "宣讲团"),
    *(
        "开发区",
        "示范区",
        "试验区",
        "保护区",
        "管理区",
        "经开区",
        "高新区",
        "风景区",
        "灌区",
        "林区",
        "矿区",
    ),
)
_LONGEST = max(map(len, _ENDS))
_SEALS = ("代", "代章", "盖章", "盖公章", "公章", "印章", "印", "签章", "签字", "签名")
_SEAL = lazy(rf"[（(](?:{'|'.join(_SEALS)})[）)]$")
_GROUPS = ("组", "队")
_NO_GROUPS = ("分组", "改组", "重组", "词组", "机组", "排队", "站队", "列队")


def names_unit(text: str) -> bool:
    """Whether a word for a unit or a place stands somewhere in a text."""
    return holds(text, UNITS)


def body_end(name: str) -> int | None:
    """Where the word begins with which the name of a body ends that is no place: 县林场, 支行,
    工作专班; None where there is none."""
    if name.endswith(_ENDS):
        return next(i for i in range(max(len(name) - _LONGEST, 0), len(name)) if name[i:] in _ENDS)
    return len(name) - 1 if name.endswith(_GROUPS) and not name.endswith(_NO_GROUPS) else None


def ends_as_name(name: str) -> bool:
    """Whether a name ends as that of a body or of a place, which a title or a signature may name
    in the body's stead."""
    return name.endswith(UNITS) or body_end(name) is not None


@record
class Known:
    """What is known of who signs: the unit that the title names, the names that the metadata
    give (without blanks), and the profile, whose words make a heading."""

    profile: Profile
    organization: str | None = None
    names: frozenset[str] = frozenset()


def bare_name(text: str) -> str:
    """A name without blanks and without what says that a seal belongs there (（代章）)."""
    bare = "".join(text.split())
    return _SEAL.sub("", bare) if bare.endswith(("）", ")")) else bare
