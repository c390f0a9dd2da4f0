"""Which element each paragraph is, whatever style it has; which layout a file is of; which class of
type a font is."""

import pytest

from converter.commands.planted import looked_at, replaced, sample
from converter.layout.gbt9704 import STYLES
from converter.linter.form.fonts import class_of, is_of
from converter.linter.form.kind import kind_of
from converter.linter.samples import SAMPLES
from tests.cases import cases

MAIN = "word/document.xml"
SAMPLES_LAYOUTS = {"upward": "official"}
"""The layouts of samples that are not called after them."""


def swapped(key: str, swap: str) -> bytes:
    """A sample in which what has one style has another one."""
    if swap == "-":
        return sample(key)
    old, new = (f'Style w:val="{name}"/>' for name in swap.split("→"))
    return replaced(sample(key), MAIN, old, new)


@pytest.mark.parametrize(("given", "expected"), cases("elements", "check"))
def test_elements(given: str, expected: str) -> None:
    key, swap, words = given.split(" ")
    _, form = looked_at(swapped(key, swap), SAMPLES_LAYOUTS.get(key, key))
    found = next(item for item in form.items if words in item.text)
    assert "+".join(stretch.element for stretch in found.stretches) == expected
    text = "".join(found.text[stretch.start : stretch.end] for stretch in found.stretches)
    assert text == found.text


@pytest.mark.parametrize("key", SAMPLES)
def test_kinds(key: str) -> None:
    documents, form = looked_at(sample(key))
    found = kind_of(form.word, form.transcript, documents)
    assert found == form.layout.kind == SAMPLES_LAYOUTS.get(key, key)


@pytest.mark.parametrize("key", SAMPLES)
def test_every_element_has_a_style(key: str) -> None:
    _, form = looked_at(sample(key))
    for item, stretch in form.stretches():
        assert form.expected(stretch.element).size.pt > 0, item.text
    assert {item.index for item in form.items} == set(range(len(form.items)))


@pytest.mark.parametrize(("given", "expected"), cases("fonts", "check"))
def test_fonts(given: str, expected: str) -> None:
    assert (class_of(given) or "无") == expected


def test_fonts_of_a_layout() -> None:
    """Its own names count, known or not; fonts of its class do, too; no other."""
    assert is_of("方正仿宋简体", STYLES.body.font)
    assert not is_of("宋体", STYLES.body.font)
    assert not is_of("", STYLES.body.font)
    assert is_of("STZhongsong", STYLES.title.font)
