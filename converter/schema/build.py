"""Building the JSON Schema (Draft 2020-12) from a profile.

The shape of a document is the same for all profiles; what a profile adds is which parts must be
there, always or when the title promises them, and in which order. Messages for people stand in
the schema too (``x-message``), beside the constraint they explain, so that the validator needs to
know no constraint by name.
"""

from __future__ import annotations

from itertools import combinations

from converter.model.codec import schema_id
from converter.model.nodes import OTHER
from converter.profiles import Profile, RoleSpec, Topic
from converter.schema import shape
from converter.schema.elements import elements
from converter.schema.figures import figures
from converter.schema.promises import promised, title_promises
from converter.schema.shape import Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ORDERED_SECTIONS = 16
"""How many top sections the order of parts is checked over; reports have two to eight."""


def build(profile: Profile) -> Schema:
    """The schema of a report of this profile."""
    promises = [_must_contain_if_promised(role, profile) for role in promised(profile)]
    topics = [_topic_annotation(topic) for topic in profile.topics]
    return {
        "$schema": DIALECT,
        "$id": schema_id(profile.id),
        "title": profile.name["zh"],
        "description": profile.description["zh"],
        "type": "object",
        "required": ["kind", "title", "lead", "sections", "removed"],
        "properties": shape.document(_sections(profile), elements()),
        **shape.title_somewhere(),
        **({"allOf": promises} if promises else {}),
        "$defs": shape.definitions(_role_ids(profile)) | figures() | _role_tests(profile),
        "x-roles": [_role_annotation(role) for role in profile.roles],
        **({"x-topics": topics} if topics else {}),
    }


def _message(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def _role_annotation(role: RoleSpec) -> Schema:
    """A role's vocabulary, for tools that read the schema only."""
    value: Schema = {"id": role.id, "name": role.name, "required": role.required}
    value |= {"recommended": True} if role.recommended else {}
    value |= {"terms": list(role.terms)} if role.terms else {}
    return value | ({"weak": list(role.weak)} if role.weak else {})


def _topic_annotation(topic: Topic) -> Schema:
    """What the text must tell somewhere, for tools that read the schema only."""
    words = [*topic.terms, *topic.aliases]
    return {"id": topic.id, "name": topic.name, "words": words}


def _demanded(profile: Profile) -> list[RoleSpec]:
    """The parts that a report must have as sections, whatever its title."""
    return [role for role in profile.required if not role.told_in]


def _must_contain_if_promised(role: RoleSpec, profile: Profile) -> Schema:
    zh, en = role.name["zh"], role.name.get("en", role.id)
    return {
        "if": title_promises(role, profile),
        "then": {"properties": {"sections": {"contains": _with_content(role)}}},
        "x-message": _message(
            f"标题写明了，却缺少“{zh}”部分，或这一部分没有内容",
            f"the title promises the part “{en}”, which is missing or empty",
        ),
    }


def _sections(profile: Profile) -> Schema:
    required = _demanded(profile)
    pairs = combinations(profile.asked, 2)
    return shape.about(
        "各部分",
        "一级标题领起的各部分，依文中顺序",
        type="array",
        items={"$ref": "#/$defs/part"},
        allOf=[
            *(_must_contain(role) for role in required),
            *(entry for earlier, later in pairs for entry in _in_order(earlier, later)),
        ],
    )


def _must_contain(role: RoleSpec) -> Schema:
    zh, en = role.name["zh"], role.name.get("en", role.id)
    return {
        "contains": _with_content(role),
        "x-message": _message(
            f"缺少“{zh}”部分，或这一部分没有内容", f"the part “{en}” is missing or empty"
        ),
    }


def _with_content(role: RoleSpec) -> Schema:
    return {"allOf": [_is(role), {"properties": {"content": {"minItems": 1}}}]}


def _in_order(earlier: RoleSpec, later: RoleSpec) -> list[Schema]:
    """``later`` may not come before the first ``earlier``, if the report has both.

    A plain validator must be able to check this, so it is said position by position: when the
    sections before position k are not ``earlier`` and the one at k is ``later``, k is at fault.
    """
    a, b = earlier.name["zh"], later.name["zh"]
    message = _message(
        f"“{b}”写在了“{a}”前面",
        f"“{later.name.get('en', later.id)}” stands before “{earlier.name.get('en', earlier.id)}”",
    )
    entries = []
    for k in range(ORDERED_SECTIONS):
        before = [{"$ref": f"#/$defs/not-{earlier.id}"}] * (k + 1)
        at = {"allOf": [{"$ref": f"#/$defs/not-{earlier.id}"}, {"$ref": f"#/$defs/is-{later.id}"}]}
        condition = {"contains": {"$ref": f"#/$defs/is-{earlier.id}"}, "minItems": k + 1}
        entries.append(
            {
                "if": condition | {"prefixItems": [*before[:k], at]},
                "then": {"prefixItems": [*[True] * k, {"not": {}}]},
                "x-message": message,
            }
        )
    return entries


def _is(role: RoleSpec) -> Schema:
    return {"$ref": f"#/$defs/is-{role.id}"}


def _role_ids(profile: Profile) -> list[str]:
    return sorted({role.id for role in profile.roles} | {OTHER})


def _role_tests(profile: Profile) -> Schema:
    """For each role asked for, or promised, the schemas ``is-…`` and ``not-…`` of a section."""
    roles = {role.id: role for role in (*profile.asked, *promised(profile))}.values()
    tests = {f"is-{role.id}": _has_role(role) for role in roles}
    return tests | {f"not-{role.id}": {"not": _is(role)} for role in roles}


def _has_role(role: RoleSpec) -> Schema:
    by_also = {"required": ["also"], "properties": {"also": {"contains": {"const": role.id}}}}
    by_role = {"required": ["role"], "properties": {"role": {"const": role.id}}}
    return {"anyOf": [by_role, by_also]}
