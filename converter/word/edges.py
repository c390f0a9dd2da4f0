"""What stands at the edges of a Word file's pages: headers, footers, page numbers."""

from __future__ import annotations

from converter.word.grid import paragraphs_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.word.model import Block, Paragraph, WordFile

_NUMBER_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION")
_NUMBER_WORDS = frozenset(" \u3000\t\n—－–-‐‑―~·.|/第页共0123456789ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩivxIVX")


def edges_of(word: WordFile) -> Iterator[tuple[str, str]]:
    """The text of each paragraph of headers and footers, each part once, and what it is:
    ``header``, ``footer`` or ``page-number``."""
    seen: set[str] = set()
    for section in word.sections:
        for edge in section.footers:
            if edge.part in seen:
                continue
            seen.add(edge.part)
            for paragraph in _with_boxes(edge.blocks):
                kind = "footer" if edge.footer else "header"
                yield paragraph.text, "page-number" if _is_page_number(paragraph) else kind


def _with_boxes(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs in some blocks, and those in the text boxes that hang on them."""
    for paragraph in paragraphs_of(blocks):
        yield paragraph
        for run in paragraph.runs:
            for box in run.boxes:
                yield from _with_boxes(box.blocks)


def _is_page_number(paragraph: Paragraph) -> bool:
    """Whether a paragraph of a header or footer is the number of the page, with the words and
    dashes around it."""
    has_field = any(run.field.upper().startswith(_NUMBER_FIELDS) for run in paragraph.runs)
    rest = "".join(
        run.text for run in paragraph.runs if not run.field.upper().startswith(_NUMBER_FIELDS)
    )
    return has_field and _NUMBER_WORDS.issuperset(rest)
