"""The parts of one file beside those of its layout: footers, headers, pictures, footnotes."""

from __future__ import annotations

from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.composition.pictures import PictureFile


@record
class Part:
    """A part: its name, what it is to its owner, the id of that relationship, its content."""

    name: str
    relationship: str
    id: str
    content: bytes
    content_type: str


class Parts:
    """What the body of one file refers to, collected while the body is written.

    Names and ids follow the order in which things are added, so the same document gives the same
    ones: footer1.xml is ``footer1``, media/image1.png is ``image1``.
    """

    def __init__(self) -> None:
        self._parts: dict[tuple[str, bytes], Part] = {}
        self._counts: dict[str, int] = {}
        self._drawings = 0
        self.footnotes: list[tuple[str, str]] = []
        """The text of each footnote and its place, in the order of their numbers."""

    def __iter__(self) -> Iterator[Part]:
        return iter(self._parts.values())

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self._parts or self.footnotes)

    def add(
        self,
        relationship: str,
        stem: str,
        content: bytes,
        content_type: str,
        suffix: str = "xml",
    ) -> str:
        """The id by which the body refers to a part with this content; equal ones are one part.

        ``relationship`` is the type of the relationship, ``stem`` the name below ``word/`` without
        number and suffix: ``footer``, ``media/image``.
        """
        key = (relationship, content)
        if key not in self._parts:
            number = self._counts[stem] = self._counts.get(stem, 0) + 1
            name = f"/word/{stem}{number}.{suffix}"
            own_id = f"{stem.rpartition('/')[2]}{number}"
            self._parts[key] = Part(name, relationship, own_id, content, content_type)
        return self._parts[key].id

    def add_picture(self, file: PictureFile) -> str:
        """The id by which the body refers to a picture file."""
        from converter.writers.docx.opc import Relationship

        return self.add(Relationship.IMAGE, "media/image", file.data, file.mime, file.suffix)

    def add_footnote(self, text: str, where: str) -> int:
        """The number of a new footnote, from 1; ``where`` is its place in the document's JSON."""
        self.footnotes.append((text, where))
        return len(self.footnotes)

    def drawing(self) -> int:
        """A number for a new drawing, from 1; no two in a file may have the same."""
        self._drawings += 1
        return self._drawings
