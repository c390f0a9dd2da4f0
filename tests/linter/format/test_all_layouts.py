"""Our own files are in form: every draft in every layout, whatever its metadata ask for, house
styles among them."""

from pathlib import Path

import pytest

from converter.commands.planted import findings_in_word
from converter.inputs import parse
from converter.layout.gbt9704 import LAYOUTS
from converter.layout.house import load
from converter.linter.indexing import defined
from converter.linter.ruleset import Ruleset
from converter.profiles.choice import Choice
from converter.writers import FORMATS, Setting
from tests.tools.places import FIXTURES

FORM = Ruleset(tuple(rule for _, rule in defined() if rule.sample is not None))
HOUSES = [str(path) for path in (FIXTURES / "layouts").iterdir() if path.suffix != ".case"]
OTHERS = {
    "grid.toml": 'extends = "official"\n[grid]\nkind = "characters"\n',
    "bold.toml": 'extends = "report"\n[fonts]\nlatin = "Times New Roman"\n'
    '[styles.heading_2]\nbold = true\n[styles.body]\nalign = "left"\n',
    "small.toml": 'extends = "report"\n[grid]\nlines = 30\ncharacters = 35\n'
    '[styles.body]\nsize = "小四"\n[styles.title]\nsize = "三号"\n'
    '[styles.attachment_title]\nsize = "三号"\n',
}
"""Further ones: Word's grid of characters, a font for Western letters, more lines on a page."""
DRAFTS = sorted([*(FIXTURES / "reports").glob("*.txt"), *(FIXTURES / "layout").glob("*.txt")])
OF_THE_TEXT = {
    "bound-attachments": {"attachment-label-mark", "attachment-title-words"},
}
"""Drafts whose text is not as it should be, in whichever layout it is set."""
OF_THE_KIND = {"letter-mark", "letter-imprint", "order-mark", "minutes-mark"}
"""What is told of a text that is set in the layout of another kind of document."""


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_drafts(path: Path, tmp_path: Path) -> None:
    document = parse(str(path), path.read_bytes(), Choice()).documents[0]
    for name, text in OTHERS.items():
        (tmp_path / name).write_text(text, "utf-8")
    for layout in (*LAYOUTS, *HOUSES, *(str(tmp_path / name) for name in OTHERS)):
        setting = Setting(layout=load(layout), folder=path.parent)
        file = FORMATS["docx"].renderer()(document, setting)
        found = {one.name: one.message for one in findings_in_word(file, FORM, layout)}
        excused = OF_THE_TEXT.get(path.stem, set()) | OF_THE_KIND
        assert {name: found[name] for name in found if name not in excused} == {}, layout
