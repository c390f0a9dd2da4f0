"""The words that decide where a title may be broken. Data only; add to it freely."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Words that stay whole although a break could be suspected in them: names of fields of work
# with 和 in them, and words that contain an ending of the next table.
WHOLE = _words("""
人力资源和社会保障 住房和城乡建设 发展和改革 工业和信息化 文化和旅游 自然资源和规划 教育和体育
文化广电和旅游 生态环境 交通运输 卫生健康 农业农村 市场监督管理 市场监管 退役军人事务 应急管理
城市管理 综合执法 行政审批 政务服务 数据资源管理 乡村振兴 乡村建设 医疗保障 民政 司法 公安 财政
教育 水利 林业 科技 审计 统计 信访 税务 气象
人民政府 委员会 办公室 办事处 领导小组 工作组 党组 党支部 党总支 纪委监委 组织部 宣传部 统战部
政法委 人民法院 人民检察院 人大常委会 政协 总工会 共青团 妇联 事业单位 有限公司 集团公司
工作总结 工作计划 工作报告 工作情况 工作要点 工作打算 工作安排 工作思路 工作汇报 工作方案 工作谋划
总结报告 情况报告 情况汇报 述职报告 述职述廉 年度总结 全年工作 重点工作 下一步 上半年 下半年
半年 季度 年度 主要 情况 总结 计划 报告 汇报 方案 要点 打算 安排 思路 讲话 发言 工作 开展 落实 推进
贯彻 学习 建设 管理 服务 安全生产 生态 环境 保护 经济 社会 发展 改革 创新 党风廉政 党建 党的 基层
组织 教育 培训 宣传 文化 人才 队伍 干部 群众 全面 从严 治党 主题 活动 专项 整治 行动 法治 政府
项目 招商 引资 营商 高质量 十四五 十五五 关于 以及 办理 办法 局面 镇江 院士 校园 委托 区域
市场 县域 部署 处置 处理 科学 所有 所属 社会 办学 办好 队员 站位 州市 区县 乡镇 城乡 旗帜 村镇 省市
""")

# What a name of a body or a place in it ends with: a line may end after it.
BODY_ENDINGS = _words("""
局 委 办 厅 院 校 镇 乡 街道 部 处 科 股 站 所 队 中心 公司 集团 学院 大学 中学 小学 医院 银行
人民政府 委员会 办公室 办事处 党组 党支部 党总支 领导小组 工作组 协会 学会 联合会 总工会 监委 政协
妇联 共青团 法院 检察院 常委会 社区 机关
""")

# Words that end like the name of a body and are none.
NO_BODIES = _words(
    "干部 内部 外部 全部 到处 好处 本科 专科 百科 内科 车站 网站 部队 兴办 承办 督办 交办"
)

# What a name of a place ends with: a line may end after it, but the body's own name follows.
PLACE_ENDINGS = _words("省 市 县 区 州 盟 旗 村")

# What a year or a period ends with, and the kinds of document: a line may end after them.
KIND_ENDINGS = _words("总结 计划 报告 汇报 方案 要点 打算 安排 思路 情况 讲话 发言 意见 通知")

# Words that join two parts; they would rather end a line than begin one.
JOINERS = _words("和 及 与 暨 并 以及")

# Characters that never begin a line, and characters that never end one.
NO_START = "的、，。；：！？）》〉」』】〕”’…·—～%％,.;:!?)]}"
NO_END = "（《〈「『【〔“‘([{第"
