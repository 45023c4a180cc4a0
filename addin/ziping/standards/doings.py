"""What bodies do, as verbs of two signs: 签订, 公开, 报送."""

from __future__ import annotations

from ziping.standards.vocabulary import words

__all__ = ["DOINGS"]

DOINGS = words(
    "签订 反馈 报送 公开 公示 备案 上报 提交 开展 制定 建立 组织 召开 完成 落实 编制 整改 验收 审批 论证 评审 招标 采购 拨付 支付 发放 实施 成立 印发 出台 执行 批复 登记 签署 检查 监督 考核 培训 宣传 研究 部署 "
    "设立 配备 明确 举办 缴纳 归档 上传 录入 参加 通报 调整 清理 盘点 核实 安装 建设 投入 运行 发布 申报 使用 管理 达到 符合 建成 开工 完工 竣工 交付 移交 安排 下达 分解 处置 收缴 上缴 结算 核算 评估 评价 审计 听取 汇报 学习 记录 统计 分析"
)
