"""A report as one HTML page, self-contained, that looks like the sheets of paper.

The page needs nothing from outside and lets nothing in (Content-Security-Policy). Its script cuts
the text into pages of paper; without it, each sheet is one long page.
"""

from __future__ import annotations

from converter.composition.compose import compose
from converter.composition.subject import pictures_in
from converter.model.nodes import Document
from converter.writers import AS_STATED, Setting
from converter.writers.html.page import write

__all__ = ["render", "write"]


def render(document: Document, setting: Setting = AS_STATED) -> bytes:
    """The bytes of an HTML file that shows ``document``, set as ``setting`` says.

    The same document and setting give the same bytes. Raises InputError, with the JSON path of the
    text, for a character that no page can show, and for a picture that cannot be used;
    ConverterError when the layout that the document names is unknown or wrong.
    """
    layout = setting.layout_of(document)
    composition = compose(document, layout, pictures_in(setting.folder, setting.draft))
    return write(composition, layout, document)
