"""The shape of a document in JSON Schema: every property, with its title and description."""

from __future__ import annotations

from typing import Any

from converter.model.nodes import ALIGNMENTS, MAX_LEVEL, PARAGRAPH_KINDS

Schema = dict[str, Any]


def about(title: str, description: str, **rest: Any) -> Schema:
    """A schema that says what its value is: a short title and a sentence, in Chinese."""
    return {"title": title, "description": description, **rest}


def document(sections: Schema, elements: Schema) -> Schema:
    """The properties of a document; ``sections`` is the schema of its parts, ``elements`` that of
    its official elements."""
    year = {"type": ["integer", "null"], "minimum": 1900, "maximum": 2199}
    return {
        "$schema": about("schema", "本文件所依据的 schema 的标识", type="string"),
        "kind": about("文件类型", "固定为 work-report", const="work-report"),
        "title": _nullable("标题", "报告的标题及其所在行；为空时公文要素里要有", "line"),
        "organization": about("单位", "标题写明的报告单位", type=["string", "null"]),
        "period": about(
            "年份",
            "总结哪一年、计划哪一年",
            type="object",
            properties={
                "reported": about("总结年份", "总结的是哪一年的工作", **year),
                "planned": about("计划年份", "计划的是哪一年的工作", **year),
            },
        ),
        "lead": about(
            "前言",
            "第一部分之前的段落；建议要有",
            type="array",
            items={"$ref": "#/$defs/paragraph"},
        ),
        "sections": sections,
        "signature": _nullable("署名", "正文之后的报告单位；几个单位联合署名时一行一个", "line"),
        "date": _nullable("成文日期", "署名之下的日期", "date"),
        "removed": about(
            "删去的文字",
            "不属于报告正文、没有写进结果的文字，连同位置和原因",
            type="array",
            items={"$ref": "#/$defs/removed"},
        ),
        "profile": about("报告类型", "解析时所用的报告类型", type="string"),
        "encoding": about("编码", "输入文本的编码", type=["string", "null"]),
        "above_title": _lines("标题上方", "标题上方的行，如发文字号"),
        "below_title": _lines("标题下方", "标题下方、前言之前的行，如副标题、报告人、日期"),
        "notes": _list("附注", "成文日期之下、圆括号内的说明，以及稿中已有的版记", "paragraph"),
        "attachments": _list("附件", "落款之后的附件，依文中顺序", "attachment"),
        "footnotes": _list("脚注", "正文引用的脚注，依文中顺序", "footnote"),
        "elements": elements,
    }


def title_somewhere() -> Schema:
    """What demands a title: where the elements have none, the text must have one."""
    missing = {"zh": "缺少标题", "en": "the title is missing"}
    return {
        "if": {"required": ["elements"], "properties": {"elements": {"required": ["title"]}}},
        "else": {"properties": {"title": {"not": {"type": "null"}, "x-message": missing}}},
    }


def _nullable(title: str, description: str, definition: str) -> Schema:
    either = [{"type": "null"}, {"$ref": f"#/$defs/{definition}"}]
    return about(title, description, anyOf=either)


def _lines(title: str, description: str) -> Schema:
    return _list(title, description, "side")


def _list(title: str, description: str, definition: str) -> Schema:
    return about(title, description, type="array", items={"$ref": f"#/$defs/{definition}"})


