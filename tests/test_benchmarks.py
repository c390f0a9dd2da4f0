"""The benchmark measures what it says: its drafts, its figures, its limits, its peers."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import docx
import pypandoc
import pytest
from docx.oxml.ns import qn

import converter
from benchmarks import chart, figures, material, table, timing
from benchmarks.environment import PEERS, Tool, Tools, office
from benchmarks.results import Measured, Outcome, Results, load, measured
from benchmarks.timing import Failed, Ratio, Sample, Side, quartiles, ratios
from benchmarks.works import STAGES, WORKS, Bench, Comparison, Drafts, Scale, Work
from converter.findings import Severity
from tests.tools.office import office_command
from tests.tools.places import FIXTURES, NODE_DIR, ROOT
from tests.tools.require import require

DRAFT = FIXTURES / "lint" / "in-order" / "water.txt"
LINES = [line for line in DRAFT.read_text("utf-8").splitlines() if line]

# The table "What must hold" of the issue, written once more.
LIMITS = [
    ("one", "pandoc", "time", 1.0),
    ("twenty", "pandoc 调用 20 次", "time", 0.20),
    ("twenty", "python-docx 脚本", "time", 0.45),
    ("twenty", "pandoc（一个进程，Lua 循环）", "time", 0.60),
    ("large", "pandoc", "time", 0.30),
    ("large", "pandoc", "memory", 0.40),
    ("lint", "python -c pass", "time", 7),
    ("tenfold", "gongwen，2 份", "time", 10.5),
    ("workers", "gongwen --jobs 1", "time", 0.55),
    ("stages", "zlib 6 级压缩各自的 document.xml", "time", 12),
    ("memory", "gongwen，3 份", "memory", 1.1),
]

# ---- drafts -------------------------------------------------------------


def test_drafts_are_the_same_on_every_run() -> None:
    assert list(material.reports(4)) == list(material.reports(4))
    assert list(material.reports(2)) == list(material.reports(4))[:2]
    assert material.one_report(5_000) == material.one_report(5_000)
    assert material.one_report(5_000, seed=1) != material.one_report(5_000)


@pytest.mark.parametrize("size", [5_000, 20_000, 300_000])
def test_a_draft_has_the_size_that_is_asked_for(size: int) -> None:
    assert size <= len(material.one_report(size).encode()) < size + 2_500


def test_drafts_differ_from_one_another() -> None:
    drafts = list(material.reports(60))
    assert len({draft.partition("\n")[0] for draft in drafts}) > 55
    paragraphs = [line for draft in drafts for line in draft.split("\n\n") if len(line) > 60]
    assert len(set(paragraphs)) > 0.95 * len(paragraphs)


def test_drafts_are_reports_in_order() -> None:
    for draft in [*material.reports(25), material.one_report(200_000)]:
        (report,) = converter.parse(draft)
        assert [section.role for section in report.sections] == ["summary", "problems", "plan"]
        assert report.signature and report.date and not report.removed
        assert converter.validate(report) == []
        found = converter.lint(report, source=draft)
        assert [item for item in found if item.severity != Severity.INFO] == []


def test_markdown_says_the_same() -> None:
    made = material.markdown("题目\n\n一、总结\n（一）标题\n（二）标题。正文。\n正文\n")
    assert made == "# 题目\n\n## 一、总结\n\n### （一）标题\n\n（二）标题。正文。\n\n正文\n"


def test_own_files_are_taken_again_and_again(tmp_path: Path) -> None:
    own = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path, size in zip(own, (900, 5_200), strict=True):
        path.write_text(path.stem * size, "utf-8")
    drafts = Drafts(tmp_path / "work", own)
    made = sorted(drafts.corpus(5).iterdir())
    assert [path.read_text("utf-8")[0] for path in made] == list("ababa")
    assert drafts.report().read_text("utf-8")[0] == "b"


# ---- figures ------------------------------------------------------------


def test_quartiles() -> None:
    assert quartiles([3, 1, 2, 5, 4]) == Ratio(2, 3, 4)
    assert quartiles([7]) == Ratio(7, 7, 7)


def test_ratios_are_of_the_same_round() -> None:
    assert ratios([2, 40, 3], [1, 10, 1]) == Ratio(2.5, 3, 3.5)


@pytest.mark.parametrize(
    ("value", "measure", "words"),
    [
        (0.0123, "time", "12.3 ms"),
        (0.2346, "time", "235 ms"),
        (1.234, "time", "1.23 s"),
        (61.2, "time", "61 s"),
        (45.6e6, "memory", "46 MB"),
    ],
)
def test_quantities_as_people_read_them(value: float, measure: str, words: str) -> None:
    assert figures.quantity(value, measure) == words


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_a_run_counts_all_its_processes() -> None:
    busy = python("import time\nwhile time.process_time() < 0.1: pass")
    sample = timing.run(Side("twice", (busy, busy)))
    assert sample.processor >= 0.2
    assert sample.wall > 0


def test_memory_is_that_of_the_largest_process() -> None:
    large = python("x = b'x' * 300_000_000")
    sample = timing.run(Side("large", (large, python("pass"))))
    assert 300e6 < sample.memory < 400e6


def test_memory_of_the_measuring_program_does_not_count() -> None:
    here = bytearray(100_000_000)
    assert timing.floor() < 15e6 < timing.run(Side("small", (python("b'x' * 30_000_000"),))).memory
    assert len(here) == 100_000_000


def test_a_process_may_time_itself() -> None:
    sample = timing.run(Side("inside", (python("print([12.5, 11.5])"),), inside=True))
    assert (sample.wall, sample.processor) == (12.5, 11.5)


def test_a_failed_process_is_not_measured() -> None:
    side = Side("wrong", (python("import sys; sys.exit('做不了\\n没有这种格式')"),))
    with pytest.raises(Failed, match="没有这种格式"):
        timing.run(side)
    assert timing.run(replace(side, accepts=(0, 1))).wall > 0


def test_missing_files_are_noticed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write = python(f"open({str(out / 'a.docx')!r}, 'w')")
    side = Side("writes", (write,), out, makes=1)
    timing.run(side)
    with pytest.raises(Failed, match="1 files instead of 2"):
        timing.run(replace(side, makes=2))


def test_the_output_folder_is_empty_at_every_run(tmp_path: Path) -> None:
    out = tmp_path / "out"
    side = Side("writes", (python(f"open({str(out / 'a.docx')!r}, 'x')"),), out, makes=1)
    assert len(timing.in_turn([side], 2)["writes"]) == 2


def test_sides_run_in_turn_and_the_first_round_is_dropped(tmp_path: Path) -> None:
    log = tmp_path / "log"
    sides = [Side(name, (python(f"open({str(log)!r}, 'a').write('{name}')"),)) for name in "ABC"]
    sides[1] = replace(sides[1], missing="没有安装")
    found = timing.in_turn(sides, 2)
    assert log.read_text() == "ACACAC"
    assert [len(found["A"]), found["B"], len(found["C"])] == [2, "没有安装", 2]


def test_a_side_that_fails_says_why() -> None:
    found = timing.in_turn([Side("A", (python("raise SystemExit('坏了')"),))], 3)
    assert found == {"A": "坏了"}


def test_nothing_is_installed_outside_the_environment() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, "请用 make bench")


def test_reasons_do_not_tell_where_the_checkout_is() -> None:
    side = Side("wrong", (python(f"raise SystemExit('没有 {ROOT}/fixtures/x.txt')"),))
    assert timing.in_turn([side], 1) == {"wrong": "没有 fixtures/x.txt"}


# ---- limits, table, chart -----------------------------------------------


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> list[Work]:
    """All works, of tools that are not called."""
    folder = tmp_path_factory.mktemp("drafts")
    names = ("gongwen", "Python", "pandoc", "pandoc（一个进程，Lua 循环）", "python-docx 脚本")
    tools = Tools(*(Tool(name, "1.0", ("true",)) for name in (*names, "npm docx 脚本", "Office")))
    bench = Bench(tools, Drafts(folder / "in"), folder / "out", Scale(2, 3, 4))
    return [make(bench) for make in WORKS.values()]


@pytest.fixture
def results(works: list[Work]) -> Results:
    """Every side but one measured three times: the first side of a work in 1, 2, 3 seconds, the
    next in ten times that, and so on."""
    measurements = []
    for work in works:
        found: dict[str, tuple[Sample, ...] | str] = {
            side.name: tuple(
                Sample(n * 10.0**place, n * 10.0**place, int(n * 1e8)) for n in (1, 2, 3)
            )
            for place, side in enumerate(work.sides)
        }
        if work.key == "twenty":
            found["Office"] = "没有 <安装>"
        measurements.append(measured(work, found))
    machine = {"处理器": "Invented CPU", "核数": "2"}
    return Results(
        "2024-12-20", machine, {"pandoc": "3.9"}, "稿子是造的。", 1000, tuple(measurements)
    )


def test_limits_are_those_of_the_issue(works: list[Work]) -> None:
    found = [
        (work.key, held.theirs, held.measure, held.limit)
        for work in works
        for held in work.comparisons
        if held.limit is not None
    ]
    assert found == LIMITS


def test_every_comparison_names_sides_of_its_work(works: list[Work]) -> None:
    for work in works:
        names = [side.name for side in work.sides]
        assert len(set(names)) == len(names)
        for held in work.comparisons:
            assert {held.ours, held.theirs} <= set(names)


def test_results_are_kept(results: Results, tmp_path: Path) -> None:
    results.save(tmp_path / "results.json")
    assert load(tmp_path / "results.json") == results


def test_reached_or_not(results: Results) -> None:
    states = {
        (outcome.work.key, outcome.comparison.theirs, outcome.comparison.measure): outcome.state
        for outcome in results.outcomes()
    }
    assert states["one", "pandoc", "time"] == "reached"
    assert states["twenty", "npm docx 脚本", "time"] == "told"
    assert states["twenty", "Office", "time"] == "unmeasured"
    assert states["large", "pandoc", "memory"] == "missed"
    assert states["memory", "gongwen，3 份", "memory"] == "reached"


@pytest.mark.parametrize(("taken", "state"), [(1.0, "reached"), (1.001, "missed")])
def test_the_limit_itself_is_reached(results: Results, taken: float, state: str) -> None:
    work = replace(
        results.works[0],
        sides=(
            Measured("gongwen", (Sample(taken, taken, 1),)),
            Measured("pandoc", (Sample(1.0, 1.0, 1),)),
        ),
    )
    (outcome,) = replace(results, works=(work,)).outcomes()
    assert outcome.state == state


def test_memory_too_small_to_tell_is_not_told(results: Results) -> None:
    held = [o for o in replace(results, floor=10**9).outcomes() if o.comparison.measure == "memory"]
    assert [outcome.state for outcome in held] == ["unmeasured"] * 2
    assert all("量不出" in outcome.reason for outcome in held)


def shown(outcome: Outcome) -> tuple[str, str]:
    comparison: Comparison = outcome.comparison
    return comparison.theirs, figures.times(outcome.ratio.median) if outcome.ratio else "没有"


@pytest.mark.parametrize("made", [table.page, table.text], ids=["page", "text"])
def test_table_has_every_row_and_the_machine(
    results: Results, made: Callable[[Results], str]
) -> None:
    text = made(results)
    for outcome in results.outcomes():
        (line,) = [
            line
            for line in text.splitlines()
            if f"{outcome.comparison.ours} ∶ {outcome.comparison.theirs} " in line
            and outcome.work.title in line
            and table.MEASURES[outcome.comparison.measure] in line.replace(outcome.work.title, "")
        ]
        assert figures.limit(outcome.comparison.limit) in line
        assert table.STATES[outcome.state] in line
        assert shown(outcome)[1] in line
    assert "Invented CPU" in text and "2024-12-20" in text
    assert str(ROOT) not in text


def test_page_tells_the_quartiles(results: Results) -> None:
    assert "| gongwen | 2.00 s | 1.50 s–2.50 s | 200 MB | 3 |" in table.page(results)
    assert "| Office | 没有量：没有 <安装> |" in table.page(results)


def test_chart_is_xml_with_every_row(results: Results) -> None:
    root = ElementTree.fromstring(chart.svg(results))
    words = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    for work in results.works:
        assert work.title in words
    for outcome in results.outcomes():
        name, ratio = shown(outcome)
        assert name in words
        assert any(ratio in word for word in words)
        if outcome.comparison.limit is not None:
            bound = f"{figures.limit(outcome.comparison.limit)}，{table.STATES[outcome.state]}"
            assert any(bound in word for word in words)
    assert any("Invented CPU" in word for word in words)
    assert any("没有 <安装>" in word for word in words)


def test_nothing_in_the_chart_leaves_it(results: Results) -> None:
    root = ElementTree.fromstring(chart.svg(results))
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    for element in root.iter():
        if element.get("x"):
            right = float(element.get("x", "")) + float(element.get("width", "0"))
            bottom = float(element.get("y", "")) + float(element.get("height", "0"))
            assert 0 <= right <= width and 0 <= bottom <= height


def test_chart_of_nothing_but_missing_tools(results: Results) -> None:
    sides = tuple(Measured(side.name, missing="没有") for side in results.works[0].sides)
    bare = replace(results, works=(replace(results.works[0], sides=sides),))
    assert "没有量：没有" in chart.svg(bare)


# ---- peers --------------------------------------------------------------


def run(*command: str | Path) -> str:
    """What a command prints; it must succeed."""
    done = subprocess.run(
        list(map(str, command)),
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def paragraphs(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs if paragraph.text]


def test_python_docx_script(tmp_path: Path) -> None:
    run(sys.executable, PEERS / "plain_docx.py", tmp_path, DRAFT)
    assert paragraphs(tmp_path / "water.docx") == LINES
    document = docx.Document(str(tmp_path / "water.docx"))
    fonts = [
        run.element.rPr.rFonts.get(qn("w:eastAsia"))
        for paragraph in document.paragraphs
        for run in paragraph.runs
    ]
    assert fonts[0] == "方正小标宋简体"
    assert {"黑体", "楷体_GB2312", "仿宋_GB2312"} <= set(fonts)
    assert round(document.sections[0].top_margin.mm) == 37


def test_npm_docx_script(tmp_path: Path) -> None:
    node = shutil.which("node")
    require(node and (NODE_DIR / "node_modules" / "docx").is_dir(), "npm's docx")
    script = shutil.copy(PEERS / "plain_docx.mjs", NODE_DIR)
    run(str(node), script, tmp_path, DRAFT)
    assert paragraphs(tmp_path / "water.docx") == LINES


def test_pandoc_in_one_process(tmp_path: Path) -> None:
    pandoc = pypandoc.get_pandoc_path()
    draft = tmp_path / "water.md"
    draft.write_text(material.markdown(DRAFT.read_text("utf-8")), "utf-8")
    run(pandoc, "lua", PEERS / "loop.lua", tmp_path, draft)
    assert paragraphs(tmp_path / "water.docx") == LINES


def test_office(tmp_path: Path) -> None:
    require(office_command(), "LibreOffice")
    tool = office(tmp_path / "profile")
    draft = Drafts(tmp_path / "in").few()[1][0]
    words = ("--infilter=Text (encoded):UTF8,LF,,,", "--convert-to", "docx")
    run(*tool.command, *words, "--outdir", tmp_path, draft)
    made = paragraphs(tmp_path / f"{draft.stem}.docx")
    assert made == [line for line in draft.read_text("utf-8").splitlines() if line]


@pytest.mark.parametrize("side", ["ours", "zlib"])
def test_stages_time_themselves(side: str) -> None:
    wall, processor = json.loads(run(sys.executable, STAGES, side, DRAFT))
    assert wall > 0 and processor > 0
