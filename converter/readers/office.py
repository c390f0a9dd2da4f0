"""The reader for documents of other word processors (.doc .wps .odt .rtf): LibreOffice turns them
into Word files. What a file is, its first bytes say and not its name.

Places are those of the converted file. The last files converted are kept: reader, linter and
pictures ask for the same ones.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from contextlib import suppress
from hashlib import sha256

from converter.bilingual import Text
from converter.errors import InputError, OfficeError
from converter.office.program import ELSEWHERE, program
from converter.office.run import DOCX, Draft, made

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.model.nodes import Document
    from converter.readers import Options

_KEPT = 4
"""Converted files that are kept, more only while several are prepared together."""
_converted: OrderedDict[bytes, bytes] = OrderedDict()

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta", b"mime-version:")
_XML_WORD = (b"w:worddocument", b"office:document")
_HEAD = 4096
_SAVE_AS = Text("请在 Word/WPS 里另存为 .docx", "save it as .docx in Word or WPS")


def read(data: bytes, options: Options) -> tuple[Document, ...]:
    """The reports in a document of another word processor.

    Raises InputError when LibreOffice is not there or cannot read it, and whatever the reader of
    Word files raises.
    """
    from converter.readers.word import read as read_word

    return read_word(converted(data, options.name), options)


def converted(data: bytes, name: str) -> bytes:
    """The bytes of the Word file that a document becomes; those of a Word file as they are.

    Raises InputError, one line, when that cannot be.
    """
    suffix = _suffix_of(data, name)
    if suffix == ".docx":
        return data
    digest = sha256(data).digest()
    if digest not in _converted:
        try:
            file, reason = _convert({digest: Draft(suffix, data)}, _command(name))
        except OfficeError as error:
            where = f"{name}：{error.where}" if error.where else name
            raise InputError(error.what, where, _SAVE_AS) from error
        if file is None:
            raise _unreadable(name, reason)
        return file
    return _converted[digest]


def prepare(inputs: Iterable[tuple[bytes, str]]) -> None:
    """Converts several documents (bytes and name) with one start of LibreOffice, for
    :func:`converted` to have them then; it tells what is wrong with those that cannot be."""
    drafts: dict[bytes, Draft] = {}
    for data, name in inputs:
        digest = sha256(data).digest()
        with suppress(InputError):
            suffix = _suffix_of(data, name)
            if suffix != ".docx" and digest not in _converted:
                drafts[digest] = Draft(suffix, data)
    with suppress(OfficeError):
        command = program() if drafts else None
        if command:
            _convert(drafts, command)


def _convert(drafts: dict[bytes, Draft], command: str) -> tuple[bytes | None, str]:
    """What the last of the drafts became, None for nothing, and why; all are kept that became
    something. Raises OfficeError."""
    done = made(command, list(drafts.values()), DOCX)
    for digest, file in zip(drafts, done.files, strict=True):
        if file is not None:
            _converted[digest] = file
    while len(_converted) > max(_KEPT, len(drafts)):
        _converted.popitem(last=False)
    return done.files[-1], done.reason


def _command(name: str) -> str:
    command = program()
    if command is None:
        raise _missing(name)
    return command


def _unreadable(name: str, reason: str) -> InputError:
    zh, en = (f"（{reason}）", f" ({reason})") if reason else ("", "")
    return InputError(
        Text(f"LibreOffice 读不了这个文件{zh}", f"LibreOffice cannot read the file{en}"),
        name,
        Text(
            f"有密码的请先去掉密码；已损坏的，{_SAVE_AS.zh}",
            f"take off its password if it has one, or {_SAVE_AS.en}",
        ),
    )


def _missing(name: str) -> InputError:
    suffix = os.path.splitext(name)[1].lower() or "这种文件"
    return InputError(
        Text(
            f"读 {suffix} 要用 LibreOffice，没有找到它",
            "to read this, LibreOffice is needed, which is not there",
        ),
        name,
        Text(
            f"请安装，或在 Word/WPS 里另存为 .docx；{ELSEWHERE.zh}",
            f"install it, or {_SAVE_AS.en}; {ELSEWHERE.en}",
        ),
    )


def _suffix_of(data: bytes, name: str) -> str:
    """The suffix of what a file is by its bytes. Raises InputError for what is no document."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    low = head.lower()
    if data.startswith(_ZIP):
        return _zip_suffix(data, name)
    if data.startswith(_OLE):
        return _ole_suffix(data, name)
    if low.startswith(b"{\\rtf"):
        return ".rtf"
    if low.startswith(_HTML):
        return ".html" if low[:1] == b"<" else ".mht"
    if low.startswith(b"<?xml"):
        if any(sign in low for sign in _XML_WORD):
            return ".xml"
        if b"<html" in low:
            return ".html"
    if not data.strip():
        raise InputError(Text("文件是空的", "the file is empty"), name)
    raise _no_document(data, name)


def _zip_suffix(data: bytes, name: str) -> str:
    if _ODT in data[:_HEAD]:
        return ".odt"
    if b"word/" in data or b"[Content_Types].xml" in data:
        return ".docx"  # its reader says what is wrong with it
    raise _refused(
        name, "这是压缩包，不是文档", "this is an archive and no document", "请先解开", "unpack it"
    )


def _ole_suffix(data: bytes, name: str) -> str:
    """The suffix of a file of the older Office programs, by the names of the streams in it."""
    names = {
        key: key.encode("utf-16-le") in data
        for key in ("WordDocument", "EncryptedPackage", "Workbook", "PowerPoint Document", "Book")
    }
    if names["WordDocument"]:
        return ".doc"
    if names["EncryptedPackage"]:
        raise _refused(
            name,
            "文件有密码，读不了",
            "the file has a password",
            "请去掉密码再试",
            "take it off and try again",
        )
    if names["Workbook"] or names["Book"] or names["PowerPoint Document"]:
        raise _refused(
            name,
            "这是表格或演示文稿，不是文字文档",
            "this is a spreadsheet or a presentation, not a text document",
            "请检查是否选对了文件",
            "check that this is the right file",
        )
    return ".wps" if name.lower().endswith(".wps") else ".doc"


def _no_document(data: bytes, name: str) -> InputError:
    """The error for a file that is something else."""
    if data.startswith(b"%PDF"):
        return _refused(name, "这是 PDF，不是文档", "this is a PDF file", _SAVE_AS.zh, _SAVE_AS.en)
    from converter.source.decode import decode

    try:
        decode(data, name)
    except InputError:
        return _refused(
            name,
            "不是能读的文档，或已经损坏",
            "no document that can be read, or a damaged one",
            _SAVE_AS.zh,
            _SAVE_AS.en,
        )
    return _refused(
        name,
        "内容是纯文本，不是文档",
        "the content is plain text",
        "请把后缀改成 .txt",
        "rename it to .txt",
    )


def _refused(name: str, zh: str, en: str, todo_zh: str, todo_en: str) -> InputError:
    return InputError(Text(zh, en), name, Text(todo_zh, todo_en))
