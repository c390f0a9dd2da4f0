"""Which parts of its profile a report lacks."""

from __future__ import annotations

from converter.model.nodes import Document
from converter.profiles.profile import Profile, RoleSpec


def absent(document: Document, profile: Profile) -> list[RoleSpec]:
    """The parts asked for, required or recommended, that no section of the report has."""
    there = {role for section in document.sections for role in section.roles}
    return [role for role in profile.asked if role.id not in there]


def missing(document: Document, profile: Profile) -> list[RoleSpec]:
    """The required parts that no section of the report has, less those that another part may
    tell."""
    return [role for role in absent(document, profile) if role.required and not role.told_in]
