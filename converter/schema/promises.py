"""What a title promises, in JSON Schema: parts that must be there because the title says so."""

from __future__ import annotations

from converter.profiles import Profile, RoleSpec
from converter.schema.shape import Schema


def promised(profile: Profile) -> list[RoleSpec]:
    """The parts that a report must have as sections if its title promises them, and only then."""
    return [
        role
        for role in profile.roles
        if not role.required and not role.told_in and (role.promised or role.follows)
    ]


def title_promises(role: RoleSpec, profile: Profile) -> Schema:
    """A schema of documents whose title, or a subtitle, promises the part."""
    cases = [_matches(role)] if role.promised else []
    if role.follows:
        followed = [other for other in profile.roles if other.id in role.follows]
        cases.append({"allOf": [_matches(other) for other in followed]})
    return _titled({"anyOf": cases})


def _matches(role: RoleSpec) -> Schema:
    return {"anyOf": [{"pattern": pattern} for pattern in role.promised]}


def _titled(text: Schema) -> Schema:
    """A schema of documents that have such a title: of the text, of the metadata, or a subtitle."""
    subtitle = {"kind": {"const": "subtitle"}, "text": text}
    title = {"type": "object", "required": ["text"], "properties": {"text": text}}
    return {
        "anyOf": [
            _with("title", title),
            _with("elements", _with("title", text)),
            _with("below_title", {"contains": _with("text", text) | {"properties": subtitle}}),
        ]
    }


def _with(key: str, value: Schema) -> Schema:
    return {"required": [key], "properties": {key: value}}
