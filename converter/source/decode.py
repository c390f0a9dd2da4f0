"""Which encoding an input is in, and its text.

Order of trial: a byte order mark; UTF-16 by its pattern of zero bytes; UTF-8; GB18030 (which
holds GBK and GB2312). A guess is taken only if the text it gives is plausible Chinese, so that a
Big5 or Shift JIS file is refused with a clear message instead of being read as nonsense.
"""

from __future__ import annotations

import codecs

from converter.bilingual import Text
from converter.errors import InputError
from converter.patterns import holds, lazy
from converter.source.text import SourceText

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_BIG_ENDIAN = {"utf-16": codecs.BOM_UTF16_BE, "utf-32": codecs.BOM_UTF32_BE}
"""The codecs that read either byte order, with the mark of the one that they do not write."""

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "Word 文档（.docx）或压缩包", "a .docx file or an archive"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word 文档（.doc）", "an old .doc file"),
    (b"%PDF-", "PDF 文件", "a PDF file"),
    (b"{\\rtf", "RTF 文件", "an RTF file"),
    (b"\x89PNG", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"GIF8", "图片", "a picture"),
    (b"\x7fELF", "程序文件", "a program"),
    (b"\x1f\x8b", "压缩文件", "a compressed file"),
)

_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))
_CONTROL_BYTES = bytes((*range(0x09), *range(0x0E, 0x20)))
_NON_ASCII = lazy(r"[^\x00-\x7f]+")
_FEWEST_CONTROLS = 8
_TELLING = 60
"""Bytes of good UTF-8 that tell a damaged UTF-8 file from one in another encoding."""
_LIKELY, _SURE = 0.6, 0.9
"""Shares of everyday characters at which a guess is taken, alone or against other guesses."""
SAMPLE = 1 << 16
"""Code points looked at when a guess is judged."""


def decode(data: bytes, name: str = "", encoding: str | None = None) -> SourceText:
    """The text of ``data``.

    ``name`` stands in messages; ``encoding`` overrides the guess. Raises InputError when the
    bytes are no text, or not in the encoding asked for, or in none that is recognised.
    """
    if encoding is not None:
        return _decode_as(data, name, encoding)
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _decode_as(data, name, codec)
    for signature, zh, en in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(
                Text(f"这是{zh}，不是文本", f"this is {en}, not text"),
                name,
                Text("请先另存为 .txt 再转换", "save it as .txt first"),
            )
    utf16 = _utf16_by_zeros(data)
    if utf16:
        return _decode_as(data, name, utf16)
    try:
        text, codec = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        text, codec = _gb18030(data, name, error.start)
    _refuse_binary(text, name)
    return SourceText(text, codec)


def _decode_as(data: bytes, name: str, encoding: str) -> SourceText:
    try:
        codec = codecs.lookup(encoding).name
        if codec in _BIG_ENDIAN and data.startswith(_BIG_ENDIAN[codec]):
            codec += "-be"
        text = data.decode(codec)
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            what = Text(
                f"第 {error.start + 1} 个字节不是 {encoding} 编码",
                f"byte {error.start + 1} is not {encoding}",
            )
        else:
            what = Text(f"不认识编码 {encoding}", f"unknown encoding {encoding}")
        todo = Text(
            "请换一个 --encoding（如 utf-8、gb18030、utf-16）",
            "try another --encoding (utf-8, gb18030, utf-16)",
        )
        raise InputError(what, name, todo) from error
    if not isinstance(text, str):  # codecs such as "hex" give bytes
        raise InputError(Text(f"{encoding} 不是文字编码", f"{encoding} is no text encoding"))
    _refuse_binary(text, name)
    bare = text.removeprefix("\ufeff")
    return SourceText(bare, codec, marked=len(bare) < len(text))


def _utf16_by_zeros(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: line ends and digits bring zero bytes, and only one of
    the two byte orders gives everyday Chinese."""
    if len(data) % 2 or b"\0" not in data[:SAMPLE]:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        text = data[:SAMPLE].decode(codec, "replace")
        if not holds(text, map(chr, _CONTROLS)) and _everyday(text) >= _SURE:
            return codec
    return None


def _gb18030(data: bytes, name: str, utf8: int) -> tuple[str, str]:
    """The text of bytes that are no UTF-8 from offset ``utf8`` on."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        text, where = "", error.start + 1
    else:
        where = 0
    if text and _everyday(text) >= _LIKELY:
        return text, "gb18030"
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if controls > max(_FEWEST_CONTROLS, 0.05 * len(sample)):
        raise _binary(name)
    if _everyday(data[:utf8].decode("utf-8")) >= _SURE and utf8 >= _TELLING:
        line = data.count(b"\n", 0, utf8) + 1
        raise InputError(
            Text(
                f"像是 UTF-8 文件，但第 {line} 行有坏字节（第 {utf8 + 1} 个字节）",
                f"UTF-8, but for a broken byte in line {line} (byte {utf8 + 1})",
            ),
            name,
            Text("请重新导出或补全文件", "export the file again"),
        )
    raise InputError(
        Text(
            "认不出编码（不是 UTF-8、GB18030 或 UTF-16"
            + (f"，第 {where} 个字节读不通）" if where else "）"),
            "encoding not recognised (not UTF-8, GB18030 or UTF-16"
            + (f"; byte {where} does not fit)" if where else ")"),
        ),
        name,
        Text(
            "请另存为 UTF-8，或用 --encoding 指明编码",
            "save it as UTF-8 or name the encoding with --encoding",
        ),
    )


def _everyday(text: str) -> float:
    """The share of a text's non-ASCII characters that are in everyday use, that is, in GB 2312."""
    foreign = "".join(_NON_ASCII.findall(text[:SAMPLE]))
    return len(foreign.encode("gb2312", "ignore")) / 2 / len(foreign) if foreign else 1.0


def _refuse_binary(text: str, name: str) -> None:
    sample = text[:SAMPLE]
    plain = sample.encode("ascii", "ignore")  # of a Chinese text next to nothing
    controls = len(plain) - len(plain.translate(None, _CONTROLS))
    if controls > max(_FEWEST_CONTROLS, 0.1 * len(sample)):
        raise _binary(name)


def _binary(name: str) -> InputError:
    return InputError(
        Text("这不是文本文件（含大量控制字符）", "not a text file (control characters)"),
        name,
        Text("请另存为 .txt 再转换", "save it as .txt first"),
    )
