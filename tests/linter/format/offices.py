"""Word files as an office makes them by hand: Word's Chinese template (Normal is 宋体 五号, in the
fonts of the theme), everything formatted directly, text boxes, drawn rules, tables as imprint."""

from __future__ import annotations

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_DRAWN = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ABOUT = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STYLES = f"""<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi"/>
<w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>
</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>
<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="340" w:after="330" w:line="578"
w:lineRule="auto"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:kern w:val="44"/>
<w:sz w:val="44"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="footer"/><w:basedOn w:val="a"/>
<w:pPr><w:tabs><w:tab w:val="center" w:pos="4153"/><w:tab w:val="right" w:pos="8306"/></w:tabs>
<w:snapToGrid w:val="0"/><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:tblPr>
<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>
</w:tblPr></w:style></w:styles>"""
THEME = """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office">
<a:themeElements><a:clrScheme name="Office">
<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>
<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1></a:clrScheme><a:fontScheme name="Office">
<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/>
</a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>
<a:font script="Hans" typeface="宋体"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>"""
FOUR = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")


def run(text: str, font: str = "仿宋_GB2312", size: int = 32, more: str = "") -> str:
    """A run with fonts and size of its own; ``\\t`` is a tab."""
    fonts = " ".join(f'{name}="{font}"' for name in FOUR)
    inner = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{part}</w:t>' if part else "" for part in text.split("\t")
    )
    return (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia" {fonts}/>{more}<w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/></w:rPr>{inner}</w:r>'
    )


EXACT = '<w:spacing w:line="579" w:lineRule="exact"/>'
CONDENSED = '<w:spacing w:val="-5"/>'
INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'


def paragraph(*runs: str, before: str = "", line: str = EXACT, after: str = "") -> str:
    """A paragraph with direct formatting: properties ``before`` and ``after`` its line spacing."""
    off = '<w:snapToGrid w:val="0"/>' if "exact" in line else ""
    return f"<w:p><w:pPr>{before}{off}{line}{after}</w:pPr>{''.join(runs)}</w:p>"


def text(words: str, font: str = "仿宋_GB2312", **more: str) -> str:
    """A paragraph of the text, two characters in."""
    own = {"after": INDENT} | more
    return paragraph(run(words, font, more=CONDENSED), **own)


BLANK = paragraph(before="", after='<w:rPr><w:sz w:val="32"/></w:rPr>')


