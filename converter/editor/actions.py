"""What an editor offers at a finding: its fix, all safe fixes, silencing it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from lsprotocol.types import CodeAction, CodeActionKind, Range, TextEdit, WorkspaceEdit

from converter.bilingual import Lang, Text
from converter.editor.checked import Checked
from converter.editor.diagnostics import diagnostic, text_edits
from converter.editor.places import place, span
from converter.findings import Edit, Finding
from converter.linting import fix
from converter.source.text import SourceText

FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.gongwen"
_FIX = Text("修改：{name}", "fix: {name}")
_UNSAFE = Text("修改（可能改变意思）：{name}", "fix (may change the meaning): {name}")
_ALL = Text("改好全部能安全修改的问题", "make all safe fixes")
_IGNORE = Text("忽略这一行的 {name}", "ignore {name} on this line")
_COMMENT = Text(" <!-- gongwen: 忽略 {name} -->", " <!-- gongwen: ignore {name} -->")


def actions(
    checked: Checked, uri: str, where: Range, encoding: str, lang: Lang
) -> list[CodeAction]:
    """The actions for the findings that a range of the editor touches, and one for all safe
    fixes of the draft."""
    start = place(checked.lines, where.start, encoding)
    end = place(checked.lines, where.end, encoding)
    touched = [
        finding
        for finding in checked.findings
        if (finding.line, finding.column) <= end and start <= (finding.end_line, finding.end_column)
    ]
    offered = [
        action
        for finding in touched
        for action in _for_finding(checked, finding, uri, encoding, lang)
    ]
    edits = formatting(checked, encoding)
    if edits:
        offered.append(
            CodeAction(title=_ALL.get(lang), kind=FIX_ALL, edit=WorkspaceEdit(changes={uri: edits}))
        )
    return offered


def _for_finding(
    checked: Checked, finding: Finding, uri: str, encoding: str, lang: Lang
) -> Iterator[CodeAction]:
    shown = diagnostic(finding, checked.lines, encoding)
    if finding.fix:
        title = _FIX if finding.fix.safe else _UNSAFE
        edits = text_edits(finding.fix.edits, checked.lines, encoding)
        yield CodeAction(
            title=title.get(lang).format(name=finding.name),
            kind=CodeActionKind.QuickFix,
            diagnostics=[shown],
            is_preferred=finding.fix.safe,
            edit=WorkspaceEdit(changes={uri: edits}),
        )
    column = len(checked.lines[finding.line - 1]) + 1
    comment = Edit(
        finding.line, column, finding.line, column, _COMMENT.get(lang).format(name=finding.name)
    )
    yield CodeAction(
        title=_IGNORE.get(lang).format(name=finding.name),
        kind=CodeActionKind.QuickFix,
        diagnostics=[shown],
        edit=WorkspaceEdit(changes={uri: text_edits([comment], checked.lines, encoding)}),
    )


def formatting(checked: Checked, encoding: str) -> list[TextEdit]:
    """What makes all safe fixes: one edit from the first changed line to the last, or none."""
    if checked.error:
        return []
    fixed = fix(
        checked.source.encode(),
        checked.path,
        checked.configuration.choice,
        checked.configuration.ruleset,
        encoding="utf-8",
    )
    old, new = _with_ends(fixed.before), _with_ends(fixed.after)
    same = _alike(old, new)
    if same == len(old) == len(new):
        return []
    tail = _alike(old[same:][::-1], new[same:][::-1])
    last = len(old) - tail
    end = (last + 1, 1) if tail else (last, len(checked.lines[-1]) + 1)
    where = span(checked.lines, (same + 1, 1), end, encoding)
    return [TextEdit(range=where, new_text="".join(new[same : len(new) - tail]))]


def _with_ends(source: SourceText) -> list[str]:
    """The lines of a text with their ends."""
    starts = [*source.line_starts, len(source.text)]
    return [source.text[start:end] for start, end in itertools.pairwise(starts)]


def _alike(one: list[str], other: list[str]) -> int:
    """How many lines two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
