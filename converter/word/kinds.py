"""What a file is that was given as a Word file and is none, said so that a clerk knows what to do.

Only what the file's bytes say counts: its name may have been changed.
"""

from __future__ import annotations

from converter.bilingual import Text
from converter.errors import InputError

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an OLE2 file begins: the container of Office files before 2007 and of encrypted ones."""
ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_HEAD = 1024

_SAVE_AS = Text(
    "请用 Word 或 WPS 打开，另存为 .docx 后再试",
    "open it in Word or WPS and save it as .docx",
)
_RENAME = Text("请把扩展名改回来再试", "give it its own file extension again")
_RESEND = Text("请重新下载或请对方重发", "download it again, or have it sent again")

_OLE2_STREAMS: tuple[tuple[str, Text, Text], ...] = (
    (
        "EncryptedPackage",
        Text("文件有密码", "the file is protected by a password"),
        Text("请用 Word 或 WPS 打开，去掉密码后再试", "open it in Word or WPS and take it off"),
    ),
    (
        "WordDocument",
        Text("这是旧版 Word 文档（.doc、.wps），不是 .docx", "an old .doc or .wps file, no .docx"),
        _SAVE_AS,
    ),
    (
        "Workbook",
        Text("这是旧版表格（.xls、.et），不是 Word 文档", "an old spreadsheet, no Word file"),
        _SAVE_AS,
    ),
    (
        "PowerPoint Document",
        Text("这是旧版演示文稿（.ppt、.dps），不是 Word 文档", "old slides, no Word file"),
        _SAVE_AS,
    ),
)
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "RTF 文件", "an RTF file"),
    (b"\x89PNG", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"GIF8", "图片", "a picture"),
    (b"BM", "图片", "a picture"),
    (b"Rar!", "压缩包（RAR）", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包（7z）", "a 7z archive"),
    (b"\x1f\x8b", "压缩文件（gzip）", "a gzip file"),
    (b"\x7fELF", "程序文件", "a program"),
    (b"MZ", "程序文件", "a program"),
)
_MARKUP: tuple[tuple[bytes, str, str], ...] = (
    (b"http://schemas.microsoft.com/office/2006/xmlpackage", "Word XML 文档", "a Flat OPC file"),
    (
        b"http://schemas.microsoft.com/office/word/2003/wordml",
        "Word 2003 XML 文档",
        "Word 2003 XML",
    ),
    (b"<html", "网页（HTML）", "a web page (HTML)"),
    (b"<!doctype html", "网页（HTML）", "a web page (HTML)"),
    (b"mime-version:", "单个文件网页（MHT）", "a web archive (MHT)"),
    (b"<?xml", "XML 文件", "an XML file"),
)
_TEXT_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes((*range(9), 11, *range(14, 27), *range(28, 32)))

OFD = "application/ofd"
"""The media type of the fixed-layout documents of GB/T 33190, which say it nowhere themselves."""
_MEDIA_TYPES = (
    ("application/vnd.oasis.opendocument.text", "ODT 文档", "an ODT document"),
    ("application/vnd.oasis.opendocument.", "OpenDocument 文件", "an OpenDocument file"),
    ("application/epub+zip", "EPUB 电子书", "an EPUB book"),
    (OFD, "OFD 版式文件", "an OFD file"),
)
_FOREIGN_MAINS = (
    ("spreadsheetml", "Excel 表格（.xlsx）", "an Excel workbook"),
    ("ms-excel", "Excel 表格（.xlsm、.xlsb）", "an Excel workbook"),
    ("presentationml", "PowerPoint 演示文稿（.pptx）", "a PowerPoint presentation"),
    ("ms-powerpoint", "PowerPoint 演示文稿（.pptm）", "a PowerPoint presentation"),
    ("visio", "Visio 绘图", "a Visio drawing"),
    ("fixedrepresentation", "XPS 文件", "an XPS file"),
)


def refuse_other(data: bytes, name: str) -> None:
    """Raises InputError saying what the file is, unless it begins as a ZIP archive does."""
    if data.startswith((ZIP, _EMPTY_ZIP)):
        return
    if not data:
        raise InputError(Text("文件是空的（0 字节）", "the file is empty (0 bytes)"), name, _RESEND)
    if data.startswith(OLE2):
        raise _ole2(data, name)
    raise _known(data, name) or _unknown(data, name)


def no_word(mimetype: str, main_type: str, name: str) -> InputError:
    """What a ZIP archive is that has no Word document as its main part: by its media type,
    or the content type (or relationship type) of its main part; both may be empty."""
    for begin, zh, en in _MEDIA_TYPES:
        if mimetype.startswith(begin):
            return _not_word(zh, en, name, _SAVE_AS)
    for word, zh, en in _FOREIGN_MAINS:
        if word in main_type.lower():
            return _not_word(zh, en, name, _SAVE_AS)
    if main_type:
        return wrong_type(main_type, name)
    return _not_word(
        "普通压缩包（ZIP）",
        "a plain ZIP archive",
        name,
        Text("如里面有 Word 文档，请先解压", "unpack it first if there is a Word file in it"),
    )


def wrong_type(content_type: str, name: str) -> InputError:
    """The main part is declared as something that is no Word document."""
    declared = Text(_short(content_type) or "没有声明", _short(content_type) or "none declared")
    return InputError(
        Text(
            f"正文部件的类型不对（{declared.zh}），不是 Word 文档",
            f"the main part's type is not that of a Word document ({declared.en})",
        ),
        name,
        _SAVE_AS,
    )


def truncated(name: str) -> InputError:
    """A ZIP archive whose end is missing."""
    return InputError(
        Text("文件不完整：后面一段丢失", "the file is incomplete: its end is missing"),
        name,
        _RESEND,
    )


def _ole2(data: bytes, name: str) -> InputError:
    for stream, what, todo in _OLE2_STREAMS:
        if stream.encode("utf-16-le") in data:
            return InputError(what, name, todo)
    return InputError(
        Text("这是旧版 Office 文件，不是 .docx", "an old Office file, no .docx"), name, _SAVE_AS
    )


def _known(data: bytes, name: str) -> InputError | None:
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return _not_word(
            "PDF 文件",
            "a PDF file",
            name,
            Text("请找原来的 Word 文档，或先转成 .docx", "take the Word file it was made from"),
        )
    for signature, zh, en in _SIGNATURES:
        if data.startswith(signature):
            return _not_word(zh, en, name, _SAVE_AS if signature == b"{\\rtf" else _RENAME)
    plain = _bare(data)[: 4 * _HEAD].lower()
    if plain.startswith((b"<", b"mime-version:")):
        for signature, zh, en in _MARKUP:
            if signature in plain:
                return _not_word(zh, en, name, _SAVE_AS)
    return None


def _unknown(data: bytes, name: str) -> InputError:
    if data.startswith(_TEXT_BOMS) or not set(data[: 64 * _HEAD]) & set(_CONTROLS):
        return _not_word(
            "纯文本",
            "plain text",
            name,
            Text("请把扩展名改成 .txt 再试", "give it the extension .txt"),
        )
    if ZIP in data[:_HEAD]:
        return InputError(Text("文件开头有多余的内容", "there is something before the file"), name)
    return InputError(
        Text("不是 Word 文档，也认不出是什么文件", "no Word file, and of no known kind"),
        name,
        _RESEND,
    )


def _bare(data: bytes) -> bytes:
    """The beginning of a text as ASCII, whatever its encoding: without byte order mark, zero
    bytes (UTF-16) and blanks before it."""
    head = data[: 8 * _HEAD]
    for mark in _TEXT_BOMS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip()


def _not_word(zh: str, en: str, name: str, todo: Text) -> InputError:
    blank = " " if zh[0].isascii() else ""
    return InputError(
        Text(f"这是{blank}{zh}，不是 Word 文档", f"this is {en}, no Word file"), name, todo
    )


def _short(text: str, most: int = 80) -> str:
    text = "".join(char for char in text if char.isprintable())
    return text if len(text) <= most else text[: most - 1] + "…"
