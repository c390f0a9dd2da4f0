"""Checking Word files: their look, held against a layout, and their text."""

from __future__ import annotations

from converter import linting
from converter.bilingual import Text
from converter.commands import lint
from converter.commands.page import named_layout
from converter.errors import InputError
from converter.inputs import LARGEST, word_bytes
from converter.readers import LARGEST_UNPACKED
from converter.record import field_names, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.bilingual import Lang
    from converter.findings import Finding
    from converter.linter.form import Form
    from converter.linter.reports.colour import When
    from converter.model.nodes import Document
    from converter.word.model import WordFile


@record(kw_only=True)
class Options:
    """What a call of ``check`` asks for; the names are those of its options. ``layout`` None: the
    one that a file seems to be set in."""

    inputs: tuple[str, ...]
    layout: str | None = None
    render: bool = False
    format_name: str = "text"
    output: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    fail_on: str | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    statistics: bool = False
    jobs: int | None = None
    scheduler: str | None = None
    colour: When = "auto"
    meta: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    profile: str | None = None
    max_size: int = LARGEST
    max_unpacked: int = LARGEST_UNPACKED
    config: str | None = None
    isolated: bool = False
    lang: Lang = "zh"


def run(options: Options) -> int:
    """Checks the inputs, writes the report, and returns the exit code. Raises ConverterError."""
    if options.layout is not None:
        named_layout(options.layout)
    given = {name: getattr(options, name) for name in field_names(options)}
    return lint.run(lint.Options(form=True, **given))


def form_of(
    name: str, word: WordFile | None, documents: tuple[Document, ...], layout: str | None
) -> Form:
    """The look of an input, held against the layout of that name, or against the one that the file
    seems to be set in. Raises InputError for what is no Word file."""
    if word is None:
        raise InputError(
            Text("不是 Word 文件，没有版式可以检查", "not a Word file: it has no look to check"),
            name,
            Text("文字稿请用 gongwen lint", "use gongwen lint for text"),
        )
    held = named_layout(layout) if layout is not None else None
    return linting.form_of(word, documents, held)


def on_pages(
    findings: list[Finding], name: str, data: bytes, word: WordFile, lang: Lang
) -> list[Finding]:
    """The findings in an input with the page and the line on which they begin once LibreOffice has
    rendered it. Raises OutputError where that is not there, UsageError without what reads its
    pages."""
    from converter.paging import paged, pages_of
    from converter.word.transcript import transcript_of

    return paged(findings, transcript_of(word), pages_of(word_bytes(name, data) or data), lang)
