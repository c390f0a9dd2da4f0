"""F510 to F514: the place of 署名 and 成文日期, and 附注."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.items import Item
from converter.linter.form.words import line_count, mm
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._ending import (
    TOLERANCE,
    Arrangement,
    Extent,
    arrangements,
    extent,
    is_posted,
)
from converter.linter.rules.format._looks import WORD, begins_at, characters_in, leading
from converter.linter.subject import Subject
from converter.patterns import lazy
from converter.record import record

_GAP_TOLERANCE = 0.4
_NOTE = lazy(r"\s*[（(].+[）)]\s*")
"""Half-width ones are told by a rule about the text."""
_DATE = lazy(r"[0-9]{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12][0-9]|3[01])日")
_MEANT = ("(", "（", "此件", "联系人")
"""How notes begin that lack their parentheses; other lines below an ending are none."""


@record(kw_only=True)
class _Ending:
    """The lines of an ending, and the arrangement that they come nearest to."""

    names: list[Item]
    date: Item | None
    name_extents: list[Extent]
    date_extent: Extent | None
    due: Arrangement

    @property
    def is_measured(self) -> bool:
        """Whether the two can be held against each other: a date that is written otherwise than it
        should be is longer or shorter, too."""
        return self.date is None or _DATE.fullmatch(self.date.text.strip()) is not None


def _endings(form: Form) -> Iterator[_Ending]:
    """The endings of the file that stand in the flow: what is put side by side in a table is not
    measured."""
    names: list[Item] = []
    date: Item | None = None
    for item in (*(item for item in form.flow if not item.is_blank), None):
        if item is not None and item.element == "signature":
            names.append(item)
        elif item is not None and item.element == "date" and date is None:
            date = item
        elif names or date:
            yield _ending(form, names, date)
            names, date = [], None


def _ending(form: Form, names: list[Item], date: Item | None) -> _Ending:
    name_extents = [extent(form, item) for item in names]
    date_extent = extent(form, date) if date else None
    posted = bool(names) and is_posted(names[-1])
    first = min([*names, *([date] if date else [])], key=lambda item: item.index)
    lines = form.blank_lines_above(first)

    def cost(entry: tuple[int, Arrangement]) -> tuple[int, int, float]:
        index, due = entry
        offs = [abs(own.left - due.name) for own in name_extents[:1]]
        offs += [abs(date_extent.left - due.date)] if date_extent else []
        is_other = posted != (due.date_lines > 0)
        count = sum(off > TOLERANCE for off in offs)
        count += due.lines is not None and abs(lines - due.lines) > _GAP_TOLERANCE
        return is_other and bool(names), count, index

    found = list(enumerate(arrangements(form, name_extents, date_extent)))
    if any(_has_seal(item) for item in (*names, *([date] if date else []))):
        found = [entry for entry in found if entry[1].is_sealed]
    due = min(found, key=cost)[1]
    return _Ending(
        names=names, date=date, name_extents=name_extents, date_extent=date_extent, due=due
    )


def _has_seal(item: Item) -> bool:
    """Whether the picture of a seal hangs on a line."""
    return any(run.drawing and run.drawing.floating for run in item.paragraph.runs)


def check_signature(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Names that do not stand where the arrangement of the ending has them."""
    for ending in _endings(form):
        if not ending.is_measured:
            continue
        longest = max(ending.name_extents, key=lambda own: own.length, default=None)
        for item, own in zip(ending.names, ending.name_extents, strict=True):
            if own is longest and abs(own.left - ending.due.name) > _allowed(item):
                yield _told(item, own.left - ending.due.name, ending.due, ending.due.name_rule)


