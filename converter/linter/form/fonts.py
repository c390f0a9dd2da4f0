"""Classes of type: the names under which offices have 仿宋, 楷体, 黑体, 小标宋 and 宋体."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.layout.table import Font

_NAMES = {
    "仿宋": (
        *("仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312", "方正仿宋_GBK", "方正仿宋简体"),
        *("方正仿宋_GB2312", "方正仿宋_GB18030", "FZFangSong-Z02", "FZFangSong-Z02S"),
        *(
            "华文仿宋",
            "STFangsong",
            "STFangSong",
            "方正公文仿宋",
            "CESI仿宋-GB2312",
            "CESI仿宋-GB13000",
        ),
        *("CESI_FS_GB2312", "CESI_FS_GB13000", "文鼎仿宋_GB2312", "FandolFang", "FandolFang R"),
    ),
    "楷体": (
        *("楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312", "方正楷体_GBK", "方正楷体简体"),
        *("方正楷体_GB2312", "方正楷体_GB18030", "FZKai-Z03", "FZKai-Z03S", "华文楷体"),
        *(
            "STKaiti",
            "STKaiTi",
            "方正公文楷体",
            "CESI楷体-GB2312",
            "CESI楷体-GB13000",
            "CESI_KT_GB2312",
        ),
        *("CESI_KT_GB13000", "FandolKai", "LXGW WenKai"),
    ),
    "黑体": (
        *("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "方正黑体_GB18030", "FZHei-B01"),
        *(
            "FZHei-B01S",
            "华文黑体",
            "STHeiti",
            "方正公文黑体",
            "CESI黑体-GB2312",
            "CESI黑体-GB13000",
        ),
        *("CESI_HT_GB2312", "CESI_HT_GB13000", "FandolHei"),
    ),
    "小标宋": (
        *("方正小标宋简体", "方正小标宋_GBK", "方正小标宋_GB18030", "FZXiaoBiaoSong-B05"),
        *("FZXiaoBiaoSong-B05S", "方正公文小标宋", "CESI小标宋-GB2312", "CESI小标宋-GB13000"),
        *("CESI_XBS_GB2312", "CESI_XBS_GB13000", "华文中宋", "STZhongsong", "文星标宋", "小标宋"),
        *("汉仪大宋简", "文鼎小标宋简"),
    ),
    "宋体": (
        *(
            "宋体",
            "SimSun",
            "NSimSun",
            "新宋体",
            "方正书宋_GBK",
            "方正书宋简体",
            "方正书宋_GB18030",
        ),
        *("FZShuSong-Z01", "FZShuSong-Z01S", "华文宋体", "STSong", "CESI宋体-GB2312"),
        *("CESI宋体-GB13000", "CESI_SS_GB2312", "CESI_SS_GB13000", "FandolSong", "SimSun-ExtB"),
    ),
}
_CLASSES = {
    name.casefold().replace(" ", ""): kind for kind, names in _NAMES.items() for name in names
}


def class_of(name: str) -> str:
    """The class of type that a font's name stands for (仿宋 …); empty for one that is not known."""
    bare = name.strip().lstrip("@").casefold().replace(" ", "")
    return _CLASSES.get(bare, "")


def is_of(name: str, font: Font) -> bool:
    """Whether a font, by its name, is one that a layout's font may be set in."""
    if name == font.name or name in font.alternatives:
        return True
    kind = class_of(name)
    return kind != "" and kind == class_of(font.name)


def shown(font: Font) -> str:
    """What a clerk calls a layout's font: its class, with the name where it has another."""
    kind = class_of(font.name)
    return (
        kind
        if kind in ("", font.name) and kind
        else f"{kind}（{font.name}）"
        if kind
        else font.name
    )
