"""What is written otherwise than our own writer does and means the same brings no finding."""

import re
import tomllib
from typing import Any

import pytest

from tests.linter.format.test_deviations import MAIN, findings, packed, parts, said_of_text
from tests.tools.places import FIXTURES

HARMLESS = tomllib.loads((FIXTURES / "check" / "harmless.toml").read_text("utf-8"))["harmless"]
LAYOUTS = [
    f"layout/{name}" for name in ("official", "upward", "letter", "order", "minutes", "report")
]
CASES = [(item, sample) for item in HARMLESS for sample in item.get("samples", LAYOUTS)]


def rewritten(item: dict[str, Any], sample: str) -> bytes:
    """The sample with all that a variant changes."""
    content = dict(parts(sample))
    changes = item.get("changes") or [[item["find"], item["put"]]]
    for find, put in changes:
        count = 0
        for name in content:
            if re.fullmatch(item.get("part", re.escape(MAIN)), name):
                text, own = re.subn(find, put, content[name].decode(), flags=re.DOTALL)
                content[name], count = text.encode(), count + own
        assert count or "changes" in item, find
    assert content != parts(sample)
    return packed(content)


@pytest.mark.parametrize(
    ("item", "sample"),
    CASES,
    ids=lambda each: str(each["name"] if isinstance(each, dict) else each),
)
def test_harmless_variants_bring_nothing(item: dict[str, Any], sample: str) -> None:
    known = said_of_text(sample)
    found = [(one.name, one.message) for one in findings(rewritten(item, sample), sample)]
    assert [one for one in found if one not in known] == []
