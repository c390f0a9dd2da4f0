"""Tables that are none: they only put text side by side, or a frame around it."""

from __future__ import annotations

from converter.patterns import lazy
from converter.word.grid import paragraphs_of
from converter.word.model import Paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.word.model import Block, Row, Table

_HEAD_STYLES = ("发文机关标志", "署名", "成文日期")
_BESIDE = lazy(
    r"^(?:抄\s*[送报]|分\s*送)(?:机关)?\s*[：:]|[0-9]日\s*印[发制]$|^签\s*发\s*人?\s*[：:]"
)
_HEAD_LINE = lazy(
    r"\S{1,20}[〔\[（(【﹝]\s*(?:19|20)[0-9]{2}\s*[〕\]）)】﹞]\s*第?\s*[0-9]{1,5}\s*号"
    r"|[（(]?第\s*[0-9一二三四五六七八九十百〇]{1,6}\s*[号期][）)]?"
    r"|[0-9]{4,8}|(?:绝密|机密|秘密)(?:\s*★\s*\S{1,8})?|特提|特急|加急|平急"
    r"|(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日"
)
_DATED = lazy(r"[0-9]日\s*印[发制]\s*$")
_MOST = 8
_LARGE, _REDS = 40, ("FF0000", "C00000", "EE0000", "ED1C24", "E60012")
_FEW, _SHORT, _LONG = 2, 60, 120
"""A text has more paragraphs and more characters, or even more of these."""


def is_frame(table: Table, length: int, *, box: bool = False) -> bool:
    """Whether a table only holds text in place, so that its cells are read one after the other.

    That is so in a text box, for one column; for our own frames (joint marks, joint signatures);
    for a red mark, alone or with other lines of a head; for 发文字号 with 签发人; for the lines of
    an imprint; for a single cell with most of a file's text, whose ``length`` in characters is
    given. A table with a table in it is none.
    """
    cells = [cell for row in table.rows for cell in row.cells]
    blocks = [block for cell in cells for block in cell.blocks]
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    if not cells or len(paragraphs) < len(blocks):
        return False
    if any(name in _HEAD_STYLES for p in paragraphs for name in p.styles):
        return True
    texts = [paragraph.text.strip() for paragraph in paragraphs if paragraph.text.strip()]
    if _is_head_or_imprint(texts) or _is_marked(paragraphs):
        return True
    if box:
        return all(len(row.cells) == 1 for row in table.rows)
    own = sum(map(len, texts))
    is_long = own > (_SHORT if len(texts) > _FEW else _LONG)
    return len(cells) == 1 and is_long and 2 * own > length


def printing_line(row: Row) -> tuple[Paragraph, ...]:
    """The paragraphs of a row of an imprint that are one line: who printed it, and when."""
    paragraphs = tuple(
        block
        for cell in row.cells
        for block in cell.blocks
        if isinstance(block, Paragraph) and block.text.strip()
    )
    return paragraphs if len(paragraphs) == 2 and _DATED.search(paragraphs[1].text) else ()


def text_length(blocks: Iterable[Block]) -> int:
    """How many characters stand in some blocks, those in tables, too."""
    return sum(len(paragraph.text) for paragraph in paragraphs_of(blocks))


def _is_head_or_imprint(texts: list[str]) -> bool:
    """Whether a few texts are the lines of an imprint, or 发文字号 and 签发人."""
    return len(texts) <= _MOST and any(_BESIDE.search(text) for text in texts)


def _is_marked(paragraphs: list[Paragraph]) -> bool:
    """Whether some paragraphs are a mark, and else only lines that stand beside one."""
    written = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    others = [paragraph.text.strip() for paragraph in written if not _is_mark(paragraph)]
    return len(others) < len(written) and all(map(_HEAD_LINE.fullmatch, others))


def _is_mark(paragraph: Paragraph) -> bool:
    """Whether the text of a paragraph is large and red, as 发文机关标志 is."""
    looks = [run.look for run in paragraph.runs if run.text.strip()]
    return all(look.size >= _LARGE and look.colour.upper() in _REDS for look in looks)
