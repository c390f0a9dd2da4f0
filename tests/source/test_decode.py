"""Which encodings are recognised, and what is refused with a clear word."""

import pytest

from converter.errors import InputError
from converter.source.decode import decode

TEXT = "县水务局2024年工作总结\r\n\r\n一、工作总结\r\n全年供水稳定，“两手发力”。\r\n"


@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("gbk", "gb18030"),
        ("gb2312", "gb18030"),
        ("gb18030", "gb18030"),
    ],
)
def test_recognised(codec: str, named: str) -> None:
    source = decode(TEXT.encode(codec))
    assert (source.text, source.encoding) == (TEXT, named)


@pytest.mark.parametrize("codec", ["utf-16-be", "utf-32-be", "gb18030"])
def test_a_byte_order_mark_is_no_text(codec: str) -> None:
    source = decode(("\ufeff" + TEXT).encode(codec))
    assert (source.text, source.encoding, source.marked) == (TEXT, codec, True)


def test_rare_characters_in_gb18030() -> None:
    text = TEXT + "𠮷镕㎡"
    assert decode(text.encode("gb18030")).text == text


def test_named_encoding_wins() -> None:
    source = decode("政府工作報告".encode("big5"), encoding="big5")
    assert (source.text, source.encoding) == ("政府工作報告", "big5")


REFUSED = {
    "big5": ("政府工作報告，總結與計劃，歷史經驗與發展".encode("big5") * 9, "认不出编码"),
    "shift-jis": ("これは日本語のテキストです".encode("shift_jis") * 9, "认不出编码"),
    "latin-1": ("Résumé français, déjà vu".encode("latin-1") * 9, "认不出编码"),
    "damaged utf-8": ((TEXT * 3).encode() + b"\xe4\xb8", "第 13 行有坏字节"),
    "docx": (b"PK\x03\x04" + b"x" * 50, "Word 文档"),
    "doc": (b"\xd0\xcf\x11\xe0" + b"\0" * 50, "旧版 Word"),
    "pdf": (b"%PDF-1.7\n" + b"x" * 50, "PDF"),
    "png": (b"\x89PNG\r\n" + b"\0" * 50, "图片"),
    "zeros": (b"\0" * 5000, "不是文本"),
    "bytes": (bytes(range(256)) * 40, "不是文本"),
    "odd utf-16": ("\ufeff总结".encode("utf-16-le") + b"\0", "不是 utf-16 编码"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_line(name: str) -> None:
    data, word = REFUSED[name]
    with pytest.raises(InputError) as caught:
        decode(data, "稿.txt")
    line = caught.value.line()
    assert word in line
    assert line.startswith("稿.txt：")
    assert "\n" not in line
    assert "；" in line  # what to do


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "utf-7x", "a\0b"])
def test_unknown_encoding_names(name: str) -> None:
    with pytest.raises(InputError, match="编码"):
        decode(b"abc", "x", name)
