"""Pictures in the text, each in a paragraph of its own."""

from __future__ import annotations

from lxml import etree

from converter.composition.blocks import Paragraph, Picture
from converter.writers.docx.body import add_paragraph
from converter.writers.docx.drawing import PIC, WP, A
from converter.writers.docx.looks import Looks
from converter.writers.docx.oxml import R, add, checked
from converter.writers.docx.parts import Parts

_INLINE = f"""\
<wp:inline xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}" xmlns:r="{R}"
 distT="0" distB="0" distL="0" distR="0"><wp:extent/><wp:docPr/><wp:cNvGraphicFramePr>\
<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>\
<a:graphicData uri="{PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr/><pic:cNvPicPr/></pic:nvPicPr>\
<pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>\
<a:off x="0" y="0"/><a:ext/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>\
</pic:pic></a:graphicData></a:graphic></wp:inline>"""


def add_picture(
    parent: etree._Element, picture: Picture, looks: Looks, parts: Parts
) -> etree._Element:
    """The paragraph with a picture, appended to ``parent``; its description is read aloud to
    those who cannot see it."""
    paragraph = Paragraph(style=picture.style, spans=(), keep_next=picture.keep_next)
    element = add_paragraph(parent, paragraph, looks)
    drawing = add(add(element, "r"), "drawing")
    drawing.append(_inline(picture, parts))
    return element


def _inline(picture: Picture, parts: Parts) -> etree._Element:
    """A picture that stands in the text like a character."""
    inline = etree.fromstring(_INLINE)
    number = str(parts.drawing())
    for path in (f"{{{WP}}}extent", f".//{{{A}}}ext"):
        extent = _found(inline, path)
        extent.set("cx", str(picture.width.emu))
        extent.set("cy", str(picture.height.emu))
    for path in (f"{{{WP}}}docPr", f".//{{{PIC}}}cNvPr"):
        properties = _found(inline, path)
        properties.set("id", number)
        properties.set("name", f"图片 {number}")
        if picture.description:
            properties.set("descr", checked(picture.description, picture.where))
    _found(inline, f".//{{{A}}}blip").set(f"{{{R}}}embed", parts.add_picture(picture.file))
    return inline


def _found(element: etree._Element, path: str) -> etree._Element:
    found = element.find(path)
    assert found is not None
    return found
