"""T704: white space inside Chinese text, or before a line that others do not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Edit, Fix, Severity
from converter.linter.outline import HAN, outlined
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.typography._spans import (
    LETTER,
    by_line,
    fix,
    is_han,
    is_wide,
    times,
)
from converter.linter.subject import Subject
from converter.linter.view import Passage, View
from converter.model.nodes import BODY, Section
from converter.patterns import holds, lazy
from converter.source.text import Piece

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.linter.rules.typography._spans import Change

_BLANKS = lazy(r"[^\S\n]+")
_WIDE = rf"[{HAN}，。、；：！？“”‘’（）《》〈〉【】〔〕]"
_USUAL_BLANKS = outlined(rf"[ \t　](?<={_WIDE}.)[ \t　]*(?={_WIDE})")
"""In an outline, and between Chinese characters; without any of the next."""
_UNUSUAL = "\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_PARTS = (*"章节条款篇编卷期", "部分")
_NUMERALS = "一二三四五六七八九十百0123456789"
_FIELD = lazy(rf"{LETTER}{{1,6}}[：:]")
_OPENED = lazy(rf"“{LETTER}{{2,12}}$")
_CLOSED = lazy(rf"{LETTER}{{2,12}}”")
_LINES = ("title", "heading", BODY, "attachment")
_USUAL = 0.6
"""The share of lines that must be indented alike for others to stand out."""
_FEW = 3
_LONGEST_WORD = 8
_ORDINARY = "\u3000\u3000"


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line that is indented unlike the others of its kind, and one for each line
    with white space between Chinese characters, with the count."""
    yield from _indented(subject)
    view = subject.whole
    for changes in by_line(view, _within(view)):
        yield _hit(view, changes)


def _hit(view: View, changes: list[Change]) -> Hit:
    zh, en = times(len(changes))
    start, end, _ = changes[0]
    return view.hit(
        start,
        end,
        Text(f"汉字之间有多余的空格{zh}", f"white space inside Chinese text{en}"),
        fix(view, changes),
    )


# ---- Within a line ------------------------------------------------------------------------------


def _within(view: View) -> Iterator[Change]:
    apart: dict[int, bool] = {}
    usual = not view.holds(_UNUSUAL)
    if usual and not holds(view.text, " 　\t"):
        return
    blanks = _USUAL_BLANKS.finditer(view.outline) if usual else _BLANKS.finditer(view.text)
    for match in blanks:
        start, end = match.span()
        if not (
            _is_chinese(view.text[start - 1 : start]) and _is_chinese(view.text[end : end + 1])
        ):
            continue
        passage = view.at(start)
        if passage.kind not in _LINES or _is_meant(view.text, start, end):
            continue
        if passage.start not in apart:
            apart[passage.start] = _in_columns(view, passage)
        if not apart[passage.start]:
            yield (start, end, "")


def _is_chinese(char: str) -> bool:
    return is_wide(char) and char not in "—…·％"


def _is_meant(text: str, start: int, end: int) -> bool:
    """Whether white space is there on purpose: behind 第一章, before another field (传真：), or in
    a name or slogan."""
    return (
        text.endswith(("附", "备"), 0, start)
        or _is_part_mark(text[max(start - 8, 0) : start])
        or _FIELD.match(text, end) is not None
        or _in_name(text, start, end)
        or _in_slogan(text, start, end)
    )


