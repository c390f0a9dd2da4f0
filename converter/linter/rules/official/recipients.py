"""D801 and D802: whom an official report is addressed to (主送机关), and how that is written."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Fix, Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules.official._evidence import (
    has_recipients,
    is_addressed,
    is_official,
    official,
)
from converter.linter.subject import Subject
from converter.linter.view import edit
from converter.model.nodes import BODY, Document, Paragraph, SideLine
from converter.patterns import lazy

_LONGEST = 60
_BODIES = (
    *("委", "委员会", "政府", "办公室", "办公厅", "局", "厅", "法院", "检察院", "单位", "部门"),
    *("公司", "集团", "人大常委会", "政协"),
)
_BODY = lazy(
    r"[^\W\d_]{0,16}(?:[党市县区省州工纪团]委|委员会|政府|办公室|办公厅|[^市全当结布开格]局|厅|法院|检察院|各?单位"
    r"|各?部门|公司|集团|人大常委会|政协)"
)
_WRONG = lazy(r"[；;](?=\w)|(?<=\w)[ \u3000]+(?=\w)")


def check_missing(subject: Subject) -> Iterator[Hit]:
    """One hit at the title of an official report that does not say whom it is sent to."""
    document = subject.document
    if not (is_official(document) and is_addressed(document)) or has_recipients(document):
        return
    greeted = document.lead and document.lead[0].text.endswith(("：", ":"))
    if not greeted and _unclosed(document) is None:
        yield Hit(
            subject.head,
            Text(
                "缺少主送机关：标题之下应顶格写收文机关，末尾用冒号，如“县人民政府：”",
                "no recipient: the bodies it is sent to stand below the title, a colon behind them",
            ),
        )


def check_form(subject: Subject) -> Iterator[Hit]:
    """One hit for each line of recipients that no colon closes, or whose bodies are not kept
    apart by 、 and ，."""
    for paragraph in subject.document.lead:
        if paragraph.kind == "recipient":
            yield from _divided(paragraph)
    unclosed = _unclosed(subject.document)
    if unclosed:
        end = len(unclosed.text)
        start = len(unclosed.text.rstrip("，。；、,;"))
        change = edit(unclosed, start, end, "：")
        yield Hit(
            unclosed,
            Text(
                "主送机关之后应用全角冒号", "a colon closes the bodies that a document is sent to"
            ),
            min(start, end - 1),
            end,
            Fix(safe=True, edits=(change,)) if change else None,
        )


def _divided(paragraph: Paragraph) -> Iterator[Hit]:
    matches = [*_WRONG.finditer(paragraph.text)]
    if not matches:
        return
    changes = [
        edit(paragraph, *match.span(), "、" if match.group().isspace() else "，")
        for match in matches
    ]
    edits = tuple(change for change in changes if change)
    yield Hit(
        paragraph,
        Text(
            "主送机关之间，同类的用顿号、不同类的用逗号隔开",
            "the bodies are kept apart by 、 within a kind and by ， between kinds",
        ),
        *matches[0].span(),
        Fix(safe=True, edits=edits) if edits else None,
    )


def _unclosed(document: Document) -> Paragraph | SideLine | None:
    """The first line below the title, if it is a list of bodies that no colon closes. One name
    alone is that only in an official document, and if it is not who reports."""
    for line in document.below_title:
        if line.kind == "unit" and is_official(document) and line.text not in document.name:
            return line
    first = document.lead[0] if document.lead else None
    if first is None or first.kind != BODY or len(first.text) > _LONGEST:
        return None
    if not (document.sections or len(document.lead) > 1):
        return None
    text = first.text.rstrip("。；，、,;")
    for mark in "，,；;":
        text = text.replace(mark, "、")
    names = [name for name in text.split("、") if name]
    if not names or not all(name.endswith(_BODIES) and _BODY.fullmatch(name) for name in names):
        return None
    return first if len(names) > 1 or is_official(document) else None


_SOURCE = Text("GB/T 9704-2012 7.3.2", "GB/T 9704-2012, 7.3.2 (recipients)")

RULES = (
    Rule(
        code="D801",
        name="missing-recipient",
        severity=Severity.WARNING,
        summary=Text("缺少主送机关", "no recipient in an official report"),
        why=Text(
            "报告是上行文，不写主送机关，就不知道向谁报告、由谁受理。",
            "A report goes up to somebody; without a recipient nobody has to take it in.",
        ),
        source=_SOURCE,
        bad=official(recipient=""),
        good=official(),
        check=check_missing,
    ),
    Rule(
        code="D802",
        name="recipient-form",
        severity=Severity.WARNING,
        summary=Text("主送机关写法不对", "recipients not written as they should be"),
        why=Text(
            "主送机关末尾用冒号，同类机关用顿号、不同类的用逗号，读者才分得清有几家。",
            "A colon closes the list; 、 and ， show which bodies belong together.",
        ),
        source=_SOURCE,
        bad=official(recipient="县委；县人民政府："),
        good=official(recipient="县委、县人民政府："),
        check=check_form,
        fix=Fixable.SAFE,
    ),
)
