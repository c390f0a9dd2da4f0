"""F101 to F106: paper and margins."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.words import mm
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import HEADINGS, MM, WORD, first_of_section
from converter.linter.subject import Subject
from converter.word.model import Section

_PAPER_TOLERANCE = 2 * MM
"""GB/T 148 allows 2 mm on lengths of 150 to 600 mm."""
_WORDY = ("body", "recipient", *HEADINGS)


def check_paper(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Sections whose paper is of another size, or turned although text stands on it: a page that
    is turned for a wide table is no deviation."""
    page = form.layout.page
    due = sorted((page.width.twips, page.height.twips))
    wordy = {item.paragraph.section for item in form.flow if item.element in _WORDY}
    for index, section in enumerate(form.word.sections):
        item = first_of_section(form, index)
        size = sorted((section.width, section.height))
        if item is None:
            continue
        wanted = f"{mm(page.width.twips)}×{mm(page.height.twips)} mm"
        if any(abs(own - right) > _PAPER_TOLERANCE for own, right in zip(size, due, strict=True)):
            found = f"{mm(section.width)}×{mm(section.height)} mm"
            yield Deviation(
                item,
                Text(
                    f"纸张是 {found}，应为 {wanted}（A4）",
                    f"the paper is {found}, due is {wanted}",
                ),
            )
        elif section.width > section.height and index in wordy:
            yield Deviation(
                item,
                Text("纸张横放，公文应竖放（只有大表格的页可以横放）", "the paper is turned"),
            )


_Side = tuple[str, str, Callable[[Section], int]]
_TOP: _Side = ("天头（上页边距）", "top margin", lambda section: abs(section.top))
_LEFT: _Side = (
    "订口（左页边距）",
    "left margin",
    lambda section: section.left + section.gutter,
)
_RIGHT: _Side = ("右页边距", "right margin", lambda section: section.right)
_BOTTOM: _Side = ("下页边距", "bottom margin", lambda section: abs(section.bottom))


def _margin(form: Form, side: _Side, due: int) -> Iterator[Deviation]:
    """The upright sections whose margin is more than a millimetre off."""
    zh, en, measure = side
    for index, section in enumerate(form.word.sections):
        item = first_of_section(form, index)
        if item is None or section.width > section.height:
            continue
        found = measure(section)
        if abs(found - due) > MM:
            yield Deviation(
                item,
                Text(
                    f"{zh}是 {mm(found)} mm，应为 {mm(due)} mm（允许误差 1 mm）",
                    f"the {en} is {mm(found)} mm, due is {mm(due)} mm, within 1 mm",
                ),
            )


def check_top(form: Form, subject: Subject) -> Iterator[Deviation]:
    """The white above the text area."""
    return _margin(form, _TOP, form.layout.page.top.twips)


def check_left(form: Form, subject: Subject) -> Iterator[Deviation]:
    """The white on the binding side."""
    return _margin(form, _LEFT, form.layout.page.left.twips)


def check_right(form: Form, subject: Subject) -> Iterator[Deviation]:
    """The white on the right, by which the text area has its width."""
    return _margin(form, _RIGHT, form.layout.page.right.twips)


def check_bottom(form: Form, subject: Subject) -> Iterator[Deviation]:
    """The white below the text area, by which it has its height."""
    return _margin(form, _BOTTOM, form.layout.page.bottom.twips)


def check_mirror(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Mirrored margins where the layout has none, and the other way round."""
    mirrored = form.word.settings.mirror_margins
    if form.items and mirrored != form.layout.mirror:
        yield Deviation(
            form.items[0],
            Text("页边距设成了“对称页边距”，双数页的订口会到右边", "the margins are mirrored")
            if mirrored
            else Text("页边距应设为“对称页边距”", "the margins are not mirrored"),
        )


def _why(zh: str, en: str) -> Text:
    return Text(
        f"{zh}装订、归档和套印都按这个尺寸留位置。",
        f"{en} Binding, filing and printing reckon with it.",
    )


_MARGINS = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"'


def _rule(
    code: str,
    name: str,
    summary: Text,
    why: Text,
    source: Text,
    bad: str,
    check: Callable[[Form, Subject], Iterator[Deviation]],
    severity: Severity = Severity.ERROR,
) -> Rule:
    return Rule(
        code=code,
        name=name,
        severity=severity,
        summary=summary,
        why=why,
        source=source,
        bad=bad,
        good=_MARGINS,
        check=over_form(check),
        default=False,
        needs=WORD,
        sample=Sample("official"),
    )


_SOURCE = Text("GB/T 9704-2012 5.2.1（页边与版心尺寸）", "GB/T 9704-2012, 5.2.1 (margins)")

RULES = (
    Rule(
        code="F101",
        name="paper-size",
        severity=Severity.ERROR,
        summary=Text("纸张不是 A4，或放横了", "the paper is not A4, or turned"),
        why=_why("公文用纸是 A4，竖放。", "Official documents stand on upright A4."),
        source=Text("GB/T 9704-2012 5.1（用纸）", "GB/T 9704-2012, 5.1 (paper)"),
        bad='<w:pgSz w:w="12240" w:h="15840"/>',
        good='<w:pgSz w:w="11906" w:h="16838"/>',
        check=over_form(check_paper),
        default=False,
        needs=WORD,
        sample=Sample("official"),
    ),
    _rule(
        "F102",
        "top-margin",
        Text("天头（上页边距）不对", "the top margin is off"),
        _why("天头是 37 mm，误差不超过 1 mm。", "The top margin is 37 mm, within 1 mm."),
        _SOURCE,
        _MARGINS.replace("2098", "2183"),
        check_top,
    ),
    _rule(
        "F103",
        "binding-margin",
        Text("订口（左页边距）不对", "the binding margin is off"),
        _why("订口是 28 mm，误差不超过 1 mm。", "The binding margin is 28 mm, within 1 mm."),
        _SOURCE,
        _MARGINS.replace("1588", "1800"),
        check_left,
    ),
    _rule(
        "F104",
        "right-margin",
        Text("右页边距不对，版心不是 156 mm 宽", "the right margin is off"),
        _why("版心宽 156 mm，所以右边留 26 mm。", "The text area is 156 mm wide."),
        _SOURCE,
        _MARGINS.replace("1474", "1800"),
        check_right,
    ),
    _rule(
        "F105",
        "bottom-margin",
        Text("下页边距不对，版心不是 225 mm 高", "the bottom margin is off"),
        _why("版心高 225 mm，所以下边留 35 mm。", "The text area is 225 mm high."),
        _SOURCE,
        _MARGINS.replace("1984", "1440"),
        check_bottom,
    ),
    Rule(
        code="F106",
        name="mirrored-margins",
        severity=Severity.INFO,
        summary=Text("对称页边距与版式不符", "mirrored margins against the layout"),
        why=Text(
            "通行的做法是每页左边都留 28 mm；设成对称页边距，双数页的字会整体左移 2 mm。",
            "Usage leaves 28 mm on the left of every page; mirrored margins shift even pages.",
        ),
        source=Text("通行做法（标准只说订口在左侧）", "practice (the standard binds on the left)"),
        bad="<w:mirrorMargins/><w:evenAndOddHeaders/>",
        good="<w:evenAndOddHeaders/>",
        check=over_form(check_mirror),
        default=False,
        needs=WORD,
        sample=Sample("official", "word/settings.xml"),
    ),
)
