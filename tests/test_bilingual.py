"""A message in two languages is a pair like a named tuple."""

import pickle

from converter.bilingual import Text


def test_a_message_is_a_pair() -> None:
    text = Text("找不到文件", en="no such file")
    zh, en = text
    assert (zh, en) == (text.zh, text.en) == (text.get("zh"), text.get("en")) == text
    assert repr(text) == "Text(zh='找不到文件', en='no such file')"


def test_a_message_goes_to_another_process() -> None:
    text = Text("找不到文件", "no such file")
    copy = pickle.loads(pickle.dumps(text))
    assert copy == text
    assert type(copy) is Text
