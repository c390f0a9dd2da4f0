"""Where the text of a Word file stands once it is rendered: on which page, on which line of it.

LibreOffice prints the file, and the pages of the PDF are read character by character.
"""

from __future__ import annotations

from converter.bilingual import Text
from converter.errors import UsageError
from converter.record import record, replace
from converter.writers.pdf.office import printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from converter.bilingual import Lang
    from converter.findings import Finding
    from converter.word.transcript import Transcript

_KEY = 12
"""So many characters are looked for: more may be hyphenated, or set over two pages."""
_SAME_LINE = 0.6
"""Characters belong to one line if their middles differ by less than this share of their height."""


@record
class Pages:
    """The characters of a rendered file in reading order, without white space, and the page and
    the line (both from 1) of each."""

    text: str
    places: tuple[tuple[int, int], ...]

    def find(self, wanted: str, start: int = 0) -> int:
        """Where a text begins, from ``start`` on or else anywhere; -1 if it is not there."""
        key = "".join(wanted.split())[:_KEY]
        if not key:
            return -1
        found = self.text.find(key, start)
        return found if found >= 0 else self.text.find(key)


def pages_of(data: bytes) -> Pages:
    """The pages of a Word file as LibreOffice renders them.

    Raises OutputError when LibreOffice is not there or fails, UsageError when the library that
    reads its pages is not installed.
    """
    try:
        import pypdfium2
    except ImportError:
        raise UsageError(
            Text("没有安装读 PDF 页面的 pypdfium2", "pypdfium2, which reads PDF pages, is missing"),
            "--render",
            Text('请运行 pip install "gongwen[render]"', 'run pip install "gongwen[render]"'),
        ) from None
    (pdf,) = printed([data])
    text: list[str] = []
    places: list[tuple[int, int]] = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            for line, characters in enumerate(_lines(document[number]), 1):
                text += characters
                places += [(number + 1, line)] * len(characters)
    finally:
        document.close()
    return Pages("".join(text), tuple(places))


def _lines(page: Any) -> Iterator[str]:
    """The lines of a page from the top, each as its characters from the left."""
    found: list[tuple[float, float, float, str]] = []
    content = page.get_textpage()
    for index in range(content.count_chars()):
        character = content.get_text_range(index, 1)
        if character.strip():
            left, bottom, _, top = content.get_charbox(index, loose=True)
            found.append(((top + bottom) / 2, left, top - bottom, character))
    found.sort(key=lambda item: -item[0])
    line: list[tuple[float, str]] = []
    last = 0.0
    for middle, left, height, character in found:
        if line and last - middle > height * _SAME_LINE:
            yield "".join(c for _, c in sorted(line))
            line = []
        if not line:
            last = middle
        line.append((left, character))
    if line:
        yield "".join(c for _, c in sorted(line))


def paged(
    findings: list[Finding], transcript: Transcript, pages: Pages, lang: Lang
) -> list[Finding]:
    """The findings with the page and line on which the text at their place begins."""
    starts = _starts(transcript, pages)
    return [_on_page(finding, transcript, pages, starts, lang) for finding in findings]


def _starts(transcript: Transcript, pages: Pages) -> list[int]:
    """Where each line of the transcript begins on the pages; -1 for one that is not there."""
    found: list[int] = []
    at = 0
    for line in transcript.source.lines:
        start = pages.find(line, at)
        found.append(start)
        at = max(at, start)
    return found


def _on_page(
    finding: Finding, transcript: Transcript, pages: Pages, starts: list[int], lang: Lang
) -> Finding:
    if not finding.paragraph or finding.line > len(starts) or starts[finding.line - 1] < 0:
        return finding
    start = starts[finding.line - 1]
    rest = transcript.source.lines[finding.line - 1][finding.column - 1 :]
    here = pages.find(rest, start) if finding.column > 1 else start
    page, line = pages.places[max(here, start)]
    zh, en = f"第 {page} 页第 {line} 行，", f"page {page}, line {line}, "
    bracket, words = (" (", en) if lang == "en" else ("（", zh)
    where = finding.where.replace(bracket, bracket + words, 1)
    return replace(finding, page=page, page_line=line, where=where)
