"""House styles as files: what they change, what they keep together, what they are told."""

import json
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from converter import schema
from converter.errors import LayoutError
from converter.layout.gbt9704 import FANGSONG, LAYOUTS, LETTER, OFFICIAL, REPORT
from converter.layout.house import keys, load
from converter.layout.table import Layout, Rule, TextStyle
from converter.layout.units import Length, mm, pt, twips
from tests.cases import cases
from tests.tools.places import FIXTURES, ROOT

SAMPLES = FIXTURES / "layouts"
PAGE = ROOT / "docs" / "layouts.md"


def layout(text: str, folder: Path, name: str = "case.toml") -> Layout:
    """The layout of a file with that text."""
    (folder / name).write_text(text, "utf-8")
    return load(name, folder)


def fault(text: str, folder: Path, name: str = "case.toml") -> str:
    """What a wrong file is told, as one line."""
    with pytest.raises(LayoutError) as raised:
        layout(text, folder, name)
    line = raised.value.line()
    assert "\n" not in line and "\n" not in raised.value.line("en")
    return line


# ---- what is told ---------------------------------------------------------


@pytest.mark.parametrize("given, told", cases("faults", "layouts"))
def test_a_wrong_file_is_told_file_key_and_remedy(given: str, told: str, tmp_path: Path) -> None:
    line = fault(given.replace(" ⏎ ", "\n"), tmp_path)
    rest = line.removeprefix("case.toml").removeprefix(": ").removeprefix("：")
    assert rest.startswith(told)


def test_an_unknown_name_is_told_the_nearest_and_all() -> None:
    with pytest.raises(LayoutError) as raised:
        load("lettre")
    line = raised.value.line()
    assert line.startswith("lettre：没有这个版式；是不是 letter？")
    assert all(name in line for name in LAYOUTS)


@pytest.mark.parametrize("name", ["a.toml", "文件夹/a.yaml", "a.json", "a.YML"])
def test_a_missing_file_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(LayoutError) as raised:
        load(name, tmp_path)
    assert raised.value.line() == f"{name}：没有这个版式文件"


