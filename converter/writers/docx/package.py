"""Parts put together to the members of an Open Packaging file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from converter.composition.pictures import TYPES as PICTURES
from converter.writers.docx.opc import RELATIONSHIPS, TYPES, ContentType
from converter.writers.docx.oxml import DECLARATION, quoted
from converter.writers.docx.parts import Part


def members(main: Part, inner: Iterable[Part], outer: Iterable[Part]) -> dict[str, bytes]:
    """The members of a file with ``main`` and ``outer`` at its root, and ``inner`` belonging to
    ``main``: name → content, in their order."""
    inner, outer = tuple(inner), tuple(outer)
    folder, _, name = main.name.rpartition("/")
    return {
        "[Content_Types].xml": _content_types((main, *inner, *outer)),
        "_rels/.rels": _relationships((main, *outer), "/"),
        main.name[1:]: main.content,
        f"{folder[1:]}/_rels/{name}.rels": _relationships(inner, folder),
        **{part.name[1:]: part.content for part in (*inner, *outer)},
    }


def _content_types(parts: Iterable[Part]) -> bytes:
    """The part that tells what each part is: pictures by their suffix, the others by name."""
    defaults = {"rels": ContentType.OPC_RELATIONSHIPS, "xml": ContentType.XML}
    overrides = []
    for part in parts:
        if part.content_type in PICTURES:
            defaults[PICTURES[part.content_type]] = part.content_type
        else:
            overrides.append(_tag("Override", PartName=part.name, ContentType=part.content_type))
    by_suffix = (
        _tag("Default", Extension=suffix, ContentType=kind) for suffix, kind in defaults.items()
    )
    entries = "".join((*by_suffix, *overrides))
    return f'{DECLARATION}<Types xmlns="{TYPES}">{entries}</Types>'.encode()


def _relationships(parts: Iterable[Part], folder: str) -> bytes:
    """The part that tells what the parts are to their owner in ``folder``."""
    found = "".join(
        _tag(
            "Relationship",
            Id=part.id,
            Type=part.relationship,
            Target=posixpath.relpath(part.name, folder),
        )
        for part in parts
    )
    return f'{DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">{found}</Relationships>'.encode()


def _tag(name: str, **attributes: str) -> str:
    said = "".join(f' {key}="{quoted(value)}"' for key, value in attributes.items())
    return f"<{name}{said}/>"
