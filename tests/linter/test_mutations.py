"""A report that is in order gives no finding; one change to it gives the finding it calls for; a
change that is no fault gives none."""

import tomllib
from typing import Any

import pytest

from converter.findings import Finding
from converter.inputs import parse, source_of
from converter.linter.ruleset import standard
from converter.linting import findings_in
from converter.profiles.choice import Choice
from tests.tools.places import FIXTURES

FOLDER = FIXTURES / "lint"
BASES = sorted((FOLDER / "in-order").glob("*.txt"))
MUTATIONS = tomllib.loads((FOLDER / "mutations.toml").read_text("utf-8"))["mutation"]
FAULTS = [item for item in MUTATIONS if "rule" in item]
HARMLESS = [item for item in MUTATIONS if "rule" not in item]


def findings(data: bytes) -> list[Finding]:
    """All findings of the rules that are on by default."""
    documents = parse("-", data, Choice()).documents
    return findings_in(documents, Choice(), standard(), source=source_of("-", data))


def mutated(item: dict[str, Any]) -> str:
    """The base report with the change made."""
    text = (FOLDER / "in-order" / f"{item['base']}.txt").read_text("utf-8")
    if "cut" in item:
        start, end = (text.index(mark) for mark in item["cut"])
        text = text[:start] + text[end:]
    if "swap" in item:
        one, two, end = (text.index(mark) for mark in item["swap"])
        text = text[:one] + text[two:end] + text[one:two] + text[end:]
    for change in (item, item.get("then", {})):
        if "find" in change:
            assert text.count(change["find"]) == 1, change["find"]
            text = text.replace(change["find"], change["put"])
    return text


def named(item: dict[str, Any]) -> str:
    return str(item["name"])


@pytest.mark.parametrize("path", BASES, ids=lambda path: path.stem)
def test_a_report_in_order_gives_no_finding(path: Any) -> None:
    assert findings(path.read_bytes()) == []


@pytest.mark.parametrize("item", FAULTS, ids=named)
def test_a_fault_is_found(item: dict[str, Any]) -> None:
    text = mutated(item)
    found = [finding for finding in findings(text.encode()) if finding.name == item["rule"]]
    assert found, [(finding.name, finding.line) for finding in findings(text.encode())]
    if "at" in item:
        lines = {finding.line for finding in found}
        assert 1 + text[: text.index(item["at"])].count("\n") in lines


@pytest.mark.parametrize("item", HARMLESS, ids=named)
def test_what_is_no_fault_is_not_reported(item: dict[str, Any]) -> None:
    assert findings(mutated(item).encode()) == []


def test_there_are_enough_kinds() -> None:
    assert len(FAULTS) >= 40
    assert len({item["rule"] for item in FAULTS}) >= 30


@pytest.mark.parametrize("path", BASES, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.encode("gb18030"), id="gb18030"),
        pytest.param(lambda text: text.encode("utf-16"), id="utf-16"),
        pytest.param(lambda text: text.encode("utf-8-sig"), id="byte-order-mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(lambda text: text.replace("\n", "\r").encode(), id="cr"),
        pytest.param(lambda text: text.replace("\n\n", "\n").encode(), id="no-blank-lines"),
        pytest.param(lambda text: text.replace("\n", "\n\n").encode(), id="blank-lines"),
        pytest.param(lambda text: text.replace("\n", "  \n").encode(), id="trailing-blanks"),
        pytest.param(lambda text: text.rstrip("\n").encode(), id="no-last-line-end"),
        pytest.param(
            lambda text: "\n".join("　　" + s if s else s for s in text.split("\n")).encode(),
            id="indent",
        ),
    ],
)
def test_the_form_of_the_file_is_no_fault(path: Any, change: Any) -> None:
    assert findings(change(path.read_text("utf-8"))) == []
