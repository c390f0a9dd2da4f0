"""The theme: its fonts are the layout's.

No style refers to it. Word makes up a theme of its own where a file has none, and would offer that
one's fonts for whatever a user adds; some checkers count a missing theme as a fault.
"""

from __future__ import annotations

from converter.layout.table import Layout
from converter.writers.docx.oxml import DECLARATION, A, quoted

# The plain colours of Office, in the order of the schema. Black on white is what a report needs.
COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
# The schema asks for three of each; all three are plain.
_FORMATS = (
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}"
    "</a:bgFillStyleLst>"
)


def theme(layout: Layout) -> bytes:
    """The theme part: headings in the title's font, everything else in the body's."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items()
    )
    styles = layout.styles
    fonts = _font("major", styles.title.font.name) + _font("minor", styles.body.font.name)
    name = f'name="{quoted(layout.name)}"'
    return (
        f'{DECLARATION}<a:theme xmlns:a="{A}" {name}><a:themeElements>'
        f"<a:clrScheme {name}>{colours}</a:clrScheme>"
        f"<a:fontScheme {name}>{fonts}</a:fontScheme>"
        f"<a:fmtScheme {name}>{_FORMATS}</a:fmtScheme>"
        "</a:themeElements></a:theme>"
    ).encode()


def _font(kind: str, name: str) -> str:
    typeface = quoted(name)
    faces = "".join(f'<a:{script} typeface="{typeface}"/>' for script in ("latin", "ea", "cs"))
    return f"<a:{kind}Font>{faces}</a:{kind}Font>"
