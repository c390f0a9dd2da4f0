"""Looks of paragraphs and characters, held against LibreOffice."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from converter.word.model import Border, ParagraphLook, RunLook
from converter.word.numbering import Numbering
from converter.word.package import open_package
from converter.word.properties import W, child
from converter.word.styles import Styles
from tests.tools.office import Office
from tests.tools.places import FIXTURES
from tests.word.open_document import Looks as OfficeLooks
from tests.word.snippets import word_file

DATA = tomllib.loads((FIXTURES / "word/looks/cases.toml").read_text("utf-8"))
CASES = DATA["case"]
PARTS = ("styles", "numbering", "settings")
Found = dict[str, ParagraphLook | RunLook]


def made(case: dict[str, Any]) -> bytes:
    """The file of a case."""
    parts = {name: case[name] for name in PARTS if name in case}
    if case.get("theme"):
        parts["theme"] = DATA["shared"]["theme"]
    return word_file(case["body"], **parts)


def found(case: dict[str, Any]) -> tuple[Found, tuple[str, ...]]:
    """The looks of the paragraph that counts, and the names of its styles."""
    package = open_package(made(case), "looks.docx")
    styles = Styles(package)
    numbering = Numbering(package, styles)
    body = package.xml(package.main)
    place = None
    if "place" in case:
        row, rows, column, columns, *span = case["place"]
        table = styles.table(child(next(body.iter(f"{W}tbl")), "tblPr"))
        place = table.place(row, rows, column, columns, span=span[0] if span else 1)
    paragraph = next(p for p in reversed(list(body.iter(f"{W}p"))) if child(p, "r") is not None)
    properties, run = child(paragraph, "pPr"), child(child(paragraph, "r"), "rPr")
    text = styles.run(run, properties, place)
    look = styles.paragraph(properties, place, numbering, text.size)
    level = numbering.counter().mark(look.numbering)[1] if look.numbering else None
    looks: Found = {
        "paragraph": look,
        "run": text,
        "end": styles.run(child(properties, "rPr"), properties, place),
        "number": styles.mark(level, properties, place),
    }
    return looks, styles.names(styles.style_of(properties))


def plain(value: object) -> object:
    """A value as TOML has it."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    names = getattr(value, "__fields__", None)
    if names is not None:
        return {name: plain(getattr(value, name)) for name in names}
    return value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_looks(case: dict[str, Any]) -> None:
    looks, names = found(case)
    for which, look in looks.items():
        for field, expected in case.get(which, {}).items():
            value = plain(getattr(look, field))
            if isinstance(expected, dict) and isinstance(value, dict):
                value = {name: value[name] for name in expected}
            assert value == expected, f"{which}.{field}"
    assert names == tuple(case.get("names", names))


def test_looks_as_libreoffice_has_them(office: Office, tmp_path: Path) -> None:
    cases = [case for case in CASES if case.get("judged", True)]
    paths = []
    for number, case in enumerate(cases):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(made(case))
    judged = 0
    for case, path in zip(cases, office.convert(paths, "fodt"), strict=True):
        expected = {**case.get("paragraph", {}), **case.get("run", {})}
        looks = OfficeLooks(path.read_bytes()).of_last_text(expected)
        for field in looks.keys() - set(case.get("unjudged", ())):
            judged += 1
            assert looks[field] == expected[field], f"{case['name']}: {field}"
    assert judged > 50


def test_equal_properties_are_settled_once() -> None:
    paragraph = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr></w:r></w:p>'
    package = open_package(word_file(paragraph * 2), "twice.docx")
    styles = Styles(package)
    first, second = package.xml(package.main).iter(f"{W}p")
    assert styles.paragraph(child(first, "pPr")) is styles.paragraph(child(second, "pPr"))
    one, other = (child(child(each, "r"), "rPr") for each in (first, second))
    assert styles.run(one) is styles.run(other)


def test_a_chain_of_thousands_of_styles_is_cut() -> None:
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/>{1}</w:style>'
    based = '<w:basedOn w:val="{}"/>'
    chain = "".join(style.format(n, based.format(n + 1)) for n in range(3000))
    styles = Styles(open_package(word_file("<w:p/>", styles=chain), "chain.docx"))
    names = styles.names("0")
    assert names[:2] == ("0", "1") and 10 < len(names) < 100


@pytest.mark.parametrize("case", DATA["table"], ids=lambda case: case["name"])
def test_table_styles(case: dict[str, Any]) -> None:
    cell = f"<w:tr><w:tc><w:tcPr>{case.get('cell', '')}</w:tcPr><w:p/></w:tc></w:tr>"
    body = f"<w:tbl><w:tblPr>{case['table']}</w:tblPr>{cell}</w:tbl>"
    package = open_package(word_file(body, styles=case["styles"]), "table.docx")
    table = next(package.xml(package.main).iter(f"{W}tbl"))
    style = Styles(package).table(child(table, "tblPr"))
    assert (style.align, style.indent) == (case["align"], case["indent"])
    assert shown(style.borders) == case["borders"]
    own = style.cell_borders(style.place(0, 2, 0, 2), next(table.iter(f"{W}tcPr")))
    assert shown(own) == case.get("cell_borders", [])


def shown(borders: tuple[Border, ...]) -> list[str]:
    """Borders as the cases say them."""
    return [f"{each.side} {each.kind} {each.size} {each.colour}" for each in borders]
