"""A style that is off is one finding, however many paragraphs have it, and however the deviation
is written: what counts is how the text looks in the end."""

import io
import re
import zipfile

import pytest

from converter.commands.planted import findings_in_word, layout_of, replaced, sample
from converter.linter.form.words import points, size_words
from converter.linter.indexing import defined
from converter.linter.ruleset import Ruleset
from tests.cases import cases

FORM = Ruleset(tuple(rule for _, rule in defined() if rule.sample is not None))
STYLES = "word/styles.xml"


def with_styles(key: str, names: str, old: str, new: str) -> bytes:
    """A sample in whose styles of these ids the old text is the new one."""
    data = sample(key)
    for name in names.split("+"):
        own = re.search(
            rf'<w:style [^>]*w:styleId="{name}">.*?</w:style>', styles_of(data), re.DOTALL
        )
        assert own and old in own.group(), name
        data = replaced(data, STYLES, own.group(), own.group().replace(old, new))
    return data


def styles_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(STYLES).decode()


@pytest.mark.parametrize(("given", "expected"), cases("styles", "check"))
def test_styles(given: str, expected: str) -> None:
    key, names, change = given.split(" ", 2)
    old, new = change.split("→")
    found = findings_in_word(with_styles(key, names, old, new), FORM, layout_of(key))
    assert [one.name for one in found] == ([] if expected == "无" else [expected]), [
        one.message for one in found
    ]


@pytest.mark.parametrize(
    ("grid", "spacing", "expected"),
    [
        ('w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"', 0, []),
        ('w:type="linesAndChars" w:linePitch="579" w:charSpace="0"', 0, ["characters-per-line"]),
        ('w:type="snapToChars" w:linePitch="579" w:charSpace="-849"', 0, []),
        ('w:type="lines" w:linePitch="579" w:charSpace="-849"', 0, ["characters-per-line"]),
        ('w:type="lines" w:linePitch="579"', -5, []),
        ('w:type="lines" w:linePitch="312"', -5, ["line-pitch"]),
        ('w:linePitch="579"', -5, ["line-pitch"]),
    ],
)
def test_grids(grid: str, spacing: int, expected: list[str]) -> None:
    """Word's own grid in the place of a fixed pitch and of the spacing of characters."""
    data = replaced(sample("report"), "word/document.xml", 'w:type="lines" w:linePitch="579"', grid)
    for old, new in (
        ('w:line="579" w:lineRule="exact"', 'w:line="240" w:lineRule="auto"'),
        ('<w:snapToGrid w:val="0"/>', "<w:snapToGrid/>"),
        ('<w:spacing w:val="-5"/>', f'<w:spacing w:val="{spacing}"/>'),
    ):
        data = replaced(data, STYLES, old, new)
    own = ("line-pitch", "characters-per-line", "blank-line-height")
    found = [one.name for one in findings_in_word(data, FORM, "report") if one.name in own]
    assert found == expected


@pytest.mark.parametrize(
    ("half_points", "expected"), [(32, "三号"), (44, "二号"), (21, "五号"), (34, "17 磅")]
)
def test_sizes_in_words(half_points: int, expected: str) -> None:
    assert size_words(half_points).zh == expected
    assert points(579) == "28.95"
