"""The schema as text that people can read."""

from __future__ import annotations

import json
from typing import Any


def pretty(schema: dict[str, Any]) -> str:
    """The schema as text: indented, but what fits on a line, and each order entry, on one."""
    return _pretty(schema, 0) + "\n"


def _pretty(value: Any, indent: int) -> str:
    compact = json.dumps(value, ensure_ascii=False)
    one_line = isinstance(value, dict) and "if" in value and "x-message" in value
    if one_line or len(compact) + indent <= 100 or not isinstance(value, (dict, list)):
        return compact
    pad, end = " " * (indent + 1), " " * indent
    if isinstance(value, dict):
        items = [
            f"{json.dumps(k, ensure_ascii=False)}: {_pretty(v, indent + 1)}"
            for k, v in value.items()
        ]
        return "{\n" + ",\n".join(pad + item for item in items) + f"\n{end}}}"
    return "[\n" + ",\n".join(pad + _pretty(v, indent + 1) for v in value) + f"\n{end}]"
