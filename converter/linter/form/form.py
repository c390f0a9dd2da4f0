"""A Word file held against a layout: what each paragraph is, and how it should look."""

from __future__ import annotations

from functools import cached_property

from converter.linter.form.elements import items_of
from converter.linter.form.items import BLANK, OTHER, as_whole, runs_in
from converter.linter.form.looks import gap_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.layout.table import Layout, TextStyle
    from converter.linter.form.items import Item, Stretch
    from converter.model.nodes import Document
    from converter.word.model import Run, Section, WordFile
    from converter.word.transcript import Transcript


_IMPRINT = ("copies", "printing")


class Form:
    """The form of a Word file. ``layout`` is what it is held against, ``documents`` are the
    reports that were read from its transcript."""

    def __init__(
        self,
        word: WordFile,
        transcript: Transcript,
        documents: tuple[Document, ...],
        layout: Layout,
    ) -> None:
        self.word, self.transcript = word, transcript
        self.documents, self.layout = documents, layout

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every paragraph: the body's in order, then those of notes, headers and footers. A layout
        without imprint says nothing of the lines of one."""
        found = items_of(self.word, self.transcript, self.documents)
        if self.layout.kind != "report":
            return found
        return tuple(as_whole(item, OTHER) if item.element in _IMPRINT else item for item in found)

    @cached_property
    def flow(self) -> tuple[Item, ...]:
        """The paragraphs that stand in the body itself, in order, blank ones too: not those of
        tables, text boxes, notes, headers and footers."""
        return tuple(item for item in self.items if item.place.where == "body")

    def having(self, *elements: str) -> list[Item]:
        """The items of some elements, in order, in the flow or elsewhere."""
        return [item for item in self.items if item.element in elements]

    def first(self, *elements: str) -> Item | None:
        """The first item of some elements."""
        return next((item for item in self.items if item.element in elements), None)

    def stretches(self, *elements: str) -> Iterator[tuple[Item, Stretch]]:
        """The stretches of some elements (of all that are judged, when none is named) that have
        text, each with its item."""
        for item in self.items:
            for stretch in item.stretches:
                is_wanted = (
                    stretch.element in elements
                    if elements
                    else stretch.element not in (BLANK, OTHER)
                )
                if is_wanted and item.text[stretch.start : stretch.end].strip():
                    yield item, stretch

    def runs(self, *elements: str) -> Iterator[tuple[Item, Stretch, int, int, Run]]:
        """The runs with visible text in the stretches of some elements: item, stretch, where the
        run's share of the stretch begins and ends in the item's text, run. Footnote calls and
        other raised text is none of the element's own."""
        for item, stretch in self.stretches(*elements):
            for start, end, run in runs_in(item, stretch.start, stretch.end):
                if item.text[start:end].strip() and run.note is None and not run.look.vertical:
                    yield item, stretch, start, end, run

    def expected(self, element: str) -> TextStyle:
        """How the layout sets an element. Raises AttributeError for one that has no style."""
        style: TextStyle = getattr(self.layout.styles, element)
        return style

    def section(self, item: Item) -> Section:
        """The section that a paragraph of the body stands in."""
        return self.word.sections[min(item.paragraph.section, len(self.word.sections) - 1)]

    def before(self, item: Item) -> Item | None:
        """The nearest paragraph of the flow above an item of it that is not blank."""
        return self._neighbour(item, -1)

    def after(self, item: Item) -> Item | None:
        """The nearest paragraph of the flow below an item of it that is not blank."""
        return self._neighbour(item, 1)

    def _neighbour(self, item: Item, step: int) -> Item | None:
        at = self._flow_places[item.index] + step
        while 0 <= at < len(self.flow):
            if not self.flow[at].is_blank:
                return self.flow[at]
            at += step
        return None

    def blank_lines_above(self, item: Item) -> float:
        """How many lines of the grid are free between an item of the flow and the text above it:
        empty paragraphs, and the room that the two keep; from the top of a page for the first."""
        group = [item]
        for other in reversed(self.items[: item.index]):
            if other.place.where == "box":
                continue
            if other.place.where != "body":
                return gap_lines(self, group, has_above=False)
            group.insert(0, other)
            if not other.is_blank:
                return gap_lines(self, group, has_above=True)
        return gap_lines(self, group, has_above=False)

    @cached_property
    def _flow_places(self) -> dict[int, int]:
        return {item.index: at for at, item in enumerate(self.flow)}
