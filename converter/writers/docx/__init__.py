"""A report as a DOCX file in the layout of GB/T 9704-2012."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from converter.composition.blocks import Composition
from converter.composition.compose import compose
from converter.composition.pictures import pictures_in
from converter.layout.table import Layout
from converter.model.nodes import Document
from converter.writers import AS_STATED, Setting
from converter.writers.docx.document import document_part
from converter.writers.docx.fixed import fixed_parts
from converter.writers.docx.footnotes import footnotes_part
from converter.writers.docx.looks import looks_of
from converter.writers.docx.package import pack
from converter.writers.docx.parts import Part, Parts
from converter.writers.docx.properties import app_properties, core_properties
from converter.writers.docx.verify import verify

__all__ = ["render", "write"]


def render(document: Document, setting: Setting = AS_STATED) -> bytes:
    """The bytes of a DOCX file that holds ``document``, set as ``setting`` says.

    The same document and setting give the same bytes. Raises InputError, with the JSON path of the
    text, when a character stands in a text that no XML file can hold, and for a picture that
    cannot be used; ConverterError for a layout that the document names and that is not there.
    """
    layout = setting.layout_of(document)
    composition = compose(document, layout, pictures_in(setting.folder))
    return write(composition, layout, document)


def write(composition: Composition, layout: Layout, document: Document) -> bytes:
    """The bytes of a DOCX file that holds ``composition``; ``document`` gives its properties.

    The file has been opened again and compared with layout and composition; ConverterError is
    raised for what is not as they say.
    """
    looks, parts = looks_of(layout), Parts()
    body = document_part(composition, looks, parts)
    main = Part("/word/document.xml", RT.OFFICE_DOCUMENT, "main", body, CT.WML_DOCUMENT_MAIN)
    notes = (footnotes_part(parts, looks),) if parts.footnotes else ()
    inner = (*fixed_parts(layout, bool(notes)), *notes, *parts)
    file = pack(main, inner, (core_properties(document), app_properties(document)))
    verify(file, layout, composition)
    return file
