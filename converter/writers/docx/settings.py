"""Settings of the whole document."""

from __future__ import annotations

from converter.layout.table import Layout
from converter.writers.docx.footnotes import SEPARATORS
from converter.writers.docx.oxml import add, root, xml

WORD_URI = "http://schemas.microsoft.com/office/word"

# Word 2013 and later. A file that does not say so is opened in compatibility mode.
COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def settings(layout: Layout, has_footnotes: bool) -> bytes:
    """The settings part. The order of the elements is the schema's."""
    part = root("settings")
    add(part, "zoom", percent=100)
    if layout.mirror:
        add(part, "mirrorMargins")
    add(part, "defaultTabStop", val=(layout.styles.body.size * 2).twips)
    # Without it Word ignores the footer of even pages.
    add(part, "evenAndOddHeaders")
    add(part, "characterSpacingControl", val="compressPunctuation")
    if has_footnotes:
        separators = add(part, "footnotePr")
        for number in SEPARATORS.values():
            add(separators, "footnote", id=number)
    compat = add(part, "compat")
    # A line that ends in a line break is not stretched to the full width.
    add(compat, "doNotExpandShiftReturn")
    add(compat, "useFELayout")
    for name, value in COMPATIBILITY.items():
        add(compat, "compatSetting", name=name, uri=WORD_URI, val=value)
    add(part, "themeFontLang", val="en-US", eastAsia="zh-CN")
    add(part, "decimalSymbol", val=".")
    add(part, "listSeparator", val=",")
    return xml(part)
