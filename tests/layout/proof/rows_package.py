"""What the rendered page cannot show: settings and styles of the DOCX (practice, engineering)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layout.proof import standard as std
from tests.layout.proof.docx import W, switched_on
from tests.layout.proof.rendered import Rendered
from tests.layout.proof.requirement import Reading, among, requirement, same


@requirement("R127", "惯例", "没有加粗", "0 处")
def no_bold(document: Rendered) -> Iterator[Reading]:
    package = document.package
    roots = [*package.texts, *package.used_styles.values()]
    bold = [b for root in roots for b in root.iter(W + "b", W + "bCs") if switched_on(b)]
    yield among(f"{len(bold)} 处", not bold, "各部分、所用样式")


@requirement(
    "R130",
    "5.2.2",
    "字体写标准名称，四个字体位齐全",
    "仿宋_GB2312、楷体_GB2312、黑体、宋体、方正小标宋简体",
)
def font_names(document: Rendered) -> Iterator[Reading]:
    package = document.package
    roots = [*package.texts, *package.used_styles.values(), package.styles.find(W + "docDefaults")]
    names: set[str] = set()
    for root in roots:
        for fonts in root.iter(W + "rFonts"):
            slots = [fonts.get(W + slot) for slot in ("ascii", "hAnsi", "eastAsia", "cs")]
            names |= {name for name in slots if name}
            if any(slots) and not all(slots):
                yield among("缺字体位", False, str(slots))
    yield among("、".join(sorted(names)), names <= std.OFFICIAL_FONTS and bool(names), "rFonts")


@requirement("R143", "工程", "所用段落样式都关闭孤行控制", "关")
def widow_control(document: Rendered) -> Iterator[Reading]:
    package = document.package
    for key, style in package.used_styles.items():
        if style.get(W + "type") == "paragraph":
            value = package.of_style(key, "pPr/widowControl", "val")
            yield among("关" if value in ("0", "false") else "开", value in ("0", "false"), key)


@requirement("R145", "工程", "独占一行的标题有大纲级别，进导航窗格", "比层次小 1", needs=("标题1",))
def outline_levels(document: Rendered) -> Iterator[Reading]:
    package = document.package
    headings = {p.text: p.level for p in document.draft.parts if p.stands_alone}
    for paragraph in package.document.iter(W + "p"):
        text = "".join(paragraph.itertext()).replace(" ", "")
        if text in headings:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            key = style.get(W + "val", "") if style is not None else ""
            level = package.of_style(key, "pPr/outlineLvl", "val")
            yield same(level, str(headings[text] - 1), text[:12])
    if not headings:
        yield among("没有独占一行的标题", True, "")


@requirement("R146", "工程", "单双页的页脚各有一个，并已启用", "启用")
def even_footers(document: Rendered) -> Iterator[Reading]:
    switch = document.package.settings.find(W + "evenAndOddHeaders")
    yield among(
        "启用" if switch is not None else "未启用",
        switch is not None and switched_on(switch),
        "settings.xml",
    )


@requirement("R140", "工程", "序号是文字，不用自动编号", "0 处")
def no_automatic_numbers(document: Rendered) -> Iterator[Reading]:
    count = sum(1 for root in document.package.texts for _ in root.iter(W + "numPr"))
    yield among(f"{count} 处", not count, "document.xml")


@requirement("R141", "工程", "正文样式的首行缩进同时写字数和长度", "200（百分之一字），640 缇")
def first_line_indent(document: Rendered) -> Iterator[Reading]:
    package = document.package
    found = False
    for paragraph in package.document.iter(W + "p"):
        text = "".join(paragraph.itertext()).replace(" ", "")
        if any(part.kind == "正文" and part.text == text for part in document.draft.parts):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            key = style.get(W + "val", "") if style is not None else ""
            chars = package.of_style(key, "pPr/ind", "firstLineChars")
            length = package.of_style(key, "pPr/ind", "firstLine")
            found = True
            yield among(f"{chars}，{length}", (chars, length) == ("200", "640"), key)
    if not found:
        yield among("没有不带标题的段落", True, "")


@requirement("R153", "工程", "没有主题字体", "0 处")
def no_theme_fonts(document: Rendered) -> Iterator[Reading]:
    package = document.package
    count = 0
    for root in (*package.texts, package.styles):
        for fonts in root.iter(W + "rFonts"):
            count += sum(
                name.endswith("Theme") or name.endswith("cstheme") for name in fonts.attrib
            )
    yield among(f"{count} 处", not count, "rFonts")


@requirement("R154", "工程", "默认字号32半磅，默认段落没有间距", "32")
def defaults(document: Rendered) -> Iterator[Reading]:
    root = document.package.styles.find(W + "docDefaults")
    size = root.find(f"{W}rPrDefault/{W}rPr/{W}sz")
    yield same(size.get(W + "val") if size is not None else None, "32", "rPrDefault")
    spacing = root.find(f"{W}pPrDefault/{W}pPr/{W}spacing")
    values = {k.split("}")[1]: v for k, v in spacing.attrib.items()} if spacing is not None else {}
    yield among(
        str(values or "无"),
        values.get("after", "0") == "0" and values.get("before", "0") == "0",
        "pPrDefault",
    )


@requirement("R155", "工程", "语言为简体中文", "zh-CN")
def language(document: Rendered) -> Iterator[Reading]:
    lang = document.package.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    yield same(lang.get(W + "eastAsia") if lang is not None else None, "zh-CN", "docDefaults")
    theme = document.package.settings.find(W + "themeFontLang")
    yield same(theme.get(W + "eastAsia") if theme is not None else None, "zh-CN", "settings.xml")


@requirement("R156", "工程", "兼容模式15", "15")
def compatibility(document: Rendered) -> Iterator[Reading]:
    modes = [
        setting.get(W + "val")
        for setting in document.package.settings.iter(W + "compatSetting")
        if setting.get(W + "name") == "compatibilityMode"
    ]
    yield same("、".join(modes), "15", "settings.xml")


@requirement("R158", "工程", "文档网格写明类型，行距579缇", "lines，579")
def grid(document: Rendered) -> Iterator[Reading]:
    for section in document.package.sections:
        element = section.find(W + "docGrid")
        pair = (
            (element.get(W + "type"), element.get(W + "linePitch")) if element is not None else None
        )
        yield among("，".join(map(str, pair)), pair == ("lines", "579"), "sectPr")
