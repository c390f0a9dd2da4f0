"""Writing HTML: text is escaped unless it is markup already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from converter.linter.reports.excerpt import seen

_EMPTY = {"meta", "input", "br", "rect", "line", "circle", "path"}


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def text(value: str) -> Markup:
    """Text as HTML; what cannot be seen has a mark."""
    return Markup(escape(seen(value)))


def join(parts: Iterable[str]) -> Markup:
    """Texts and elements one after the other."""
    return Markup("".join(part if isinstance(part, Markup) else text(part) for part in parts))


def tag(name: str, /, *content: str, **attributes: str | int | None) -> Markup:
    """An element. ``class_`` and ``for_`` stand for the attributes of those names, other
    underscores for hyphens; an attribute that is None is left out, an empty one has no value."""
    written = _written(attributes)
    if name in _EMPTY:
        return Markup(
            f"<{name}{written}>" if name in ("meta", "input", "br") else f"<{name}{written}/>"
        )
    return Markup(f"<{name}{written}>{join(content)}</{name}>")


def enclosed(
    name: str, content: Iterable[Markup], /, **attributes: str | int | None
) -> Iterator[Markup]:
    """An element, as :func:`tag` makes it, piece by piece."""
    yield Markup(f"<{name}{_written(attributes)}>")
    yield from content
    yield Markup(f"</{name}>")


def _written(attributes: dict[str, str | int | None]) -> str:
    return "".join(
        f" {_attribute(key)}" + (f'="{text(str(value))}"' if value != "" else "")
        for key, value in attributes.items()
        if value is not None
    )


def _attribute(key: str) -> str:
    return key.rstrip("_") if key == "viewBox" else key.rstrip("_").replace("_", "-")


def percent(value: float) -> str:
    """A share of a hundred, as a length."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"
