"""Metadata as a block at the head of a Markdown file."""

from __future__ import annotations

import re
from json import dumps

from converter.metadata.fields import BY_NAME

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.elements import Elements

_PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff〔〕（）、，。；/.-]*")
_WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))


def front_matter(elements: Elements) -> str:
    """The block, between lines ``---``; empty where there is nothing to say."""
    lines: list[str] = []
    for name, value in elements.stated().items():
        key = BY_NAME[name].keys[0]
        if isinstance(value, tuple):
            lines += [f"{key}:", *(f"  - {_scalar(item)}" for item in value)]
        else:
            lines.append(f"{key}: {'是' if value is True else _scalar(str(value))}")
    return "\n".join(["---", *lines, "---"]) if lines else ""


def _scalar(text: str) -> str:
    """A text as YAML: in quotation marks where it might mean something else without."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS
    return text if plain else dumps(text, ensure_ascii=False)
