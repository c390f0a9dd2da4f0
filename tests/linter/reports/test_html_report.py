"""The HTML report in a real browser: quiet, self-contained, nothing beyond the edge, links that
lead somewhere, filters that work without a script; and the same bytes each time."""

import re
from importlib import resources

import pytest

from converter.findings import Severity
from converter.linter.reports import Report, renderer
from converter.linter.reports.html.slots import marks, slots
from converter.linter.rules._examples import draft
from tests.linter.reports.samples import BAD, GOOD, checked, finding, fixture_reports, stated
from tests.tools.browser import Browser

render = renderer("html")
LONG_TITLE = "云岭县" + "水务" * 60 + "局2024年工作总结及2025年工作计划"
HOSTILE = "<script>alert(1)</script>&<img src=x onerror=alert(1)>\"'\x1b\ud800"


def page(report: Report) -> bytes:
    return render(report).encode("utf-8")


@pytest.fixture(scope="module")
def many() -> bytes:
    """More than fifty reports of all kinds."""
    return page(fixture_reports())


@pytest.fixture(scope="module")
def one() -> bytes:
    """One report with findings of every severity."""
    return page(checked(("稿.txt", BAD)))


def long() -> bytes:
    """Everything as long as can be, without a place to break."""
    text = draft(
        title=LONG_TITLE, summary=f"一、2024年工作总结\n{'A' * 400}XX{'9' * 400}\n二、{'B' * 300}"
    )
    return page(checked(("/".join(["a-very-long-name"] * 20), text), ("b", GOOD)))


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["one", "many", "long", "clean", "english"])
def test_quiet_and_within_its_edges(
    browser: Browser, kind: str, width: int, one: bytes, many: bytes
) -> None:
    content = {
        "one": lambda: one,
        "many": lambda: many,
        "long": long,
        "clean": lambda: page(checked(("好.txt", GOOD))),
        "english": lambda: page(checked(("a.txt", BAD), ("b.txt", GOOD), lang="en")),
    }[kind]()
    with browser.show(content, width=width) as shown:
        assert shown.value("document.documentElement.scrollWidth") <= width
        outside = """() => [...document.querySelectorAll("main *")].filter((one) => {
          if (one.closest(".scrolled, svg")) return false;
          const box = one.getBoundingClientRect();
          return box.width && (box.right > innerWidth + 1 || box.left < -1);
        }).map((one) => one.outerHTML.slice(0, 80))"""
        assert shown.value(outside) == []
        assert (shown.complaints, shown.requests) == ([], [])


@pytest.mark.parametrize("kind", ["one", "many"])
def test_links_lead_somewhere_and_names_are_unique(
    browser: Browser, kind: str, one: bytes, many: bytes
) -> None:
    with browser.show(one if kind == "one" else many) as shown:
        dead = """() => [...document.querySelectorAll("a")].map((a) => a.getAttribute("href"))
          .filter((href) => !href.startsWith("#") || !document.getElementById(href.slice(1)))"""
        assert shown.value(dead) == []
        twice = """() => { const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
          return ids.length - new Set(ids).size; }"""
        assert shown.value(twice) == 0


def test_each_mark_leads_to_its_finding(browser: Browser, one: bytes) -> None:
    report = checked(("稿.txt", BAD))
    with browser.show(one) as shown:
        targets = shown.value(
            "() => [...document.querySelectorAll('a.mark')].map((a) => a.getAttribute('href'))"
        )
        assert len(targets) == len(report.findings)
        shown.page.locator("a.mark circle").first.click()
        place = shown.page.locator(":target .place").inner_text()
        assert place in [f"{f.line}:{f.column}" for f in report.findings]


@pytest.mark.parametrize("script", [True, False])
def test_filters_need_no_script(browser: Browser, one: bytes, script: bool) -> None:
    with browser.show(one, script=script) as shown:
        cards = shown.page.locator(".finding:visible")
        marks = shown.page.locator(".mark:visible")
        before = cards.count(), marks.count()
        shown.page.locator("label.warning").click()
        assert shown.page.locator(".finding.warning:visible").count() == 0
        assert cards.count() < before[0] and marks.count() < before[1]
        shown.page.locator("label.warning").click()
        assert (cards.count(), marks.count()) == before
        shown.page.locator("label[for=r-S104]").click()
        assert shown.page.locator(".r-S104:visible").count() == 0


def test_policy_lets_nothing_in(browser: Browser, one: bytes) -> None:
    with browser.show(one) as shown:
        shown.value("() => { new Image().src = 'https://example.com/a.png'; }")
        shown.page.wait_for_timeout(100)
        assert "Content Security Policy" in " ".join(shown.complaints)


