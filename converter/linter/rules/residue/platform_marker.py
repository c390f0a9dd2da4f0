"""R605: pay-wall and template markers in the text."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Fix, Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.residue._lines import Span, by_line, erase, times
from converter.linter.rules.residue._removed import Stretch, hit, stretches, without
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import lazy, matches, places

_SIGNS = (
    "paid",
    "{{",
    "${",
    "<%",
    "@@",
    "隐藏",
    "试读",
    "付费",
    "解锁",
    "展开",
    "#",
    "[图",
    "【图",
    "[/",
    "{$",
    "{%",
    "[!",
    "专享",
    "文完】",
    "文完）",
    "[hide",
    "[vip",
    "[pay",
    "[quote",
    "[block",
)
_NEEDED = (
    *"#＃{<@[【",
    *(
        "paid",
        "文完",
        "隐藏",
        "试读",
        "付费",
        "登录",
        "会员",
        "充值",
        "解锁",
        "展开全文",
        "展开剩余",
    ),
)
"""Of these one is in whatever the pattern finds."""
_STARTS = (
    *("#", "＃", "paid", "{", "$", "<", "@", "[", "【", "（", "(", "此处", "以下", "剩余", "余下"),
    *(
        "本段",
        "部分",
        "试读",
        "下面",
        "付费",
        "登录",
        "开通会员",
        "充值",
        "全部",
        "点击展开",
        "展开",
    ),
)
"""What the pattern finds begins with one of these."""
_MARKER = lazy(
    r"[#＃]{0,2}paid_?(?:begin|end)[#＃]{0,2}|(?<![#＃])[#＃]{1,2}[A-Za-z_][A-Za-z0-9_]{2,20}[#＃]{1,2}"
    r"|\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|<%[^<>\n]{1,40}%>|@@[A-Za-z_]{3,20}@@"
    r"|[\[【](?:图片|表格|附图|图)[0-9]{0,3}[\]】]|\[/?(?:hide|reply|pay|paid|vip|login|b|img|url|size|color|quote|blockquote)\]"
    r"|\{\$[A-Za-z_][\w.]{0,30}\}|\{%[^{}%\n]{1,40}%\}|\[!--[^\[\]\n]{0,30}--\]"
    r"|[\[【](?:VIP|会员|付费)(?:内容|专享|专属)[\]】]|[\[【（(](?:全|正)文完[\]】）)]"
    r"|[\[【(（]?(?:此处|以下|剩余|余下|本段|部分)(?:内容)?(?:已)?(?:被)?隐藏[^，。；\n]{0,20}[\]】)）]?"
    r"|[\[【(（]?(?:试读(?:已)?(?:结束|部分)(?:[，,][^，。；\n]{0,10}(?:付费|会员|解锁|登录)[^，。；\n]{0,10})?|(?:(?:此处|以下|下面|本段)[为是]?)?付费(?:后)?(?:内容|可见|阅读|查看)"
    r"|(?:登录|开通会员|付费|充值)(?:后)?(?:可|即可|才能)?(?:查看|阅读|解锁)[^，。；\n]{0,10}"
    r"|(?:剩余|以下|全部)[^，。；\n]{0,6}(?:需|须|请)[^，。；\n]{0,6}(?:解锁|付费|开通会员|登录)[^，。；\n]{0,10}"
    r"|(?:点击)?展开(?:全文|剩余)[^，。；\n]{0,8})[\]】)）]?"
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line that is or holds markers: those that the reader took out, and those
    that still stand in the text."""
    for stretch in stretches(subject, ("marker",)):
        yield hit(subject, stretch, _message(stretch[0].text, _count_inside(stretch)))
    view = subject.whole
    if view.holds(_NEEDED) and view.holds(_SIGNS):
        starts = sorted({at for at, _ in places(view.text, _STARTS)})
        found_markers = matches(_MARKER, view.text, starts)
        spans = (_whole(match.group(), *match.span()) for match in found_markers)
        for found in by_line(view, spans):
            start, end = found[0]
            message = _message(view.text[start:end], len(found))
            yield view.hit(start, end, message, _fix(subject, view, found))


def _whole(marker: str, start: int, end: int) -> Span:
    """The span of a marker, without a bracket at its end that it does not open."""
    opened = {"]": "[", "】": "【", "）": "（", ")": "("}.get(marker[-1], "")
    return (start, end) if opened in marker else (start, end - 1)


def _fix(subject: Subject, view: View, found: list[Span]) -> Fix | None:
    """Taking the markers out; with its whole line the one that fills it."""
    return without(subject, view, *found[0]) if len(found) == 1 else erase(view, found)


def _count_inside(stretch: Stretch) -> int:
    """How many there are on one line; lines that follow each other are one."""
    return len(stretch) if stretch[0].line == stretch[-1].line else 1


def _message(marker: str, count: int) -> Text:
    also = times(count)
    return Text(
        f"平台或模板的标记“{marker}”应删去{also.zh}",
        f"marker “{marker}” of a platform or a template; to be taken out{also.en}",
    )


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨，##paidbegin##水质稳定达标。")

RULES = (
    Rule(
        code="R605",
        name="platform-marker",
        severity=Severity.WARNING,
        summary=Text("平台、模板留下的标记", "a marker of a platform or template"),
        why=Text(
            "付费分界、模板变量、“完”字标记等是网站和软件留下的，不是报告的文字。",
            "Pay-wall marks, template variables and end marks come from websites and software; "
            "they are no text of the report.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD,
        good=_BAD.replace("##paidbegin##", ""),
        check=check,
        words=_SIGNS,
        needs=({"whole": _NEEDED}, {"traits": ("removed-marker",)}),
        fix=Fixable.SAFE,
    ),
)
