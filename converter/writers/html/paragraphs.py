"""Paragraphs of a composition as HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace

from converter.composition.blocks import Paragraph, Picture, Span, Tab
from converter.composition.pictures import PictureFile
from converter.layout.table import Layout, Rule, TextStyle
from converter.layout.units import ZERO, Length
from converter.writers.html.classes import Classes, Declarations, difference, joined, pt
from converter.writers.html.looks import LATIN, class_of, colour, drop, letters, lines
from converter.writers.html.markup import element, start_tag, text
from converter.writers.html.notes import Footnotes

_HEADINGS = {"title": "h1", "attachment_title": "h2"}
"""Styles that are headings of the page, though none of the outline."""

_UNNAMED = {
    suffix: f"图片（{suffix.upper()} 格式，浏览器显示不了）" for suffix in ("emf", "wmf", "tiff")
}
"""What is said in place of a picture that no browser shows and no caption names."""

_SHIFTS = {"left": "", "center": "translateX(-50%)", "right": "translateX(-100%)"}
"""How a text is moved from its tab stop."""


class Paragraphs:
    """Writes the paragraphs of one document, and keeps the classes and footnotes they need."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.classes = Classes()
        self.latin = LATIN if layout.latin else ""
        self.footnotes = Footnotes(self.latin)
        self._keys = {style.name: key for key, style in layout.styles.items()}
        self._styles = dict(layout.styles.items())

    def key(self, style: TextStyle) -> str:
        """The key in the layout of a style, or of the one it was derived from by a change."""
        return self._keys[style.name]

    def write(self, paragraph: Paragraph, **attributes: str | None) -> str:
        """The paragraph, or the heading it is; a rule below it is an element of its own."""
        style, key = paragraph.style, self.key(paragraph.style)
        keep = style.keep_next if paragraph.keep_next is None else paragraph.keep_next
        tag = f"h{style.outline + 1}" if style.outline else _HEADINGS.get(key, "p")
        whole = element(
            tag,
            self._seal(paragraph) + self._content(paragraph),
            class_=joined(class_of(key), "tabbed" if paragraph.tabs else "", self._own(paragraph)),
            data_keep="" if keep else None,
            data_break="" if paragraph.page_break else None,
            **attributes,
        )
        return whole + (self.rule(paragraph.rule) if paragraph.rule else "")

    def rule(self, line: Rule, place: Declarations | None = None) -> str:
        """A line, an element for each stroke: below what it follows, or on the paper, where
        ``place`` says how far from its left edge, how long, and how far from its ``top``."""
        found, end = [], ZERO - line.distance
        for start, weight in line.strokes:
            ink = {"height": pt(weight), "background": colour(line.colour)}
            if place is None:
                ink |= {"margin-top": pt(start - end)} if start > end else {}
            else:
                ink |= place | {"top": f"calc({place['top']} + {start.pt:.3f}pt)"}
            found.append(element("div", "", class_=joined("rule", self.classes.name(ink))))
            end = start + weight
        return "".join(found)

    def cell_class(self, style: TextStyle, align: str) -> str:
        """The classes of a table's cell."""
        return joined(class_of(self.key(style)), self._difference(style, {"align": align}))

    def _own(self, paragraph: Paragraph) -> str:
        """The class of what a paragraph has otherwise than the layout's style."""
        own: dict[str, Length | str | None] = {
            "height": paragraph.height,
            "size": paragraph.size,
            "before": paragraph.before,
            "after": paragraph.after,
            "align": paragraph.align,
        }
        if indents := paragraph.indents:
            own |= {
                "left": indents.left,
                "right": indents.right,
                "first_line": indents.first_line,
            }
        return self._difference(paragraph.style, own)

    def _difference(self, style: TextStyle, own: dict[str, Length | str | None]) -> str:
        base = self._styles[self.key(style)]
        size = own.get("size")
        fitted = size if isinstance(size, Length) else None
        wanted = letters(style, self.layout, fitted) | lines(style, own)
        return self.classes.name(difference(wanted, letters(base, self.layout) | lines(base, {})))

    def _content(self, paragraph: Paragraph) -> str:
        if paragraph.tabs:
            return "".join(self._tabbed(paragraph))
        spans = paragraph.spans
        hanging = _hanging(paragraph)
        if not (spans and hanging > ZERO and "\t" in spans[0].text):
            return self._spans(spans, paragraph.style)
        # What stands before a tab without stop is as wide as the first line hangs out.
        before, _, behind = spans[0].text.partition("\t")
        name = joined("label", self.classes.name({"min-width": pt(hanging)}))
        label = element("span", text(before, spans[0].where, self.latin), class_=name)
        return label + self._spans((replace(spans[0], text=behind), *spans[1:]), paragraph.style)

    def _tabbed(self, paragraph: Paragraph) -> Iterable[str]:
        """The pieces of a text with tab stops: what follows a tab is put at its stop."""
        pieces: list[list[Span]] = [[]]
        for span in paragraph.spans:
            first, *others = span.text.split("\t")
            pieces[-1].append(Span(first, span.where, span.style))
            pieces.extend([Span(other, span.where, span.style)] for other in others)
            if span.footnote is not None:
                pieces[-1].append(Span("", span.where, None, span.footnote))
        yield self._spans(pieces[0], paragraph.style)
        for index, piece in enumerate(pieces[1:]):
            if content := self._spans(piece, paragraph.style):
                place = _place(paragraph.tabs[min(index, len(paragraph.tabs) - 1)])
                # The tab itself takes no room on the page; text that is copied has it.
                yield element(
                    "span", "\t" + content, class_=joined("tab", self.classes.name(place))
                )

    def _spans(self, spans: Iterable[Span], around: TextStyle) -> str:
        return "".join(self._span(span, around) for span in spans)

    def _span(self, span: Span, around: TextStyle) -> str:
        content, style = text(span.text, span.where, self.latin), span.style
        if content and style and style != around:
            key = self.key(style)
            base = letters(self._styles[key], self.layout)
            own = self.classes.name(difference(letters(style, self.layout), base))
            content = element("span", content, class_=joined(class_of(key), own))
        if span.footnote is not None:
            content += self.footnotes.call(span.footnote, span.where)
        return content + self.image(span.picture) if span.picture else content

    def image(self, picture: Picture) -> str:
        """A picture in its size; the caption below one says what it shows."""
        size = {"width": pt(picture.width), "height": pt(picture.height)}
        return start_tag(
            "img",
            class_=self.classes.name(size),
            src=data_uri(picture.file),
            alt=picture.description or _UNNAMED.get(picture.file.suffix, "图片"),
        )

    def _seal(self, paragraph: Paragraph) -> str:
        if not paragraph.seal:
            return ""
        seal, style = paragraph.seal, paragraph.style
        half = seal.size * 0.5
        lowered = drop(paragraph.height or style.line_pitch, paragraph.size or style.size)
        place = {
            "left": pt(seal.center - half),
            "top": pt(seal.middle - half - lowered),
            "width": pt(seal.size),
            "height": pt(seal.size),
        }
        name = joined("seal", self.classes.name(place))
        return start_tag("img", class_=name, src=data_uri(seal.file), alt="印章")


def data_uri(file: PictureFile) -> str:
    """A picture as an address that holds it whole."""
    return f"data:{file.mime};base64,{b64encode(file.data).decode('ascii')}"


def _hanging(paragraph: Paragraph) -> Length:
    style, indents = paragraph.style, paragraph.indents
    if indents:
        return -indents.first_line
    return style.size * (style.hanging - style.first_line)


def _place(tab: Tab) -> Declarations:
    place = {"left": pt(tab.position)}
    return place | ({"transform": _SHIFTS[tab.align]} if _SHIFTS[tab.align] else {})
