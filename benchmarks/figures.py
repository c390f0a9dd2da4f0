"""Figures as people read them."""

from __future__ import annotations

from benchmarks.timing import Ratio


def quantity(value: float, measure: str) -> str:
    """Seconds as ms or s, bytes as MB."""
    if measure == "memory":
        return f"{value / 1e6:.0f} MB"
    if value >= 10:
        return f"{value:.0f} s"
    if value >= 1:
        return f"{value:.2f} s"
    return f"{value * 1e3:.0f} ms" if value >= 0.1 else f"{value * 1e3:.1f} ms"


def times(value: float) -> str:
    """A ratio: three significant figures below ten, else one decimal."""
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def spread(ratio: Ratio) -> str:
    """The quartiles."""
    return f"{times(ratio.lower)}–{times(ratio.upper)}"


def limit(value: float | None) -> str:
    """A limit, or a dash."""
    return "—" if value is None else f"≤ {value:g}" if value >= 1 else f"≤ {value:.2f}"
