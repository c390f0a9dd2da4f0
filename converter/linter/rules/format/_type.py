"""Fonts and sizes of elements against those of the layout."""

from __future__ import annotations

from converter.bilingual import Text
from converter.linter.form.deviations import Deviation
from converter.linter.form.fonts import class_of, is_of, shown
from converter.linter.form.words import NAMES, size_words
from converter.linter.rules.format._looks import CHINESE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.linter.form.form import Form
    from converter.linter.subject import Subject

    Check = Callable[[Form, Subject], Iterator[Deviation]]


def fonts_off(form: Form, *elements: str, as_one: bool = False) -> Iterator[Deviation]:
    """The Chinese text of some elements that stands in a font of another class than the layout's;
    ``as_one``: those in the same font are one finding, whichever element they are."""
    for item, stretch, start, end, run in form.runs(*elements):
        due, found = form.expected(stretch.element).font, run.look.fonts.east_asia
        if not CHINESE.search(item.text, start, end) or is_of(found, due):
            continue
        called = NAMES[stretch.element]
        kind = class_of(found)
        told = f"{found}（{kind}）" if kind and kind != found else found
        yield Deviation(
            item,
            Text(
                f"{called.zh}用的是{told or '默认字体（一般是宋体）'}，应为{shown(due)}",
                f"{called.en}: the font is {found or 'the default'}, due is {due.name}",
            ),
            start,
            end,
            kind=f"{found}/{due.name}" if as_one else "",
        )


def sizes_off(form: Form, *elements: str, as_one: bool = False) -> Iterator[Deviation]:
    """The text of some elements that is of another size than the layout's; ``as_one``: what is of
    the same size is one finding, whichever element it is."""
    for item, stretch, start, end, run in form.runs(*elements):
        due, found = form.expected(stretch.element).size.half_points, run.look.size
        if found == due:
            continue
        called = NAMES[stretch.element]
        own, right = size_words(found), size_words(due)
        yield Deviation(
            item,
            Text(
                f"{called.zh}是{own.zh}字，应为{right.zh}",
                f"{called.en}: the size is {own.en}, due is {right.en}",
            ),
            start,
            end,
            kind=f"{found}/{due}" if as_one else "",
        )


def font_check(*elements: str, as_one: bool = False) -> Check:
    """The check of :func:`fonts_off` for some elements."""

    def check(form: Form, subject: Subject) -> Iterator[Deviation]:
        return fonts_off(form, *elements, as_one=as_one)

    return check


def size_check(*elements: str, as_one: bool = False) -> Check:
    """The check of :func:`sizes_off` for some elements."""

    def check(form: Form, subject: Subject) -> Iterator[Deviation]:
        return sizes_off(form, *elements, as_one=as_one)

    return check


def wrong_type(form: Form, *elements: str, sized: bool = True) -> Iterator[Deviation]:
    """Font and, unless its size is free, size of some elements against the layout's: what is alike
    in those that stand together is one finding."""
    yield from fonts_off(form, *elements, as_one=True)
    if sized:
        yield from sizes_off(form, *elements, as_one=True)
