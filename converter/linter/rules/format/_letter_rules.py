"""The double rules of a letter: drawn as one line of two strokes, or as two bars."""

from __future__ import annotations

from converter.linter.form.signs import is_red
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.linter.form.form import Form
    from converter.word.model import Line

EMU = 635
"""English metric units in a twip."""
_LONG = 5670
"""A rule is at least so many twips long: 100 mm."""
_TOGETHER = 170
"""Two strokes of a rule are at most so far from each other: 3 mm."""
_FORMS = {
    "thickThin": "thick-thin",
    "thinThick": "thin-thick",
    "dbl": "even",
    "sng": "single",
    "tri": "even",
}


@record(kw_only=True)
class Ruled:
    """A rule: ``top`` and ``foot`` in twips from the paper's top edge (None where that cannot be
    told), its length, its form (thick-thin, thin-thick, even, single), and whether it is red."""

    top: float | None
    foot: float | None
    length: float
    form: str
    red: bool


def ruled(form: Form) -> list[Ruled]:
    """The long drawn lines of the first page, from the top, two strokes that belong together as
    one rule."""
    lines = [line for line in form.word.lines if line.length / EMU >= _LONG]
    placed = sorted(
        (line for line in lines if _top(form, line) is not None),
        key=lambda own: _top(form, own) or 0,
    )
    found = []
    while placed:
        group = [placed.pop(0)]
        while placed and _gap(form, group[-1], placed[0]) <= _TOGETHER:
            group.append(placed.pop(0))
        found.append(_of(form, group))
    return found + [_of(form, [line]) for line in lines if _top(form, line) is None]


def _top(form: Form, line: Line) -> float | None:
    """From the paper's top edge to a line; None where it hangs on a paragraph."""
    section = form.word.sections[0]
    origins = {"page": 0, "margin": section.top, "topMargin": 0}
    offset, origin = line.offset[1], origins.get(line.relative_from[1])
    return None if offset is None or origin is None else origin + offset / EMU


def _gap(form: Form, one: Line, other: Line) -> float:
    return (_top(form, other) or 0) - (_top(form, one) or 0) - one.weight / EMU


def _of(form: Form, group: Sequence[Line]) -> Ruled:
    first, last = group[0], group[-1]
    top, below = _top(form, first), _top(form, last)
    if len(group) == 1:
        kind = _FORMS.get(first.compound or "sng", "single")
    elif first.weight > last.weight * 1.2:
        kind = "thick-thin"
    else:
        kind = "thin-thick" if last.weight > first.weight * 1.2 else "even"
    return Ruled(
        top=top,
        foot=None if below is None else below + last.weight / EMU,
        length=max(line.length for line in group) / EMU,
        form=kind,
        red=all(is_red(line.colour) for line in group),
    )
