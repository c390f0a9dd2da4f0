"""Output formats. A new one is a module and a line in :data:`FORMATS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from converter.model.nodes import Document

Render = Callable[[Document], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """An output format: the module with its ``render(document)``; whether one file may hold
    several reports; what divides them in a stream that people read (None: it cannot hold several).
    """

    module: str
    many: bool = False
    separator: bytes | None = None

    def renderer(self) -> Render:
        """The format's function from a document to bytes; imports the module on first use."""
        return cast(Render, import_module(self.module).render)


FORMATS: dict[str, Format] = {
    "docx": Format("converter.writers.docx"),
    "json": Format("converter.writers.json"),
    "jsonl": Format("converter.writers.jsonl", many=True),
    "txt": Format("converter.writers.txt", separator=b"\n\n"),
}
"""Name of the format, which is its file suffix too → how it is written."""
