"""不属于报告正文的文字：哪些是残留，属于哪一类。加一条就是加一行，不必改别处。

What counts as residue. A draft has next to none of it, so every entry says first, in plain words,
what a text must have for the pattern to match at all: most patterns are never compiled.
"""

from __future__ import annotations

from converter.patterns import holds, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

LONGEST_LINE = 200
"""Code points: no residue that fills a line is longer, so longer lines are not even tried."""


class Entry:
    """A pattern of residue, and what a text must have for it to match: one of ``signs`` in it, one
    of ``starts`` at its head, no character that is not in ``edges`` at either end."""

    __slots__ = ("edges", "longest", "pattern", "reason", "signs", "starts")

    def __init__(
        self,
        reason: str,
        pattern: str,
        *,
        signs: tuple[str, ...] = (),
        starts: tuple[str, ...] = (),
        edges: str = "",
        longest: int = LONGEST_LINE,
    ) -> None:
        self.reason, self.pattern = reason, lazy(pattern)
        self.signs, self.starts, self.edges, self.longest = signs, starts, edges, longest

    def may_match(self, text: str) -> bool:
        """Whether the pattern, which may not match in a text, is worth trying."""
        if self.starts and not text.startswith(self.starts):
            return False
        if self.edges and (text[:1] not in self.edges or text[-1:] not in self.edges):
            return False
        return not self.signs or holds(text, self.signs)

    @property
    def heads(self) -> set[str]:
        """The characters that it can begin with; none where that may be any."""
        return set(self.edges or [start[0] for start in self.starts])

    def fills(self, text: str) -> bool:
        """Whether a line is this residue as a whole."""
        return (
            len(text) <= self.longest
            and self.may_match(text)
            and self.pattern.fullmatch(text) is not None
        )

    def found(self, text: str) -> Iterable[re.Match[str]]:
        """Where it stands in a text."""
        return self.pattern.finditer(text) if self.may_match(text) else ()


class Phrase:
    """A turn of phrase: one of its words, and the pattern around them if there is one, which needs
    one of the words ``beside`` them as well."""

    __slots__ = ("beside", "pattern", "words")

    def __init__(self, *words: str, pattern: str = "", beside: tuple[str, ...] = ()) -> None:
        self.words, self.pattern = words, lazy(pattern) if pattern else None
        self.beside = beside

    def may_be_in(self, text: str) -> bool:
        """Whether one of its words stands anywhere in a text."""
        return holds(text, self.words)

    def is_in(self, text: str) -> bool:
        """Whether a text has it."""
        if not self.may_be_in(text):
            return False
        if self.beside and not holds(text, self.beside):
            return False
        return self.pattern is None or self.pattern.search(text) is not None


def _told(names: str, ends: str = "") -> tuple[str, ...]:
    """What stands before a value: each name with each of the ``ends`` or none, and a colon."""
    return tuple(
        name + end + colon
        for name in names.split()
        for end in ["", *ends.split()]
        for colon in "：:"
    )


# 行内残留：只去掉匹配到的字；signs 只用 ASCII 字符

INLINE = (
    Entry("marker", r"##[A-Za-z_]{3,20}##", signs=("##",)),
    Entry(
        "markup",
        r"</?(?:p|br|div|span|b|strong|font|h[1-6]|center|u|i|em|section|tbody|li|ul|ol)"
        r"(?:\s[^<>]{0,200})?/?>|&(?:nbsp|ensp|emsp|#160|#12288);|^\s{0,8}#{1,6}[ 　](?=\S)",
        signs=("<", "&", "#"),
    ),
)

# 成对的标记：只去掉两个分组里的字；signs 只用 ASCII 字符

PAIR = (
    Entry(
        "markup",
        r"^\s{0,8}(\*\*)[^\s*，。、；：）)”》][^*]{0,120}(\*\*)(?![*省市县区镇乡村局委办厅某同万亿元名])",
        signs=("**",),
    ),
    Entry(
        "markup",
        r"^\s{0,8}(__)[^\s_，。、；：）)”》][^_]{0,120}(__)(?![\w])",
        signs=("__",),
    ),
)

# 整行残留：整行（去掉首尾空白后）匹配才算

