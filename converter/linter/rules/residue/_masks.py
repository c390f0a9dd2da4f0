"""What letters and figures stand for that a filter, or fear of one, has put for words.

A table from the letters to where they stand for a word; no letters mean a word but in such places.
"""

from __future__ import annotations

import re

from converter.patterns import HAN, lazy

Mask = tuple[re.Pattern[str], str]
"""The letters with what must stand around them, and the word that they stand for."""

# 党…: the letter stands before the rest of the word, or behind its beginning.
_PARTY_WORDS = (
    *("员", "组织", "组", "小组", "委", "工委", "政", "风", "群", "支部", "总支", "章", "规"),
    *("纪", "课", "日活动", "校", "中央", "史", "务", "性", "籍", "龄", "徽", "旗", "代会"),
    *("代表", "外人士", "恩", "媒", "刊", "内政治", "内监督", "内民主", "内生活", "内法规"),
    *("内政策", "内关怀", "内帮扶", "内集中", "内主题", "和国家", "和人民", "和政府", "管干部"),
    *("管人才", "管武装", "管农村", "管媒体", "管意识形态", "管数据", "领导下", "领导一切"),
    *("领导人民", "的建设", "的领导", "的纪律", "的统一战线", "的方针", "的路线", "的政策"),
    *("的理论", "的创新", "的群众", "的组织", "的作风", "的政治", "的全面", "的基本", "的精神"),
    *("的宗旨", "的主张", "的恩", "的好", "的声音", "的事业", "的优良", "的生日", "的百年"),
    *("的光辉", "的旗帜", "的温暖", "的关怀", "的干部", "的自我", "的执政", "的民族", "的宗教"),
    *("的教育", "的各项", "的惠民", "的初心", "的性质", "的队伍", "的决策", "的号召", "的奋斗"),
    *("的先进", "的忠诚", "的纯洁", "的集中", "的意志", "的形象", "的监督", "的制度", "的章程"),
    *("的历史", "的工作机关", "的话", "的最高", "的绝对"),
)
_PARTY_MORE = lazy(
    r"建(?![筑模])|费(?!用)|报(?!告|名|表|送|价|警|销)|的?(?:二十|十七|十八|十九)(?:大|届)"
    r"|对[^，。；\n]{0,20}(?:领导|指挥)"
)
_PARTY_BEHIND: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("治",), ()),
    (("听",), ("话", "指挥", "召", "的")),
    (("跟",), ("走", "的", "，", "。", "、", "；", "”")),
    (("感",), ("恩",)),
    (("爱",), ()),
    (("管",), ("治", "管", "员", "，", "。")),
    (("兴",), ()),
    (("忠诚于", "献身于", "忠实于"), ()),
    (("忠于",), ()),
    (("心向", "花向", "歌向", "永向"), ()),
    (("献给",), ()),
    (("共产", "国民", "民主", "执政", "致公", "参政"), ()),
    (("全",), ("同志", "上下", "开展", "动手", "全国")),
    (("建",), (*"0123456789", "节", "百", "以来", "周年", "精神", "伟业")),
    (("为",), ("育", "争光", "旗帜", "分忧", "尽责", "尽职", "工作", "的")),
    (("对",), ("忠诚", "绝对", "负责", "无限", "和")),
    (("主题",), ("日",)),
    (("发", "上", "中", "下", "政", "的", "央", "市", "省", "县", "区"), ("和政府",)),
    (
        ("入",),
        (
            *"誓仪材宣，。”）；的后前时",
            *("积极", "申请", "志愿", "动机", "手续", "对象", "条件", "介绍"),
        ),
    ),
)
"""What stands before the letter and, if it matters, behind it."""
_NO_PARTY_BEHIND = (*"0123456789０１２３４５６７８９", "/", "·", "&", "＆", "+", "＋", "-")


