"""F701 to F705: tables."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.fonts import class_of, is_of, shown
from converter.linter.form.words import mm, size_words
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import CHINESE, WORD
from converter.linter.rules.format._tables import header_ends, high_rows, tables_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.subject import Subject

_WIDER = 230
"""A table may be so many twips wider: 4 mm, what Word lets its cells' margins hang out."""
_NARROWER = 115
_ROWS = 3
"""A table with so many rows may run over a page."""
_SIZES = 4
"""Cells are usually 四号 to 五号: so many half-points around 小四."""
_USUAL = ("仿宋", "宋体", "黑体")


def _width(form: Form, _: Subject) -> Iterator[Deviation]:
    for tabled in tables_of(form):
        if tabled.width > tabled.room + _WIDER:
            message = Text(
                f"表格宽 {mm(tabled.width)} mm，超出版心（{mm(tabled.room)} mm）",
                f"the table is {mm(tabled.width)} mm wide, the text area {mm(tabled.room)} mm",
            )
            yield Deviation(tabled.items[0], message)


def _centred(form: Form, _: Subject) -> Iterator[Deviation]:
    for tabled in tables_of(form):
        table = tabled.table
        narrow = 0 < tabled.width < tabled.room - _NARROWER
        if narrow and table.align != "center" and not table.floating:
            middle = abs(table.indent * 2 + tabled.width - tabled.room)
            if middle > _WIDER:
                yield Deviation(tabled.items[0], Text("表格应居中", "tables stand in the middle"))


def _header_row(form: Form, _: Subject) -> Iterator[Deviation]:
    for tabled in tables_of(form):
        rows = tabled.table.rows
        is_long = len(rows) >= _ROWS and header_ends(tabled.table) < len(rows)
        if is_long and not rows[0].header:
            message = Text(
                "表格没有设置“重复标题行”，跨页时后面的页没有表头",
                "the header row is not repeated where the table runs over a page",
            )
            yield Deviation(tabled.items[0], message)


def _splitting(form: Form, _: Subject) -> Iterator[Deviation]:
    for tabled in tables_of(form):
        may_split = {index for index, row in enumerate(tabled.table.rows) if not row.whole}
        if may_split - high_rows(tabled.table):
            message = Text(
                "表格的行允许跨页断开，一行会分在两页上",
                "rows of the table may split over two pages",
            )
            yield Deviation(tabled.items[0], message)


def _type(form: Form, _: Subject) -> Iterator[Deviation]:
    shown_items = {id(item) for tabled in tables_of(form) for item in tabled.items}
    for item, stretch, start, end, run in form.runs("table_header", "table_body"):
        if id(item) not in shown_items:
            continue
        style, look = form.expected(stretch.element), run.look
        if abs(look.size - style.size.half_points) > _SIZES:
            there, due = size_words(look.size), size_words(style.size.half_points)
            message = Text(
                f"表格文字一般用{due.zh}字（四号、五号也常用），这里是{there.zh}字",
                f"cells are usually set in {due.en}, not {there.en}",
            )
            yield Deviation(item, message, start, end)
        font = look.fonts.east_asia
        if not font or not CHINESE.search(item.text, start, end) or is_of(font, style.font):
            continue
        is_header = stretch.element == "table_header"
        if look.bold if is_header else class_of(font) in _USUAL:
            continue
        name = "表头" if is_header else "表格内容"
        message = Text(
            f"{name}一般用{shown(style.font)}，这里是{font}",
            f"{'table headers' if is_header else 'cells'} are usually set in {style.font.name}, "
            f"not in {font}",
        )
        yield Deviation(item, message, start, end)


_USAGE = Text(
    "通行做法（标准没有规定表格的字体字号）", "practice (the standard is silent on tables)"
)
_GRID = (
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" '
    'w:noVBand="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="4422"/><w:gridCol w:w="4422"/>'
)

RULES = (
    Rule(
        code="F701",
        name="table-width",
        severity=Severity.WARNING,
        summary=Text("表格宽出版心", "a table wider than the text area"),
        why=Text(
            "版心以外不排正文内容，太宽的表格应缩到版心以内，或者单独放在横页上。",
            "Nothing stands outside the text area; a wide table gets a page that is turned.",
        ),
        source=Text(
            "GB/T 9704-2012 5.2.1（版心）及通行做法", "GB/T 9704-2012, 5.2.1, and practice"
        ),
        sample=Sample("official"),
        good='<w:tblGrid><w:gridCol w:w="4422"/>',
        bad='<w:tblGrid><w:gridCol w:w="5622"/>',
        check=over_form(_width),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F702",
        name="table-centred",
        severity=Severity.INFO,
        summary=Text("表格没有居中", "a table that is not centred"),
        why=Text("比版心窄的表格居中排。", "Tables narrower than the text area are centred."),
        source=_USAGE,
        sample=Sample("official"),
        good=f'<w:jc w:val="center"/>{_GRID}',
        bad=f'<w:jc w:val="left"/>{_GRID}'.replace("4422", "2211"),
        check=over_form(_centred),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F703",
        name="table-header-row",
        severity=Severity.INFO,
        summary=Text("表头不在各页重复", "a header row that is not repeated"),
        why=Text(
            "表格跨页时每页都要有表头，在“表格属性—行”里选“在各页顶端以标题行形式重复出现”。",
            "Where a table runs over a page, its header is repeated.",
        ),
        source=_USAGE,
        sample=Sample("official"),
        good="<w:tblHeader/>",
        bad="",
        check=over_form(_header_row),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F704",
        name="table-row-splits",
        severity=Severity.INFO,
        summary=Text("表格的一行可能分在两页", "rows that may split over two pages"),
        why=Text(
            "在“表格属性—行”里不选“允许跨页断行”，一行的内容就不会分在两页。",
            "A row that must stay whole does not split.",
        ),
        source=_USAGE,
        sample=Sample("official"),
        good="<w:trPr><w:cantSplit/></w:trPr>",
        bad="",
        check=over_form(_splitting),
        default=False,
        needs=WORD,
    ),
    Rule(
        code="F705",
        name="table-type",
        severity=Severity.INFO,
        summary=Text("表格的字体字号不合习惯", "tables in an unusual font or size"),
        why=Text(
            "表头用黑体、内容用仿宋，小四号，是多数单位的做法。",
            "Headers in 黑体, cells in 仿宋, small size 4, is what most offices do.",
        ),
        source=_USAGE,
        sample=Sample("official"),
        good="<w:r><w:t>上半年",
        bad='<w:r><w:rPr><w:sz w:val="44"/></w:rPr><w:t>上半年',
        check=over_form(_type),
        default=False,
        needs=WORD,
    ),
)