LINE = (
    Entry(
        "marker",
        r"[【\[(（<＜]?\s*(?:完|全文完|正文完|end|END|The End|THE END)\s*[】\])）>＞]?",
        signs=("完", "end", "END", "End"),
        edges="【[(（<＜】])）>＞完全正eETdD",
    ),
    Entry(
        "marker",
        r"[=＝*＊~～#-]{3,}\s*(?:正文|完|END|end|正文开始|正文结束)?\s*[=＝*＊~～#-]{3,}|[=＝*＊~～_#—─━-]{4,}",
        edges="=＝*＊~～_#—─━-",
    ),
    Entry(
        "page-number",
        r"[-—–－一~～·•]{1,2}\s*[0-9０-９]{1,4}\s*[-—–－一~～·•]{1,2}",
        edges="-—–－一~～·•",
    ),
    Entry("page-number", r"[0-9]{1,3}\s?/\s?[0-9]{1,3}", signs=("/",), longest=9),
    Entry("page-number", r"页码[：:]\s*[0-9]{1,4}", starts=("页码",)),
    Entry(
        "page-number",
        r"第[一二三四五六七八九十]{1,3}页|第\s*[0-9０-９]{1,4}\s*页(?:\s*[，,/／]?\s*共\s*[0-9０-９]{1,4}\s*页)?",
        edges="第页",
    ),
    Entry(
        "page-number",
        r"[Pp]age\s*[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?",
        starts=("Page", "page"),
    ),
    Entry("watermark", r"(?:https?://)?www\.[A-Za-z0-9.-]+\.[a-z]{2,}/?\S*", signs=("www.",)),
    Entry("watermark", r"https?://\S+", starts=("http",)),
    Entry(
        "watermark",
        r"[—\s（(【]*(?:来源|来自|转自|摘自|转载自|整理自)[：:]\s*.{0,20}"
        r"(?:网|库|公众号|平台|论坛|素材).{0,40}",
        signs=_told("来源 来自 转自 摘自 转载自 整理自"),
    ),
    Entry("watermark", r"(?:微信)?公众号[：:]\s*\S{2,20}", starts=("微信公众号", "公众号")),
    Entry(
        "watermark",
        r"[^。]{0,16}(?:转载请注明|不得转载|禁止转载|翻印必究|版权所有\s*©)[^。]{0,60}",
        signs=("转载请注明", "不得转载", "禁止转载", "翻印必究", "版权所有"),
    ),
    Entry(
        "watermark",
        r"[^。！？]{0,30}(?:侵删|侵权(?:请)?(?:联系)?删除|联系(?:我们)?删除)[。！]?",
        signs=("侵删", "删除"),
    ),
    Entry("watermark", r"(?:免责|版权)声明[：:].{0,120}", starts=("免责声明", "版权声明")),
    Entry("watermark", r"[^。！？]{0,30}版权归.{0,10}(?:所有|作者)[。！]?", signs=("版权归",)),
    Entry(
        "watermark",
        r"(?:请)?点击(?:下载|查看|阅读|展开)(?:全文|原文|更多|完整).{0,20}"
        r"|(?:请)?点击(?:下方|上方|左下角|右下角|此处|这里|链接|阅读原文).{0,20}"
        r"(?:下载|阅读|查看|关注|获取|领取).{0,10}",
        starts=("请点击", "点击"),
    ),
    Entry(
        "watermark",
        r"[（(【]?(?:本文|本资料|文档|资料|材料|内容)(?:来源|来自|由|源自)[^，。]{0,30}"
        r"(?:网|库|平台|公众号|整理|提供|收集|上传|下载)[^。]{0,60}"
        r"|[（(【]?(?:本文|本资料|本文档)(?:来源|来自|由|源自)[^，。]{0,30}"
        r"(?:网|库|平台|公众号|小红书|抖音|知乎|店铺|@|整理|提供|收集|上传|下载)[^。]{0,20}[。！]?",
        signs=("来源", "来自", "源自", "文由", "料由", "档由", "容由"),
    ),
    Entry(
        "watermark",
        r"[^，。]{0,10}(?:更多|海量)[^，。]{0,12}(?:资料|材料|范文|公文|文档|模板)[^。]{0,12}"
        r"(?:请|尽在|登录|访问|搜索|关注|移步)[^。]{0,30}",
        signs=("更多", "海量"),
    ),
    Entry(
        "advertisement",
        r"[^。]{0,10}关注(?:微信)?公众号[^。]{0,24}(?:回复|领取|获取|下载)[^。]{0,24}",
        signs=("关注公众号", "关注微信公众号"),
        longest=80,
    ),
    # 店铺、账号、网盘
    Entry(
        "watermark",
        r"(?:小红书|抖音|快手|淘宝|闲鱼|知乎|B站|头条|百家|QQ|qq|微信|VX|vx|V信)"
        r"(?:号|店铺|店|小店|群|名)?[：:]\s*\S{2,30}",
        starts=(
            *("小红书", "抖音", "快手", "淘宝", "闲鱼", "知乎", "B站", "头条", "百家"),
            *("QQ", "qq", "微信", "VX", "vx", "V信"),
        ),
        longest=48,
    ),
    Entry(
        "watermark",
        r"[^。]{0,60}(?:pan\.(?:baidu|quark|xunlei)|aliyundrive|lanzou[a-z]?)\.[^。]{0,80}",
        signs=("pan.", "aliyundrive", "lanzou"),
    ),
    Entry(
        "watermark",
        r"[（(【](?:来源|来自|转自|摘自)[于：:]?\s?“?[^，。”]{1,20}”?"
        r"(?:小程序|公众号|APP|网站|网|文库)[）)】]",
        starts=tuple(a + b for a in "（(【" for b in ("来源", "来自", "转自", "摘自")),
        longest=40,
    ),
    # 要人付钱的；要人点赞、转发的，和替自己开脱的
    Entry(
        "marker",
        r"[^。]{0,20}(?:会员专享|升级会员|开通会员|付费(?:阅读|可见)|试读(?:已)?结束"
        r"|(?:付费|购买|支付)后(?:可|即可|才能|自动|下载|查看|阅读|解锁))[^。]{0,20}[。！]?",
        signs=("会员", "付费", "购买后", "支付后", "试读"),
        longest=48,
    ),
    Entry(
        "watermark",
        r"[^。]{0,8}(?:喜欢|觉得|欢迎|请|别忘|记得|求|麻烦)[^。]{0,8}(?:点赞|收藏|转发|在看|关注)[、，+]?"
        r"(?:点赞|收藏|转发|在看|分享)[^。]{0,12}[。！]?|关注我[，,们][^。]{2,24}",
        signs=("点赞", "收藏", "转发", "在看", "关注我", "分享"),
        longest=40,
    ),
    Entry(
        "watermark",
        r"[^。]{0,16}(?:请)?点击(?:此处|这里|下方链接|下面链接)",
        signs=("点击此处", "点击这里", "点击下"),
        longest=28,
    ),
    Entry(
        "watermark",
        r"(?:声明[：:])?(?:本文|本材料|本资料|本文档|素材|资料|内容|部分内容|图片|文档|材料|文字|以上内容)[^。]{0,16}"
        r"(?:仅供(?:学习|参考|交流)|AI(?:生成|辅助)|小时内删除)[^。]{0,24}[。！]?",
        signs=("仅供", "AI", "内删除"),
        longest=64,
    ),
    Entry(
        "watermark",
        r"(?:(?:编辑|责编|责任编辑|审核|作者|供稿|撰稿|校对|初审|复审|终审|来源)[：:]\s*[^\s：:]{1,16}[\s|/丨]*){2,6}",
        starts=_told("编辑 责编 责任编辑 审核 作者 供稿 撰稿 校对 初审 复审 终审 来源"),
        longest=80,
    ),
    # 软件、文库打上去的
    Entry(
        "watermark",
        r"(?:由\s*)?扫描全能王\s*(?:扫描)?创建|WPS Office|CONFIDENTIAL|DRAFT|SAMPLE"
        r"|(?:本)?文档由\s?\S{2,20}\s?(?:生成|转换|创建)"
        r"|Evaluation (?:Warning|Only)\b.{0,80}|(?:Created|Generated) (?:with|by|using) .{2,60}"
        r"|(?:道客巴巴|豆丁网|百度文库|原创力文档|学科网|人人文库|淘豆网)(?:\s?[（(]\S{2,20}[）)]\S{0,8}|\s?[a-z0-9.]{4,20})?"
        r"|[^。]{0,16}(?:知网查重|论文查重|论文降重)[^。]{0,20}",
        signs=(
            *("全能王", "WPS Office", "CONFIDENTIAL", "DRAFT", "SAMPLE", "文档由", "Evaluation "),
            *("Created ", "Generated ", "道客巴巴", "豆丁网", "百度文库", "原创力文档", "学科网"),
            *("人人文库", "淘豆网", "查重", "降重"),
        ),
        longest=100,
    ),
)

