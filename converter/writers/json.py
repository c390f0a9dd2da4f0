"""A report as one JSON object, indented for reading."""

from __future__ import annotations

import json

from converter.model.codec import to_json
from converter.model.nodes import Document
from converter.writers import Setting


def render(document: Document, setting: Setting) -> bytes:
    """The document as UTF-8 JSON with a final newline."""
    text = json.dumps(to_json(document), ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", "surrogatepass")
