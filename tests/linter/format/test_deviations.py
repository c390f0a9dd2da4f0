"""Our own Word files are in form; one deviation planted into one of them gives exactly the finding
that it calls for, of its severity, at its paragraph."""

import io
import tomllib
import zipfile
from functools import cache
from typing import Any

import pytest

from converter.commands.planted import findings_in_word, with_list
from converter.findings import Finding
from converter.inputs import parse, word_of
from converter.linter.form.items import placed
from converter.linter.indexing import defined
from converter.linter.ruleset import Ruleset, standard
from converter.profiles.choice import Choice
from converter.word.transcript import transcript_of
from converter.writers import FORMATS, Setting
from tests.tools.places import FIXTURES

DEVIATIONS = tomllib.loads((FIXTURES / "check" / "deviations.toml").read_text("utf-8"))["deviation"]
SAMPLES = sorted({item["sample"] for item in DEVIATIONS} | {"layout/awkward"})
MAIN = "word/document.xml"
FORM = tuple(rule for _, rule in defined() if rule.code.startswith("F"))
CHECKED = Ruleset((*standard().rules, *(rule for rule in FORM if not rule.default)))
"""What ``gongwen check`` asks: the rules of ``lint``, and those about form."""


@cache
def parts(sample: str) -> dict[str, bytes]:
    """The parts of the Word file that a draft is set as."""
    data = (FIXTURES / f"{sample}.txt").read_bytes()
    document = parse("-", data, Choice()).documents[0]
    setting = Setting(folder=FIXTURES / "layout")
    file = with_list(FORMATS["docx"].renderer()(document, setting))
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return file.getvalue()


def planted(item: dict[str, Any]) -> bytes:
    """The sample with the deviation in it."""
    content = dict(parts(item["sample"]))
    changes = [[item["find"], item["put"]]] if "find" in item else []
    for find, put, *rest in [*changes, *item.get("changes", [])]:
        every = item.get("every") or "every" in rest
        part = next((name for name in rest if name != "every"), item.get("part", MAIN))
        text = content[part].decode()
        assert find in text if every else text.count(find) == 1, find
        content[part] = text.replace(find, put).encode()
    return packed(content)


def layout_of(sample: str) -> str:
    """The layout that a sample's draft asks for."""
    data = (FIXTURES / f"{sample}.txt").read_bytes()
    return parse("-", data, Choice()).documents[0].elements.layout or "report"


def findings(data: bytes, sample: str) -> list[Finding]:
    return findings_in_word(data, CHECKED, layout_of(sample))


def paragraph_at(data: bytes, words: str) -> int:
    """The paragraph with these words (the one that says nothing else, if there is one), as a line
    of the transcript tells it: of a row of a table the first."""
    word = word_of("稿.docx", data)
    assert word
    paragraphs = [paragraph for paragraph, _ in placed(word)]
    if words == "<picture>":
        found = [p for p in paragraphs if any(run.drawing for run in p.runs)]
    else:
        found = [p for p in paragraphs if p.text == words]
        found += [p for p in paragraphs if words in p.text]
    transcript = transcript_of(word)
    return transcript.paragraph_at(transcript.line_of(found[0].number))


def paragraph_of(data: bytes, finding: Finding) -> int:
    """The paragraph that a finding is at."""
    word = word_of("稿.docx", data)
    assert word
    return transcript_of(word).paragraph_at(finding.line)


@cache
def said_of_text(sample: str) -> frozenset[tuple[str, str]]:
    """What the rules of ``lint`` say of a sample itself."""
    return frozenset((one.name, one.message) for one in findings(packed(parts(sample)), sample))


@pytest.mark.parametrize("sample", SAMPLES)
def test_our_own_files_are_in_form(sample: str) -> None:
    found = findings(packed(parts(sample)), sample)
    assert [(one.name, one.message) for one in found if one.code.startswith("F")] == []


@pytest.mark.parametrize("item", DEVIATIONS, ids=lambda item: str(item["name"]))
def test_one_deviation_is_one_finding(item: dict[str, Any]) -> None:
    data = planted(item)
    known = said_of_text(item["sample"])
    found = [one for one in findings(data, item["sample"]) if (one.name, one.message) not in known]
    assert [(one.name, str(one.severity)) for one in found] == [(item["rule"], item["severity"])], [
        (one.name, one.message) for one in found
    ]
    if "at" in item:
        assert paragraph_of(data, found[0]) == paragraph_at(data, item["at"])


def test_there_are_enough_kinds() -> None:
    assert len(DEVIATIONS) >= 100
    assert len({item["rule"] for item in DEVIATIONS}) >= 60
