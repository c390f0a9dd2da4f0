"""The drafts that the examples of the rules about form are planted in, by the key that
:class:`converter.linter.rule.Sample` names: one for each built-in layout, and an upward report."""

from __future__ import annotations

_BODY = """\
2024年，在县委、县政府的坚强领导下，我局认真履行职责，现总结如下。
一、2024年工作总结
（一）供水保障有力有序
全年供水620万吨，水质稳定达标，城区供水管网漏损率降到8.6%，比上年下降1.2个百分点，城乡居民用水安全得到保障。
（二）工程建设提速增效。完成投资1.2亿元，建成青石镇水厂，改造管网38公里，新增供水能力每日2万吨。
1.抓好前期工作。完成勘察设计和用地手续，落实资金6000万元，为工程开工创造条件。
（1）加强现场管理。落实安全责任，全年没有发生安全事故。
二、存在的问题
队伍力量不足，部分乡镇水厂设施老化，运行维护经费缺口较大，因此供水服务水平还有差距。
三、2025年工作计划
充实队伍，招录专业人员3名，更新乡镇水厂设备12套，6月底前完成。
"""
_ATTACHMENTS = """\

附件1
供水情况表

表1 2024年供水情况
单位：万吨
| 月份 | 供水量 |
|:---:|:---:|
| 上半年 | 300 |
| 下半年 | 320 |

附件2
重点工程任务分解及责任单位、完成时限一览表

青石镇水厂由县水务局牵头，青石镇政府配合，6月底前完成。
"""
_LISTED = """\

附件：1.供水情况表
2.重点工程任务分解及责任单位、完成时限一览表
"""
_SIGNED = "\n云岭县水务局\n2024年12月20日\n"
_NOTE = "（联系人：林长河，联系电话：0000-1234567）\n"
_TITLE = "云岭县水务局关于2024年工作总结和2025年工作计划的报告"


def _head(layout: str, *lines: str) -> str:
    """A metadata block."""
    imprint = (
        "抄送: 县委办公室，县人大常委会办公室，县政协办公室",
        "印发机关: 云岭县水务局办公室",
        "印发日期: 2024年12月23日",
    )
    return "\n".join(["---", f"版式: {layout}", *lines, *imprint, "---", ""])


_ISSUER = "发文机关: 云岭县水务局"
_CLASSIFIED = ("份号: '000012'", "密级: 机密", "保密期限: 1年", "紧急程度: 特急")
_END = f"{_LISTED}{_SIGNED}{_NOTE}{_ATTACHMENTS}"

SAMPLES = {
    "report": (
        "云岭县水务局2024年工作总结和2025年工作计划\n——在全县水务工作会议上\n\n"
        f"{_BODY}{_LISTED}{_SIGNED}{_ATTACHMENTS}"
    ),
    "official": (
        _head("official", *_CLASSIFIED, _ISSUER, "发文字号: 云水〔2024〕15号")
        + f"{_TITLE}\n\n云岭县人民政府：\n{_BODY}特此报告。\n{_END}"
    ),
    "upward": (
        _head("official", _ISSUER, "发文字号: 云水〔2024〕15号", "签发人: 周明远", "印章: 无")
        + f"{_TITLE}\n\n云岭县人民政府：\n{_BODY}特此报告。\n{_SIGNED}"
    ),
    "letter": (
        _head("letter", *_CLASSIFIED, _ISSUER, "发文字号: 云水函〔2024〕27号")
        + f"云岭县水务局关于商请提供2024年工作总结数据的函\n\n云岭县档案馆：\n{_BODY}{_SIGNED}"
    ),
    "order": (
        _head(
            "order",
            "发文机关: 云岭县人民政府",
            "发文字号: 第12号",
            "成文日期: 2024年12月20日",
            "签名人职务: 县长",
            "签名人: 沈知行",
        )
        + _BODY
    ),
    "minutes": (
        _head(
            "minutes",
            "发文机关标志: 云岭县人民政府常务会议纪要",
            "发文字号: 第26期",
            "成文日期: 2024年12月26日",
            "出席: 周明远、何秋实、罗文彬、唐立新、程晓岚、马骏驰、方致和、秦若谷、陆观澜、夏知秋",
            "请假: 江海平",
            "列席: 县发展和改革局、县财政局、县水务局主要负责人",
        )
        + _BODY
    ),
}
"""The texts of the drafts."""
