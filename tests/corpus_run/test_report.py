"""The picture of a corpus: counted right, looked for where it was not recorded, and a page that a
browser shows as it should."""

import json
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from converter.bilingual import Text
from converter.corpus.places import place_of
from converter.corpus.run import locked
from converter.findings import Severity
from tests.cli.conftest import Result, gongwen
from tests.corpus_run.conftest import make_corpus
from tests.corpus_run.made_up import INPUTS, done, failed, finding, many, recorded, report
from tests.drafts import draft
from tests.tools.browser import Browser
from tests.tools.places import FIXTURES

__all__ = ["gongwen"]
Gongwen = Callable[..., Result]
HOSTILE = "<script>hit = 1</script>\"'&<img src=x onerror=hit=1>\x1b\u202e"
LONG = "云岭县" + "水务" * 60 + "A" * 300


def rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    """What SQL finds in the manifest of an output folder."""
    with closing(sqlite3.connect(folder / "manifest.sqlite")) as base:
        return base.execute(query).fetchall()


def data(gongwen: Gongwen, *args: object) -> dict[str, Any]:
    """The picture as JSON."""
    result = gongwen("report", *args, "--format", "json", "-o", "-")
    assert result.code == 0, result.err
    told: dict[str, Any] = json.loads(result.out)
    return told


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """All fixtures, and one that cannot be read."""
    shutil.copytree(FIXTURES / "reports", tmp_path / "in")
    shutil.copy(FIXTURES / "compilation.txt", tmp_path / "in")
    (tmp_path / "in" / "空.txt").write_text("")
    return tmp_path / "in"


def test_json_is_what_is_recorded(gongwen: Gongwen, drafts: Path, tmp_path: Path) -> None:
    gongwen("convert", drafts, "-o", "out", "--to", "json", "--lint")
    told = data(gongwen, "out")
    out = tmp_path / "out"
    columns = "nth, title, organization, reported, planned, kind, parts, missing"
    recorded_rows = rows(out, f"select {columns} from report order by input, nth")
    names = columns.split(", ")
    assert [tuple(item[name] for name in names) for item in told["reports"]] == [
        (*row[:-2], json.loads(row[-2]), json.loads(row[-1])) for row in recorded_rows
    ]
    by_rule = dict(rows(out, "select code, count(*) from finding group by code"))
    assert {rule["code"]: rule["findings"] for rule in told["rules"]} == by_rule
    reports = "select code, count(distinct input || '-' || report) from finding group by code"
    assert {rule["code"]: rule["reports"] for rule in told["rules"]} == dict(rows(out, reports))
    groups: dict[str, Callable[[tuple[Any, ...]], object]] = {
        "organizations": lambda row: row[2],
        "years": lambda row: row[4] if row[3] is None else row[3],
        "kinds": lambda row: row[5],
    }
    for name, key in groups.items():
        label = {"organizations": "organization", "years": "year", "kinds": "kind"}[name]
        assert Counter({group[label]: group["reports"] for group in told[name]}) == Counter(
            map(key, recorded_rows)
        )
        for severity in Severity:
            total = sum(group[severity] for group in told[name])
            assert total == told["summary"][severity]
    assert told["summary"]["findings"] == sum(by_rule.values())
    assert [(item["input"], item["error"]) for item in told["failed"]] == [
        (str(drafts / "空.txt"), "文件是空的；请检查是否选对了文件")
    ]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--profile", "plan"],
        ["--config", "own.toml"],
        ["--no-config"],
        ["--set", "密级=秘密", "--encoding", "utf-8"],
    ],
    ids=" ".join,
)
def test_what_was_not_looked_for_is_found_now(
    gongwen: Gongwen, drafts: Path, tmp_path: Path, options: list[str], jobs: int
) -> None:
    (tmp_path / "own.toml").write_text('ignore = ["T"]\n[severity]\nplaceholder = "error"\n')
    (drafts / "gongwen.toml").write_text('ignore = ["H"]\n')
    gongwen("convert", drafts, "-o", "with", "--to", "json", "--lint", *options)
    gongwen("convert", drafts, "-o", "without", "--to", "json", *options)
    query = (
        "select name, report, code, severity, line, column, message from"
        " (select input.name as name, report, code, severity, line, column, message, finding.rowid"
        " as at from finding join input on input.id = finding.input) order by name, at"
    )
    assert not rows(tmp_path / "without", query)
    told = gongwen("report", "without", "--jobs", jobs)
    assert told.code == 0
    assert "没有检查，现在检查" in told.err
    found = rows(tmp_path / "without", query)
    assert found and found == rows(tmp_path / "with", query)
    assert not (tmp_path / "without" / ".gongwen").exists()


