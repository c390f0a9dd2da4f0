"""The metadata block in a draft: taken out, accounted for, and everything else as it was."""

import io
from dataclasses import replace

import pytest

import converter
from converter.errors import InputError
from converter.linter.ruleset import standard
from converter.linting import fix
from converter.metadata.usage import USES, unused
from converter.model import walk
from converter.model.elements import Elements
from converter.model.nodes import Document
from converter.profiles.choice import Choice
from converter.readers.text.accounting import lost, stretches
from converter.source.decode import decode
from converter.source.text import SourceText
from tests.drafts import draft
from tests.tools.places import FIXTURES

BLOCK = "---\n密级: 机密★1年\n\n# 待核\n附件：\n\t- 甲表\n  - 乙表\n---\n".replace("\t", "  ")
BLOCKS = {
    "yaml": BLOCK,
    "blank lines": "\n　\n" + BLOCK + "\n",
    "dots": BLOCK.replace("---\n", "--- \n", 1)[:-4] + "...\n",
    "windows": BLOCK.replace("\n", "\r\n"),
    "old macintosh": BLOCK.replace("\n", "\r"),
    "other dashes": BLOCK.replace("---", "———"),
    "full width": BLOCK.replace("---", "－－－"),
    "code": "```yaml\n" + BLOCK[4:-4] + "```\n",
    "code around": "```\n\n" + BLOCK + "\n```\n\n",
    "toml": '+++\n密级 = "机密★1年"\n附件 = [\n  "甲表",\n  "乙表",\n]\n+++\n',
}
STATED = Elements(secrecy="机密", secrecy_period="1年", attachments=("甲表", "乙表"))


def moved(document: Document, lines: int) -> list[tuple[str, int, int]]:
    """The texts of a document with their places, so many lines further down."""
    return [
        (walk.node_text(node), node.line + lines, node.column) for _, node in walk.nodes(document)
    ]


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_block_is_taken_out_and_accounted_for(name: str, codec: str) -> None:
    text = BLOCKS[name] + draft(more="县水务局\n2024年12月20日")
    (document,) = converter.parse(text.encode(codec))
    (plain,) = converter.parse(draft(more="县水务局\n2024年12月20日"))
    assert document.elements == STATED
    assert moved(document, 0) == moved(plain, len(SourceText(BLOCKS[name], "").lines) - 1)
    source = decode(text.encode(codec))
    assert lost(source, (document,)) is None
    assert {item.reason for item in document.removed} == {"metadata"}
    for line, column, part in stretches(document):
        assert source.lines[line - 1][column - 1 :].startswith(part)


def test_every_report_of_a_compilation_has_the_elements() -> None:
    text = (FIXTURES / "compilation.txt").read_text("utf-8")
    plain = converter.parse(text)
    reports = converter.parse(BLOCK + text)
    assert [report.elements for report in reports] == [STATED] * len(plain)
    lines = len(BLOCK.splitlines())
    assert [moved(report, 0) for report in reports] == [moved(p, lines) for p in plain]
    told = [[r for r in report.removed if r.reason == "metadata"] for report in reports]
    assert "".join(item.text for item in told[0]).startswith("---密级: 机密★1年# 待核附件：")
    assert not any(told[1:])
    assert lost(SourceText(BLOCK + text, "utf-8"), reports) is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("rest", ["```", "\n```\n\n", "~~~~ \n"])
def test_code_block_around_everything_is_taken_off(rest: str, end: str) -> None:
    text = ("```text\n" + BLOCK + draft() + "\n" + rest).replace("\n", end)
    (document,) = converter.parse(text)
    (plain,) = converter.parse(draft())
    assert document.elements == STATED
    assert moved(document, 0) == moved(plain, len(BLOCK.splitlines()) + 1)
    assert lost(SourceText(text, "utf-8"), (document,)) is None
    for line, column, part in stretches(document):
        assert SourceText(text, "utf-8").lines[line - 1][column - 1 :].startswith(part)


@pytest.mark.parametrize("rest", ["", "\n", "\n\n"])
def test_block_alone_is_no_report(rest: str) -> None:
    with pytest.raises(InputError, match="没有报告正文"):
        converter.parse(BLOCK.rstrip("\n") + rest)


def test_fixes_leave_the_block_alone() -> None:
    text = BLOCK + draft(summary="一、2024年工作总结\n（一）供水\n稳定。\n（三）防汛\n平安。")
    fixed = fix(text.encode(), "稿.txt", Choice(), standard())
    assert fixed.edits
    assert fixed.after.text.startswith(BLOCK)


def test_metadata_of_a_call_counts_more_than_the_block() -> None:
    (document,) = converter.parse(
        BLOCK + draft(), metadata={"密级": "秘密", "attachments": ["丙表"]}
    )
    assert document.elements == Elements(secrecy="秘密", attachments=("丙表",))


def test_what_is_not_used_is_told() -> None:
    text = draft(more="县水务局\n2024年12月20日")
    title = text.splitlines()[0]
    same = {"标题": title, "成文日期": "2024-12-20", "署名": "县水务局", "印章": "无"}
    (document,) = converter.parse(text, metadata=same)
    assert unused(document, "report", "report") is None
    other = {
        "标题": "别的",
        "日期": "2024-12-21",
        "份号": "000001",
        "抄送": "县委办公室",
        "出席": "张三",
    }
    (document,) = converter.parse(text, metadata=other)
    told = unused(document, "report", "本局")
    assert told
    assert told.zh == "元数据没有用上：标题、成文日期（稿中已有），抄送机关、出席（本局 里没有）"
    assert (
        told.en
        == "metadata not used: 标题、成文日期 (the text has its own), 抄送机关、出席 (not in 本局)"
    )
    told = unused(document, None, "txt")
    assert told and told.zh == (
        "元数据没有用上：份号、标题、成文日期、抄送机关、出席（txt 里没有）"
    )


def _every_element() -> Elements:
    """Elements that are all stated, each with a text that nothing else has."""
    kinds = {"secrecy": "机密", "secrecy_period": "9年", "urgency": "特急", "seal": "none"}
    values: dict[str, object] = {
        name: kinds.get(name, f"甲{index:02d}乙")
        for index, name in enumerate(Elements.__dataclass_fields__)
    }
    for name in ("issuers", "signers", "attachments", "signatures"):
        values[name] = (f"{values[name]}",)
    values |= {"recipients_last": False, "layout": None, "mark": None}
    return replace(Elements(), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", USES)
def test_table_of_uses_is_what_the_layouts_do(kind: str) -> None:
    """Each element that a kind has a place for is in the Word file, and no other."""
    import docx2txt

    text = draft().split("\n", 1)[1]
    (document,) = converter.parse(text)
    elements = _every_element()
    # A number whose form would be wrong still shows whether there is a place for it.
    data = converter.render(replace(document, title=None, elements=elements), layout=kind)
    read = "".join(docx2txt.process(io.BytesIO(data)).split())
    for name, value in elements.stated().items():
        if name not in ("seal", "layout"):
            word = value[0] if isinstance(value, tuple) else str(value)
            assert ("".join(word) in read) == (name in USES[kind]), name
