"""版头 of a Word file that anyone may have made: known by a large red mark above the title."""

from __future__ import annotations

from converter.model.elements import NONE, Elements
from converter.numbering import match_mark
from converter.patterns import lazy
from converter.readers.text.bodies import ends_as_name
from converter.readers.text.title import strength
from converter.readers.word.looks import is_red, size_of
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.word.transcript import Origin, Transcript

_TOP = 25
_LONGEST = 80
_LARGE = 40
"""Half-points; 发文机关标志 is larger than anything else."""
_COPY_NUMBER = lazy(r"[0-9]{4,8}")
_SECRECY = lazy(r"(?P<secrecy>绝密|机密|秘密)(?:\s*★\s*(?P<period>\S{1,8}))?")
_URGENCY = ("特提", "特急", "加急", "平急")
_NUMBER = lazy(
    r"[^\s〔\[（(【0-9，。：]{1,20}[〔\[（(【﹝]\s*(?:19|20)[0-9]{2}\s*[〕\]）)】﹞]\s*第?\s*[0-9]{1,5}\s*号"
    r"|[（(]?第\s*[0-9一二三四五六七八九十百〇]{1,6}\s*[号期][）)]?"
)
_SIGNERS = lazy(r"(?:^|\s)签\s*发\s*人?\s*[：:]\s*(?P<names>\S.*)$")
_KINDS = (("文件", "official"), ("纪要", "minutes"), ("令", "order"))


def read_head(transcript: Transcript, text: list[tuple[int, Origin]]) -> tuple[Elements, set[int]]:
    """The elements of the head, and the lines that they stand on; none without a mark."""
    lines = transcript.source.lines
    head: list[tuple[int, Origin, str]] = []
    for number, origin in text[:_TOP]:
        line = lines[number - 1].strip()
        if len(line) > _LONGEST or (match_mark(line) and not _NUMBER.fullmatch(line)):
            break
        if strength(line) and not _is_mark(origin):
            break
        head.append((number, origin, line))
    marks = [(number, line) for number, origin, line in head if _is_mark(origin)]
    if not marks:
        return NONE, set()
    elements = _marked([line for _, line in marks])
    taken = {number for number, _ in marks}
    for number, _, line in head:
        found = None if number in taken else _element(line, elements)
        if found is not None:
            elements = found
            taken.add(number)
    return elements, taken


def _is_mark(origin: Origin) -> bool:
    paragraph = origin.paragraph
    return paragraph is not None and is_red(paragraph) and size_of(paragraph) >= _LARGE


def _marked(lines: list[str]) -> Elements:
    """The elements with the mark on some lines: a name and 文件, or several names."""
    texts = ["".join(line.split()) for line in lines]
    whole = "".join(texts)
    ends = ((e, k) for e, k in _KINDS if any(text.endswith(e) for text in texts))
    end, kind = next(ends, ("", "letter"))
    names = [name for text in texts if (name := text.removesuffix(end))]
    if kind in ("official", "letter") and names and all(map(ends_as_name, names)):
        return Elements(layout=kind, issuers=tuple(names))
    if kind == "letter":
        kind = "official"
    return Elements(layout=kind, mark=whole)


def _element(line: str, elements: Elements) -> Elements | None:
    """The elements with that on a line; None where it holds none."""
    if match := _SIGNERS.search(line):
        number = line[: match.start()].strip()
        if number and not _NUMBER.fullmatch(number):
            return None
        names = tuple(match["names"].replace("、", " ").split())
        named = replace(elements, signers=(*elements.signers, *names))
        return replace(named, document_number=number) if number else named
    if _NUMBER.fullmatch(line):
        return replace(elements, document_number=line) if not elements.document_number else None
    if _COPY_NUMBER.fullmatch(line):
        return replace(elements, copy_number=line)
    if line in _URGENCY:
        return replace(elements, urgency=line)
    bare = "".join(line.split())
    if match := _SECRECY.fullmatch(bare):
        return replace(elements, secrecy=match["secrecy"], secrecy_period=match["period"])
    return None
