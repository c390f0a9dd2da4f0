"""What is noted down while a Word file's stories are read: tracked changes, hidden text, comments'
places, and what is in the file without being read as its text."""

from __future__ import annotations

from converter.record import record
from converter.word.model import Aside, Revision
from converter.word.properties import value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from converter.word.model import NoteCall


@record
class Change:
    """A tracked change that content stands in: ``insertion``, ``deletion``, ``move`` (where it
    went), ``departure`` (where a move came from) or ``format``, and who made it."""

    kind: str
    author: str

    @property
    def gone(self) -> bool:
        """Whether the content is not in the accepted view."""
        return self.kind in ("deletion", "departure")


class Ledger:
    """Notes of one file. ``number`` is that of the last paragraph of the body begun."""

    def __init__(self) -> None:
        self.number = 0
        self._asides: list[Aside] = []
        self._comments: dict[str, int] = {}
        self.custom_marks: dict[tuple[str, str], str] = {}
        self.lost_notes: list[tuple[NoteCall, Change | None, int]] = []
        self._hidden: list[tuple[int, list[str]]] = []
        self._revisions: list[tuple[Change, int, list[str]]] = []
        self._open: Change | None = None
        self._open_hidden = False

    def change(self, change: Change | None, text: str, paragraph: int) -> None:
        """Notes the change that a text in the order of the file stands in; None ends the one
        before. What one author changed in one stretch is one change."""
        if change is None:
            if text:
                self._open = None
        elif change == self._open:
            self._revisions[-1][2].append(text)
        else:
            self._revisions.append((change, paragraph, [text]))
            self._open = change

    def formatted(self, author: str, text: str, paragraph: int) -> None:
        """Notes a change of looks."""
        change = Change("format", author)
        last = self._revisions[-1] if self._revisions else None
        if last is not None and last[:2] == (change, paragraph):
            last[2].append(text)
        else:
            self._revisions.append((change, paragraph, [text]))
            self._open = None

    def hide(self, text: str, paragraph: int, *, on: bool) -> None:
        """Notes hidden text (``on``), or that text is not hidden, so that a stretch ends."""
        if on and self._open_hidden and self._hidden[-1][0] == paragraph:
            self._hidden[-1][1].append(text)
        elif on:
            self._hidden.append((paragraph, [text]))
        self._open_hidden = on

    def aside(self, kind: str, text: str, paragraph: int) -> None:
        """Notes something that is not read as text of the file, unless it is blank."""
        if text.strip():
            self._asides.append(Aside(kind=kind, text=text, paragraph=paragraph))

    def comment(self, identifier: str, paragraph: int) -> None:
        """Notes the place of a comment; the first one counts, where its range begins."""
        self._comments.setdefault(identifier, paragraph)

    def lose(self, call: NoteCall, change: Change | None, paragraph: int) -> None:
        """Notes that a note is not called any more: by a tracked change, or (None) as its call is
        hidden."""
        self.lost_notes.append((call, change, paragraph))

    @property
    def asides(self) -> tuple[Aside, ...]:
        """What is not read as text."""
        return tuple(
            Aside(kind=each.kind, text=each.text, paragraph=self._existing(each.paragraph))
            for each in self._asides
        )

    def place_of_comment(self, identifier: str) -> int:
        """The number of the paragraph that a comment is about, 0 for none."""
        return self._existing(self._comments.get(identifier, 0))

    @property
    def hidden(self) -> tuple[tuple[int, str], ...]:
        """Hidden text with its paragraphs."""
        joined = [(self._existing(number), "".join(texts)) for number, texts in self._hidden]
        return tuple((number, text) for number, text in joined if text)

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """The tracked changes. Of a move only the place where it went counts, unless that is not
        there."""
        moved = any(change.kind == "move" for change, _, _ in self._revisions)
        kinds = {"departure": "" if moved else "deletion"}
        found = []
        for change, paragraph, texts in self._revisions:
            kind = kinds.get(change.kind, change.kind)
            if kind:
                text = "".join(texts)
                found.append(
                    Revision(
                        kind=kind,
                        author=change.author,
                        text=text,
                        paragraph=self._existing(paragraph),
                    )
                )
        return tuple(found)

    def _existing(self, number: int) -> int:
        """The number of a paragraph that is there: nothing may be left of the last ones."""
        return min(number, self.number)


def author_of(element: Element) -> str:
    """Who made a tracked change."""
    return value(element, "author")
