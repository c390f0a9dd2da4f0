"""Chromium as a judge of pages: what it shows, measures, prints, and complains of."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests.tools.fonts import font_environment

if TYPE_CHECKING:
    from playwright.sync_api import Browser as Running
    from playwright.sync_api import Page

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# For each page its lines: the characters that share a middle and a block, and their edges.
_LINES = """
() => [...document.querySelectorAll(".page")].map((page) => {
  const edge = page.getBoundingClientRect();
  const range = document.createRange();
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const lines = [];
  let last = null, around = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const block = node.parentElement.closest("p, h1, h2, h3, h4, h5, h6, th, td");
    for (let i = 0; block && i < node.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = [...range.getClientRects()].at(-1);
      if (!box || !box.width) continue;
      const middle = (box.top + box.bottom) / 2 - edge.top;
      if (block !== around || Math.abs(middle - last.middle) > 6) {
        last = { style: block.className.split(" ")[0], text: "", left: 1e9, right: 0, middle };
        lines.push(last);
        around = block;
      }
      last.text += node.data[i];
      last.left = Math.min(last.left, box.left - edge.left);
      last.right = Math.max(last.right, box.right - edge.left);
    }
  }
  return lines;
})
"""


@dataclass(frozen=True)
class Line:
    """A line of text on a page: the class of its paragraph, its text, where it begins and ends,
    and where its middle is, in mm from the page's left and upper edge."""

    style: str
    text: str
    left: float
    right: float
    middle: float


def browser_command() -> str | None:
    """The path of Chromium, or None; also None without the library that drives it."""
    try:
        import playwright  # noqa: F401
    except ImportError:
        return None
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


@dataclass
class Shown:
    """A page that is shown, and what went wrong on the way."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def value(self, script: str) -> Any:
        """What a function of JavaScript gives."""
        return self.page.evaluate(script)

    def lines(self) -> list[list[Line]]:
        """The lines of text on each page."""
        mm = 25.4 / 96
        return [
            [
                Line(x["style"], x["text"], x["left"] * mm, x["right"] * mm, x["middle"] * mm)
                for x in page
            ]
            for page in self.page.evaluate(_LINES)
        ]

    def fonts(self, selector: str) -> list[tuple[str, int]]:
        """The fonts (PostScript names) that Chromium took for the text of what ``selector`` finds
        first, each with the number of characters."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})
        found = session.send("CSS.getPlatformFontsForNode", node)
        return sorted((font["postScriptName"], font["glyphCount"]) for font in found["fonts"])

    def pdf(self) -> bytes:
        """The page as it is printed, on the paper that it asks for."""
        return self.page.pdf(prefer_css_page_size=True, print_background=True)

    def picture(self, path: Path) -> Path:
        """The whole page as a PNG."""
        self.page.screenshot(path=path, full_page=True)
        return path


class Browser:
    """One running Chromium that knows the stand-in fonts only."""

    def __init__(self, running: Running, folder: Path) -> None:
        self._running, self._folder = running, folder

    @contextmanager
    def show(
        self,
        content: bytes,
        *,
        width: int = 1100,
        height: int = 1400,
        dark: bool = False,
        script: bool = True,
    ) -> Iterator[Shown]:
        """The page ``content``, opened from a file, in a window of so many pixels; ``script``
        False where scripts of pages are off."""
        path = self._folder / "page.html"
        path.write_bytes(content)
        context = self._running.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        page = context.new_page()
        shown = Shown(page)
        page.on("console", lambda message: shown.complaints.append(message.text))
        page.on("pageerror", lambda error: shown.complaints.append(str(error)))
        page.on("request", lambda request: shown.requests.append(request.url))
        try:
            page.goto(path.as_uri())
            shown.requests.remove(path.as_uri())
            yield shown
        finally:
            context.close()


@contextmanager
def started_browser() -> Iterator[Browser]:
    """A Chromium that is gone at the end."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as driver:
        running = driver.chromium.launch(
            executable_path=browser_command(),
            args=list(_FLAGS),
            env=dict(font_environment()),
        )
        try:
            yield Browser(running, Path(folder))
        finally:
            running.close()
