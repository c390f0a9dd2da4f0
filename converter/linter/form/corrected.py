"""What the text itself says that a paragraph is, where its style says otherwise.

A file that was made with styles is read by them, and so a heading in the style of another level
would be judged as one of that level. Number marks, the form of dates and of names, and the places
of lines to each other tell what it is.
"""

from __future__ import annotations

from itertools import pairwise

from converter.linter.form.items import OTHER, Item, as_whole, is_text
from converter.linter.form.levels import MARKS, correct_headings
from converter.linter.form.signs import HEAD_KEYS
from converter.numbering import match_mark
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_LISTED = 80
_LONGEST_NAME = 25
_LABEL = lazy(r"附\s?件\s*[0-9０-９一二三四五六七八九十]{0,3}\s*[：:]?")
_LIST = lazy(r"附\s?件\s*[：:]\s*(?P<mark>[0-9０-９]{1,2}\s*[.．、])?\s*\S")
_LISTED = lazy(r"\s*[0-9０-９]{1,2}\s*[.．、]\s*\S")
_DATE = lazy(
    r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"
    r"|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_BODIES = (
    *("政府", "委员会", "党委", "县委", "市委", "区委", "省委", "工委", "党组", "办公室", "办公厅"),
    *("局", "厅", "院", "部门", "单位", "机构", "公司", "集团", "中心", "学校", "馆", "站"),
    *("所", "处"),
    *("部", "社", "人大常委会", "政协", "协会", "总会", "联合会"),
)
"""What the names of bodies end with."""
_TITLES = ("title", "subtitle", "below_title")
_LONGEST_TITLE = 60
_TITLE_ENDS = (
    *("总结", "计划", "报告", "通知", "要点", "安排", "汇报", "打算", "小结", "思路", "函", "意见"),
    *("方案", "决定", "通报", "请示", "批复", "纪要", "情况", "材料"),
)
_BEHIND = 3
"""So many lines may stand between a date and what is behind the text."""
_ENDS = ("attachment_label", "attachment_title", "note", "copies", "printing")


def corrected(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, those of the flow with the elements that their texts ask for."""
    found = list(items)
    flow = [item.index for item in items if item.place.where == "body" and not item.is_blank]
    _correct_title(found, flow)
    _correct_labels(found, flow)
    _correct_list(found, flow)
    _correct_recipients(found, flow)
    _correct_ending(found, flow)
    correct_headings(found, flow)
    return tuple(found)


def _is_plain(item: Item) -> bool:
    """Whether it is text, or what stands below an ending or was taken out, and nobody knows."""
    return is_text(item) or item.element in ("note", OTHER)


def _is_name(text: str) -> bool:
    """Whether a line may be a name: short, without a mark, without a number."""
    text = text.strip()
    return 0 < len(text) <= _LONGEST_NAME and MARKS.isdisjoint(text) and match_mark(text) is None


def _correct_title(found: list[Item], flow: list[int]) -> None:
    """The first line of text, where there is no title and it ends as titles do; the mark above a
    title; and lines of a title that begin with a dash, which are its subtitle."""
    titles = [at for at in flow if found[at].element == "title"]
    while len(titles) > 1 and found[titles[0]].text.strip().endswith("文件"):
        found[titles[0]] = as_whole(found[titles[0]], "mark")
        del titles[0]
    first = next((at for at in flow if found[at].element not in HEAD_KEYS), None)
    if not titles and first is not None and is_text(found[first]):
        text = "".join(found[first].text.split())
        if len(text) <= _LONGEST_TITLE and text.endswith(_TITLE_ENDS):
            found[first] = as_whole(found[first], "title")
            titles = [first]
    for at in flow[flow.index(titles[0]) + 1 :] if titles else ():
        is_dashed = found[at].text.strip().startswith("——")
        if not (is_dashed and (found[at].element == "title" or is_text(found[at]))):
            return
        found[at] = as_whole(found[at], "subtitle")


def _correct_labels(found: list[Item], flow: list[int]) -> None:
    """附件1 on a line of its own, behind the first lines, and the title below it. What follows
    below an ending is no note then."""
    is_taken = False
    for at, below in pairwise([*flow[1:], None]):
        if at is None:
            return
        if _is_plain(found[at]) and _LABEL.fullmatch(found[at].text.strip()):
            found[at] = as_whole(found[at], "attachment_label")
            is_taken = True
            if below is not None and _is_plain(found[below]) and _is_title(found[below].text):
                found[below] = as_whole(found[below], "attachment_title")
        elif is_taken and found[at].element == "note":
            found[at] = as_whole(found[at], OTHER)


def _is_title(text: str) -> bool:
    text = "".join(text.split())
    return len(text) <= _LONGEST_TITLE and not text.endswith(("。", "；", "：", "，"))


def _correct_list(found: list[Item], flow: list[int]) -> None:
    """附件：1.… and the numbered lines below it."""
    is_open = False
    for at in flow[1:]:
        item = found[at]
        text = item.text.strip()
        first = _LIST.match(text) if len(text) <= _LONGEST_LISTED else None
        if _is_plain(item) and first and not text.endswith("。"):
            is_open = bool(first["mark"])
            found[at] = as_whole(item, "attachment_first" if is_open else "attachment_only")
        elif is_open and _is_plain(item) and _LISTED.match(text) and not text.endswith("。"):
            found[at] = as_whole(item, "attachment_next")
        else:
            is_open = item.element in ("attachment_first", "attachment_next")


def _correct_recipients(found: list[Item], flow: list[int]) -> None:
    """A list of bodies with a colon behind it, right below the title."""
    place = [i for i, at in enumerate(flow) if found[at].element in _TITLES]
    below = found[flow[place[-1] + 1]] if place and place[-1] + 1 < len(flow) else None
    if below is not None and _is_plain(below) and _names_bodies(below.text.strip()):
        found[below.index] = as_whole(below, "recipient")
    for at in flow:
        item = found[at]
        is_first = not place or (below is not None and at == below.index)
        if item.element == "recipient" and (not is_first or "。" in item.text.rstrip()[:-1]):
            found[at] = as_whole(item, "body")


def _names_bodies(text: str) -> bool:
    """Whether a line is a list of bodies with a colon behind it."""
    if not text.endswith(("：", ":")):
        return False
    names = text[:-1].replace("，", "、").split("、")
    return all(len(name) <= _LONGEST_NAME and name.endswith(_BODIES) for name in names)


def _correct_ending(found: list[Item], flow: list[int]) -> None:
    """A date on a line of its own behind the text, and a name above it, where no other line is the
    date or the name."""
    end = next((i for i, at in enumerate(flow) if found[at].element in _ENDS), len(flow))
    known = [i for i, at in enumerate(flow[:end]) if found[at].element == "date"]
    dates = known or [
        i
        for i in range(len(flow) - 1, 1, -1)
        if _is_plain(found[flow[i]])
        and _DATE.fullmatch(found[flow[i]].text.strip())
        and (i >= end - _BEHIND or found[flow[i - 1]].element == "signature")
    ]
    if not dates:
        return
    item, above = found[flow[dates[0]]], found[flow[dates[0] - 1]]
    found[item.index] = as_whole(item, "date")
    is_signed = any(found[at].element == "signature" for at in flow)
    if dates[0] > 1 and not is_signed and _is_plain(above) and _is_name(above.text):
        found[above.index] = as_whole(above, "signature")