def check_date(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Dates that do not stand where the arrangement of the ending has them."""
    for ending in _endings(form):
        own, item = ending.date_extent, ending.date
        if not ending.is_measured:
            continue
        if own and item and abs(own.left - ending.due.date) > _allowed(item):
            yield _told(item, own.left - ending.due.date, ending.due, ending.due.date_rule)


def _allowed(item: Item) -> int:
    """How far a line may be off: by blanks, which are told by themselves, none is set exactly."""
    return TOLERANCE * 3 if leading(item.text) else TOLERANCE


def _told(item: Item, off: float, due: Arrangement, rule: Text) -> Deviation:
    zh, en = ("署名", "the signature") if item.element == "signature" else ("成文日期", "the date")
    return Deviation(
        item,
        Text(
            f"{zh}偏{'右' if off > 0 else '左'} {mm(abs(off))} mm：{due.told.zh}的，{rule.zh}",
            f"{en} is {mm(abs(off))} mm too far {'right' if off > 0 else 'left'}; "
            f"{due.told.en}: {rule.en}",
        ),
    )


def check_gap(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Endings with more or fewer blank lines above them than is due, where there is no seal that
    needs room."""
    for ending in _endings(form):
        lines = [*ending.names, *([ending.date] if ending.date else [])]
        first = min(lines, key=lambda item: item.index)
        due, found = ending.due.lines, form.blank_lines_above(first)
        if due is not None and abs(found - due) > _GAP_TOLERANCE:
            yield Deviation(
                first,
                Text(
                    f"落款与上文之间空 {line_count(found)} 行，{ending.due.told.zh}的应空 {due} 行",
                    f"{line_count(found)} lines are free above the ending, due are {due}",
                ),
            )
        if not ending.names or not ending.date or ending.date.index < ending.names[-1].index:
            continue
        due, found = ending.due.date_lines, form.blank_lines_above(ending.date)
        if abs(found - due) > _GAP_TOLERANCE:
            yield Deviation(
                ending.date,
                Text(
                    f"署名与成文日期之间空 {line_count(found)} 行，应空 {due} 行",
                    f"{line_count(found)} lines are free between name and date, due are {due}",
                ),
            )


def check_note(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Notes that do not begin two characters in."""
    for item in form.flow:
        style = form.expected("note")
        if item.element == "note" and not begins_at(item, style.first_line + style.left, style):
            look = item.paragraph.look
            found = characters_in(item, look.left + look.first_line)
            yield Deviation(
                item,
                Text(
                    f"附注左空 {found} 字，应左空 {style.first_line + style.left} 字",
                    f"the note begins at {found} characters",
                ),
            )


def check_brackets(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Notes that do not stand in full-width parentheses."""
    for item in form.flow:
        is_note = item.element == "note" and item.text.strip().startswith(_MEANT)
        if is_note and not _NOTE.fullmatch(item.text):
            yield Deviation(
                item, Text("附注应加全角圆括号", "a note stands in full-width parentheses")
            )


_SOURCE = Text("GB/T 9704-2012 7.3.5（署名、成文日期）", "GB/T 9704-2012, 7.3.5 (ending)")
_NOTED = Text("GB/T 9704-2012 7.3.6（附注）", "GB/T 9704-2012, 7.3.6 (note)")

RULES = (
    Rule(
        code="F510",
        name="signature-place",
        severity=Severity.ERROR,
        summary=Text("署名的位置不对", "the signature is out of place"),
        why=Text(
            "不盖章的，署名右空二字；盖章的，署名以成文日期为准居中。",
            "Without a seal two characters are free on its right; with one the date is its middle.",
        ),
        source=_SOURCE,
        bad='<w:ind w:rightChars="0" w:right="640"/></w:pPr><w:r><w:t>云岭县水务局',
        good='<w:ind w:rightChars="0" w:right="1438"/></w:pPr><w:r><w:t>云岭县水务局',
        check=over_form(check_signature),
        default=False,
        needs=WORD,
        sample=Sample("official"),
    ),
    Rule(
        code="F511",
        name="date-place",
        severity=Severity.ERROR,
        summary=Text("成文日期的位置不对", "the date is out of place"),
        why=Text(
            "盖章的，成文日期右空四字；不盖章的，首字比署名首字右移二字。",
            "With a seal four characters are free on its right; without, it begins two characters "
            "behind the name.",
        ),
        source=_SOURCE,
        bad='<w:ind w:rightChars="0" w:right="0"/></w:pPr><w:r><w:t>2024年12月20日',
        good='<w:ind w:rightChars="0" w:right="1280"/></w:pPr><w:r><w:t>2024年12月20日',
        check=over_form(check_date),
        default=False,
        needs=WORD,
        sample=Sample("official"),
    ),
    Rule(
        code="F512",
        name="ending-gap",
        severity=Severity.ERROR,
        summary=Text("落款上面空的行数不对", "not as many lines above the ending as are due"),
        why=Text(
            "不盖章的，在正文（或附件说明）之下空一行署名；加盖签名章的空二行，日期再空一行。",
            "One line is free above an ending without seal, two above a signature stamp.",
        ),
        source=_SOURCE,
        bad='<w:pStyle w:val="GwSignature"/><w:spacing w:before="0"/>',
        good='<w:pStyle w:val="GwSignature"/>',
        check=over_form(check_gap),
        default=False,
        needs=WORD,
        sample=Sample("report"),
    ),
    Rule(
        code="F513",
        name="note-indent",
        severity=Severity.ERROR,
        summary=Text("附注没有左空二字", "the note is not two characters in"),
        why=Text(
            "附注居左空二字，编排在成文日期下一行。",
            "The note stands two characters in, below the date.",
        ),
        source=_NOTED,
        bad='<w:pStyle w:val="GwNote"/><w:ind w:firstLineChars="0" w:firstLine="0"/>',
        good='<w:pStyle w:val="GwNote"/>',
        check=over_form(check_note),
        default=False,
        needs=WORD,
        sample=Sample("official"),
    ),
    Rule(
        code="F514",
        name="note-brackets",
        severity=Severity.ERROR,
        summary=Text("附注没有加全角圆括号", "the note has no full-width parentheses"),
        why=Text("附注加圆括号。", "A note stands in parentheses."),
        source=_NOTED,
        bad="联系人：林长河，联系电话：0000-1234567",
        good="（联系人：林长河，联系电话：0000-1234567）",
        check=over_form(check_brackets),
        default=False,
        needs=WORD,
        sample=Sample("official"),
    ),
)
