"""A seal that has nowhere to go is told."""

import pytest

from converter.metadata.usage import unused
from converter.model.elements import Elements
from converter.model.nodes import Document

SIGNED = ("云岭县水务局",)


@pytest.mark.parametrize(
    ("elements", "told"),
    [
        (Elements(seal="章.png", signatures=SIGNED), False),
        (Elements(seal="none"), False),
        (Elements(seal="章.png"), True),
        (Elements(seal="章.png", signatures=SIGNED, post="局长", signatory="张三"), True),
    ],
)
def test_seal(elements: Elements, told: bool) -> None:
    found = unused(Document(elements=elements), "official", "official")
    assert bool(found and "印章" in found.zh) is told
