"""The figures of GB/T 9704-2012 (党政机关公文格式), each once, with its clause.

Where the standard leaves something open, the comment says whose reading the figure is.
"""

from __future__ import annotations

from converter.layout.table import (
    Ending,
    Font,
    Grid,
    Head,
    ImprintRules,
    Layout,
    Page,
    PageNumber,
    Rule,
    Styles,
    TableLook,
    TextStyle,
)
from converter.layout.units import TYPE_SIZES, mm, pt, twips
from converter.record import replace

SIZE_2 = TYPE_SIZES["二号"]
SIZE_3 = TYPE_SIZES["三号"]
SIZE_4 = TYPE_SIZES["四号"]
SMALL_4 = TYPE_SIZES["小四"]
SMALL_5 = TYPE_SIZES["小五"]

# 5.2.4: black, but for the mark, the rule of the head and what belongs to them.
RED = "FF0000"

# 5.1, 5.2: A4; 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. In whole twips; the left margin is
# rounded up and the right one taken from it, so that the text area is not wider than it may be.
PAGE = Page(
    width=twips(11906),
    height=twips(16838),
    top=twips(2098),  # 37 mm
    right=twips(1474),  # 210 − 28 − 156 = 26 mm
    bottom=twips(1984),  # 297 − 37 − 225 = 35 mm
    left=twips(1588),  # 28 mm
    header=twips(851),  # no header is used; the usual 15 mm
    # 7.5: the dash stands 7 mm below the text area. With a footer line of 16 pt its baseline
    # comes to 270.8 mm, the dash to 6.95 mm below; measured, for engines differ on the rest.
    footer=twips(1420),
)

# 5.2.3: 22 lines of 28 characters that fill the text area.
GRID = Grid(
    lines=22,
    characters=28,
    # 12756 twips / 22 = 579.8; 580 would leave room for 21 lines only.
    line_pitch=twips(579),
    # 8844 twips / 28 = 315.9 against 320 of a 3号 character: −5 lets 28 fit, −4 only 27.
    character_spacing=twips(-5),
)

# 5.2.2 names classes of type; these are the fonts that offices install for them.
FANGSONG = Font(
    name="仿宋_GB2312",
    alternatives=("仿宋", "FangSong", "方正仿宋_GBK", "STFangsong"),
    panose="02010609030101010101",
    family="modern",
    pitch="fixed",
)
KAITI = Font(
    name="楷体_GB2312",
    alternatives=("楷体", "KaiTi", "方正楷体_GBK", "STKaiti"),
    panose="02010609030101010101",
    family="modern",
    pitch="fixed",
)
HEITI = Font(
    name="黑体",
    alternatives=("SimHei", "方正黑体_GBK", "STHeiti"),
    panose="02010609060101010101",
    family="modern",
    pitch="fixed",
    generic="sans-serif",
)
SONGTI = Font(
    name="宋体",
    alternatives=("SimSun", "方正书宋_GBK", "STSong"),
    panose="02010600030101010101",
    family="auto",
    pitch="variable",
)
XIAOBIAOSONG = Font(
    name="方正小标宋简体",
    alternatives=("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong"),
    panose="02010601030101010101",
    family="auto",
    pitch="variable",
)

# 5.2.2 (3号 仿宋), 7.3.3 (each paragraph begins two characters in, later lines are flush).
BODY = TextStyle(
    name="公文正文",
    font=FANGSONG,
    size=SIZE_3,
    line_pitch=GRID.line_pitch,
    spacing=GRID.character_spacing,
    first_line=2,
)
_FLUSH = replace(BODY, first_line=0, align="left")
_CENTRED = replace(BODY, first_line=0, align="center")

# 7.3.1: 2号 小标宋, centred. One blank line below is usage, not the standard.
TITLE = TextStyle(
    name="公文标题",
    font=XIAOBIAOSONG,
    size=SIZE_2,
    line_pitch=GRID.line_pitch,
    align="center",
    after=1,
    keep_next=True,
)

# 7.3.3: level 1 黑体, level 2 楷体, levels 3 and 4 仿宋, all of body size and indent. A fifth
# level is not in the standard; it looks like the fourth.
_HEADINGS = {
    f"heading_{level}": replace(
        BODY,
        name=f"{numeral}级标题",
        run_in=f"{numeral}级标题字",
        font=font,
        keep_next=True,
        outline=level,
    )
    for level, (numeral, font) in enumerate(
        zip("一二三四五", (HEITI, KAITI, FANGSONG, FANGSONG, FANGSONG), strict=True), start=1
    )
}

