"""T713: title marks missing where a document is named, or put where nothing is a work."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._spans import is_text
from converter.linter.subject import Subject
from converter.patterns import lazy

_KINDS = r"通知|意见|决定|方案|通报|批复|函|报告|规定|公告|办法|细则|条例|公报|决议|请示"
_DOCUMENT = lazy(rf"“(关于[^“”《》，。；\n]{{2,60}}的(?:[^“”《》，。；\n]{{0,8}})(?:{_KINDS}))”")
_NO_WORK = lazy(
    r"《([^《》“”，。；\n]{2,20})》(?=等?(?:荣誉称号|称号|奖牌|奖杯|牌匾))"
    r"|《([^《》，。；\n]{0,14}(?:营业执照|许可证|资格证|合格证|身份证|户口簿|房产证|结婚证))》"
)

_ANGLED = lazy(
    rf"[<〈]([\u4e00-\u9fff（）“”][^<>〈〉《》\n]{{1,40}}(?:{_KINDS}|规划|计划|要点|制度|方略|纲要|法))[>〉]"
)
_SIGNS = ("》称号", "》荣誉", "》等", "》奖", "》牌", "照》", "证》", "簿》")


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each document in quotes (“关于…的通知”), and for each honour or certificate in
    title marks (《先进集体》称号)."""
    view = subject.whole
    if "“关于" in view.text:
        for match in _DOCUMENT.finditer(view.text):
            if is_text(view, match.start()):
                yield view.hit(
                    *match.span(),
                    Text(
                        "文件名应用书名号：“ ”应为《 》",
                        "the name of a document takes title marks: 《 》 for “ ”",
                    ),
                )
    if "<" in view.text or "〈" in view.text:
        for match in _ANGLED.finditer(view.text):
            if is_text(view, match.start()) and not _is_within(view.text, match.start()):
                start, end = match.span()
                yield view.hit(
                    start,
                    end,
                    Text(
                        "书名号应为《 》，尖括号只在书名号里面用",
                        "title marks are 《 》; 〈 〉 stand within them only",
                    ),
                )
    if view.holds(_SIGNS):
        for match in _NO_WORK.finditer(view.text):
            if is_text(view, match.start()):
                yield view.hit(
                    *match.span(),
                    Text(
                        "称号、证照不是作品，不用书名号",
                        "an honour or a certificate is no work and takes no title marks",
                    ),
                )


def _is_within(text: str, at: int) -> bool:
    """Whether title marks are open before an offset, on its line."""
    start = max(text.rfind("\n", 0, at), at - 100, 0)
    return text.rfind("《", start, at) > text.rfind("》", start, at)


_BAD = draft(summary="一、2024年工作总结\n印发“关于加强节水工作的通知”，供水620万吨。")

RULES = (
    Rule(
        code="T713",
        name="title-mark-misuse",
        severity=Severity.INFO,
        summary=Text("书名号该用没用或不该用用了", "title marks missing or misplaced"),
        why=Text(
            "文件名用书名号，称号、证照、活动不用，读者才分得清引的是文件还是话。",
            "Title marks tell documents from sayings; honours and certificates are neither.",
        ),
        source=Text("GB/T 15834-2011 4.15、A.13", "GB/T 15834-2011, 4.15 and A.13 (title marks)"),
        bad=_BAD,
        good=_BAD.replace("“关于加强节水工作的通知”", "《关于加强节水工作的通知》"),
        check=check,
        needs={"whole": ("<", "〈", "“关于", *_SIGNS)},
    ),
)
