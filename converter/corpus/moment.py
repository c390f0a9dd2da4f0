"""The time, as the manifest has it, and as people read it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The time in UTC, ISO 8601, to the microsecond: two runs never begin at the same one."""
    return datetime.now(UTC).isoformat()


def shown(moment: str) -> str:
    """A time of the manifest as the clock here showed it, to the minute."""
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")


def between(start: str, end: str) -> float:
    """Seconds from one time of the manifest to another."""
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()
