"""版头 of a file that our own writer made, as the elements that it was made of."""

from __future__ import annotations

from converter.model.elements import NONE, Elements
from converter.readers.text.bodies import ends_as_name
from converter.readers.text.title import is_number, squeeze
from converter.readers.word.own import key_of
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from converter.word.model import Paragraph
    from converter.word.transcript import Origin, Transcript

    Cuts: TypeAlias = tuple[tuple[int, int, str], ...]

HEAD_KEYS = ("copy_number", "secrecy", "mark", "document_number", "signer", "above_title")
SUFFIXES = {"official": "文件", "letter": "", "order": "令", "minutes": "会议纪要"}
_LABEL = "签发人："
_TAKEN = "metadata"


def kind_of(transcript: Transcript, text: list[tuple[int, Origin]], keys: dict[int, str]) -> str:
    """The kind of layout that a file's head is of; empty for a report, which has none. The rule
    below the number tells most kinds from an order, which has none; the number may be empty."""
    marks = [origin for number, origin in text if keys[number] == "mark"]
    if "attendance" in keys.values():
        return "minutes"
    if any(origin.box for origin in marks):
        return "letter"
    if any(origin.paragraph and _is_ruled(origin.paragraph) for origin in transcript.origins):
        minutes = any(_text(origin).endswith("纪要") for origin in marks)
        return "minutes" if minutes else "official"
    return "order" if marks else ""


def _is_ruled(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the number's, with the rule of the head below it."""
    has_rule = any(border.side == "bottom" for border in paragraph.look.borders)
    return has_rule and key_of(paragraph) in ("document_number", "signer")


def head_elements(
    transcript: Transcript,
    text: list[tuple[int, Origin]],
    keys: dict[int, str],
    kind: str,
    stated: frozenset[str],
) -> tuple[Elements, dict[int, Cuts]]:
    """The elements of the head, and the lines that they stand on: with what is cut out of a line,
    or with nothing where all of it is taken. ``stated`` are the elements from metadata."""
    elements = NONE
    cuts: dict[int, Cuts] = {}
    titled = "title" in keys.values()
    marks: list[Paragraph] = []
    signers: list[str] = []
    for number, origin in text:
        key, line = keys[number], transcript.source.lines[number - 1]
        left, tab, right = line.partition("\t")
        if key == "mark" and origin.paragraph:
            if origin.first:
                marks.append(origin.paragraph)
        elif key == "signer":
            found, names = _signers(line)
            elements = replace(elements, document_number=found or elements.document_number)
            signers += names
        elif key == "document_number" and not (titled and _is_text(line, stated)):
            elements = replace(elements, document_number=line.strip())
        elif key in ("copy_number", "secrecy", "above_title"):
            if tab:
                elements = replace(elements, document_number=right.strip())
            if key == "above_title":
                if tab:
                    cuts[number] = ((len(left), len(line), _TAKEN),)
                continue
            elements = _left_item(left.strip(), key, elements)
        else:
            continue
        cuts[number] = ()
    return replace(_marked(marks, kind, stated, elements), signers=tuple(signers)), cuts


def _is_text(line: str, stated: frozenset[str]) -> bool:
    """Whether a number above a title is text of the draft: no metadata have it, and it reads as
    one."""
    return "document_number" not in stated and is_number(squeeze(line))


def _left_item(text: str, key: str, elements: Elements) -> Elements:
    """The elements with what stands on the left above the mark: 份号, 密级★期限, 紧急程度."""
    if key == "copy_number":
        return replace(elements, copy_number=text)
    secrecy, star, period = text.partition("★")
    if star or secrecy in ("绝密", "机密", "秘密"):
        return replace(elements, secrecy=secrecy or None, secrecy_period=period or None)
    return replace(elements, urgency=text)


def _marked(
    marks: list[Paragraph], kind: str, stated: frozenset[str], elements: Elements
) -> Elements:
    """The elements with 发文机关标志: as the names of the bodies, where it is made of these."""
    if not marks:
        return elements
    names = [_whole(mark) for mark in marks if mark.look.align == "distribute"]
    if names:
        return replace(elements, issuers=tuple(names))
    text = "".join(map(_whole, marks))
    name = text.removesuffix(SUFFIXES.get(kind, "文件"))
    if name and "mark" not in stated and ("issuers" in stated or ends_as_name(name)):
        return replace(elements, issuers=(name,))
    return replace(elements, mark=text)


def _whole(paragraph: Paragraph) -> str:
    """The text of a paragraph, its lines joined again."""
    return paragraph.text.replace("\n", "")


def _signers(line: str) -> tuple[str, list[str]]:
    """发文字号 and the names on a line of the signers; short names are spread to three places."""
    parts = line.strip("\n").split("\t")
    number = parts[1].strip() if len(parts) > 1 and not parts[1].startswith(_LABEL) else ""
    told = parts[-1].removeprefix(_LABEL)
    names: list[str] = []
    spread = False
    for word in told.split("\u3000"):
        if spread:
            names[-1] += word
            spread = False
        elif word:
            names.append(word)
            spread = len(word) == 1
    return number, names


def _text(origin: Origin) -> str:
    return _whole(origin.paragraph) if origin.paragraph and origin.first else ""
