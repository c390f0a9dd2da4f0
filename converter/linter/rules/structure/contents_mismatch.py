"""S118: the contents page and the titles behind it do not agree."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules._words import likeness, pairs
from converter.linter.subject import Subject
from converter.model import walk
from converter.model.nodes import Document, Removed
from converter.numbering import match_mark
from converter.patterns import lazy
from converter.record import record
from converter.source.text import Piece

_LIKE = Option(
    "like",
    75,
    Text(
        "目录条目与标题有多相近（百分数）就算同一条",
        "how much an entry and a title must have in common to be meant for each other, per cent",
    ),
)
_COLLECTION = lazy(r"(?:汇编|合集|汇总|范文|材料集|文集|精选|大全)(?:[（(].{1,12}[）)])?$")
_DIGITS = "0123456789０１２３４５６７８９"
_LEADERS = " \t　.．…·—-"


@record
class Entry:
    """A line of the contents page: where it stands, the title in it, the page number or nothing."""

    item: Removed
    title: str
    page: str


def check(subject: Subject) -> Iterator[Hit]:
    """At the first report of an input, one hit at each contents line whose title is written
    otherwise in the text, stands nowhere in it, or lacks the page number that the others have. At
    any report, one hit at its title if the contents page leaves it out. Contents lines inside a
    report are ``toc-residue``'s business."""
    first = subject.companions[0]
    if "contents" not in subject.traits:
        return
    if subject.document is not first and _is_listed(subject.document, first):
        return
    titles = {_key(title): title for title in _titles(subject.companions)}
    entries = list(_entries(first, titles))
    listed = {_key(entry.title) for entry in entries}
    open_titles = [title for key, title in titles.items() if key not in listed]
    pairs_of: dict[str, str] = {}
    for entry in entries:
        if _key(entry.title) not in titles:
            near = _nearest(entry.title, open_titles, subject.value(_LIKE))
            if near:
                pairs_of[near] = entry.title
                open_titles.remove(near)
    if subject.document is first:
        answers = {entry: title for title, entry in pairs_of.items()}
        yield from _in_contents(subject, entries, set(titles), answers)
    title = subject.document.title
    if title and title.text in open_titles:
        message = Text(
            "目录里没有这份报告：补上条目，或删去报告", "the contents page leaves this report out"
        )
        yield Hit(title, message)


def _is_listed(document: Document, first: Document) -> bool:
    """Whether a contents line plainly has the document's title; nearly all of them do."""
    name = document.title.text if document.title else ""
    return any(item.text.strip().startswith(name) for item in first.removed)


def _entries(document: Document, titles: Container[str]) -> Iterator[Entry]:
    """The lines of the page before the first report, without its heading and the compilation's own
    name; and without the number before a title, where no title has one."""
    own = {_key(item.text) for item in document.removed if item.reason == "compilation-title"}
    for item in document.removed:
        if item.reason != "toc" or (document.title and item.line >= document.title.line):
            continue
        text = item.text.strip()
        title = text.rstrip(_DIGITS)
        page = text[len(title) :]
        if page and title == title.rstrip(_LEADERS):  # 2024 in …总结2024 is no page number
            title, page = text, ""
        title = title.rstrip(_LEADERS)
        if _key(title) in {"目录", "目次", ""} | own or _COLLECTION.search(title[-20:]):
            continue
        mark = match_mark(title)
        if mark and _key(title) not in titles:
            title = title[mark.end :]
        yield Entry(item, title, page)


def _titles(documents: Iterable[Document]) -> Iterator[str]:
    for document in documents:
        if document.title:
            yield document.title.text


def _key(text: str) -> str:
    return "".join(text.split())


def _nearest(title: str, others: list[str], like: int) -> str | None:
    own = pairs(_key(title))
    scored = [(likeness(own, pairs(_key(other))), other) for other in others]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] * 100 >= like else None


def _in_contents(
    subject: Subject, entries: list[Entry], titles: set[str], answers: dict[str, str]
) -> Iterator[Hit]:
    """The hits at contents lines; ``answers`` says which title is meant by an entry that no title
    equals."""
    paged = sum(1 for entry in entries if entry.page)
    lines: set[str] | None = None
    for entry in entries:
        piece = Piece(entry.item.text, entry.item.line, entry.item.column)
        start = max(0, piece.text.find(entry.title))
        end = start + len(entry.title)
        if entry.title in answers:
            yield Hit(piece, _differs(entry.title, answers[entry.title]), start, end)
        elif _key(entry.title) not in titles:
            lines = lines or _lines(subject.companions)
            if _key(entry.title) not in lines:
                message = Text(
                    f"目录有“{entry.title}”，正文里没有",
                    f"“{entry.title}” stands nowhere in the text",
                )
                yield Hit(piece, message, start, end)
        elif not entry.page and 2 * paged > len(entries):
            message = Text("这一条没有页码，别的都有", "this entry alone lacks its page number")
            yield Hit(piece, message, start, end)


def _lines(documents: Iterable[Document]) -> set[str]:
    """Every heading, with and without its mark, and every line of the documents."""
    found = set()
    for document in documents:
        for _, node in walk.nodes(document):
            found.add(_key(walk.node_text(node)))
        for _, section in walk.sections(document):
            found |= {_key(section.heading), _key(section.mark + section.heading)}
        found |= {_key(item.text) for item in document.removed if item.reason != "toc"}
    return found


def _differs(entry: str, title: str) -> Text:
    """What two titles differ in: their middles between the common beginning and end."""
    start = 0
    while start < min(len(entry), len(title)) and entry[start] == title[start]:
        start += 1
    end = 0
    while end < min(len(entry), len(title)) - start and entry[-1 - end] == title[-1 - end]:
        end += 1
    one, other = entry[start : len(entry) - end], title[start : len(title) - end]
    what = f"目录写“{one}”，标题写“{other}”" if one and other else f"差“{one or other}”"
    return Text(
        f"目录与标题不一致（{what}）；标题是“{title}”",
        f"the contents page has “{one}” where the title “{title}” has “{other}”",
    )


_OTHER = draft(
    title="县林业局2024年工作总结及2025年工作计划",
    lead="2024年，我局扎实做好造林护林，现总结如下：",
    summary="一、2024年工作总结\n全年造林3.2万亩，没有发生火灾。",
    problems="二、存在问题\n护林人员偏少。",
    plan="三、2025年工作计划\n增配护林人员20名。",
    signature="县林业局\n2024年12月23日",
)
_CONTENTS = (
    "目录\n县水务局2024年工作总结及2025年工作计划\t1\n县林业局2024年工作总结{}2025年工作计划\t5\n\n"
)

RULES = (
    Rule(
        code="S118",
        name="contents-mismatch",
        severity=Severity.WARNING,
        summary=Text("目录与标题不一致", "the contents page and the titles differ"),
        why=Text(
            "目录与正文标题差一个字，检索、链接和更新目录都会出错。",
            "A title that differs by a word is not found by search, nor by a link.",
        ),
        source=Text("汇编工作惯例", "practice of compiling"),
        bad=_CONTENTS.format("和") + draft() + "\n" + _OTHER,
        good=_CONTENTS.format("及") + draft() + "\n" + _OTHER,
        check=check,
        needs={"traits": ("contents",)},
        options=(_LIKE,),
    ),
)
