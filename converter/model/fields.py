"""A JSON object being read: typed access that names the path of what is wrong."""

from __future__ import annotations

from converter.bilingual import Text
from converter.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    T = TypeVar("T")


def wrong(path: str, expected: str) -> InputError:
    """The error for the field at ``path``, which should be ``expected``."""
    return InputError(
        Text(f"不是 gongwen 的报告 JSON：应为 {expected}", f"expected {expected}"),
        path,
        Text("请用 gongwen schema 查看格式", "see gongwen schema for the format"),
    )


class Fields:
    """One JSON object: ``value``, and the ``path`` of it. Every method raises InputError that
    names the path of a value of another type than it reads."""

    def __init__(self, value: Mapping[str, object], path: str) -> None:
        self.value, self.path = value, path

    @classmethod
    def of(cls, value: object, path: str) -> Fields:
        """The fields of a value that must be an object."""
        if not isinstance(value, dict):
            raise wrong(path, "object")
        return cls(value, path)

    def sub(self, key: str) -> Fields:
        """The fields of the object under a key; none where the key is missing."""
        return self.of(self.value.get(key, {}), f"{self.path}.{key}")

    def get(self, key: str, kind: type[T], default: T | None = None) -> T:
        """The value under a key; ``default`` where the key is missing, if there is one."""
        value = self.value.get(key, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise wrong(f"{self.path}.{key}", kind.__name__)
        return value

    def number(self, key: str) -> float | None:
        """The positive number under a key; None where it is null or missing."""
        value = self.value.get(key)
        if value is None:
            return None
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            raise wrong(f"{self.path}.{key}", "number")
        try:
            number = float(value)
        except OverflowError:
            number = float("inf")
        if not 0 < number < float("inf"):
            raise wrong(f"{self.path}.{key}", "number greater than 0")
        return number

    def nullable(self, key: str, kind: type[T]) -> T | None:
        """The value under a key; None where it is null or missing."""
        return None if self.value.get(key) is None else self.get(key, kind)

    def optional(self, key: str, read: Callable[[Fields], T]) -> T | None:
        """What ``read`` makes of the object under a key; None where it is null or missing."""
        if self.value.get(key) is None:
            return None
        return read(self.of(self.value[key], f"{self.path}.{key}"))

    def list(
        self, key: str, read: Callable[[Fields], T], default: tuple[T, ...] | None = None
    ) -> tuple[T, ...]:
        """What ``read`` makes of each object in the array under a key."""
        value = self.value.get(key, default)
        if not isinstance(value, (list, tuple)):
            raise wrong(f"{self.path}.{key}", "array")
        return tuple(
            read(self.of(item, f"{self.path}.{key}[{index}]")) for index, item in enumerate(value)
        )

    def strings(self, key: str) -> tuple[str, ...]:
        """The texts in the array under a key; none where the key is missing."""
        value = self.value.get(key, ())
        if not isinstance(value, (list, tuple)) or any(not isinstance(x, str) for x in value):
            raise wrong(f"{self.path}.{key}", "array of strings")
        return tuple(value)
