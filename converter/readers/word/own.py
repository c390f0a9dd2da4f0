"""The styles of our own writer, by which a file that it wrote is read back."""

from __future__ import annotations

from converter.layout.gbt9704 import STYLES
from converter.numbering import match_mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.word.model import Paragraph, Run, WordFile
    from converter.word.transcript import Origin

GAP = "gap"
_KEYS = {style.name: key for key, style in STYLES.items()} | {"公文间隔": GAP}
"""The key in :class:`~converter.layout.table.Styles` of each style, by its name."""
_STYLE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rStyle"
_PROPERTIES = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rPr"
_CALLED = "GwFootnoteRun"
_LEVELS = {"han": 1, "han-bracketed": 2, "arabic": 3, "arabic-bracketed": 4, "circled": 5}
_OURS = ("Gw", "Heading")
"""How the ids of our character styles begin."""
_VALUE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"


def key_of(paragraph: Paragraph) -> str:
    """The key of the style of our own writer that a paragraph has, or is based on; else empty."""
    return next((_KEYS[name] for name in paragraph.styles if name in _KEYS), "")


def is_own(word: WordFile) -> bool:
    """Whether our own writer wrote a file: most of the paragraphs of its body have its styles."""
    from converter.word.model import Paragraph

    texts = [b for b in word.blocks if isinstance(b, Paragraph) and b.text.strip()]
    return bool(texts) and 2 * sum(bool(key_of(block)) for block in texts) > len(texts)


def run_style(run: Run) -> str:
    """The id of a run's character style; empty for none."""
    properties = run.element.find(_PROPERTIES) if run.element is not None else None
    style = properties.find(_STYLE) if properties is not None else None
    return (style.get(_VALUE) or "") if style is not None else ""


def run_in_level(paragraph: Paragraph) -> int:
    """The level of the heading that opens a paragraph, by its character style; 0 for none."""
    first = next((run for run in paragraph.runs if run.text.strip()), None)
    style = run_style(first) if first else ""
    digits = style.removeprefix("Heading").removesuffix("Run")
    if style == f"Heading{digits}Run" and digits.isdecimal():
        return int(digits)
    # A program that saved the file again may have given the styles other ids: the number tells.
    mark = match_mark(paragraph.text.strip()) if style and not style.startswith(_OURS) else None
    return _LEVELS.get(mark.style.name, 0) if mark else 0


def repeated_calls(text: list[tuple[int, Origin]]) -> dict[int, list[tuple[int, int, str]]]:
    """Where a note is called again: our writer puts its number there as text. By the line: the
    half-open span of each number in it, and the number."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    for number, origin in text:
        for stretch in origin.stretches if origin.first else ():
            offset = 0
            for run in stretch.paragraph.runs:
                start = offset - stretch.start + stretch.column - 1
                inside = 0 <= offset - stretch.start < stretch.length
                if inside and run.text.isdecimal() and run_style(run) == _CALLED:
                    found.setdefault(number, []).append((start, start + len(run.text), run.text))
                offset += len(run.text)
    return found
