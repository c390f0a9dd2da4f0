"""What the options of a command say about how documents are set."""

from __future__ import annotations

import os

from converter.bilingual import Text
from converter.errors import LayoutError, UsageError
from converter.inputs import suffix_of
from converter.readers import OFFICE, WORD, module_for
from converter.record import replace
from converter.writers import Setting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.composition.subject import Draft
    from converter.errors import ConverterError
    from converter.inputs import Input
    from converter.layout.table import Layout
    from converter.model.nodes import Document
    from converter.writers import Format

_ELEMENT = "$.elements."


class PageOptions:
    """The layout that ``--layout`` names, and the folder of ``--pictures``.

    Raises LayoutError when the layout is unknown or wrong, UsageError when there is no such
    folder.
    """

    def __init__(self, form: Format, layout: str | None, pictures: str | None) -> None:
        self.form = form
        self.folder = _folder(pictures)
        self.layout = named_layout(layout) if layout is not None and form.paged else None
        self._loaded: dict[tuple[str | None, str | None], Layout] = {}

    def check(self, layout: str) -> None:
        """Refuses a layout that the metadata of all inputs name, if it is neither known nor the
        name of a file, which every input may have in its own folder. Raises LayoutError."""
        if self.form.paged and self.layout is None and not os.path.splitext(layout)[1]:
            named_layout(layout, "版式")

    def setting(self, item: Input, document: Document) -> Setting:
        """How a report of an input is set; its layout is loaded, if the format has pages.

        Raises LayoutError when the metadata name a layout that is unknown or wrong.
        """
        folder = self.folder or item.folder
        setting = Setting(self.layout, folder, _draft(item))
        if self.layout or not self.form.paged:
            return setting
        key = document.elements.layout, folder
        if key not in self._loaded:
            self._loaded[key] = setting.layout_of(document)
        return replace(setting, layout=self._loaded[key])


def _draft(item: Input) -> Draft | None:
    """The input, if documents may have pictures in it."""
    if module_for(suffix_of(item.name), item.data) not in (WORD, OFFICE):
        return None
    from converter.composition.subject import Draft

    return Draft(item.name, item.data)


def named_layout(layout: str, option: str = "--layout") -> Layout:
    """The layout of a name, or in a file; ``option`` stands in messages. Raises LayoutError."""
    from converter.layout.house import load

    try:
        return load(layout)
    except LayoutError as error:
        raise replace(error, where=f"{option} {error.where}") from error


def _folder(pictures: str | None) -> str | None:
    if pictures is not None and not os.path.isdir(pictures):
        raise UsageError(
            Text("没有这个文件夹", "no such directory"),
            f"--pictures {pictures}",
            Text("请检查路径", "check the path"),
        )
    return pictures


def of_input(error: ConverterError, item: Input, document: Document) -> ConverterError:
    """An error about a report with the name of its input; a place in the JSON of its elements is
    told by the key that people write, one in its text by the line."""
    where = error.where
    if where.startswith(_ELEMENT):
        from converter.metadata.fields import BY_NAME

        where = BY_NAME[where.removeprefix(_ELEMENT)].key
    elif line := _line(where, document):
        return replace(error, where=f"{item.name}:{line}")
    elif isinstance(error, LayoutError):
        where = f"版式 {where}"
    return replace(error, where=f"{item.name} {where}".strip())


def _line(where: str, document: Document) -> int | None:
    """The line of the text in which a place of the document's JSON stands."""
    from converter.model import walk

    lines = (
        node.line for path, node in walk.nodes(document) if (where + ".").startswith(f"$.{path}.")
    )
    return max(lines, default=None)
