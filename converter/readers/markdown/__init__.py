"""The reader for Markdown files.

The source is the file as decoded: lines and columns are the file's own. What is a mark of Markdown
and no text is cut out of it and listed as removed.
"""

from __future__ import annotations

from converter.readers.markdown.blocks import read_blocks
from converter.readers.markdown.page import Page
from converter.readers.plain import without_text
from converter.readers.text import read as read_text
from converter.readers.text.accounting import check
from converter.readers.text.front import take_front
from converter.source.decode import decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.model.nodes import Document
    from converter.profiles.choice import Choice
    from converter.readers import Options
    from converter.source.text import SourceText


def read(data: bytes, options: Options) -> tuple[Document, ...]:
    """The reports in a Markdown file.

    Raises InputError when it cannot be decoded or holds no report text.
    """
    source = decode(data, options.name, options.encoding)
    shadow, documents = _read(source, options.choice, options.name, options.bodies)
    if not documents:
        raise without_text(source, options.name)
    check(shadow, documents, options.name)
    return documents


def read_source(
    source: SourceText, choice: Choice, name: str = "", bodies: Iterable[str] = ()
) -> tuple[Document, ...]:
    """The reports in a decoded Markdown file, as :func:`converter.readers.text.read` has those in a
    text file; none when nothing but marks is in it."""
    return _read(source, choice, name, bodies)[1]


def _read(
    source: SourceText, choice: Choice, name: str, bodies: Iterable[str]
) -> tuple[SourceText, tuple[Document, ...]]:
    """What the source shows, and the reports in it."""
    page = page_of(source, name)
    shadow, given = page.shadow(source), page.given()
    if not given.units:
        return shadow, ()
    return shadow, read_text(shadow, choice, name, bodies, given)


def page_of(source: SourceText, name: str) -> Page:
    """The file's lines with all its blocks read; those of its metadata are none."""
    front = take_front(source, name)
    page = Page(front.rest if front else source)
    read_blocks(page)
    return page
