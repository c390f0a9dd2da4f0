"""What every page has: its head, with the style sheet in it and a policy that lets nothing else
in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib import resources
from itertools import chain

from converter.bilingual import Lang
from converter.linter.reports.html.markup import Markup, enclosed, tag


def framed(title: str, style: str, content: Iterable[Markup], lang: Lang) -> str:
    """A page of that content."""
    return "".join(pieces(title, style, content, lang))


def pieces(title: str, style: str, content: Iterable[Markup], lang: Lang) -> Iterator[str]:
    """The same, piece by piece."""
    body = enclosed("body", enclosed("main", content))
    language = "en" if lang == "en" else "zh-CN"
    yield "<!DOCTYPE html>\n"
    yield from enclosed("html", chain([_head(title, style)], body), lang=language)
    yield "\n"


def _head(title: str, style: str) -> Markup:
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Markup(style)),
    )


def style_sheet() -> str:
    """The style sheet of all pages."""
    return (resources.files(__package__) / "page.css").read_text("utf-8")
