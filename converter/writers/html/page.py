"""The page as a whole: its policy, styles, sheets and script."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from converter.composition.blocks import Composition, Margin, Sheet
from converter.layout.table import Layout
from converter.layout.table import Page as Paper
from converter.model.nodes import Document
from converter.writers.html.blocks import flow, imprint
from converter.writers.html.classes import joined, pt
from converter.writers.html.looks import number_css, paper_css, styles_css
from converter.writers.html.markup import element, start_tag, text
from converter.writers.html.paragraphs import Paragraphs

_UNTITLED = "公文"


def write(composition: Composition, layout: Layout, document: Document) -> bytes:
    """The bytes of an HTML file that shows ``composition``; ``document`` gives its title."""
    paragraphs = Paragraphs(layout)
    papers: dict[tuple[Paper, bool], str] = {}
    sheets = [
        _sheet(
            sheet,
            papers.setdefault((sheet.page, sheet.numbered), f"p{len(papers) + 1}"),
            n,
            layout,
            paragraphs,
        )
        for n, sheet in enumerate(composition.sheets, start=1)
    ]
    number = layout.page_number
    main = element("main", "\n".join(sheets), data_before=number.before, data_after=number.after)
    rules = [
        _file("page.css"),
        *styles_css(layout),
        *number_css(layout),
        *(
            rule
            for (page, numbered), name in papers.items()
            for rule in paper_css(name, page, layout, numbered=numbered)
        ),
        paragraphs.classes.css(),
    ]
    style, script = "\n".join(rules), _file("pages.js")
    head = [
        start_tag("meta", charset="utf-8"),
        start_tag("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        start_tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        start_tag("meta", name="format-detection", content="telephone=no, date=no, address=no"),
        element("title", text(_title(document))),
        element("style", style),
    ]
    body = f"<body>\n{main}\n{element('script', script)}\n</body>"
    lines = ("<!DOCTYPE html>", '<html lang="zh-CN">', *head, body, "</html>", "")
    return "\n".join(lines).encode("utf-8")


def _title(document: Document) -> str:
    return "".join((document.name or _UNTITLED).split("\n"))


def _policy(style: str, script: str) -> str:
    """Only this page's own style and script, and pictures that it holds."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def _file(name: str) -> str:
    """A file of this package, without the white space and remarks that only its readers need."""
    written = files(__package__).joinpath(name).read_text("utf-8")
    lines = (line.strip() for line in written.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _sheet(sheet: Sheet, paper: str, n: int, layout: Layout, paragraphs: Paragraphs) -> str:
    parts = [_margin(sheet.margin, sheet.page, layout, paragraphs)] if sheet.margin else []
    blocks = "\n".join(flow(sheet.blocks, paragraphs, f"t{n}-"))
    parts.append(element("div", blocks, class_="text"))
    parts.append(paragraphs.footnotes.section())
    if sheet.imprint:
        parts.append(imprint(sheet.imprint, paragraphs))
    wide = " wide" if sheet.landscape else ""
    return element(
        "section",
        element("div", "\n".join(filter(None, parts)), class_=f"page {paper}{wide}"),
        class_="sheet",
        data_start="even" if sheet.start == "even" else None,
        data_numbered=("" if sheet.number_first else "later") if sheet.numbered else None,
    )


def _margin(margin: Margin, page: Paper, layout: Layout, paragraphs: Paragraphs) -> str:
    """The mark and the rules in the margins of a letter's first page."""
    width = layout.head.rule_width if layout.head else page.text_width
    across = {"left": pt((page.width - width) * 0.5), "width": pt(width)}
    # The foot of the page is not that of a sheet that no script has cut.
    foot = margin.foot_rule_bottom + margin.foot_rule.weight
    place = {"top": pt(margin.mark_top), "left": pt(page.left), "width": pt(page.text_width)}
    over = joined("over", paragraphs.classes.name(place))
    return "".join(
        (
            element("div", paragraphs.write(margin.mark), class_=over),
            paragraphs.rule(margin.rule, across | {"top": pt(margin.rule_top)}),
            paragraphs.rule(margin.foot_rule, across | {"top": f"100% - {pt(foot)}"}),
        )
    )
