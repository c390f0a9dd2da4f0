"""The parts of a Word file: found as the packaging conventions say, however they are spelled."""

import zipfile
from io import BytesIO

import docx
import pytest

from converter.errors import InputError
from converter.word.limits import Limits
from converter.word.package import Package, open_package
from tests.word.hostile import BASE, package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def opened(changes: dict[str, str | bytes] | None = None, limits: Limits | None = None) -> Package:
    """The plain package with some parts changed or added."""
    parts = {part: text.encode("utf-8") for part, text in BASE.items()}
    for part, value in (changes or {}).items():
        parts[part] = value if isinstance(value, bytes) else value.encode("utf-8")
    return open_package(package(parts), "总结.docx", limits or Limits())


def relationships(*entries: str) -> str:
    """A relationships part with these entries."""
    inside = "".join(f"<Relationship {entry}/>" for entry in entries)
    return f'<Relationships xmlns="{RELATIONSHIPS}">{inside}</Relationships>'


def test_the_parts_are_there() -> None:
    found = opened({"word/media/image1.png": b"\x89PNG"})
    assert found.main == "word/document.xml"
    assert found.names == (*BASE, "word/media/image1.png")
    assert found.read("word/media/image1.png") == b"\x89PNG"
    assert found.content_type("word/media/IMAGE1.png") == "image/png"
    assert found.content_type("word/media/image1.emf") == ""
    assert found.xml(found.main)[0].tag == W + "body"
    assert found.xml(found.main) is found.xml("/Word/Document.XML")


def test_names_are_told_apart_without_case_and_codes() -> None:
    found = opened({"word/media/图片 1.png": b"x"})
    for spelled in ("/word/MEDIA/图片 1.png", "word/media/%E5%9B%BE%E7%89%87%201.PNG"):
        assert found.has(spelled)
        assert found.read(spelled) == b"x"
    assert not found.has("word/media/图片2.png")
    with pytest.raises(InputError, match="缺少部件 word/styles"):
        found.read("word/styles.xml")


def test_the_main_part_is_the_one_that_the_package_names() -> None:
    types = BASE["[Content_Types].xml"].replace("/word/document.xml", "/Doc/Main.xml")
    main = relationships(f'Id="a" Type="{OFFICE}officeDocument" Target="/doc/main.xml"')
    found = opened({"[Content_Types].xml": types, "_rels/.rels": main, "doc/main.xml": "<a/>"})
    assert found.main == "doc/main.xml"
    assert found.xml(found.main).tag == "a"


@pytest.mark.parametrize(
    ("target", "mode", "resolved", "external"),
    [
        ("styles.xml", "", "word/styles.xml", False),
        ("/word/styles.xml", "", "word/styles.xml", False),
        ("../customXml/item1.xml", "", "customXml/item1.xml", False),
        ("./media/../styles.xml", "", "word/styles.xml", False),
        ("media\\image1.png", "", "word/media/image1.png", False),
        ("media/%E5%9B%BE.png", "", "word/media/图.png", False),
        ("DOCUMENT.xml#top", "", "word/document.xml", False),
        ("NULL", "", "word/NULL", False),
        ("https://example.invalid/a?b=c", "External", "https://example.invalid/a?b=c", True),
        ("file:///C:/图.png", "External", "file:///C:/图.png", True),
        ("http://example.invalid/", "", "http://example.invalid/", True),
        ("#附件", "", "#附件", True),
        ("../../../etc/passwd", "External", "../../../etc/passwd", True),
    ],
)
def test_a_target_is_seen_from_its_part(
    target: str, mode: str, resolved: str, external: bool
) -> None:
    entry = f'Id="rId7" Type="{OFFICE}image" Target="{target}"' + (
        f' TargetMode="{mode}"' if mode else ""
    )
    found = opened({"word/_rels/document.xml.rels": relationships(entry)})
    relationship = found.relationships(found.main)["rId7"]
    assert (relationship.target, relationship.external) == (resolved, external)
    assert relationship.kind == "image"


def test_relationships_that_word_leaves_out_are_left_out() -> None:
    entries = ('Id="a" Target="x.xml"', 'Target="y.xml"', 'Id="b"', 'Id="a" Target="z.xml"')
    found = opened({"word/_rels/document.xml.rels": relationships(*entries)})
    assert [r.target for r in found.relationships(found.main).values()] == ["word/x.xml"]
    assert found.relationships("word/x.xml") == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_strict_files_are_given_as_transitional(encoding: str) -> None:
    strict = {
        "word/document.xml": f'<?xml version="1.0" encoding="{encoding}"?>'
        + '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
        + '<w:t xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" r:id="a">见'
        + "http://purl.oclc.org/ooxml/wordprocessingml/main</w:t></w:document>",
        "_rels/.rels": relationships(
            'Id="a" Target="word/document.xml"'
            ' Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"',
            'Id="b" Target="docProps/app.xml"'
            ' Type="http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties"',
        ),
    }
    found = opened({part: text.encode(encoding) for part, text in strict.items()})
    assert found.strict
    root = found.xml(found.main)
    assert root.tag == W + "document"
    assert root[0].get(f"{{{OFFICE[:-1]}}}id") == "a"
    assert root[0].text == "见http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert found.relationships("")["b"].type == OFFICE + "extended-properties"
    assert not opened().strict


def test_a_copy_differs_in_what_is_changed_only() -> None:
    made = BytesIO()
    docx.Document().save(made)
    before = open_package(made.getvalue())
    changes = {"Word/Document.xml": b"<a/>", "word/comments.xml": b"<b/>"}
    copy = before.rewritten(changes)
    after = open_package(copy)
    assert after.names == (*before.names, "word/comments.xml")
    for part in before.names:
        assert after.read(part) == (b"<a/>" if part == before.main else before.read(part))
    assert after.read("word/comments.xml") == b"<b/>"
    assert copy == before.rewritten(changes)
    with zipfile.ZipFile(BytesIO(copy)) as archive:
        assert archive.testzip() is None


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        (Limits(depth=4), "元素嵌套超过 4 层"),
        (Limits(nodes=5), "元素超过 5 个"),
        (Limits(parts=3), "内含文件超过 3 个"),
        (Limits(unpacked=0), "解压后的 XML 超过 0 MiB"),
        (Limits(media=0), "解压后超过 0 MiB"),
    ],
)
def test_limits_can_be_set(limits: Limits, says: str) -> None:
    picture: dict[str, str | bytes] = {"word/media/image1.png": b"x"}
    assert opened(picture).xml("word/document.xml") is not None
    with pytest.raises(InputError, match=says):
        opened(picture, limits).xml("word/document.xml")


def test_folders_in_the_archive_are_no_parts() -> None:
    assert opened({"word/": b"", "word/media/": b""}).names == tuple(BASE)


def test_embedded_objects_are_not_opened() -> None:
    assert opened({"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0"}).main
