"""What can stop gongwen: one root exception and its few children.

An exception is raised only when no result can come out at all. Whatever can be skipped, guessed
or repaired is recorded in the document (``removed``) or reported as a finding instead.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(eq=False)
class ConverterError(Exception):
    """Something could not be done: what, where, and what the user can do about it.

    ``what`` and ``todo`` hold one text per language code ("zh", "en"); ``where`` is a file name,
    an option or a JSON path, and may be empty.
    """

    what: dict[str, str]
    where: str = ""
    todo: dict[str, str] | None = None

    def line(self, lang: str = "zh") -> str:
        """The whole message as one line in ``lang``."""
        what = self.what.get(lang, self.what["zh"])
        todo = (self.todo or {}).get(lang, (self.todo or {}).get("zh", ""))
        if lang == "en":
            parts = [f"{self.where}: " if self.where else "", what, f"; {todo}" if todo else ""]
        else:
            parts = [f"{self.where}：" if self.where else "", what, f"；{todo}" if todo else ""]
        return " ".join("".join(parts).split())

    def __str__(self) -> str:
        return self.line()


class InputError(ConverterError):
    """The input cannot be read as a report: unreadable, binary, empty, wrong JSON shape."""


class OutputError(ConverterError):
    """The result cannot be written: no permission, disk full, name taken by a directory."""


class ProfileError(ConverterError):
    """A profile file is missing, is not TOML, or lacks something a profile must say."""


class UsageError(ConverterError):
    """Options or arguments that do not go together."""
