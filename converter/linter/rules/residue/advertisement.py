"""R604: advertisements, contacts, watermarks and a web page's trim in a report."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Fix, Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.residue._removed import Stretch, hit, stretches, without
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import lazy

_ADVERTISEMENT = Text("广告，应删去", "an advertisement; to be taken out")
_WATERMARK = Text("来源、水印等外来文字，应删去", "source line or watermark; to be taken out")
_WEB_PAGE = Text("网页的残留，应删去", "left over from a web page; to be taken out")
_MESSAGES = {"advertisement": _ADVERTISEMENT, "watermark": _WATERMARK, "web-page": _WEB_PAGE}
# 作者：, 审核：, 发布时间：, 举报电话： may be the draft's own; with one of these they are not.
_OF_THE_WEB = lazy(
    r"来源|打印|关闭|收藏|分享|上一|下一|字[号体]|浏览|点击|阅读|位置|首页|网站|版权|备案|公网|二维码|扫一扫"
    r"|下载|全屏|微[信博]|栏目|索引号|链接|相关|标识码|无障碍|适老|顶部|全真版|文字版|【|-->"
)

_SIGN_WORDS = (
    "请关 请登 请访 请搜 请加 请扫 请点 请联 请下 请收 欢迎关 欢迎登 欢迎访 欢迎搜 "
    "欢迎加 欢迎扫 欢迎点 欢迎联 欢迎下 欢迎收 尽在 ：关 ：搜 ：加 ：扫 ：访 多范文 "
    "彩范文 质范文 品范文 创范文 量范文 写作素材 免费下载 下载全文 获取全 获取更 获取资 "
    "获取范 领取资料 领取更 关键词 回复“ 点击 代写 代笔 润笔 客服微 客服Q 客服q 客服V 客服号 "
    "客服群 客服： 客服: 站长 小编 加客服 加微信 加QQ 加qq 加V信 加老师 加我 询客服 "
    "询微信 询QQ QQ： QQ: qq： qq: QQ群： QQ群: qq群： qq群: 微信： 微信: 微信群： "
    "微信群: 知识星球 VIP会 vip会 Vip会 会员群 网盘群 素材群 文网 库网 材网 料网 秘网 本文来 "
    "本文由 本文转 本文下 文档来 文档由 文档转 文档下 本资料 本材料 本素材 本文章 本文稿 "
    "本稿件 本内容 本模板 本公文 本范文 www http 转载请 版权所 有侵权 侵权联 侵权请 侵删 "
    "联系我 联系小 联系站 联系删 版权归 二维码"
)
_SIGNS = tuple(_SIGN_WORDS.split())
"""Of these at least one is in whatever :data:`_SURE` finds."""
_MATTER = "(?:公文|材料|素材|模板|资料|文稿|稿件|文章|内容|干货|范文)"
_ASKED = r"(?:请|敬请|欢迎)[ 　]?(?:关注|登录|访问|搜索|加|扫|点击|联系|下载|收藏)"
_WRITER = "(?:公众号|素材|文库|范文|公文|材料|资料|笔杆|写作|会员|文秘)"
_SURE = lazy(
    rf"(?:更多|海量|全套|完整版?)(?:精彩|优质|精品|高质量|原创|免费|相关|同类)?{_MATTER}[^，。；\n]{{0,6}}"
    rf"(?:，?{_ASKED}|尽在|：(?:关注|搜索|加|扫码|访问))|(?:更多(?:精彩|优质|精品|原创)?|海量)(?:范文|写作素材)"
    rf"|{_ASKED}[^。；\n]{{0,20}}{_WRITER}[^。；\n]{{0,30}}(?:免费|下载|领取|获取(?:更多|资料|全文)|更新|加入)"
    r"|(?:关注|搜索|添加|扫码)[^。；\n]{0,24}(?:免费下载|下载全文|获取(?:全文|更多|资料|范文)|领取(?:更多)?资料"
    r"|回复(?:关键词|“[^”\n]{1,12}”))|点击(?:此处|这里|下方|链接)?(?:下载|查看|阅读|展开)(?:全文|原文|完整)"
    r"|(?:代写|代笔|润笔)[^。；\n]{0,16}(?:微信|客服|联系|QQ|电话|接单|咨询)|专业(?:代写|代笔)"
    r"|(?:客服|站长|小编)(?:微信|QQ|qq|V信)?(?:号|群)?[：:][ 　]?"
    r"(?:[A-Za-z][A-Za-z0-9_-]{3,20}|[0-9]{7,11}(?![-0-9]))"
    r"|(?:添加|加我?|咨询)(?:客服|微信|QQ|qq|V信|老师)[^。；\n]{0,6}[A-Za-z0-9_-]{5,20}"
    r"|(?:QQ|qq|微信)群?[：:][ 　]?[0-9]{6,11}(?![-0-9])|加入(?:我们的)?知识星球"
    r"|[sS][vV][iI][pP]会员|(?:会员群|网盘群|素材群)[^。；\n]{0,12}(?:下载|更新|免费|领取)"
    r"|(?:范文|文库|公文|素材|文秘)网(?![上络传办站])[^。；\n]{0,12}(?:下载|整理|提供|上传|首发|收集)"
    rf"|(?:本文|本{_MATTER}|文档)(?:来源[于：:]?|来自|转载自?|下载自|由)[^，。；\n]{{0,20}}"
    r"(?:网|文库|公众号|平台|小红书|知乎)[^，。；\n]{0,6}?(?:整理|收集|提供|上传|下载|转载|发布|[。）)\n])"
    r"|(?:来源|来自|转载自|摘自|下载自|首发于?)[：:]?[ 　]?"
    r"(?:[^，。；）\n]{0,8}(?:范文|公文|文库|文秘|素材|材料)网|(?:www\.|https?://)(?![\w./-]{0,60}\.gov\b))"
    r"|转载请注明|版权所有[ 　：:©]"
    r"|(?:https?://|www\.)[\w.-]{0,40}(?:fanwen|wenku|docin|doc88|wenmi|gongwen|book118|sucai)[\w./-]{0,80}"
    r"|[如若]有侵权|侵权(?:请)?联系|侵删|联系(?:我们|小编|站长)?删除|版权归原?作者"
    r"|(?:长按|扫描|识别)[^。；\n]{0,10}二维码[^。；\n]{0,8}(?:关注我们|加群|进群|加入我们|加入知识)"
)
_ENDS = "。！？\n"
_OPENING, _CLOSING = "（([", "）)]"
_LONGEST = 200


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each run of lines that the reader took out, and for each sentence of an
    advertisement that still stands in the text."""
    for stretch in stretches(subject, tuple(_MESSAGES)):
        if stretch[0].reason != "web-page" or _is_web_page(stretch):
            yield hit(subject, stretch, _MESSAGES[stretch[0].reason])
    view = subject.whole
    text = view.text
    if not view.holds(_SIGNS):
        return
    done = 0
    for match in _SURE.finditer(text):
        if match.start() < done:
            continue
        start, end = _extent(text, match.start(), match.end())
        yield view.hit(start, end, _ADVERTISEMENT, _fix(subject, view, start, end))
        done = end


