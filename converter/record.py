"""Values: classes whose instances are made once and never changed.

Like a frozen, slotted dataclass, and one for the type checker, which refuses a change; but made in
a quarter of the time: most of a short command's time is its start, and a frozen dataclass has six
functions compiled for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """The class as a value: fields from its annotations, equal and hashed by them (but for those
    with ``field(compare=False)``), for :func:`dataclasses.replace` and ``fields`` to work on."""
    made: Any = dataclass(slots=True, eq=False, repr=False, match_args=False)(cls)
    names = [entry.name for entry in fields(made) if entry.compare]
    key = attrgetter(*names) if names else lambda value: ()

    def equal(self: Any, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(key(self))

    made.__eq__, made.__hash__, made.__repr__ = equal, hashed, _shown
    result: type[T] = made
    return result


def _shown(value: Any) -> str:
    shown = ", ".join(f"{entry.name}={getattr(value, entry.name)!r}" for entry in fields(value))
    return f"{type(value).__qualname__}({shown})"
