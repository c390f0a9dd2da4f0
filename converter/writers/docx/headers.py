"""The head of a letter's first page (GB/T 9704-2012, 10.1): the mark and the red double rules."""

from __future__ import annotations

from fractions import Fraction

from lxml import etree

from converter.composition.blocks import Margin, Paragraph
from converter.layout.table import Layout, Page, Rule
from converter.layout.units import Length
from converter.writers.docx.body import add_paragraph
from converter.writers.docx.drawing import add_bar, add_page_box
from converter.writers.docx.looks import looks_of


def add_mark(body: etree._Element, margin: Margin, layout: Layout, page: Page) -> None:
    """Put the mark before all other text of ``body``, in a box above the text area: many readers
    of text pass over headers."""
    mark, looks = margin.mark, looks_of(layout)
    # In a paragraph of its own: LibreOffice loses the indents of one that holds a box.
    anchor = add_paragraph(body, Paragraph(style=looks.gap, spans=()), looks)
    body.insert(0, anchor)
    content = add_page_box(
        anchor,
        "mark",
        left=page.left,
        top=margin.mark_top,
        width=page.text_width,
        height=(mark.height or mark.style.line_pitch) * (mark.text.count("\n") + 1),
    )
    add_paragraph(content, mark, looks)


def add_head_rule(paragraph: etree._Element, margin: Margin, layout: Layout, page: Page) -> None:
    """Append the rule below the mark to a paragraph of the first page's header."""
    _add_rule(paragraph, "head-rule", margin.rule, margin.rule_top, layout, page)


def add_foot_rule(paragraph: etree._Element, margin: Margin, layout: Layout, page: Page) -> None:
    """Append the rule at the paper's foot to a paragraph of the first page's footer."""
    rule = margin.foot_rule
    top = page.height - margin.foot_rule_bottom - rule.weight
    _add_rule(paragraph, "foot-rule", rule, top, layout, page)


def _add_rule(
    paragraph: etree._Element, name: str, rule: Rule, top: Length, layout: Layout, page: Page
) -> None:
    """Append the strokes of a rule in the middle of the paper."""
    width = layout.head.rule_width if layout.head else page.text_width
    left = (page.width - width) * Fraction(1, 2)
    for number, (offset, height) in enumerate(rule.strokes, start=1):
        add_bar(
            paragraph,
            f"{name}-{number}",
            left=left,
            top=top + offset,
            width=width,
            height=height,
            colour=rule.colour,
        )
