"""What a report has and what it lacks, in words: most of what rules need besides words of its text.

* ``compiled``: the input holds other reports, too; ``contents``: there was a table of contents
  before the first of them;
* ``removed-toc`` and so on: something was taken out of the report for that reason;
* ``title``, ``heading``, ``table``, ``recipient`` and so on: it has passages of that kind;
* ``untitled``, ``unsigned``, ``undated``: neither its text nor its metadata have that;
* ``no-lead``: nothing but those it is addressed to stands before its first heading;
* ``no-summary`` and so on: no section has that part, which its profile asks for; ``no-more``: the
  like of a part or a topic beyond those of every profile;
* ``merged``: a heading of the first level names several parts;
* ``word``: the form of the Word file that the report is from is judged, too.
"""

from __future__ import annotations

from converter.profiles.parts import absent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.linter.subject import Subject


PARTS = ("summary", "problems", "plan")
"""The parts that each have a rule of their own."""


class Traits(frozenset[str]):
    """The traits of one report."""

    __slots__ = ()

    def holds(self, words: Iterable[str]) -> bool:
        """Whether it has one of some traits."""
        return not self.isdisjoint(words)


def traits(subject: Subject) -> set[str]:
    """The words for what the report is like."""
    document = subject.document
    found = {passage.kind for passage in subject.whole.passages}
    found.update(["removed-" + item.reason for item in document.removed])
    if len(subject.companions) > 1:
        found.add("compiled")
        if any(item.reason == "toc" for item in subject.companions[0].removed):
            found.add("contents")
    found.update(_lacking(subject))
    if any(len(section.roles) > 1 for section in document.sections):
        found.add("merged")
    if subject.form is not None:
        found.add("word")
    return found


def _lacking(subject: Subject) -> Iterator[str]:
    document, elements = subject.document, subject.document.elements
    if not document.name:
        yield "untitled"
    if not (document.signature or elements.signatures or elements.signatory):
        yield "unsigned"
    if not (document.date or elements.date):
        yield "undated"
    if all(item.kind == "recipient" for item in document.lead):
        yield "no-lead"
    for role in absent(document, subject.profile):
        yield f"no-{role.id}" if role.id in PARTS else "no-more"
    if subject.profile.topics:
        yield "no-more"
