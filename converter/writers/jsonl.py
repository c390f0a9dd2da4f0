"""A report as one line of JSON Lines."""

from __future__ import annotations

import json

from converter.model.codec import to_json
from converter.model.nodes import Document
from converter.writers import Setting


def render(document: Document, setting: Setting) -> bytes:
    """The document as one line of UTF-8 JSON with a final newline."""
    text = json.dumps(to_json(document), ensure_ascii=False, separators=(",", ":"))
    return (text + "\n").encode("utf-8", "surrogatepass")