def test_a_second_call_looks_for_nothing(gongwen: Gongwen, drafts: Path, tmp_path: Path) -> None:
    gongwen("convert", drafts, "-o", "out", "--to", "json")
    gongwen("report", "out")
    page = (tmp_path / "out" / "report.html").read_bytes()
    shutil.rmtree(drafts)
    again = gongwen("report", "out")
    assert "现在检查" not in again.err
    assert (tmp_path / "out" / "report.html").read_bytes() == page


def test_inputs_that_changed_or_went_are_listed(gongwen: Gongwen, tmp_path: Path) -> None:
    make_corpus(tmp_path / "in", 3)
    gongwen("convert", "in", "-o", "out", "--to", "json")
    (tmp_path / "in" / "0000.txt").write_text(draft(title="另一份2024年工作总结"), "utf-8")
    (tmp_path / "in" / "0001.txt").unlink()
    told = data(gongwen, "out")
    reasons = {Path(item["input"]).name: item["error"] for item in told["unchecked"]}
    assert reasons == {"0000.txt": "转换以后改过，请再运行 convert", "0001.txt": "找不到文件"}
    checked = {Path(item["input"]).name: item["findings"] is not None for item in told["reports"]}
    assert checked == {"0000.txt": False, "0001.txt": False, "0002.txt": True}
    assert told["summary"]["checked"] == 1
    gongwen("report", "out", "-o", "a.html")
    assert "没有检查的稿件" in (tmp_path / "a.html").read_text("utf-8")


def test_gone_inputs_are_not_counted(gongwen: Gongwen, tmp_path: Path) -> None:
    make_corpus(tmp_path / "in", 3)
    gongwen("convert", "in", "-o", "out", "--to", "json")
    (tmp_path / "in" / "0000.txt").unlink()
    gongwen("convert", "in", "-o", "out", "--to", "json")
    assert data(gongwen, "out")["summary"]["reports"] == 2
    assert "已经不在的稿件 1 份" in gongwen("report", "out", "-o", "-").out


def test_without_looking(gongwen: Gongwen, tmp_path: Path) -> None:
    make_corpus(tmp_path / "in", 2)
    gongwen("convert", "in", "-o", "out", "--to", "json")
    with locked(place_of(str(tmp_path / "out"))):
        busy = gongwen("report", "out")
        assert (busy.code, "另一个 gongwen" in busy.err) == (2, True)
        told = data(gongwen, "out", "--no-lint")
    assert (told["summary"]["reports"], told["summary"]["unchecked"]) == (2, 2)
    assert rows(tmp_path / "out", "select sum(linted) from input") == [(0,)]
    page = gongwen("report", "out", "--no-lint", "-o", "-").out
    assert "其中 2 份稿件没有检查过" in page and 'id="rules"' not in page


@pytest.mark.parametrize(("args", "form"), [([], "json"), (["--job", 1], "docx")])
def test_newest_job_or_the_one_asked_for(
    gongwen: Gongwen, tmp_path: Path, args: list[object], form: str
) -> None:
    for name in ("docx", "json"):
        out = recorded(tmp_path / "out", many(4), form=name)
    result = gongwen("report", out, *args, "--format", "json", "-o", "-")
    told = json.loads(result.out)
    assert (told["job"]["format"], told["summary"]["inputs"]) == (form, 4)
    assert f"convert → {form}" in result.err
    assert ("2 个任务中最近的一个" in result.err) == (not args)


def hostile(folder: Path) -> Path:
    """Titles, names and reasons that are markup, or as long as can be."""
    entries = [
        done(f"{HOSTILE}.txt", [report(HOSTILE, HOSTILE, kind=HOSTILE)], [finding("S104")]),
        done(f"{LONG}.txt", [report(LONG, LONG, missing=("problems",))], [finding("T701")] * 1234),
        failed(f"{HOSTILE}{LONG}.txt", Text(HOSTILE + LONG, HOSTILE)),
    ]
    return recorded(folder, entries, options=json.dumps({"set": [HOSTILE]}))


def everything(folder: Path) -> Path:
    """A corpus of forty, some failed, some not checked."""
    bare = done("未查.txt", [report("禾湾区工作计划", years=(None, 2025))], None)
    return recorded(folder, [*many(40), bare, failed("坏.txt", Text("空的", "empty"))])


MADE: dict[str, Callable[[Path], Path]] = {
    "hostile": hostile,
    "everything": everything,
    "many": lambda folder: recorded(folder, many(3000)),
    "empty": lambda folder: recorded(folder, []),
    "unfinished": lambda folder: recorded(folder, many(3), finished=False),
}


