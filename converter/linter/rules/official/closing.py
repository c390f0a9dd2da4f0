"""D805 and D806: what a 报告 may ask for, and how it closes."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules.official._evidence import (
    has_recipients,
    is_official,
    is_report,
    official,
)
from converter.linter.subject import Subject
from converter.model.nodes import BODY
from converter.patterns import lazy

_REQUEST = lazy(
    r"(?:[妥当可]否，?)请(?:予以?)?(?:批示|指示|批准|批复|审批|核准)"
    r"|(?:(?<=[，。；：\n恳敬])|^)(?:现?特?(?:恳|敬)?请)[^，。；\n]{0,12}?(?:予以?)(?:批准|批复|审批|核准|批示)"
    r"|(?:(?<=[，。；：\n恳敬])|^)请(?:批准|批复|审批|核准|批示)(?=[。！\n]|$)|特此请示|以上请示"
)
_WRONG = lazy(r"特此(通知|函告|函复|函达|批复|通告|公告|通报|证明)(?=[。！]?$)")
_RIGHT = lazy(
    r"[特专]此(?:报告|汇报|报请)|以上报告|现予报告|请予?(?:审阅|审议|审查|审示|指示|指正)|报告完毕"
)


def check_request(subject: Subject) -> Iterator[Hit]:
    """One hit for each sentence of a report that asks for approval."""
    view = subject.prose
    if not is_report(subject.document) or "请" not in view.text:
        return
    for match in _REQUEST.finditer(view.text):
        yield view.hit(
            *match.span(),
            Text(
                f"报告里夹带请示：“{match.group()}”；请求批准的事项应另行请示",
                f"a report asks for approval (“{match.group()}”): that takes a 请示 of its own",
            ),
        )


def check_formula(subject: Subject) -> Iterator[Hit]:
    """One hit at the last paragraph of a report that closes as another kind of document does, and
    of an official, addressed one that closes with no formula."""
    document = subject.document
    body = [passage for passage in subject.prose.passages if passage.kind == BODY]
    if not is_report(document) or not body:
        return
    last = body[-1]
    start = max(last.start, last.end - 60)
    wrong = _WRONG.search(subject.prose.text, start, last.end)
    if wrong:
        yield subject.prose.hit(
            *wrong.span(),
            Text(
                f"报告的结语应是“特此报告”，不是“特此{wrong[1]}”",
                f"a report closes with 特此报告, not 特此{wrong[1]}",
            ),
            subject.prose.fix(wrong.start(1), wrong.end(1), "报告", safe=False),
        )
    elif (
        is_official(document)
        and has_recipients(document)
        and not _RIGHT.search(subject.prose.text, start, last.end)
        and "特此请示" not in subject.prose.text[start : last.end]
    ):
        yield subject.prose.hit(
            max(last.start, last.end - 20),
            last.end,
            Text("缺少结语：正文之后另起一段写“特此报告。”", "no closing formula (特此报告。)"),
        )


RULES = (
    Rule(
        code="D805",
        name="request-in-report",
        severity=Severity.WARNING,
        summary=Text("报告里夹带请示事项", "a report that asks for approval"),
        why=Text(
            "报告不需批复，夹带的请示事项没有人答复；《条例》规定不得夹带。",
            "Nobody answers a report, so a request inside it stays unanswered; it is not allowed.",
        ),
        source=Text(
            "《党政机关公文处理工作条例》第十五条（四）",
            "Regulation on official documents (2012), art. 15 (4)",
        ),
        bad=official(closing="以上报告，妥否，请批示。"),
        good=official(closing="以上报告，请审阅。"),
        check=check_request,
        needs={"prose": "请"},
    ),
    Rule(
        code="D806",
        name="closing-formula",
        severity=Severity.INFO,
        summary=Text("缺少结语或结语不对", "a report without its closing formula, or with another"),
        why=Text(
            "“特此报告”说明文种、到此为止；用了“特此通知”，收文机关会按别的文种办。",
            "特此报告 says what the document is and that it ends; another formula misleads.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=official(closing="特此通知。"),
        good=official(),
        check=check_formula,
        fix=Fixable.SOME,
    ),
)
