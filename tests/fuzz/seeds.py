"""The Word files that damage is done to: small ones that have a bit of everything."""

from io import BytesIO
from pathlib import Path

import docx
from docx.shared import Mm

from converter import api
from tests.tools.places import FIXTURES
from tests.word.snippets import word_file

_BODY = """
<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>云岭县农业农村局2024年工作总结</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>
<w:r><w:t>工作情况</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>
<w:r><w:commentReference w:id="3"/></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>
<w:r><w:t>全年粮食播种面积</w:t></w:r><w:del w:id="1" w:author="甲"><w:r>
<w:delText>11</w:delText></w:r></w:del>
<w:ins w:id="2" w:author="甲"><w:r><w:t>12</w:t></w:r></w:ins>
<w:r><w:t>万亩，增长3.5％.</w:t><w:br/>
<w:t>二是抓好春耕。</w:t><w:tab/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a \\h </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>见表1</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r><w:hyperlink r:id="link"><w:r><w:t>县政府网站</w:t></w:r>
</w:hyperlink></w:p>
<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>
<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc>
<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p>
<w:r><w:t>数量</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>小麦</w:t></w:r></w:p></w:tc><w:tc><w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>
</w:tbl><w:p/></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>
<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionV
 relativeFrom="page"><wp:posOffset>100</wp:posOffset></wp:positionV><a:graphic><a:graphicData><wps:wsp>
<wps:txbx><w:txbxContent><w:p><w:r><w:t>框中的字,有错误</w:t></w:r></w:p></w:txbxContent></wps:txbx>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框中的字,有错误</w:t></w:r></w:p></w:txbxContent>
</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>存在问题：基础薄弱。</w:t></w:r></w:p></w:sdtContent></w:sdt>
<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>2025年1月6日</w:t></w:r></w:p>
<w:sectPr><w:headerReference w:type="default" r:id="header1"/>
<w:footerReference w:type="default" r:id="footer1"/><w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/>
<w:docGrid w:type="lines" w:linePitch="579"/>
</w:sectPr>
"""
_NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/>
</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
"""
_STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
"""
_FOOTNOTES = """
<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>
<w:r><w:t>据县统计局快报.</w:t></w:r></w:p></w:footnote>
"""
_COMMENTS = """
<w:comment w:id="3" w:author="甲"><w:p><w:r><w:t>请核。</w:t></w:r></w:p></w:comment>
"""
_PAGE = (
    '<w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r>'
    "</w:fldSimple><w:r><w:t> —</w:t></w:r></w:p>"
)


def seeds() -> list[bytes]:
    """A file of hand-written XML, one made by python-docx with a picture, and our own."""
    return [_snippets(), _python_docx(), _own()]


def _snippets() -> bytes:
    return word_file(
        _BODY,
        numbering=_NUMBERING,
        styles=_STYLES,
        footnotes=_FOOTNOTES,
        comments=_COMMENTS,
        header1="<w:p/>",
        footer1=_PAGE,
        settings="",
    )


def _python_docx() -> bytes:
    document = docx.Document()
    document.add_heading("禾湾区2024年工作总结和2025年工作计划", 0)
    document.add_heading("一、2024年工作总结", 1)
    document.add_paragraph("新建农村公路12公里。", "List Number")
    document.add_picture(str(FIXTURES / "layout/chart.png"), Mm(60))
    table = document.add_table(2, 3, "Table Grid")
    table.cell(0, 0).merge(table.cell(0, 1)).text = "项目"
    table.cell(1, 2).text = "12"
    document.add_heading("二、2025年工作计划", 1)
    document.add_paragraph("一是抓好项目建设。二是改善民生。")
    document.add_section()
    document.sections[0].footer.paragraphs[0].text = "禾湾区人民政府"
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _own() -> bytes:
    draft = (FIXTURES / "layout/letter.txt").read_bytes()
    return api.render(api.parse(draft)[0], "docx", folder=Path(FIXTURES / "layout"))
