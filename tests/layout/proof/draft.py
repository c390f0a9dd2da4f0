"""What a draft of fixtures/layout says, read by plain rules that are not the program's."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import yaml

HEADINGS = (
    r"[一二三四五六七八九十]+、",
    r"（[一二三四五六七八九十]+）",
    r"\d{1,2}\.(?!\d)",
    r"（\d{1,2}）",
)
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_LABEL = re.compile(r"附件\d*")
_FOOTNOTE = re.compile(r"\[\^(\w+)\]")


@dataclass(frozen=True)
class Part:
    """A paragraph of the draft without white space; ``opening`` is the heading's own text."""

    kind: str
    text: str
    level: int = 0
    opening: str = ""

    @property
    def stands_alone(self) -> bool:
        """Whether it is a heading in a paragraph of its own."""
        return self.level > 0 and self.opening == self.text


@dataclass(frozen=True)
class Bound:
    """An attachment bound with the report."""

    label: str
    title: str
    parts: tuple[Part, ...]


@dataclass
class Draft:
    """A draft: its metadata, and its paragraphs by kind."""

    meta: dict[str, Any]
    title: str = ""
    below_title: list[str] = field(default_factory=list)
    recipient: str = ""
    parts: list[Part] = field(default_factory=list)
    attachments: list[Bound] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    signatures: list[str] = field(default_factory=list)
    date: str = ""

    def strings(self, key: str) -> list[str]:
        """The values of a metadata key as a list of texts."""
        value = self.meta.get(key)
        if value is None:
            return []
        return [str(item) for item in value] if isinstance(value, list) else [str(value)]

    def string(self, key: str) -> str:
        """The value of a metadata key as one text."""
        return "".join(self.strings(key))

    @property
    def sealed(self) -> bool:
        """Whether the date stands as in a sealed document."""
        return self.string("印章") not in ("", "无") or (
            "印章" not in self.meta and self.string("版式") in ("official", "letter")
        )

    def features(self) -> frozenset[str]:
        """What the draft has: its metadata keys, and what is in its text."""
        found = {key for key, value in self.meta.items() if value not in (None, "", [])}
        found |= {f"标题{part.level}" for part in self.parts if part.level}
        found |= {part.kind for part in self.parts}
        found |= {part.kind for bound in self.attachments for part in bound.parts}
        found |= {"段首标题"} if any(p.level and not p.stands_alone for p in self.parts) else set()
        for name, value in (
            ("标题", self.title),
            ("副标题", self.below_title),
            ("主送", self.recipient),
            ("署名", self.signatures),
            ("成文日期", self.date),
            ("附件正文", self.attachments),
            ("脚注", self.footnotes),
        ):
            found |= {name} if value else set()
        longest = max((len(part.text) for part in self.parts if part.stands_alone), default=0)
        found |= {"长标题"} if longest > 26 else set()
        found |= {"印章图"} if self.string("印章").endswith(".png") else set()
        found |= {"多个署名"} if len(self.signatures) > 1 else set()
        found |= {"长抄送"} if len(self.string("抄送")) > 25 else set()
        columns = [part.text.count("\t") for part in self.parts if part.kind == "表格"]
        found |= {"校准"} if any(part.text.startswith("国国国") for part in self.parts) else set()
        found |= {"横表"} if max(columns, default=0) > 10 else set()
        found |= {"长表"} if len(columns) > 40 else set()
        found |= {"联合行文"} if len(self.strings("发文机关")) > 1 else set()
        found |= {"多人签发"} if len(self.strings("签发人")) > 1 else set()
        found |= {"多个附件"} if len(self.strings("附件")) > 1 else set()
        found |= {"用印"} if self.sealed and self.date else {"不用印"} if self.signatures else set()
        return frozenset(found)


def read(text: str) -> Draft:
    """The draft in a text: metadata between lines of ``---``, then a paragraph a line."""
    head, body = re.fullmatch(r"---\n(.*?)\n---\n(.*)", text, re.S).groups()  # type: ignore[union-attr]
    meta = yaml.safe_load(head)
    lines = body.rstrip("\n").split("\n")
    draft = Draft(meta)
    draft.signatures, draft.date = draft.strings("署名"), draft.string("成文日期")
    draft.recipient = draft.string("主送") and draft.string("主送") + "："
    if lines and not lines[0].endswith("。"):
        draft.title = _plain(lines.pop(0))
        while lines and lines[0]:
            draft.below_title.append(_plain(lines.pop(0)))
    _read_body(draft, [line for line in lines if line])
    return draft


def _read_body(draft: Draft, lines: list[str]) -> None:
    notes = [line for line in lines if re.match(r"\[\^\w+\]: ", line)]
    draft.footnotes = [_plain(line.partition(": ")[2]) for line in notes]
    lines = [line for line in lines if line not in notes]
    labels = [number for number, line in enumerate(lines) if _LABEL.fullmatch(line)]
    starts = [*labels, len(lines)]
    main = lines[: starts[0]]
    if _DATE.fullmatch(main[-1]):
        draft.date = main.pop()
        draft.signatures = [main.pop()]
    draft.parts = _parts(main)
    for start, end in pairwise(starts):
        label, title, *content = lines[start:end]
        draft.attachments.append(Bound(label, _plain(title), tuple(_parts(content))))


def _parts(lines: list[str]) -> list[Part]:
    parts: list[Part] = []
    for line in lines:
        _add(parts, line)
    return parts


def _add(parts: list[Part], line: str) -> None:
    if line.startswith("|"):
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
            parts.append(Part("表格", "\t".join(cells)))
    elif picture := re.fullmatch(r"!\[(.*)\]\((.*)\)", line):
        parts.append(Part("图片", _plain(picture[1])))
    elif re.match(r"表\d+ ", line):
        parts.append(Part("表题", _plain(line)))
    else:
        parts.append(_paragraph(_plain(line)))


def _paragraph(text: str) -> Part:
    for level, mark in enumerate(HEADINGS, start=1):
        if re.match(mark, text):
            end = text.find("。") + 1
            if end == len(text):
                break  # a numbered sentence
            return Part("层次标题", text, level, text[:end] if end else text)
    return Part("正文", text)


def _plain(text: str) -> str:
    return re.sub(r"\s", "", _FOOTNOTE.sub("", text))
