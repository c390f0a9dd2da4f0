"""Characters that a format cannot hold."""

from __future__ import annotations

from converter.bilingual import Text
from converter.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re


def checked(text: str, where: str, illegal: re.Pattern[str], name: str) -> str:
    """``text``, if there is no ``illegal`` character in it; else InputError naming the first one,
    ``where`` it is, and the ``name`` of the format."""
    if found := illegal.search(text):
        code = f"U+{ord(found[0]):04X}"
        raise InputError(
            Text(
                f"第 {found.start() + 1} 个字符 {code} 不能写入 {name}",
                f"character {found.start() + 1}, {code}, cannot be written to {name}",
            ),
            where,
            Text("请删除该字符", "remove it"),
        )
    return text
