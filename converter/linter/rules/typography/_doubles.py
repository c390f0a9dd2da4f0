"""Which doublings are faults and which are Chinese."""

from __future__ import annotations

from converter.linter.rules.typography._spans import is_han
from converter.patterns import lazy

FUNCTION_WORDS = {
    "的": ("目标", "确士黎"),
    "了": ("不甚未", "解不结得却然如断若悟无望"),
    "将": ("大少中上小名武老主女猛强良干部", "军领来士要近令校官帅才门相息功错"),
    "从": (
        "服听随顺侍遵依屈胁主盲简无",
        "而事此来未业小前中容头今属严政军轻长重宽速简众商犯教良优医艺警善紧快实",
    ),
    "和": ("共温缓太饱总中平柔祥求调谦泰融暖谐随协", "平谐约解田谈睦善蔼声亲县顺衷缓气好煦美"),
    "与": ("参给授赠赐予施", "其会否众时日"),
    "及": ("以涉不普遍得提危顾触波谈论累企殃惠未可兼", "其时至早格"),
    "在": ("现存实内潜自所正旨", "于校线场位职座意乎建编册岗野世逃押读业案籍途产研售即役线"),
    "对": (
        "反相面绝针一应核校配派敌双作结成万比答几两",
        "于方象手外待付抗立面话比策应称准照口联流接账标讲冲调峙等换",
    ),
    "以": (
        "可所难加予得用足借何无赖处授给委",
        "及上后来前下外至便往致免内东西南北求期人利旧德法身工防权",
    ),
    "把": ("一火两几三四五六七八九十百千万拖", "握关手守持门脉"),
    "被": ("植棉盖夹毛褥", "告动子捕选征保害单迫"),
    "为": (
        "作成因认行称分以列改最极更较视变升转沦化定命聘誉无何",
        "了主何止首期数民着人难政辅",
    ),
    "是": ("于可但还或国凡", "否非以"),
    "于": ("关", "是都洪田今谦海"),
    "并": ("合兼吞归", "且非未入购发行列存举重排进网联轨案处"),
    "或": ("抑倘间", "者是许"),
    "由": ("自理缘事来案原因", "于此来"),
    "向": ("方走倾转面趋取意动志流去定导横纵双单正风", "前来往上下导阳好心善日"),
    "使": ("即行促大致驱", "用得命馆者劲节"),
    "让": ("不转谦退出礼割忍", "步利渡位路"),
    "就": ("成造早迁练", "是业算近地医读任职诊学餐绪位此"),
    "其": ("及尤与极何土", "中他实余次间它"),
    "们": ("", ""),
    "第": ("及门次", ""),
    "之": ("总反加久", "间一后前下外类际"),
    "已": ("而早", "经然婚"),
    "给": ("交送供递补发返付分授", "予养"),
    "按": ("", "照期时需比部劳摩"),
    "现": ("实体发出表展呈兑涌再显", "场在有实代象行存金状货任成"),
    "各": ("", ""),
    "但": ("不", "是愿"),
    "而": ("从因然进反", "且言后今"),
    "且": ("并而况", "不"),
    "较": ("比计相", ""),
}  # fmt: skip
"""Characters that never stand twice in one word, with what makes a word with the first one (目的)
and with the last one (了解): then the two belong to two words."""

DIVISION = lazy(
    r"(?:^|(?<=[，。；：、“（\n与向由对在经接请报]))([省市县区州镇乡])\1"
    r"(?=政务|政府|政协|政法|人大|人民政府|[委纪直级属]|发改|财政|教育|农业|水利|民政|司法|卫健|审计|统计)",
)
"""A division's name twice before one of its offices. Behind a place (赣州市市政府) or 全, 我 it is
right, and so is 市市场监管局."""

LONGEST = 8
"""Of the words that are looked for."""

SURE = (
    *("进行", "开展", "加强", "完成", "实现", "提高", "提升", "确保", "促进", "坚持", "深入"),
    *("积极", "切实", "全面", "持续", "扎实", "有效", "大力", "认真", "进一步", "以及", "通过"),
    *("根据", "按照", "为了", "对于", "关于", "我们", "截至", "目前", "同时", "其中", "并且"),
    *("但是", "因此", "由于", "因为", "已经", "现将", "情况", "充分", "着力", "严格", "不断"),
    *("共计", "达到", "取得", "具有", "各项", "有关", "相关", "主要", "如下"),
)
"""Words that nobody doubles for effect and that begin no compound: one of the two can go."""

_DEGREE = (
    *("研究", "讨论", "商量", "考虑", "交流", "了解", "学习", "锻炼", "休息", "活动", "体验"),
    *("感受", "尝试", "走动", "反思", "总结", "打听", "琢磨", "合计", "比较", "参考", "帮助"),
    *("支持", "准备", "收拾", "打扫", "整理", "检查", "调查", "很多", "许多", "非常", "十分"),
    *("特别", "永远", "多少", "仔细", "好好", "慢慢", "加油"),
)
"""Verbs that speech doubles (研究研究), and words doubled for stress."""

_BODY_END = frozenset("会社院所处区室局厅部校市县省镇乡村组站心司委府店馆厂场队园户团")
_BODY = (
    *("大学", "中学", "小学", "高中", "集团", "机关", "企业", "银行", "支行", "分行", "公安"),
    *("海关", "街道", "农户", "门诊", "物业"),
)
"""How the names of bodies end: 南京大学大学生, 县人民政府政府信息公开."""

_COMPOUND = (
    *"业者员性部院生站区点片局师法费品厂组会队长化课室卡证库网工链集群带园科所于",
    *("对象", "小组", "生活", "强国", "系统", "用地", "人员", "单位", "中心", "队伍", "专班"),
    *("机关", "机构", "基地", "平台", "大厅", "委员", "干部", "资金", "体系", "教育", "类"),
)
"""What makes a compound with the word before it: 组织组织生活会, 发展发展对象."""

_NUMERALS = frozenset("〇一二三四五六七八九十百千万亿两零")
_CLASSIFIERS = frozenset("个户家名件项次人条所座处场期批类种台套辆亩宗起位支份间栋幢条村")


def is_meant(text: str, start: int, end: int, word: str) -> bool:
    """Whether a word that stands twice from ``start`` up to ``end`` is not doubled by mistake."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    if len(set(word)) == 1 or not all(map(is_han, word)):
        return True  # no word, or none of this language
    if word in SURE:
        return after == "再"  # 坚持坚持再坚持
    return (
        word in _DEGREE
        or after == "再"
        or (before in ("“", "‘", "《") and after in ("”", "’", "》"))
        or word[0] in "一逐每半某"
        or set(word) <= _NUMERALS
        or (before.isdigit() and word[0] in _CLASSIFIERS)
        or _names_body(before, word)
        or (len(word) == 2 and text.startswith(_COMPOUND, end))
    )


def _names_body(before: str, word: str) -> bool:
    if word in _BODY or before + word in ("大数据", "农产品"):
        return True
    return word[-1] in _BODY_END and word[0] not in "全我本各"
