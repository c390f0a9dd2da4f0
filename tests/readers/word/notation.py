"""Word files of a few lines of text, for tests.

A line is a paragraph. ``T:`` before it gives it the style of a title, ``1:`` to ``3:`` that of a
heading, ``C:`` centres it, ``R:`` makes it large, red and centred; ``+`` before a line adds it to
the paragraph above behind a soft break; ``{f1}`` calls a footnote, ``{e1}`` an endnote; a line that
begins with ``<`` is XML as it stands, and one that is ``----`` an empty paragraph.
"""

import re

from tests.word.snippets import word_file

_STYLES = {"T": "Title", "1": "H1", "2": "H2", "3": "H3", "A": "Auto"}
_LOOKS = {
    "C": ('<w:jc w:val="center"/>', '<w:sz w:val="44"/>'),
    "R": ('<w:jc w:val="center"/>', '<w:color w:val="FF0000"/><w:sz w:val="88"/>'),
}
_LEVEL = '<w:outlineLvl w:val="{}"/>'
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
    '<w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/>'
    '<w:basedOn w:val="Title"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/>'
        f"<w:pPr>{_LEVEL.format(level - 1)}</w:pPr></w:style>"
        for level in (1, 2, 3)
    )
)


def made(body: str, **parts: str) -> bytes:
    """The Word file that a text in this notation stands for, with other parts as XML."""
    return word_file("".join(_paragraphs(body)), **{"styles": STYLES, **parts})


def _paragraphs(body: str) -> list[str]:
    found: list[str] = []
    for line in body.strip("\n").split("\n"):
        if line.startswith("<"):
            found.append(line)
        elif line.startswith("+"):
            found[-1] = found[-1].replace("</w:p>", f"<w:r><w:br/></w:r>{_runs(line[1:])}</w:p>")
        else:
            mark, _, text = line.partition(":")
            own, run = "", ""
            if mark in _STYLES:
                own = f'<w:pStyle w:val="{_STYLES[mark]}"/>'
            elif mark in _LOOKS:
                own, run = _LOOKS[mark]
            else:
                text = "" if line == "----" else line
            found.append(f"<w:p><w:pPr>{own}</w:pPr>{_runs(text, run)}</w:p>")
    return found


def _runs(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    found = ""
    for piece in re.split(r"(\{[fe]\d\})", text):
        call = re.fullmatch(r"\{([fe])(\d)\}", piece)
        if call:
            kind = {"f": "footnote", "e": "endnote"}[call[1]]
            found += f'<w:r><w:{kind}Reference w:id="{call[2]}"/></w:r>'
        elif piece:
            tabbed = "</w:t><w:tab/><w:t>".join(piece.split("\t"))
            found += f"<w:r>{properties}<w:t>{tabbed}</w:t></w:r>"
    return found
