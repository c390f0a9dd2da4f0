"""Footnotes: where they are called, and their texts at the foot."""

from __future__ import annotations

from converter.writers.html.markup import element, start_tag, text


class Footnotes:
    """The footnotes of one document, numbered through it.

    The numbers are no text of the page: a style sheet shows them, and readers hear them.
    """

    def __init__(self, latin: str) -> None:
        """``latin`` is the class of Western letters and digits, if they have one."""
        self._latin = latin
        self._count = 0
        self._waiting: list[str] = []

    def call(self, note: str, where: str) -> str:
        """The mark that calls ``note``, a link to it."""
        self._count += 1
        n = str(self._count)
        back = start_tag("a", href=f"#r{n}", data_n=n, aria_label=f"脚注{n}，回到正文") + "</a>"
        self._waiting.append(
            element("p", back + text(note, where, self._latin), class_="footnote", id=f"n{n}")
        )
        return element(
            "a", "", class_="ref", id=f"r{n}", href=f"#n{n}", data_n=n, aria_label=f"脚注{n}"
        )

    def section(self) -> str:
        """The texts of the notes called since the last section; empty if there are none."""
        notes, self._waiting = "".join(self._waiting), []
        return element("section", notes, class_="notes", aria_label="脚注") if notes else ""
