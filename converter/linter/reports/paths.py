"""Names of inputs as code hosts want them."""

from __future__ import annotations

import os


def relative(path: str) -> str:
    """The path from the current folder, with ``/``; a path elsewhere stays absolute; the ``-`` of
    standard input and an address stay as they are."""
    if "://" in path:
        return path
    if os.path.isabs(path):
        here = os.getcwd()
        inside = path.startswith(here + os.sep)
        found = os.path.relpath(path, here) if inside else path
    else:
        found = os.path.normpath(path)
    return found.replace("\\", "/") if os.sep == "\\" else found