# 广告用语：一行里至少两种不同用语，其中至少一种是 STRONG（正经报告里不会有的），才算广告；
# 前面另有句子、一种用语都没有的，那些句子留下

STRONG = (
    Phrase(
        "【",
        pattern=r"【[^】]{0,12}(?:素材|文库|代笔|资料|范文|公文|写作|笔杆)[^】]{0,8}】",
        beside=("素材", "文库", "代笔", "资料", "范文", "公文", "写作", "笔杆"),
    ),
    Phrase("svip", "SVIP"),
    Phrase("会员群", "网盘群"),
    Phrase("添加客服", "咨询客服", "联系客服"),
    Phrase("客服", pattern=r"客服[：:]\s*[A-Za-z0-9]{3,}"),
    Phrase(
        "加微信", "加QQ", "加qq", "加v", "加V", "加我微信", "加我QQ", "加我qq", "加我v", "加我V"
    ),
    Phrase("QQ群", "qq群", pattern=r"(?:QQ|qq)群[：:]?\s*[0-9]{5,}"),
    Phrase(
        "代笔",
        "代写",
        "润笔",
        pattern=r"(?<![处击止治禁])(?:代笔|代写|润笔)(?!论文|作业|行为|现象|问题)",
    ),
    Phrase("谨防假冒"),
    Phrase("有意加入", "有意者"),
    Phrase("极速下载", "一键下载", "一键搜索", "一键查找", "一键精准", "会员免费", "免费下载"),
    Phrase(
        "万字",
        "多篇",
        "余篇",
        "套",
        pattern=r"[0-9]{1,5}\s*(?:万字|多篇|余篇|套)[^，。]{0,8}(?:材料|素材|范文|资料|公文)",
        beside=("材料", "素材", "范文", "资料", "公文"),
    ),
    Phrase("好评如潮"),
    Phrase(
        "范文网",
        "公文网",
        "材料网",
        "文库网",
        "文秘网",
        pattern=r"(?:范文|公文|材料|文库|文秘)网(?![上络传办])",
    ),
    Phrase(
        "百度文库",
        "道客文库",
        "豆丁文库",
        "原创力文库",
        "豆丁网",
        "道客巴巴",
        "原创力文档",
        "知识星球",
        "付费社群",
    ),
    Phrase("唯一平台"),
    Phrase("限时优惠", "扫码领取", "扫码进群", "扫码加群"),
    Phrase(
        "更多",
        "海量",
        pattern=r"(?:更多|海量)(?:精彩)?(?:范文|公文|材料|资料|模板)",
        beside=("范文", "公文", "材料", "资料", "模板"),
    ),
)
WEAK = (
    Phrase("素材库", "资料库", "文库"),
    Phrase("会员"),
    Phrase("vip", "VIP"),
    Phrase("网盘"),
    Phrase("客服"),
    Phrase(
        "微信",
        "：",
        ":",
        pattern=r"微信号|微信[：:]|[：:]\s*[A-Za-z][A-Za-z0-9_-]{2,}",
    ),
    Phrase("扫码", "长按", "扫一扫", "扫描二维码"),
    Phrase("公众号"),
    Phrase("免费", "领取"),
    Phrase("每日更新", "每天更新", "同步更新", "持续更新"),
    Phrase("高质量保障", "高度保密"),
    Phrase("接单"),
    Phrase("QQ群", "qq群", "交流群", "微信群"),
    Phrase("轻松解决"),
    Phrase("欢迎加入", "加入我们"),
    Phrase(
        "电话",
        "热线",
        "手机",
        pattern=r"(?:电话|热线|手机)[：:]?\s*(?:1[0-9]{10}|400-?[0-9]{3})",
    ),
    Phrase("淘宝", "拼多多", "闲鱼", "店铺"),
    Phrase("优惠", "限时", "折扣", "原价"),
    Phrase("PPT设计", "PPT定制"),
    Phrase("精彩"),
)

