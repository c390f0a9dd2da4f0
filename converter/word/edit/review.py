"""A reviewed copy of a Word file: findings as comments at their place, fixes as tracked changes."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.record import record
from converter.word.edit.comments import Comments, mark, mark_empty
from converter.word.edit.copies import Copy
from converter.word.edit.formatting import OfCharacters, OfParagraph, put_right, with_own_ids
from converter.word.edit.letters import Letters
from converter.word.edit.places import Places, Span
from converter.word.edit.revisions import can_be_deleted, delete_paragraph, mirror, replace
from converter.word.grid import paragraphs_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from converter.bilingual import Lang
    from converter.findings import Edit, Finding, Fix
    from converter.word.edit.formatting import Wanted
    from converter.word.model import Block, Paragraph, WordFile

_SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}
_ENDS = frozenset("\n\u2028")
"""What ends a line or a paragraph in a cell: an edit that puts one there is no change of a run."""
_LIVE_FIELDS = ("", "HYPERLINK")
"""Fields whose results are text like any other: what stands in others is made anew by Word."""


def annotated(word: WordFile, findings: Iterable[Finding], lang: Lang = "zh") -> bytes:
    """A copy of the file with every finding as a comment at its place. Equal input gives equal
    bytes; the comments and changes that the file has stay."""
    review = _Review(word, lang)
    for finding in findings:
        review.comment(finding)
    return review.copy.packed()


def tracked(
    word: WordFile, findings: Iterable[Finding], unsafe: bool = False, lang: Lang = "zh"
) -> bytes:
    """A copy of the file with the safe fixes (with ``unsafe``, all) as tracked changes.

    A fix is made whole or not at all, and of two that overlap the first; one that cannot be made
    in the file's own text (that of an automatic number, of a field) is left as a comment.
    """
    return corrected(word, findings, (), unsafe, lang).data


@record
class Corrected:
    """A copy of a file with tracked changes: how many fixes of its text were made, and how many
    stretches, paragraphs and sections got another look."""

    data: bytes
    texts: int
    looks: int


def corrected(
    word: WordFile,
    findings: Iterable[Finding],
    wanted: Iterable[Wanted],
    unsafe: bool = False,
    lang: Lang = "zh",
) -> Corrected:
    """A copy as :func:`tracked` makes it, with the properties that are ``wanted`` as tracked
    changes of formatting, too; those of other parts than the text and its notes are left."""
    review = _Review(word, lang)
    looks = review.put_right(wanted)
    texts, left = 0, []
    for finding in findings:
        if finding.fix is not None and (finding.fix.safe or unsafe):
            if review.plan(finding.fix):
                texts += 1
            else:
                left.append(finding)
    for finding in left:
        review.comment(finding)
    review.track()
    return Corrected(review.copy.packed(), texts, looks)


def reviewed(
    word: WordFile, findings: Iterable[Finding], unsafe: bool = False, lang: Lang = "zh"
) -> bytes:
    """A copy of the file with every finding as a comment and every fix as a tracked change."""
    review = _Review(word, lang)
    told = list(findings)
    for finding in told:
        if finding.fix is not None and (finding.fix.safe or unsafe):
            review.plan(finding.fix)
    for finding in told:
        review.comment(finding)
    review.track()
    return review.copy.packed()


@record(eq=False)
class Change:
    """What is put in the place of some characters."""

    span: Span
    text: str

    def equals(self, other: Change) -> bool:
        """Whether both do the same at the same place."""
        same = self.span.paragraph is other.span.paragraph and self.text == other.text
        return same and (self.span.start, self.span.end) == (other.span.start, other.span.end)


class _Review:
    """A copy of a file while findings are written into it."""

    def __init__(self, word: WordFile, lang: Lang) -> None:
        self.copy = Copy(word)
        self._word, self._lang = word, lang
        self._places = Places(word)
        self._comments = Comments(self.copy)
        self._letters: dict[int, Letters] = {}
        self._planned: list[Change] = []
        self._deleted: dict[int, Paragraph] = {}
        self._holders: dict[int, Element] = {}
        self._calls: dict[tuple[str, str], Element] = {}
        self._look_for_stand_ins(word.blocks, None)

    # ---- Comments

    def comment(self, finding: Finding) -> None:
        """Adds a comment; nothing in a file without a paragraph."""
        span = self._places.of_finding(finding)
        run = None if span is None else self._stand_in(span)
        if run is not None:
            mark(run, run, self._comments.add(self._words(finding)))
            return
        if span is None or not self._known(span.paragraph):
            first = next(filter(self._known, self._places.paragraphs), None)
            if first is None:
                return
            span = Span(first, 0, len(first.text))
        self._mark(span, self._comments.add(self._words(finding)))

    def _stand_in(self, span: Span) -> Element | None:
        """The run that a comment hangs on whose place takes none itself: that of the call for a
        note, that which holds it for a text box or a diagram."""
        found = self._calls.get((span.note.kind, span.note.id)) if span.note else None
        if found is None:
            found = self._holders.get(id(span.paragraph))
        return None if found is None else self.copy.twin(found)

    def _mark(self, span: Span, identifier: str) -> None:
        letters = self._of(span.paragraph)
        pieces = letters.between(span.start, span.end)
        if not pieces:
            near = letters.before(span.start) or letters.after(span.start)
            pieces = [near] if near else []
        if pieces:
            mark(pieces[0].run, pieces[-1].run, identifier)
        else:
            mark_empty(letters.element, identifier)

    def _words(self, finding: Finding) -> list[str]:
        severity = _SEVERITIES[finding.severity].get(self._lang)
        words = [f"[{severity}] {finding.code} {finding.message}"]
        edits = finding.fix.edits if finding.fix else ()
        if len(edits) == 1 and edits[0].text.strip():
            words.append(Text("建议改为：", "suggested: ").get(self._lang) + edits[0].text.strip())
        return words

    # ---- Changes

    def plan(self, fix: Fix) -> bool:
        """Takes a fix among those to be made; False if it cannot be made, or not any more."""
        changes: list[Change] = []
        whole: list[Paragraph] = []
        for edit in fix.edits:
            paragraphs = self._whole(edit)
            change = None if paragraphs else self._change(edit)
            if change is None and not paragraphs:
                return False
            whole += paragraphs
            if change is not None and not any(map(change.equals, self._planned)):
                changes.append(change)
        if any(map(self._collides, changes)):
            return False
        ids = set(map(id, whole))
        if any(id(change.span.paragraph) in ids for change in self._planned):
            return False
        self._planned += changes
        self._deleted |= {id(paragraph): paragraph for paragraph in whole}
        return True

    def track(self) -> None:
        """Makes the fixes that are planned."""
        changed: list[Element] = []
        for change in self._planned:
            letters = self._of(change.span.paragraph)
            replace(letters, change.span.start, change.span.end, change.text, self.copy)
            changed.append(letters.element)
        for paragraph in self._deleted.values():
            delete_paragraph(self._of(paragraph), self.copy)
            changed.append(self._of(paragraph).element)
        for element in changed:
            mirror(element)
        with_own_ids(self.copy)

    def put_right(self, wanted: Iterable[Wanted]) -> int:
        """Changes looks, and tells how many changes that makes."""
        known = [each for each in wanted if self._has(each)]
        return put_right(self.copy, known, self._of)

    def _has(self, wanted: Wanted) -> bool:
        match wanted:
            case OfCharacters():
                return self._known(wanted.span.paragraph)
            case OfParagraph():
                return self._known(wanted.paragraph)
        return True

    def _whole(self, edit: Edit) -> tuple[Paragraph, ...]:
        paragraphs = self._places.whole_paragraphs(edit)
        fit = all(self._known(each) and can_be_deleted(self._of(each)) for each in paragraphs)
        return paragraphs if fit else ()

    def _change(self, edit: Edit) -> Change | None:
        """Where an edit is made and what is put there, narrowed to what it changes; None where it
        cannot be made."""
        span = self._places.of_edit(edit)
        if span is None or not self._known(span.paragraph) or not _ENDS.isdisjoint(edit.text):
            return None
        change = _narrowed(span, edit.text)
        pieces = self._of(span.paragraph).replaced(change.span.start, change.span.end)
        if pieces is None or any(piece.field not in _LIVE_FIELDS for piece in pieces):
            return None
        return change

    def _collides(self, change: Change) -> bool:
        span = change.span
        return id(span.paragraph) in self._deleted or any(
            span.paragraph is other.span.paragraph
            and (
                span.start == other.span.start
                or (span.start < other.span.end and other.span.start < span.end)
            )
            for other in self._planned
        )

    def _look_for_stand_ins(self, blocks: tuple[Block, ...], holder: Element | None) -> None:
        for paragraph in paragraphs_of(blocks):
            if holder is not None:
                self._holders[id(paragraph)] = holder
            for run in paragraph.runs:
                outer = holder if holder is not None else run.element
                if run.note and outer is not None:
                    self._calls[run.note.kind, run.note.id] = outer
                for box in run.boxes:
                    self._look_for_stand_ins(box.blocks, outer)

    def _known(self, paragraph: Paragraph) -> bool:
        element = paragraph.element
        return element is not None and self.copy.twin(element) is not None

    def _of(self, paragraph: Paragraph) -> Letters:
        found = self._letters.get(id(paragraph))
        if found is None:
            found = self._letters[id(paragraph)] = Letters(paragraph, self.copy)
        return found


def _narrowed(span: Span, text: str) -> Change:
    """A change without the characters at its ends that stay as they are."""
    start, end = span.start, span.end
    old = span.paragraph.text
    while start < end and text and old[start] == text[0]:
        start, text = start + 1, text[1:]
    while start < end and text and old[end - 1] == text[-1]:
        end, text = end - 1, text[:-1]
    return Change(Span(span.paragraph, start, end), text)
