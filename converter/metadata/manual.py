"""The documentation of metadata, made of the tables."""

from __future__ import annotations

from converter.metadata.fields import FIELDS, Field
from converter.metadata.formats import LARGEST
from converter.metadata.usage import USES

_KINDS = {"list": "列表", "flag": "是否", "text": "文字"}
_PREFACE = f"""# 元数据 Metadata

公文要素（份号、发文字号、抄送等）不在稿子的正文里，写成元数据。三个来源，后面的优先：

1. 稿首的一段：第一行是 `---`，一行一项，再以 `---` 结束（YAML）；或两行 `+++` 之间（TOML）；
2. `--meta 文件`：`.yaml`、`.yml`、`.json` 或 `.toml`，不超过 {LARGEST} KiB；可重复，后面的优先；
3. `--set 键=值`：可重复；列表的项可一次写一个。

```
---
版式: official
份号: 000001
密级: 机密★1年
发文机关: 云岭县水务局
发文字号：云水〔2024〕5号
签发人: 张三、李四
附件:
  - 云岭县2024年供水情况表
  - 云岭县2025年供水计划表
抄送: 县委办公室，县政府办公室
---
```

- 冒号全角半角都可以，后面有没有空格都可以。
- 首尾行被别的程序改成 `——`、`－－－`、`----`，或者这一段在代码块（` ``` `）里，也认得。
- 首行、尾行少了一行，会指出该加在哪里。
- 空的值表示没有这一项：`--set 密级=` 去掉前面写的密级，连同保密期限。
- 重写密级，前面写的保密期限就不算了。
- 不认识的名称、重复的名称、漏了冒号、不对的值，有一行说明：文件、行、名称、应写什么。
- 一个来源有几处不对，一行里说三处。
- 稿子自己有的（标题、主送机关、附件说明、署名、日期、附注），以稿子为准。
- 没有用上的元数据，转换时逐份说明。
- 元数据给出的标题、署名、日期，`gongwen lint` 和 `gongwen validate` 不算缺。
- 图片和版式文件的相对路径，从稿子所在的文件夹（或 `--pictures`）算起。

*Metadata are the elements of an official document that its text does not have: a block at the head
of the draft, a file (`--meta`), options (`--set`); later ones win. This page is made from the
tables in `converter/metadata/`, as is the JSON Schema (`gongwen schema metadata`).*

## 各项 Fields

| 名称 | English | 形式 | 是什么 | 应为 | GB/T 9704 |
|---|---|---|---|---|---|
"""
_LAYOUTS = """
## 哪种版式用哪些 Which layout uses what

| 名称 | {kinds} |
|---|{rules}|
"""


def markdown() -> str:
    """The manual page: how to write metadata, the fields, and the layouts that use them."""
    heading = _LAYOUTS.format(kinds=" | ".join(USES), rules="|".join(":-:" for _ in USES))
    lines = [_PREFACE, *map(_row, FIELDS), heading, *map(_uses, FIELDS)]
    return "".join(lines)


def _row(field: Field) -> str:
    names = "、".join(field.keys)
    form, about, allowed = _KINDS[field.form], field.about.zh, field.allowed.zh
    return f"| {names} | `{field.name}` | {form} | {about} | {allowed} | {field.clause} |\n"


def _uses(field: Field) -> str:
    marks = " | ".join("●" if field.name in names else "" for names in USES.values())
    return f"| {field.key} | {marks} |\n"
