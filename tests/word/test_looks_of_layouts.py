"""Files that this program wrote: every paragraph looks as its style is said to in the layout."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from converter import parse, render
from converter.layout.gbt9704 import LAYOUTS
from converter.layout.table import Layout, TextStyle
from converter.word.model import Block, Paragraph, Run, WordFile
from converter.word.properties import child, local, value
from converter.word.reading import read_word
from converter.writers.docx.looks import LATIN_ID, Looks, looks_of
from tests.tools.places import FIXTURES

REPORTS = sorted((FIXTURES / "reports").glob("*.txt"))
FIELDS = {
    "before": "spacing",
    "after": "spacing",
    "line": "spacing",
    "line_rule": "spacing",
    "left": "ind",
    "right": "ind",
    "first_line": "ind",
    "align": "jc",
    "keep_next": "keepNext",
}
"""Fields of a paragraph's look, and the property that says them directly."""
RUN_FIELDS = {
    "east_asia": "rFonts",
    "size": "sz",
    "bold": "b",
    "colour": "color",
    "spacing": "spacing",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_paragraphs_look_as_their_styles(name: str) -> None:
    looks, seen = looks_of(LAYOUTS[name]), 0
    for path in REPORTS:
        document = parse(path.read_bytes())[0]
        data = render(document, "docx", layout=name, folder=path.parent)
        for paragraph in paragraphs(read_word(data, path.name)):
            assert_looks(paragraph, looks, path)
            seen += 1
    assert seen > 500


def test_the_rules_of_a_letter_are_drawn_lines() -> None:
    layout = LAYOUTS["letter"]
    document = parse((FIXTURES / "reports/complete.txt").read_bytes())[0]
    lines = read_word(render(document, "docx", layout=layout.name)).lines
    strokes = [rule.strokes for rule in (layout.head.rule, layout.head.foot_rule) if rule]
    assert len(strokes) == 2
    assert [line.weight for line in lines] == [w.emu for rule in strokes for _, w in rule]
    for line in lines:
        assert abs(line.length - layout.head.rule_width.emu) < 635
        assert (line.relative_from, line.colour) == (("page", "page"), "FF0000")


def paragraphs(word: WordFile) -> Iterator[Paragraph]:
    """All of a file's paragraphs, also those of notes, headers, tables and text boxes."""
    stories = [word.blocks, *(note.blocks for note in word.notes)]
    stories += [footer.blocks for section in word.sections for footer in section.footers]
    for story in stories:
        yield from _paragraphs(story)


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            for run in block.runs:
                for box in run.boxes:
                    yield from _paragraphs(box.blocks)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)


def assert_looks(paragraph: Paragraph, looks: Looks, path: Path) -> None:
    """A paragraph's look and those of its runs are those of its style, but for what it says
    directly."""
    style = next(look.style for look in looks.all() if look.id == paragraph.style)
    where = f"{path.name}, {paragraph.number}: {paragraph.text[:20]}"
    expected, look = of_paragraph(style), paragraph.look
    for field, said_by in FIELDS.items():
        if said_by not in look.direct:
            assert getattr(look, field) == expected[field], f"{where}: {field}"
    assert look.outline == style.outline, where
    assert not (look.widow_control or look.overflow_punct or look.auto_space_de), where
    for run in paragraph.runs:
        assert_run_looks(run, style, looks, where)


def assert_run_looks(run: Run, style: TextStyle, looks: Looks, where: str) -> None:
    properties = child(run.element, "rPr")
    named = value(child(properties, "rStyle"))
    note = looks[looks.layout.styles.footnote].run_id
    if named == note:
        assert run.look.vertical == "superscript", where
    elif named:
        style = next((look.style for look in looks.all() if look.run_id == named), style)
    said = {local(each) for each in properties} if properties is not None else set()
    expected = of_run(style, looks.layout)
    found = {
        "east_asia": run.look.fonts.east_asia,
        **{name: getattr(run.look, name) for name in ("size", "bold", "colour", "spacing")},
    }
    for field, said_by in RUN_FIELDS.items():
        if said_by not in said:
            assert found[field] == expected[field], f"{where}: {field} of {run.text[:20]}"
    assert named != LATIN_ID or run.look.fonts.ascii == looks.latin, where


def of_paragraph(style: TextStyle) -> dict[str, object]:
    """What a style says of paragraphs, in the terms of :class:`ParagraphLook`."""
    pitch = style.line_pitch.twips
    return {
        "before": style.before * pitch,
        "after": style.after * pitch,
        "line": pitch,
        "line_rule": "exact" if style.exact else "atLeast",
        "left": (style.size * style.left).twips,
        "right": (style.size * style.right).twips,
        "first_line": (style.size * (style.first_line - style.hanging)).twips,
        "align": style.align,
        "keep_next": style.keep_next,
    }


def of_run(style: TextStyle, layout: Layout) -> dict[str, object]:
    """What a style says of characters, in the terms of :class:`RunLook`."""
    spaced = layout.grid.kind == "lines"
    return {
        "east_asia": style.font.name,
        "size": style.size.half_points,
        "bold": style.bold,
        "colour": style.colour,
        "spacing": style.spacing.twips if spaced else 0,
    }
