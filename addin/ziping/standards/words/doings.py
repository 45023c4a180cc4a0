"""What bodies do, as verbs of two signs: 签订, 公开, 报送."""

from __future__ import annotations

import re

from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["DEMAND", "DOINGS", "NOUN_TOO", "asks_how", "asks_more", "does", "is_verb", "says_too_little"]

DOINGS = words(
    "签订 反馈 报送 公开 公示 备案 上报 提交 开展 制定 建立 组织 召开 完成 落实 编制 整改 验收 审批 论证 评审 招标 采购 拨付 支付 发放 实施 成立 构建 印发 出台 执行 批复 登记 签署 检查 监督 考核 培训 宣传 研究 部署 "
    "设立 配备 明确 举办 缴纳 归档 上传 录入 参加 通报 调整 清理 盘点 核实 安装 建设 投入 运行 发布 申报 使用 管理 达到 符合 建成 开工 完工 竣工 交付 移交 安排 下达 分解 处置 收缴 上缴 结算 核算 评估 评价 审计 听取 汇报 学习 记录 统计 分析"
)

NOUN_TOO = words("管理 培训 会议 验收 评审 审计 考核 评估 评价 建设 采购 监督 检查 使用 执行 申报 运行 学习 分析 统计 宣传 招标 投入 结算 核算 公开 记录 调整 清单")  # which may name a thing as well

_TOLD = tuple(verb for verb in DOINGS if verb not in ("符合", "达到"))
_SAID = Pattern(rf"(?:已经?|均已?|都已?|未|没有|尚未|无)?({'|'.join(_TOLD)})了?")
_CARRIES = ("开展", "组织", "举办", "实施", "召开", "参加")  # what follows is what was done: 开展培训
_OBJECTS = (
    "制度", "办法", "方案", "规定", "细则", "机制", "协议", "合同", "责任书", "计划", "规划", "目标", "标准", "预案", "小组", "机构", "人员", "队伍", "台账", "档案", "体系", "流程", "清单", "情况表",
)  # fmt: skip
_FURTHER = Pattern(rf"(?:{'|'.join(DOINGS)})(?!{'|'.join(_OBJECTS)})")
DEMAND = Pattern(
    r"切实|可行|按|依[据照法]|经(?!费|济|营)|由|被|向|对|及时|如期|准时|提前|足额|完整|准确|真实|规范|合[理规法格]|健全|完善|有效|科学|清晰|明确|细化|齐全|全[部面额员程]|覆盖|均|都|各|每|严格|独立|专|联网|定期|前(?!述)|内(?![容部控])|期限|时限|时间|批准|通过|"
    r"以上|以下|率|高|到位|充分|较|基本|部分|大幅|明显|显著|稳定|持续|逐|一致|一次|先|后|并|且|相符|匹配|符合|达[到标]|超|优|良|满意|质|保量|效果|不|未|无|没|非|(?:结果|意见|程序|手续|对象)(?=.)"
)
_ASKS_HOW = Pattern(
    rf"{DEMAND.pattern}|和|与|及|或|、|[月日]|季度|半年|[一二三四上下前后中]期|[底末]|年[内前]|提前|审[批核]|验收|评[审估]|部分|控制|零(?!星|售|工|部件)|同步|统一|专项|重点|主要|[国省市县区]级|表彰|奖|荣誉|认定|足额|如约|标准|要求"
)  # what neither a number nor a bare 完成 tells: when, how, how well, with what else
_TASK = Pattern(r"(?:任务|目标|计划|指标|工作)$")
_DEGREE = Pattern(r"(?:全部|均|都|部分|基本|较|不|未|没有)$")
_THIS_YEAR = Pattern(r"^(?:(?:按照?|根据|依据)[^,;。]{0,16}(?:关于|政府|上级|[省市县][委级])[^,;。]{0,30}(?:要求|规定|部署|安排|通知|意见|精神),)?(?:(?:[本当]年|年)度?内)?")  # on whose word, and in the year that every actual is of
_AS_ASKED = Pattern(r"按照?(?:[^\W\d时期]{0,6}(?:标准|要求|规定|计划|部署|安排)[和及]?)+")
_ITS_OWN = Pattern(r"^专门的?(?=[^\W\d]{0,6}(?:小组|工作组|机构|班子|委员会)$)|^专门的?(?:工作)?专班$")  # 成立专门领导小组: what is set up, not how
_DENIAL = Pattern(r"(?:未|没有|尚未|不)(?:按(?:规定|要求|时|期)|及时|经)?")


_NAMES_ONLY = Pattern(r"高标准农田|(?:永久)?基本农田")  # where a sign of a demand belongs to the name


def asks_how(text: str) -> bool:
    """Whether it is also asked when, how, how well or with what else: what neither a number nor a bare 完成 tells."""
    return _ASKS_HOW.search(_NAMES_ONLY.sub("", text)) is not None


def asks_more(rest: str) -> bool:
    """Whether the words beside a verb ask for more than that it was done: how, in what order, with what else."""
    return bool(DEMAND.search(rest) or _FURTHER.search(rest))


def says_too_little(phrases: list[str], text: str) -> bool:
    """Whether an actual is one verb alone (已采购, 未验收) that a phrase holds beside another demand: 采购结果公示, 验收不合格.

    What was done with one thing tells nothing of what else the phrase asks for, nor of how it was to be done; a phrase that is the verb alone, or denies it
    alone, is told by it. What was not done was not done in time either: of a denial only what stands behind the verb tells another thing.
    """
    said = _SAID.fullmatch(text)
    if said is None:
        return False
    verb, denied = said[1], text.startswith(("未", "没有", "尚未", "无"))
    told = [each for phrase in phrases for each in re.split("或者?|、", phrase)]
    if any(each in (verb, "已" + verb) for each in told if not denied) or any(each in (f"未{verb}", f"没有{verb}", f"无{verb}") for each in told if denied):
        return False
    for phrase in phrases:
        denial = _DENIAL.match(phrase)
        plain = phrase.removeprefix(denial[0]) if denial else phrase
        before, found, behind = plain.partition(verb)
        before = _THIS_YEAR.sub("", _DEGREE.sub("", before))
        behind = _ITS_OWN.sub("", behind) if verb in ("成立", "设立") else behind
        rest = behind if denied else before + behind
        if not found or (verb == "完成" and _TASK.search(plain) and not DEMAND.search(_AS_ASKED.sub("", rest))):
            continue  # 完成上级下达的任务: one thing, however it is described
        if DEMAND.search(rest) or (_FURTHER.search(rest) and not (denied and verb == "完成") and not (verb in _CARRIES and not _FURTHER.match(before))):
            return True
    return False


def is_verb(content: str) -> bool:
    """签订, 编制报送: nothing but what is done."""
    return all(content[at : at + 2] in DOINGS for at in range(0, len(content), 2))


def does(chunk: str) -> bool:
    """Whether anything is done in these words."""
    return any(verb in chunk for verb in DOINGS)
