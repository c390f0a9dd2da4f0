"""The reader for plain text files: decode, read, and account for every character."""

from __future__ import annotations

from converter.bilingual import Text
from converter.errors import InputError
from converter.readers.text import read as read_text
from converter.readers.text.accounting import check
from converter.source.decode import decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Document
    from converter.readers import Options
    from converter.source.text import SourceText


def read(data: bytes, options: Options) -> tuple[Document, ...]:
    """The reports in a text file.

    Raises InputError when it cannot be decoded or holds no report text.
    """
    source = decode(data, options.name, options.encoding)
    documents = read_text(source, options.choice, options.name, options.bodies)
    if not documents:
        raise without_text(source, options.name)
    check(source, documents, options.name)
    return documents


def without_text(source: SourceText, name: str) -> InputError:
    """The error for an input without any report text."""
    blank = not source.text.strip()
    return InputError(
        Text(
            "文件是空的" if blank else "没有报告正文（只有目录、广告或标记）",
            "the file is empty"
            if blank
            else "no report text (contents, advertisements or marks only)",
        ),
        name,
        Text("请检查是否选对了文件", "check that this is the right file"),
    )
