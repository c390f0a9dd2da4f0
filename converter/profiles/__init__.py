"""Kinds of report: which parts each must have, in which order, and the words that name them.

A profile is one TOML file. Those beside this module are built in and found by their name, which
``titles.toml`` lists; any other is given by its path. Nothing about a section kind stands in
Python. ``docs/profiles.md`` tells how to write one.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from converter.bilingual import Text
from converter.errors import ProfileError
from converter.profiles.making import Data, made, merged
from converter.profiles.profile import Mark, Profile, RoleSpec, Topic
from converter.profiles.titles import DEFAULT, FOLDER, names, titles_of

__all__ = ["DEFAULT", "Mark", "Profile", "RoleSpec", "Topic", "load", "names", "parse"]
_LARGEST = 1 << 18
"""Bytes of the largest file that is read; a profile has a few thousand."""


@cache
def load(name: str = DEFAULT) -> Profile:
    """The built-in profile of that name, or the one in the file of that path.

    Raises ProfileError, with the file and the key, when there is none, the file cannot be read, a
    key is unknown or a value is not allowed, or what it extends comes round to it again.
    """
    if name in names():
        return made(_built_in(name))
    return made(_of_file(name, Path(), ()))


def parse(text: str, name: str) -> Profile:
    """The profile that a TOML text describes; ``name`` stands in messages, and is the path that a
    file named by ``extends`` is looked for beside. Raises ProfileError."""
    return made(_of_text(text, name, Path(name), ()))


@cache
def _built_in(name: str) -> Data:
    """What a built-in profile says, with what it extends; the tests hold its file to the rules
    that :mod:`converter.profiles.checking` holds others to."""
    own: Data = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    own |= {"id": name, "titles": titles_of(name)}
    return merged(_built_in(own["extends"]), own) if "extends" in own else own


def _of_file(name: str, folder: Path, opened: tuple[Path, ...]) -> Data:
    """What the file of that path says, with what it extends; ``opened`` are the files that extend
    it, outermost first."""
    path = folder / name
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise ProfileError(Text("太大，不是报告类型文件", "too large for a profile"), name)
        text = data.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise _no_such(name) from error
    except (OSError, ValueError) as error:
        what = Text(f"读不了报告类型文件（{error}）", f"cannot read the profile ({error})")
        raise ProfileError(what, name) from error
    return _of_text(text, name, path, opened)


def _of_text(text: str, name: str, path: Path, opened: tuple[Path, ...]) -> Data:
    from converter.profiles.checking import check, check_whole

    try:
        own: Data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        what = Text(f"不是正确的 TOML（{error}）", f"not correct TOML ({error})")
        raise ProfileError(what, name) from error
    check(own, name)
    own.setdefault("id", path.stem)
    if "extends" in own:
        own = merged(_base(own["extends"], name, path, opened), own)
    check_whole(own, name)
    return own


def _base(extends: str, name: str, path: Path, opened: tuple[Path, ...]) -> Data:
    """What a file extends: a built-in profile, or a file named from this one's folder."""
    if extends in names():
        return _built_in(extends)
    whole_way = (*opened, path.resolve())
    if (path.parent / extends).resolve() in whole_way:
        what = Text("extends 绕了一圈又回到这个文件", "extends comes round to this file again")
        raise ProfileError(what, f"{name}: extends")
    try:
        return _of_file(extends, path.parent, whole_way)
    except ProfileError as error:
        # The message names the whole way to the file at fault.
        raise ProfileError(error.what, f"{name}: extends: {error.where}", error.todo) from error


def _no_such(name: str) -> ProfileError:
    from converter.profiles.checking import nearest

    near = nearest(name.removesuffix(".toml"), names())
    return ProfileError(Text("没有这个报告类型", "no such profile"), name, near)
