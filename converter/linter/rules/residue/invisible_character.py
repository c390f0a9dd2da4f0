"""R609: characters that are not seen: zero width, direction marks, soft hyphens, private use."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.rule import Fixable, Hit, Rule
from converter.linter.rules._examples import draft
from converter.linter.rules.residue._lines import Span, by_line, erase, times
from converter.linter.rules.residue._removed import hit, stretches
from converter.linter.subject import Subject
from converter.patterns import lazy

_UNSEEN = lazy(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2800\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe0e\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffc\U000e0000-\U000e007f]+|[\ue000-\uf8ff]+"
)
_LETTERS = (
    *("\u3164", "\ufe0e", "\ufe0f", "\uffa0", "\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5"),
    *("\u2800", "\ufffc"),
)
"""Those of them that Unicode calls printable."""
_PRIVATE = ("\ue000", "\uf8ff")


def check(subject: Subject) -> Iterator[Hit]:
    """One hit for each line that holds such characters, with their count."""
    for stretch in stretches(subject, ("control-character",)):
        yield hit(subject, stretch, _message(stretch[0].text, len(stretch)))
    view = subject.whole
    text = view.text
    seen = text.replace("\n", "").replace("\t", "").replace("\u3000", "")
    if seen.isprintable() and not view.holds(_LETTERS):
        return
    spans = [match.span() for match in _UNSEEN.finditer(text)]
    for found in by_line(view, (span for span in spans if not _belongs(text, *span))):
        start, end = found[0]
        gone = [span for span in found if not _is_private(text, span)]
        yield view.hit(start, end, _message(text[start:end], len(found)), erase(view, gone))


def _is_private(text: str, span: Span) -> bool:
    return _PRIVATE[0] <= text[span[0]] <= _PRIVATE[1]


def _message(found: str, count: int) -> Text:
    code = f"U+{ord(found[0]):04X}"
    also = times(count)
    if _is_private(found, (0, 1)):
        return Text(
            f"有字库外的自造字符 {code}，换台电脑就显示不出{also.zh}",
            f"character {code} of private use, which other computers cannot show{also.en}",
        )
    return Text(
        f"有看不见的字符 {code}，应删去{also.zh}",
        f"invisible character {code}; to be taken out{also.en}",
    )


def _belongs(text: str, start: int, end: int) -> bool:
    """Whether the characters belong to an emoji or to a script that needs them."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(
        "\u0590" <= char <= "\u0dff"
        or "\u1780" <= char <= "\u18af"
        or "\u2190" <= char <= "\u2bff"
        or char == "\u3030"
        or char >= "\U0001f000"
        or (char in "#*0123456789©®" and "\ufe0f" in text[start:end])
        for char in around
    )


_BAD = draft(summary="一、2024年工作总结\n全年供水620万吨，水质稳\u200b定达标。")

RULES = (
    Rule(
        code="R609",
        name="invisible-character",
        severity=Severity.WARNING,
        summary=Text("看不见的字符", "an invisible character"),
        why=Text(
            "零宽、方向控制等字符看不见，却使查找、排版、比对出错。",
            "Zero-width characters and direction marks are not seen, but break search, layout and "
            "comparison.",
        ),
        source=Text("Unicode 标准附件 #31、#9", "Unicode Standard Annexes #31 and #9"),
        bad=_BAD,
        good=_BAD.replace("\u200b", ""),
        check=check,
        words=_LETTERS,
        fix=Fixable.SOME,
    ),
)
