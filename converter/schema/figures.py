"""The shape of what stands in a report beside text: pictures, merged cells, what cells hold."""

from __future__ import annotations

from converter.schema.shape import Schema, about


def figures() -> Schema:
    """The definitions of pictures, merged cells and insets."""
    return {"picture": _picture(), "merge": _merge(), "inset": _inset()}


def _picture() -> Schema:
    """A picture file, and the size wanted."""
    sides = {"width": "宽", "height": "高"}
    path = about(
        "路径",
        "稿子里写的图片路径；在 Word 文件里的，写作 稿件.docx/word/media/image1.png",
        type="string",
        minLength=1,
    )
    return {
        "type": "object",
        "required": ["path"],
        "properties": {
            "path": path,
            **{
                name: about(
                    title,
                    f"图片的{title}，毫米；不写由图片自己定",
                    type=["number", "null"],
                    exclusiveMinimum=0,
                )
                for name, title in sides.items()
            },
        },
    }


def _merge() -> Schema:
    """Cells of a table that are one."""
    return {
        "type": "object",
        "required": ["row", "column"],
        "properties": {
            "row": about("行", "左上角的格子在第几行，从 0 起", type="integer", minimum=0),
            "column": about("栏", "左上角的格子在第几栏，从 0 起", type="integer", minimum=0),
            "rows": about("行数", "占几行", type="integer", minimum=1),
            "columns": about("栏数", "占几栏", type="integer", minimum=1),
        },
    }


def _inset() -> Schema:
    """A picture or a table in a cell."""
    return {
        "type": "object",
        "required": ["offset"],
        "properties": {
            "offset": about("位置", "在表格的第几个字符之前，从 0 起", type="integer", minimum=0),
            "picture": about("图片", "格子里的图片", **{"$ref": "#/$defs/picture"}),
            "table": about("表格", "格子里的表格", **{"$ref": "#/$defs/paragraph"}),
        },
        "allOf": [
            {
                "oneOf": [{"required": ["picture"]}, {"required": ["table"]}],
                "x-message": {"zh": "应为图片或表格之一", "en": "a picture or a table is wanted"},
            }
        ],
    }
