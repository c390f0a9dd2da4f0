"""Pictures in the text, each in a paragraph of its own."""

from __future__ import annotations

from converter.composition.blocks import Paragraph, Picture
from converter.writers.docx.body import paragraph_xml
from converter.writers.docx.drawing import PIC
from converter.writers.docx.looks import Looks
from converter.writers.docx.oxml import WP, A, checked, element, quoted
from converter.writers.docx.parts import Parts


def picture_xml(picture: Picture, looks: Looks, parts: Parts) -> str:
    """The paragraph with a picture; its description is read aloud to those who cannot see it."""
    paragraph = Paragraph(style=picture.style, spans=(), keep_next=picture.keep_next)
    run = element("r", element("drawing", _inline(picture, parts)))
    return paragraph_xml(paragraph, looks, first=run)


def _inline(picture: Picture, parts: Parts) -> str:
    """A picture that stands in the text like a character."""
    number = parts.drawing()
    size = f'cx="{picture.width.emu}" cy="{picture.height.emu}"'
    names = f'id="{number}" name="图片 {number}"'
    if picture.description:
        names += f' descr="{quoted(checked(picture.description, picture.where))}"'
    return (
        f'<wp:inline xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {names}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr {names}/>'
        "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{parts.add_picture(picture.file)}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline>"
    )
