"""XML as it is read, elements with qualified names, ``namespace}name``; and what is found wrong."""

from __future__ import annotations

from pyexpat import ParserCreate

from converter.bilingual import Text
from converter.writers.docx.oxml import W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATOR = "}"


def qn(name: str) -> str:
    """The qualified name of a ``w:`` element or attribute."""
    return f"{W}{SEPARATOR}{name}"


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(SEPARATOR)[2]


class Fault(Exception):
    """What is wrong with a file, in two languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.what = Text(zh, en)


def demand(condition: bool, zh: str, en: str) -> None:
    """Raises Fault where the condition does not hold."""
    if not condition:
        raise Fault(zh, en)


class Node:
    """An element: its name, its attributes, the elements in it, its own text."""

    __slots__ = ("attributes", "children", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name, self.attributes = name, attributes
        self.children: list[Node] = []
        self.text = ""

    def get(self, name: str, otherwise: str = "") -> str:
        """An attribute."""
        return self.attributes.get(name, otherwise)

    def find(self, name: str) -> Node | None:
        """The first child of that name."""
        return next((child for child in self.children if child.name == name), None)

    def iter_of(self, name: str, inner: str) -> Iterator[Node]:
        """The children named ``inner`` of the first child of that name."""
        found = self.find(name)
        return (child for child in (found.children if found else ()) if child.name == inner)

    def iter(self, *names: str) -> Iterator[Node]:
        """This element and all in it that have one of the names, in order."""
        if self.name in names:
            yield self
        for child in self.children:
            yield from child.iter(*names)


def parsed(content: bytes) -> Node:
    """The root element of an XML file. Raises ExpatError."""
    found = Node("", {})
    open_nodes = [found]

    def start(name: str, attributes: dict[str, str]) -> None:
        node = Node(name, attributes)
        open_nodes[-1].children.append(node)
        open_nodes.append(node)

    def end(name: str) -> None:
        open_nodes.pop()

    def characters(text: str) -> None:
        open_nodes[-1].text += text

    parser = ParserCreate(None, SEPARATOR)
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = characters
    parser.Parse(content, True)
    return found.children[0]
