"""D803: the list of attachments (附件：1.…) not written as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from converter.bilingual import Text
from converter.findings import Fix, Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules.official._evidence import official
from converter.linter.subject import Subject
from converter.linter.view import Passage, View
from converter.model.nodes import BODY
from converter.patterns import lazy

_LONGEST = 90
_HEAD = lazy(r"附\s?件\s*([0-9]{1,2}|[一二三四五六七八九十])?\s*[：:]\s*(?=\S)")
_MARK = lazy(r"([0-9]{1,2})\s*([.．、])\s*|[（(]([0-9]{1,2})[）)]\s*")
_TAIL = lazy(r"(?<=[^。；，、;,.])[。；，、;,.]+$")


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line of the list with a fault: a mark behind the name, a number without its
    point, a number in the word 附件, or one out of order."""
    view = subject.whole
    if "附" not in view.text:
        return
    for due, passage in enumerate(_items(view), 1):
        yield from _check(view, passage, due)


def _items(view: View) -> list[Passage]:
    """The lines of the list: those that the reader took for one, else the last lines of the text
    from 附件： on, if they are names and numbers."""
    own = [passage for passage in view.passages if passage.path.startswith(("lead", "sections"))]
    listed = [passage for passage in own if passage.kind == "attachment"]
    if listed:
        return listed
    items: list[Passage] = []
    for passage in reversed(own[-20:]):
        if passage.kind != BODY or passage.end - passage.start > _LONGEST:
            return []
        items.append(passage)
        if _HEAD.match(view.text, passage.start, passage.end):
            return items[::-1]
        if not _MARK.match(view.text, passage.start, passage.end):
            return []
    return []


def _check(view: View, passage: Passage, due: int) -> Iterator[Hit]:
    text, start, end = view.text, passage.start, passage.end
    head = _HEAD.match(text, start, end)
    if head and head[1]:
        yield view.hit(
            start,
            head.end(),
            Text(
                f"附件说明应写“附件：{due}.名称”，序号不放在“附件”二字之后",
                "in the list 附件： comes once, and the number stands before each name",
            ),
        )
        return
    mark = _MARK.match(text, head.end() if head else start, end)
    number = mark and (mark[1] or mark[3])
    if mark and number and int(number) != due:
        message = Text(
            f"附件序号不连续：这里应是{due}，现在是{number}",
            f"the attachments are out of order: {due} is due, {number} stands here",
        )
        yield view.hit(*mark.span(), message)
        return
    dot = (mark.start(), mark.end(), f"{number}.") if mark and mark[2] in ("、", None) else None
    tail = _TAIL.search(text, max(start, end - 4), end)
    if not (dot or tail):
        return
    changes = [*([dot] if dot else []), *([(*tail.span(), "")] if tail else [])]
    edits = [view.edit(*change) for change in changes]
    said = chain(
        [f"序号后用圆点“{number}.”"] if dot else [], ["附件名称之后不加标点"] if tail else []
    )
    yield view.hit(
        changes[0][0],
        changes[0][1],
        Text(
            "附件说明：" + "，".join(said),
            "a point follows the number of an attachment, and no mark its name",
        ),
        Fix(safe=True, edits=tuple(change for change in edits if change)),
    )


RULES = (
    Rule(
        code="D803",
        name="attachment-form",
        severity=Severity.WARNING,
        summary=Text("附件说明写法不对", "the list of attachments not written as it should be"),
        why=Text(
            "标准规定附件说明写“附件：1.名称”，名称之后不加标点，顺序与附件一致。",
            "The standard has 附件：1. and the name, no mark behind it, in the attachments' order.",
        ),
        source=Text("GB/T 9704-2012 7.3.4", "GB/T 9704-2012, 7.3.4 (list of attachments)"),
        bad=official(attachments="附件：1.供水情况表\n2、任务分解表"),
        good=official(attachments="附件：1.供水情况表\n2.任务分解表"),
        check=check,
        fix=Fixable.SOME,
        needs={"whole": "附"},
    ),
)
