"""Where 署名 and 成文日期 stand, and where they should: with a seal, without, with a signature
stamp (GB/T 9704-2012, 7.3.5). Lengths are twips from the left edge of the text area."""

from __future__ import annotations

from converter.bilingual import Text
from converter.layout.width import width, width_with_gaps
from converter.linter.form.looks import size_of
from converter.linter.form.signs import posted
from converter.linter.rules.format._looks import blanks_width, leading
from converter.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.linter.form.form import Form
    from converter.linter.form.items import Item


TOLERANCE = 57
"""A millimetre: so far off nobody sees it, and digits differ by as much from font to font."""


@record(kw_only=True)
class Extent:
    """How far a line reaches: where its first character begins, how long its text is, and how
    much longer where a program sets digits apart from characters."""

    left: float
    length: float
    gaps: float

    @property
    def middle(self) -> float:
        """Its middle."""
        return self.left + self.length / 2


@record(kw_only=True)
class Arrangement:
    """A way to place the ending: where name and date begin, what it is called, how many lines are
    free above it (None: as many as the seal needs) and above the date."""

    name: float
    date: float
    told: Text
    name_rule: Text
    date_rule: Text
    lines: int | None
    date_lines: int = 0
    is_sealed: bool = False


def extent(form: Form, item: Item) -> Extent:
    """How far an item reaches on its line. Its characters are taken to be as wide as they should
    be: where they are not, that is told by itself."""
    look, style, text = item.paragraph.look, form.expected(item.element), item.text
    start, end = len(leading(text)), len(text.rstrip())
    length = width(text[start:end]) * style.character.twips
    room = form.layout.page.text_width.twips
    size = size_of(item)
    before, behind = blanks_width(text[:start], size), blanks_width(text[end:], size)
    left: float = look.left + look.first_line
    if look.align == "right":
        left = room - look.right - behind - length
    elif look.align == "center":
        left = (left + room - look.right - length + before - behind) / 2
    else:
        left += before
    # What is set apart is not condensed either.
    gaps = (style.size - style.spacing * 2).twips * (width_with_gaps(text) - width(text))
    return Extent(left=left, length=length, gaps=gaps)


def arrangements(form: Form, names: list[Extent], date: Extent | None) -> Iterator[Arrangement]:
    """The ways in which these lines may be placed, the layout's own first."""
    found = [*_unsealed(form, names, date), _sealed(form, names, date)]
    if form.layout.ending.seal != "none":
        found.reverse()
    stamped = _stamped(form, names, date)
    yield from [stamped, *found] if form.layout.kind == "order" else [*found, stamped]


def is_posted(item: Item) -> bool:
    """Whether a line is a post and a name: then a signature stamp stands for the name."""
    return posted(item.text) > 0


def _measures(form: Form, names: list[Extent], date: Extent | None) -> tuple[float, float, float]:
    """The room on a line, the length of the longest name and that of the date."""
    longest = max((name.length for name in names), default=0.0)
    return form.layout.page.text_width.twips, longest, date.length if date else 0.0


def _unsealed(form: Form, names: list[Extent], date: Extent | None) -> Iterator[Arrangement]:
    room, name, day = _measures(form, names, date)
    style, ending = form.expected("signature"), form.layout.ending
    room -= style.right * style.size.twips
    shift = ending.date_shift * style.character.twips
    free = Text(f"应右空 {style.right} 字", f"{style.right} characters free on the right")
    behind = Text(
        f"首字应比署名首字右移 {ending.date_shift} 字",
        f"{ending.date_shift} characters further in than the name",
    )
    before = Text(
        f"首字应比日期首字左移 {ending.date_shift} 字",
        f"{ending.date_shift} characters before the date",
    )
    common = Arrangement(
        name=0,
        date=room - day,
        told=Text("不盖章", "without a seal"),
        name_rule=free,
        date_rule=free,
        lines=style.before,
    )
    if not names:  # a date alone leaves as much free as a name does
        yield common
        return
    # A date that reaches the edge may leave room for what programs set apart.
    edge = form.layout.page.text_width.twips - day - shift
    for gaps in (0.0, date.gaps if date else 0.0) if name >= day else ():
        left = max(min(room - name, edge - gaps), 0)
        yield replace(common, name=left, date=left + shift, date_rule=behind)
    if name < day or room - name + shift + day > room:
        yield replace(common, name=room - day - shift, name_rule=before)


def _sealed(form: Form, names: list[Extent], date: Extent | None) -> Arrangement:
    room, name, day = _measures(form, names, date)
    style, ending = form.expected("signature"), form.layout.ending
    right = ending.sealed_right * style.size.twips
    middle = room - right - day / 2
    if middle + name / 2 > room:
        middle = room - name / 2
    return Arrangement(
        name=middle - name / 2,
        date=middle - day / 2,
        told=Text("盖章", "with a seal"),
        name_rule=Text("应以成文日期为准居中", "centred on the date"),
        date_rule=Text(
            f"应右空 {ending.sealed_right} 字",
            f"{ending.sealed_right} characters free on the right",
        ),
        lines=None,
        is_sealed=True,
    )


def _stamped(form: Form, names: list[Extent], date: Extent | None) -> Arrangement:
    room, name, day = _measures(form, names, date)
    ending = form.layout.ending
    right = ending.sealed_right * form.expected("signature").size.twips
    rule = Text(
        f"应右空 {ending.sealed_right} 字", f"{ending.sealed_right} characters free on the right"
    )
    return Arrangement(
        name=room - right - name,
        date=room - right - day,
        told=Text("加盖签名章", "with a signature stamp"),
        name_rule=rule,
        date_rule=rule,
        lines=ending.stamp_lines,
        date_lines=ending.stamp_date_lines,
    )
