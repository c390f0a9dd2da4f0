"""署名: which lines above the date, or at the very end, are the names of the signing bodies."""

from __future__ import annotations

from converter.numbering import match_mark
from converter.patterns import holds, lazy
from converter.profiles.vocabulary import named_roles
from converter.readers.text.bodies import Known, bare_name, body_end, ends_as_name
from converter.readers.text.dates import date_line
from converter.source.text import join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.profiles import Profile
    from converter.readers.text.lines import Line
    from converter.source.text import Piece

_LONGEST = 30
_MOST = 30
_INDENTED = 4
"""Characters that a line further in than the text begins by, at least."""
_PUNCTUATION = "，。；：！？,;:!?“”"
_TELLS = (
    *(
        "单位",
        "名单",
        "人员",
        "部门",
        "名称",
        "目录",
        "清单",
        "来源",
        "地点",
        "时间",
        "地址",
        "电话",
    ),
    *("内容", "说明", "方式", "要求", "依据", "意义", "经验"),
)
"""How a line ends that heads others or tells something, and a name does not."""
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_PERSONS = ("述职人", "汇报人", "报告人", "总结人")
_PERSON = lazy(rf"(?:{'|'.join(_PERSONS)})[：:]?\s*\S{{2,4}}")
_WIDE = ("  ", "\u3000", "\t")
_APART = lazy(r"[ \u3000\t]{2,}|[\u3000\t]")
_HONOURS = ("全国", "全省", "全市", "全县", "国家", "先进", "优秀", "文明", "模范", "示范", "标兵")
"""What an honour is called, not a body: a list of them may end a report."""
_CLOSING_STARTS = (
    *("特此", "此致", "敬礼", "以上", "妥否", "当否", "可否", "请", "谢谢", "祝", "现将"),
)
_CLOSING_ENDS = ("敬礼", "完毕", "谢谢", "谢谢大家", "如下", "为盼", "为荷")
"""How a report or a letter closes."""
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余"
    "潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊"
    "兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌"
    "费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边欧阳"
)
"""What a person's name begins with."""


def is_signature(text: str, known: Known | None = None) -> bool:
    """Whether a line is the name of a unit (or of the person reporting) and nothing else."""
    bare = bare_name(text)
    if known and bare in known.names:
        return True
    if not 2 <= len(bare) <= _LONGEST or match_mark(text):
        return False
    if (bare.startswith(_PERSONS) and _PERSON.fullmatch(bare)) or (
        known and _is_own_name(bare, known.profile)
    ):
        return True
    if holds(bare, _PUNCTUATION):
        return False
    if known and known.organization and bare.endswith(known.organization[-4:]):
        return True
    return len(bare) >= 3 and ends_as_name(bare)


def _is_own_name(bare: str, profile: Profile) -> bool:
    """Whether a line is a person's name, in a report that a person signs."""
    short = 2 <= len(bare) <= 4 or (len(bare) <= 12 and "·" in bare)
    return profile.signer == "person" and short and bare[0] in _SURNAMES and _is_han(bare)


def signs_alone(line: Line, known: Known) -> bool:
    """Whether a last line without a date is a signature: a name known from the title or the
    metadata, or a unit set apart by a blank line. A list may end in 全国文明城市, too."""
    bare = bare_name(line.text)
    own = known.organization is not None and bare.endswith(known.organization[-4:])
    signs = line.is_text and is_signature(line.text, known)
    return signs and (own or bare in known.names or line.gap > 0)


def above(lines: list[Line], dated: int, known: Known) -> tuple[Piece | None, int]:
    """The signature right above the date at ``dated``, a line for each of several bodies that
    report together, and the index of its first line; ``dated`` without one."""
    last = dated - 1
    seal = last > 1 and lines[last].is_text and not bare_name(lines[last].text)
    if seal:
        last -= 1  # （盖章） on a line of its own
    first = _first(lines, last, lines[dated].gap, known)
    if first is None:
        return None, dated
    names = [name for line in lines[first : last + 1] for name in divided(line.piece, known)]
    if seal:
        names[-1] = join([names[-1], lines[last + 1].piece])
    return join(names, "\n"), first


