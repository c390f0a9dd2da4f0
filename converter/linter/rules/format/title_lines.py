"""F306 and F307: how a title is broken into lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from converter.bilingual import Text
from converter.findings import Severity
from converter.layout.width import width
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.items import Item
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import WORD
from converter.linter.subject import Subject

_TITLES = ("title", "attachment_title")
_NO_START = ("的", "、", "，", "》", "”", "）")
_NO_END = ("《", "“", "（")
_LEVEL = 1.0
"""Characters: lines that differ by less look alike."""


def _lines(form: Form) -> Iterator[list[tuple[Item, int, int]]]:
    """The lines of each title as it is broken by hand: item, start and end; the paragraphs of one
    title follow each other."""
    group: list[tuple[Item, int, int]] = []
    last = -2
    for item in form.having(*_TITLES):
        if group and not (item.index == last + 1 and item.element == group[0][0].element):
            yield group
            group = []
        at = 0
        for line in item.text.split("\n"):
            if line.strip():
                group.append((item, at, at + len(line)))
            at += len(line) + 1
        last = item.index
    if group:
        yield group


def check_long_line(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Lines of a title that are longer than a line of its size: programs break them anywhere."""
    for lines in _lines(form):
        for item, start, end in lines:
            style = form.expected(item.element)
            most = form.layout.page.text_width // style.character
            if width(item.text[start:end].strip()) > most:
                yield Deviation(
                    item,
                    Text(
                        f"标题一行超过 {most} 字，软件会随处转行；应在词语之间换行",
                        f"a line of the title has more than {most} characters",
                    ),
                    start,
                    end,
                )


def check_shape(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Titles whose lines begin with what no line begins with, or that are an hourglass or a
    rectangle of three lines and more."""
    for lines in _lines(form):
        for (above, first, last), (item, start, end) in pairwise(lines):
            before, text = above.text[first:last].strip(), item.text[start:end].strip()
            if text.startswith(_NO_START) or before.endswith(_NO_END) or _is_cut(before, text):
                yield Deviation(
                    item,
                    Text(
                        "标题换行把词语拆开了：行首不应是“的”或标点，数字不能拆成两行",
                        "the title is broken before 的, at a mark or within a number",
                    ),
                    start,
                    end,
                )
        widths = [width(item.text[start:end].strip()) for item, start, end in lines]
        shape = _shape(widths)
        if shape:
            yield Deviation(lines[0][0], shape, lines[0][1], lines[0][2])


def _is_cut(before: str, text: str) -> bool:
    """Whether a number or a word of Western letters goes on in the next line."""
    return before[-1].isascii() and text[0].isascii() and (before[-1] + text[0]).isalnum()


def _shape(widths: list[float]) -> Text | None:
    """What is wrong with the shape of lines of some widths."""
    if len(widths) < 3:
        return None
    inner = widths[1:-1]
    if all(each < min(widths[0], widths[-1]) - _LEVEL for each in inner):
        return Text(
            "标题排成了沙漏形（中间短、两头长），应为梯形或菱形",
            "the title has the shape of an hourglass, due is a trapezium or a rhombus",
        )
    if max(widths) - min(widths) < _LEVEL:
        return Text(
            "标题各行一样长，排成了长方形，应为梯形或菱形",
            "the title has the shape of a rectangle, due is a trapezium or a rhombus",
        )
    return None


_SOURCE = Text("GB/T 9704-2012 7.3.1（标题）", "GB/T 9704-2012, 7.3.1 (title)")

RULES = (
    Rule(
        code="F306",
        name="title-long-line",
        severity=Severity.WARNING,
        summary=Text("标题一行超过 20 字", "a line of the title has more than 20 characters"),
        why=Text(
            "二号字每行排 20 字；更长的由软件转行，会把词语拆开，第二行只剩几个字。",
            "20 characters of 22 pt stand on a line; longer ones are broken anywhere.",
        ),
        source=_SOURCE,
        bad="云岭县水务局关于2024年工作总结和2025年工作计划的报告",
        good="云岭县水务局关于2024年工作总结</w:t><w:br/><w:t>和2025年工作计划的报告",
        check=over_form(check_long_line),
        default=False,
        needs=WORD,
        sample=Sample("official"),
    ),
    Rule(
        code="F307",
        name="title-shape",
        severity=Severity.WARNING,
        summary=Text("标题换行拆了词，或排成沙漏形", "the title is broken within a word"),
        why=Text(
            "回行时要词意完整，排列对称，长短适宜，成梯形或菱形。",
            "Lines end at words and make a trapezium or a rhombus.",
        ),
        source=_SOURCE,
        bad="重点工程任务分解及责任单位</w:t><w:br/><w:t>、完成时限一览表",
        good="重点工程任务分解及</w:t><w:br/><w:t>责任单位、完成时限一览表",
        check=over_form(check_shape),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
)
