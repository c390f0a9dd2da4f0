"""The documents of the proof: for each kind of layout a short, a long and an awkward one."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import converter
from converter.writers import Setting
from converter.writers.docx import render
from tests.layout.proof.draft import read
from tests.layout.proof.long import long_body
from tests.layout.proof.rendered import Rendered
from tests.tools.flip import flip_overflow_punct
from tests.tools.fonts import write_fonts_conf
from tests.tools.office import Office
from tests.tools.places import CACHE, FIXTURES

FOLDER = FIXTURES / "layout"
KINDS = ("report", "official", "letter", "order", "minutes")
RENDERED = CACHE / "proof"
LINES = 25
"""Lines that fill, behind the head of upward.txt, two pages."""

EXPORT = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
"""Blank pages that make room for an even one are pages of the PDF too."""

AWKWARD_WORDS = (
    "云岭县|人民政府|办公室|关于|加强|全县|农村|公路|建设|管理|养护|运营|和|交通|安全|工作|2024年|"
    "总结|暨|2025年度|重点|任务|计划|安排|的|通知"
)
LONG_TITLE = "云岭县|2024年|工作|总结|和|2025年|工作|计划"
TITLES = (
    AWKWARD_WORDS,
    LONG_TITLE,
    "云岭县|农业|农村局|2024年|工作|总结|和|2025年|工作|计划",
    "云岭县|人民政府|关于|2024年|重点|工作|总结|和|2025年|重点|工作|安排|的|通知",
    "云岭县|教育局|关于|2024年|工作|总结|和|2025年|工作|计划|的|报告",
    "禾湾区|数据局|关于|商请|共享|2024年|工作|总结|数据|的|函",
)
"""The titles of the drafts, divided where a line may end."""
_WORDS = {title.replace("|", ""): tuple(title.split("|")) for title in TITLES}


@dataclass(frozen=True, slots=True)
class Case:
    """A document to measure: its name, its layout, the text of its draft."""

    name: str
    layout: str
    text: str


@cache
def cases() -> tuple[Case, ...]:
    """All documents of the proof."""
    found = [Case(kind, kind, _file(f"{kind}.txt")) for kind in KINDS]
    found.append(Case("official-upward", "official", _file("upward.txt")))
    found.append(Case("official-blank-page", "official", _two_pages()))
    found.append(Case("report-calibration", "report", _calibration()))
    for kind in KINDS:
        meta = _file(f"{kind}.txt").split("---\n")[1]
        if kind in ("report", "official"):
            meta = "\n".join(x for x in meta.split("\n") if not x.startswith(("附件", "  -")))
        title = LONG_TITLE.replace("|", "") + "\n\n"
        found.append(Case(f"{kind}-long", kind, f"---\n{meta}---\n{title}{long_body()}"))
        meta = _file(f"awkward-{kind}.yaml")
        found.append(Case(f"{kind}-awkward", kind, f"---\n{meta}---\n{_file('awkward.txt')}"))
    return tuple(found)


def _file(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _calibration() -> str:
    """A paragraph of 726 identical characters: 26 and 25 times 28."""
    return "---\n版式: report\n---\n2024年工作总结\n\n" + "国" * 725 + "。\n"


def _two_pages() -> str:
    """Text that ends at the foot of its second page: the imprint stands on the fourth one."""
    head = _file("upward.txt").split("一、")[0].replace("署名: 云岭县教育局\n", "")
    lines = (f"第{number}所学校已经按期完成年度任务。" for number in range(11, 11 + LINES))
    return head + "\n".join(lines) + "\n"


def docx_of(case: Case) -> bytes:
    """The case as DOCX, in the layout that its metadata names."""
    (document,) = converter.parse(case.text)
    return render(document, Setting(folder=FOLDER))


@cache
def rendered() -> tuple[Rendered, ...]:
    """Every document, rendered; PDFs are kept by their content, and made with one start of
    LibreOffice whatever the number of test processes."""
    RENDERED.mkdir(parents=True, exist_ok=True)
    with (RENDERED / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        paths = _render([(case.name, docx_of(case)) for case in cases()])
    return tuple(
        Rendered(
            name=case.name,
            layout=case.layout,
            draft=read(case.text),
            docx_path=docx,
            pdf=pdf,
            words=_WORDS.get(read(case.text).title, ()),
        )
        for case, (docx, pdf) in zip(cases(), paths, strict=True)
    )


def _render(files: Sequence[tuple[str, bytes]]) -> list[tuple[Path, Path]]:
    """(DOCX, PDF) of each named file, those rendered before taken from the cache."""
    fonts = write_fonts_conf().read_bytes()
    places = []
    for name, data in files:
        key = hashlib.sha256(fonts + EXPORT.encode() + data).hexdigest()[:16]
        places.append((RENDERED / f"{name}.{key}.docx", RENDERED / f"{name}.{key}.pdf"))
    new = [n for n, (_, pdf) in enumerate(places) if not pdf.is_file()]
    if new:
        _clear({path for pair in places for path in pair})
        with tempfile.TemporaryDirectory() as folder:
            staged = []
            for n in new:
                places[n][0].write_bytes(files[n][1])
                copy = Path(folder) / f"{n:03}.docx"
                copy.write_bytes(files[n][1])
                staged.append(flip_overflow_punct(copy))
            for n, pdf in zip(new, Office(Path(folder)).convert(staged, EXPORT), strict=True):
                shutil.copyfile(pdf, places[n][1])
    return places


def _clear(kept: set[Path]) -> None:
    """Takes away what was rendered of documents that have changed since."""
    for path in RENDERED.iterdir():
        if path.suffix in (".docx", ".pdf") and path not in kept:
            path.unlink()
