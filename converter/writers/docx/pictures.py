"""Pictures in the text: in a paragraph of their own, or among the characters of one."""

from __future__ import annotations

from converter.composition.blocks import Paragraph, Picture
from converter.composition.picture_sizes import SVG
from converter.composition.pictures import PictureFile
from converter.record import replace
from converter.writers.docx.body import paragraph_xml
from converter.writers.docx.drawing import PIC
from converter.writers.docx.looks import Looks
from converter.writers.docx.oxml import SVG_BLIP, WP, A, checked, element, quoted
from converter.writers.docx.parts import Parts

_SVG_BLIP = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_EMPTY = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489000000"
    "0b4944415478da636000020000050001e9fadcd80000000049454e44ae426082"
)
"""A PNG of one dot that is clear."""


def picture_xml(picture: Picture, looks: Looks, parts: Parts) -> str:
    """The paragraph with a picture; its description is read aloud to those who cannot see it."""
    paragraph = Paragraph(style=picture.style, spans=(), keep_next=picture.keep_next)
    return paragraph_xml(paragraph, looks, first=picture_run(picture, parts))


def picture_run(picture: Picture, parts: Parts) -> str:
    """The run with a picture that stands in the text like a character."""
    return element("r", element("drawing", _inline(picture, parts)))


def _inline(picture: Picture, parts: Parts) -> str:
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
        f"{blip_xml(picture.file, parts)}"
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline>"
    )


def blip_xml(file: PictureFile, parts: Parts) -> str:
    """The reference to a picture's file. A drawing (SVG) stands beside an empty picture, for the
    programs that show none."""
    if file.mime != SVG:
        return f'<a:blip r:embed="{parts.add_picture(file)}"/>'
    empty = replace(file, data=_EMPTY, mime="image/png")
    shown, drawn = parts.add_picture(empty), parts.add_picture(file)
    return (
        f'<a:blip r:embed="{shown}"><a:extLst><a:ext uri="{_SVG_BLIP}">'
        f'<asvg:svgBlip xmlns:asvg="{SVG_BLIP}" r:embed="{drawn}"/></a:ext></a:extLst></a:blip>'
    )
