"""Whatever stands in a Word file in whatever order, its text is read, each character once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from converter.errors import InputError, MetadataError
from tests.readers.word.notation import made
from tests.readers.word.reading import documents_of

TEXTS = st.sampled_from(
    (
        *("云岭县水务局2024年工作总结", "一、工作回顾", "（一）供水有力。新建管网十二公里。"),
        *("二、存在问题", "1.改造泵站", "全年新建管网十二公里，改造泵站三座。", "第一章 总则"),
        *("附件：1.项目表", "2.清单", "附件1", "附件2", "云岭县水务局", "2024年12月19日"),
        *("（此件公开发布）", "抄送：县委办公室。", "云岭县水务局办公室　2024年12月20日印发"),
        *("县人民政府：", "目录", "表1 完成情况", "图1 投资", "单位：万元", "云岭县水务局文件"),
        *("云水〔2024〕15号", "签发人：周明远", "000012", "机密★1年", "特急", "甲\t乙\t丙"),
        *("| 甲 | 乙 |", "[^1]: 注", "文[^1]", "— 1 —", "一是供水；二是防汛。", "凝心聚力", "。"),
    )
)
STYLES = st.sampled_from(("", "", "", "T:", "1:", "2:", "3:", "C:", "R:", "+"))
CALLS = st.sampled_from(("", "", "", "{f1}", "{f2}"))
NOTES = "".join(
    f'<w:footnote w:id="{number}"><w:p><w:r><w:t>注{number}。</w:t></w:r></w:p></w:footnote>'
    for number in (1, 2, 3)
)
PARAGRAPHS = st.builds(
    lambda style, text, call: f"{style}{text[:3]}{call}{text[3:]}", STYLES, TEXTS, CALLS
)


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text.replace(chr(9), ' ')}</w:t></w:r></w:p>"


CELLS = st.recursive(
    st.lists(TEXTS.map(_paragraph), min_size=1, max_size=3).map("".join),
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(
        lambda cells: f"{_table([cells])}<w:p/>"
    ),
    max_leaves=4,
)


def _table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=3), min_size=1, max_size=3).map(_table)
BODIES = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS, TABLES), min_size=1, max_size=20)


@settings(max_examples=150, deadline=None)
@given(BODIES)
def test_any_file(lines: list[str]) -> None:
    first, *others = lines
    lines = [first.removeprefix("+"), *others]
    body = "\n".join(
        line.removeprefix("+") if before.startswith("<") else line
        for before, line in zip(["", *lines], lines, strict=False)
    )
    try:
        documents = documents_of(made(body, footnotes=NOTES))
    except (InputError, MetadataError):
        return  # nothing but residue
    assert documents  # and every character accounted for, or it would have raised
