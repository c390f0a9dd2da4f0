"""The reader for Word files: the file as lines of text, and what its format tells of them.

What the format tells (styles, outline levels, tables, notes) goes to the reader of texts, which
finds everything else in the text itself, whoever typed it.
"""

from __future__ import annotations

import os

from converter.bilingual import Text
from converter.errors import InputError
from converter.readers.text import read as read_text
from converter.readers.text.accounting import check
from converter.readers.word.own_metadata import without_derived
from converter.readers.word.telling import told
from converter.record import replace
from converter.word.limits import Limits
from converter.word.reading import read_word
from converter.word.transcript import transcript_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.nodes import Document
    from converter.readers import Options
    from converter.word.model import WordFile


def read(data: bytes, options: Options) -> tuple[Document, ...]:
    """The reports in a Word file; lines and columns are those of its transcript.

    Raises InputError when it is none, or holds no report text.
    """
    return documents_of(read_word(data, options.name, Limits(unpacked=options.unpacked)), options)


def documents_of(word: WordFile, options: Options) -> tuple[Document, ...]:
    """The reports in a Word file that was opened. Raises InputError when it holds none."""
    transcript = transcript_of(word)
    given = told(word, transcript, os.path.basename(options.name))
    source = transcript.source
    documents = read_text(source, options.choice, options.name, options.bodies, given)
    if not documents:
        raise InputError(
            Text(
                "文件里没有报告正文（是空的，或只有目录、页眉、批注、图片等）",
                "no report text in the file (empty, or contents, headers, comments, pictures only)",
            ),
            options.name,
            Text("请检查是否选对了文件", "check that this is the right file"),
        )
    check(source, documents, options.name)
    first, *others = (replace(document, encoding=None) for document in documents)
    return (without_derived(first, word), *others)
