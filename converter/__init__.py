"""gongwen: raw text of Chinese official work reports to Word documents, JSON and a lint report.

>>> import converter
>>> report, = converter.parse("县水务局2024年工作总结\\n\\n一、工作总结\\n全年供水稳定。")
>>> report.title.text
'县水务局2024年工作总结'
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.api import check, lint, parse, render, validate
    from converter.errors import ConverterError
    from converter.findings import Finding
    from converter.model.codec import to_json
    from converter.model.decode import from_json
    from converter.model.nodes import Document

__all__ = [
    "ConverterError",
    "Document",
    "Finding",
    "__version__",
    "check",
    "from_json",
    "lint",
    "parse",
    "render",
    "to_json",
    "validate",
]

_HOMES = {
    "ConverterError": "converter.errors",
    "Document": "converter.model.nodes",
    "Finding": "converter.findings",
    "check": "converter.api",
    "from_json": "converter.model.decode",
    "lint": "converter.api",
    "parse": "converter.api",
    "render": "converter.api",
    "to_json": "converter.model.codec",
    "validate": "converter.api",
}


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first used, so that no command pays for what it does not
    need."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
