"""The table of metadata fields: names, shape, what is allowed, and the clause of GB/T 9704-2012."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, TypeAlias

from converter.bilingual import Text
from converter.metadata import tidy
from converter.record import record

Form: TypeAlias = Literal["text", "list", "flag"]
NAMES_DIVIDE = "、，,；;\n"
LINES_DIVIDE = "；;\n"
_LONGEST_KEY = 40
MOST_ITEMS = 50
"""Items that a list may have."""


@record(kw_only=True)
class Field:
    """One element: ``name`` is its name in Elements and its English name, ``keys`` are its
    Chinese names, the usual one first.

    ``pattern`` is what a text, or each item of a list, must match wholly, as written (a regular
    expression that Python and JSON Schema read alike; empty: anything). ``longest`` counts
    characters. ``dividers`` are the characters at which one text falls into a list; ``glue`` is
    what joins a list into one text (empty: a list is an error). ``loose`` takes out what does not
    matter before the text is held against the pattern, ``normal`` makes of it what is printed; it
    raises :class:`converter.metadata.tidy.Wrong`. ``right`` gives the right form of a text that
    is not allowed, where it can be told. ``tail`` names the field for what stands behind a ★.
    """

    name: str
    keys: tuple[str, ...]
    clause: str
    about: Text
    allowed: Text
    form: Form = "text"
    pattern: str = ""
    longest: int = 100
    dividers: str = ""
    glue: str = ""
    loose: Callable[[str], str] = tidy.plain
    normal: Callable[[str], str] = tidy.plain
    right: Callable[[str], str | None] | None = None
    tail: str = ""

    @property
    def key(self) -> str:
        """The Chinese name for messages."""
        return self.keys[0]

    def matches(self, text: str) -> bool:
        """Whether a text is of the allowed form."""
        return not self.pattern or re.fullmatch(self.pattern, text) is not None


_BODIES = Text("机关全称或规范化简称，用顿号、逗号隔开", "names of bodies, divided by 、 or ，")
_BODY_LIST = Text(
    "机关全称或规范化简称；几个机关写成列表，或用 、，； 隔开",
    "names of bodies: a list, or divided by 、 ， or ；",
)
_PERSONS = Text("姓名，可带单位或职务，用顿号隔开", "names, divided by 、")
_LINE = Text("一行文字", "one line of text")
_DATE = Text(
    "真实的日期，如 2024年12月19日 或 2024-12-19",
    "a real date such as 2024年12月19日 or 2024-12-19",
)
_DATE_PATTERN = (
    "[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日|[12][0-9]{3}-[0-9]{1,2}-[0-9]{1,2}"
    "|[12][0-9]{3}/[0-9]{1,2}/[0-9]{1,2}|[12][0-9]{3}[.][0-9]{1,2}[.][0-9]{1,2}"
)

FIELDS: tuple[Field, ...] = (
    Field(
        name="layout",
        keys=("版式",),
        clause="",
        about=Text("用哪种版式排", "the layout to set the document in"),
        allowed=Text(
            "版式名（report、official、letter、order、minutes）或版式文件的路径",
            "the name of a layout (report, official, letter, order, minutes) or a layout file",
        ),
        longest=500,
    ),
    Field(
        name="copy_number",
        keys=("份号",),
        clause="7.2.1",
        about=Text("份号，涉密公文用", "the number of the copy, on classified documents"),
        allowed=Text("六位阿拉伯数字，如 000001", "six digits, such as 000001"),
        pattern="[0-9]{6}",
        loose=tidy.closed_up,
    ),
    Field(
        name="secrecy",
        keys=("密级",),
        clause="7.2.2",
        about=Text("密级", "the degree of secrecy"),
        allowed=Text(
            "绝密、机密 或 秘密，可带保密期限，如 机密★1年",
            "绝密, 机密 or 秘密, with a period if wanted: 机密★1年",
        ),
        pattern="绝密|机密|秘密",
        loose=tidy.closed_up,
        right=tidy.right_secrecy,
        tail="secrecy_period",
    ),
    Field(
        name="secrecy_period",
        keys=("保密期限",),
        clause="7.2.2",
        about=Text("保密期限", "how long it stays secret"),
        allowed=Text("N年、N个月 或 长期，如 1年", "N年, N个月 or 长期, such as 1年"),
        pattern=tidy.PERIOD_PATTERN,
        loose=tidy.closed_up,
    ),
    Field(
        name="urgency",
        keys=("紧急程度",),
        clause="7.2.3",
        about=Text("紧急程度", "the urgency"),
        allowed=Text("特急 或 加急", "特急 or 加急"),
        pattern="特急|加急",
    ),
    Field(
        name="issuers",
        keys=("发文机关",),
        clause="7.2.4",
        about=Text("发文机关，联合行文时主办机关在前", "the issuing bodies, the leading one first"),
        allowed=_BODY_LIST,
        form="list",
        dividers=NAMES_DIVIDE,
    ),
    Field(
        name="mark",
        keys=("发文机关标志",),
        clause="7.2.4",
        about=Text(
            "发文机关标志的全部文字；不写则由发文机关加“文件”组成",
            "the whole text of the red head, where it is not the issuers and 文件",
        ),
        allowed=_LINE,
    ),
    Field(
        name="document_number",
        keys=("发文字号", "文号", "期号", "令号"),
        clause="7.2.5",
        about=Text(
            "发文字号；纪要的期号，命令的令号", "the document number; the issue or order number"
        ),
        allowed=Text(
            "机关代字〔年份〕顺序号，如 云农〔2024〕5号，或 第5期、第5号",
            "code〔year〕number, such as 云农〔2024〕5号, or 第5期, 第5号",
        ),
        pattern=tidy.NUMBER_PATTERN,
        longest=60,
        right=tidy.right_number,
    ),
    Field(
        name="signers",
        keys=("签发人",),
        clause="7.2.6",
        about=Text("签发人，上行文用，主办机关的在前", "who signed, on documents to a higher body"),
        allowed=Text(
            "姓名；几人写成列表，或用 、，； 隔开", "names: a list, or divided by 、 ， or ；"
        ),
        form="list",
        dividers=NAMES_DIVIDE,
        longest=20,
    ),
    Field(
        name="title",
        keys=("标题",),
        clause="7.3.1",
        about=Text("标题；稿子自己有标题时以稿子为准", "the title, where the text has none"),
        allowed=_LINE,
        longest=200,
    ),
    Field(
        name="subtitle",
        keys=("副标题",),
        clause="7.3.1",
        about=Text("副标题，排在标题之下", "the subtitle, below the title"),
        allowed=_LINE,
        longest=200,
    ),
    Field(
        name="recipients",
        keys=("主送机关", "主送"),
        clause="7.3.2",
        about=Text("主送机关，不必写末尾的冒号", "the recipients, without the closing colon"),
        allowed=_BODIES,
        longest=2000,
        glue="，",
        normal=tidy.without_colon,
    ),
    Field(
        name="recipients_last",
        keys=("主送移至版记",),
        clause="7.3.2",
        about=Text("主送机关过多时移到版记", "whether the recipients stand in the imprint"),
        allowed=Text("是 或 否", "是 or 否 (true or false)"),
        form="flag",
    ),
    Field(
        name="attachments",
        keys=("附件", "附件说明"),
        clause="7.3.4",
        about=Text("各附件的名称，不必写序号", "the names of the attachments, without numbers"),
        allowed=Text(
            "附件名称；几个附件写成列表，或用 ； 隔开", "names: a list, or divided by ； or lines"
        ),
        form="list",
        dividers=LINES_DIVIDE,
        longest=200,
        normal=tidy.attachment,
    ),
    Field(
        name="signatures",
        keys=("署名", "发文机关署名"),
        clause="7.3.5",
        about=Text("署名的机关", "the signing bodies"),
        allowed=_BODY_LIST,
        form="list",
        dividers=NAMES_DIVIDE,
    ),
    Field(
        name="date",
        keys=("成文日期", "日期"),
        clause="7.3.5.4",
        about=Text("成文日期", "the date of the document"),
        allowed=_DATE,
        pattern=_DATE_PATTERN,
        loose=tidy.closed_up,
        normal=tidy.date,
    ),
    Field(
        name="seal",
        keys=("印章",),
        clause="7.3.5",
        about=Text("不盖章、留出盖章的位置，或印章图片", "no seal, room for one, or its picture"),
        allowed=Text(
            "无、留空 或图片的路径，如 印章.png",
            "none, blank or a picture's path, such as seal.png",
        ),
        pattern=r"无|none|留空|blank|.*[.][A-Za-z0-9]{2,5}",
        longest=500,
        normal=tidy.seal,
    ),
    Field(
        name="post",
        keys=("签名人职务",),
        clause="7.3.5.3",
        about=Text(
            "签名章左侧的职务全称", "the full post of who signs, beside the signature stamp"
        ),
        allowed=_LINE,
        longest=60,
    ),
    Field(
        name="signatory",
        keys=("签名人",),
        clause="7.3.5.3",
        about=Text("签名人的姓名", "the name of who signs"),
        allowed=_LINE,
        longest=20,
    ),
    Field(
        name="note",
        keys=("附注",),
        clause="7.3.6",
        about=Text("附注，不必写括号", "the note, without parentheses"),
        allowed=_LINE,
        longest=500,
        normal=tidy.without_parentheses,
    ),
    Field(
        name="copies",
        keys=("抄送机关", "抄送"),
        clause="7.4.2",
        about=Text("抄送机关，不必写末尾的句号", "who gets copies, without the full stop"),
        allowed=_BODIES,
        longest=2000,
        glue="，",
        normal=tidy.without_full_stop,
    ),
    Field(
        name="print_office",
        keys=("印发机关",),
        clause="7.4.3",
        about=Text("印发机关", "the office that prints the document"),
        allowed=_LINE,
    ),
    Field(
        name="print_date",
        keys=("印发日期",),
        clause="7.4.3",
        about=Text("印发日期，不必写“印发”", "the day of printing, without 印发"),
        allowed=_DATE,
        pattern=_DATE_PATTERN,
        loose=tidy.without_issued,
        normal=tidy.date,
    ),
    Field(
        name="attendees",
        keys=("出席",),
        clause="10.3",
        about=Text("出席人员，纪要用", "who was present, in minutes"),
        allowed=_PERSONS,
        longest=2000,
        glue="、",
        normal=tidy.without_full_stop,
    ),
    Field(
        name="absentees",
        keys=("请假",),
        clause="10.3",
        about=Text("请假人员，纪要用", "who was excused, in minutes"),
        allowed=_PERSONS,
        longest=2000,
        glue="、",
        normal=tidy.without_full_stop,
    ),
    Field(
        name="observers",
        keys=("列席",),
        clause="10.3",
        about=Text("列席人员，纪要用", "who observed, in minutes"),
        allowed=_PERSONS,
        longest=2000,
        glue="、",
        normal=tidy.without_full_stop,
    ),
)

BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}
BY_KEY: dict[str, Field] = {key: field for field in FIELDS for key in (*field.keys, field.name)}
"""Every name that a source may use → its field."""


def find(key: str) -> Field | None:
    """The field of that name, in Chinese (white space aside) or English (also with hyphens)."""
    return BY_KEY.get("".join(key.split())) or BY_KEY.get(_english(key))


def nearest(key: str) -> str | None:
    """The known name that is most like ``key``, if one is like it at all."""
    from difflib import get_close_matches  # for errors only

    for given in ("".join(key[:_LONGEST_KEY].split()), _english(key[:_LONGEST_KEY])):
        close = get_close_matches(given, BY_KEY, n=1, cutoff=0.5)
        if close:
            return close[0]
    return None


def _english(key: str) -> str:
    return re.sub(r"[\s_-]+", "_", key.strip().lower())
