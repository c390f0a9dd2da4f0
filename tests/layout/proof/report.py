"""Writes docs/layout.md: each requirement, its figure, what was measured, the verdict.

``python -m tests.layout.proof.report`` (needs LibreOffice and the stand-in fonts).
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator

from tests.layout.proof.documents import rendered
from tests.layout.proof.rendered import Rendered
from tests.layout.proof.requirement import ALL, Reading, Requirement
from tests.layout.proof.requirements import PAPER_ONLY, TABLE
from tests.layout.proof.standard import CLASSES
from tests.tools.measure import fonts
from tests.tools.office import office_command
from tests.tools.places import ROOT

TARGET = ROOT / "docs" / "layout.md"
NAMES = {
    "report": "report 内部工作报告",
    "official": "official 公文（红头文件）",
    "letter": "letter 信函格式",
    "order": "order 命令（令）格式",
    "minutes": "minutes 纪要格式",
}
INTRO = """\
# 版式实测

由 `make layout-report` 生成，请勿手改。

要求和数值取自 GB/T 9704-2012（条款号在“条款”一栏；写“惯例”的标准没有规定，写“工程”的是为了在 \
Word、WPS、LibreOffice 中都排得一样，写“推算”的由标准的数值算出）。测量程序不读 gongwen 自己的\
版式数值：标准的数值在 `tests/layout/proof/standard.py` 里另写了一份。

## 怎样测

1. 每种版式排三份以上的稿子：短的、长的（六十面以上）、难排的（60字的标题、6个签发人、5个联合\
发文机关、12个附件、横表、跨页长表、图片、脚注、夹杂字母和数字）。\
稿子在 `fixtures/layout/`，都是虚构的。
2. 用 {office} 转成 PDF，读出每个字的基线位置、字号、字体、颜色，每条线的位置和粗细，\
按 400 dpi 栅格化量墨迹。
3. “实测”是各处测得的最小值～最大值和处数；“结论”是全部各处都在允许范围内才算“符合”。

**字体是代用的。** 标准要求的字体（{wanted}）有版权，测量时用字宽相同的开源字体代替：{stand_ins}。\
“仿宋”“楷体”等结论说的是各要素用对了字体的类别；用代用字体排出的 PDF 不是合格的公文，\
合格的公文要在装有规定字体的机器上打开 DOCX 打印。

LibreOffice 会在汉字和数字之间加 0.2 字的空隙，文件里关不掉（Word、WPS 能关），计字数和\
落款位置时已计入。

测量的文件：{files}。
"""


def main() -> None:
    """Writes the report, and says how many requirements hold."""
    documents = rendered()
    rows = {layout: list(_rows(layout, documents)) for layout in ALL}
    TARGET.write_text(_text(rows, documents), "utf-8")
    flat = [row for group in rows.values() for row in group]
    print(f"{TARGET}：{len(flat)} 项，符合 {sum(row.endswith(' 符合 |') for row in flat)} 项")


def _text(rows: dict[str, list[str]], documents: Iterable[Rendered]) -> str:
    parts = [_intro(documents)]
    for layout, lines in rows.items():
        head = "| 编号 | 条款 | 要求 | 数值 | 实测 | 结论 |\n|---|---|---|---|---|---|"
        parts.append(f"## {NAMES[layout]}\n\n{head}\n" + "\n".join(lines) + "\n")
    paper = "\n".join(f"- {key} {text}" for key, text in PAPER_ONLY.items())
    parts.append(f"## 只能在纸上或由人核对的\n\n{paper}\n")
    return "\n".join(parts)


def _intro(documents: Iterable[Rendered]) -> str:
    used = sorted({name for document in documents for name in fonts(document.pdf)})
    stand_ins = "、".join(f"{name}（{CLASSES[name]}）" for name in used if name in CLASSES)
    return INTRO.format(
        office=_office(),
        wanted="仿宋_GB2312、楷体_GB2312、黑体、宋体、方正小标宋简体",
        stand_ins=stand_ins,
        files="，".join(f"{x.name}（{len(x.pages)} 面）" for x in documents),
    )


def _office() -> str:
    """LibreOffice and its version, without the build."""
    done = subprocess.run(
        [office_command() or "soffice", "--version"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split()[:2])


def _rows(layout: str, documents: Iterable[Rendered]) -> Iterator[str]:
    own = [document for document in documents if document.layout == layout]
    for row in TABLE:
        readings = [r for document in own if row.applies(document) for r in row.readings(document)]
        if readings:
            yield _row(row, readings)


def _row(row: Requirement, readings: list[Reading]) -> str:
    verdict = "符合" if all(reading.ok for reading in readings) else "**不符合**"
    cells = (row.id, row.clause, row.text, row.figure, _measured(readings), verdict)
    return "| " + " | ".join(cell.replace("|", "｜") for cell in cells) + " |"


def _measured(readings: list[Reading]) -> str:
    """The values, lowest to highest by unit, then the distinct texts; how many there are."""
    parts = []
    for unit in dict.fromkeys(r.unit for r in readings if not isinstance(r.value, str)):
        values = [r.value for r in readings if r.unit == unit and not isinstance(r.value, str)]
        low, high = f"{min(values):.2f}", f"{max(values):.2f}"
        low, high = (_short(text) for text in (low, high))
        parts.append(f"{low} {unit}" if low == high else f"{low}～{high} {unit}")
    texts = list(dict.fromkeys(str(r.value) for r in readings if isinstance(r.value, str)))
    parts += ["、".join(texts[:3]) + ("…" if len(texts) > 3 else "")] if texts else []
    return "；".join(parts) + f"（{len(readings)} 处）"


def _short(text: str) -> str:
    text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


if __name__ == "__main__":
    main()
