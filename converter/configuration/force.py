"""What is in force: layers of settings, and what follows from them."""

from __future__ import annotations

import os

from converter.errors import ConfigurationError, ProfileError
from converter.profiles import load, names
from converter.profiles.choice import Choice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.configuration.layer import Layer
    from converter.linter.ruleset import Ruleset
    from converter.profiles import Profile

FAIL_ON = "error"
"""The least severity that makes a run fail, when nothing is said."""
RULE_KEYS = ("select", "extend-select", "ignore", "extend-ignore", "severity", "rules")


class Configuration:
    """What is in force for one input. ``layers`` stand in order, the last one counts most;
    ``files`` are the configuration files as messages show them, the one that was found last.
    ``asked`` are the letters of the groups of rules that the command itself asks for."""

    def __init__(
        self, layers: tuple[Layer, ...] = (), files: tuple[str, ...] = (), asked: str = ""
    ) -> None:
        self.layers = layers
        self.files, self.asked = files, asked
        self._ruleset: Ruleset | None = None
        self._choice: Choice | None = None

    def source(self, key: str) -> Layer | None:
        """The layer that sets a key in the end; None where its default is in force."""
        return next((layer for layer in reversed(self.layers) if key in layer.values), None)

    def _value(self, key: str, default: Any = None) -> Any:
        layer = self.source(key)
        return layer.values[key] if layer else default

    @property
    def encoding(self) -> str | None:
        """The encoding of inputs; None: it is found out."""
        value: str | None = self._value("encoding")
        return value

    @property
    def fail_on(self) -> str:
        """The least severity that makes a run fail, or ``never``."""
        return str(self._value("fail-on", FAIL_ON))

    @property
    def baseline(self) -> str | None:
        """The path of the baseline."""
        value: str | None = self._value("baseline")
        return value

    @property
    def ruleset(self) -> Ruleset:
        """The rules that run, how grave their findings are, and their options."""
        if self._ruleset is None:
            self._ruleset = self._ruled()
        return self._ruleset

    def _ruled(self) -> Ruleset:
        from converter.linter.ruleset import standard

        set_here = any(key in layer.values for layer in self.layers for key in RULE_KEYS)
        if not (set_here or self.asked):
            return standard()
        from converter.configuration.rules import ruleset, states

        return ruleset(states(self.layers, self.asked))

    @property
    def choice(self) -> Choice:
        """How the profile of a report is chosen. Raises ConfigurationError or ProfileError."""
        if self._choice is None:
            self._choice = self._chosen()
        return self._choice

    def _chosen(self) -> Choice:
        paths: tuple[str, ...] = self._value("profiles", ())
        more = tuple(self._loaded("profiles", path) for path in paths)
        name: str | None = self._value("profile")
        return Choice(self._given(name, more) if name is not None else None, more)

    def _given(self, name: str, more: tuple[Profile, ...]) -> Profile:
        if name in names():
            return load(name)
        own = next((profile for profile in more if profile.id == name), None)
        return own or self._loaded("profile", self._path(name))

    def _path(self, name: str) -> str:
        layer = self.source("profile")
        return os.path.join(layer.folder, name) if layer and layer.folder else name

    def _loaded(self, key: str, path: str) -> Profile:
        try:
            return load(path)
        except ProfileError as error:
            layer = self.source(key)
            if layer is None or not layer.folder:
                raise
            where = f"{layer.where(key)}: {os.path.basename(path)}"
            raise ConfigurationError(error.what, where, error.todo) from error

    def profile_of(self, profile_id: str) -> str:
        """The name, or the path of the file, of the profile that a document read with
        ``profile_id`` is held against."""
        name: str | None = self._value("profile")
        if name is not None and name in names():
            return name
        paths: tuple[str, ...] = self._value("profiles", ())
        wanted = name if name is not None else profile_id
        own = (path for path in paths if load(path).id == wanted)
        found = next(own, None)
        if found or name is None:
            return found or self.choice.of(profile_id).id
        return self._path(name)
