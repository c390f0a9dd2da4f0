"""Attachment list, signature, date, seal, note, attachments (clauses 7.3.4 to 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.layout.proof import standard as std
from tests.layout.proof.rendered import NotFound, Rendered, slot
from tests.layout.proof.requirement import (
    Reading,
    among,
    near,
    requirement,
    spot,
    within,
)
from tests.tools.measure import Line, joined
from tests.tools.measure_ink import ink

SIGNED = ("署名", "成文日期")
NO_ORDER = ("report", "official", "letter", "minutes")


def list_items(document: Rendered) -> list[list[Line]]:
    """附件说明: the lines of each attachment's name, numbers left out. Raises NotFound."""
    after = document.body_end
    found = []
    for name in document.draft.strings("附件"):
        lines, after = document.find(name, after)
        found.append(lines)
    return found


@requirement("R054", "7.3.4", "附件说明在正文下空一行", "隔 2 行 ±0.1", needs=("附件",))
def list_place(document: Rendered) -> Iterator[Reading]:
    first = document.ending("附件：")[0]
    last = document.paragraphs[-1][1][-1]
    if first.page == last.page:
        yield near((first.baseline - last.baseline) / std.PITCH, 2, 0.1, spot(first), "行")
    else:  # the text ends with its page
        yield near(slot(first), 1.5, 0.6, spot(first), "行（页首）")


@requirement(
    "R054", "7.3.4", "附件说明左空二字，“附件”后用全角冒号", "x 39.3 ±0.4 mm", needs=("附件",)
)
def list_left(document: Rendered) -> Iterator[Reading]:
    first = document.ending("附件：")[0]
    yield near(first.left, std.LEFT + 2 * std.CHARACTER_3, 0.4, spot(first))


@requirement(
    "R055", "7.3.4", "多个附件用阿拉伯数字顺序号，名称后没有标点", "文字相符", needs=("多个附件",)
)
def list_numbers(document: Rendered) -> Iterator[Reading]:
    document.ending("附件：")
    for number, (name, lines) in enumerate(
        zip(document.draft.strings("附件"), list_items(document), strict=True), start=1
    ):
        shown = document.full(lines[0]).text
        wanted = ("附件：" if number == 1 else "") + f"{number}." + joined(lines[:1])
        yield among(shown[:8], shown == wanted, spot(lines[0]))
        end = document.full(lines[-1]).text
        yield among(end[-1], end.endswith(re.sub(r"\s", "", name)[-1]), spot(lines[-1]))


@requirement(
    "R055", "7.3.4", "附件名称回行与上一行名称的首字对齐", "x 相差 ±0.5 mm", needs=("附件",)
)
def list_wrap(document: Rendered) -> Iterator[Reading]:
    items = list_items(document)
    for lines in items:
        for line in lines:
            yield near(line.left - items[0][0].left, 0, 0.5, spot(line))


def _ending(document: Rendered) -> tuple[list[Line], Line]:
    """署名 and 成文日期 behind the body and the attachment list. Raises NotFound."""
    after = document.body_end
    for name in document.draft.strings("附件"):
        _, after = document.find(name, after)
    names = []
    for name in document.draft.signatures:
        (line, *_), after = document.find(name, after)
        names.append(line)
    (date, *_), _ = document.find(document.draft.date, after)
    return names, date


@requirement(
    "R056",
    "7.3.5.1",
    "加盖印章的公文：成文日期右空四字",
    "右端 161.4 ±0.8 mm",
    needs=("用印", *SIGNED),
    layouts=NO_ORDER,
)
def sealed_date(document: Rendered) -> Iterator[Reading]:
    _, date = _ending(document)
    yield near(date.right, std.RIGHT - 4 * std.CHARACTER_3, 0.8, spot(date))


@requirement(
    "R057",
    "7.3.5.1",
    "加盖印章的公文：署名在成文日期之上，以日期为准居中（扣除LibreOffice在数字旁加的空隙）",
    "中线相差 ±1 mm",
    needs=("用印", *SIGNED),
    layouts=NO_ORDER,
)
def sealed_name(document: Rendered) -> Iterator[Reading]:
    names, date = _ending(document)
    yield near(names[-1].center - date_center(date), 0, 1, spot(names[-1]))
    yield near((date.baseline - names[-1].baseline) / std.PITCH, 1, 0.1, spot(date), "行")


@requirement(
    "R058", "7.3.5.1", "印章红色，居中下压署名和成文日期", "中线相差 ±2 mm", needs=("印章图",)
)
def seal_centre(document: Rendered) -> Iterator[Reading]:
    names, date = _ending(document)
    found = _seal(document, date)
    yield near((found[0] + found[2]) / 2 - date_center(date), 0, 2, "印章")
    below = (names[-1].top + date.bottom) / 2 - (found[1] + found[3]) / 2
    yield within(below, 0, 10, "署名和日期在印章中心之下")


@requirement(
    "R058", "7.3.5.1", "印章顶端距正文（附件说明）一行之内", "不大于 10.2 mm", needs=("印章图",)
)
def seal_top(document: Rendered) -> Iterator[Reading]:
    names, date = _ending(document)
    top = _seal(document, date)[1]
    above = document.before(names[0])
    yield within(top - above.bottom, 0, 10.3, spot(above))


def date_center(date: Line) -> float:
    """The middle of a date set flush right, the gaps that LibreOffice puts beside digits (and
    that widen it to the left) taken out."""
    return date.center + _gaps(date) / 2


