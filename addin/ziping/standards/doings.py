"""Actuals that only say whether the thing was done (已签订, 未反馈) against a phrase that says how (在规定时间内向财政部门反馈)."""

from __future__ import annotations

from ziping.standards.vocabulary import Pattern, words

__all__ = ["DOINGS", "done_or_not"]

DOINGS = words(
    "签订 反馈 报送 公开 公示 备案 上报 提交 开展 制定 建立 组织 召开 完成 落实 编制 整改 验收 审批 论证 评审 招标 采购 拨付 支付 发放 实施 成立 印发 出台 执行 批复 登记 签署 检查 监督 考核 培训 宣传 研究 部署 "
    "设立 配备 明确 举办 缴纳 归档 上传 录入 参加 通报 调整 清理 盘点 核实 安装 建设 投入 运行 发布 申报 使用 管理 达到 符合 建成 开工 完工 竣工 交付 移交 安排 下达 分解 处置 收缴 上缴 结算 核算 评估 评价 审计 听取 汇报 学习 记录 统计 分析"
)
_SAID = Pattern(r"(已经?|均已|全部|未|没有|尚未|没)?([^\W\d未不没无已]{2,6})")
_DENIED = Pattern(r"^(?:未|没有|没|不)")
_MANNER = Pattern(
    r"按|及时|内(?![部容])|时限|期限|前|准时|如期|足额|全部|全面|均|都|各|每|规范|完整|健全|齐全|准确|真实|有效|合[理规法格]|明确|科学|清晰|到位|符合|达到|满足|以上|以下|且|并|或|、|,|[和与及](?=[^,;。]*(?:公开|报送|整改|验收|落实))|较|基本|部分|严格|认真|积极|定期|逐|专|独立|单独|率|量|额"
)


def done_or_not(phrase: str, text: str) -> bool | None:
    """Whether the text says that what the phrase asks for holds; None where it does not say.

    What was not done was not done in any manner; that it was done says nothing of the manner which a phrase asks for. Of several verbs the text must take the first.
    """
    said = _SAID.fullmatch(text)
    if said is None:
        return None
    verb, denied = said[2], (said[1] or "")[:1] in ("未", "没", "尚")
    fault = _DENIED.match(phrase)
    plain = phrase[fault.end() :] if fault else phrase
    if not _is_verb(verb, plain):
        return None
    if denied:
        return bool(fault)
    if not said[1] and not fault and verb not in DOINGS:
        return None
    rest = plain.replace(verb, "", 1)
    return None if _MANNER.search(rest) else not fault


def _is_verb(verb: str, plain: str) -> bool:
    """签订 in 与下级单位签订责任书; not 公开 in 报送公开方案, where another verb stands before it."""
    at = plain.find(verb)
    if at < 0 or not (verb in DOINGS or (at == 0 and verb[:2] in DOINGS)):
        return False
    return not any(other in plain[:at] or (other in plain[at + len(verb) :] and at > 0) for other in DOINGS)
