"""Output formats. A new one is a module and a line in :data:`FORMATS`."""

from __future__ import annotations

from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from converter.bilingual import Text
    from converter.composition.subject import Draft
    from converter.layout.table import Layout
    from converter.model.nodes import Document

    Render = Callable[[Document, "Setting"], bytes]

DEFAULT_LAYOUT = "report"


@record
class Setting:
    """How a document is to be set, for the formats that have pages.

    ``layout`` None means the one that the document's metadata names (版式), or ``report``.
    ``folder`` is where relative paths of pictures and layout files that the document names start;
    None is the current folder. ``draft`` is the input that the document was read from, for the
    pictures in it.
    """

    layout: Layout | None = None
    folder: str | os.PathLike[str] | None = None
    draft: Draft | None = None

    def layout_of(self, document: Document) -> Layout:
        """The layout that ``document`` is set in.

        Raises ConverterError when the layout that the document names is unknown or wrong.
        """
        if self.layout is not None:
            return self.layout
        from converter.layout.house import load

        return load(document.elements.layout or DEFAULT_LAYOUT, self.folder)


AS_STATED = Setting()
"""The setting that leaves everything to the document."""


@record
class Format:
    """An output format: the module with its ``render(document, setting)``.

    ``many`` says whether one file may hold several reports; ``separator`` what divides them in a
    stream that people read (None: it cannot hold several). ``paged`` formats are set in a layout
    and land beside the input when no output is named. ``elements`` says whether the elements that
    come from metadata can stand in it, ``notices`` whether the module has a function
    ``notice(data, layout)`` that looks for something the user should know of the result.
    """

    module: str
    many: bool = False
    separator: bytes | None = None
    paged: bool = False
    elements: bool = True
    notices: bool = False

    def renderer(self) -> Render:
        """The format's function from a document and a setting to bytes; imports the module on
        first use."""
        render: Render = __import__(self.module, fromlist=["render"]).render
        return render

    def notice(self, data: bytes, layout: Layout) -> Text | None:
        """What the user should know of a result in ``layout``, None for nothing."""
        if not self.notices:
            return None
        module = __import__(self.module, fromlist=["notice"])
        found: Text | None = module.notice(data, layout)
        return found


FORMATS: dict[str, Format] = {
    "docx": Format("converter.writers.docx", paged=True),
    "pdf": Format("converter.writers.pdf", paged=True, notices=True),
    "html": Format("converter.writers.html", paged=True),
    "json": Format("converter.writers.json"),
    "jsonl": Format("converter.writers.jsonl", many=True),
    "md": Format("converter.writers.md", separator=b"\n\n"),
    "txt": Format("converter.writers.txt", separator=b"\n\n", elements=False),
}
"""Name of the format, which is its file suffix too → how it is written."""
