"""JSON as the reports write it."""

from __future__ import annotations

import json


def dumped(value: object) -> str:
    """Indented, with a final newline; half a surrogate pair, which UTF-8 cannot hold, escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