def _is_part_mark(text: str) -> bool:
    """Whether a text ends with 第一章, 第二部分 and the like."""
    _, first, mark = text.rpartition("第")
    part = mark.lstrip(_NUMERALS)
    return first != "" and 1 <= len(mark) - len(part) <= 4 and part in _PARTS


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether white space makes a name of two characters as long as others (张　三)."""
    if not is_han(text[end]) or is_han(text[end + 1 : end + 2]):
        return False
    alone = is_han(text[start - 1]) and not is_han(text[start - 2 : start - 1])
    return alone or text[start:end] == "\u3000"


def _in_slogan(text: str, start: int, end: int) -> bool:
    """Whether it stands between the halves of a slogan (“山水同城 文明同行”)."""
    opened = _OPENED.search(text, max(start - 13, 0), start)
    return opened is not None and _CLOSED.match(text, end) is not None


def _in_columns(view: View, passage: Passage) -> bool:
    """Whether a line is words apart from each other, and no sentence: names in columns, or a title
    spread out (政 府 工 作 报 告)."""
    words = view.text[passage.start : passage.end].split()
    few = 3 if passage.kind == "heading" else 2
    return (
        len(words) >= few
        and max(map(len, words)) <= _LONGEST_WORD
        and not any(mark in word for word in words for mark in "，。；")
    )


# ---- Before a line ------------------------------------------------------------------------------


def _indented(subject: Subject) -> Iterator[Hit]:
    """The lines that begin with other white space than most lines of their kind do. Lines without
    any are left alone: a missing indent is nothing that is there. Where the look of a Word file is
    judged, a rule of that tells of blanks in the place of an indent."""
    if subject.source is None or subject.form is not None:
        return
    beginnings = list(_beginnings(subject))
    if all(column == 1 for _, _, column in beginnings):
        return
    kinds: dict[int, list[tuple[int, str]]] = {}
    for level, line, column in beginnings:
        indent = subject.source.lines[line - 1][: column - 1]
        if not indent or indent.isspace():
            kinds.setdefault(level, []).append((line, indent))
    every = Counter(indent for lines in kinds.values() for _, indent in lines)
    if not any(every):
        return
    whole = _usual(every)
    for lines in kinds.values():
        own = _usual(Counter(indent for _, indent in lines))
        usual = whole if own is None else own
        for line, indent in lines:
            if usual is not None and _is_odd(indent, usual, own):
                yield _deviating(subject.source.lines[line - 1], line, indent, usual)


def _is_odd(indent: str, usual: str, own: str | None) -> bool:
    """Whether an indent stands out; lines of a kind too rare to have a usual indent of its own may
    have the ordinary one."""
    return indent not in ("", usual) and not (own is None and indent == _ORDINARY)


def _beginnings(subject: Subject) -> Iterator[tuple[int, int, int]]:
    """Where each line of the report's own text begins: what kind of line (0 for text, else the
    level of the heading), line and column."""
    held = False
    for passage in subject.whole.passages:
        if passage.path.startswith(("lead", "sections")):
            node = passage.node
            if isinstance(node, Section):
                if not held:
                    yield node.level, node.line, node.column
                held = node.inline
            else:
                if not held and passage.kind == BODY:
                    yield 0, node.line, node.column
                held = False


def _usual(indents: Counter[str]) -> str | None:
    """The indent that most lines have, which may be none; None where they differ or are few."""
    ((indent, count),) = indents.most_common(1)
    total = indents.total()
    return indent if total >= _FEW and count >= total * _USUAL else None


def _deviating(text: str, line: int, indent: str, usual: str) -> Hit:
    wanted = "" if usual == "" else f"应与各段一样空{len(usual)}格"
    return Hit(
        Piece(text, line),
        Text(
            "行首有多余的空格" if not usual else f"行首的空格与别处不一：{wanted}",
            "white space before the line" if not usual else "indented unlike the other lines",
        ),
        0,
        len(indent),
        Fix(safe=True, edits=(Edit(line, 1, line, len(indent) + 1, usual),)),
    )


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨，水质 稳定达标。")

RULES = (
    Rule(
        code="T704",
        name="stray-space",
        severity=Severity.INFO,
        summary=Text("多余的空格", "stray white space"),
        why=Text(
            "汉字之间不空格；行首的空格由排版来定，手打的空格会叠加在缩进上。",
            "Chinese is set without spaces; those typed before a line add to its indent.",
        ),
        source=Text("GB/T 9704-2012 5.2.3、公文写作惯例", "GB/T 9704-2012, 5.2.3, and practice"),
        bad=_BAD,
        good=_BAD.replace("水质 稳定", "水质稳定"),
        check=check,
        fix=Fixable.SAFE,
    ),
)
