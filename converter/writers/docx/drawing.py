"""Things that stand on a page beside its text: boxes of text, bars, pictures behind the text.

Boxes and bars are written in VML, the older of Word's two languages for shapes. It says what is
needed here, and simple readers find the text of a VML box once. (Of a box in DrawingML they find
none, or, with the fallback that Word adds to one, two.) LibreOffice fits a box to its text and
turns its lines only as VML says it.
"""

from __future__ import annotations

from lxml import etree

from converter.layout.units import ZERO, Length
from converter.writers.docx.oxml import R, W, add

V = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"
W10 = "urn:schemas-microsoft-com:office:word"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"

_NO_DISTANCE = {f"mso-wrap-distance-{side}": "0" for side in ("left", "top", "right", "bottom")}

# The type of shape of Word's text boxes.
_TEXT_BOX = f"""\
<v:shapetype xmlns:v="{V}" xmlns:o="{OFFICE}" id="_x0000_t202" coordsize="21600,21600" o:spt="202"
 path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t"
 o:connecttype="rect"/></v:shapetype>"""

_PICTURE = f"""\
<wp:anchor xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}" xmlns:r="{R}" distT="0" distB="0"
 distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1"
 allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">\
<wp:posOffset>{{left}}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">\
<wp:posOffset>{{top}}</wp:posOffset></wp:positionV><wp:extent cx="{{width}}" cy="{{height}}"/>\
<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{{number}}"
 name="{{name}} {{number}}" descr="{{name}}"/><wp:cNvGraphicFramePr>\
<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData
 uri="{PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{{number}}" name="{{name}} {{number}}"/>\
<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{{file}}"/><a:stretch><a:fillRect/>\
</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{{width}}"
 cy="{{height}}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
</a:graphicData></a:graphic></wp:anchor>"""


def add_bar(
    paragraph: etree._Element,
    name: str,
    *,
    left: Length,
    top: Length,
    width: Length,
    height: Length,
    colour: str,
) -> None:
    """Append a run with a filled bar, placed from the paper's left and top edge."""
    shape = _add_shape(paragraph, name, _on_page(left, top, width, height))
    shape.set("fillcolor", f"#{colour}")
    shape.set("stroked", "f")


def add_page_box(
    paragraph: etree._Element,
    name: str,
    *,
    left: Length,
    top: Length,
    width: Length,
    height: Length,
    turned: bool = False,
) -> etree._Element:
    """The content of a new box of text, placed from the paper's left and top edge; the text
    around it takes no notice. In a ``turned`` box the lines run down the page."""
    shape = _add_shape(paragraph, name, _on_page(left, top, width, height))
    return _add_content(shape, "layout-flow:vertical" if turned else "")


def add_foot_box(
    paragraph: etree._Element, name: str, *, width: Length, height: Length
) -> etree._Element:
    """The content of a new box of text that stands at the foot of the text area.

    It grows upward with its content from ``height``, which must not be more than is needed. Text
    ends above it; where the two have no room, the paragraph goes to the next page with the box.
    """
    style = {
        "margin-left": "0",
        "margin-top": "0",
        "width": _pt(width),
        "height": _pt(height),
        "z-index": "1",
        **_NO_DISTANCE,
        "mso-position-horizontal": "left",
        "mso-position-horizontal-relative": "margin",
        "mso-position-vertical": "bottom",
        "mso-position-vertical-relative": "margin",
    }
    shape = _add_shape(paragraph, name, style, is_text_box=True)
    content = _add_content(shape, "mso-fit-shape-to-text:t")
    wrap = {"type": "topAndBottom", "anchorx": "margin", "anchory": "margin"}
    etree.SubElement(shape, f"{{{W10}}}wrap", wrap, nsmap={"w10": W10})
    return content


def add_picture_behind(
    paragraph: etree._Element,
    file: str,
    name: str,
    number: int,
    *,
    left: Length,
    top: Length,
    width: Length,
    height: Length,
) -> None:
    """Append a run with the picture ``file`` (the id of its part) behind the text, placed from
    the left edge of the text area and the top of the paragraph."""
    facts = {"left": left.emu, "top": top.emu, "width": width.emu, "height": height.emu}
    filled = _PICTURE.format(**facts, file=file, name=name, number=number)
    add(add(paragraph, "r"), "drawing").append(etree.fromstring(filled))


def _on_page(left: Length, top: Length, width: Length, height: Length) -> dict[str, str]:
    return {
        "margin-left": _pt(left),
        "margin-top": _pt(top),
        "width": _pt(width),
        "height": _pt(height),
        "z-index": "1",
        **_NO_DISTANCE,
        "mso-position-horizontal-relative": "page",
        "mso-position-vertical-relative": "page",
    }


def _add_shape(
    paragraph: etree._Element, name: str, style: dict[str, str], *, is_text_box: bool = False
) -> etree._Element:
    """Append a run with a rectangle: a plain one, or Word's own kind of text box. Of these a part
    may hold one only: the type of shape comes along, and its id must be unique."""
    picture = add(add(paragraph, "r"), "pict")
    if is_text_box:
        picture.append(etree.fromstring(_TEXT_BOX))
    kind = "shape" if is_text_box else "rect"
    shape = etree.SubElement(picture, f"{{{V}}}{kind}", nsmap={"v": V})
    shape.set("id", name)
    if is_text_box:
        shape.set("type", "#_x0000_t202")
    facts = {"position": "absolute", **style}
    shape.set("style", ";".join(f"{key}:{value}" for key, value in facts.items()))
    return shape


def _add_content(shape: etree._Element, style: str) -> etree._Element:
    """Append a text box without padding, and return what its paragraphs are appended to."""
    shape.set("filled", "f")
    shape.set("stroked", "f")
    box = etree.SubElement(shape, f"{{{V}}}textbox")
    if style:
        box.set("style", style)
    box.set("inset", "0,0,0,0")
    return etree.SubElement(box, f"{{{W}}}txbxContent")


def _pt(length: Length) -> str:
    """The length as VML has it, to the twentieth of a point."""
    return "0" if length == ZERO else f"{length.twips / 20:g}pt"