def _gaps(line: Line) -> float:
    """What LibreOffice adds beside the digits of a date."""
    gaps = len(re.findall(r"(?<=\d)(?=[年月日])|(?<=[年月日])(?=\d)", line.text))
    return gaps * std.JUNCTION * std.CHARACTER_3


def _seal(document: Rendered, date: Line) -> tuple[float, float, float, float]:
    middle = date_center(date)
    region = (middle - 35, date.baseline - 60, middle + 35, date.baseline + 40)
    found = ink(document.pdf, date.page, region, "red")
    if found is None:
        raise NotFound("红色印章")
    return found.left, found.top, found.right, found.bottom


@requirement(
    "R060",
    "7.3.5.2",
    "不加盖印章的公文：署名在正文（附件说明）下空一行",
    "隔 2 行 ±0.1",
    needs=("不用印", *SIGNED),
    layouts=NO_ORDER,
)
def unsealed_place(document: Rendered) -> Iterator[Reading]:
    names, _ = _ending(document)
    if slot(names[0]) > 2.5:
        above = document.before(names[0])
        yield near((names[0].baseline - above.baseline) / std.PITCH, 2, 0.1, spot(names[0]), "行")
    else:
        yield near(slot(names[0]), 1.5, 0.6, spot(names[0]), "行（页首）")


@requirement(
    "R060",
    "7.3.5.2",
    "不加盖印章的公文：署名与日期中较长的右空二字（扣除LibreOffice在数字旁加的空隙）",
    "右端 172.7 ±0.8 mm",
    needs=("不用印", *SIGNED),
    layouts=NO_ORDER,
)
def unsealed_right(document: Rendered) -> Iterator[Reading]:
    names, date = _ending(document)
    longest = max(names, key=lambda line: line.weight)
    longer = longest if longest.weight >= date.weight else date
    right = longer.right - _gaps(longer)
    yield near(right, std.RIGHT - 2 * std.CHARACTER_3, 0.8, spot(longer))


@requirement(
    "R061",
    "7.3.5.2",
    "不加盖印章的公文：日期首字比署名首字右移二字",
    "11.3 ±0.6 mm",
    needs=("不用印", *SIGNED),
    without=("多个署名",),
    layouts=NO_ORDER,
)
def unsealed_shift(document: Rendered) -> Iterator[Reading]:
    names, date = _ending(document)
    yield near(date.left - names[-1].left, 2 * std.CHARACTER_3, 0.6, spot(date))
    yield near((date.baseline - names[-1].baseline) / std.PITCH, 1, 0.1, spot(date), "行")


@requirement(
    "R062",
    "7.3.5.2",
    "联合行文：主办机关署名在前，其余依次向下",
    "逐行",
    needs=("多个署名", "不用印"),
    layouts=NO_ORDER,
)
def unsealed_joint(document: Rendered) -> Iterator[Reading]:
    names, date = _ending(document)
    for above, below in zip(names, (*names[1:], date), strict=True):
        step = (below.baseline - above.baseline) / std.PITCH
        yield near(step, 1, 0.1, spot(below), "行")


@requirement(
    "R063",
    "7.3.5.3",
    "签名章：右空四字，其左空二字标职务；下空一行编排日期，右空四字",
    "右端 161.4 ±0.8 mm",
    needs=("签名人", "成文日期"),
)
def stamp(document: Rendered) -> Iterator[Reading]:
    (post, *_), after = document.find(document.draft.string("签名人职务"), document.body_end)
    (name, *_), after = document.find(document.draft.string("签名人"), after)
    (date, *_), _ = document.find(document.draft.date, after)
    for line in (name, date):
        yield near(line.right, std.RIGHT - 4 * std.CHARACTER_3, 0.8, spot(line))
    yield near(name.left - post.right, 2 * std.CHARACTER_3, 0.6, spot(post))
    yield near((date.baseline - name.baseline) / std.PITCH, 2, 0.1, spot(date), "行")


@requirement(
    "R063",
    "7.3.5.3",
    "签名章在正文（附件说明）下空二行",
    "隔 3 行 ±0.1",
    needs=("签名人", "成文日期"),
)
def stamp_place(document: Rendered) -> Iterator[Reading]:
    (post, *_), _ = document.find(document.draft.string("签名人职务"), document.body_end)
    if slot(post) > 3.5:
        above = document.before(post)
        yield near((post.baseline - above.baseline) / std.PITCH, 3, 0.1, spot(post), "行")
    else:
        yield near(slot(post), 2, 1.1, spot(post), "行（页首）")


@requirement(
    "R064",
    "7.3.5.4",
    "成文日期用阿拉伯数字，年份标全，月日不编虚位",
    "形式相符",
    needs=("成文日期",),
)
def date_form(document: Rendered) -> Iterator[Reading]:
    after = document.body_end
    (date, *_), _ = document.find(document.draft.date, after)
    form = r"\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日"
    yield among(date.text, bool(re.fullmatch(form, date.text)), spot(date))


@requirement("R065", "7.3.5.5", "署名、日期所在的页有正文", "至少 1 行", needs=("成文日期",))
def ending_with_text(document: Rendered) -> Iterator[Reading]:
    (date, *_), _ = document.find(document.draft.date, document.body_end)
    names = set("".join(document.draft.signatures))
    above = [
        line
        for line in document.lines
        if line.page == date.page and line.baseline < date.baseline - 1
    ]
    text = [line for line in above if not set(line.text) <= names]
    yield Reading(len(text), len(text) >= 1, f"第{date.page}页", "行")
