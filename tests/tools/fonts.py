"""Fonts to measure with: free stand-ins for the official ones, and nothing else.

The page is only measured right when every full-width character is exactly one em wide and a
wrong font shows at once, so LibreOffice sees these families and no other font of the machine.
"""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from tests.tools.places import CACHE, FONT_DIR

XIAOBIAOSONG = "Gongwen XiaoBiaoSong"  # FandolSong-Bold under a name of its own
LAST_RESORT = "AR PL UMing CN"  # characters that Fandol lacks: 镕 堃 喆 垚 ㎡

# Family that is there -> the official names it stands in for.
STAND_INS: dict[str, tuple[str, ...]] = {
    "FandolFang": (
        "仿宋_GB2312",
        "仿宋",
        "FangSong_GB2312",
        "FangSong",
        "方正仿宋_GBK",
        "方正仿宋简体",
        "华文仿宋",
        "STFangsong",
    ),
    "FandolKai": (
        "楷体_GB2312",
        "楷体",
        "KaiTi_GB2312",
        "KaiTi",
        "方正楷体_GBK",
        "方正楷体简体",
        "华文楷体",
        "STKaiti",
    ),
    "FandolHei": (
        "黑体",
        "SimHei",
        "方正黑体_GBK",
        "方正黑体简体",
        "华文黑体",
        "STHeiti",
    ),
    "FandolSong": (
        "宋体",
        "SimSun",
        "新宋体",
        "NSimSun",
        "方正书宋_GBK",
        "华文宋体",
        "STSong",
    ),
    XIAOBIAOSONG: (
        "方正小标宋简体",
        "方正小标宋_GBK",
        "FZXiaoBiaoSong-B05S",
        "FZXiaoBiaoSong-B05",
        "华文中宋",
        "STZhongsong",
    ),
    "Liberation Serif": ("Times New Roman", "Times"),
    "Liberation Sans": ("Arial", "Helvetica"),
}

# The name of a family's font in a PDF.
PDF_NAMES = {
    "FandolFang": "FandolFang-Regular",
    "FandolKai": "FandolKai-Regular",
    "FandolHei": "FandolHei-Regular",
    "FandolSong": "FandolSong-Regular",
    XIAOBIAOSONG: "GongwenXiaoBiaoSong",
    "Liberation Serif": "LiberationSerif",
    "Liberation Sans": "LiberationSans",
}

# What system.sh puts into FONT_DIR.
FONT_FILES = (
    "FandolFang-Regular.otf",
    "FandolKai-Regular.otf",
    "FandolHei-Regular.otf",
    "FandolSong-Regular.otf",
    "XiaoBiaoSong.otf",
    "uming.ttc",
)


@cache
def liberation_dir() -> Path | None:
    """The folder of Liberation Serif on this machine."""
    regular = Path("/usr/share/fonts").rglob("LiberationSerif-Regular.*")
    return next((path.parent for path in sorted(regular)), None)


def fonts_present() -> bool:
    """True when every stand-in is there."""
    return liberation_dir() is not None and all((FONT_DIR / f).is_file() for f in FONT_FILES)


def fonts_conf(liberation: Path | None, font_dir: Path = FONT_DIR) -> str:
    """The text of a fontconfig file that knows the stand-ins only."""
    # Single files, not the whole folder: other fonts may lie beside Liberation.
    folders = [font_dir, *([liberation] if liberation else [])]
    kept = [str(font_dir / "*"), *([str(liberation / "Liberation*")] if liberation else [])]
    parts = [
        '<?xml version="1.0"?>',
        '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
        "<fontconfig>",
        *(f"<dir>{escape(str(folder))}</dir>" for folder in folders),
        f"<cachedir>{escape(str(font_dir.parent / 'fontcache'))}</cachedir>",
        "<selectfont>",
        "<rejectfont><glob>*</glob></rejectfont>",
        *(f"<acceptfont><glob>{escape(glob)}</glob></acceptfont>" for glob in kept),
        "</selectfont>",
        *(_alias(name, family) for family, names in STAND_INS.items() for name in names),
        '<match target="pattern"><edit name="family" mode="append_last" binding="weak">'
        f"<string>{LAST_RESORT}</string></edit></match>",
        "</fontconfig>",
    ]
    return "\n".join(parts) + "\n"


def _alias(name: str, family: str) -> str:
    return (
        f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
        '<edit name="family" mode="assign" binding="same">'
        f"<string>{escape(family)}</string></edit></match>"
    )


@cache
def write_fonts_conf() -> Path:
    """The fontconfig file inside the cache folder, written anew; safe beside other workers."""
    CACHE.mkdir(exist_ok=True)
    target = CACHE / "fonts.conf"
    draft = CACHE / f"fonts.conf.{os.getpid()}"
    draft.write_text(fonts_conf(liberation_dir()), encoding="utf-8")
    draft.replace(target)
    return target


def font_environment() -> dict[str, str]:
    """This process's environment, in which only the stand-ins are known."""
    return os.environ | {"FONTCONFIG_FILE": str(write_fonts_conf()), "LC_ALL": "C.UTF-8"}


def fc_match_present() -> bool:
    """True when fontconfig's own tool is there."""
    return shutil.which("fc-match") is not None


def matched_family(name: str) -> str:
    """The family that fontconfig takes when `name` is asked for."""
    # A comma, colon or hyphen means something in a pattern.
    pattern = "".join("\\" + c if c in "\\-:," else c for c in name)
    found = subprocess.run(
        ["fc-match", "-f", "%{family[0]}", pattern],
        env=font_environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return found.stdout
