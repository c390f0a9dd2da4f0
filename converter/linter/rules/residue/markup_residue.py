"""R611: marks of Markdown or HTML in the text."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Edit, Fix, Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.residue._bold import bold
from converter.linter.rules.residue._lines import times
from converter.linter.rules.residue._removed import without_lines
from converter.linter.subject import Subject
from converter.linter.view import View
from converter.patterns import lazy
from converter.source.text import Piece, SourceText

Found = tuple[int, int, tuple[tuple[int, int, str], ...]]
"""A mark's span, and what is to be written where; nothing where that is not sure."""

_SIGNS = (
    "<",
    "&",
    "#",
    "`",
    "](",
    "~~",
    "\\n",
    "\\t",
    "[TOC]",
    "[toc]",
    "---",
    "***",
    "> ",
    "* ",
)
_MARK = lazy(
    r"</?(?:p|br|div|span|b|strong|font|h[1-6]|center|u|i|em|section|t[dr]|table|tbody|li|ul|ol|a|img|sup"
    r"|sub|blockquote|script|style|hr|mark|o:p)(?:[ 　][^<>\n]{0,200})?/?>|<!--[^<>\n]{0,200}-->"
    r"|&(?:nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|mdash|middot|hellip|#[0-9]{2,5}|#x[0-9a-fA-F]{2,4});"
    r"|(?m:^(?:#{1,6}|[>*])[ 　](?=\S))|`{3}[a-z]{0,10}|`(?=[^`\n]{1,80}`)|(?<=[^`\s])`|~~"
    r"|\\[nt](?![a-z])|(?m:^(?:\[TOC\]|\[toc\]|-{3}|\*{3})$)|\]\((?:https?:|/|www)[^()\s]{1,200}\)"
)
_MEANT = {
    **{"&amp;": "&", "&ldquo;": "“", "&rdquo;": "”", "&mdash;": "—"},
    **{"&middot;": "·", "&hellip;": "…", "&nbsp;": "", "&ensp;": "", "&emsp;": ""},
}


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line that holds marks, with their count: those that the reader took out,
    and those that still stand in the text."""
    lines: dict[int, list[tuple[int, str, list[Edit]]]] = {}
    for item in subject.document.removed:
        if item.reason == "markup":
            change = Edit(item.line, item.column, item.line, item.column + len(item.text), "")
            lines.setdefault(item.line, []).append((item.column, item.text, [change]))
    view = subject.whole
    for start, end, changes in _marks(view):
        passage = view.at(start)
        line, column = passage.node.place(start - passage.start)
        edits = [edit for a, b, text in changes if (edit := view.edit(a, b, text))]
        lines.setdefault(line, []).append((column, view.text[start:end], edits))
    for line, found in lines.items():
        column, text, _ = min(found, key=lambda item: item[0])
        edits = sorted((e for _, _, own in found for e in own), key=lambda edit: edit.column)
        piece = Piece(text, line, column)
        message = _message(text.strip(), len(found))
        yield Hit(piece, message, 0, len(text), _fix(subject.source, piece, edits))


def _fix(source: SourceText | None, piece: Piece, edits: list[Edit]) -> Fix | None:
    if not edits:
        return None
    alone = source and source.lines[piece.line - 1].strip() == piece.text.strip()
    if source and alone and len(edits) == 1 and not edits[0].text:
        return Fix(True, (without_lines(source, piece.line, piece.line),))
    return Fix(True, tuple(edits))


def _message(mark: str, count: int) -> Text:
    also = times(count)
    shown = mark if len(mark) <= 12 else mark[:11] + "…"
    return Text(
        f"标记语言的符号“{shown}”应去掉{also.zh}", f"markup “{shown}” left in the text{also.en}"
    )


def _marks(view: View) -> Iterator[Found]:
    text = view.text
    for start, end, width in bold(text):
        yield start, end, ((start, start + width, ""), (end - width, end, ""))
    if view.holds(_SIGNS):
        for match in _MARK.finditer(text):
            start, end = match.span()
            meant = _meant(match.group())
            yield start, end, () if meant is None else ((start, end, meant),)


def _meant(mark: str) -> str | None:
    """What is to stand in a mark's place; None where that is not sure."""
    if mark.startswith("&#"):
        char = chr(int(mark[3:-1], 16) if mark[2] == "x" else int(mark[2:-1]))
        return char if char.isprintable() else None
    if mark.startswith("&"):
        return _MEANT.get(mark)
    return None if mark[0] in "]\\" else ""


_BAD = draft(summary="一、2024年工作总结\n全年供水**620万吨**，水质稳定达标。")

RULES = (
    Rule(
        code="R611",
        name="markup-residue",
        severity=Severity.WARNING,
        summary=Text("Markdown、HTML 的符号", "marks of Markdown or HTML"),
        why=Text(
            "**、#、<br>、&nbsp; 是别的软件的排版符号，会原样印出来。",
            "**, #, <br> and &nbsp; set text in other programs; here they would be printed.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=_BAD,
        good=_BAD.replace("**", ""),
        check=check,
        needs=({"whole": (*_SIGNS, "*", "_")}, {"traits": ("removed-markup",)}),
        fix=Fixable.SOME,
    ),
)
