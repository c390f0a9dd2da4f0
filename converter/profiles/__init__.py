"""Kinds of report: which parts each must have, in which order, and the words that name them.

A profile is one TOML file. Those beside this module are built in and found by their name; any
other is given by its path. Nothing about a section kind stands in Python.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from converter.bilingual import Text
from converter.errors import ProfileError

DEFAULT = "work-report"


@dataclass(frozen=True, slots=True)
class RoleSpec:
    """One kind of section: its names, the words of headings that name it, how it is told in text.

    ``period`` is ``reported`` or ``planned`` where a year in a heading gives the role away.
    ``told`` are regular expressions of sentences that tell this part's matter in another part,
    ``told_headings`` of sub-headings that do; ``not_told`` those that take a match back.
    """

    id: str
    name: dict[str, str] = field(compare=False)
    required: bool = False
    period: str | None = None
    terms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    not_terms: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    told_headings: tuple[str, ...] = ()
    not_told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of report. ``roles`` stand in the order in which a report must have them."""

    id: str
    name: dict[str, str] = field(compare=False)
    description: dict[str, str] = field(compare=False)
    roles: tuple[RoleSpec, ...]
    unnamed: str
    continues: tuple[str, ...]
    titles: tuple[str, ...] = ()

    @property
    def required(self) -> tuple[RoleSpec, ...]:
        """The parts a report of this kind must have, in their order."""
        return tuple(role for role in self.roles if role.required)

    def is_called_for(self, title: str) -> bool:
        """Whether a title is one of this kind of report, by its :attr:`titles`."""
        return any(re.search(pattern, title) for pattern in self.titles)

    def role(self, role_id: str) -> RoleSpec | None:
        """The role of that id, if this profile knows it."""
        return next((role for role in self.roles if role.id == role_id), None)


def names() -> tuple[str, ...]:
    """The names of the built-in profiles."""
    folder = resources.files(__name__)
    return tuple(sorted(Path(f.name).stem for f in folder.iterdir() if f.name.endswith(".toml")))


@cache
def load(name: str = DEFAULT) -> Profile:
    """The built-in profile of that name, or the one in the file of that path.

    Raises ProfileError when there is none, or when the file does not say what a profile must.
    """
    try:
        if name in names():
            text = (resources.files(__name__) / f"{name}.toml").read_text("utf-8")
        else:
            text = Path(name).read_text("utf-8")
        return parse(text, name)
    except FileNotFoundError as error:
        known = "、".join(names())
        raise ProfileError(
            Text(f"没有这个报告类型（内置：{known}）", f"no such profile (built in: {known})"),
            name,
        ) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        what = Text(f"读不了报告类型文件（{error}）", f"cannot read the profile ({error})")
        raise ProfileError(what, name) from error


def parse(text: str, name: str) -> Profile:
    """The profile that a TOML text describes; ``name`` stands in messages.

    Raises tomllib.TOMLDecodeError or ProfileError.
    """
    data: dict[str, Any] = tomllib.loads(text)
    try:
        roles = tuple(_role(role) for role in data["roles"])
        profile = Profile(
            id=data["id"],
            name=_names(data["name"]),
            description=_names(data.get("description", data["name"])),
            roles=roles,
            unnamed=data.get("unnamed", "other"),
            continues=tuple(data.get("continues", ())),
            titles=tuple(data.get("titles", ())),
        )
        for role in roles:
            for pattern in (*role.told, *role.told_headings, *role.not_told):
                re.compile(pattern)
    except (KeyError, TypeError, AttributeError, re.error) as error:
        what = Text(f"报告类型文件缺少或写错了 {error}", f"the profile lacks or misspells {error}")
        raise ProfileError(what, name) from error
    return profile


def _names(value: str | dict[str, str]) -> dict[str, str]:
    return {"zh": value} if isinstance(value, str) else dict(value)


def _role(data: dict[str, Any]) -> RoleSpec:
    lists = ("terms", "weak", "not_terms", "told", "told_headings", "not_told")
    unknown = data.keys() - {"id", "name", "required", "period", *lists}
    if unknown:
        raise KeyError(sorted(unknown)[0])
    return RoleSpec(
        id=data["id"],
        name=_names(data["name"]),
        required=bool(data.get("required", False)),
        period=data.get("period"),
        **{key: tuple(data.get(key, ())) for key in lists},
    )
