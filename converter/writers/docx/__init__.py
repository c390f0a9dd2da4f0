"""A report as a DOCX file in the layout of GB/T 9704-2012."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from converter.layout.gbt9704 import PLAIN
from converter.layout.table import Layout
from converter.model.nodes import Document
from converter.writers.docx.body import document_part
from converter.writers.docx.fixed import fixed_parts
from converter.writers.docx.package import Part, pack
from converter.writers.docx.properties import app_properties, core_properties

__all__ = ["render"]


def render(document: Document, layout: Layout = PLAIN) -> bytes:
    """The bytes of a DOCX file that holds ``document``, set as ``layout`` says.

    The same document and layout give the same bytes. Raises InputError, with the JSON path of the
    text, when a character stands in a text that no XML file can hold.
    """
    main = Part("/word/document.xml", RT.OFFICE_DOCUMENT, "main", document_part(document, layout))
    core = Part("/docProps/core.xml", RT.CORE_PROPERTIES, "core", core_properties(document))
    app = Part("/docProps/app.xml", RT.EXTENDED_PROPERTIES, "app", app_properties(document))
    return pack(main, fixed_parts(layout), (core, app))
