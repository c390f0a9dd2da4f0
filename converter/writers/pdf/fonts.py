"""Which fonts really stand in a PDF, and for which of the layout's they had to stand in.

A PDF knows its fonts by PostScript names, and not what was asked for. So for each font of a layout
a sample is printed with the first document: a page on which nothing but that font is asked for. A
display standard presumes the prescribed fonts: who gets others must be told (GB/T 33476).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from xml.sax.saxutils import escape

from converter.bilingual import Text
from converter.composition.blocks import Composition, Paragraph, Sheet, Span
from converter.errors import OutputError
from converter.layout.gbt9704 import REPORT
from converter.layout.table import Font, Layout, Styles
from converter.model.nodes import Document
from converter.writers.docx import write
from converter.writers.pdf.office import printed
from converter.writers.pdf.punctuation import for_libreoffice, rewritten

_BASE_FONT = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\](){}%]+)")

_LAST = re.compile(rb"/LastChar\s+(\d+)")
CHINESE = "86"
"""The character set that a font for Chinese text is marked with (GB 2312)."""

# PostScript names of the fonts that offices have. Not all makers derive them from the name.
_POSTSCRIPT = {
    "仿宋_GB2312": "FangSong_GB2312",
    "仿宋": "FangSong",
    "楷体_GB2312": "KaiTi_GB2312",
    "楷体": "KaiTi",
    "黑体": "SimHei",
    "宋体": "SimSun",
    "新宋体": "NSimSun",
    "方正小标宋简体": "FZXBSJW--GB1-0",
    "FZXiaoBiaoSong-B05S": "FZXBSJW--GB1-0",
    "方正小标宋_GBK": "FZXBSK--GBK1-0",
    "方正仿宋简体": "FZFSJW--GB1-0",
    "方正仿宋_GBK": "FZFSK--GBK1-0",
    "方正楷体简体": "FZKTJW--GB1-0",
    "方正楷体_GBK": "FZKTK--GBK1-0",
    "方正黑体简体": "FZHTJW--GB1-0",
    "方正黑体_GBK": "FZHTK--GBK1-0",
    "方正书宋简体": "FZSSJW--GB1-0",
    "方正书宋_GBK": "FZSSK--GBK1-0",
    "华文仿宋": "STFangsong",
    "华文楷体": "STKaiti",
    "华文黑体": "STHeiti",
    "华文宋体": "STSong",
    "华文中宋": "STZhongsong",
}
_NOBODYS_NAME = "没有这个字体"
"""A font that no machine has: what is printed for it is printed for every missing one."""
_HAN, _WESTERN = "公文工作总结和计划", "Gongwen 2012"

_FOUND: dict[str, tuple[str, ...]] = {}
"""What was printed for each font that was tried in this process, by its name."""


def samples(layout: Layout) -> dict[Font, bytes]:
    """A DOCX file for each font of the layout that was not tried yet, in which no other font is
    asked for; to be printed and told to :func:`learn`."""
    return _samples((*layout.fonts, _named(layout.styles.body.font, _NOBODYS_NAME)))


def learn(fonts: Iterable[Font], pdfs: Sequence[bytes]) -> None:
    """Keeps what is shown by the samples of ``fonts``.

    Raises OutputError when there is no font on this machine that has Chinese characters.
    """
    for font, pdf in zip(fonts, pdfs, strict=True):
        if _is_chinese(font) and _glyphs(pdf) < len(_HAN):
            what = "这台机器没有能显示汉字的字体，PDF 里只会有方框"
            raise OutputError(
                Text(what, "no font on this machine has Chinese characters"),
                todo=Text(
                    "请装上仿宋、黑体、楷体、宋体等中文字体，或改用 --to docx",
                    "install Chinese fonts (仿宋, 黑体, 楷体, 宋体), or use --to docx",
                ),
            )
        _FOUND[font.name] = font_names(pdf)


def with_stand_ins(layout: Layout) -> Layout:
    """The layout with fonts of this machine for those that it lacks: of each one's alternatives
    the first that is there. LibreOffice's own choice would not know them.

    Its own fonts must have been tried. Raises OutputError like :func:`learn`.
    """
    missing = [font for font in layout.fonts if not _is_there(font)]
    untried = _samples(_named(font, name) for font in missing for name in font.alternatives)
    if untried:
        learn(untried, printed(list(untried.values())))
    found = {font: _stand_in(font) for font in missing}
    if found == {font: font for font in missing}:
        return layout
    return replace(
        layout,
        styles=_restyled(layout, lambda font: found.get(font, font)),
        latin=found.get(layout.latin, layout.latin) if layout.latin else None,
    )


def replaced_fonts(pdf: bytes, layout: Layout) -> dict[str, str]:
    """The fonts of ``layout`` that are not on this machine → what ``pdf`` shows instead, by its
    PostScript name; empty when all stand where they should.

    ``pdf`` must have been made in this process for this layout. What stands in but does not occur
    in ``pdf`` is left out.
    """
    shown = set(font_names(pdf))
    replaced: dict[str, str] = {}
    for font in layout.fonts:
        if font.name in _FOUND and not _is_there(font):
            instead = [name for name in _FOUND[_stand_in(font).name] if name in shown]
            replaced |= {font.name: "、".join(instead)} if instead else {}
    return replaced


def notice(pdf: bytes, layout: Layout) -> Text | None:
    """One line for the user on the fonts that had to stand in; None when none had to.

    What :func:`replaced_fonts` asks for holds here too.
    """
    replaced = replaced_fonts(pdf, layout)
    if not replaced:
        return None
    zh = "、".join(f"{name}（用的是 {instead}）" for name, instead in replaced.items())
    en = ", ".join(f"{name} (shown in {instead})" for name, instead in replaced.items())
    return Text(
        f"PDF 中没有 {zh}；字体不合规定，装上后再转换",
        f"not in the PDF: {en}; install the fonts and convert again to conform",
    )


def font_names(pdf: bytes) -> tuple[str, ...]:
    """The PostScript names of the fonts in a PDF, in the order of the file, each once."""
    names = [match[1].decode("utf-8", "replace") for match in _BASE_FONT.finditer(pdf)]
    return tuple(dict.fromkeys(names))


def _named(font: Font, name: str) -> Font:
    return replace(font, name=name)


def _stand_in(font: Font) -> Font:
    """The first of a missing font's alternatives that is there, else itself."""
    others = (_named(font, name) for name in font.alternatives if name in _FOUND)
    return next(filter(_is_there, others), font)


