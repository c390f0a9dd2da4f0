"""The published schema: current, valid, and demanding what it promises."""

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

import converter
from converter import schema
from converter.profiles import parse as parse_profile
from converter.schema.build import build
from converter.schema.validate import violations
from tests.drafts import draft
from tests.tools.places import ROOT

Json = dict[str, Any]


def document() -> Json:
    """A complete report's JSON."""
    (parsed,) = converter.parse(draft(more="县水务局\n2024年12月20日"))
    value: Json = json.loads(converter.render(parsed, "json"))
    return value


@pytest.mark.parametrize("name", schema.names())
def test_published_schema_is_current(name: str) -> None:
    """After a change of a profile or of the document: ``make generated``."""
    text = (ROOT / "schemas" / f"{name}{schema.SUFFIX}").read_text("utf-8")
    assert text == schema.text_for(name)


@pytest.mark.parametrize("name", schema.names())
def test_published_schema_is_a_schema(name: str) -> None:
    value = json.loads(schema.published(name))
    jsonschema.Draft202012Validator.check_schema(value)
    assert value["$id"] and value["$schema"].endswith("2020-12/schema")
    missing = [path for path, node in _properties(value, "$") if not _described(node)]
    assert not missing


def _properties(node: Any, path: str) -> list[tuple[str, Json]]:
    """Every property of the document that the schema defines, with its path in the schema."""
    found = []
    if isinstance(node, dict):
        for key, child in node.items():
            if key in ("if", "else", "allOf", "anyOf", "contains") or key.startswith(
                ("is-", "not-")
            ):
                continue
            if key == "properties":
                found += [(f"{path}.{name}", value) for name, value in child.items()]
            found += _properties(child, f"{path}.{key}")
    return found


def _described(node: Json) -> bool:
    return bool(node.get("title") and node.get("description"))


def test_complete_report_is_valid() -> None:
    assert violations(document(), "work-report") == []
    jsonschema.validate(document(), json.loads(schema.published()))


def _without(role: str) -> Callable[[Json], None]:
    def change(value: Json) -> None:
        value["sections"] = [s for s in value["sections"] if s["role"] != role]

    return change


def _swapped(a: int, b: int) -> Callable[[Json], None]:
    def change(value: Json) -> None:
        sections = value["sections"]
        sections[a], sections[b] = sections[b], sections[a]

    return change


def _set(path: str, new: Any) -> Callable[[Json], None]:
    def change(value: Json) -> None:
        *way, last = path.split(".")
        node: Any = value
        for key in way:
            node = node[int(key)] if key.isdigit() else node[key]
        node[last] = new

    return change


CHANGES: dict[str, tuple[Callable[[Json], None], str, int, str]] = {
    "no title": (_set("title", None), "$.title", 1, "缺少标题"),
    "no summary": (_without("summary"), "$.sections", 1, "缺少“总结”"),
    "no problems": (_without("problems"), "$.sections", 1, "缺少“存在问题”"),
    "no plan": (_without("plan"), "$.sections", 1, "缺少“计划”"),
    "empty problems": (_set("sections.1.content", []), "$.sections", 1, "没有内容"),
    "plan before problems": (_swapped(1, 2), "$.sections[1]", 8, "写在了“存在问题”前面"),
    "level of a part": (_set("sections.0.level", 2), "$.sections[0].level", 4, "应为 1"),
    "unknown role": (_set("sections.1.role", "x"), "$.sections[1].role", 6, "应为其中之一"),
    "type": (_set("sections.0.heading", 5), "$.sections[0].heading", 4, "应为文字"),
    "deep": (
        _set("sections.0.content.0.points", "x"),
        "$.sections[0].content[0].points",
        5,
        "应为列表",
    ),
    "year": (_set("period.reported", 24), "$.period.reported", 1, "不得小于 1900"),
    "date": (_set("date.line", 0), "$.date.line", 1, "不得小于 1"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_violations_name_field_and_line(name: str) -> None:
    change, path, line, word = CHANGES[name]
    value = document()
    change(value)
    found = violations(value, "work-report")
    assert [v for v in found if v.path == path and v.line == line and word in v.message], found
    assert not jsonschema.Draft202012Validator(json.loads(schema.published())).is_valid(value)
    assert all("\n" not in v.message for v in found)


def test_title_signature_and_date_may_stand_in_the_elements() -> None:
    value = document() | {"title": None, "signature": None, "date": None}
    assert [v.message for v in violations(value, "work-report")] == ["缺少标题"]
    stated = {"signatures": ["县水务局"], "date": "2024年12月20日"}
    value["elements"] = stated
    assert [v.message for v in violations(value, "work-report")] == ["缺少标题"]
    value["elements"] = stated | {"title": "县水务局工作总结"}
    assert violations(value, "work-report") == []
    value["elements"] = stated | {"title": ""}
    assert [v.path for v in violations(value, "work-report")] == ["$.elements.title"]
    value |= {"title": {"text": "", "line": 1}}
    assert "$.title.text" in [v.path for v in violations(value, "work-report")]


def test_order_of_two_parts_when_the_third_is_missing() -> None:
    value = document()
    _without("problems")(value)
    value["sections"].reverse()
    assert [v.path for v in violations(value, "work-report")] == ["$.sections", "$.sections[0]"]


def test_own_profile() -> None:
    text = """
id = "own"
name = "本单位"
[[roles]]
id = "safety"
name = "安全生产"
required = true
terms = ["安全生产"]
"""
    profile = parse_profile(text, "own.toml")
    validator = jsonschema.Draft202012Validator(build(profile))
    (good,) = converter.parse(draft())
    assert not validator.is_valid(converter.to_json(good))
