"""What a line beside the report's text is, by what it says: 版头 and 版记, who was at a meeting."""

from __future__ import annotations

from converter.layout.gbt9704 import STYLES
from converter.linter.form.items import Stretch
from converter.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.linter.form.items import Item
    from converter.word.model import Paragraph

_COPY_NUMBER = lazy(r"(?:No\.?|№|份号[：:]?)?\s*[0-9０-９]{4,8}")
_SECRECY = lazy(
    r"(?:绝\s*密|机\s*密|秘\s*密)(?:\s*[★☆*＊]\s*\S{0,8})?(?:\s+(?:特\s*急|加\s*急|平\s*急))?"
    r"|特\s*提|特\s*急|加\s*急|平\s*急"
)
NUMBER = lazy(
    r"[^\s〔〕\[\]（）()【】0-9，。、：]{1,20}(?P<brackets>[〔\[（(【﹝](?P<year>[0-9]{2,4})[〕\])）】﹞])"
    r"\s*(?P<serial>第?\s*[0-9]{1,5})\s*号"
)
"""发文字号, however its brackets are written."""
_ISSUE = lazy(r"[（(〔]?第\s*[0-9〇一二三四五六七八九十百]{1,6}\s*[期号][）)〕]?")
SIGNER = lazy(r"签\s*发\s*人?\s*[：:]")
_COPIES = lazy(r"(?:抄\s*[送报]|分\s*送|主\s*送|主\s*题\s*词)(?:机关)?\s*[：:]")
_PRINTED = lazy(
    r"(?:.{0,60}\s)?\s*[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日\s*印[发制]?"
    r"|[^\s，。；：]{2,30}[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日印[发制]"
)
_DATED = lazy(r"[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日$")
_PRESENT = lazy(r"(?:出\s*席|请\s*假|列\s*席|缺\s*席)(?:人员)?\s*[：:]")
_MARK_ENDS = ("文件", "令", "纪要", "简报")

_POSTED = lazy(
    r"\s*\S{0,20}(?:长|主任|书记|主席|经理|总裁|处长|局长|政委|司令员)[ \t\u3000]+"
    r"(?P<name>\S[\S \u3000]{1,5})"
)
"""A post and a name, apart by blanks."""

HEAD_KEYS = (
    *("copy_number", "secrecy", "mark", "document_number", "signer", "above_title"),
    *("copies", "printing", "attendance"),
)
_OWN = {style.name: key for key, style in STYLES.items()}
"""The names of our own writer's styles."""
_BESIDE = (*HEAD_KEYS, "signature", "date")


def own_style(paragraph: Paragraph) -> str:
    """The element whose style of our own writer a paragraph has; empty for none."""
    return next((_OWN[name] for name in paragraph.styles if name in _OWN), "")


def beside(paragraph: Paragraph) -> str:
    """The same for what stands beside the report's text, in a head, an ending or an imprint."""
    found = own_style(paragraph)
    return found if found in _BESIDE else ""


def is_red(colour: str) -> bool:
    """Whether a colour is red, as 发文机关标志 is, in whichever tone."""
    if len(colour) != 6:
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 160 and red - max(green, blue) >= 90


def head_line(item: Item) -> str:
    """What a line above the title is: an element of 版头, or ``above_title``."""
    text = item.text.strip()
    if _COPY_NUMBER.fullmatch(text):
        return "copy_number"
    if _SECRECY.fullmatch(text):
        return "secrecy"
    if SIGNER.search(text):
        return "signer"
    if NUMBER.search(text) or _ISSUE.fullmatch(text):
        return "document_number"
    if looks_as_mark(item):
        return "mark"
    return beside(item.paragraph) or "above_title"


def is_plainly_head(item: Item) -> bool:
    """Whether a line can be nothing but one of 版头, whatever is said of it elsewhere."""
    text = item.text.strip()
    if _SECRECY.fullmatch(text) or SIGNER.match(text):
        return True
    number = NUMBER.search(text)
    if number is None:
        return False
    before, behind = text[: number.start()].strip(), text[number.end() :].strip()
    is_left = not before or _COPY_NUMBER.fullmatch(before) or _SECRECY.fullmatch(before)
    return bool(is_left and (not behind or SIGNER.match(behind)))


def looks_as_mark(item: Item) -> bool:
    """Whether a line above the title is 发文机关标志: large and red, or named as one."""
    if own_style(item.paragraph) == "mark":
        return True
    runs = [run for run in item.paragraph.runs if run.text.strip()]
    is_large = bool(runs) and max(run.look.size for run in runs) >= 44
    if is_large and all(is_red(run.look.colour) for run in runs):
        return True
    return is_large and item.text.strip().endswith(_MARK_ENDS) and len(item.text.strip()) <= 40


def imprint_line(text: str) -> str:
    """What a line of 版记 is; empty for a line that is none."""
    text = text.strip()
    if _COPIES.match(text):
        return "copies"
    return "printing" if _PRINTED.fullmatch(text) else ""


def is_dated(text: str) -> bool:
    """Whether a line ends with a date, as the printing line of 版记 does that lacks 印发."""
    return bool(_DATED.search(text.rstrip()))


def present(text: str) -> int:
    """How long the label at the head of a line is that says who was at a meeting; 0 for none."""
    found = _PRESENT.match(text)
    return found.end() if found else 0


def posted(text: str) -> int:
    """Where the name begins on a line with the post and the name of who signs; 0 on others."""
    found = _POSTED.fullmatch(text.rstrip())
    return found.start("name") if found else 0


def number_stretches(text: str, element: str) -> Iterable[Stretch]:
    """The stretches of a line with 发文字号, signers, or both; a letter's first line has 份号 or
    密级 on its left. A line of an ``element`` that has neither is the number of an issue, or names
    of further signers."""
    number, label = NUMBER.search(text), SIGNER.search(text)
    marks: list[tuple[int, str]] = []
    if number:
        before = text[: number.start()].strip()
        if before:
            marks.append((0, "copy_number" if _COPY_NUMBER.fullmatch(before) else "secrecy"))
        marks.append((number.start(), "document_number"))
        if not label and text[number.end() :].strip():
            marks.append((number.end(), "signer_name"))
    if label:
        marks += [(label.start(), "signer"), (label.end(), "signer_name")]
    if not marks:
        whole = "document_number" if element == "document_number" else "signer_name"
        return [Stretch(element=whole, start=0, end=len(text))]
    marks[0] = (0, marks[0][1])
    marks.sort()
    ends = [start for start, _ in marks[1:]] + [len(text)]
    return [
        Stretch(element=element, start=start, end=end)
        for (start, element), end in zip(marks, ends, strict=True)
        if start < end
    ]