def definitions(roles: list[str]) -> Schema:
    """The definitions of all nodes; ``roles`` are the ids that a part may bear."""
    place = {
        "line": about("行", "在输入文本中的行号，从 1 起", type="integer", minimum=1),
        "column": about("列", "在该行中的列号，从 1 起，按字符计", type="integer", minimum=1),
    }
    breaks = {
        "breaks": about(
            "换位",
            "文字从第 start 个字符起，接在输入的另一处",
            type="array",
            items={
                "type": "object",
                "required": ["start", "line", "column"],
                "properties": {
                    "start": about(
                        "起点", "在本段文字中的偏移，从 0 起", type="integer", minimum=0
                    ),
                    **place,
                },
            },
        )
    }
    text = about("文字", "原文", type="string")
    references = _references()
    section = _section_properties(place | breaks | references)
    needed = ["type", "level", "heading", "run_in", "line", "content"]
    return {
        "line": {
            "type": "object",
            "required": ["text", "line"],
            "properties": {"text": text | {"minLength": 1}, **place, **breaks, **references},
        },
        "side": {
            "type": "object",
            "required": ["text", "line"],
            "properties": {
                "text": text,
                "kind": about("种类", "如 subtitle（副标题）、number（发文字号）", type="string"),
                **place,
                **breaks,
                **references,
            },
        },
        "date": {
            "type": "object",
            "required": ["text", "line"],
            "properties": {
                "text": text,
                "value": about(
                    "日期值", "公历日期 YYYY-MM-DD；不成日期时为空", type=["string", "null"]
                ),
                **place,
                **breaks,
                **references,
            },
        },
        "removed": {
            "type": "object",
            "required": ["line", "column", "text", "reason"],
            "properties": {
                **place,
                "text": text,
                "reason": about("原因", "为什么删去，如 toc、advertisement", type="string"),
            },
        },
        "point": {
            "type": "object",
            "required": ["marker", "value", "start", "end"],
            "properties": {
                "marker": about("标记", "如“一是”", type="string"),
                "value": about("次第", "标记表示第几", type="integer", minimum=1),
                "start": about("起点", "在本段中的偏移，从 0 起", type="integer", minimum=0),
                "end": about("终点", "在本段中的偏移，不含", type="integer", minimum=0),
            },
        },
        "paragraph": {
            "type": "object",
            "required": ["type", "text", "line"],
            "properties": {
                "type": about("类别", "固定为 paragraph", const="paragraph"),
                "text": text,
                **place,
                "points": _list("列举", "段中“一是……二是……”各项", "point"),
                **breaks,
                **references,
                **_special_paragraph(),
            },
            "if": {"required": ["kind"], "properties": {"kind": {"const": "picture"}}},
            "then": {"required": ["picture"]},
        },
        "footnote": {
            "type": "object",
            "required": ["label", "text", "line"],
            "properties": {
                "label": about("标号", "正文引用它时所写的标号", type="string", minLength=1),
                "text": text,
                **place,
                **breaks,
            },
        },
        "attachment": {
            "type": "object",
            "required": ["label", "content"],
            "properties": {
                "label": about("附件序号", "如“附件1”", **{"$ref": "#/$defs/line"}),
                "title": _nullable("附件标题", "附件自己的标题；没有则为空", "line"),
                "content": _content("附件的段落和标题，依文中顺序；序号和级别自成一体"),
            },
        },
        "section": {"type": "object", "required": needed, "properties": section},
        "part": {
            "type": "object",
            "required": [*needed, "role"],
            "properties": section
            | {
                "level": about("级别", "一级", const=1),
                "role": about("作用", "这一部分讲什么", enum=roles),
                "also": about(
                    "兼有", "同一标题兼讲的其他部分", type="array", items={"enum": roles}
                ),
            },
        },
    }


def _section_properties(place: Schema) -> Schema:
    number = {
        "type": "object",
        "required": ["text", "value"],
        "properties": {
            "text": about("写法", "序号原文，如“一、”", type="string"),
            "value": about("数值", "序号的值", type="integer", minimum=0),
        },
    }
    return {
        "type": about("类别", "固定为 section", const="section"),
        "level": about("级别", "标题的层次", type="integer", minimum=1, maximum=MAX_LEVEL),
        "number": about("序号", "标题的序号；没有则为空", anyOf=[{"type": "null"}, number]),
        "heading": about("标题", "不带序号和收尾标点的标题文字", type="string"),
        "terminator": about("收尾", "标题后的标点，没有则为空", enum=["", *"。：:；;，,"]),
        "run_in": about("段首标题", "标题与正文同在一段", type="boolean"),
        **place,
        "content": _content("标题下的段落和下级标题，依文中顺序"),
    }


def _content(description: str) -> Schema:
    return about(
        "内容",
        description,
        type="array",
        items={
            "if": {"properties": {"type": {"const": "section"}}},
            "then": {"$ref": "#/$defs/section"},
            "else": {"$ref": "#/$defs/paragraph"},
        },
    )


def _special_paragraph() -> Schema:
    """What a paragraph says that is more, or something else, than body text."""
    return {
        "kind": about(
            "种类",
            "不写就是正文；recipient 主送机关，attachment 附件说明，caption 表题或图题，unit 表中"
            "数字的单位，table 表格（一行一行，格子之间是制表符，格内段落之间是 U+2028），picture "
            "图片（文字是图题），imprint 稿中已有的版记（在附注里）",
            enum=list(PARAGRAPH_KINDS),
        ),
        "align": about(
            "对齐",
            "表格各栏的对齐方式，空的由版式定",
            type="array",
            items={"enum": list(ALIGNMENTS)},
        ),
        "picture": about("图片", "图片文件", **{"$ref": "#/$defs/picture"}),
        "merged": _list("合并的格子", "表格中合并成一个的格子", "merge"),
        "insets": _list("格内之物", "表格的格子里的图片和表格，依文中顺序", "inset"),
        "header_rows": about("表头行数", "不写就是一行", type="integer", minimum=0),
    }


def _references() -> Schema:
    """Where a text refers to footnotes."""
    offset = about("位置", "在第几个字符之前，从 0 起", type="integer", minimum=0)
    label = about("标号", "所引脚注的标号", type="string", minLength=1)
    return {
        "references": about(
            "脚注引用",
            "引用脚注的地方",
            type="array",
            items={
                "type": "object",
                "required": ["offset", "label"],
                "properties": {"offset": offset, "label": label},
            },
        )
    }
