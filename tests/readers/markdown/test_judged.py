"""The text left after cutting is what an independent renderer shows."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import InputError
from converter.profiles.choice import Choice
from converter.readers import Options
from converter.readers.markdown import read
from tests.cases import cases
from tests.readers.markdown.judges import bare, ours, rendered

FRAGMENTS = [
    *("*", "**", "***", "_", "__", "~~", "~", "`", "``", "\\", "\\*", "\\\n", "  \n", "\n", "\n\n"),
    *("# ", "### ", " ##\n", "\n===\n", "\n---\n", "***\n", "> ", ">", "- ", "* ", "+ "),
    *("1. ", "2) ", "7. ", "   ", "    ", "\t", "- [ ] ", "- [x] ", "[ ] ", "```\n", "~~~ py\n"),
    *("[", "]", "(", ")", "[甲](乙)", '[甲](<乙 丙> "丁")', "![图1](图.png)", "![", "[甲][乙]"),
    *("\n[乙]: /地址 '题'\n", "[乙]", "<http://例.cn>", "<a@b.cn>", "<b>", "</b>", "<br>", "<br/>"),
    *("<!-- 注 -->", "-->", "<div>\n", "</div>\n", "<span a='b'>", "<", ">", "&amp;"),
    *("&lt;", "&nbsp;", "&#19968;", "&#x4e8c;", "&", "&hellip;", "<img src='a' alt='图'>"),
    *(
        "甲",
        "乙丙",
        "a",
        "ab c",
        "，",
        "。",
        "（一）",
        "一、",
        "2024年",
        " ",
        "　",
        "“",
        "”",
        "!",
        "|",
    ),
]
drafts = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)
anything = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=120)


@pytest.mark.parametrize(("text", "expected"), cases("inline", "markdown"))
def test_what_is_text(text: str, expected: str) -> None:
    text = text.replace("⏎", "\n")
    assert ours(text) == bare(expected)
    assert rendered(text) == bare(expected)


@given(drafts)
def test_text_is_what_is_rendered(text: str) -> None:
    text = "甲\n\n" + text  # a file that is one block of code may be Markdown itself
    assert ours(text) == rendered(text)


@given(drafts | anything)
def test_every_character_is_accounted_for(text: str) -> None:
    with suppress(InputError):  # nothing but marks in it; what is lost is another error
        read(text.encode(), Options("draft.md", Choice()))
