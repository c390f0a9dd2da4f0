"""House styles on the rendered page: as many lines and characters as the layout says."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from converter import parse
from converter.layout.house import load
from converter.writers import Setting
from converter.writers.pdf import render
from tests.tools.measure import Page, measure
from tests.tools.places import FIXTURES

SAMPLES = FIXTURES / "layouts"
_GRIDS = {
    "lines.toml": "[grid]\nlines = 20\n",
    "pitch.toml": "[grid]\nline_pitch = 30\n",
    "characters.toml": "[grid]\ncharacters = 26\n",
    "margins.toml": "[page]\ntop = 30\nbottom = 28\nleft = 25\nright = 25\n",
    "size.toml": '[styles.body]\nsize = "四号"\n[grid]\nline_pitch = 26\n',
}


@pytest.mark.parametrize("name", [*_GRIDS, "yunling.toml", "hewan.json"])
def test_full_pages_have_the_lines_and_characters_of_the_layout(
    name: str, standin_fonts: None, tmp_path: Path
) -> None:
    if name in _GRIDS:
        (tmp_path / name).write_text(_GRIDS[name], "utf-8")
    layout = load(name, tmp_path if name in _GRIDS else SAMPLES)
    (document,) = parse("县水务局2024年工作总结\n\n" + "永" * 3000 + "。\n")
    path = tmp_path / "a.pdf"
    path.write_bytes(render(document, Setting(layout)))
    page = measure(path)[1]
    lines = [line for line in page.lines if "永" in line.text]
    assert len(lines) == layout.grid.lines
    assert {len(line.text) for line in lines} == {layout.grid.characters}
    for above, below in pairwise(lines):
        assert below.baseline - above.baseline == pytest.approx(layout.grid.line_pitch.mm, abs=0.02)
    # The second page's binding margin is on its right where the layout says so.
    left = layout.page.right if layout.mirror else layout.page.left
    assert min(line.left for line in lines) == pytest.approx(left.mm, abs=0.3)
    assert max(line.right for line in lines) < (left + layout.page.text_width).mm + 0.1
    _check_number(page, layout.page.text_height.mm + layout.page.top.mm)


def _check_number(page: Page, foot: float) -> None:
    """The number stands 7 mm below the text area (7.5), however low that ends."""
    (number,) = [line for line in page.lines if "永" not in line.text]
    assert number.text.replace("—", "").strip() == "2"
    assert 7 < number.baseline - foot < 10.5
