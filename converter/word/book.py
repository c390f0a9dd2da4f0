"""What the stories of one file share while they are read, and where in a story blocks stand."""

from __future__ import annotations

from converter.bilingual import Text
from converter.errors import InputError
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from converter.word.ledger import Change, Ledger
    from converter.word.numbering import Numbering
    from converter.word.package import Package
    from converter.word.styles import Styles
    from converter.word.table_styles import Place

_DEEPEST = 50
"""So deep tables and text boxes may be nested at most, whatever the limits say: they are read by
functions that call themselves."""


@record(kw_only=True)
class Book:
    """What all stories of a file share. ``numbers`` has the number of the paragraph that each
    ``w:p`` of the body became, ``sections`` the ``w:sectPr`` of the sections that have ended and
    the number of the last paragraph of each."""

    package: Package
    styles: Styles
    numbering: Numbering
    ledger: Ledger
    numbers: dict[Element, int]
    sections: list[tuple[Element, int]]

    def refuse_too_deep(self, depth: int) -> None:
        """Raises InputError if one more table or text box is too deep in others."""
        limit = min(self.package.limits.tables, _DEEPEST)
        if depth >= limit:
            raise InputError(
                Text(
                    f"表格或文本框嵌套超过 {limit} 层",
                    f"tables or text boxes nested over {limit} deep",
                ),
                self.package.name,
                Text("不像正常的 Word 文档，没有打开", "no ordinary Word file, not opened"),
            )

    def refuse_too_large(self, cells: int) -> None:
        """Raises InputError if a table of so many cells is too large: a file of little size can
        have one whose rows, made as wide as the widest, fill the memory."""
        limit = self.package.limits.cells
        if cells > limit:
            raise InputError(
                Text(f"表格超过 {limit} 格", f"a table of over {limit} cells"),
                self.package.name,
                Text("不像正常的 Word 文档，没有打开", "no ordinary Word file, not opened"),
            )


@record(kw_only=True)
class At:
    """Where blocks stand: in which part of the package; ``home``, the number of the paragraph that
    stands for all of the story, None in the body, whose paragraphs are counted; how deep in tables
    and text boxes; in which cell, in an automatic table of contents, in a tracked change."""

    part: str
    home: int | None
    depth: int = 0
    place: Place | None = None
    contents: bool = False
    change: Change | None = None

    @property
    def is_gone(self) -> bool:
        """Whether nothing here is in the accepted view."""
        return self.change is not None and self.change.gone