@pytest.mark.parametrize(
    "name, text, told",
    [
        ("a.yaml", "grid:\n  lines: 22\n   characters: 28\n", "a.yaml:3：不是正确的 YAML"),
        (
            "a.yaml",
            "mirror: true\nmirror: false\n",
            "a.yaml:2：不是正确的 YAML（“mirror”写了两次）",
        ),
        ("a.yaml", "page: &p {top: 37}\ngrid: *p\n", "a.yaml:2：不是正确的 YAML（版式文件里不用"),
        ("a.yaml", "? [a]\n: 1\n", "a.yaml:1：不是正确的 YAML（键要是文字）"),
        ("a.yaml", "name: 2024\n", "a.yaml: name：不能是 2024；应为文字"),
        (
            "a.yaml",
            "ending: {seal: no}\n",
            "a.yaml: ending.seal：不能是 false；应为 none、blank 之一",
        ),
        ("a.yaml", "- 1\n", "a.yaml：YAML 的最外层要是一组键"),
        ("a.json", '{"mirror": tru}', "a.json:1：不是正确的 JSON"),
        (
            "a.json",
            '{"mirror": true, "mirror": true}',
            "a.json：不是正确的 JSON（“mirror”写了两次）",
        ),
        ("a.json", '{"page": {"top": NaN}}', "a.json：nan 不是数"),
        ("a.json", "[" * 100_000, "a.json：嵌套得太深"),
        ("a.json", " " * 300_000, "a.json：太大，不是版式文件"),
        ("a.toml", "mirror = \x00", "a.toml:1：不是正确的 TOML"),
        ("a.toml", "mirror = true\nname = 'a", "a.toml:2：不是正确的 TOML"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_line(
    name: str, text: str, told: str, tmp_path: Path
) -> None:
    assert fault(text, tmp_path, name).startswith(told)


def test_a_key_that_needs_quotes_is_told_so(tmp_path: Path) -> None:
    assert '[styles."一级标题"]' in fault("[styles.一级标题]\nbold = true", tmp_path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    with pytest.raises(LayoutError, match="读不了版式文件"):
        load("a.toml", tmp_path)


def test_a_circle_of_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('extends = "b.yaml"')
    (tmp_path / "b.yaml").write_text("extends: ./a.toml")
    with pytest.raises(LayoutError, match="绕了一圈"):
        load("a.toml", tmp_path)


def test_the_way_to_a_fault_further_up_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text("[grid]\nline = 3")
    told = fault('extends = "b.toml"', tmp_path)
    assert told.startswith("case.toml: extends: b.toml: grid.line：没有这个键；是不是 lines？")


# ---- page, grid and styles agree ------------------------------------------


@pytest.mark.parametrize("given, expected", cases("grids", "layouts"))
def test_lines_and_characters(given: str, expected: str, tmp_path: Path) -> None:
    made = layout(given.replace(" ⏎ ", "\n"), tmp_path)
    grid = made.grid
    found = f"{grid.lines}×{grid.characters} {grid.line_pitch.pt} {grid.character_spacing.pt}"
    assert found == expected
    assert made.page.text_height // grid.line_pitch == grid.lines
    body = made.styles.body
    assert made.page.text_width // body.character == grid.characters
    assert (body.line_pitch, body.spacing) == (grid.line_pitch, grid.character_spacing)


def test_the_standard_written_out_is_the_standard(tmp_path: Path) -> None:
    text = """
        name = "report"
        [page]
        width = 210
        height = 297
        top = 37
        bottom = 35
        left = 28
        right = 26
        [grid]
        lines = 22
        characters = 28
        kind = "lines"
        [fonts]
        fangsong = "仿宋_GB2312"
        "小标宋" = "方正小标宋简体"
        [styles.body]
        font = "仿宋"
        size = "三号"
        first_line = 2
        [styles."公文标题"]
        font = "xiaobiaosong"
        size = 22
        after = 1
        colour = "黑"
        [page_number]
        position = "outer"
        before = "— "
        outer = 1
    """
    assert layout(text, tmp_path) == REPORT


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_file_that_changes_nothing_is_its_base(name: str, tmp_path: Path) -> None:
    made = layout(f'extends = "{name}"', tmp_path)
    assert made == replace(LAYOUTS[name], name="case")


def test_styles_on_the_grid_follow_it_and_others_do_not(tmp_path: Path) -> None:
    made = layout("[grid]\nline_pitch = 30", tmp_path)
    for (key, style), (_, old) in zip(made.styles.items(), REPORT.styles.items(), strict=True):
        on_grid = old.line_pitch == REPORT.grid.line_pitch
        assert style == replace(old, line_pitch=pt(30) if on_grid else old.line_pitch), key
    assert made.styles.title.line_pitch == pt(30)
    assert made.styles.footnote.line_pitch == REPORT.styles.footnote.line_pitch


def test_styles_of_body_size_follow_the_body(tmp_path: Path) -> None:
    made = layout('[styles.body]\nsize = 15\n[styles.heading_1]\nsize = "三号"', tmp_path)
    styles = made.styles
    assert (styles.body.size, styles.date.size, styles.heading_2.size) == (pt(15),) * 3
    assert (styles.heading_1.size, styles.title.size) == (pt(16), pt(22))
    assert styles.copies.size == pt(14)


def test_a_style_of_its_own_leaves_the_grid(tmp_path: Path) -> None:
    made = layout("[grid]\nline_pitch = 28\n[styles.title]\nline_pitch = 33", tmp_path)
    assert (made.styles.title.line_pitch, made.styles.body.line_pitch) == (pt(33), pt(28))


def test_the_page_number_stays_below_the_text(tmp_path: Path) -> None:
    made = layout("[page]\nbottom = 25", tmp_path)
    for old, new in ((REPORT, made),):
        assert new.page.bottom - new.page.footer == old.page.bottom - old.page.footer
    centred = layout('[page]\nbottom = 5\n[page_number]\nposition = "none"', tmp_path)
    assert centred.page_number.position == "none"


def test_a_page_number_of_another_size_keeps_its_character_free(tmp_path: Path) -> None:
    made = layout('[styles.page_number]\nsize = "小四"', tmp_path)
    assert made.page_number.outer == pt(12)
    made = layout('[styles.page_number]\nsize = "小四"\n[page_number]\nouter = 2', tmp_path)
    assert made.page_number.outer == pt(24)


def test_the_head_follows_the_text_area(tmp_path: Path) -> None:
    text = 'extends = "official"\n[page]\ntop = 30\nleft = 25\nright = 25'
    made = layout(text, tmp_path)
    assert made.head and OFFICIAL.head
    assert abs(made.head.mark_top.mm - (30 + 35)) < 0.02
    assert made.head.rule_width == made.page.text_width
    letter = layout('extends = "letter"\n[page]\ntop = 30\nleft = 25\nright = 25', tmp_path)
    assert letter.head and LETTER.head
    assert (letter.head.mark_top, letter.head.rule_width) == (mm(30), mm(170))


def test_rules_of_the_head(tmp_path: Path) -> None:
    without = layout('extends = "official"\n[head]\nrule = false', tmp_path)
    assert without.head and without.head.rule is None
    text = 'extends = "order"\n[head]\nmark_top = 50\nrule = {weight = 2, colour = "c00000"}'
    made = layout(text, tmp_path)
    assert made.head and made.head.rule
    assert made.head.mark_top == mm(50)
    assert (made.head.rule.weight, made.head.rule.colour) == (pt(2), "C00000")


# ---- fonts ----------------------------------------------------------------


def test_a_kind_of_type_is_replaced_in_every_style(tmp_path: Path) -> None:
    made = layout('[fonts]\n"仿宋" = "方正仿宋_GBK"\nlatin = "Times New Roman"', tmp_path)
    names = [font.name for font in made.fonts]
    assert "方正仿宋_GBK" in names and FANGSONG.name not in names
    assert len(names) == len(set(names))
    body = made.styles.body.font
    assert FANGSONG.name in body.alternatives and body.name not in body.alternatives
    assert made.latin and made.latin.name == "Times New Roman"


def test_a_style_names_a_kind_of_type_or_a_font(tmp_path: Path) -> None:
    text = """
        [fonts]
        heiti = ["方正黑体_GBK", "思源黑体"]
        [styles.recipient]
        font = "黑体"
        [styles.date]
        font = "华文中宋"
        [styles.note]
        font = "某单位手写体"
    """
    styles = layout(text, tmp_path).styles
    assert styles.recipient.font == styles.heading_1.font
    assert styles.heading_1.font.alternatives[:2] == ("思源黑体", "黑体")
    # A known font brings its own looks, an unknown one those of what it replaces.
    assert styles.date.font.panose == styles.title.font.panose
    assert styles.note.font.panose == FANGSONG.panose
    assert styles.note.font.alternatives[0] == FANGSONG.name


def test_one_name_is_one_font(tmp_path: Path) -> None:
    made = layout('[fonts]\nkaiti = "仿宋"\nfangsong = "仿宋"\nlatin = "仿宋"', tmp_path)
    assert [font.name for font in made.fonts].count("仿宋") == 1


@pytest.mark.parametrize("name", ["Times New Roman", "Georgia"])
def test_every_font_has_one_that_may_stand_in(name: str, tmp_path: Path) -> None:
    made = layout(f'[fonts]\nlatin = "{name}"', tmp_path)
    assert all(font.alternatives and font.name not in font.alternatives for font in made.fonts)


# ---- samples, schema, page ------------------------------------------------


def test_a_file_extends_a_file() -> None:
    county = load("yunling.toml", SAMPLES)
    bureau = load(str(SAMPLES / "yunling-water.yaml"))
    assert bureau.name == "云岭县水务局公文" and bureau.kind == "official"
    assert bureau.grid == county.grid and bureau.grid.line_pitch == pt(28)
    assert bureau.styles.body.font.name == "方正仿宋_GBK"
    # What was 方正楷体 in the one is 华文楷体 in the other.
    assert county.styles.heading_2.font.name == "方正楷体_GBK"
    assert bureau.styles.heading_2.font.name == "华文楷体"
    assert bureau.styles.heading_2.bold and not REPORT.styles.heading_2.bold
    assert bureau.styles.secrecy.colour == "FF0000"
    assert bureau.latin == county.latin and bureau.latin is not None
    assert bureau.head and bureau.head.largest == pt(44)
    assert (bureau.table.form, bureau.ending.seal) == ("three-line", "none")


def test_a_file_in_json() -> None:
    made = load("hewan.json", SAMPLES)
    assert (made.grid.lines, made.grid.characters) == (24, 30)
    assert made.styles.signature.size == pt(15) and made.styles.heading_1.size == pt(16)
    assert (made.blank_before_title, made.mirror, made.page_number.before) == (1, True, "")
    assert made.page.left == twips(1701)


def test_a_file_in_the_encoding_of_an_old_editor(tmp_path: Path) -> None:
    text = 'name = "云岭县公文"\n[fonts]\nfangsong = "方正仿宋_GBK"\n# 单位自己的字体和行距\n'
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        (tmp_path / "a.toml").write_bytes(text.encode(encoding))
        assert load("a.toml", tmp_path).name == "云岭县公文"


def test_lengths_are_whole_twips_where_word_keeps_twips() -> None:
    for path in SAMPLES.glob("*.*ml"):
        made = load(str(path))
        lengths: list[Length] = [getattr(made.page, field.name) for field in fields(made.page)]
        lengths += [style.line_pitch for _, style in made.styles.items()]
        assert all((length.points * 20).denominator == 1 for length in lengths)


def test_the_published_schema_is_current() -> None:
    text = (ROOT / "schemas" / "layout.schema.json").read_text("utf-8")
    assert text == schema.text_for("layout"), "run make generated"
    assert json.loads(text)["examples"]


def test_the_example_in_the_schema_is_a_layout_file(tmp_path: Path) -> None:
    for number, example in enumerate(json.loads(schema.text_for("layout"))["examples"]):
        name = f"{number}.json"
        assert layout(json.dumps(example), tmp_path, name).name == example["name"]


NOT_IN_FILES = {
    # Names by which users and programs find a style; what makes a heading a heading.
    TextStyle: {"name", "run_in", "keep_next", "exact", "outline"},
    # Set by what is extended, or by the sections of the file.
    Layout: {"name", "kind", "styles", "latin", *keys.SECTIONS},
}


@pytest.mark.parametrize(
    "kind, known",
    [*keys.SECTIONS.values(), (TextStyle, keys.STYLE), (Rule, keys.RULE), (Layout, keys.TOP)],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_field_is_a_key_or_left_out(kind: type, known: dict[str, keys.Key]) -> None:
    names = {field.name for field in fields(kind)}
    assert names == known.keys() | NOT_IN_FILES.get(kind, set())


def _examples() -> list[str]:
    blocks = PAGE.read_text("utf-8").split("```")[1::2]
    return [block.removeprefix("toml\n") for block in blocks if block.startswith("toml\n")]


@pytest.mark.parametrize("text", _examples())
def test_examples_of_the_page_are_layout_files(text: str, tmp_path: Path) -> None:
    assert isinstance(layout(text, tmp_path), Layout)


def test_the_page_names_every_key() -> None:
    page = PAGE.read_text("utf-8")
    known = {key for _, section in keys.SECTIONS.values() for key in section}
    known |= keys.STYLE.keys() | keys.RULE.keys() | keys.TOP.keys() | keys.ROLES.keys()
    known |= {key for key, _ in REPORT.styles.items()}
    missing = sorted(key for key in known if f"`{key}`" not in page)
    assert not missing


def test_a_built_in_name_loads_nothing_heavy() -> None:
    code = (
        "import sys; from converter.layout.house import load; load('official');"
        "print(sorted({'yaml', 'tomllib', 'jsonschema', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("[]\n", "")