def page(gongwen: Gongwen, folder: Path, *args: object) -> bytes:
    """The page of an output folder, with what is recorded."""
    result = gongwen("report", folder, "--html", "--no-lint", "-o", "-", *args)
    assert result.code == 0, result.err
    return result.raw


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", MADE)
def test_shown_within_its_edges(
    browser: Browser, gongwen: Gongwen, tmp_path: Path, kind: str, lang: str, width: int
) -> None:
    content = page(gongwen, MADE[kind](tmp_path / "out"), "--lang", lang)
    with browser.show(content, width=width) as shown:
        assert shown.value("document.documentElement.scrollWidth") <= width
        outside = """() => [...document.querySelectorAll("main *")].filter((one) => {
          if (one.closest(".scrolled, svg")) return false;
          const box = one.getBoundingClientRect();
          return box.width && (box.right > innerWidth + 1 || box.left < -1);
        }).map((one) => one.outerHTML.slice(0, 80))"""
        assert shown.value(outside) == []
        dead = """() => [...document.querySelectorAll("a")].map((a) => a.getAttribute("href"))
          .filter((href) => !href.startsWith("#") || !document.getElementById(href.slice(1)))"""
        assert shown.value(dead) == []
        twice = """() => { const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
          return ids.length - new Set(ids).size; }"""
        assert shown.value(twice) == 0
        assert (shown.complaints, shown.requests) == ([], [])


def test_tables_can_be_heard(browser: Browser, gongwen: Gongwen, tmp_path: Path) -> None:
    with browser.show(page(gongwen, everything(tmp_path / "out"))) as shown:
        tables = "document.querySelectorAll('table')"
        assert shown.value(f"{tables}.length") >= 6
        assert shown.value(f"[...{tables}].every((t) => t.caption && t.caption.textContent)")
        scoped = "[...document.querySelectorAll('th')].every((t) => t.scope)"
        assert shown.value(scoped)
        ragged = f"""() => [...{tables}].filter((t) =>
          new Set([...t.rows].map((row) => row.cells.length)).size > 1).length"""
        assert shown.value(ragged) == 0
        named = "[...document.querySelectorAll('.matrix svg')].every((s) => s.ariaLabel)"
        assert shown.value(named)


def test_what_a_draft_holds_is_text(browser: Browser, gongwen: Gongwen, tmp_path: Path) -> None:
    with browser.show(page(gongwen, hostile(tmp_path / "out"))) as shown:
        assert shown.value("typeof hit") == "undefined"
        assert shown.value("document.querySelectorAll('script, img').length") == 0
        text = shown.value("document.body.innerText")
        assert text.count("<script>hit = 1</script>") >= 5
        assert "\x1b" not in text and "\u202e" not in text


def cells(browser: Browser, content: bytes, section: str) -> list[list[str]]:
    """The texts of the cells of the first table of a section."""
    with browser.show(content) as shown:
        found: list[list[str]] = shown.value(
            f"""() => [...document.querySelector("#{section} table").tBodies[0].rows].map((row) =>
            [...row.cells].map((cell) =>
              (cell.innerText || cell.querySelector("svg")?.ariaLabel || "").trim()))"""
        )
    return found


def test_tables_say_what_is_recorded(browser: Browser, gongwen: Gongwen, tmp_path: Path) -> None:
    entries = [
        done(
            "a.txt",
            [report("甲", "云岭县水务局"), report("乙", None, missing=("problems",), nth=2)],
            [finding("S104", "error", 2), finding("S104", "warning", 2), finding("T701", "info")],
        ),
        done(
            "b.txt", [report("丙", "云岭县水务局", years=(None, 2025))], [finding("T701", "info")]
        ),
        failed("c.txt", Text("空的", "empty")),
    ]
    content = page(gongwen, recorded(tmp_path / "out", entries))
    assert cells(browser, content, "parts") == [
        ["总结", "", "3", "", ""],
        ["存在问题", "", "2", "1", ""],
        ["计划", "", "3", "", ""],
    ]
    rules = cells(browser, content, "rules")
    assert [(row[0].split()[0], *row[2:]) for row in rules] == [
        ("S104", "1", "1", "", "1"),
        ("T701", "", "", "2", "2"),
    ]
    assert cells(browser, content, "organizations") == [
        ["云岭县水务局", "", "", "", "2", "2", "2", "2"],
        ["（没有写明单位）", "", "1", "1", "", "1", "", "1"],
    ]
    assert cells(browser, content, "years") == [
        ["2025", "", "", "", "1", "1", "1", "1"],
        ["2023", "", "1", "1", "1", "2", "1", "2"],
    ]
    assert cells(browser, content, "failures") == [[f"{INPUTS}/c.txt", "空的"]]
    matrix = cells(browser, content, "matrix")
    assert [row[0].splitlines()[0] for row in matrix] == ["甲", "乙", "丙"]
    assert matrix[1] == ["乙\na.txt (2)", "总结: 有", "缺", "计划: 有", "1", "1", ""]


