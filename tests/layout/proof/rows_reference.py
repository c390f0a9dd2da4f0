"""Document number, signers and the red rule (发文字号、签发人、分隔线, 7.2.5 to 7.2.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.layout.proof import standard as std
from tests.layout.proof.rendered import NotFound, Rendered
from tests.layout.proof.requirement import (
    HEADED,
    Reading,
    among,
    near,
    requirement,
    spot,
    within,
)
from tests.layout.proof.rows_head import mark_ink, red_rules
from tests.tools.measure import Line, joined
from tests.tools.measure_rules import Rule


@requirement(
    "R027",
    "7.2.5",
    "发文字号在发文机关标志下空二行",
    "2～3 行之间",
    needs=("发文字号",),
    layouts=HEADED,
)
def number_place(document: Rendered) -> Iterator[Reading]:
    first = number_lines(document)[0]
    gap = (first.top - mark_ink(document).bottom) / std.PITCH
    yield within(gap, 2, 3, spot(first), "行")


@requirement(
    "R027",
    "7.2.5",
    "发文字号居中（没有签发人时）",
    "中线 106.0 ±1 mm",
    needs=("发文字号",),
    without=("签发人",),
    layouts=HEADED,
)
def number_centre(document: Rendered) -> Iterator[Reading]:
    (line,) = document.at(document.draft.string("发文字号"))
    yield near(line.center, std.CENTER, 1, spot(line))
    yield near(line.size, std.SIZE_3, 0.1, spot(line), "pt")


@requirement(
    "R028",
    "7.2.5",
    "发文字号：机关代字、六角括号括入的四位年份、不编虚位的序号",
    "形式相符",
    needs=("发文字号",),
    layouts=("official", "letter"),
)
def number_form(document: Rendered) -> Iterator[Reading]:
    text = joined(document.at(document.draft.string("发文字号")))
    yield among(text, bool(re.search(r"〔\d{4}〕[1-9]\d*号$", text)), "发文字号")


@requirement("R029", "7.2.5", "上行文的发文字号居左空一字", "x 33.6 ±0.5 mm", needs=("签发人",))
def number_left(document: Rendered) -> Iterator[Reading]:
    (line,) = document.at(document.draft.string("发文字号"))
    yield near(line.left, std.LEFT + std.CHARACTER_3, 0.5, spot(line))


@requirement("R029", "7.2.6", "发文字号与最后一个签发人姓名同处一行", "同一基线", needs=("签发人",))
def number_with_signer(document: Rendered) -> Iterator[Reading]:
    (line,) = document.at(document.draft.string("发文字号"))
    last = document.at(document.draft.strings("签发人")[-1])[0]
    yield near(last.baseline - line.baseline, 0, 0.1, spot(line))


@requirement("R030", "7.2.6", "“签发人：”3号仿宋，姓名3号楷体", "16 pt", needs=("签发人",))
def signer_type(document: Rendered) -> Iterator[Reading]:
    (label,) = document.at("签发人：")
    yield among(std.class_of(label.fonts), label.fonts == {std.FANGSONG}, spot(label))
    yield near(label.size, std.SIZE_3, 0.1, spot(label), "pt")
    for line in _signers(document):
        yield among(std.class_of(line.fonts), line.fonts <= {std.KAITI}, spot(line))
        yield near(line.size, std.SIZE_3, 0.1, spot(line), "pt")


@requirement("R030", "7.2.6", "签发人居右空一字", "右端 178.4 ±0.8 mm", needs=("签发人",))
def signer_right(document: Rendered) -> Iterator[Reading]:
    lines = _signers(document)
    right = max(line.right for line in lines)
    yield near(right, std.RIGHT - std.CHARACTER_3, 0.8, spot(lines[0]))


@requirement(
    "R030", "7.2.6", "签发人每行两个，回行与上一行第一个对齐", "x 相差 ±0.5 mm", needs=("多人签发",)
)
def signer_rows(document: Rendered) -> Iterator[Reading]:
    rows: dict[float, list[Line]] = {}
    for line in _signers(document):
        rows.setdefault(round(line.baseline, 1), []).append(line)
    for index, row in enumerate(rows.values()):
        wanted = 2 if (index + 1) * 2 <= len(_signers(document)) else 1
        yield near(len(row), wanted, 0, spot(row[0]), "人")
        yield near(row[0].left - _signers(document)[0].left, 0, 0.5, spot(row[0]))


@requirement(
    "R031",
    "7.2.7",
    "红色分隔线与版心等宽",
    "28.0～184.0 ±0.5 mm",
    needs=("发文字号",),
    layouts=("official",),
)
def header_rule_width(document: Rendered) -> Iterator[Reading]:
    rule = header_rule(document)
    yield near(rule.start, std.LEFT, 0.5, "左端")
    yield near(rule.end, std.RIGHT, 0.5, "右端")


@requirement(
    "R031",
    "7.2.7",
    "红色分隔线在发文字号下4毫米",
    "4.0 ±0.5 mm",
    needs=("发文字号",),
    layouts=("official",),
)
def header_rule_place(document: Rendered) -> Iterator[Reading]:
    (line,) = document.at(document.draft.string("发文字号"))
    yield near(header_rule(document).near - line.bottom, 4, 0.5, spot(line))


@requirement(
    "R031",
    "惯例",
    "红色分隔线的粗细（标准没有规定）",
    "0.35～1 mm",
    needs=("发文字号",),
    layouts=("official",),
)
def header_rule_stroke(document: Rendered) -> Iterator[Reading]:
    yield within(header_rule(document).stroke, 0.34, 1.02, "红色分隔线")


def header_rule(document: Rendered) -> Rule:
    """The only red rule of the first page. Raises NotFound."""
    rules = red_rules(document)
    if len(rules) != 1:
        raise NotFound(f"一条红色分隔线（有{len(rules)}条）")
    return rules[0]


def number_lines(document: Rendered) -> list[Line]:
    """The lines below the mark: document number and signers."""
    names = ["签发人："] if document.draft.strings("签发人") else []
    lines = [
        line for text in (document.draft.string("发文字号"), *names) for line in document.at(text)
    ]
    return sorted(lines, key=lambda line: line.baseline)


def _signers(document: Rendered) -> list[Line]:
    return [document.at(name)[0] for name in document.draft.strings("签发人")]
