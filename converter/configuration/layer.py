"""Settings from one place."""

from __future__ import annotations

from converter.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


@record(eq=False)
class Layer:
    """The settings of one file, of one ``[[paths]]`` in it, or of the command line.

    ``origin`` is what stands before a key where messages name it (``gongwen.toml: paths[1].``;
    ``--`` for the command line). ``folder`` is where relative paths among ``values`` start. The
    values are checked already.
    """

    origin: str
    folder: str
    values: Mapping[str, Any]

    def where(self, key: str) -> str:
        """Where a key of this layer is set, as users know the place."""
        return self.origin + key


def command_line(**values: Any) -> Layer | None:
    """What options of the command line set, ``fail_on`` being ``fail-on``; options that were not
    given (None) and empty lists set nothing. None when nothing is set."""
    stated = {
        key.replace("_", "-"): value for key, value in values.items() if value not in (None, (), {})
    }
    return Layer("--", "", stated) if stated else None
