"""S111: a part far too short or far too long beside the others."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Hit, Option, Rule
from converter.linter.rules._examples import draft
from converter.linter.subject import Subject
from converter.model.nodes import Section

_REPORT = Option(
    "report",
    1000,
    Text("全文不到这么多字不检查", "reports of fewer characters are not checked"),
)
_LEAST = Option(
    "least", 5, Text("一个部分至少占全文的百分之几", "the smallest share of a part, per cent")
)
_ENOUGH = Option(
    "enough",
    120,
    Text("一个部分有这么多字就不算短", "a part of this many characters is never too short"),
)
_MOST = Option(
    "most", 90, Text("一个部分最多占全文的百分之几", "the largest share of a part, per cent")
)


def check(subject: Subject) -> Iterator[Hit]:
    """One hit at the first heading of each required part that is too short; else one at that of a
    part that leaves next to nothing to the others."""
    sizes: dict[str, int] = {}
    first: dict[str, Section] = {}
    for section in subject.document.sections:
        first.setdefault(section.role or "", section)
    required = {role.id: role.name["zh"] for role in subject.profile.required}
    whole = 0
    for passage in subject.prose.passages:
        length = passage.end - passage.start
        whole += length
        if passage.roles and passage.kind != "title":
            sizes[passage.roles[0]] = sizes.get(passage.roles[0], 0) + length
    there = [role for role in required if role in first]
    if whole < subject.value(_REPORT) or len(there) < 2:
        return
    short = [
        role
        for role in there
        if sizes[role] * 100 < whole * subject.value(_LEAST)
        and sizes[role] < subject.value(_ENOUGH)
        and first[role].content
    ]
    complete = len(there) == len(required) and all(first[role].content for role in there)
    long = [r for r in there if complete and sizes[r] * 100 > whole * subject.value(_MOST)]
    for role in short or long:
        yield _hit(first[role], required[role], sizes[role], whole)


def _hit(section: Section, name: str, size: int, whole: int) -> Hit:
    share = f"{100 * size / whole:.1f}".removesuffix(".0")
    start = len(section.mark)
    return Hit(
        section,
        Text(
            f"“{name}”部分有{size}字，占全文{whole}字的{share}%：各部分轻重失当",
            f"this part has {size} of {whole} characters, {share} %: out of proportion",
        ),
        start,
        start + len(section.heading),
    )


_PLACES = ("东溪", "西溪", "南庄", "北庄", "上河", "下河", "前坪", "后坪", "大塘", "小塘")
_WORK = "".join(
    f"\n（{number}）{place}镇供水。新建供水管网{12 + at}公里，改造老旧泵站{3 + at}座，新增供水人口"
    f"{1500 + 70 * at}人，水质合格率达到{96 + at / 10:g}%，用水户满意率为{95 + at / 5:g}%，"
    f"全年抢修漏点{40 + at}处，平均每处用时{5 + at / 10:g}小时。"
    for at, (number, place) in enumerate(zip("一二三四五六七八九十", _PLACES, strict=True))
)
_PROBLEMS = (
    "二、存在问题\n队伍力量不足，缺少专业人员。"
    "十个乡镇的水厂平均只有4名运行人员，会修设备的不到一半，夜间值班排不满；"
    "山区管网建成二十多年，冬季爆管多，抢修车辆和备件也不够用。"
)
_PLAN = (
    "三、2025年工作计划\n充实队伍，招录专业人员3名。"
    "举办运行人员培训4期，轮训200人次；改造山区管网36公里，更换水表5000只；"
    "为每个水厂配齐抢修车辆和备件，把平均抢修时间缩短到4小时以内。"
)
_SUMMARY = f"一、2024年工作总结{_WORK}"

RULES = (
    Rule(
        code="S111",
        name="unbalanced-sections",
        severity=Severity.INFO,
        summary=Text("各部分长短悬殊", "a part far too short or far too long"),
        why=Text(
            "总结写了几千字，问题或计划只有一句话，等于没有写。",
            "A part of one sentence beside thousands of characters is as good as missing.",
        ),
        source=Text("公文写作惯例", "practice"),
        bad=draft(summary=_SUMMARY, problems="二、存在问题\n队伍力量不足。", plan=_PLAN),
        good=draft(summary=_SUMMARY, problems=_PROBLEMS, plan=_PLAN),
        check=check,
        options=(_REPORT, _LEAST, _ENOUGH, _MOST),
    ),
)
