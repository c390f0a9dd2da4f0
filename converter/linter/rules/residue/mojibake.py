"""R608: text that was decoded wrongly (锟斤拷, �, Ã¤, 鐨勫伐浣)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.residue._lines import Span, by_line, times
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import lazy

_SIGNS = (
    "\ufffd",
    "锟",
    "烫烫",
    "屯屯屯",
    "锛",
    "銆",
    "鈥",
    "Ã",
    "Â",
    "â€",
    "ï»",
    "\\u",
    "锘",
    "%E",
    "???",
    "ÿþ",
)
_DAMAGE = lazy(
    r"\ufffd+|(?:锟斤拷?|斤拷)+|(?:烫烫)+烫?|屯{3,}|[锛銆鈥][^\x00-\x7f，。；：、！？\n]?"
    r"|锘挎?|(?<![A-Za-z0-9/=?&.%_-])(?:%[0-9A-F]{2}){3,200}|ÿþ"
    r"|(?<=[\u4e00-\u9fff，。；：、])\?{3,200}(?![万亿个名元%])|ï»¿|â€.|(?:[ÃÂ][\x80-\xbf])+|(?:\\u[0-9a-fA-F]{4})+"
)
_LATIN = lazy(r"(?:[ã-éï][\x80-\xbf\u0152-\u2122]{2})+|[\xa1-\xff]{4,}")
_LATIN_LEADS = "äåæçèéÊËÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝ¹»¼½¾¿ÀÁÄÅÆÇÈÉ"
# What the first bytes of common characters become when UTF-8 is read as GBK.
_GBK_LEADS = (
    "涓鍔鍏浜瀹鍙鏂浣鍖缁鍒鏈浼璁鏀寮灞澶宸杩浠骞鍚鍥鎴搴閲鎶鍗鐢"
    "鍐鎵寤鎺鍩鐨鐩鍦璐鏁鏉閫甯琛淇绛姘绾鎸涔鍜鏄绀蹇娌澧瀵鎬绉鏍"
)
_GBK_RUN = lazy(rf"[^\x00-\x7f\n]{{0,2}}[{_GBK_LEADS}][^\x00-\x7f\n]{{1,60}}")


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line that holds damaged text, with the number of places."""
    view = subject.whole
    for found in by_line(view, _spans(view)):
        start, end = found[0]
        also = times(len(found))
        message = Text(
            f"乱码：“{view.text[start:end]}”{also.zh}",
            f"damaged text “{view.text[start:end]}”{also.en}",
        )
        yield view.hit(start, end, message)


def _spans(view: View) -> list[Span]:
    text = view.text
    spans: list[Span] = []
    if view.holds(_SIGNS):
        spans += [match.span() for match in _DAMAGE.finditer(text)]
    if view.holds(_LATIN_LEADS):
        spans += [m.span() for m in _LATIN.finditer(text) if len({*m.group()} - {*"×·"}) > 2]
    if view.holds(_GBK_LEADS):
        for match in _GBK_RUN.finditer(text):
            start, end = _utf8(match.group())
            if end:
                spans.append((match.start() + start, match.start() + end))
    apart: list[Span] = []
    for span in sorted(spans):
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return apart


def _utf8(run: str) -> Span:
    """The part of a run that, written as GBK, is UTF-8 for two Chinese characters or more; one cut
    off at its beginning, perhaps. (0, 0) when there is none."""
    data = run.encode("gbk", "replace")
    for skip in range(6):
        said = "".join(takewhile(_is_common, data[skip:].decode("utf-8", "replace")))
        if sum("\u4e00" <= char <= "\u9fff" for char in said) > 1:
            end = skip + len(said.encode())
            return len(data[:skip].decode("gbk", "ignore")), len(data[:end].decode("gbk", "ignore"))
    return 0, 0


def _is_common(char: str) -> bool:
    """Whether a character stands in the common Chinese set; what comes of chance seldom does."""
    return len(char.encode("gb2312", "ignore")) > 0 and not "\u0370" <= char <= "\u04ff"


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨，水质锟斤拷定达标。")

RULES = (
    Rule(
        code="R608",
        name="mojibake",
        severity=Severity.ERROR,
        summary=Text("乱码", "text damaged by a wrong encoding"),
        why=Text(
            "编码转换出错后原文已经丢失，必须照原稿补回。",
            "After a conversion with the wrong encoding the words are lost; they must be put back "
            "from the original.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD,
        good=_BAD.replace("锟斤拷", "稳"),
        check=check,
        needs={"whole": (*_SIGNS, *_LATIN_LEADS, *_GBK_LEADS)},
    ),
)
