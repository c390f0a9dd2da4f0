"""Reports to measure with, made from the project's own fixtures; the same seed, the same bytes.

The stock is what the fixtures say under their numbered headings. A report takes some of it, in an
order of its own, under a name, a year, towns and figures of its own, until it has the size that is
asked for. All of it is invented.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEED = 9704
SIZES = (4_000, 20_000)
"""Bytes of the reports of a corpus, all sizes between as likely: 12 KB in the middle, as in a
library of 22,000 reports and 90 million characters."""

_GAP = len("\n\n")
_TOPICS, _SECTIONS, _PROBLEMS = 3, 12, 6
"""So many topics make a paragraph about as long as real ones; so many sections and problems are at
most in a report."""

_SOURCES = (
    "lint/in-order/water.txt",
    "lint/in-order/school.txt",
    "lint/in-order/hospital.txt",
    "layout/report.txt",
    "layout/official.txt",
    "layout/letter.txt",
    "layout/upward.txt",
    "reports/complete.txt",
    "compilation.txt",
)
_SENTENCES = "layout/long.txt"
_PARTS = (("problems", re.compile("问题|不足|困难")), ("plan", re.compile("计划|打算|思路|安排")))
_PART = re.compile(r"^(?:[一二三四五]、|第[一二三]部分[　 ])(.{2,20})$")
_ITEM = re.compile(
    r"^(?:（[一二三四五六七八九]）|[一二三]、|\d[.．])([^。：]{4,24})(?:。(.{20,}))?$"
)
_UNFIT = re.compile("XX|D[建委支]|##|聚力(?:提升水资源|改善民生)|丰富政策解读")
"""Residue that some fixtures have on purpose, and plans that answer no problem of theirs."""
_NOT_DONE = re.compile("有的|反映|下一步|下降|减少|坚持")
"""Sentences that tell of no work done."""

_PLACES = ("霁槿苓砚岚澜筠岑暮棠", "岭湾桥洲屏堰汀陂坪垭", "县区市")
_TOWNS = (
    "青白石上下梅柳松杨竹沙双龙河湖云泉塘平永",
    "桥塘岗溪店坪岭湾桐洲畈林台村港坝垅冲铺墩",
    "镇乡",
)
_OFFICES = (
    "水务局",
    "教育局",
    "卫生健康局",
    "民政局",
    "农业农村局",
    "交通运输局",
    "档案馆",
    "数据局",
)
_CLOSINGS = ("现将有关情况报告如下。", "现总结如下：", "现将全年工作总结如下：")
_FIGURE = re.compile(
    r"(?<![\dA-Za-z.第〔-])(\d+(?:\.\d+)?)(?![\d.]|[%％‰年月日时小天℃]|个百分点|\+)"
)
_SHARE = re.compile(r"(?<=\d\.)[1-9](?=%|个百分点)")


@dataclass(frozen=True)
class Topic:
    """What stands under one heading: the heading, without number and stop, and the text."""

    heading: str
    text: str

    @property
    def fit(self) -> bool:
        """False for what no other report can say."""
        return not _UNFIT.search(self.heading + self.text)

    @property
    def countable(self) -> bool:
        """True where figures can tell one town from another."""
        return bool(_FIGURE.search(self.text))


@dataclass
class Stock:
    """What reports are made of: work, problems each with the plan that answers it, and sentences
    that any work may end in."""

    work: list[Topic] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    answered: list[tuple[Topic, Topic]] = field(default_factory=list)


@cache
def stock() -> Stock:
    """The topics of the fixtures."""
    found = Stock()
    for name in _SOURCES:
        text = (ROOT / "fixtures" / name).read_text("utf-8")
        for report in re.split(r"\n(?=[^\s、]+20\d\d年\S*(?:总结|打算|计划)\S*\n\n)", text):
            parts = _topics(report)
            found.work += (topic for topic in parts["work"] if topic.fit and topic.countable)
            if len(parts["plan"]) >= len(parts["problems"]):
                pairs = zip(parts["problems"], parts["plan"], strict=False)
                found.answered += (pair for pair in pairs if pair[0].fit and pair[1].fit)
    long = (ROOT / "fixtures" / _SENTENCES).read_text("utf-8").partition("[句子]\n")[2]
    found.sentences += (
        line.replace("{n}", "3") for line in long.splitlines() if not _NOT_DONE.search(line)
    )
    return found


def _topics(report: str) -> dict[str, list[Topic]]:
    """The topics of one report by part: work, problems, plan."""
    parts: dict[str, list[Topic]] = {"work": [], "problems": [], "plan": []}
    part = parts["work"]
    lines = [line for line in report.splitlines() if line.strip()]
    for number, line in enumerate(lines[:-1]):
        if (title := _PART.match(line)) and re.search(r"20\d\d|主要|存在|部分", line):
            named = [name for name, words in _PARTS if words.search(title[1].split("及")[0])]
            part = parts[named[0] if named else "work"]
        elif item := _ITEM.match(line):
            following = lines[number + 1]
            text = item[2] or (following if following.endswith("。") else "")
            if text and not _ITEM.match(text):
                part.append(Topic(item[1], text))
    return parts


class Writer:
    """Writes one report; everything in it follows from the seed."""

    def __init__(self, seed: str) -> None:
        """``seed`` is any text."""
        self._random = random.Random(seed)
        self._year = self._random.randint(2015, 2024)
        self._towns = [a + b + c for c in _TOWNS[2] for a in _TOWNS[0] for b in _TOWNS[1]]
        self._random.shuffle(self._towns)
        self._deck: list[Topic] = []
        self._sentences: list[str] = []
        self._factor = self._random.randint(1, 19)
        place = "".join(map(self._random.choice, _PLACES))
        self._office = place + self._random.choice(_OFFICES)

    def report(self, size: int) -> str:
        """A report of so many bytes in UTF-8, or up to a paragraph more."""
        head = f"{self._office}{self._year}年工作总结及{self._year + 1}年工作计划\n\n{self._lead()}"
        day = self._random.randint(10, 31)
        ending = f"{self._office}\n{self._year}年12月{day}日\n"
        parts = self._parts(size - len((head + "".join(self._titles()) + ending).encode()))
        body = [
            paragraph
            for title, sections in zip(self._titles(), parts, strict=True)
            for paragraph in [title, *_numbered(sections)]
        ]
        return "\n\n".join([head, *body, ending])

    def _lead(self) -> str:
        opening = f"{self._year}年，{self._office}围绕年度目标，狠抓落实，各项工作取得新进展。"
        return opening + self._random.choice(_CLOSINGS)

    def _titles(self) -> tuple[str, str, str]:
        return (
            f"一、{self._year}年工作总结",
            "二、存在的主要问题",
            f"三、{self._year + 1}年工作计划",
        )

    def _parts(self, size: int) -> tuple[list[list[str]], list[list[str]], list[list[str]]]:
        """The sections of the three parts, each a list of paragraphs without numbers; some work,
        some problems with their plans, and the same work in one town after the other."""
        answered = self._random.sample(stock().answered, len(stock().answered))
        headings: set[str] = set()
        work: list[list[str]] = []
        problems: list[list[str]] = []
        plans: list[list[str]] = []
        while size > 0 or len(problems) < 2:
            kind = self._random.random()
            if len(work) < 2 or (kind < 0.5 and len(work) < _SECTIONS):
                drawn = self._drawn()
                if drawn[0].heading in headings:
                    continue
                headings.add(drawn[0].heading)
                added = [self._said(drawn)]
                work.append(added.copy())
            elif len(problems) < 2 or (kind < 0.7 and len(problems) < _PROBLEMS):
                problem, plan = answered[len(problems)]
                problems.append([self._said([problem])])
                plans.append([self._said([plan])])
                added = problems[-1] + plans[-1]
            else:
                section = self._random.choice(work)
                added = self._in_towns(len(section))
                section += added
            size -= sum(len(paragraph.encode()) + _GAP for paragraph in added)
        return work, problems, plans

    def _in_towns(self, number: int) -> list[str]:
        """A paragraph on one more town, with its number; on two, where there is none yet: a list of
        one is none."""
        return [
            f"{place}.{self._said(self._drawn(), self._town(place), place)}"
            for place in ((1, 2) if number == 1 else (number,))
        ]

    def _drawn(self) -> list[Topic]:
        """Topics for a paragraph; none comes again before all have been drawn."""
        if len(self._deck) < _TOPICS:
            self._deck = self._random.sample(stock().work, len(stock().work))
        return [self._deck.pop() for _ in range(_TOPICS)]

    def _sentence(self) -> str:
        """One more sentence, likewise."""
        if not self._sentences:
            self._sentences = self._random.sample(stock().sentences, len(stock().sentences))
        return self._sentences.pop()

    def _town(self, number: int) -> str:
        return self._towns[number % len(self._towns)]

    def _said(self, topics: list[Topic], town: str = "", number: int = 0) -> str:
        """A paragraph on some topics, under the heading of the first, in this report's years and
        with figures of its own: those of a paragraph grow alike, so that its sums still add up."""
        text = "".join(topic.text for topic in topics)
        if len(topics) > 1:
            text += self._sentence()
        text = text.replace("2025", f"{self._year + 1}").replace("2024", f"{self._year}")
        factor = self._factor + number
        text = _FIGURE.sub(lambda found: f"{round(float(found[1]) * factor, 2):.10g}", text)
        text = _SHARE.sub(lambda _: str(self._random.randint(1, 9)), text)
        return f"{town}{topics[0].heading}。{text}"


def _numbered(sections: list[list[str]]) -> Iterator[str]:
    """The paragraphs, with （一） and so on before each section's first."""
    for number, (first, *towns) in enumerate(sections, 1):
        yield f"（{_chinese(number)}）{first}"
        yield from towns


