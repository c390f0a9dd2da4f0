"""The long draft: sixty pages, the same on every run, of the material in fixtures/layout."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from tests.tools.places import FIXTURES

CHARACTERS = 33000
"""About sixty pages of text with headings."""
_NUMERALS = "一二三四五六七八九十"


def long_body(characters: int = CHARACTERS) -> str:
    """Lead and three parts with headings of four levels, stand-alone and run-in."""
    material = _material()
    sentences = _sentences(material["句子"])
    labels = _cycle(material["小标题"])
    lines = ["现将全县2024年工作总结和2025年工作计划报告如下。"]
    goals = {"总结": 0.55, "问题": 0.7, "计划": 1.0}
    parts = {"总结": "2024年工作总结", "问题": "存在的主要问题", "计划": "2025年工作计划"}
    for number, (key, heading) in enumerate(parts.items()):
        lines.append(f"{_NUMERALS[number]}、{heading}")
        share = (goals[key] - sum(map(len, lines)) / characters) / len(material[key])
        for index, title in enumerate(material[key]):
            lines += _section(index, title, int(share * characters), sentences, labels)
    return "\n".join(lines) + "\n"


def _section(
    index: int, title: str, size: int, sentences: Iterator[str], labels: Iterator[str]
) -> list[str]:
    """A section of level 2 of about ``size`` characters; every third heading is run-in."""
    mark = f"（{_NUMERALS[index]}）{title}"
    lines = [f"{mark}。{next(sentences)}{next(sentences)}" if index % 3 == 2 else mark]
    for item in count(1):
        if item % 4 == 0:
            lines.append(next(sentences) + next(sentences) + next(sentences) + next(sentences))
        lines.append(f"{item}.{next(labels)}{next(sentences)}{next(sentences)}")
        if item % 5 == 2:
            lines += [f"（{n}）{next(labels)}{next(sentences)}" for n in (1, 2)]
        if sum(map(len, lines)) >= size or item == 99:
            return lines
    return lines


def _sentences(templates: list[str]) -> Iterator[str]:
    """The sentences in turn, each time from another one on and with other numbers."""
    for turn in count():
        for step in range(len(templates)):
            text = templates[(step * 7 + turn * 3) % len(templates)]
            for place in range(text.count("{n}")):
                text = text.replace("{n}", str((turn * 13 + step * 5 + place * 17) % 89 + 11), 1)
            yield text


def _cycle(items: list[str]) -> Iterator[str]:
    while True:
        yield from items


def _material() -> dict[str, list[str]]:
    """The groups of lines in the file of material."""
    groups: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (FIXTURES / "layout" / "long.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = groups.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            current.append(line)
    return groups
