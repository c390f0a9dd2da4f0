"""The picture of a corpus as one page to look at: self-contained, without a script, of the same
looks as the lint report, the same bytes for the same manifest and time zone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import resources

from converter import __version__
from converter.bilingual import Lang
from converter.corpus.manifest import Job
from converter.corpus.moment import shown
from converter.corpus.picture import tables, words
from converter.corpus.picture.counting import LISTED, Picture
from converter.corpus.picture.matrix import Matrix
from converter.corpus.picture.names import Names
from converter.findings import Severity
from converter.linter.registry import all_rules
from converter.linter.reports.html.frame import framed, style_sheet
from converter.linter.reports.html.markup import Markup, tag
from converter.linter.reports.html.rules import explained
from converter.linter.reports.words import SEVERITY


def render(picture: Picture, job: Job, names: Names, lang: Lang, gone: int = 0) -> str:
    """The page; ``gone`` inputs are not in the picture."""
    sections = list(_sections(picture, job, names, lang))
    links = [tag("li", tag("a", heading, href=f"#{name}")) for name, heading, _ in sections]
    body = [
        tag(
            "header",
            tag("h1", words.PAGE.get(lang)),
            _numbers(picture, lang),
            *_about(picture, job, lang, gone),
            id="top",
        ),
        tag("nav", tag("ul", *links, class_="contents"), aria_label=words.CONTENTS.get(lang)),
        *(
            tag("section", tag("h2", heading), *content, class_="panel", id=name)
            for name, heading, content in sections
        ),
        tag("footer", f"gongwen {__version__} · ", tag("a", words.BACK.get(lang), href="#top")),
    ]
    style = style_sheet() + (resources.files(__package__) / "picture.css").read_text("utf-8")
    about = f"{picture.total.reports:,} {words.REPORTS.get(lang)}"
    return framed(f"{words.PAGE.get(lang)} · {about}", style, body, lang)


def _numbers(picture: Picture, lang: Lang) -> Markup:
    """How many inputs and reports there are, how many are complete, and the findings."""
    total = picture.total
    cells = [
        (picture.inputs, words.INPUTS.get(lang), "inputs"),
        (total.reports, words.REPORTS.get(lang), "reports"),
        (total.complete, words.COMPLETE.get(lang), "fixable"),
        *((total.severities[s], SEVERITY[s].get(lang), str(s)) for s in Severity if total.checked),
        (len(picture.failed), words.FAILED.get(lang), "error"),
    ]
    listed = [
        tag("div", tag("dt", name), tag("dd", f"{count:,}"), class_=kind if count else "none")
        for count, name, kind in cells
    ]
    return tag("dl", *listed, class_="numbers")


def _about(picture: Picture, job: Job, lang: Lang, gone: int) -> Iterator[Markup]:
    """Which job it is of, and what is not in the figures."""
    told = words.JOB.get(lang).format(
        id=job.id,
        command=job.command,
        format=job.format,
        started=shown(job.started),
        version=job.version,
    )
    folders = words.FOLDERS.get(lang).format(inputs=", ".join(job.inputs))
    yield tag("p", f"{told} · {folders}", class_="about-job")
    notes = []
    if not job.finished:
        notes.append(words.UNFINISHED.get(lang))
    if gone:
        notes.append(words.GONE.get(lang).format(count=f"{gone:,}"))
    if picture.unchecked:
        count = len(picture.unchecked)
        notes.append(words.UNCHECKED.get(lang).format(count=f"{count:,}"))
    if notes:
        yield tag("p", " · ".join(notes), class_="about-job")


def _sections(
    picture: Picture, job: Job, names: Names, lang: Lang
) -> Iterator[tuple[str, str, list[Markup]]]:
    """Anchor, heading and content of each section."""
    kinds = sorted(picture.kinds.values(), key=lambda kind: (-kind.reports, kind.id))
    if kinds:
        yield "parts", words.PARTS.get(lang), [tables.parts(kind, names, lang) for kind in kinds]
    if picture.total.checked:
        found = tables.rules(picture, lang) if picture.rules else tag("p", words.NOTHING.get(lang))
        yield "rules", words.RULES.get(lang), [found]
    if kinds:
        yield (
            "organizations",
            words.ORGANIZATIONS.get(lang),
            list(tables.organizations(picture, lang)),
        )
        yield "years", words.YEARS.get(lang), list(tables.years(picture, lang))
    if picture.failed:
        content = list(tables.reasons(words.CAPTION_FAILURES, picture.failed, lang))
        yield "failures", words.FAILURES.get(lang), content
    told = [item for item in picture.unchecked if item[1]]
    if told:
        content = list(tables.reasons(words.CAPTION_NOT_CHECKED, told, lang))
        yield "not-checked", words.NOT_CHECKED.get(lang), content
    if kinds:
        heading = words.MATRIX if picture.whole else words.GAPS
        note = words.EVERY.get(lang).format(listed=LISTED)
        first = [] if picture.whole else [tag("p", note, class_="note first")]
        matrix = Matrix(picture, names, _shortening(job), lang)
        yield "matrix", heading.get(lang), [*first, *matrix.tables(kinds)]
    rules = [rule for rule in all_rules() if rule.code in picture.rules]
    if rules:
        yield "explained", words.EXPLAINED.get(lang), list(explained(rules, [], lang))


def _shortening(job: Job) -> Callable[[str], str]:
    """The name of an input as it is shown: from the folder that was given on."""
    folders = [name.rstrip("/" + os.sep) for name in job.inputs]

    def short(name: str) -> str:
        for folder in folders:
            rest = name.removeprefix(folder)
            if rest != name and rest[:1] in ("/", os.sep):
                return rest[1:]
        return name

    return short
