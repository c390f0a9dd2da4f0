"""The figures of GB/T 9704-2012 (党政机关公文格式), each once, with its clause.

Where the standard leaves something open, the comment says whose reading the figure is.
"""

from __future__ import annotations

from dataclasses import replace

from converter.layout.table import Font, Grid, Layout, Page, PageNumber, TextStyle
from converter.layout.units import TYPE_SIZES, pt, twips

SIZE_2 = TYPE_SIZES["二号"]
SIZE_3 = TYPE_SIZES["三号"]
SIZE_4 = TYPE_SIZES["四号"]

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

# 7.2.5: 发文字号 is centred above the title, and so is the name of the body above it. Both stand
# in body type here: the red mark belongs to a layout with a red head.
DOCUMENT_NUMBER = replace(BODY, name="发文字号", first_line=0, align="center", keep_next=True)

# Other short lines above the title (内部资料): flush left. Usage.
ABOVE_TITLE = replace(BODY, name="题上行", first_line=0, keep_next=True)

# Subtitle, speaker, or date below the title: 3号 楷体, centred, then a blank line. Usage.
BELOW_TITLE = replace(
    BODY, name="题下行", font=KAITI, first_line=0, align="center", after=1, keep_next=True
)

# 7.3.3: level 1 黑体, level 2 楷体, levels 3 and 4 仿宋, all of body size and indent. A fifth
# level is not in the standard; it looks like the fourth.
HEADINGS = tuple(
    replace(
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
)

# 7.3.5.2 (no seal): one blank line below the text, then 署名 with two characters free on the
# right, and the date on the next line. See converter.layout.ending for how the two line up.
SIGNATURE = replace(
    BODY, name="署名", first_line=0, align="right", right=2, before=1, keep_next=True
)
DATE = replace(SIGNATURE, name="成文日期", before=0, keep_next=False)

# 7.5: 4号 half-width 宋体 digits between two 一字线, one character in from the outer edge. The
# spaces beside the number are usage. The name is not 页码, under which a Chinese Word already
# shows a style of its own.
PAGE_NUMBER = PageNumber(
    style=TextStyle(name="公文页码", font=SONGTI, size=SIZE_4, line_pitch=pt(16), align="right"),
    before="— ",
    after=" —",
    outer=SIZE_4,
)

# A report without red head and imprint, as it goes into a file or out as an attachment.
PLAIN = Layout(
    name="plain",
    page=PAGE,
    grid=GRID,
    body=BODY,
    document_number=DOCUMENT_NUMBER,
    above_title=ABOVE_TITLE,
    title=TITLE,
    below_title=BELOW_TITLE,
    headings=HEADINGS,
    signature=SIGNATURE,
    date=DATE,
    page_number=PAGE_NUMBER,
)
