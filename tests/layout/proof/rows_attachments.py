"""Note and attachments (附注、附件, clauses 7.3.6 and 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layout.proof import standard as std
from tests.layout.proof.rendered import NotFound, Rendered, slot
from tests.layout.proof.requirement import (
    Reading,
    among,
    near,
    requirement,
    spot,
)
from tests.tools.measure import Line, joined


@requirement(
    "R066",
    "7.3.6",
    "附注：居左空二字，加圆括号，在成文日期下一行",
    "x 39.3 ±0.4 mm",
    needs=("附注",),
)
def note(document: Rendered) -> Iterator[Reading]:
    lines = document.ending(f"（{document.draft.string('附注')}）")
    (date, *_), _ = document.find(document.draft.date, document.body_end)
    yield near(lines[0].left, std.LEFT + 2 * std.CHARACTER_3, 0.4, spot(lines[0]))
    yield near(lines[0].size, std.SIZE_3, 0.1, spot(lines[0]), "pt")
    if lines[0].page == date.page:
        step = (lines[0].baseline - date.baseline) / std.PITCH
        yield near(step, 1, 0.1, spot(lines[0]), "行")


def _labels(document: Rendered) -> list[Line]:
    """附件, 附件1 … as lines of their own, in the order of the attachments. Raises NotFound."""
    found = []
    for bound in document.draft.attachments:
        rows = [line for line in document.lines if line.text == bound.label]
        if not rows:
            raise NotFound(bound.label)
        found.append(rows[-1])
    return found


@requirement("R067", "7.3.7", "附件另面编排", "页首", needs=("附件正文",))
def attachment_page(document: Rendered) -> Iterator[Reading]:
    for line in _labels(document):
        first = next(other for other in document.lines if other.page == line.page)
        yield among("页首" if first == line else "不在页首", first == line, spot(line))


@requirement(
    "R068",
    "7.3.7",
    "“附件”及顺序号：3号黑体，顶格，在版心第一行，没有冒号",
    "16 pt 黑体，x 28.0 ±0.3 mm",
    needs=("附件正文",),
)
def attachment_label(document: Rendered) -> Iterator[Reading]:
    for line in _labels(document):
        yield among(std.class_of(line.fonts), line.fonts <= {std.HEITI}, spot(line))
        yield near(line.size, std.SIZE_3, 0.1, spot(line), "pt")
        yield near(line.left, std.LEFT, 0.3, spot(line))
        yield near(slot(line), 1, 0.1, spot(line), "行")


@requirement(
    "R069", "7.3.7", "附件标题居中，在版心第三行", "第 3 行，中线 106.0 ±1 mm", needs=("附件正文",)
)
def attachment_title(document: Rendered) -> Iterator[Reading]:
    for label, bound in zip(_labels(document), document.draft.attachments, strict=True):
        start = document.find(bound.title, _start_of(document, label))[0]
        yield near(slot(start[0]), 3, 0.1, spot(start[0]), "行")
        for line in start:
            yield near(line.center, std.CENTER, 1, spot(line))


@requirement(
    "R069", "7.3.7", "附件标题与附件说明的表述一致", "文字相符", needs=("附件正文", "附件")
)
def attachment_names(document: Rendered) -> Iterator[Reading]:
    names = document.draft.strings("附件")
    for name, bound in zip(names, document.draft.attachments, strict=False):
        title = joined(document.find(bound.title, document.body_end)[0])
        yield among("相符" if title == name else title, title == name, bound.label)


def _start_of(document: Rendered, wanted: Line) -> int:
    total = 0
    for line in document.lines:
        if line is wanted:
            return total
        total += len(line.text)
    raise NotFound(wanted.text)