def party_end(text: str, at: int) -> int:
    """The end of the word that a D at an offset is the 党 of; 0 where it is none."""
    if not text.endswith(_NO_PARTY_BEHIND, 0, at):
        if text.startswith(_PARTY_WORDS, at + 1):
            word = next(word for word in _PARTY_WORDS if text.startswith(word, at + 1))
            return at + 1 + len(word)
        if match := _PARTY_MORE.match(text, at + 1):
            return match.end()
    for before, behind in _PARTY_BEHIND:
        if text.endswith(before, 0, at) and (not behind or text.startswith(behind, at + 1)):
            return at + 1
    return 0


_POLITICAL = (
    r"ZZ(?=建设|引领|站位|生态|意识|担当|责任|思想|理论|学习|监督|巡[察视]|领导|判断|领悟|执行|素[质养]"
    r"|觉悟|纪律|规矩|立场|方向|工作|属性|功能|任务|忠诚|能力|教育|协商|机关|标准|本色|定力|保证|核心)"
    r"|(?<=讲)ZZ"
)


def _row(pattern: str, word: str) -> Mask:
    return lazy(pattern), word


def _any_case(pattern: str, word: str) -> Mask:
    return lazy(pattern, re.IGNORECASE), word


TABLE: dict[str, tuple[Mask, ...]] = {
    "D": (_row(r"(?<=领)D(?=[干下班小对机和同组])", "导"),),
    "ZZ": (_row(_POLITICAL, "政治"),),
    "GCD": (_row(r"(?<=中国)GCD|GCD(?=员|宣言|人|领导|的)", "共产党"),),
    "GC": (_row(r"GC(?=党)", "共产"),),
    "DG": (_row(r"DG(?=干部|人才|武装|意识形态)", "党管"),),
    "X": (_row(r"X近平", "习"),),
    "XJ": (_row(r"XJ平", "习近"),),
    "JP": (_row(r"(?<=习)JP", "近平"),),
    "M": (_row(r"M主(?=(?:生活|评议|测评|集中|党派|监督|协商|管理|决策))", "民"),),
    "Y": (_row(r"Y情(?=(?:防控|期间|影响|形势|处置|发生|时期|反弹))", "疫"),),
    "G": (_row(r"G务员", "公"),),
    "AA": (_row(r"AA(?=公众|小程序|扫码|工作群)", "微信"),),
    "XJP": (_row(r"XJP(?=[新总同主法生外强经文关在])", "习近平"),),
    "ZSJ": (_row(r"ZSJ(?=重要|关于|讲话|视察|考察|的|对|在)", "总书记"),),
    "SJ": (_row(r"(?<=总)SJ|(?<=支部|党委|党组|纪委|第一)SJ", "书记"),),
    "S": (_row(r"(?<=[总副])S记|S记处", "书"),),
    "J": (
        _row(r"(?<=总书|副书)J|(?<=书)J(?=[处、，。带挂遍领为和（])", "记"),
        _row(r"J(?:委监委|检监察)", "纪"),
        _row(r"(?<=习)J平", "近"),
    ),
    "ZY": (_row(r"(?<=党)ZY|ZY(?=八项|经济工作会|环保督|巡视|一号文件|决策部署)", "中央"),),
    "DJ": (_row(r"DJ(?=工作|引领|品牌|联建|共建|责任|阵地|带|促|[+＋])", "党建"),),
    "DW": (_row(r"DW(?=书记|委员|会议|班子|中心组|政府|、政府)", "党委"),),
    "DY": (_row(r"DY(?=干部|群众|教育|先锋|志愿|大会|活动|发展|队伍|同志|领导)", "党员"),),
    "DZB": (_row(r"DZB(?=书记|委员|建设|会议|班子|党员|标准)|(?<=[村区关])DZB", "党支部"),),
    "DZZ": (_row(r"DZZ(?=书记|建设|生活|活动|关系|负责)", "党组织"),),
    "DF": (_row(r"DF(?=廉政|政风)", "党风"),),
    "JW": (_row(r"JW(?=书记|监委|全会|委员)|(?<=[省市县区])JW", "纪委"),),
    "ZF": (_row(r"ZF(?=工作报告|采购|部门|网站|信息公开|常务会议|办公室|职能)", "政府"),),
    "Z": (
        _row(r"(?<=[讲的强高肃新建])Z治|Z治(?=建设|引领|站位|生态|意识|纪律|理论|学习)", "政"),
        _row(r"(?<=政)Z(?=[建引站生意担责思理学监领判素觉纪规立方工功任忠])", "治"),
        _row(r"Z府(?=工作|部门|采购|网站|信息|办|职能|投资)", "政"),
        _row(r"Z央(?=决策|八项|经济|环保|巡视|精神|财政)", "中"),
    ),
    "L": (_row(r"L导(?=干部|班子|小组|下|机构|同志)", "领"),),
    "W": (
        _row(r"(?<=党)W(?=[书委会政班中、和领])|(?<=纪)W(?=[书监全、和])", "委"),
        _row(r"(?<=[省市县区])W(?=、|书记|常委|政府|全会|办|统战|宣传|组织)", "委"),
    ),
    "F": (
        _row(r"(?<=反)F(?=倡廉|败)", "腐"),
        _row(r"F腐(?=败斗争|倡廉)", "反"),
        _row(r"(?<=政)F(?=[工部采网信办职投])", "府"),
    ),
    "YQ": (_row(r"YQ(?=防控|期间|影响|形势|发生|处置)|(?<=新冠|抗击)YQ", "疫情"),),
    "XF": (_row(r"XF(?=事项|积案|维稳|稳定|矛盾|案件)", "信访"),),
    "VX": (_row(r"VX(?=群|公众|工作群|小程序|平台)", "微信"),),
    "WX": (_row(r"WX(?=公众|工作群|群|小程序|朋友圈)", "微信"),),
    "V": (_row(r"V信(?=群|公众|平台|小程序|工作|朋友)", "微"),),
    "AAA": (
        _row(
            r"AAA(?=公众|群|平台|小程序|推[送文]|视频号|朋友圈|号(?!段)|官方|宣传|微博|好友|工作群|支付"
            r"|扫码|预约|矩阵|[、和及](?:微博|抖音|机关|网站|快手|短信|报纸|电视|广播|今日头条|QQ)"
            r"|等(?:政务)?(?:新媒体|平台|渠道|方式|媒介))"
            r"|(?<=微博)AAA(?!级|[信评]|认证)|(?<=微博[、和]|抖音[、和]|网站[、和]|短信[、和]|QQ[、和])AAA"
            r"(?!级|[信评]|认证)|(?<=官方|政务|利用|关注|添加)AAA(?!级|[信评]|认证|景区|企业|主体|资质)",
            "微信",
        ),
    ),
    "DP": (
        _row(
            r"DP(?=增长|增速|增幅|总量|比重|占比|突破|完成|同比|能耗|贡献|、|（|[0-9])"
            r"|(?<=总值|人均|单位|万元)DP",
            "GDP",
        ),
    ),
    "GD": (_row(r"GD(?=增速|总量|同比|能耗)|(?<=人均|万元)GD", "GDP"),),
}
"""By the letters, in capitals; the patterns are for a text in capitals, too."""

