"""Findings as comments, fixes as tracked changes: at their place, and nothing else changed."""

import tomllib
from io import BytesIO
from typing import Any

import docx
import pytest
from lxml import etree

from converter.findings import Edit, Finding, Fix, Severity
from converter.word.edit import annotated, reviewed, tracked
from converter.word.package import open_package
from converter.word.reading import read_word
from converter.word.transcript import transcript_of
from tests.tools.places import FIXTURES
from tests.word.hostile import BASE, package
from tests.word.revisions import W, marked, root_of, settled, text_of, texts
from tests.word.snippets import word_file

CASES = tomllib.loads((FIXTURES / "word/edit/cases.toml").read_text("utf-8"))["case"]
BY_NAME = [pytest.param(case, id=case["name"]) for case in CASES]
TRACKED = [pytest.param(case, id=case["name"]) for case in CASES if "after" in case]
LEFT = [pytest.param(case, id=case["name"]) for case in CASES if "after" not in case]
MAIN, NOTES, COMMENTS = "word/document.xml", "word/footnotes.xml", "word/comments.xml"
AUTHOR = "gongwen"


def made(case: dict[str, Any]) -> bytes:
    """The file of a case."""
    parts = {name: case[name] for name in ("footnotes", "numbering", "comments") if name in case}
    return word_file(case["body"], **parts)


def finding(data: bytes, case: dict[str, Any]) -> Finding:
    """The finding of a case, with its fix."""
    text = transcript_of(read_word(data)).source.text
    start = text.index(case["at"])
    place = (*_place(text, start), *_place(text, start + len(case["at"])))
    fix = Fix(True, (Edit(*place, case["put"]),)) if "put" in case else None
    return Finding("T001", "name", Severity.WARNING, "用错了符号", "-", *place, "", fix, "")


def _place(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset].split("\n")
    return len(before), len(before[-1]) + 1


@pytest.mark.parametrize("case", BY_NAME)
def test_a_comment_stands_at_its_place(case: dict[str, Any]) -> None:
    data = made(case)
    copy = annotated(read_word(data), [finding(data, case)])
    assert texts(root_of(copy)) == texts(root_of(data))
    comments = root_of(copy, COMMENTS).findall(W + "comment")
    ours = [comment for comment in comments if comment.get(W + "author") == AUTHOR]
    assert len(ours) == 1
    assert "[警告] T001 用错了符号" in texts(ours[0])[0]
    identifier = ours[0].get(W + "id", "")
    assert marked(root_of(copy), identifier) == case["marked"]
    references = root_of(copy).iter(W + "commentReference")
    assert [each.get(W + "id") for each in references].count(identifier) == 1
    assert len(comments) == 1 + ("comments" in case)


@pytest.mark.parametrize("case", TRACKED)
def test_a_change_can_be_accepted_and_rejected(case: dict[str, Any]) -> None:
    data = made(case)
    copy = tracked(read_word(data), [finding(data, case)])
    assert not open_package(copy).has(COMMENTS) or "comments" in case
    assert texts(settled(root_of(copy), "accept")) == case["after"]
    rejected = settled(root_of(copy), "reject", AUTHOR)
    assert texts(rejected) == texts(root_of(data))
    assert _looks(rejected) == _looks(root_of(data))
    if "noted" in case:
        assert texts(settled(root_of(copy, NOTES), "accept")) == case["noted"]
        assert texts(settled(root_of(copy, NOTES), "reject")) == texts(root_of(data, NOTES))
    for kind in ("drawing", "footnoteReference"):
        assert len([*root_of(copy).iter(W + kind)]) == len([*root_of(data).iter(W + kind)])


@pytest.mark.parametrize("case", TRACKED)
def test_the_reader_sees_the_text_with_the_fix(case: dict[str, Any]) -> None:
    data = made(case)
    copy = tracked(read_word(data), [finding(data, case)])
    expected = _accepted(data).replace(case["at"], case["put"], 1)
    assert _accepted(copy) == expected


@pytest.mark.parametrize("case", LEFT)
def test_what_is_no_change_of_a_run_is_left_as_a_comment(case: dict[str, Any]) -> None:
    data = made(case)
    copy = tracked(read_word(data), [finding(data, case)])
    assert texts(root_of(copy)) == texts(root_of(data))
    assert open_package(copy).has(COMMENTS) == ("put" in case)


