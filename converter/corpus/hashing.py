"""Hashes by which inputs and outputs are known again."""

from __future__ import annotations

import hashlib


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal, as ``sha256sum`` prints it."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: str) -> str:
    """The hash of a file; empty where none can be read."""
    try:
        with open(path, "rb") as file:
            return digest(file.read())
    except OSError:
        return ""
