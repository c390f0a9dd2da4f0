"""R606: page numbers, running heads and broken lines that came along from pages."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.residue._lines import Span, by_line, erase, times
from converter.linter.rules.residue._removed import hit, hit_of_all, stretches, without
from converter.linter.subject import Subject
from converter.linter.view import Passage, View
from converter.model.nodes import BODY
from converter.patterns import holds, lazy, near, places

_FEW = 5
"""Page numbers up to which each is told by itself."""
_DASHES = ("—", "–", "―")
_BETWEEN_DASHES = lazy(
    r"(?<![0-9A-Za-z.])(?<![—–―．])[—–―][ 　]?[0-9]{1,3}[ 　]?[—–―](?![0-9A-Za-z.])(?![—–―．])"
)
_OF_ALL = lazy(r"第[ 　]?[0-9]{1,4}[ 　]?页[ 　]?[，,/／]?[ 　]?共[ 　]?[0-9]{1,4}[ 　]?页")
_LONGEST_NUMBER = 7
_LONGEST_HEAD = 30
_FEWEST_HEADS = 3
_HEAD_WORDS = ("内部", "外传", "注意保存", "保密", "机密", "秘密", "草稿", "样稿", "版权")
_HEAD_ENDS = ("文件", "简报", "资料", "局", "政府", "委员会", "办公室", "公司")
_NEAR = 5
"""Lines within which a second bare number makes a list of both."""


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each page number (all together, where they are many), one for each running head,
    and one for a report whose lines are broken."""
    found = stretches(subject, ("page-number",))
    if len(found) > _FEW:
        message = Text(
            f"页码的残留，全文共{len(found)}处，应删去",
            f"page numbers left over, {len(found)} of them; to be taken out",
        )
        yield hit_of_all(subject, found, message)
    else:
        for stretch in found:
            yield hit(subject, stretch, _page_number(len(stretch)))
    yield from _inside(subject.prose)
    yield from _numbers_alone(subject, subject.prose)
    yield from _running_heads(subject, subject.prose)
    if not subject.traits.holds(("removed-markdown-mark",)):  # there, lines may end anywhere
        yield from _broken(subject.prose)


def _page_number(count: int) -> Text:
    also = times(count)
    return Text(
        f"页码的残留，应删去{also.zh}", f"a page number left over; to be taken out{also.en}"
    )


def _inside(view: View) -> Iterator[Hit]:
    """Page numbers in the middle of the text."""
    text = view.text
    found: list[Span] = []
    if any(_is_between_dashes(text, at) for at, _ in places(text, _DASHES)):
        found += [match.span() for match in _BETWEEN_DASHES.finditer(text)]
    if near(text, "第", "页", 8):
        found += [match.span() for match in _OF_ALL.finditer(text)]
    for spans in by_line(view, sorted(found)):
        start, end = spans[0]
        yield view.hit(start, end, _page_number(len(spans)), erase(view, spans))


def _is_between_dashes(text: str, at: int) -> bool:
    """Whether a dash has a number and another dash behind it."""
    behind = text[at + 1 : at + 7].lstrip(" 　")
    rest = behind.lstrip("0123456789")
    return rest != behind and rest.lstrip(" 　").startswith(_DASHES)


def _numbers_alone(subject: Subject, view: View) -> Iterator[Hit]:
    """Lines with a number and nothing else; two near each other are no page numbers."""
    alone = [
        (passage.node.line, passage.start, passage.end)
        for passage in view.passages
        if 0 < passage.end - passage.start <= _LONGEST_NUMBER
        and view.text[passage.start : passage.end].strip("-－ 　").isdecimal()
    ]
    for index, (line, start, end) in enumerate(alone):
        beside = alone[max(0, index - 1) : index] + alone[index + 1 : index + 2]
        if all(abs(line - other) > _NEAR for other, _, _ in beside):
            yield view.hit(start, end, _page_number(1), without(subject, view, start, end))


def _running_heads(subject: Subject, view: View) -> Iterator[Hit]:
    """Lines that repeat the title, and the first of those that come again and again and are of a
    head's kind (内部资料 注意保存)."""
    alike: dict[str, list[Passage]] = {}
    for passage in view.passages:
        if passage.kind == BODY and 4 <= passage.end - passage.start <= _LONGEST_HEAD:
            alike.setdefault(view.text[passage.start : passage.end], []).append(passage)
    for text, found in alike.items():
        if len(found) >= _FEWEST_HEADS and (text.endswith(_HEAD_ENDS) or holds(text, _HEAD_WORDS)):
            message = Text(
                f"页眉的残留，全文共{len(found)}处，应删去",
                f"a running head left over, {len(found)} times",
            )
            yield view.hit(found[0].start, found[0].end, message)
    title = subject.document.title
    if title is None or view.text.count(title.text) < 2:
        return
    for passage in view.passages:
        start, end = passage.start, passage.end
        if passage.kind != "title" and view.text[start:end] == title.text:
            message = Text("页眉（标题）的残留，应删去", "a running head (the title) left over")
            yield view.hit(start, end, message, without(subject, view, start, end))


def _broken(view: View) -> Iterator[Hit]:
    """The first place where a paragraph is broken over lines, with the number of all of them."""
    breaks: list[int] = []
    for passage in view.passages:
        if passage.kind == BODY and passage.node.breaks:
            line = passage.node.line
            for stop in passage.node.breaks:
                if stop.line != line:
                    breaks.append(passage.start + stop.start)
                line = stop.line
    if breaks:
        message = Text(
            f"段落被断成了短行（全文{len(breaks)}处），应接成整段",
            f"paragraphs are broken into short lines ({len(breaks)} breaks)",
        )
        yield view.hit(breaks[0], breaks[0] + 1, message)


RULES = (
    Rule(
        code="R606",
        name="page-residue",
        severity=Severity.INFO,
        summary=Text("页码、页眉、断行的残留", "page numbers, running heads, broken lines"),
        why=Text(
            "从 PDF 复制的文字带着页码、页眉和硬换行，混在正文里要清掉。",
            "Text copied from a PDF brings page numbers, running heads and broken lines with it.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary="一、2024年工作总结\n全年供水620万吨，水质稳定达标。\n— 2 —"),
        good=draft(),
        check=check,
        fix=Fixable.SOME,
    ),
)
