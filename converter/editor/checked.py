"""A draft as an editor holds it, read and linted."""

from __future__ import annotations

import os

from converter.bilingual import Lang
from converter.configuration import Configuration
from converter.errors import ConverterError
from converter.findings import Finding
from converter.linting import findings_in
from converter.model.nodes import Document
from converter.readers import source_reader
from converter.source.text import SourceText


class Checked:
    """The reports in a text and what the linter says of them; ``error`` is the one line that says
    why there are none, where the text cannot be read."""

    def __init__(self, text: str, path: str, configuration: Configuration, lang: Lang) -> None:
        self.source = SourceText(text, "utf-8")
        self.path = path
        self.configuration = configuration
        self.documents: tuple[Document, ...] = ()
        self.findings: list[Finding] = []
        self.error = ""
        try:
            choice, ruleset = configuration.choice, configuration.ruleset
            read = source_reader(os.path.splitext(path)[1])
            self.documents = read(self.source, choice, path)
            self.findings = findings_in(
                self.documents, choice, ruleset, path, lang, source=self.source
            )
        except ConverterError as error:
            self.error = error.line(lang)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text."""
        return self.source.lines

    def at(self, line: int, column: int) -> list[Finding]:
        """The findings whose span holds a place, or touches it."""
        return [
            finding
            for finding in self.findings
            if (finding.line, finding.column)
            <= (line, column)
            <= (finding.end_line, finding.end_column)
        ]
