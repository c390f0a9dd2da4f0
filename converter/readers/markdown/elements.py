"""Comments in a Markdown file that name the element of what follows
(``<!-- gongwen 要素：署名 -->``), up to the next one.

Our own writer puts them where the text alone would be read as something else. Where there is one,
all lines are what it says, and nothing is guessed.
"""

from __future__ import annotations

import re

from converter.readers.text.given import GivenLine
from converter.record import replace

WORDS = {
    "正文": "body",
    "编号正文": "sentence",
    "主送机关": "recipient",
    "附件说明": "attachment",
    "题注": "caption",
    "计量单位": "unit",
    "标题上": "above_title",
    "标题下": "below_title",
    "署名": "signature",
    "成文日期": "date",
    "附注": "note",
    "版记": "imprint",
    "附件顺序号": "attachment_label",
    "附件标题": "attachment_title",
}
"""What a comment may name → the element of :attr:`GivenLine.element`; ``sentence`` is a paragraph
with a number that opens no heading."""
RUN_IN = "段首标题"
"""What a comment names that says of which level (``段首标题2``) the heading is that opens the
paragraph."""
COMMENT = "<!-- gongwen 要素：{} -->"
_COMMENT = re.compile(
    rf"\s*<!--\s*gongwen\s+要素\s*[:：]\s*(?:(?P<word>{'|'.join(WORDS)})"
    rf"|{RUN_IN}(?P<level>[1-5]))\s*-->\s*",
    re.IGNORECASE,
)


def element_named(comment: str) -> GivenLine | None:
    """What a comment says of the lines behind it, None for any other text."""
    match = _COMMENT.fullmatch(comment)
    if match is None:
        return None
    if match["level"]:
        return GivenLine(level=int(match["level"]), element="body")
    element = WORDS[match["word"]]
    if element == "sentence":
        return GivenLine(sentence=True, element="body")
    return GivenLine(text=True, element=element)


def with_element(known: GivenLine, told: GivenLine) -> GivenLine:
    """What is known of a line where comments tell the elements: ``told`` is the last one."""
    if known.title:
        return replace(known, element="title")
    if known.level:
        return replace(known, element="heading")
    if known.kind:
        return known
    return replace(told, calls=known.calls)
