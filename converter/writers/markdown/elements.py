"""Which element a node of a document is, in the words of the comments in a Markdown file."""

from __future__ import annotations

from converter.model.nodes import Paragraph, Section
from converter.readers.markdown.elements import RUN_IN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Node

BODY, _NUMBERED = "正文", "编号正文"
"""The words for a paragraph of text, and for one with a number that opens no heading."""
_KINDS = {
    "body": BODY,
    "recipient": "主送机关",
    "attachment": "附件说明",
    "caption": "题注",
    "unit": "计量单位",
    "imprint": "版记",
}
_PLACES = {
    "above_title": "标题上",
    "below_title": "标题下",
    "signature": "署名",
    "date": "成文日期",
    "label": "附件顺序号",
    "title": "附件标题",
}


def element_of(path: str, node: Node, run_in: Section | None) -> str:
    """The word for a node; empty for what needs none, such as headings and tables. ``run_in`` is
    the heading that opens the node's paragraph."""
    if run_in:
        return f"{RUN_IN}{run_in.level}" if run_in.heading else _NUMBERED
    if isinstance(node, Section):
        return BODY if not node.heading and node.number else ""
    if isinstance(node, Paragraph):
        if path.startswith("notes") and node.kind == "body":
            return "附注"
        return _KINDS.get(node.kind, "")
    name = path.rpartition(".")[2].partition("[")[0]
    return "" if path == "title" else _PLACES.get(name, "")