BEHIND = {"X": "近"}
"""What must stand behind letters that stand for much else, too."""

_DIGITAL = (
    "长效|智慧|工业|互联网|医疗|教育|AI|物联网|北斗|直播|云|VR|大数据|数字|远程|平台|智能|应用|车联网|安防"
    "|警务|农业|文旅|管护|无人|巡检|高清|超高清|融媒"
)
FIGURES: tuple[tuple[str, tuple[str, ...], Mask], ...] = (
    (
        "5",
        ("5+", "5＋", "5应", "5网", "5基", "5通", "5技", "5信", "5商", "5产", "5终", "5手", "5、"),
        _any_case(
            r"(?<![0-9.A-Za-z+~-])(?<![０-９．])(?<![＋第])(?<![年月])(?<![—–])(?<![～至])"
            rf"5(?:[+＋](?={HAN}{{0,4}}(?:{_DIGITAL}))"
            r"|应用(?=场景|征集|示范|项目|创新)|网络|基站|通信|技术|信号|商用|产业园|终端|手机|消息|专网"
            r"|(?=、(?:大数据|人工智能|物联网|云计算|区块链|工业互联网)))",
            "5G",
        ),
    ),
    ("60科创", ("60科创",), _any_case(r"(?<![0-9A-Za-z])60科创走廊", "G60")),
    ("20峰会", ("20峰会",), _any_case(r"(?<![0-9A-Za-z])20峰会", "G20")),
    ("919", ("919",), _any_case(r"(?<![0-9A-Za-z])919(?:大飞机|客机)", "C919")),
    (
        "2.5",
        ("2.5平均", "2.5年均", "2.5浓度", "2.5年平均"),
        _any_case(r"(?<![0-9A-Za-zＡ-Ｚ.． ])2\.5(?:平均|年均|年平均)?浓度", "PM2.5"),
    ),
)
"""Figures that lost a letter, with the rest of their words; each behind what it begins with, and
strings of which one must be there."""

