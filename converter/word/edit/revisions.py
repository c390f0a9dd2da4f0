"""Tracked changes in a copy: characters taken out and put in so that each can be accepted alone."""

from __future__ import annotations

from copy import deepcopy

from converter.word.edit.copies import AUTHOR
from converter.word.edit.letters import beside, emptied, set_text, text_of
from converter.word.properties import W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from converter.word.edit.copies import Copy
    from converter.word.edit.letters import Letters, Piece

_ALTERNATES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_INSERTED = (W + "ins", W + "moveTo")
_MARKS = ("rPrChange", "ins", "del", "moveFrom", "moveTo")
_DELETED = W + "delText"


def replace(letters: Letters, start: int, end: int, text: str, copy: Copy) -> None:
    """Takes out the characters from ``start`` up to ``end`` of a paragraph, and puts ``text`` there
    in the look of the first of them, or of what stands before the place."""
    pieces = letters.between(start, end) if end > start else []
    model = pieces[0] if pieces else letters.before(start) or letters.after(start)
    behind: Element | None = None
    for piece in pieces:
        behind = _delete(piece.run, copy, behind)
    if text:
        _insert(text, model, behind, letters, start, copy)


def delete_paragraph(letters: Letters, copy: Copy) -> None:
    """Takes out a paragraph with its end."""
    last: Element | None = None
    for piece in letters.pieces:
        last = _delete(piece.run, copy, last)
    paragraph = letters.element
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = paragraph.makeelement(W + "pPr")
        paragraph.insert(0, properties)
    looks = properties.find(W + "rPr")
    if looks is None:
        looks = properties.makeelement(W + "rPr")
        later = next((c for c in properties if c.tag in (W + "sectPr", W + "pPrChange")), None)
        if later is None:
            properties.append(looks)
        else:
            later.addprevious(looks)
    at = 1 if len(looks) and looks[0].tag == W + "ins" else 0
    looks.insert(at, _change(looks, "del", copy))


def can_be_deleted(letters: Letters) -> bool:
    """Whether a paragraph can be taken out whole: one like it follows, it ends no section, holds
    nothing but text, and its end is not marked as a change already."""
    paragraph = letters.element
    following = next(paragraph.itersiblings("{*}*"), None)
    if following is None or following.tag != W + "p":
        return False
    if paragraph.find(W + "pPr/" + W + "sectPr") is not None:
        return False
    if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
        return False
    runs = {id(piece.run) for piece in letters.pieces if not piece.whole}
    if any(paragraph not in piece.run.iterancestors() for piece in letters.pieces):
        return False  # it goes on from another, whose end is taken out
    return all(
        id(run) in runs and all(text_of(child) or child.tag == W + "rPr" for child in run)
        for run in paragraph.iter(W + "r")
    )


def mirror(paragraph: Element) -> None:
    """Makes the other forms of a text box (for programs that know the old drawings only) say the
    same as the one that the paragraph stands in."""
    box = next(paragraph.iterancestors(W + "txbxContent"), None)
    if box is None:
        return
    for choices in box.iterancestors(_ALTERNATES):
        forms = [[*form.iter(W + "txbxContent")] for form in choices]
        own = next((form for form in forms if box in form), [])
        for form in forms:
            if form is not own and len(form) == len(own):
                other = form[own.index(box)]
                other[:] = [deepcopy(child) for child in box]


def _delete(run: Element, copy: Copy, before: Element | None) -> Element | None:
    """Marks the text of a run as taken out, together with what was ``before`` if that is next to
    it; what else is in the run stays. Gives the last of what is marked so."""
    for part in _text_alone(run):
        if before is None or part.getprevious() is not before:
            before = _change(part, "del", copy)
            part.addprevious(before)
        before.append(part)
        for child in part:
            if child.tag == W + "t":
                text = text_of(child)
                child.tag = _DELETED
                set_text(child, text)
    return before


def _text_alone(run: Element) -> list[Element]:
    """The run as one or more, each with nothing but text or without any; gives those with text."""
    groups: list[tuple[bool, list[Element]]] = []
    for child in run:
        if child.tag == W + "rPr":
            continue
        speaks = bool(text_of(child))
        if not groups or groups[-1][0] != speaks:
            groups.append((speaks, []))
        groups[-1][1].append(child)
    found, last = [], run
    for index, (speaks, children) in enumerate(groups):
        own = run
        if index:
            own = beside(run)
            last.addnext(own)
            for child in children:
                own.append(child)
        last = own
        if speaks:
            found.append(own)
    return found


def _insert(
    text: str, model: Piece | None, behind: Element | None, letters: Letters, start: int, copy: Copy
) -> None:
    """Puts text behind an element, or else beside the piece that stands at the place."""
    change = _change(letters.element, "ins", copy)
    change.append(_run(text, model, letters.element))
    before = False
    if behind is None and model is not None:
        before = model.start >= start
        behind = model.run
        parent = behind.getparent()
        if parent is not None and parent.tag == W + "del":
            behind = parent
    if behind is None:
        letters.element.append(change)
    else:
        _put(change, behind, copy, before=before)


def _put(change: Element, element: Element, copy: Copy, *, before: bool) -> None:
    """Puts a change before or behind an element; out of another's insertion, which is divided if
    the place is in its middle."""
    parent = element.getparent()
    if parent is not None and parent.tag in _INSERTED:
        rest = [*([element] if before else []), *element.itersiblings()]
        if len(rest) in (0, len(parent)):
            element = parent
        else:
            element, before = emptied(parent), True
            element.set(W + "id", copy.fresh_id())
            for each in rest:
                element.append(each)
            parent.addnext(element)
    if before:
        element.addprevious(change)
    else:
        element.addnext(change)


def _run(text: str, model: Piece | None, paragraph: Element) -> Element:
    """A run with new text that looks like a piece, or like the end of the paragraph."""
    if model is not None:
        run = beside(model.run)
    else:
        run = paragraph.makeelement(W + "r")
        looks = paragraph.find(f"{W}pPr/{W}rPr")
        if looks is not None and len(looks):
            run.append(deepcopy(looks))
    for attribute in [name for name in run.attrib if "rsid" in str(name)]:
        del run.attrib[attribute]
    looks = run.find(W + "rPr")
    if looks is not None:
        for name in _MARKS:
            for old in looks.findall(W + name):
                looks.remove(old)
    for index, part in enumerate(text.split("\t")):
        if index:
            run.append(run.makeelement(W + "tab"))
        if part:
            letter = run.makeelement(W + "t")
            set_text(letter, part)
            run.append(letter)
    return run


def _change(near: Element, name: str, copy: Copy) -> Element:
    return near.makeelement(W + name, {W + "id": copy.fresh_id(), W + "author": AUTHOR})
