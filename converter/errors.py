"""What can stop gongwen: one root exception and its few children.

An exception is raised only when no result can come out at all. Whatever can be skipped, guessed
or repaired is recorded in the document (``removed``) or reported as a finding instead.
"""

from __future__ import annotations

from converter.bilingual import Lang, Text
from converter.record import record

_NOTHING = Text("", "")


@record(eq=False, slots=False)
class ConverterError(Exception):
    """Something could not be done: what, where, and what the user can do about it.

    ``where`` is a file name, an option or a JSON path, and may be empty; so may ``todo``.
    """

    what: Text
    where: str = ""
    todo: Text = _NOTHING

    def line(self, lang: Lang = "zh") -> str:
        """The whole message as one line in ``lang``."""
        colon, semicolon = (": ", "; ") if lang == "en" else ("：", "；")
        where = f"{self.where}{colon}" if self.where else ""
        todo = self.todo.get(lang)
        text = where + self.what.get(lang) + (f"{semicolon}{todo}" if todo else "")
        return " ".join(text.split())

    def __str__(self) -> str:
        return self.line()


class InputError(ConverterError):
    """The input cannot be read as a report: unreadable, binary, empty, wrong JSON shape."""


class OutputError(ConverterError):
    """The result cannot be written: no permission, disk full, name taken by a directory."""


class OfficeError(ConverterError):
    """LibreOffice is not where it should be, does not start or does not come to an end; who asked
    for it says what cannot be done then."""


class ProfileError(ConverterError):
    """A profile file is missing, is not TOML, or lacks something a profile must say."""


class LayoutError(ConverterError):
    """A layout is not there, or its file cannot be read, has a wrong key or a wrong value, or
    asks for what does not go together; ``where`` is the file and the key in it."""


class MetadataError(ConverterError):
    """Metadata that is not as it must be: unknown key, wrong value, unreadable block or file."""


class ConfigurationError(ConverterError):
    """A configuration file that cannot be read, or has a wrong key or value; a baseline that is
    none. ``where`` is the file and the key in it."""


class UsageError(ConverterError):
    """Options or arguments that do not go together."""
