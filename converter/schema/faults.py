"""What in a value its schema does not allow, as places: in the value, and in the schema.

One compiled validator a profile and process: that of jsonschema_rs, in a hundredth of the time of
the Python one. What Rust cannot hold (half of a surrogate pair, more than 255 levels) is checked by
the Python one, with the same result.
"""

from __future__ import annotations

import re
from functools import cache

from converter.bilingual import Text
from converter.errors import InputError
from converter.record import record
from converter.schema import for_profile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from jsonschema.exceptions import ValidationError
    from jsonschema_rs import Draft202012Validator
    from jsonschema_rs import ValidationError as RustError

_MISSING = " is a required property"


@record
class Fault:
    """What is wrong with a value: the ``keyword`` of the schema that it does not satisfy, the
    ``path`` of the value in the document, the ``way`` to the keyword in the schema (without the
    ``$ref`` on it), the name of a field that is ``missing``, written as Python writes it, and what
    is wrong by each alternative of an ``anyOf``."""

    keyword: str
    path: tuple[str | int, ...]
    way: tuple[str | int, ...]
    missing: str = ""
    inner: tuple[Fault, ...] = ()

    @property
    def leaf(self) -> Fault:
        """The fault that people care about: that behind an anyOf, where a value comes closest to
        what is allowed, not the anyOf itself."""
        fault = self
        while fault.inner:
            deepest = max(len(inner.path) for inner in fault.inner)
            fault = [inner for inner in fault.inner if len(inner.path) == deepest][-1]
        return fault


def faults(value: Any, profile: str) -> list[Fault]:
    """What in a value the schema of a profile does not allow. Raises InputError for a value that
    is nested too deep to be checked."""
    validator = _validator(profile)
    try:
        return [_of_rust(error).leaf for error in validator.iter_errors(value)]
    except ValueError:
        return _slowly(value, profile)


@cache
def _validator(profile: str) -> Draft202012Validator:
    from jsonschema_rs import Draft202012Validator

    # Without the mask each error holds the text of its value, be it the whole report.
    return Draft202012Validator(for_profile(profile), mask="_", keywords={"pattern": _Pattern})


class _Pattern:
    """The keyword ``pattern`` as :mod:`re` reads it, which is how all of the program reads the
    patterns of profiles; what Rust reads otherwise are ends of lines, blanks and digits."""

    def __init__(self, schema: dict[str, Any], pattern: str, way: list[str | int]) -> None:
        self._pattern = pattern

    def validate(self, value: object) -> None:
        """Raises ValueError for a text in which the pattern is not found."""
        if isinstance(value, str) and re.search(self._pattern, value) is None:
            raise ValueError


def _of_rust(error: RustError) -> Fault:
    keyword, detail = error.kind.name, error.kind.value
    branches = detail if keyword == "anyOf" else ()
    return Fault(
        keyword,
        tuple(error.instance_path),
        tuple(key for key in error.evaluation_path if key != "$ref"),
        repr(detail) if keyword == "required" else "",
        tuple(_of_rust(inner) for branch in branches for inner in branch),
    )


def _slowly(value: Any, profile: str) -> list[Fault]:
    from jsonschema import Draft202012Validator

    try:
        errors = Draft202012Validator(for_profile(profile)).iter_errors(value)
        return [_of_python(error).leaf for error in errors]
    except RecursionError as error:
        raise InputError(Text("JSON 嵌套过深", "the JSON is nested too deep")) from error


def _of_python(error: ValidationError) -> Fault:
    branches = error.context or () if error.validator == "anyOf" else ()
    return Fault(
        str(error.validator),
        tuple(error.absolute_path),
        tuple(error.absolute_schema_path),
        error.message.removesuffix(_MISSING) if error.validator == "required" else "",
        tuple(_of_python(inner) for inner in branches),
    )
