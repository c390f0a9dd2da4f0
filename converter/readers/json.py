"""The reader for gongwen's own JSON: one report, or one a line (JSON Lines)."""

from __future__ import annotations

import json

from converter.bilingual import Text
from converter.errors import InputError
from converter.model.decode import from_json
from converter.model.nodes import Document
from converter.readers import Options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def read(data: bytes, options: Options) -> tuple[Document, ...]:
    """The reports in a JSON or JSON Lines file, as they are; roles are not judged anew.

    Raises InputError when it is not JSON or not of the document's shape.
    """
    documents = []
    for value in values(data, options.name):
        try:
            documents.append(from_json(value))
        except InputError as error:
            raise InputError(error.what, f"{options.name} {error.where}", error.todo) from error
        except RecursionError as error:
            raise _not_json(options.name, "嵌套过深", "nested too deep") from error
    return tuple(documents)


def values(data: bytes, name: str) -> list[Any]:
    """The JSON values in a file, one or one a line. Raises InputError when it is not JSON."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_json(name, "不是 UTF-8 编码", "not UTF-8") from error
    if not text.strip():
        raise InputError(Text("文件是空的", "the file is empty"), name)
    try:
        return _values(text, name)
    except RecursionError as error:
        raise _not_json(name, "嵌套过深", "nested too deep") from error
    except ValueError as error:  # so says Python's int()
        raise _not_json(name, "数字太长", "a number has too many digits") from error


def _values(text: str, name: str) -> list[Any]:
    try:
        return [_loads(text)]
    except json.JSONDecodeError as whole:
        lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2:
            raise _broken(name, whole.lineno, whole) from whole
        found = []
        for number, line in lines:
            try:
                found.append(_loads(line))
            except json.JSONDecodeError as error:
                first = number == lines[0][0]
                raise _broken(name, whole.lineno if first else number, error) from error
        return found


def _loads(text: str) -> Any:
    def refuse(constant: str) -> Any:
        raise json.JSONDecodeError(f"{constant} is no JSON value", text, 0)

    return json.loads(text, parse_constant=refuse)


def _broken(name: str, line: int, error: json.JSONDecodeError) -> InputError:
    return _not_json(name, f"第 {line} 行不是 JSON", f"line {line} is no JSON ({error.msg})")


def _not_json(name: str, zh: str, en: str) -> InputError:
    return InputError(
        Text(f"读不了 JSON：{zh}", f"cannot read the JSON: {en}"),
        name,
        Text("请检查文件是否完整", "check that the file is complete"),
    )
