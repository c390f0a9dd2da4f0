"""Configuration files: read, checked, and put on top of what they extend."""

from __future__ import annotations

import os
import tomllib
from typing import Any, NamedTuple

from converter.bilingual import Text
from converter.configuration.globs import matcher
from converter.configuration.keys import KEYS, checked
from converter.configuration.layer import Layer
from converter.configuration.search import PYPROJECT
from converter.errors import ConfigurationError

_TABLE = "tool.gongwen"


class PathLayer(NamedTuple):
    """The settings for the inputs that fit one of the patterns, below a folder."""

    match: tuple[str, ...]
    layer: Layer

    def fits(self, path: str) -> bool:
        """Whether they are for the input of that absolute path."""
        return _fits(path, self.layer.folder, self.match)


class Chain(NamedTuple):
    """A configuration file with those it extends, the farthest first."""

    path: str
    files: tuple[str, ...]
    base: tuple[Layer, ...]
    paths: tuple[PathLayer, ...]

    def matching(self, path: str) -> tuple[int, ...]:
        """Which of :attr:`paths` are for the input of that absolute path."""
        return tuple(i for i, entry in enumerate(self.paths) if entry.fits(path))

    def layers(self, matching: tuple[int, ...]) -> tuple[Layer, ...]:
        """All layers for an input that those of :attr:`paths` are for."""
        return (*self.base, *(self.paths[i].layer for i in matching))

    def excludes(self, path: str) -> bool:
        """Whether one of the files leaves out the input of that absolute path."""
        return any(
            _fits(path, layer.folder, layer.values["exclude"])
            for layer in self.base
            if "exclude" in layer.values
        )


def _fits(path: str, folder: str, patterns: tuple[str, ...]) -> bool:
    try:
        relative = os.path.relpath(path, folder)
    except ValueError:  # another drive
        return False
    return matcher(patterns).fullmatch(relative.replace(os.sep, "/")) is not None


def chain(path: str) -> Chain:
    """The configuration in the file of that absolute path. Raises ConfigurationError."""
    return _chain(path, shown(path), ())


def _chain(path: str, name: str, opened: tuple[str, ...]) -> Chain:
    """The configuration in a file; ``name`` is what messages call it, ``opened`` are the files
    that extend it, outermost first."""
    real = os.path.realpath(path)
    if real in opened:
        what = Text("extend 绕了一圈又回到这个文件", "extend comes round to this file again")
        raise ConfigurationError(what, name)
    folder = os.path.dirname(path)
    table = _read(path, name)
    origin = f"{name}: {_TABLE}." if os.path.basename(path) == PYPROJECT else f"{name}: "
    values = checked(table, KEYS, origin, folder)
    base = _extended(values, name, (*opened, real))
    tables = values.pop("paths", ())
    own = [
        PathLayer(entry.pop("match"), Layer(f"{origin}paths[{number}].", folder, entry))
        for number, entry in enumerate(tables, 1)
    ]
    return Chain(
        path,
        (*base.files, name) if base else (name,),
        (*(base.base if base else ()), Layer(origin, folder, values)),
        (*(base.paths if base else ()), *own),
    )


def _extended(values: dict[str, Any], name: str, opened: tuple[str, ...]) -> Chain | None:
    """What the file extends, if it does; a fault in it is told with the way there."""
    path = values.pop("extend", None)
    if path is None:
        return None
    try:
        return _chain(path, shown(path), opened)
    except ConfigurationError as error:
        raise ConfigurationError(
            error.what, f"{name}: extend: {error.where}", error.todo
        ) from error


def shown(path: str) -> str:
    """A path as messages show it: from the current folder, where it is below that."""
    here = os.getcwd()
    return os.path.relpath(path, here) if path.startswith(os.path.join(here, "")) else path


def has_table(path: str) -> bool:
    """Whether a pyproject.toml has a table for us. Raises ConfigurationError."""
    tool = _parsed(path, shown(path)).get("tool")
    return isinstance(tool, dict) and "gongwen" in tool


def _read(path: str, name: str) -> dict[str, Any]:
    """The table of settings in a file."""
    data = _parsed(path, name)
    if os.path.basename(path) != PYPROJECT:
        return data
    tool = data.get("tool")
    table = tool.get("gongwen") if isinstance(tool, dict) else None
    if not isinstance(table, dict):
        raise ConfigurationError(
            Text(f"没有 [{_TABLE}] 这一组", f"there is no table [{_TABLE}]"), name
        )
    return table


def _parsed(path: str, name: str) -> dict[str, Any]:
    try:
        with open(path, "rb") as file:
            return tomllib.loads(file.read().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise _unreadable(name, "找不到配置文件", "no such configuration file") from error
    except (OSError, ValueError, RecursionError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise _unreadable(name, "不是 UTF-8 文本", "not UTF-8 text") from error
        if isinstance(error, tomllib.TOMLDecodeError):
            what = "不是 TOML", "not TOML"
        else:
            what = "读不了", "cannot be read"
        why = (isinstance(error, OSError) and error.strerror) or error  # without the path again
        raise _unreadable(name, f"{what[0]}（{why}）", f"{what[1]} ({why})") from error


def _unreadable(name: str, zh: str, en: str) -> ConfigurationError:
    return ConfigurationError(
        Text(zh, en), name, Text("请检查文件，或用 --no-config", "check it, or use --no-config")
    )