# 网页边角：只在报告开头、结尾连续出现时才算

EDGE_WORDS = frozenset(
    [
        *("下载", "打印", "全屏", "收藏", "加大", "还原", "减小", "关闭", "分享", "大", "中", "小"),
        *("微信", "微博", "QQ空间", "朋友圈", "-->", "】", "全真版", "文字版", "文件下载"),
        *("打印本页", "关闭窗口", "打印本页 关闭窗口", "打印 关闭", "打印本页　关闭窗口"),
        *("返回", "返回顶部", "返回首页", "返回列表", "党政机关"),
        *("相关报道", "相关链接", "相关阅读", "相关文章", "相关附件", "相关信息"),
    ]
)
"""Whole lines."""
EDGE_STARTS: tuple[tuple[tuple[str, ...], int], ...] = (
    (("打印关闭",), 6),
    (("适老化", "无障碍"), 12),
    (_told("作者 责任编辑 编辑 审核"), 20),
    (_told("浏览", "次数 量"), 20),
    (_told("阅读 点击", "次数 量 数"), 20),
    (("扫一扫", "附件下载"), 20),
    (("分享到", "分享到：", "分享到:", "网站标识码"), 30),
    (_told("信息来源 来源 发布机构 发布单位 发布人 发布者"), 40),
    (_told("咨询热线 咨询电话 服务热线 服务电话 举报热线 举报电话"), 40),
    (("关于我们", "联系我们"), 40),
    (("上一篇", "上一页", "上一条", "下一篇", "下一页", "下一条"), 60),
    (("页面链接", "网站地图", "版权声明"), 60),
    (_told("相关报道 相关链接 相关阅读 相关文章 相关附件 相关信息 技术支持 备案号"), 60),
    (_told("标题 当前位置 您的位置 您所在的位置 位置"), 80),
    (_told("主办单位 承办单位 协办单位 主办 承办 协办"), 80),
    (("版权所有",), 80),
    (
        _told("文号 栏目 标签 关键词 索引号 主题分类 原文链接 本地目录 信息索引 公开方式 有效性"),
        120,
    ),
)
"""How a line begins, and how many characters more it may have."""
EDGE = (
    Entry("web-page", r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?", signs=(":",), longest=8),
    Entry(
        "web-page",
        r"(?:[【\[](?:打印|关闭|收藏|分享|返回|打印本页|关闭窗口|大|中|小)[】\]]\s*)+",
        starts=("【", "["),
    ),
    Entry("web-page", r"【?\s*字[号体][：:]?.{0,30}", starts=("【", "字号", "字体")),
    Entry(
        "web-page",
        r"(?:发布)?(?:时间|日期)[：:]\s*[0-9].{0,40}",
        starts=("发布时间", "发布日期", "时间", "日期"),
    ),
    Entry("web-page", r".{0,12}二维码.{0,8}", signs=("二维码",)),
    Entry("web-page", r"首页(?:\s*[>＞»].{0,80}|\S{2,40})?", starts=("首页",)),
    Entry("web-page", r".{0,4}ICP备.{0,60}", signs=("ICP备",)),
    Entry("web-page", r".{0,4}公网安备.{0,40}", signs=("公网安备",)),
    Entry("web-page", r"微信\s*微博.{0,40}", starts=("微信",)),
)
EDGE_HEADS = frozenset(
    [
        *(word[0] for word in EDGE_WORDS),
        *(word[0] for words, _ in EDGE_STARTS for word in words),
        *(start[0] for entry in EDGE for start in entry.starts),
    ]
)
"""The characters that trim begins with, but for that told by a sign."""
EDGE_SIGNS = tuple(sign for entry in EDGE for sign in entry.signs)
LINE_HEADS: dict[str, tuple[Entry, ...]] = {}
"""The residue that a line may be, by its first character; beside that told by a sign."""
for _entry in LINE:
    for _head in _entry.heads:
        LINE_HEADS[_head] = (*LINE_HEADS.get(_head, ()), _entry)
LINE_SIGNS = tuple(entry for entry in LINE if not (entry.edges or entry.starts))