def _is_there(font: Font) -> bool:
    """Whether what was printed for the font is the font."""
    found = _FOUND[font.name]
    own = _POSTSCRIPT.get(font.name, font.name if font.name.isascii() else "")
    if own:
        return any(_plain(name).startswith(_plain(own)) for name in found)
    # A Chinese name tells nothing of the PostScript name; but it is none of these.
    others = {_plain(name) for name in _POSTSCRIPT.values()}
    return found != _FOUND[_NOBODYS_NAME] and not any(_plain(name) in others for name in found)


def _plain(name: str) -> str:
    """A name without what differs in spelling only: SimSun-Regular, simsun."""
    return re.sub(r"[\s\-_,]", "", name).lower()


def _glyphs(pdf: bytes) -> int:
    """How many different characters the fonts in a PDF draw; all that are missing in a font are
    one. More than there can be where the PDF does not tell."""
    lasts = [int(match[1]) for match in _LAST.finditer(pdf)]
    return sum(lasts) if lasts else sys.maxsize


def _is_chinese(font: Font) -> bool:
    return font.charset == CHINESE


def _samples(fonts: Iterable[Font]) -> dict[Font, bytes]:
    """Samples of those of ``fonts`` that were not tried yet, each name once."""
    by_name = {font.name: font for font in fonts if font.name not in _FOUND}
    return {font: _sample(font) for font in by_name.values()}


def _sample(font: Font) -> bytes:
    """A DOCX file in which only ``font`` is asked for."""
    old, new = _NOBODYS_NAME.encode(), escape(font.name, {'"': "&quot;"}).encode()
    page = _page(_HAN if _is_chinese(font) else _WESTERN)
    return rewritten(page, lambda data: data.replace(old, new))


@cache
def _page(text: str) -> bytes:
    """A DOCX file with a text in a font that is nowhere, and no word in another."""
    nowhere = _named(REPORT.styles.body.font, _NOBODYS_NAME)
    layout = replace(REPORT, styles=_restyled(REPORT, lambda _: nowhere))
    paragraph = Paragraph(style=layout.styles.body, spans=(Span(text),))
    sheet = Sheet(page=layout.page, blocks=(paragraph,), numbered=False)
    return for_libreoffice(write(Composition((sheet,)), layout, Document()))


def _restyled(layout: Layout, font: Callable[[Font], Font]) -> Styles:
    """The layout's styles, each in the font that ``font`` makes of its own."""
    return Styles(
        **{key: replace(style, font=font(style.font)) for key, style in layout.styles.items()}
    )
