"""A report as a DOCX file in the layout of GB/T 9704-2012."""

from __future__ import annotations

from converter.composition.compose import compose
from converter.composition.subject import pictures_in
from converter.writers import AS_STATED
from converter.writers.docx.archive import Member, archive
from converter.writers.docx.document import document_part
from converter.writers.docx.looks import looks_of
from converter.writers.docx.parts import Parts
from converter.writers.docx.properties import app_properties, core_properties
from converter.writers.docx.skeleton import APP, CORE, MAIN, is_plain, packed, skeleton_of
from converter.writers.docx.verify import verify

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.composition.blocks import Composition, Sheet
    from converter.layout.table import Layout
    from converter.model.nodes import Document
    from converter.writers import Setting

__all__ = ["render", "write"]


def render(document: Document, setting: Setting = AS_STATED) -> bytes:
    """The bytes of a DOCX file that holds ``document``, set as ``setting`` says.

    The same document and setting give the same bytes. Raises InputError, with the JSON path of the
    text, when a character stands in a text that no XML file can hold, and for a picture that
    cannot be used; ConverterError for a layout that the document names and that is not there.
    """
    layout = setting.layout_of(document)
    composition = compose(document, layout, pictures_in(setting.folder, setting.draft))
    return write(composition, layout, document)


def write(composition: Composition, layout: Layout, document: Document) -> bytes:
    """The bytes of a DOCX file that holds ``composition``; ``document`` gives its properties.

    The file has been opened again and compared with layout and composition; ConverterError is
    raised for what is not as they say.
    """
    looks, parts = looks_of(layout), Parts()
    is_single = len(composition.sheets) == 1 and is_plain(composition.sheets[0], layout)

    def section(sheet: Sheet) -> str:
        if is_single and not parts:
            return skeleton_of(looks).section
        from converter.writers.docx.sections import section_xml

        return section_xml(sheet, looks, parts)

    body = document_part(composition, looks, parts, section)
    own = {MAIN: body, CORE: core_properties(document, layout.name), APP: app_properties(document)}
    if is_single and not parts:
        members = skeleton_of(looks).members | own
    else:
        from converter.writers.docx.plain import file_members

        members = file_members(looks, parts, own)
    file = archive(
        Member(name, content) if name in own or _is_own(name) else packed(name, content)
        for name, content in members.items()
    )
    verify(file, layout, composition)
    return file


def _is_own(name: str) -> bool:
    """Whether a member is hardly ever the same in two files."""
    return name.startswith("word/media/") or name == "word/footnotes.xml"
