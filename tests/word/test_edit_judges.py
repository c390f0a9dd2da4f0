"""Copies with comments and tracked changes, before judges that know nothing of the program."""

from io import BytesIO
from pathlib import Path

import docx
import pypandoc
import pytest
from docx.shared import Pt

from converter.findings import Edit, Finding, Fix, Severity
from converter.word.edit import annotated, reviewed, tracked
from converter.word.reading import read_word
from converter.word.transcript import transcript_of
from tests.fuzz.seeds import seeds
from tests.tools.require import require
from tests.tools.sdk import sdk_findings, sdk_present

TEXTS = (
    "云岭县2024年工作总结",
    "一、工作情况",
    "全年播种12万亩, 增长3.5％。",
    "打印本页",
    "二、下一步打算",
    "一是抓好春耕.二是抓好夏收。",
)
CHANGES = (
    (",", "，"),
    (" ", ""),
    ("5％", "5%"),
    ("耕.", "耕。"),
    ("打印本页\n", ""),
    ("总结", "小结"),
)
FIXED = (
    "云岭县2024年工作小结一、工作情况全年播种12万亩，增长3.5%。"
    "二、下一步打算一是抓好春耕。二是抓好夏收。"
)


def draft() -> bytes:
    """A file whose sentences stand in runs of three characters each."""
    document = docx.Document()
    for text in TEXTS:
        paragraph = document.add_paragraph()
        for start in range(0, len(text), 3):
            paragraph.add_run(text[start : start + 3]).font.size = Pt(16)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def findings(data: bytes, changes: tuple[tuple[str, str], ...]) -> list[Finding]:
    """Findings whose fixes make the changes."""
    text = transcript_of(read_word(data)).source.text
    found = []
    for old, new in changes:
        places = [text[: text.index(old)], text[: text.index(old) + len(old)]]
        place = [(p.count("\n") + 1, len(p) - p.rfind("\n")) for p in places]
        edit = Edit(*place[0], *place[1], new)
        fix = Fix(True, (edit,))
        span = (*place[0], *place[1])
        found.append(Finding("T001", "n", Severity.INFO, "用错了", "-", *span, "", fix, ""))
    return found


def pandoc(data: bytes, tmp_path: Path, answer: str) -> str:
    """The text that pandoc reads, all changes accepted or rejected."""
    path = tmp_path / "copy.docx"
    path.write_bytes(data)
    options = [f"--track-changes={answer}", "--wrap=none"]
    text: str = pypandoc.convert_file(path, "plain", "docx", extra_args=options)
    return "".join(text.split())


def test_pandoc_reads_the_fixed_text_and_the_old_one(tmp_path: Path) -> None:
    data = draft()
    copy = tracked(read_word(data), findings(data, CHANGES))
    assert pandoc(copy, tmp_path, "accept") == FIXED
    assert pandoc(copy, tmp_path, "reject") == "".join("".join(TEXTS).split())


@pytest.mark.parametrize("seed", range(4))
def test_the_sdk_finds_nothing_new(seed: int, tmp_path: Path) -> None:
    require(sdk_present(), "the Open XML SDK validator")
    data = [draft(), *seeds()][seed]
    found = findings(data, CHANGES) if seed == 0 else _everywhere(data)
    before = _judged(data, tmp_path)
    for copy in (annotated(read_word(data), found), reviewed(read_word(data), found)):
        assert _judged(copy, tmp_path) == before


def _everywhere(data: bytes) -> list[Finding]:
    """A finding on every line of a file, which has the second character of it doubled."""
    found = []
    for number, line in enumerate(transcript_of(read_word(data)).source.lines, 1):
        if len(line) > 2:
            edit = Edit(number, 2, number, 3, line[1] * 2)
            span = (number, 2, number, len(line))
            fix = Fix(True, (edit,))
            found.append(Finding("T001", "n", Severity.INFO, "用错了", "-", *span, "", fix, ""))
    return found


def _judged(data: bytes, tmp_path: Path) -> list[str]:
    path = tmp_path / "judged.docx"
    path.write_bytes(data)
    return sorted({error["description"] for error in sdk_findings(path)})