MIXED: tuple[tuple[tuple[str, ...], Mask], ...] = (
    (("dang", "Dang"), _any_case(r"(?<![A-Za-z])dang(?=[建员组委支政纪风史课章的])", "党")),
    (("jian",), _any_case(r"(?<=党)jian(?![A-Za-z])", "建")),
    (("dao",), _any_case(r"(?<=领)dao(?=[干小班下])", "导")),
    (("zheng", "Zheng"), _any_case(r"(?<![A-Za-z])zheng(?=[府治])", "政")),
    (("fu",), _any_case(r"(?<=政)fu(?![A-Za-z])", "府")),
    (("xin",), _any_case(r"(?<=微)xin(?![A-Za-z])", "信")),
    (("党*", "党＊", "党·"), _any_case(r"党[*＊·](?=[建员组委支政纪风史课章])", "党")),
    (("D*", "D＊", "D·"), _any_case(r"(?<![A-Za-z0-9])D[*＊·](?=[建员组委支政纪风史课章])", "党")),
    (("微*", "微＊", "微·"), _any_case(r"(?<=微)[*＊·](?=公众号|工作群)", "信")),
    (("微*", "微＊", "微·"), _any_case(r"微[*＊·](?=信)", "微")),
)
"""Sounds put for a character of a word, and marks put between two; each behind strings of which
one must be there. What matches is what goes."""
FIRST_HALVES = "党领政微"
"""What of such a word may stand before what matches; else its rest stands behind."""

LETTERS = "abcdefghijklmnopqrstuvwxyzＤｄABCDEFGHIJKLMNOPQRSTUVWXYZ"
CAPITALS = str.maketrans(LETTERS[:28], LETTERS[28:] + "DD")
_BEFORE_PARTY = tuple("“‘《（，。；、")
_NOT_BEFORE_PARTY = tuple("件案项型类级栋座区组素号选第楼幢馆厅口段片班卷图表式种款为")
_NOT_BEHIND_PARTY = tuple("级类座栋区型轮打股字大号段楼幢馆厅口标包等班卷图式款")


def may_be_party(text: str, at: int) -> bool:
    """Whether a D between Chinese characters may be 党 where others are."""
    before = text[at - 1 : at]
    return (
        ("\u4e00" <= before <= "\u9fff" or before in _BEFORE_PARTY)
        and before not in _NOT_BEFORE_PARTY
        and "\u4e00" <= text[at + 1 : at + 2] <= "\u9fff"
        and text[at + 1] not in _NOT_BEHIND_PARTY
    )