def test_dark_and_light_differ(browser: Browser, one: bytes) -> None:
    colours = []
    for dark in (False, True):
        with browser.show(one, dark=dark) as shown:
            colours.append(shown.value("getComputedStyle(document.body).backgroundColor"))
    assert len(set(colours)) == 2


def test_prints_on_a4(browser: Browser, many: bytes) -> None:
    import pymupdf

    with browser.show(many) as shown:
        printed = pymupdf.open(stream=shown.pdf())
    assert {(round(p.rect.width), round(p.rect.height)) for p in printed} == {(595, 842)}
    text = "".join(p.get_text() for p in printed)
    assert "检查报告" in text and "规则说明" in text


def test_what_a_draft_holds_is_text(browser: Browser) -> None:
    text = GOOD.replace("我局", "我局<b>&amp;</b><script>hit = 1</script>")
    content = page(stated(text, finding(3, 7, 12, message=HOSTILE, put=HOSTILE)))
    with browser.show(content) as shown:
        assert (shown.complaints, shown.requests) == ([], [])
        assert (
            shown.value("document.querySelectorAll('script, img, b:not([class]) script').length")
            == 0
        )
        assert "<script>alert(1)</script>" in shown.page.locator(".message").inner_text()
        assert "<b>&amp;</b>" in shown.page.locator("q").inner_text()


def test_fix_is_shown_as_taken_out_and_put_in(browser: Browser) -> None:
    content = page(stated(GOOD, finding(3, 7, 9, put="县局")))
    with browser.show(content) as shown:
        assert shown.page.locator("mark").inner_text() == "我局"
        assert shown.page.locator("del").inner_text() == "我局"
        assert shown.page.locator("ins").inner_text() == "县局"


def test_same_said_of_many_places_is_said_once() -> None:
    text = draft(summary="一、2024年工作总结\n" + "\n".join("投资XX万元。" for _ in range(16)))
    html = render(checked(("稿.txt", text)))
    assert html.count('class="message"') == 1
    assert html.count('class="line"') == 16


def test_matrix_tells_how_each_part_stands() -> None:
    swapped = draft(problems="二、2025年工作计划\n充实队伍。", plan="三、存在问题\n队伍力量不足。")
    html = render(checked(("a", BAD), ("b", GOOD), ("c", swapped)))
    table = html[html.index("<tbody>") : html.index("</tbody>")]
    rows = re.findall(r"<tr>.*?</tr>", table)
    cells = [re.findall(r'<td class="role (\w+)"', row) for row in rows]
    assert cells == [
        ["present", "missing", "present"],
        ["present", "present", "misplaced"],
        ["present", "present", "present"],
    ]


def test_slots_fill_the_width_and_marks_stand_at_them() -> None:
    report = checked(("稿.txt", BAD))
    ((_, reported),) = report.checked()
    laid = slots(reported)
    assert [slot.role for slot in laid] == ["head", "lead", "summary", "problems", "plan", "ending"]
    assert laid[3].part is None
    assert sum(slot.width for slot in laid) == pytest.approx(100)
    found = {s.finding.code: mark.x for mark in marks(reported, laid) for s in mark.findings}
    empty = laid[3]
    assert empty.x <= found["S104"] <= empty.x + empty.width
    inside = laid[2]
    assert inside.x - 2 <= found["R601"] <= inside.x + inside.width


def test_missing_parts_at_the_ends_have_slots() -> None:
    ((_, reported),) = checked(("稿.txt", draft(lead="", signature=""))).checked()
    laid = slots(reported)
    assert [slot.role for slot in laid if slot.part is None] == ["lead", "ending"]
    assert laid[0].role == "head" and laid[1].part is None and laid[-1].part is None


def test_many_findings_at_one_place_are_counted() -> None:
    found = [finding(3, 1, 2, message=f"第{number}处") for number in range(30)]
    html = render(stated(GOOD, *found))
    assert html.count('class="dot"') == 5 and ">+25<" in html


def test_nothing_from_outside_and_no_script(many: bytes) -> None:
    html = many.decode()
    outside = r'<script|<link|<img|url\(|(href|src)="(?!#)|@import| on[a-z]+='
    assert not re.search(outside, html)


def test_severities_that_are_not_there_have_no_filter() -> None:
    html = render(stated(GOOD, finding(3, 1, 2, severity=Severity.INFO)))
    assert 'id="s-info"' in html and 'id="s-error"' not in html


def test_same_bytes(many: bytes) -> None:
    assert page(fixture_reports()) == many


def test_no_report_at_all() -> None:
    assert "检查报告" in render(Report())


def test_style_sheet_is_packaged() -> None:
    assert (resources.files("converter.linter.reports.html") / "page.css").is_file()
