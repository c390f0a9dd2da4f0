"""F509: the titles of attachments against the names in the list below the text."""

from __future__ import annotations

from collections.abc import Iterator

from converter.bilingual import Text
from converter.findings import Severity
from converter.linter.form.deviations import Deviation, over_form
from converter.linter.form.form import Form
from converter.linter.form.items import Item
from converter.linter.rule import Rule, Sample
from converter.linter.rules.format._looks import WORD
from converter.linter.subject import Subject
from converter.patterns import lazy

_LISTED = ("attachment_only", "attachment_first", "attachment_next")
_PREFIX = lazy(r"(?:附件[0-9０-９一二三四五六七八九十]{0,3}[：:])?(?:[0-9０-９]{1,2}[.．、])?")


def check(form: Form, subject: Subject) -> Iterator[Deviation]:
    """Titles that are not the names in the list, where it has as many names as there are
    attachments."""
    names = [_name(item) for item in form.flow if item.element in _LISTED]
    groups = _titles(form)
    if len(names) != len(groups):
        return
    for name, group in zip(names, groups, strict=True):
        if group and _bare("".join(item.text for item in group)) != name:
            yield Deviation(
                group[0],
                Text(
                    f"附件标题与附件说明里的名称不一致：附件说明写的是“{name}”",
                    f"the title of an attachment is another than in the list: “{name}”",
                ),
            )


def _titles(form: Form) -> list[list[Item]]:
    """The lines of each attachment's title."""
    groups: list[list[Item]] = []
    for item in form.flow:
        if item.element == "attachment_label":
            groups.append([])
        elif item.element == "attachment_title" and groups:
            groups[-1].append(item)
    return groups


def _name(item: Item) -> str:
    """The name in a line of the list."""
    text = "".join(item.text.split())
    found = _PREFIX.match(text)
    return _bare(text[found.end() :] if found else text)


def _bare(text: str) -> str:
    """A name without blanks, and without the marks that a rule about the text tells of."""
    return "".join(text.split()).rstrip("。；，、").removeprefix("《").removesuffix("》")


RULES = (
    Rule(
        code="F509",
        name="attachment-title-words",
        severity=Severity.ERROR,
        summary=Text(
            "附件标题与附件说明不一致", "the title of an attachment is not that in the list"
        ),
        why=Text(
            "附件标题应当与附件说明的表述一致，读者才对得上。",
            "The title of an attachment says what the list says.",
        ),
        source=Text("GB/T 9704-2012 7.3.7（附件）", "GB/T 9704-2012, 7.3.7 (attachments)"),
        bad='<w:pStyle w:val="GwAttachmentTitle"/></w:pPr><w:r><w:t>用水情况表',
        good='<w:pStyle w:val="GwAttachmentTitle"/></w:pPr><w:r><w:t>供水情况表',
        check=over_form(check),
        default=False,
        needs=WORD,
        sample=Sample(),
    ),
)
