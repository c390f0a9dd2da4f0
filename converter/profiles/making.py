"""From what profile files say to profiles: what extends another is laid over it."""

from __future__ import annotations

from converter.model.nodes import OTHER
from converter.profiles.profile import Mark, Profile, RoleSpec, Topic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TypeAlias

    Data: TypeAlias = dict[str, Any]
    """What a profile's file says."""

ROLE_LISTS = ("terms", "weak", "not_terms", "told_in", "promised", "follows")
TOPIC_LISTS = ("terms", "aliases")
OFF = "off"
_OWN = ("id", "examples")
"""What a profile does not take over from the one it extends."""


def merged(base: Data, own: Data) -> Data:
    """What a profile says that extends another: words are added to the other's (and those in
    ``without`` taken out), parts, topics and severities too; all else is said anew."""
    whole = {key: value for key, value in base.items() if key not in _OWN} | own
    for key, lists in (("roles", ROLE_LISTS), ("topics", TOPIC_LISTS)):
        whole[key] = _merged_entries(base.get(key, []), own.get(key, []), lists)
    whole["continues"] = _added(base, own, "continues")
    whole["severity"] = base.get("severity", {}) | own.get("severity", {})
    if "order" not in own:
        before = _order(base)
        whole["order"] = before + [role for role in _order(own) if role not in before]
    return whole


def _merged_entries(base: list[Data], own: list[Data], lists: tuple[str, ...]) -> list[Data]:
    """The parts or topics of both, those of the same id made one."""
    mine = {entry["id"]: entry for entry in own}
    known = {entry["id"] for entry in base}
    return [
        *(_merged_entry(entry, mine.get(entry["id"], {}), lists) for entry in base),
        *(entry for entry in own if entry["id"] not in known),
    ]


def _merged_entry(base: Data, own: Data, lists: tuple[str, ...]) -> Data:
    whole = base | own
    if "required" in own or "recommended" in own:
        whole |= {key: own.get(key, False) for key in ("required", "recommended")}
    for key in lists:
        whole[key] = _added(base, own, key)
    return whole


def _added(base: Data, own: Data, key: str) -> list[str]:
    gone = own.get("without", ())
    kept = [word for word in base.get(key, ()) if word not in gone]
    return kept + [word for word in own.get(key, ()) if word not in kept]


def _order(data: Data) -> list[str]:
    """The ids of the parts that have an order: as the data say, else those asked for."""
    roles = data.get("roles", [])
    asked = [role["id"] for role in roles if role.get("required") or role.get("recommended")]
    return list(data.get("order", asked))


def made(data: Data) -> Profile:
    """The profile of data that are as they must be."""
    name = _names(data["name"] if "name" in data else data["id"])
    return Profile(
        id=data["id"],
        name=name,
        description=_names(data.get("description", name)),
        roles=tuple(_role(role) for role in data["roles"]),
        unnamed=data.get("unnamed", OTHER),
        continues=tuple(data.get("continues", ())),
        order=tuple(_order(data)),
        titles=tuple(data.get("titles", ())),
        examples=tuple(data.get("examples", ())),
        topics=tuple(_topic(topic) for topic in data.get("topics", ())),
        marks=tuple(_marks(data.get("severity", {}))),
        signer=data.get("signer", "unit"),
        extends=data.get("extends"),
    )


def _marks(severity: dict[str, str]) -> Iterable[Mark]:
    if severity:
        from converter.findings import Severity  # most kinds of report say nothing of rules

        for rule, to in severity.items():
            yield Mark(rule, None if to == OFF else Severity(to))


def _names(value: str | dict[str, str]) -> dict[str, str]:
    return {"zh": value} if isinstance(value, str) else dict(value)


def _role(data: Data) -> RoleSpec:
    return RoleSpec(
        id=data["id"],
        name=_names(data["name"]),
        required=data.get("required", False),
        recommended=data.get("recommended", False),
        period=data.get("period"),
        **{key: tuple(data.get(key, ())) for key in ROLE_LISTS},
    )


def _topic(data: Data) -> Topic:
    lists = (tuple(data.get(key, ())) for key in TOPIC_LISTS)
    return Topic(data["id"], _names(data["name"]), *lists)
