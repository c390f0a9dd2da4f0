"""What was made of a Word file on the way, for those who want to know what is not as it was."""

from __future__ import annotations

from converter.bilingual import Text
from converter.readers.word.own import is_own
from converter.word.model import Paragraph
from converter.word.stretches import is_number
from converter.word.transcript import transcript_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.word.model import Block, Run, WordFile


def facts(word: WordFile) -> tuple[Text, ...]:
    """What reading a file did to it, one sentence each; nothing that did not happen."""
    return tuple(
        Text(zh.format(count), en.format(count))
        for count, zh, en in (*_revised(word), *_moved(word), *_left_out(word))
        if count
    )


_Fact = tuple[int, str, str]


def _revised(word: WordFile) -> Iterator[_Fact]:
    kinds = [revision.kind for revision in word.revisions]
    taken = len(kinds) - kinds.count("format")
    yield taken, "按接受修订读取（{} 处）", "tracked changes read as accepted: {}"
    yield len(word.comments), "批注没有带入（{} 条）", "comments left out: {}"
    yield len(word.hidden), "隐藏文字没有带入（{} 处）", "hidden text left out: {}"


def _moved(word: WordFile) -> Iterator[_Fact]:
    paragraphs = list(_paragraphs(word.blocks))
    numbers = sum(is_number(paragraph.mark) for paragraph in paragraphs)
    bullets = sum(bool(p.mark) and not is_number(p.mark) for p in paragraphs)
    runs = [run for paragraph in paragraphs for run in paragraph.runs]
    notes = [note.kind for note in word.notes]
    yield numbers, "自动编号变成了文字（{} 处）", "automatic numbers made text: {}"
    yield bullets, "项目符号没有带入（{} 处）", "bullets left out: {}"
    boxes = 0 if is_own(word) else sum(len(run.boxes) for run in runs)
    yield boxes, "文本框并入正文（{} 个）", "text boxes made text: {}"
    yield notes.count("endnote"), "尾注按脚注带入（{} 条）", "endnotes made footnotes: {}"
    lost = sum(1 for run in runs if run.drawing and not run.drawing.part)
    # Drawn rules are no loss: the layout draws its own.
    lost -= sum(1 for line in word.lines if line.paragraph)
    yield max(lost, 0), "图表、图形没有带入（{} 个）", "charts and shapes left out: {}"


def _left_out(word: WordFile) -> Iterator[_Fact]:
    kinds = [origin.kind for origin in transcript_of(word).origins]
    yield kinds.count("contents"), "自动目录没有带入（{} 行）", "lines of contents left out: {}"
    edges = kinds.count("header") + kinds.count("footer")
    yield edges, "页眉页脚的文字没有带入（{} 行）", "lines of headers and footers left out: {}"


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs, those in tables and text boxes, too."""
    for block in blocks:
        if not isinstance(block, Paragraph):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)
            continue
        yield block
        for run in block.runs:
            yield from _boxed(run)


def _boxed(run: Run) -> Iterator[Paragraph]:
    for box in run.boxes:
        yield from _paragraphs(box.blocks)
