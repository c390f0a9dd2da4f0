"""Things that stand on a page beside its text: boxes of text, bars, pictures behind the text.

Boxes and bars are written in VML, the older of Word's two languages for shapes. It says what is
needed here, and simple readers find the text of a VML box once. (Of a box in DrawingML they find
none, or, with the fallback that Word adds to one, two.) LibreOffice fits a box to its text and
turns its lines only as VML says it.
"""

from __future__ import annotations

from converter.layout.units import ZERO, Length
from converter.writers.docx.oxml import WP, A, element

V = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"
W10 = "urn:schemas-microsoft-com:office:word"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"

_NO_DISTANCE = {f"mso-wrap-distance-{side}": "0" for side in ("left", "top", "right", "bottom")}

# The type of shape of Word's text boxes. A part may hold one only: its id must be unique.
_TEXT_BOX = (
    f'<v:shapetype xmlns:v="{V}" xmlns:o="{OFFICE}" id="_x0000_t202" coordsize="21600,21600"'
    ' o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)

_PICTURE = f"""\
<wp:anchor xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}" distT="0" distB="0"
 distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1"
 allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">\
<wp:posOffset>{{left}}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">\
<wp:posOffset>{{top}}</wp:posOffset></wp:positionV><wp:extent cx="{{width}}" cy="{{height}}"/>\
<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{{number}}"
 name="{{name}} {{number}}" descr="{{name}}"/><wp:cNvGraphicFramePr>\
<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData
 uri="{PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{{number}}" name="{{name}} {{number}}"/>\
<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{{blip}}<a:stretch><a:fillRect/>\
</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{{width}}"
 cy="{{height}}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
</a:graphicData></a:graphic></wp:anchor>""".replace("\n", "")


def bar_xml(
    name: str, *, left: Length, top: Length, width: Length, height: Length, colour: str
) -> str:
    """A run with a filled bar, placed from the paper's left and top edge."""
    style = _style(_on_page(left, top, width, height))
    bar = f'<v:rect xmlns:v="{V}" id="{name}" style="{style}" fillcolor="#{colour}" stroked="f"/>'
    return _drawn(bar)


def page_box_xml(
    name: str,
    content: str,
    *,
    left: Length,
    top: Length,
    width: Length,
    height: Length,
    turned: bool = False,
) -> str:
    """A run with a box of text, placed from the paper's left and top edge; the text around it
    takes no notice. In a ``turned`` box the lines run down the page."""
    style = _style(_on_page(left, top, width, height))
    box = _box(content, "layout-flow:vertical" if turned else "")
    return _drawn(f'<v:rect xmlns:v="{V}" id="{name}" style="{style}"{_BARE}>{box}</v:rect>')


def foot_box_xml(name: str, content: str, *, width: Length, height: Length) -> str:
    """A run with a box of text that stands at the foot of the text area.

    It grows upward with its content from ``height``, which must not be more than is needed. Text
    ends above it; where the two have no room, the paragraph goes to the next page with the box.
    """
    style = _style(
        {
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
    )
    wrap = f'<w10:wrap xmlns:w10="{W10}" type="topAndBottom" anchorx="margin" anchory="margin"/>'
    return _drawn(
        f'{_TEXT_BOX}<v:shape xmlns:v="{V}" id="{name}" type="#_x0000_t202" style="{style}"{_BARE}>'
        f"{_box(content, 'mso-fit-shape-to-text:t')}{wrap}</v:shape>"
    )


def picture_behind_xml(
    blip: str,
    name: str,
    number: int,
    *,
    left: Length,
    top: Length,
    width: Length,
    height: Length,
) -> str:
    """A run with a picture behind the text, placed from the left edge of the text area and the top
    of the paragraph; ``blip`` is what refers to its file."""
    facts = {"left": left.emu, "top": top.emu, "width": width.emu, "height": height.emu}
    filled = _PICTURE.format(**facts, blip=blip, name=name, number=number)
    return element("r", element("drawing", filled))


_BARE = ' filled="f" stroked="f"'


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


def _style(facts: dict[str, str]) -> str:
    return ";".join(f"{key}:{value}" for key, value in {"position": "absolute", **facts}.items())


def _drawn(shapes: str) -> str:
    return element("r", element("pict", shapes))


def _box(content: str, style: str) -> str:
    """A text box without padding around paragraphs."""
    said = f' style="{style}"' if style else ""
    inner = element("txbxContent", content)
    return f'<v:textbox{said} inset="0,0,0,0">{inner}</v:textbox>'


def _pt(length: Length) -> str:
    """The length as VML has it, to the twentieth of a point."""
    return "0" if length == ZERO else f"{length.twips / 20:g}pt"
