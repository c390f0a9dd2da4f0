"""Settings of the whole document."""

from __future__ import annotations

from converter.layout.table import Layout
from converter.writers.docx.footnotes import SEPARATORS
from converter.writers.docx.oxml import element, part

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
    separators = (element("footnote", id=number) for number in SEPARATORS.values())
    return part(
        "settings",
        element("zoom", percent=100),
        element("mirrorMargins") if layout.mirror else "",
        element("defaultTabStop", val=(layout.styles.body.size * 2).twips),
        # Without it Word ignores the footer of even pages.
        element("evenAndOddHeaders"),
        element("characterSpacingControl", val="compressPunctuation"),
        element("footnotePr", *separators) if has_footnotes else "",
        element(
            "compat",
            # A line that ends in a line break is not stretched to the full width.
            element("doNotExpandShiftReturn"),
            element("useFELayout"),
            *(
                element("compatSetting", name=name, uri=WORD_URI, val=value)
                for name, value in COMPATIBILITY.items()
            ),
        ),
        element("themeFontLang", val="en-US", eastAsia="zh-CN"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )
