"""The body of a document: its nodes, in order, as paragraphs with styles."""

from __future__ import annotations

from lxml import etree

from converter.layout.ending import ending_indents
from converter.layout.table import Layout, TextStyle
from converter.layout.title import title_lines
from converter.layout.units import Length
from converter.model import walk
from converter.model.nodes import DateLine, Document, Section, TextLine
from converter.writers.docx.oxml import add, add_text, checked, qn, root, xml
from converter.writers.docx.section import add_section
from converter.writers.docx.styles import style_ids

# Kinds of lines above the title that belong to the head of a document (版头).
HEAD_KINDS = ("issuer", "number")


def document_part(document: Document, layout: Layout) -> bytes:
    """The main part of the file."""
    part = root("document")
    writer = _Body(add(part, "body"), layout)
    writer.add_head(document)
    writer.add_blocks(document)
    writer.add_ending(document)
    add_section(writer.body, layout)
    return xml(part)


class _Body:
    """A ``w:body`` being filled; every text is checked on its way in."""

    def __init__(self, body: etree._Element, layout: Layout) -> None:
        self.body, self.layout, self.ids = body, layout, style_ids(layout)

    def add_head(self, document: Document) -> None:
        """Append the title with the lines above and below it."""
        layout = self.layout
        for index, line in enumerate(document.above_title):
            centred = line.kind in HEAD_KINDS
            style = layout.document_number if centred else layout.above_title
            self.add_line(line.text, style, f"$.above_title[{index}]")
        if document.title and document.title.text:
            blank_after = not any(line.text for line in document.below_title)
            self.add_title(document.title.text, blank_after=blank_after)
        for index, line in enumerate(document.below_title):
            self.add_line(line.text, layout.below_title, f"$.below_title[{index}]")

    def add_title(self, text: str, *, blank_after: bool) -> None:
        """Append the title; the blank line after it moves behind the lines below it."""
        style = self.layout.title
        limit = self.layout.page.text_width // style.character
        paragraph, properties = self.add_paragraph(style)
        if not blank_after:
            add(properties, "spacing", after=0)
        lines = title_lines(checked(text, "$.title"), limit)
        add_text(add(paragraph, "r"), "\n".join(lines))

    def add_line(self, text: str, style: TextStyle, where: str) -> None:
        """Append ``text`` as a paragraph of ``style``; nothing where there is no text."""
        if text:
            paragraph, _ = self.add_paragraph(style)
            add_text(add(paragraph, "r"), checked(text, where))

    def add_blocks(self, document: Document) -> None:
        """Append lead and sections, a run-in heading together with its first paragraph."""
        body = self.layout.body
        for index, paragraph in enumerate(document.lead):
            self.add_line(paragraph.text, body, f"$.lead[{index}]")
        opening: tuple[Section, str] | None = None
        for path, block in walk.blocks(document.sections, "$.sections"):
            if not isinstance(block, Section):
                if opening:
                    self.add_run_in(*opening, block.text, path)
                else:
                    self.add_line(block.text, body, path)
                opening = None
            elif block.inline:
                opening = block, path
            else:
                self.add_heading(block, path)

    def add_heading(self, section: Section, where: str) -> None:
        """Append a heading that stands alone, unless it has no text at all."""
        if not section.opening:
            return
        paragraph, properties = self.add_paragraph(self.layout.heading(section.level))
        if not section.content:
            # Nothing to be kept with: a long row of such headings would hang together.
            add(properties, "keepNext", val=0)
        add_text(add(paragraph, "r"), checked(section.opening, where))

    def add_run_in(self, section: Section, section_path: str, text: str, path: str) -> None:
        """Append a paragraph that a heading opens; a number without heading is body text."""
        if not section.heading:
            opening = checked(section.opening, section_path)
            self.add_line(opening + checked(text, path), self.layout.body, path)
            return
        paragraph, _ = self.add_paragraph(self.layout.body)
        run = add(paragraph, "r")
        style = self.layout.heading(section.level)
        add(add(run, "rPr"), "rStyle", val=self.ids[style.run_in])
        add_text(run, checked(section.opening, section_path))
        if text:
            add_text(add(paragraph, "r"), checked(text, path))

    def add_ending(self, document: Document) -> None:
        """Append 署名 and date in the order in which the source has them."""
        layout = self.layout
        indents = ending_indents(_text(document.signature), _text(document.date), layout)
        lines: list[tuple[TextLine | DateLine, TextStyle, Length, str]] = []
        if document.signature and document.signature.text:
            lines.append((document.signature, layout.signature, indents[0], "$.signature"))
        if document.date and document.date.text:
            lines.append((document.date, layout.date, indents[1], "$.date"))
        lines.sort(key=lambda line: (line[0].line, line[0].column))
        for index, (node, style, indent, path) in enumerate(lines):
            self.keep_last_with_next()
            self.add_ending_line(checked(node.text, path), style, indent, is_first=index == 0)

    def add_ending_line(
        self, text: str, style: TextStyle, right: Length, *, is_first: bool
    ) -> None:
        """Append a line of the ending, ``right`` away from the text area's right edge."""
        paragraph, properties = self.add_paragraph(style)
        before = self.layout.signature.before if is_first else 0
        if before != style.before:
            add(properties, "spacing", before=(style.line_pitch * before).twips)
        if right != style.size * style.right:
            # Only with no characters given does the length count.
            add(properties, "ind", rightChars=0, right=right.twips)
        add_text(add(paragraph, "r"), text)

    def keep_last_with_next(self) -> None:
        """Let what has been written last share its page with what comes next.

        署名 and date must not stand on a page without text (GB/T 9704-2012, 7.3.5.5).
        """
        if len(self.body):
            properties = self.body[-1][0]
            for own in properties.findall(qn("keepNext")):
                properties.remove(own)
            properties.insert(1, add(properties, "keepNext"))

    def add_paragraph(self, style: TextStyle) -> tuple[etree._Element, etree._Element]:
        """Append a paragraph of ``style`` without text: the paragraph and its properties."""
        paragraph = add(self.body, "p")
        properties = add(paragraph, "pPr")
        add(properties, "pStyle", val=self.ids[style.name])
        return paragraph, properties


def _text(node: TextLine | DateLine | None) -> str:
    return node.text if node else ""
