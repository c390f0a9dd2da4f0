"""The shape of a report: its parts in order, and how long each is."""

from __future__ import annotations

from bisect import bisect_right

from converter.bilingual import Text
from converter.model.nodes import Section
from converter.model.walk import node_text, nodes
from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from converter.bilingual import Lang
    from converter.model.nodes import Document, Node
    from converter.profiles import Profile

    Group: TypeAlias = list[tuple[str, Node]]

HEAD, LEAD, ENDING, ATTACHED, FOOTNOTES = "head", "lead", "ending", "attached", "footnotes"
NAMES = {
    HEAD: Text("标题", "title"),
    LEAD: Text("前言", "lead"),
    ENDING: Text("落款", "ending"),
    ATTACHED: Text("附件", "attachments"),
    FOOTNOTES: Text("脚注", "footnotes"),
}
"""The parts of every report that are no sections."""
_KINDS = {
    "above_title": HEAD,
    "title": HEAD,
    "below_title": HEAD,
    "lead": LEAD,
    "attachments": ATTACHED,
    "footnotes": FOOTNOTES,
}


@record
class Division:
    """A section directly below a part: its heading, its line, its non-blank characters."""

    heading: str
    line: int
    characters: int


@record
class Part:
    """A level-1 section, or what stands before and behind the sections.

    ``roles`` are the section's, or one of :data:`NAMES`. ``heading`` is as the text has it, empty
    where there is none; ``start`` counts the non-blank characters before the part, ``characters``
    those in it. ``bare`` tells of a heading without text.
    """

    roles: tuple[str, ...]
    heading: str
    line: int
    start: int
    characters: int
    bare: bool = False
    divisions: tuple[Division, ...] = ()


@record
class Outline:
    """One report: its title, where it begins, the profile it was held against, its parts, and its
    non-blank characters."""

    title: str
    line: int
    profile: Profile
    parts: tuple[Part, ...]
    characters: int

    def name_of_profile(self, lang: Lang) -> str:
        """What the profile is called."""
        names = self.profile.name
        return names.get(lang) or names.get("zh") or self.profile.id

    def name(self, role: str) -> Text:
        """What a role of its parts is called."""
        if role in NAMES:
            return NAMES[role]
        spec = self.profile.role(role)
        if spec is None:
            return Text("其他", "other")
        return Text(spec.name.get("zh", role), spec.name.get("en", role))


class Places:
    """Where each text of a report begins, and so to which part a place belongs."""

    def __init__(self, groups: list[list[Node]]) -> None:
        self._places: list[tuple[int, int, int, int, int]] = []
        at = 0
        for part, group in enumerate(groups):
            for node in group:
                size = _size(node)
                self._places.append((*node.place(0), at, size, part))
                at += size
        self._places.sort()

    @property
    def first(self) -> tuple[int, int]:
        """The line and column at which the report begins."""
        return self._places[0][:2] if self._places else (1, 1)

    @property
    def last(self) -> tuple[int, int]:
        """The line and column at which its last text begins."""
        return self._places[-1][:2] if self._places else (1, 1)

    def locate(self, line: int, column: int) -> tuple[int, int]:
        """The part (its index) that a place belongs to, and the non-blank characters of the report
        before it. What stands between two texts belongs to the one before."""
        if not self._places:
            return 0, 0
        index = bisect_right(self._places, (line, column, float("inf")))
        begin, first, at, size, part = self._places[max(index - 1, 0)]
        inside = column - first if line == begin else size
        return part, at + max(0, min(inside, size))


def outline(document: Document, profile: Profile) -> tuple[Outline, Places]:
    """The shape of a report that is held against ``profile``, and its places."""
    groups = _groups(document)
    parts: list[Part] = []
    at = 0
    for key, group in groups.items():
        part = _part(key, group, at)
        parts.append(part)
        at += part.characters
    places = Places([[node for _, node in group] for group in groups.values()])
    return Outline(document.name, places.first[0], profile, tuple(parts), at), places


def _groups(document: Document) -> dict[str, Group]:
    """The texts of each part with their paths; the key is a level-1 section's path, or a name."""
    groups: dict[str, Group] = {}
    for path, node in nodes(document):
        top = path.split(".", 1)[0]
        key = top if top.startswith("sections") else _KINDS.get(top.split("[", 1)[0], ENDING)
        groups.setdefault(key, []).append((path, node))
    return groups


def _part(key: str, group: Group, start: int) -> Part:
    first = group[0][1]
    characters = sum(_size(node) for _, node in group)
    line = first.place(0)[0]
    if not isinstance(first, Section) or key in NAMES:
        return Part((key,), "", line, start, characters)
    return Part(
        first.roles,
        first.opening,
        line,
        start,
        characters,
        not first.content,
        tuple(_divisions(group[1:])),
    )


def _divisions(group: Group) -> list[Division]:
    found: list[Division] = []
    for path, node in group:
        if isinstance(node, Section) and path.count(".") == 1:
            found.append(Division(node.opening, node.place(0)[0], _size(node)))
        elif found:
            last = found[-1]
            found[-1] = Division(last.heading, last.line, last.characters + _size(node))
    return found


def _size(node: Node) -> int:
    return len("".join(node_text(node).split()))
