"""The lines of a file that our own writer made: each style says what its lines are."""

from __future__ import annotations

from converter.model.elements import NONE, Elements
from converter.numbering import match_mark
from converter.readers.text.given import GivenLine
from converter.readers.word.own import GAP, key_of, repeated_calls, run_in_level, run_style
from converter.readers.word.own_head import HEAD_KEYS, head_elements, kind_of
from converter.readers.word.own_metadata import main_part
from converter.readers.word.own_tail import TAIL_KEYS, tail_elements
from converter.readers.word.seals import seal_picture
from converter.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.word.model import Paragraph
    from converter.word.transcript import Origin, Transcript

TAKEN = "metadata"
"""The reason under which text is listed that became an element, as a draft's metadata are."""
_ATTACHMENTS = ("attachment_only", "attachment_first", "attachment_next")
_SIGNATORY_RUN = "GwSignerNameRun"


def read_own(
    transcript: Transcript, text: list[tuple[int, Origin]], base: str, stated: frozenset[str]
) -> tuple[Elements, dict[int, GivenLine]]:
    """The elements that the lines of text give, and what is told of each line. ``base`` is the base
    name of the file, ``stated`` are the elements that it has from metadata."""
    keys = {number: _key(origin) for number, origin in text}
    kind = kind_of(transcript, text, keys)
    lines = {number: _line(transcript, number, origin, keys[number]) for number, origin in text}
    for number, called in repeated_calls(text).items():
        lines[number] = replace(
            lines[number],
            cuts=(*lines[number].cuts, *((at, end, "footnote-mark") for at, end, _ in called)),
            references=tuple((at, label) for at, _, label in called),
        )
    elements = NONE
    if kind:
        head, cuts = head_elements(transcript, text, keys, kind, stated)
        elements = replace(head, layout=kind)
        for number, cut in cuts.items():
            lines[number] = replace(lines[number], cuts=cut) if cut else GivenLine(reason=TAKEN)
    else:
        elements = _plain_elements(transcript, text, keys, lines)
        if "layout" in stated:
            elements = replace(elements, layout="report")
    for part in (tail_elements, _stamp, main_part):
        elements, taken = part(transcript, text, keys, stated, elements)
        lines |= dict.fromkeys(taken, GivenLine(reason=TAKEN))
    seal = seal_picture(transcript, base) or _seal(text, keys, kind, told="seal" in stated)
    return (replace(elements, seal=seal) if seal else elements), lines


def _key(origin: Origin) -> str:
    return key_of(origin.paragraph) if origin.paragraph else ""


def _line(transcript: Transcript, number: int, origin: Origin, key: str) -> GivenLine:
    """What the style of a line says that it is."""
    line = transcript.source.lines[number - 1]
    if key == "title":
        return GivenLine(title=True, element=key)
    if key.startswith("heading_"):
        return GivenLine(level=int(key.removeprefix("heading_")), element="heading")
    if key in _ATTACHMENTS:
        tab = line.find("\t")
        cuts = ((tab, tab + 1, "tab"),) if tab >= 0 else ()
        return GivenLine(element="attachment", cuts=cuts)
    if key in HEAD_KEYS and key != "above_title":
        return GivenLine(element="above_title")
    if key in TAIL_KEYS:
        return GivenLine(element="imprint")
    if key in ("body", "", GAP):
        return _body_line(line, origin)
    return GivenLine(element={"table_unit": "unit"}.get(key, key))


def _body_line(line: str, origin: Origin) -> GivenLine:
    """A line of text: a number opens a heading only where its words look like one."""
    level = run_in_level(origin.paragraph) if origin.paragraph and origin.first else 0
    if level:
        return GivenLine(level=level, element="body")
    numbered = match_mark(line.strip()) is not None
    return GivenLine(element="body", sentence=numbered, text=not numbered)


def _plain_elements(
    transcript: Transcript,
    text: list[tuple[int, Origin]],
    keys: dict[int, str],
    lines: dict[int, GivenLine],
) -> Elements:
    """The elements above the title of a report without red head: 份号, 密级, 紧急程度."""
    own = [(n, o) for n, o in text if keys[n] in ("copy_number", "secrecy")]
    if not own:
        return NONE
    elements, cuts = head_elements(transcript, own, keys, "report", frozenset())
    lines |= dict.fromkeys(cuts, GivenLine(reason=TAKEN))
    return elements


def _stamp(
    transcript: Transcript,
    text: list[tuple[int, Origin]],
    keys: dict[int, str],
    stated: frozenset[str],
    elements: Elements,
) -> tuple[Elements, list[int]]:
    """The elements with the post and the name of who signs, and the line they stand on."""
    for number, origin in text:
        if keys[number] != "signature" or origin.paragraph is None:
            continue
        runs = [run for run in origin.paragraph.runs if run.text]
        names = [run.text for run in runs if run_style(run) == _SIGNATORY_RUN]
        if names:
            post = "".join(run.text for run in runs if run_style(run) != _SIGNATORY_RUN).strip()
            keys[number] = "signatory"
            return replace(elements, post=post or None, signatory="".join(names)), [number]
    return elements, []


def _seal(
    text: list[tuple[int, Origin]], keys: dict[int, str], kind: str, *, told: bool
) -> str | None:
    """Whether room is left for a seal, where metadata told it or the layout would have it
    otherwise."""
    if "signature" not in keys.values():
        return None
    paragraphs = [o.paragraph for n, o in text if keys[n] == "signature" and o.paragraph]
    stands_free = all(map(_is_sealed, paragraphs))
    usual = kind in ("official", "letter", "order")
    if stands_free == usual and not told:
        return None
    return "blank" if stands_free else "none"


def _is_sealed(paragraph: Paragraph) -> bool:
    """Whether a name stands as one with a seal does: from the right, or in the middle of a seal."""
    return paragraph.look.align != "left"
