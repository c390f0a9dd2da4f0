"""WordprocessingML as text: elements, attributes, and the characters in them.

Everything that is written is put together of strings, from the inside out; no tree is built of it.
"""

from __future__ import annotations

from converter.patterns import lazy
from converter.writers import characters

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
SVG_BLIP = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

_ILLEGAL = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HARMLESS = str.maketrans("", "", "\t\n\u3000\xa0")
"""Characters that are not printable to Python, and yet usual."""


def element(name: str, /, *content: str, **attributes: str | int) -> str:
    """The ``w:`` element of that name around ``content``, which is XML already; the attributes are
    in the ``w:`` namespace as well."""
    start = f"w:{name}"
    for key, value in attributes.items():
        start += f' w:{key}="{quoted(str(value))}"'
    inner = "".join(content)
    return f"<{start}>{inner}</w:{name}>" if inner else f"<{start}/>"


def part_start(name: str) -> str:
    """What the part with that root element begins with."""
    return f'{DECLARATION}<w:{name} xmlns:w="{W}" xmlns:r="{R}">'


def part(name: str, *content: str) -> bytes:
    """The part of that root element."""
    return f"{part_start(name)}{''.join(content)}</w:{name}>".encode()


def escaped(text: str) -> str:
    """A text between tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def quoted(text: str) -> str:
    """The value of an attribute."""
    text = escaped(text).replace('"', "&quot;")
    for control in "\t\n\r":
        text = text.replace(control, f"&#{ord(control)};")
    return text


def checked(text: str, where: str) -> str:
    """``text``, if XML can hold it; InputError naming the character and ``where`` if not."""
    # What is printable is neither a control character nor half of a pair.
    if text.isprintable() or text.translate(_HARMLESS).isprintable():
        return text
    return characters.checked(text, where, _ILLEGAL, "DOCX")


def run_text(text: str, where: str = "") -> str:
    """A text as the content of a run; a tab and the end of a line are elements of their own.

    Raises InputError naming ``where`` for a character that XML cannot hold.
    """
    if text.isprintable():
        return _text(text)
    checked(text, where)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<w:br/>".join("<w:tab/>".join(map(_text, line.split("\t"))) for line in lines)


def _text(text: str) -> str:
    if not text:
        return ""
    # Readers drop white space at the ends, and runs of it, unless told to keep it.
    if text[0] == " " or text[-1] == " " or "  " in text:
        return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
    return f"<w:t>{escaped(text)}</w:t>"
