"""What is in force for an input: ``gongwen.toml``, ``[tool.gongwen]`` of a pyproject.toml, and the
command line.

Settings come in layers, the later one counting more: the file that a configuration extends, the
configuration, its ``[[paths]]`` that the input matches, the command line. Nothing is imported for
reading files until there is one.
"""

from __future__ import annotations

import os

from converter.bilingual import Text
from converter.configuration.force import Configuration
from converter.configuration.layer import Layer, command_line
from converter.configuration.search import nearest
from converter.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.configuration.file import Chain

__all__ = ["Configuration", "Finder", "Layer", "command_line"]
STDIN = "-"


class Finder:
    """Finds what is in force, input by input.

    ``file`` is the configuration for all inputs, instead of the one nearest to each (from its
    folder upward; standard input is in the current folder); ``isolated`` means none at all.
    ``above`` is what the command line sets, ``asked`` the letters of the groups of rules that the
    command asks for. Raises UsageError for both a file and ``isolated``.
    """

    def __init__(
        self,
        file: str | None = None,
        *,
        isolated: bool = False,
        above: Layer | None = None,
        asked: str = "",
    ) -> None:
        if file is not None and isolated:
            raise UsageError(
                Text("--config 和 --no-config 只能用一个", "--config excludes --no-config")
            )
        self._file = os.path.abspath(file) if file is not None else None
        self._isolated, self._asked = isolated, asked
        self._above = (above,) if above else ()
        self._files: dict[str, str | None] = {}
        self._chains: dict[str, Chain] = {}
        self._made: dict[tuple[str | None, tuple[int, ...]], Configuration] = {}

    def of(self, name: str = STDIN) -> Configuration:
        """What is in force for an input, or in a folder. Raises ConfigurationError."""
        path = os.getcwd() if name == STDIN else os.path.abspath(name)
        if os.path.isdir(path):
            path = os.path.join(path, "")
        chain = self._chain(path)
        if chain is None:
            key: tuple[str | None, tuple[int, ...]] = (None, ())
        else:
            key = (chain.path, chain.matching(path) if name != STDIN else ())
        if key not in self._made:
            layers = chain.layers(key[1]) if chain else ()
            files = chain.files if chain else ()
            self._made[key] = Configuration((*layers, *self._above), files, self._asked)
        return self._made[key]

    def excludes(self, name: str) -> bool:
        """Whether the configuration leaves out an input that was found in a folder."""
        path = os.path.abspath(name)
        chain = self._chain(path)
        return chain is not None and chain.excludes(path)

    def _chain(self, path: str) -> Chain | None:
        """The configuration for the input of that absolute path, with what it extends."""
        file = self._file
        if file is None and not self._isolated:
            file = nearest(os.path.dirname(path), self._files)
        if file is None:
            return None
        if file not in self._chains:
            from converter.configuration.file import chain

            self._chains[file] = chain(file)
        return self._chains[file]
