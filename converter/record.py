"""Values: classes whose instances are made once and never changed.

Like a frozen, slotted dataclass, and one for the type checker, which refuses a change; but made in
a fiftieth of the time, which is most of a short command's: a frozen dataclass has six functions
compiled for it, and half of the values of this program do not occur in a given draft. What is
needed of a class is made when it is first needed; :mod:`dataclasses`, which takes longer to import
than a draft to read, only when it is asked for the fields of a value.
"""

from __future__ import annotations

from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import Field as DataclassField
    from dataclasses import field as field
    from dataclasses import replace as replace
    from typing import Any, TypeVar, dataclass_transform

    T = TypeVar("T")

_FEW = 30
"""So many instances of a class are made before it pays to compile its ``__init__``."""
_MISSING: Any = object()


class _Field:
    """A field's default, or what makes one; whether it is an argument (``init``); whether it
    counts when two values are compared."""

    def __init__(
        self,
        *,
        default: Any = _MISSING,
        default_factory: Any = _MISSING,
        init: bool = True,
        compare: bool = True,
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.init, self.compare = init, compare

    def settings(self) -> dict[str, Any]:
        """The arguments that made it."""
        return {name: value for name, value in vars(self).items() if value is not _MISSING}


def _replace(value: Any, /, **changes: Any) -> Any:
    """The value with other values in some fields, as :func:`dataclasses.replace` makes it."""
    for name in value.__init_fields__:
        if name not in changes:
            changes[name] = getattr(value, name)
    return type(value)(**changes)


if not TYPE_CHECKING:
    # The type checker knows these two by the names of their like.
    field = _Field
    replace = _replace

    def dataclass_transform(**_: Any) -> Callable[[T], T]:
        """Says something to the type checker only."""
        return lambda decorator: decorator


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(
    cls: type[T] | None = None, /, *, eq: bool = True, kw_only: bool = False, slots: bool = True
) -> Any:
    """The class as a value: fields from its own annotations, equal and hashed by them (but for
    those with ``field(compare=False)``), for :func:`replace`, and :func:`dataclasses.fields`.

    Without ``eq`` an instance is equal to itself only; without ``slots`` it has room for what
    ``cached_property`` finds out.
    """

    def made(cls: type[T]) -> type[T]:
        return _made(cls, eq=eq, kw_only=kw_only, slots=slots)

    return made if cls is None else made(cls)


def field_names(value: Any) -> tuple[str, ...]:
    """The names of the fields of a record, or of its class, in their order."""
    names: tuple[str, ...] = value.__fields__
    return names


def _made(cls: type[T], *, eq: bool, kw_only: bool, slots: bool) -> type[T]:
    names = tuple(cls.__annotations__)
    given = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    made: Any = _again(cls, names, slots)

    special = [name for name, value in given.items() if isinstance(value, _Field)]
    plain = not special and not hasattr(made, "__post_init__")
    few = iter(range(_FEW if plain else 0))

    def first(self: Any, *args: Any, **kwargs: Any) -> None:
        """Fills in the first instances by name; compiles an ``__init__`` when there are more."""
        if next(few, None) is not None:
            values = given | dict(zip(names, args, strict=False)) | kwargs
            fits = len(args) <= (0 if kw_only else len(names)) and values.keys() == set(names)
            if fits and kwargs.keys().isdisjoint(names[: len(args)]):
                for name, value in values.items():
                    setattr(self, name, value)
                return
        made.__init__ = _initialiser(made, names, given, kw_only)
        made.__init__(self, *args, **kwargs)

    made.__init__, made.__repr__ = first, _shown
    made.__fields__ = names
    made.__init_fields__ = tuple(n for n in names if n not in special or given[n].init)
    made.__dataclass_fields__ = _Fields(made, given, kw_only)
    if eq:
        made.__eq__, made.__hash__ = _comparison(names, given)
    result: type[T] = made
    return result


def _again(cls: type, names: tuple[str, ...], slots: bool) -> type:
    """The class once more without the defaults of its fields, and with slots for these alone."""
    without = {*names, "__dict__", "__weakref__"}
    members = {name: value for name, value in cls.__dict__.items() if name not in without}
    if slots:
        members["__slots__"] = names
    return type(cls)(cls.__name__, cls.__bases__, members)


class _Fields:
    """What :mod:`dataclasses` knows the fields of a class by, made when it is first asked for."""

    def __init__(self, made: Any, given: dict[str, Any], kw_only: bool) -> None:
        self._made, self._given, self._kw_only = made, given, kw_only

    def __get__(self, instance: object, owner: type) -> dict[str, DataclassField[Any]]:
        from dataclasses import dataclass
        from dataclasses import field as dataclass_field

        # Without a __doc__ a dataclass makes itself one, of its signature, which takes long.
        told = {name: getattr(self._made, name) for name in ("__annotations__", "__module__")}
        told["__doc__"] = self._made.__doc__ or "A value."
        for name, value in self._given.items():
            is_field = isinstance(value, _Field)
            told[name] = dataclass_field(**value.settings()) if is_field else value
        alike: Any = type(self._made.__name__, (), told)
        alike = dataclass(init=False, repr=False, eq=False, kw_only=self._kw_only)(alike)
        self._made.__dataclass_fields__ = alike.__dataclass_fields__
        found: dict[str, DataclassField[Any]] = alike.__dataclass_fields__
        return found


def _initialiser(
    made: Any, names: tuple[str, ...], given: dict[str, Any], kw_only: bool
) -> Callable[..., None]:
    """The ``__init__`` that a dataclass would have."""
    parameters, lines = [], []
    defaults: dict[str, Any] = {}
    known: dict[str, Any] = {"MISSING": _MISSING}
    for name in names:
        default, value = given.get(name, _MISSING), name
        if isinstance(default, _Field):
            if not default.init:
                continue
            if default.default_factory is not _MISSING:
                known[f"make_{name}"] = default.default_factory
                value = f"make_{name}() if {name} is MISSING else {name}"
                defaults[name] = _MISSING
            default = default.default
        if default is not _MISSING:
            defaults[name] = default
        parameters.append(name)
        lines.append(f"self.{name} = {value}")
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    star = "*, " if kw_only else ""
    exec(f"def __init__(self, {star}{', '.join(parameters)}): {'; '.join(lines) or '...'}", known)
    result: Any = known["__init__"]
    if kw_only:
        result.__kwdefaults__ = defaults
    else:
        result.__defaults__ = tuple(defaults.values())
    compiled: Callable[..., None] = result
    return compiled


def _comparison(
    names: tuple[str, ...], given: dict[str, Any]
) -> tuple[Callable[[Any, object], bool], Callable[[Any], int]]:
    """``__eq__`` and ``__hash__`` by the fields that count."""
    compared = [
        name for name in names if not isinstance(given.get(name), _Field) or given[name].compare
    ]
    key = attrgetter(*compared) if compared else lambda value: ()

    def equal(self: Any, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(key(self))

    return equal, hashed


def _shown(value: Any) -> str:
    shown = ", ".join(f"{name}={getattr(value, name)!r}" for name in value.__fields__)
    return f"{type(value).__qualname__}({shown})"