@pytest.mark.parametrize("case", BY_NAME)
def test_a_reviewed_copy_is_sound(case: dict[str, Any]) -> None:
    """Ids are there once, the parts are declared, others can open it, and it is always the same."""
    data = made(case)
    found = [finding(data, case)]
    copy = reviewed(read_word(data), found)
    assert copy == reviewed(read_word(data), found)
    for part in (MAIN, COMMENTS):
        changes = [*root_of(copy, part).iter(W + "ins", W + "del", W + "comment")]
        outside = [
            each for each in changes if not any(_is_fallback(a) for a in each.iterancestors())
        ]
        ids = [each.get(W + "id") for each in outside]
        assert len(ids) == len(set(ids))
    package = open_package(copy)
    assert package.content_type(COMMENTS).endswith("wordprocessingml.comments+xml")
    kinds = [relation.kind for relation in package.relationships(package.main).values()]
    assert kinds.count("comments") == 1
    assert len(list(docx.Document(BytesIO(copy)).comments)) == 1 + ("comments" in case)


def test_nothing_found_changes_nothing() -> None:
    data = made(CASES[0])
    before, after = open_package(data), open_package(annotated(read_word(data), []))
    assert [(part, after.read(part)) for part in after.names] == [
        (part, before.read(part)) for part in before.names
    ]


def test_new_text_looks_like_the_text_it_replaces() -> None:
    copy = tracked(read_word(made(CASES[1])), [finding(made(CASES[1]), CASES[1])])
    (inserted,) = root_of(copy).iter(W + "ins")
    assert inserted.find(f"{W}r/{W}rPr/{W}b") is not None


def test_of_two_fixes_that_overlap_the_first_is_made() -> None:
    case = CASES[0]
    data = made(case)
    one = finding(data, case | {"at": "3％", "put": "三成"})
    two = finding(data, case | {"at": "％。", "put": "%。"})
    copy = tracked(read_word(data), [one, two])
    assert texts(settled(root_of(copy), "accept")) == ["全年播种12万亩，增长三成。"]
    assert len(root_of(copy, COMMENTS)) == 1


def test_unsafe_fixes_are_made_when_asked_for() -> None:
    case = CASES[0]
    data = made(case)
    safe = finding(data, case)
    assert safe.fix is not None
    unsafe = Finding(
        *(
            getattr(safe, name)
            for name in (
                "code",
                "name",
                "severity",
                "message",
                "path",
                "line",
                "column",
                "end_line",
                "end_column",
                "excerpt",
            )
        ),
        Fix(False, safe.fix.edits),
        "",
    )
    assert texts(settled(root_of(tracked(read_word(data), [unsafe])), "accept")) == texts(
        root_of(data)
    )
    made_anyway = tracked(read_word(data), [unsafe], unsafe=True)
    assert texts(settled(root_of(made_anyway), "accept")) == case["after"]


def test_a_finding_on_no_paragraph_is_a_comment_on_the_first() -> None:
    data = made(CASES[0])
    whole = Finding("T001", "n", Severity.ERROR, "缺少落款", "-", 0, 0, 0, 0, "", None, "")
    copy = annotated(read_word(data), [whole], "en")
    assert marked(root_of(copy), "0") == "全年播种12万亩，增长3％。"
    assert "[error] T001" in texts(root_of(copy, COMMENTS))[0]


def test_a_file_without_text_takes_a_comment() -> None:
    data = word_file("<w:p><w:pPr/></w:p>")
    whole = Finding("T001", "n", Severity.ERROR, "没有内容", "-", 1, 1, 1, 1, "", None, "")
    root = root_of(annotated(read_word(data), [whole]))
    assert [child.tag.removeprefix(W) for child in next(root.iter(W + "p"))] == [
        "pPr",
        "commentRangeStart",
        "commentRangeEnd",
        "r",
    ]


def test_a_strict_file_stays_one() -> None:
    strict = {
        part: text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for part, text in BASE.items()
    }
    data = package({part: text.encode() for part, text in strict.items()})
    copy = open_package(reviewed(read_word(data), [finding(data, {"at": "12", "put": "13"})]))
    for part in copy.names:
        assert b"openxmlformats.org/officeDocument" not in copy.read(part)
        assert b"openxmlformats.org/wordprocessingml" not in copy.read(part)
    assert copy.strict
    assert "13万亩" in transcript_of(read_word(copy.rewritten({}))).source.text


def _accepted(data: bytes) -> str:
    """The lines that the reader takes for text."""
    transcript = transcript_of(read_word(data))
    lines = zip(transcript.source.lines, transcript.origins, strict=True)
    return "\n".join(line for line, origin in lines if origin.kind in ("body", "table", "note"))


def _is_fallback(element: etree._Element) -> bool:
    return etree.QName(element).localname == "Fallback"


def _looks(root: etree._Element) -> list[tuple[str, bytes]]:
    """Every character with the properties of its run."""
    found = []
    for run in root.iter(W + "r"):
        properties = run.find(W + "rPr")
        look = b"" if properties is None else etree.tostring(properties)
        found += [(char, look) for text in run.findall(W + "t") for char in text_of(text)]
    return found