# 7.3.5.2 (no seal): one blank line below the text, then 署名 with two characters free on the
# right, and the date on the next line. See converter.composition.ending for how the two line up.
SIGNATURE = replace(_FLUSH, name="署名", align="right", right=2, before=1, keep_next=True)

# Tables: the standard is silent; 小四 with the header in 黑体 is usage. Lines are as high as the
# text needs.
TABLE_BODY = TextStyle(
    name="表格内容",
    font=FANGSONG,
    size=SMALL_4,
    line_pitch=pt(18),
    exact=False,
    align="center",
)

STYLES = Styles(
    title=TITLE,
    # Below the title: 3号 楷体, centred, then a blank line. Usage.
    subtitle=replace(_CENTRED, name="公文副标题", font=KAITI, after=1, keep_next=True),
    below_title=replace(_CENTRED, name="题下行", font=KAITI, after=1, keep_next=True),
    # 7.3.2: flush left, wrapped lines too.
    recipient=replace(_FLUSH, name="主送机关", align="both"),
    body=BODY,
    **_HEADINGS,
    # 7.3.4: one blank line below the text, two characters in; wrapped names stand under the
    # first character of the name.
    attachment_only=replace(BODY, name="附件说明", first_line=0, left=5, hanging=3, before=1),
    attachment_first=replace(
        BODY, name="附件说明首项", first_line=0, left=6, hanging=4, before=1, keep_next=True
    ),
    attachment_next=replace(BODY, name="附件说明次项", first_line=0, left=6, hanging=1),
    signature=SIGNATURE,
    date=replace(SIGNATURE, name="成文日期", before=0, keep_next=False),
    # 7.3.6: below the date, two characters in.
    note=replace(BODY, name="附注"),
    # 7.3.7: flush left on the first line, 3号 黑体; the title on the third line.
    attachment_label=replace(_FLUSH, name="附件标记", font=HEITI, after=1, keep_next=True),
    attachment_title=replace(TITLE, name="附件标题"),
    # 7.2.1 to 7.2.3: flush left, one below the other.
    copy_number=replace(_FLUSH, name="份号"),
    secrecy=replace(_FLUSH, name="密级和紧急程度", font=HEITI),
    # 7.2.4: red 小标宋, centred; the size is chosen to fit.
    mark=TextStyle(
        name="发文机关标志",
        font=XIAOBIAOSONG,
        size=pt(48),
        line_pitch=pt(60),
        align="center",
        colour=RED,
    ),
    # 7.2.5
    document_number=replace(_CENTRED, name="发文字号", run_in="发文字号字"),
    # 7.2.6: the label in 仿宋, the name in 楷体.
    # 7.2.5, 7.2.6: one character free on both sides.
    signer=replace(_FLUSH, name="签发人", left=1, right=1),
    signer_name=replace(_FLUSH, name="签发人姓名", run_in="签发人姓名字", font=KAITI),
    # Short lines above the title that are no element of the standard (内部资料). Usage.
    above_title=replace(_FLUSH, name="题上行", keep_next=True),
    # 10.3: one blank line below the text, two characters in, the label in 黑体, wrapped lines
    # under the first character behind the colon.
    attendance=replace(BODY, name="出席列席", first_line=0, left=5, hanging=3, before=1),
    attendance_label=replace(BODY, name="出席列席标签", run_in="出席列席标签字", font=HEITI),
    # 7.4.2: 4号, one character free on both sides, wrapped lines under the first name.
    copies=TextStyle(
        name="抄送",
        font=FANGSONG,
        size=SIZE_4,
        line_pitch=GRID.line_pitch,
        left=4,
        hanging=3,
        right=1,
    ),
    # 7.4.3: 4号, the body left, the date right, one character free on both sides.
    printing=TextStyle(
        name="印发",
        font=FANGSONG,
        size=SIZE_4,
        line_pitch=GRID.line_pitch,
        align="left",
        left=1,
        right=1,
    ),
    caption=replace(_CENTRED, name="图表题", font=HEITI, keep_next=True),
    # 单位：万元 above a table. Usage.
    table_unit=replace(TABLE_BODY, name="表格单位", align="right", keep_next=True),
    table_header=replace(TABLE_BODY, name="表头", font=HEITI, keep_next=True),
    table_body=TABLE_BODY,
    # An exact line would clip a picture.
    picture=replace(_CENTRED, name="图片", exact=False),
    footnote=TextStyle(
        name="公文脚注",
        font=FANGSONG,
        size=SMALL_5,
        line_pitch=pt(13),
        run_in="公文脚注引用",
    ),
    # 7.5: 4号 half-width 宋体 digits. The name is not 页码, under which a Chinese Word already
    # shows a style of its own.
    page_number=TextStyle(
        name="公文页码", font=SONGTI, size=SIZE_4, line_pitch=pt(16), align="right"
    ),
)

