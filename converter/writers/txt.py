"""A report as clean text: title, blank line, then one line a paragraph."""

from __future__ import annotations

from converter.model.nodes import Document
from converter.model.walk import lines
from converter.writers import Setting


def render(document: Document, setting: Setting) -> bytes:
    """The document as UTF-8 text with a final newline."""
    texts = list(lines(document))
    if document.title:
        texts.insert(len(document.above_title) + 1, "")
    return ("\n".join(texts) + "\n").encode("utf-8", "surrogatepass")
