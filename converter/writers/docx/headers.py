"""The head of a letter's first page (GB/T 9704-2012, 10.1): the mark and the red double rules."""

from __future__ import annotations

from converter.composition.blocks import Margin
from converter.layout.table import Page, Rule
from converter.layout.units import Length
from converter.writers.docx.body import gap_xml, paragraph_xml
from converter.writers.docx.drawing import bar_xml, page_box_xml
from converter.writers.docx.looks import Looks


def mark_xml(margin: Margin, looks: Looks, page: Page) -> str:
    """The mark in a box above the text area, which stands before all other text of the body: many
    readers of text pass over headers."""
    mark = margin.mark
    # In a paragraph of its own: LibreOffice loses the indents of one that holds a box.
    box = page_box_xml(
        "mark",
        paragraph_xml(mark, looks),
        left=page.left,
        top=margin.mark_top,
        width=page.text_width,
        height=(mark.height or mark.style.line_pitch) * (mark.text.count("\n") + 1),
    )
    return gap_xml(looks, box)


def head_rule_xml(margin: Margin, looks: Looks, page: Page) -> str:
    """A paragraph of the first page's header with the rule below the mark."""
    return gap_xml(looks, _rule("head-rule", margin.rule, margin.rule_top, looks, page))


def foot_rule_xml(margin: Margin, looks: Looks, page: Page) -> str:
    """A paragraph of the first page's footer with the rule at the paper's foot."""
    rule = margin.foot_rule
    top = page.height - margin.foot_rule_bottom - rule.weight
    return gap_xml(looks, _rule("foot-rule", rule, top, looks, page))


def _rule(name: str, rule: Rule, top: Length, looks: Looks, page: Page) -> str:
    """The strokes of a rule in the middle of the paper."""
    head = looks.layout.head
    width = head.rule_width if head else page.text_width
    return "".join(
        bar_xml(
            f"{name}-{number}",
            left=(page.width - width) * 0.5,
            top=top + offset,
            width=width,
            height=height,
            colour=rule.colour,
        )
        for number, (offset, height) in enumerate(rule.strokes, start=1)
    )