def _chinese(number: int) -> str:
    """A number below 100 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    ten = "" if not tens else "十" if tens == 1 else f"{digits[tens]}十"
    return ten + (digits[ones] if ones or not tens else "")


def reports(count: int, seed: int = SEED) -> Iterator[str]:
    """So many reports of the sizes of a corpus."""
    for number in range(count):
        writer_seed = f"{seed}-{number}"
        size = random.Random(f"size-{writer_seed}").randint(*SIZES)
        yield Writer(writer_seed).report(size)


def one_report(size: int, seed: int = SEED) -> str:
    """One report of so many bytes."""
    return Writer(f"{seed}-one").report(size)


_HEADINGS = (
    ("## ", re.compile(r"^[一二三四五六七八九十]+、")),
    ("### ", re.compile(r"^（[一二三四五六七八九十]+）[^。]+$")),
)


def markdown(text: str) -> str:
    """The text as a writer of Markdown has it: an empty line between paragraphs, the title and the
    headings that stand alone marked."""
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    marked = [f"# {paragraphs[0]}"] if paragraphs else []
    for paragraph in paragraphs[1:]:
        mark = next((mark for mark, form in _HEADINGS if form.match(paragraph)), "")
        marked.append(mark + paragraph)
    return "\n\n".join(marked) + "\n"
