"""The source of :mod:`converter.writers.docx.built_in`: the skeletons of the built-in layouts.

They are checked here as every file is, so that a program need not check them again.
"""

from __future__ import annotations

from pprint import pformat

from converter.layout.gbt9704 import LAYOUTS
from converter.writers.docx.looks import looks_of
from converter.writers.docx.plain import plain_file
from converter.writers.docx.skeleton import SECTION
from converter.writers.docx.verify_styles import styles_checked

_HEAD = '"""What files of the built-in layouts have in common; made by ``make generated``."""\n\n'
_WIDTH = 100


def text() -> str:
    """The whole module. Raises Fault for styles that are not as their layout says."""
    texts: list[str] = []
    files: dict[str, dict[str, int]] = {}
    ids: dict[str, None] = {}
    for name, layout in LAYOUTS.items():
        looks = looks_of(layout)
        skeleton = plain_file(looks)
        ids |= dict.fromkeys(sorted(styles_checked(skeleton.members["word/styles.xml"], looks)))
        members = {member: content.decode() for member, content in skeleton.members.items()}
        files[name] = {}
        for member, content in (members | {SECTION: skeleton.section}).items():
            if content not in texts:
                texts.append(content)
            files[name][member] = texts.index(content)
    return "".join(
        (
            _HEAD,
            *("TEXTS = [\n", *(f"{content!r},\n" for content in texts), "]\n"),
            f"FILES = {pformat(files, width=_WIDTH, sort_dicts=False)}\n",
            f"STYLE_IDS = {pformat(list(ids), width=_WIDTH, compact=True)}\n",
        )
    )
