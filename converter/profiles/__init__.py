"""Kinds of report: which parts each must have, in which order, and the words that name them.

A profile is one TOML file. Those beside this module are built in and found by their name, which
``titles.toml`` lists (``make generated`` makes the module of them that is read); any other is given
by its path. Nothing about a section kind stands in Python. ``docs/profiles.md`` tells how to write
one.
"""

from __future__ import annotations

import os

from converter.bilingual import Text
from converter.errors import ProfileError
from converter.profiles.built_in import PROFILES
from converter.profiles.making import made, merged
from converter.profiles.profile import Mark, Profile, RoleSpec, Topic
from converter.profiles.titles import DEFAULT, names, titles_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.profiles.making import Data

__all__ = ["DEFAULT", "Mark", "Profile", "RoleSpec", "Topic", "forget", "load", "names", "parse"]
_LARGEST = 1 << 18
"""Bytes of the largest file that is read; a profile has a few thousand."""


_loaded: dict[str, Profile] = {}
_data: dict[str, Data] = {}


def load(name: str = DEFAULT) -> Profile:
    """The built-in profile of that name, or the one in the file of that path.

    Raises ProfileError, with the file and the key, when there is none, the file cannot be read, a
    key is unknown or a value is not allowed, or what it extends comes round to it again.
    """
    if name not in _loaded:
        data = _built_in(name) if name in names() else _of_file(name, "", ())
        _loaded[name] = made(data)
    return _loaded[name]


def forget() -> None:
    """Lets the files of profiles be read anew when they are loaded again."""
    _loaded.clear()


def parse(text: str, name: str) -> Profile:
    """The profile that a TOML text describes; ``name`` stands in messages, and is the path that a
    file named by ``extends`` is looked for beside. Raises ProfileError."""
    return made(_of_text(text, name, name, ()))


def _built_in(name: str) -> Data:
    """What a built-in profile says, with what it extends; the tests hold its file to the rules
    that :mod:`converter.profiles.checking` holds others to."""
    if name not in _data:
        own: Data = PROFILES[name] | {"id": name, "titles": titles_of(name)}
        _data[name] = merged(_built_in(own["extends"]), own) if "extends" in own else own
    return _data[name]


def _of_file(name: str, folder: str, opened: tuple[str, ...]) -> Data:
    """What the file of that path says, with what it extends; ``opened`` are the files that extend
    it, outermost first."""
    path = os.path.join(folder, name)
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise ProfileError(Text("太大，不是报告类型文件", "too large for a profile"), name)
        text = data.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise _no_such(name) from error
    except (OSError, ValueError) as error:
        why = (isinstance(error, OSError) and error.strerror) or error  # without the path again
        what = Text(f"读不了报告类型文件（{why}）", f"cannot read the profile ({why})")
        raise ProfileError(what, name) from error
    return _of_text(text, name, path, opened)


def _of_text(text: str, name: str, path: str, opened: tuple[str, ...]) -> Data:
    import tomllib

    from converter.profiles.checking import check, check_whole

    try:
        own: Data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        what = Text(f"不是正确的 TOML（{error}）", f"not correct TOML ({error})")
        raise ProfileError(what, name) from error
    check(own, name)
    own.setdefault("id", os.path.splitext(os.path.basename(path))[0])
    if "extends" in own:
        own = merged(_base(own["extends"], name, path, opened), own)
    check_whole(own, name)
    return own


def _base(extends: str, name: str, path: str, opened: tuple[str, ...]) -> Data:
    """What a file extends: a built-in profile, or a file named from this one's folder."""
    if extends in names():
        return _built_in(extends)
    folder = os.path.dirname(path)
    whole_way = (*opened, os.path.realpath(path))
    if os.path.realpath(os.path.join(folder, extends)) in whole_way:
        what = Text("extends 绕了一圈又回到这个文件", "extends comes round to this file again")
        raise ProfileError(what, f"{name}: extends")
    try:
        return _of_file(extends, folder, whole_way)
    except ProfileError as error:
        # The message names the whole way to the file at fault.
        raise ProfileError(error.what, f"{name}: extends: {error.where}", error.todo) from error


def _no_such(name: str) -> ProfileError:
    from converter.profiles.checking import nearest

    if name.endswith(".toml") or os.path.basename(name) != name:
        what = Text("找不到报告类型文件", "no such profile file")
        return ProfileError(what, name, Text("请检查路径", "check the path"))
    near = nearest(name, names())
    return ProfileError(Text("没有这个报告类型", "no such profile"), name, near)
