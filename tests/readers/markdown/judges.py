"""What a Markdown file says, read in two ways: by our reader, and from the HTML of another one."""

import re
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from converter.readers.markdown import page_of
from converter.source.text import SourceText

_HIDDEN = ("script", "style", "textarea", "title", "head")


class _Text(HTMLParser):
    """The text of an HTML page: numbers before items, captions for pictures."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self._lists: list[int | None] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("ol", "ul"):
            self._lists.append(int(values.get("start") or 1) if tag == "ol" else None)
        elif tag == "li" and self._lists:
            number = self._lists[-1]
            if number is not None:
                self.texts.append(f"{number}.")
                self._lists[-1] = number + 1
        elif tag == "img":
            self.texts.append(values.get("alt") or "")
        self._hidden += tag in _HIDDEN

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        self._hidden -= tag in _HIDDEN and self._hidden > 0

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)


def text_of_html(page: str) -> str:
    """The text of an HTML page without white space."""
    reader = _Text()
    reader.feed(page)
    reader.close()
    return bare("".join(reader.texts))


def rendered(text: str) -> str:
    """The text of what markdown-it makes of a file, by its own rules for inline text."""
    judge = MarkdownIt("default", {"html": True, "tasklists": True})
    judge.normalizeLink = judge.normalizeLinkText = str  # type: ignore[method-assign,assignment]
    judge.validateLink = lambda url: True  # type: ignore[method-assign]
    # HTML that is open at the end of a block would swallow the blocks behind it.
    judge.add_render_rule("html_block", _apart)
    return text_of_html(judge.render(text))


def _apart(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: object, env: object
) -> str:
    return escape(text_of_html(tokens[index].content))


def ours(text: str) -> str:
    """The text that our reader has after cutting, before residue and structure are looked for."""
    source = SourceText(text, "utf-8")
    page = page_of(source, "draft.md")
    given = page.given()
    shadow = page.shadow(source)
    return bare("".join(unit_text(shadow, unit.stretches) for unit in given.units))


def unit_text(source: SourceText, stretches: tuple[tuple[int, int, int, str], ...]) -> str:
    """The characters of stretches of a source."""
    return "".join(source.lines[line - 1][start:end] for line, start, end, _ in stretches)


def bare(text: str) -> str:
    """The text without white space; list numbers end alike."""
    return re.sub(r"(?<=[0-9])\)", ".", "".join(text.split()))
