"""签发人 of an upward document, on the right of the document number (GB/T 9704-2012, 7.2.6)."""

from __future__ import annotations

from converter.composition.blocks import Indents, Paragraph, Span, Tab
from converter.composition.subject import Subject, element
from converter.layout.table import Head
from converter.layout.width import width

LABEL = "签发人："
_NAME = 3  # characters; shorter names are set apart to this width


def signed_lines(number: str, where: str, subject: Subject, head: Head) -> list[Paragraph]:
    """The lines of the signers, below one another; the document number stands on the left of the
    last of them (7.2.5).

    The indents of the style are tab stops here: the rule below must not be indented.
    """
    style, name_style = subject.styles.signer, subject.styles.signer_name
    a_line = head.signers
    names = [_spread(name) for name in subject.elements.signers]
    rows = [names[i : i + a_line] for i in range(0, len(names), a_line)]
    widest = max(width("\u3000".join(row)) for row in rows)
    first_name = subject.width - style.size * style.right - name_style.character * widest
    label = first_name - style.character * width(LABEL)
    tabs = (Tab(style.size * style.left), Tab(label), Tab(first_name))
    lines = []
    for index, row in enumerate(rows):
        left = number if index == len(rows) - 1 else ""
        spans = [
            Span("\t"),
            *([Span(left, where)] if left else []),
            # The first line bears the label; on the others the names stand below its names.
            Span(f"\t{LABEL}" if index == 0 else "\t\t", element("signers")),
            Span("\u3000".join(row), element("signers"), name_style),
        ]
        lines.append(Paragraph(style=style, spans=tuple(spans), tabs=tabs, indents=Indents()))
    return lines


def _spread(name: str) -> str:
    """A name of two characters set apart to the width of three."""
    bare = "".join(name.split())
    is_short = len(bare) == _NAME - 1 and not bare.isascii()
    return f"{bare[0]}\u3000{bare[1]}" if is_short else name
