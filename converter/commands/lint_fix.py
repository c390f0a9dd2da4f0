"""Putting drafts right before they are checked."""

from __future__ import annotations

from converter.bilingual import Lang, Text
from converter.commands.progress import say
from converter.configuration import Configuration
from converter.inputs import STDIN, suffix_of
from converter.linting import fix
from converter.output import write, write_stdout
from converter.readers import OFFICE, WORD, is_json, module_for

_FIXED = Text("{name}：改了 {count} 处", "{name}: {count} edits made")
_NO_TEXT = Text(
    "{name}：JSON 不在这里改，请改它的原稿", "{name}: JSON is not edited; edit the draft it is from"
)
_NO_WORD = Text(
    "{name}：Word 文件不在原处改；gongwen convert --track 把修改作为修订写进副本",
    "{name}: Word files are not edited; gongwen convert --track writes the fixes into a copy",
)


def put_right(
    name: str, data: bytes, configuration: Configuration, unsafe: bool, only_shown: bool, lang: Lang
) -> bytes | None:
    """The bytes of an input after its fixes, which are written back, or to standard output where
    they came from standard input. Of fixes that are ``only_shown`` the diff is written to standard
    output, and the bytes are as they were. None for JSON and Word files, which are not edited
    here, and that is told. Raises InputError, OutputError."""
    if is_json(suffix_of(name), data):
        say(_NO_TEXT.get(lang).format(name=name))
        return None
    if module_for(suffix_of(name), data) in (WORD, OFFICE):
        say(_NO_WORD.get(lang).format(name=name))
        return None
    fixed = fix(
        data,
        name,
        configuration.choice,
        configuration.ruleset,
        unsafe=unsafe,
        encoding=configuration.encoding,
    )
    if only_shown:
        write_stdout(fixed.diff(name).encode("utf-8", "surrogatepass"))
        return data
    if name == STDIN:
        write_stdout(fixed.data)
    elif fixed.edits:
        write(name, fixed.data)
    if fixed.edits:
        say(_FIXED.get(lang).format(name=name, count=fixed.edits))
    return fixed.data
