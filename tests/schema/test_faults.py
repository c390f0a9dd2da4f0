"""Any JSON at all, held against the schema: the violations are those that another validator finds,
in its words."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

import converter
from converter import schema
from converter.errors import InputError
from converter.schema.validate import violations
from tests.model.test_codec import full
from tests.schema.test_schema import document

Found = set[tuple[str, str]]
KINDS = ("work-report", "plan", "summary")
COMPLETE: tuple[Any, ...] = (json.loads(json.dumps(converter.to_json(full()))), document())


def judged(value: Any, profile: str) -> Found:
    """Path and English message of each violation, by the validator that is written in Python."""
    held = schema.for_profile(profile)
    leaves = (
        leaf for error in Draft202012Validator(held).iter_errors(value) for leaf in _of(error)
    )
    return {(leaf.json_path, _own(leaf, held) or leaf.message) for leaf in leaves}


def _of(error: ValidationError) -> Iterator[ValidationError]:
    """The last of the deepest errors behind an anyOf."""
    if error.validator != "anyOf" or not error.context:
        yield error
        return
    depth = max(len(inner.absolute_path) for inner in error.context)
    yield from _of([e for e in error.context if len(e.absolute_path) == depth][-1])


def _own(error: ValidationError, node: Any) -> str | None:
    """The nearest message that the schema itself has."""
    found = None
    for key in error.absolute_schema_path:
        if isinstance(node, dict):
            if "$ref" in node:
                return found
            found = node["x-message"]["en"] if "x-message" in node else found
        node = node[key]
    return found


def ours(value: Any, profile: str) -> Found:
    return {(found.path, found.message) for found in violations(value, profile, "en")}


WORDS = [
    "section",
    "paragraph",
    "picture",
    "summary",
    "plan",
    "other",
    "subtitle",
    "秘密",
    "000001",
]
KEYS = [
    "text",
    "line",
    "kind",
    "type",
    "role",
    "also",
    "title",
    "密级",
    "breaks",
    "points",
    "value",
]
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([0, 1, 2.0, 5, 6, 1899, 1900, 2199, 2200]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(WORDS),
    st.text(max_size=3),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every array and object in a value with each of its keys."""
    keys = list(value) if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield value, key
        if isinstance(value[key], (dict, list)):
            yield from places(value[key])


@st.composite
def broken(draw: st.DrawFn) -> Any:
    """A complete report's JSON, changed at one to four places."""
    value = copy.deepcopy(draw(st.sampled_from(COMPLETE)))
    for _ in range(draw(st.integers(1, 4))):
        if not (all_places := list(places(value))):
            break
        holder, key = draw(st.sampled_from(all_places))
        change = draw(st.sampled_from(["set", "drop", "add"]))
        if change == "drop":
            del holder[key]
        elif change == "set":
            holder[key] = draw(VALUES)
        elif isinstance(holder, list):
            holder.insert(key, draw(VALUES))
        else:
            holder[draw(st.sampled_from(KEYS))] = draw(VALUES)
    return value


@settings(max_examples=60, deadline=None)
@given(broken(), st.sampled_from(KINDS))
def test_broken_reports(value: Any, profile: str) -> None:
    assert ours(value, profile) == judged(value, profile)


@settings(max_examples=60, deadline=None)
@given(VALUES, st.sampled_from(KINDS))
def test_other_values(value: Any, profile: str) -> None:
    assert ours(value, profile) == judged(value, profile)


def nested(levels: int) -> Any:
    """Sections in sections."""
    value: Any = {"type": "section", "line": 7, "content": []}
    for _ in range(levels):
        value = {**value, "content": [value]}
    return {**COMPLETE[1], "sections": [value]}


def _junk(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return {"x": value}


ODD: dict[str, Any] = {
    "half of a pair": {**COMPLETE[1], "title": {"text": "\ud800", "line": 0}},
    "half of a pair as a name": {**COMPLETE[0], "\udfff": 1, "lead": [{"\udfff": 1}]},
    "deep where the schema says nothing": _junk(600),
    "deep sections": nested(40),
    "long numbers": {**COMPLETE[1], "period": {"reported": 10**400, "planned": -(10**400)}},
    "end of line behind what a pattern wants": {
        **COMPLETE[1],
        "elements": {"copy_number": "000001\n", "secrecy": "秘密\n\n"},
    },
}


@pytest.mark.parametrize("name", ODD)
def test_odd_values(name: str) -> None:
    assert ours(ODD[name], "work-report") == judged(ODD[name], "work-report")


def test_nested_too_deep() -> None:
    with pytest.raises(InputError, match="嵌套过深"):
        violations(nested(400), "work-report")


def test_no_number_is_no_year() -> None:
    value = {**COMPLETE[1], "period": {"reported": float("inf")}}
    assert [found.path for found in violations(value, "work-report")] == ["$.period.reported"]


def test_patterns_of_a_profile_are_read_as_python_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        'name = "本单位"\nextends = "summary"\n\n'
        "[[roles]]\nid = \"problems\"\npromised = ['(?P<half>[问短])[题板]\\d\\Z']\n",
        "utf-8",
    )
    value = copy.deepcopy(COMPLETE[1])
    value["sections"] = [part for part in value["sections"] if part["role"] != "problems"]
    promised = "标题写明了，却缺少“存在问题”部分，或这一部分没有内容"
    for title, expected in {
        "县水务局工作总结及问题２": True,
        "县水务局工作总结及问题": False,
    }.items():
        value["title"]["text"] = title
        messages = [found.message for found in violations(value, str(path))]
        assert (promised in messages) is expected
        assert ours(value, str(path)) == judged(value, str(path))