def test_bars_are_as_long_as_their_counts(
    browser: Browser, gongwen: Gongwen, tmp_path: Path
) -> None:
    found = [*[finding("S104", "error")] * 3, finding("S104", "info"), finding("T701", "info")]
    out = recorded(tmp_path / "out", [done("a.txt", [report("甲")], found)])
    with browser.show(page(gongwen, out)) as shown:
        widths = shown.value(
            """() => [...document.querySelectorAll("#rules .stack")].map((bar) =>
            [...bar.querySelectorAll("rect")].map((r) => r.getAttribute("width")))"""
        )
    assert widths == [["75%", "25%"], ["25%"]]


def test_of_very_many_those_with_gaps(gongwen: Gongwen, tmp_path: Path) -> None:
    html = page(gongwen, recorded(tmp_path / "out", many(3000))).decode()
    assert len(html.encode()) < 800_000
    assert "3,000" in html and "这里只列有缺项的" in html
    matrix = html[html.index('id="matrix"') : html.index('id="explained"')]
    bodies = re.findall(r"<tbody>(.*?)</tbody>", matrix)
    listed = [re.findall("<tr>", body) for body in bodies]
    gaps = len(range(0, 3000, 7))
    assert sum(map(len, listed[::2])) == gaps
    assert "个单位没有列出" in html


@pytest.mark.parametrize("count", [400, 401])
def test_all_are_listed_up_to_a_number(gongwen: Gongwen, tmp_path: Path, count: int) -> None:
    html = page(gongwen, recorded(tmp_path / "out", many(count))).decode()
    matrix = html[html.index('id="matrix"') : html.index('id="explained"')]
    titles = len(re.findall("号工作报告</div>", matrix))
    assert titles == (count if count == 400 else len(range(0, count, 7)))


def test_nothing_from_outside_and_no_script(gongwen: Gongwen, tmp_path: Path) -> None:
    html = page(gongwen, everything(tmp_path / "out")).decode()
    assert not re.search(r'<script|<link|<img|url\(|(href|src)="(?!#)|@import| on[a-z]+=', html)
    assert page(gongwen, tmp_path / "out").decode() == html


def test_dark_and_light_and_on_paper(browser: Browser, gongwen: Gongwen, tmp_path: Path) -> None:
    import pymupdf

    content = page(gongwen, everything(tmp_path / "out"))
    colours = set()
    for dark in (False, True):
        with browser.show(content, dark=dark) as shown:
            colours.add(shown.value("getComputedStyle(document.body).backgroundColor"))
    assert len(colours) == 2
    with browser.show(content) as shown:
        printed = pymupdf.open(stream=shown.pdf())
    assert {(round(p.rect.width), round(p.rect.height)) for p in printed} == {(595, 842)}
    text = "".join(p.get_text() for p in printed)
    assert "稿件总览" in text and "规则说明" in text


def test_own_profiles_name_their_parts(gongwen: Gongwen, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        'extends = "work-report"\n[name]\nzh = "水情简报"\nen = "water news"\n', "utf-8"
    )
    make_corpus(tmp_path / "in", 1)
    gongwen("convert", "in", "-o", "out", "--to", "json", "--profile", "own.toml")
    assert [kind["name"] for kind in data(gongwen, "out")["kinds"]] == ["水情简报"]


def test_what_no_profile_knows_is_called_by_its_id(gongwen: Gongwen, tmp_path: Path) -> None:
    row = report("云岭县水情", kind="水情", missing=("雨情", "summary"))
    (kind,) = data(gongwen, recorded(tmp_path / "out", [done("a.txt", [row])]))["kinds"]
    assert (kind["name"], [part["name"] for part in kind["parts"]]) == (
        "水情",
        ["计划", "存在问题", "总结", "雨情"],
    )


def test_at_an_address(gongwen: Gongwen, tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    make_corpus(tmp_path / "in", 2)
    gongwen("convert", "in", "-o", "out", "--to", "json")
    address = (tmp_path / "out").as_uri()
    assert gongwen("report", address).code == 0
    assert rows(tmp_path / "out", "select sum(linted) from input") == [(2,)]
    assert (tmp_path / "out" / "report.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_where_it_cannot_be_written(gongwen: Gongwen, tmp_path: Path) -> None:
    out = recorded(tmp_path / "out", many(1))
    (tmp_path / "there").mkdir()
    result = gongwen("report", out, "-o", "there")
    assert (result.code, "写不了" in result.err) == (2, True)