def anchored(graphic: str, x: tuple[str, str], y: tuple[str, str], size: tuple[int, int]) -> str:
    """A run with a floating shape: ``x`` and ``y`` are what its place is measured from, and an
    offset in EMU or an alignment."""
    sides = []
    for way, (origin, at) in (("H", x), ("V", y)):
        place = "posOffset" if at.lstrip("-").isdigit() else "align"
        sides.append(
            f'<wp:position{way} relativeFrom="{origin}"><wp:{place}>{at}</wp:{place}>'
            f"</wp:position{way}>"
        )
    return (
        f'<w:r><w:drawing><wp:anchor {_DRAWN} distT="0" distB="0" distL="0" distR="0" '
        'simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" '
        f'allowOverlap="1"><wp:simplePos x="0" y="0"/>{"".join(sides)}<wp:extent cx="{size[0]}" '
        f'cy="{size[1]}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1" '
        'name="形状 1"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f"{graphic}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def box(inner: str, x: tuple[str, str], y: tuple[str, str], height: int = 900_000) -> str:
    """A text box as wide as the text area, without inner margins."""
    graphic = (
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"<a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>{inner}</w:txbxContent>"
        '</wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>'
    )
    return anchored(graphic, x, y, (5_616_000, height))


def drawn(
    y: tuple[str, str], length: int = 5_616_000, colour: str = "FF0000", strokes: str = "sng"
) -> str:
    """A drawn line in the middle of the page, 1 pt wide, 3 pt where it has two ``strokes``."""
    graphic = (
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/>'
        '</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{12_700 if strokes == "sng" else 38_100}" cmpd="{strokes}"><a:solidFill>'
        f'<a:srgbClr val="{colour}"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>'
    )
    return anchored(graphic, ("page", "center"), y, (length, 0))


def table(rows: list[str], borders: list[str], width: int = 8844) -> str:
    """A table of one column; each row is paragraphs, with the borders of its cell."""
    cells = "".join(
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>{own}</w:tcBorders>'
        f"</w:tcPr>{row}</w:tc></w:tr>"
        for row, own in zip(rows, borders, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{cells}</w:tbl>'
    )


def number(dash: str = "—", size: int = 28, *, counted: bool = True) -> str:
    """The runs of a page number between dashes; one that is not ``counted`` has a field without a
    result, as programs write it that lay out no pages."""
    result = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("1", "宋体", size)}'
    look = f'<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体"/><w:sz w:val="{size}"/></w:rPr>'
    field = (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{look}<w:instrText '
        'xml:space="preserve"> PAGE \\* MERGEFORMAT </w:instrText></w:r>'
        f'{result if counted else ""}<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f"{run(f'{dash} ', '宋体', size)}{field}{run(f' {dash}', '宋体', size)}"


NUMBER_LINE = '<w:spacing w:line="320" w:lineRule="exact"/>'


def footer(align: str, indent: str, runs: str = number(), line: str = NUMBER_LINE) -> str:
    """A footer with the page number as Word's own gallery makes it."""
    return (
        f'<w:ftr {_W} {_R}><w:sdt><w:sdtContent><w:p><w:pPr><w:pStyle w:val="a3"/>{line}{indent}'
        f'<w:jc w:val="{align}"/></w:pPr>{runs}</w:p></w:sdtContent></w:sdt></w:ftr>'
    )


def boxed_footer(align: str) -> str:
    """A footer with the page number in a text box, as WPS makes it."""
    inner = f'<w:p><w:pPr><w:pStyle w:val="a3"/>{NUMBER_LINE}</w:pPr>{number()}</w:p>'
    shape = box(inner, ("margin", align), ("paragraph", "0"))
    return f'<w:ftr {_W} {_R}><w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr>{shape}</w:p></w:ftr>'


ODD = footer("right", '<w:ind w:rightChars="100" w:right="280"/>')
EVEN = footer("left", '<w:ind w:leftChars="100" w:left="280"/>')
FIRST_APART = "<w:titlePg/>"
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" '
    'w:left="1587" w:header="851" w:footer="1417" w:gutter="0"/><w:cols w:space="425"/>'
    '<w:docGrid w:type="lines" w:linePitch="312"/>'
)
WORDS_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" '
    'w:left="1800" w:header="851" w:footer="992" w:gutter="0"/><w:cols w:space="425"/>'
    '<w:docGrid w:type="lines" w:linePitch="312"/>'
)


def office(
    *body: str,
    page: str = PAGE,
    first: str = "",
    odd: str = ODD,
    even: str = EVEN,
    turns: bool = True,
) -> bytes:
    """A Word file of some paragraphs and tables; ``turns`` sets even and odd pages apart, ``first``
    page 1."""
    references = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{kind}"/>'
        for kind, own in (("default", odd), ("even", even))
        if own
    )
    parts = {
        "[Content_Types].xml": _types(bool(odd), bool(even)),
        "_rels/.rels": _relations([("main", "officeDocument", "word/document.xml")]),
        "word/document.xml": f"<w:document {_W} {_R}><w:body>{''.join(body)}"
        f"<w:sectPr>{references}{page}{first}</w:sectPr></w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/theme/theme1.xml": THEME,
        "word/settings.xml": f"<w:settings {_W}>{'<w:evenAndOddHeaders/>' if turns else ''}"
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>',
        "word/_rels/document.xml.rels": _relations(
            [
                ("styles", "styles", "styles.xml"),
                ("theme", "theme", "theme/theme1.xml"),
                ("settings", "settings", "settings.xml"),
                *([("default", "footer", "footer1.xml")] if odd else []),
                *([("even", "footer", "footer2.xml")] if even else []),
            ]
        ),
    }
    parts |= {"word/footer1.xml": odd} if odd else {}
    parts |= {"word/footer2.xml": even} if even else {}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _relations(entries: list[tuple[str, str, str]]) -> str:
    own = "".join(
        f'<Relationship Id="{name}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for name, kind, target in entries
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{package}">{own}</Relationships>'


def _types(odd: bool, even: bool) -> str:
    named = {"/word/document.xml": "document.main", "/word/styles.xml": "styles"}
    named |= {"/word/settings.xml": "settings"}
    named |= {"/word/footer1.xml": "footer"} if odd else {}
    named |= {"/word/footer2.xml": "footer"} if even else {}
    overrides = "".join(
        f'<Override PartName="{part}" ContentType="{_ABOUT}.{kind}+xml"/>'
        for part, kind in named.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/word/theme/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>'
    )
