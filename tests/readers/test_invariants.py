"""The contract's invariants over generated drafts: nothing lost, and every form agrees."""

import io
import json

import docx2txt
from hypothesis import given
from hypothesis import strategies as st

import converter
from converter.errors import InputError
from converter.model import walk
from converter.model.nodes import Document
from converter.readers.text.accounting import lost, stretches
from converter.schema.validate import violations
from converter.source.text import SourceText

FRAGMENTS = [
    *(
        "一、",
        "二、",
        "三、",
        "（一）",
        "(二)",
        "1.",
        "1．",
        "2、",
        "（1）",
        "①",
        "第一部分",
        "第一章　",
    ),
    *("一是", "二是", "三是", "三", "首先，", "其次，", "2024年", "2025年", "工作总结", "工作计划"),
    *("存在问题", "下一步打算", "县水务局", "及", "目录", "\t3", "……5", "##paidbegin##", "（完）"),
    *(
        "【澜澜素材库】会员群网盘客服",
        "。",
        "；",
        "：",
        "，",
        "、",
        "！",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
    ),
    *("　", " ", "XX", "1.35亿元", "2024年12月19日", "县水务局 2024年1月1日", "— 3 —", "来源：网"),
    *(
        "下载",
        "abc",
        "\x00",
        "\x0b",
        "\x85",
        "\u2028",
        "\u200b",
        "😀",
        "“",
        "”",
        "（",
        "）",
        "发展",
    ),
    *("抓好各项重点工作落实", "——副标题", "各位代表：", "文件", "临水〔2024〕3号"),
    *(
        "县委、县政府：",
        "各乡镇人民政府，县政府各部门、各人民团",
        "附件：1.统计表",
        "附件1",
        "附件2：清单",
    ),
    *(
        "\n县财政局\n",
        "（联系人：张三，电话：（0571）1）",
        "|",
        "| 项目 | 数 |",
        "|---|:-:|",
        "\\|",
        "\t",
    ),
    *(
        "\n项目\t投资\n",
        "供水\t12\t",
        "表1 完成情况",
        "[^1]",
        "[^甲]",
        "\n[^1]: 说明",
        "[^甲]：说明",
    ),
    *(
        "\n县财政局   县林场（代章）\n",
        "（盖章）",
        "你局：",
        "\n抄送：县委办公室，县人大常委会办公室，",
        "\n县财政局办公室　2024年1月2日印发",
        "\n（共印3份）\n",
        "\n单位：万元\n",
        "\n图1 供水\n",
    ),
    *("<!-- gongwen: 忽略 placeholder -->", "\n<!--gongwen：ignore-end-->\n", "<!-- "),
]
# A picture must be there to be set, so drafts with one are read only.
PICTURES = ["![图1 供水](图/供水.png)", "![](a.png)", "![", "](a.png)"]
drafts = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=40).map("".join)
blocks = st.lists(
    st.sampled_from([*FRAGMENTS[-30:], *PICTURES, "\n", "。", "一、", "1."]), max_size=40
).map("".join)
anything = st.text(alphabet=st.characters(codec="utf-8"), max_size=200)


def parse(text: str) -> tuple[Document, ...]:
    """The reports in a text; none where there is nothing but residue."""
    try:
        return converter.parse(text)
    except InputError:
        return ()


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


@given(drafts | blocks | anything)
def test_every_character_is_accounted_for(text: str) -> None:
    documents = parse(text)
    source = SourceText(text.removeprefix("\ufeff"), "utf-8")
    assert not documents or lost(source, documents) is None
    found = "".join(t for _, _, t in sorted(s for d in documents for s in stretches(d)))
    if documents:
        assert bare(found) == bare(source.text)


@given(drafts | blocks | anything)
def test_places_point_at_the_text(text: str) -> None:
    lines = SourceText(text.removeprefix("\ufeff"), "utf-8").lines
    for document in parse(text):
        for _, node in walk.nodes(document):
            for offset, char in enumerate(walk.node_text(node)):
                line, column = node.place(offset)
                assert char.isspace() or lines[line - 1][column - 1] == char


@given(drafts | blocks | anything)
def test_text_gives_the_document_text_back(text: str) -> None:
    for document in parse(text):
        written = converter.render(document, "txt").decode()
        nodes = "".join(walk.node_text(node) for _, node in walk.nodes(document))
        assert bare(written) == bare(nodes)


@given(drafts | blocks | anything)
def test_json_is_valid_and_comes_back(text: str) -> None:
    for document in parse(text):
        value = converter.to_json(document)
        assert converter.from_json(json.loads(json.dumps(value))) == document
        # What is missing is no fault of the form.
        assert {v.path.rstrip("]0123456789") for v in violations(value, document.profile)} <= {
            "$.title",
            "$.sections",
            "$.sections[",
        }


@given(drafts | anything)
def test_json_comes_back_as_it_was(text: str) -> None:
    for document in parse(text):
        for name in ("json", "jsonl"):
            data = converter.render(document, name)
            assert converter.from_json(json.loads(data)) == document
            (again,) = converter.parse(data)
            assert converter.render(again, "docx") == converter.render(document, "docx")


@given(drafts | anything)
def test_word_text_is_the_document_text(text: str) -> None:
    for document in parse(text):
        data = converter.render(document, "docx")
        read = docx2txt.process(io.BytesIO(data))
        expected = bare("".join(walk.lines(document)))
        # This reader appends the footers: odd and even page number.
        assert bare(read).startswith(expected)
        assert bare(read)[len(expected) :] in ("—1——1—", "—1——2—", "—2——1—")


@given(drafts | anything)
def test_findings_stand_in_the_text(text: str) -> None:
    lines = SourceText(text.removeprefix("\ufeff"), "utf-8").lines
    for document in parse(text):
        for finding in converter.lint(document):
            assert 1 <= finding.line <= finding.end_line <= len(lines)
            assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
            assert (finding.line, finding.column) <= (finding.end_line, finding.end_column)
