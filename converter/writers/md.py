"""A report as Markdown: metadata, title and headings, paragraphs, tables, pictures, footnotes."""

from __future__ import annotations

from converter.model import walk
from converter.model.nodes import Footnote, Paragraph, Section
from converter.readers.markdown.elements import COMMENT
from converter.writers.markdown.elements import BODY, element_of
from converter.writers.markdown.front import front_matter
from converter.writers.markdown.marks import escaped, line_of, note_calls, note_label
from converter.writers.markdown.reading import reads_as
from converter.writers.markdown.tables import picture_mark, table_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.model.nodes import Document, Node
    from converter.writers import Setting

_DEEPEST = 6


def render(document: Document, setting: Setting) -> bytes:
    """The document as UTF-8 Markdown (CommonMark with the tables and footnotes of GitHub), with a
    final newline.

    What a table cannot be there is left out: cells that cover others stand in their first place,
    a table inside a cell stands behind the outer one. Where the text alone would be read as
    something else, comments name the elements.
    """
    plain = _written(document, told=False)
    if reads_as(plain, document):
        return plain
    told = _written(document, told=True)
    return told if reads_as(told, document) else plain


def _written(document: Document, *, told: bool) -> bytes:
    """The document in Markdown; with ``told`` comments name the elements."""
    blocks = [block for block in _blocks(document, told=told) if block]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "surrogatepass")


def _blocks(document: Document, *, told: bool) -> Iterator[str]:
    yield front_matter(document.elements)
    held: Section | None = None
    element = ""
    if told:
        element = BODY
        yield COMMENT.format(element)
    for path, node in walk.nodes(document):
        if isinstance(node, Section) and node.inline:
            held = node
            continue
        named = element_of(path, node, held) if told else ""
        if named not in ("", element):
            yield COMMENT.format(named)
            element = named
        if held and isinstance(node, Paragraph):
            yield _run_in(held, node)
        else:
            yield _block(path, node)
        held = None


def _block(path: str, node: Node) -> str:
    if isinstance(node, Section):
        opening = line_of(node.opening, node.references)
        return f"{'#' * min(node.level + 1, _DEEPEST)} {opening}" if node.opening else ""
    if isinstance(node, Footnote):
        return f"[^{note_label(node.label)}]: {escaped(node.text)}"
    if isinstance(node, Paragraph) and node.kind == "table":
        return table_of(node)
    if isinstance(node, Paragraph) and node.picture:
        return picture_mark(node.picture, line_of(node.text, node.references))
    if path == "title":
        return "# " + line_of(node.text, node.references)
    return line_of(node.text, node.references, alone=True)


def _run_in(section: Section, paragraph: Paragraph) -> str:
    """A paragraph that a heading opens: in bold, but for the mark that closes it (behind a mark
    of punctuation the closing ``**`` would be none)."""
    if not section.heading:
        return _numbered(section, paragraph)
    bold = section.mark + section.heading
    cut = len(bold)
    inside = tuple(r for r in section.references if r.offset < cut)
    before = note_calls(r for r in section.references if r.offset == cut)
    behind = note_calls(r for r in section.references if r.offset > cut)
    closing = before + escaped(section.terminator) + behind
    text = line_of(paragraph.text, paragraph.references)
    return f"**{line_of(bold, inside)}**{closing}{text}"


def _numbered(section: Section, paragraph: Paragraph) -> str:
    """A paragraph with a number: it must not begin a list, whose items a program counts itself."""
    mark, text = section.mark, line_of(paragraph.text, paragraph.references)
    if text[:1].isascii() and mark[-1:] in ".)":
        return f"{escaped(mark[:-1])}\\{mark[-1]} {text}"
    return line_of(mark, section.references, alone=True) + text
