"""Words that several forms of the report share."""

from __future__ import annotations

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.reports.outline import NAMES
from converter.linter.reports.width import shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.bilingual import Lang
    from converter.linter.reports.excerpt import Change
    from converter.linter.reports.outline import Outline, Part

SEVERITY = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}
SAFE = Text("可修改", "fix")
UNSAFE = Text("可修改（可能改变意思）", "unsafe fix")
UNTITLED = Text("（没有标题）", "(no title)")
_WIDEST = 40

_REPLACE = Text("“{out}” → “{put}”", "“{out}” → “{put}”")
_DELETE = Text("删去“{out}”", "delete “{out}”")
_AFTER = Text("在“{before}”后面加“{put}”", "insert “{put}” after “{before}”")
_BEFORE = Text("在“{behind}”前面加“{put}”", "insert “{put}” before “{behind}”")
_WRITE = Text("写成“{put}”", "write “{put}”")


def part_name(part: Part, outline: Outline, lang: Lang) -> str:
    """What a part is called: its heading, or else what kind of part it is."""
    if part.heading and part.roles[:1] not in [(name,) for name in NAMES]:
        return part.heading
    return outline.name(part.roles[0] if part.roles else "").get(lang)


def told(change: Change, lang: Lang) -> str:
    """An edit in words; blanks that it takes out or puts in can be seen."""
    put = shortened(_visible(change.put), _WIDEST)
    out = shortened(_visible(change.out or ""), _WIDEST)
    if change.out is None:
        form = _WRITE
    elif not change.put:
        form = _DELETE
    elif change.out:
        form = _REPLACE
    else:
        form = _AFTER if change.before else _BEFORE
    before, behind = change.before[-6:], change.behind[:6]
    return form.get(lang).format(out=out, put=put, before=before, behind=behind)


def _visible(text: str) -> str:
    """The text, with marks for blanks where it is nothing else."""
    return text if text.strip() else text.replace(" ", "␣").replace("\u3000", "␣␣")
