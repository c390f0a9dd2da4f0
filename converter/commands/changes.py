"""What changes when a Word draft is set anew: its look as it was, and what was not carried over."""

from __future__ import annotations

import json

from converter.commands.configured import FORM
from converter.commands.marking import findings_of, form_in
from converter.inputs import word_of
from converter.readers.word.facts import facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.commands.configured import Configured
    from converter.commands.conversion import Options
    from converter.inputs import Input


class Changes:
    """The report of changes of a call of ``convert``, input by input."""

    def __init__(self, configured: Configured, options: Options) -> None:
        self._configured, self._options = configured, options
        self._inputs: list[dict[str, object]] = []

    def take(self, item: Input) -> None:
        """Takes an input that was converted; one that is no Word file has no look to change."""
        word = word_of(item.name, item.data, self._options.max_unpacked)
        if word is None:
            return
        lang = self._options.lang
        form = form_in(item, word, self._options)
        found = findings_of(item, form, self._configured, self._options)
        changes = [
            {"paragraph": f.paragraph, "code": f.code, "name": f.name, "message": f.message}
            for f in found
            if f.code[0] == FORM
        ]
        notes = [fact.get(lang) for fact in facts(word)]
        self._inputs.append({"path": item.name, "notes": notes, "changes": changes})

    def data(self, path: str) -> bytes:
        """The report: JSON for a path that ends so, else text."""
        if path.lower().endswith(".json"):
            return (json.dumps(self._inputs, ensure_ascii=False, indent=1) + "\n").encode()
        return "".join(f"{line}\n" for line in self._lines()).encode("utf-8", "surrogatepass")

    def _lines(self) -> list[str]:
        lines: list[str] = []
        for item in self._inputs:
            lines.append(str(item["path"]))
            notes, changes = item["notes"], item["changes"]
            if isinstance(notes, list):
                lines += [f"  {note}" for note in notes]
            if isinstance(changes, list):
                lines += [
                    f"  {_place(c['paragraph'], self._options.lang)}{c['message']}" for c in changes
                ]
        return lines


def _place(paragraph: int, lang: str) -> str:
    if not paragraph:
        return ""
    return f"paragraph {paragraph}: " if lang == "en" else f"第 {paragraph} 段："