# 7.5: between two 一字线, one character in from the outer edge. The spaces beside the number are
# usage.
PAGE_NUMBER = PageNumber(before="— ", after=" —", outer=SIZE_4)

# 7.2.7: red, as wide as the text area, 4 mm below the document number. The thickness is usage.
# The number's character ends 3.87 pt above the foot of its line, which counts.
HEAD_RULE = Rule(weight=pt(1), colour=RED, distance=pt(7))

# 7.2.4: the top of the mark is 35 mm below the top of the text area. The standard leaves the size
# open; it must be striking and fit.
HEAD = Head(
    mark_top=mm(37 + 35),
    suffix="文件",
    largest=pt(52),
    smallest=TYPE_SIZES["小一"],
    joint_smallest=SIZE_3,
    blank_lines=2,
    title_lines=2,  # 7.3.1
    signers=2,  # 7.2.6: two names a line
    rule=HEAD_RULE,
    rule_width=PAGE.text_width,
)

# 7.3.5: a date without a seal begins two characters behind the name; with one it leaves four free
# on the right, and so does a signature stamp, two blank lines below the text, its date one below.
# The seal (42 mm is that of a county's or a bureau's body) stands above the middle of name and
# date, and within one line of the text: two blank lines make room. Seals do not touch.
ENDING = Ending(
    seal="none",
    seal_size=mm(42),
    seal_lines=2,
    seal_rise=mm(3),
    seals=3,
    seal_gap=mm(2),
    date_shift=2,
    sealed_right=4,
    stamp_lines=2,
    stamp_gap=2,
    stamp_date_lines=1,
)

# 7.4.1: the first and last line 0.35 mm, those between 0.25 mm.
IMPRINT = ImprintRules(outer=Rule(weight=mm(0.35)), inner=Rule(weight=mm(0.25)))

TABLE = TableLook(form="grid", outer=Rule(weight=pt(1)), inner=Rule(weight=pt(0.5)), padding=mm(1))

# An internal report without red head and imprint, as it goes into a file or out as an attachment.
REPORT = Layout(
    name="report",
    kind="report",
    page=PAGE,
    grid=GRID,
    styles=STYLES,
    page_number=PAGE_NUMBER,
    head=None,
    imprint=IMPRINT,
    table=TABLE,
    ending=ENDING,
)

# 7: with head, main part and imprint (红头文件).
OFFICIAL = replace(
    REPORT, name="official", kind="official", head=HEAD, ending=replace(ENDING, seal="blank")
)

# 10.1: the mark 30 mm below the paper's top edge, without 文件; double red rules of 170 mm 4 mm
# below it and 20 mm above the paper's bottom edge. Their strokes are not given.
LETTER = replace(
    OFFICIAL,
    name="letter",
    kind="letter",
    head=replace(
        HEAD,
        mark_top=mm(30),
        suffix="",
        rule=Rule(weight=pt(3), colour=RED, form="thick-thin", distance=mm(4)),
        rule_width=mm(170),
        first_line=SIZE_3 * 7 / 8,  # 7/8 of the height of a 3号 character
        foot_rule=Rule(weight=pt(3), colour=RED, form="thin-thick"),
        foot_rule_bottom=mm(20),
    ),
)

# 10.2: the mark 20 mm below the top of the text area; number and text two blank lines below.
ORDER = replace(
    OFFICIAL,
    name="order",
    kind="order",
    head=replace(HEAD, mark_top=mm(37 + 20), suffix="令", rule=None),
)

# 10.3: the mark 35 mm below the top of the text area; a list of those present; no seal.
MINUTES = replace(
    OFFICIAL, name="minutes", kind="minutes", head=replace(HEAD, suffix="会议纪要"), ending=ENDING
)

LAYOUTS = {layout.name: layout for layout in (REPORT, OFFICIAL, LETTER, ORDER, MINUTES)}
"""The built-in layouts by name; the first one is the default."""