def _first(lines: list[Line], last: int, gap: int, known: Known) -> int | None:
    """The index of the first of the signing lines that end with ``last``, or None. ``gap`` is the
    number of blank lines between that and the date."""
    if last < 1:
        return None
    block = _block(lines, last, gap, known)
    if block is not None:
        return block
    line = lines[last]
    if not line.is_text or not (is_signature(line.text, known) or _is_body(line, known)):
        return last if _may_sign(lines, last, gap, known) else None
    first = last
    while (
        first > 1
        and last - first < _MOST
        # As close to each other as the date is to the last of them.
        and lines[first].gap <= gap
        and all(_is_body(line, known) for line in lines[first - 1 : first + 1])
    ):
        first -= 1
    return first if _ends_text(lines[first - 1]) or lines[first].gap > gap else last


def divided(piece: Piece, known: Known) -> list[Piece]:
    """The names on a signing line: one, or several bodies apart by wide blanks."""
    if not holds(piece.text, _WIDE):
        return [piece]
    parts, start = [], 0
    for match in _APART.finditer(piece.text):
        parts.append(piece.slice(start, match.start()))
        start = match.end()
    parts.append(piece.slice(start))
    return parts if all(_names_body(part.text, known) for part in parts) else [piece]


def _is_body(line: Line, known: Known) -> bool:
    """Whether a line names a body, or several, beyond doubt."""
    return line.is_text and all(_names_body(p.text, known) for p in divided(line.piece, known))


def _names_body(text: str, known: Known) -> bool:
    """Whether a text is the name of a body, not only of a kind (党组) or a place."""
    bare = bare_name(text)
    if bare in known.names:
        return True
    is_whole = bool(body_end(bare)) and len(bare) > 2
    return is_whole and is_signature(text) and not holds(bare, _HONOURS)


def _block(lines: list[Line], last: int, gap: int, known: Known) -> int | None:
    """The first of several lines that end with ``last``, stand together apart from the text and
    are names, half of them bodies beyond doubt; None if they are no such lines."""
    first = last
    while first > 1 and last - first < _MOST and lines[first].gap <= gap:
        if not _reads_as_name(lines[first - 1], known):
            break
        first -= 1
    block = lines[first : last + 1]
    bodies = sum(_is_body(line, known) for line in block)
    whole = len(block) > 1 and all(_reads_as_name(line, known) for line in block)
    if not whole or 2 * bodies < len(block):
        return None
    return first if block[0].gap > gap and not _announces(lines[first - 1]) else None


def _may_sign(lines: list[Line], index: int, gap: int, known: Known) -> bool:
    """Whether the line above the date signs though its words do not say so: it reads as a name
    and is set apart from the text, by a blank line or further in."""
    line, before = lines[index], lines[index - 1]
    if not _reads_as_name(line, known) or _announces(before):
        return False
    further_in = line.piece.column - before.piece.column >= _INDENTED
    return line.gap > gap or (_ends_text(before) and (line.gap > 0 or further_in))


def _reads_as_name(line: Line, known: Known) -> bool:
    """Whether a line may be a name: short, no sentence, no number mark, no words of a heading."""
    text = line.text
    bare = bare_name(text)
    if not line.is_text or not 2 <= len(bare) <= _LONGEST:
        return False
    if match_mark(text) or date_line(line.piece):
        return False
    if holds(text, _PUNCTUATION) or _is_no_name(text):
        return False
    if _is_body(line, known):
        return True
    is_heading = bare.startswith(known.profile.continues) or named_roles(bare, known.profile)
    return not is_heading and not holds(bare, _HONOURS) and _is_han(bare)


def _is_no_name(text: str) -> bool:
    """Whether a short line has what a name does not: it closes a letter, heads others, or tells
    something."""
    return (
        text.startswith(("（", "(", "—", "-", "*", "●", *_CLOSING_STARTS))
        or (text.startswith("附") and "件" in (text[1:2], text[1:2].strip() + text[2:3]))
        or text.endswith(_TELLS + _CLOSING_ENDS)
        or holds(text, "、《》\t")
        or _has_four_digits(text)
    )


def _has_four_digits(text: str) -> bool:
    return any(_DIGITS.issuperset(text[i : i + 4]) for i in range(len(text) - 3))


def _is_han(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" or char in "（）()·" for char in text)


def _announces(line: Line) -> bool:
    """Whether a line announces what follows, or goes on there."""
    return line.is_text and line.text[-1] in "：:，,、；;"


def _ends_text(line: Line) -> bool:
    """Whether a text or the list of attachments may end with a line, and no list of names does."""
    text = line.text
    return (
        not line.is_text
        or text[-1] in "。！？；…”"
        or text.startswith("附件")
        or match_mark(text) is not None
    )
