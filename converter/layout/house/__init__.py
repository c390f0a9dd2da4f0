"""House styles as files: a layout that extends a built-in one, or another file.

Only what differs stands in the file; ``docs/layouts.md`` tells how to write one, and
``schemas/layout.schema.json`` what may stand in it.
"""

from __future__ import annotations

from converter.bilingual import Text
from converter.errors import LayoutError
from converter.layout.gbt9704 import LAYOUTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from pathlib import Path

    from converter.layout.house.changes import House
    from converter.layout.table import Layout

DEFAULT_BASE = "report"
"""What a file extends that does not say."""


def load(name_or_path: str, folder: str | os.PathLike[str] | None = None) -> Layout:
    """The built-in layout of that name, or the one in the file of that path.

    A relative path starts from ``folder``, else from the working directory. Raises LayoutError,
    with the file and the key, when there is no such layout, the file cannot be read, a key is
    unknown, a value is not allowed, or the values do not go together.
    """
    if name_or_path in LAYOUTS:
        return LAYOUTS[name_or_path]
    from pathlib import Path

    try:
        return _house(name_or_path, Path(folder or ""), ()).layout
    except (ArithmeticError, AttributeError, LookupError, RecursionError, ValueError) as error:
        # What parsers raise for numbers, dates and characters that cannot be.
        what = Text("版式文件里有读不懂的值", "the layout file has a value that cannot be read")
        todo = Text("请检查其中的数字、日期和转义", "check its numbers, dates and escapes")
        raise LayoutError(what, name_or_path, todo) from error


def _house(name_or_path: str, folder: Path, opened: tuple[Path, ...]) -> House:
    """The layout of that name or path; ``opened`` are the files that extend it, outermost first."""
    from converter.layout.house.changes import BUILT_IN, furnished

    if name_or_path in BUILT_IN:
        return BUILT_IN[name_or_path]
    path = _path(name_or_path, folder)
    data = _read(path, name_or_path, opened)
    base = _base(data, path, name_or_path, opened)
    try:
        return furnished(base, data, path.stem)
    except LayoutError as error:
        raise _in_file(error, name_or_path) from error


def _path(name_or_path: str, folder: Path) -> Path:
    """The path of the file that is asked for. Raises LayoutError for what cannot be one."""
    from pathlib import Path

    from converter.layout.house.text import SUFFIXES

    path = folder / Path(name_or_path)
    if path.suffix.lower() in SUFFIXES:
        return path
    from difflib import get_close_matches  # for errors only

    known = list(LAYOUTS)
    near = get_close_matches(name_or_path.lower(), known, n=1, cutoff=0.5)
    guess = (f"是不是 {near[0]}？", f"is it {near[0]}? ") if near else ("", "")
    raise LayoutError(
        Text("没有这个版式", "no such layout"),
        name_or_path,
        Text(
            f"{guess[0]}可用 {'、'.join(known)}，或一个版式文件（{' '.join(SUFFIXES)}）",
            f"{guess[1]}there are {', '.join(known)}, or a layout file ({' '.join(SUFFIXES)})",
        ),
    )


def _read(path: Path, shown: str, opened: tuple[Path, ...]) -> dict[str, object]:
    """What a file says, in the shape that the schema asks for."""
    from converter.layout.house.faults import first_fault
    from converter.layout.house.text import parsed

    if path.resolve() in opened:
        what = Text("extends 绕了一圈又回到这个文件", "extends comes round to this file again")
        raise LayoutError(what, shown)
    data = parsed(path, shown)
    fault = first_fault(data)
    if fault:
        raise _in_file(fault, shown)
    return data


def _base(data: dict[str, object], path: Path, shown: str, opened: tuple[Path, ...]) -> House:
    """What the file extends: a built-in layout, or a file named from this one's folder."""
    extends = str(data.get("extends", DEFAULT_BASE))
    try:
        return _house(extends, path.parent, (*opened, path.resolve()))
    except LayoutError as error:
        # The message names the whole way to the file at fault.
        raise _in_file(error, f"{shown}: extends") from error


def _in_file(error: LayoutError, shown: str) -> LayoutError:
    where = f"{shown}: {error.where}" if error.where else shown
    return LayoutError(error.what, where, error.todo)