def _fix(subject: Subject, view: View, start: int, end: int) -> Fix | None:
    """Taking the advertisement out is safe where it fills its line or a bracket; elsewhere report
    text may have grown together with it."""
    passage = view.at(start)
    if view.text[start] in _OPENING or (start, end) == (passage.start, passage.end):
        return without(subject, view, start, end)
    return view.fix(start, end, "", safe=False)


def _is_web_page(stretch: Stretch) -> bool:
    return any(_OF_THE_WEB.search(item.text) for item in stretch)


def _extent(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where the advertisement goes: the bracket or the dashes around it, else from
    the beginning of its clause to the end of its sentence."""
    floor, ceiling = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    sentence = next((i + 1 for i in range(start - 1, floor - 1, -1) if text[i] in _ENDS), floor)
    last = next((i for i in range(end - 1, ceiling) if text[i] in _ENDS), ceiling)
    before = text.rfind("---", floor, start)
    after = text.find("---", end, ceiling)
    if min(before, after) >= 0 and "\n" not in text[before:after]:
        return before, after + len("---")  # ---本文来自…---, put into the middle of a sentence
    opened = max(text.rfind(mark, sentence, start + 1) for mark in _OPENING)
    closed = next((i for i in range(end - 1, last) if text[i] in _CLOSING), -1)
    if opened >= 0 and closed >= 0:
        return opened, closed + 1
    clause = next(
        (i + 1 for i in range(start - 1, sentence - 1, -1) if text[i] in "，；、"), sentence
    )
    return clause, last + (text[last : last + 1] not in ("\n", ""))


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨。更多范文请关注公众号“笔杆子”。")

RULES = (
    Rule(
        code="R604",
        name="advertisement",
        severity=Severity.WARNING,
        summary=Text("广告、水印、网页残留", "an advertisement, watermark or a web page's trim"),
        why=Text(
            "广告、联系方式、来源网站、导航栏是从网上复制时带进来的，发出去不成体统。"
            "报告自己讲到公众号、客服热线的不算。",
            "Advertisements, contacts, source lines and navigation came along from the web. A "
            "report's own words about its channels are none.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD,
        good=_BAD.replace("更多范文请关注公众号“笔杆子”。", "通过公众号发布停水信息12条。"),
        check=check,
        fix=Fixable.SOME,
        needs=(
            {"whole": _SIGNS},
            {"traits": tuple(f"removed-{reason}" for reason in _MESSAGES)},
        ),
    ),
)
