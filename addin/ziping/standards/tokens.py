"""Sentences of scoring tables as tokens: numbers with units, comparators, words of giving and taking points, connectors.

The lexicon is data, the scanner is one loop. Words that only look like a comparator or a numeral (计划, 统计, 一般, 第三方) are in the
lexicon as plain text, so that longest match keeps them whole. Everything the lexicon does not know is TEXT.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from ziping.amounts import NUMBER, PERCENT, Unit, fold, unit_named
from ziping.standards.vocabulary import Pattern, words

__all__ = ["Token", "WORKDAY", "numeral", "squeeze", "tokens"]


class Token:
    """kind, value (what the kind's docstring in LEXICON says), unit for numbers, and the text it was read from."""

    __slots__ = ("kind", "start", "text", "unit", "value")

    def __init__(self, kind: str, text: str, value: object = None, unit: Unit | None = None, start: int = 0) -> None:
        self.kind, self.text, self.value, self.unit, self.start = kind, text, value, unit, start

    def __repr__(self) -> str:
        return f"{self.kind}:{self.text}"


_SIGNS = str.maketrans({
    "≧": "≥", "⩾": "≥", "≮": "≥", "≦": "≤", "⩽": "≤", "≯": "≤", "═": "=", "〉": ">", "〈": "<", "﹥": ">", "﹤": "<", "﹦": "=", "＜": "<", "＞": ">",
    "—": "-", "–": "-", "−": "-", "―": "-", "～": "~", "∽": "~", "〜": "~", "﹣": "-", "﹪": "%", "×": "*", "✕": "*", "✖": "*", "·": "*", "÷": "/", "∕": "/",
    "。": "。", "；": ";", "﹔": ";", "［": "[", "］": "]", "【": "[", "】": "]", "〔": "(", "〕": ")", "｛": "(", "｝": ")", "﹙": "(", "﹚": ")", "{": "(", "}": ")",
    "“": "", "”": "", "\"": "", "‘": "", "’": "", "'": "", "「": "", "」": "", "《": "", "》": "", "\u200b": "", "\ufeff": "", "\r": "\n", "｜": "\n",
})  # fmt: skip
_WIDE_LETTERS = str.maketrans({chr(0xFF21 + i): chr(65 + i) for i in range(26)} | {chr(0xFF41 + i): chr(97 + i) for i in range(26)})
_BLANKS = Pattern(r"[ \t\u3000\xa0]+")
_LINES = Pattern(r"\n+")
_STOPS = Pattern(r"(?<=[^\W\da-zA-Z_)%])\.(?=[^\d.]|$)")  # a full stop of another keyboard
_TWO_SIGNS = (("+/-", "±"), ("正负", "±"), ("乘以", "*"), ("除以", "/"), (">=", "≥"), ("=>", "≥"), ("≥=", "≥"), ("<=", "≤"), ("=<", "≤"), ("≤=", "≤"), ("--", "-"), ("%%", "%"))


@lru_cache(maxsize=4096)
def squeeze(text: str) -> str:
    """Full-width forms, variant signs, quotation marks and blanks taken out of the way; lines stay apart."""
    text = fold(text).translate(_SIGNS).translate(_WIDE_LETTERS)
    text = _STOPS.sub("。", _LINES.sub("\n", _BLANKS.sub("", text)).strip("\n"))
    for two, one in _TWO_SIGNS:
        text = text.replace(two, one)
    return text


# ---------------------------------------------------------------------------------------------------------------
# Numerals in words

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5}
_POWERS = {"十": 10, "百": 100, "千": 1000, "拾": 10}


def numeral(text: str) -> Decimal | None:
    """九十 → 90, 一百零五 → 105, 两 → 2, 半 → 0.5, 十二点五 → 12.5; None for anything else."""
    if text == "半":
        return Decimal("0.5")
    whole, point, rest = text.partition("点")
    if point:
        head = numeral(whole)
        if head is None or not rest or any(c not in _DIGITS for c in rest):
            return None
        return head + Decimal("0." + "".join(str(_DIGITS[c]) for c in rest))
    value = pending = 0
    for c in text:
        if c in _DIGITS:
            pending = _DIGITS[c]
        elif c in _POWERS:
            value += (pending or 1) * _POWERS[c]
            pending = 0
        else:
            return None
    return Decimal(value + pending) if text else None


# ---------------------------------------------------------------------------------------------------------------
# The lexicon

MEASURES = words(
    "人次 标台 个小时 个工作日 工作日 个月 个季度 小时 分钟 平方米 平方公里 立方米 公里 千米 公斤 千克 课时 学时 环节 个 项 次 起 例 处 件 条 家 户 台套 台 套 辆 份 篇 场次 场 期 批次 批 宗 亩 "
    "名 人 位 天 日 年 月 周 米 吨 张 册 所 座 本 笔 部 只 头 株 类 种 门 节 村 单 幅 组 支 点次 方面 处次 人份 秒 倍 万元 亿元 千元 百元 万人次 万人 元 宗次 条次 张次 款 样 根 盏 块 棵 栋 幢 间 床 站 层 "
    "季度 级 档 等次 等级 字 句 步 班 队 届 轮 遍 枚 颗 把 口 眼 艘 架 匹 公顷 万亩 万吨 千瓦时 度 页 集 微克 毫克 毫升 毫米 厘米 个名次 名次 个点位 点位 要点 个要点 个评价要点 个方面 个条件"
)  # fmt: skip

_COMPARE = {
    "≥": "≥ 大于等于 大于或等于 大于或者等于 高于或等于 高于等于 超过或等于 达到或超过 达到或高于 等于或大于 等于或高于 不低于 不少于 不小于 不得低于 不得少于 至少达到 至少 不短于 不差于 不弱于 不早于",
    "≤": "≤ 小于等于 小于或等于 小于或者等于 低于或等于 低于等于 等于或小于 等于或低于 不高于 不超过 不大于 不多于 不超 不得超过 不得高于 至多 控制在 不长于 不晚于 未超过 未超 未高于 没有超过",
    ">": "> 大于 高于 超过 多于 超出 超 高出 突破",
    "<": "< 小于 低于 少于 不足 不满 未达到 没有达到 未达 不到 未满 达不到 没达到",
    "=": "= 等于",
}
# kind → {word: value}. REACH stays apart from the comparators: 达到90% is one, 达到3分 is a word that earns points.
_WORDS: dict[str, dict[str, object]] = {
    "CMP": {word: sign for sign, listed in _COMPARE.items() for word in listed.split()},
    "REACH": dict.fromkeys(words("达到 达 达至 完成达到 为 达到了 实现 保持在 维持在 在 介于 处于"), "≥"),
    "SIDE": {"以上": ">", "及以上": "≥", "或以上": "≥", "及其以上": "≥", "以下": "<", "及以下": "≤", "或以下": "≤", "及其以下": "≤", "以外": ">", "之外": ">", "以后": "≥", "及以后": "≥", "之后": "≥", "开外": ">", "以内": "≤", "之内": "≤", "范围内": "≤", "内": "≤"},
    "BETWEEN": dict.fromkeys(words("之间 区间 区间内 之间的 范围")),
    "INCL": dict.fromkeys(words("(含) (包含) (含本数) (包括) 含 (含本级) 包含 (含该值) (闭)"), True),
    "EITHER": dict.fromkeys(words("(未写是否含)")),
    "EXCL": dict.fromkeys(words("(不含) (不包含) (不含本数) 不含 不包含 (不包括) (开)"), False),
    "FULL": dict.fromkeys(words("满分 全分 全部分值 全部分数 全部得分 全额分 满分值 该项满分 本项满分 全部分")),
    "UNTOUCHED": dict.fromkeys(words("不扣分 不减分 不予扣分 不作扣分 不做扣分 不扣")),
    "ZERO": dict.fromkeys(words("不得分 不计分 不记分 不给分 零分 不予计分 不赋分 无分 不予得分 扣全分 扣除全部分值 扣除全分 全部扣除 扣完 扣完该项分值 扣完全部分值 扣满分 扣除全部分数 扣光 该项不得分 分值扣完 扣完分值 不予给分")),
    "FLOOR": dict.fromkeys(words("扣完为止 扣至0分为止 扣至0分 扣到0分为止 扣到0分 直至扣完 扣光为止 扣满为止 直到扣完 直到扣完为止 直至扣完为止 减完为止 至扣完为止 至0分为止 直至0分 扣至零分 扣至零分为止 扣到零分为止 扣减至0分 扣减至0分为止 "
        "最低0分 最低得0分 最低为0分 最低计0分 最低零分 不计负分 不倒扣 不倒扣分 不出现负分 不得负分 扣完即止 扣完本项分值为止 扣完该项分值为止 扣完本指标分值为止 扣完该指标分值为止 扣完本项分为止 扣完该项分为止 扣完分值为止 "
        "扣完所有分值为止 扣完全部分值为止 扣完本项得分为止 该项分值扣完为止 本项分值扣完为止 分值扣完为止 扣完相应分值为止 扣完总分为止 扣分直至0分 扣至0 扣完该分值为止 直至0分为止 扣完满分为止 减至0分 减至0分为止 扣完本项 直到0分 直到0分为止 扣减完为止 "
        "扣除完为止 扣分扣完为止 扣完该指标为止 以扣完为止 至扣完 扣完此项分值为止 扣完此项为止 扣完为此 不足扣的扣至0分 不够扣的扣至0分 扣到0为止 扣至0为止")),
    "CEIL": dict.fromkeys(words("加分至基本分值封顶 加分至基本分封顶 加至基本分封顶 加分至满分封顶 加至满分封顶 加满封顶 满分封顶 满分为止 加满为止 得满为止 加完为止 直至满分 得满分为止 不超过满分 不超过该项分值 以满分为限 以满分为上限 加到满分为止 加至满分为止 不超过分值 不超过本项分值 不超过指标分值 不超过该指标分值 最高得满分 最高不超过满分 最高满分 最高不超过该项分值 加满该项分值为止") | {
        f"{most}不{may}超过{what}" for most in ("", "最高", "最多", "得分", "最高得分") for may in ("", "得") for what in words("满分 分值 该项分值 本项分值 指标分值 该指标分值 指标满分 该指标满分 该项满分 标准分 权重分")
    }),
    "UNTIL": {"扣完": "cap", "扣满": "cap", "扣足": "cap", "扣至": "least", "扣到": "least", "减至": "least", "扣减至": "least", "扣减到": "least"},
    "LEAST": dict.fromkeys(words("最低得 最低 最少得 最低计 保底 最低不低于")),
    "MOST": dict.fromkeys(words("最多扣 最高扣 最多扣减 最多扣除 最高扣减 最多扣分 扣分不超过 累计扣分不超过 累计最多扣 累计最高扣 扣分最多 扣分上限 最多累计扣 累计扣分最多 合计最多扣 扣分上限为 最高扣分不超过 最多减 累计不超过 最高不超过 累计扣分不超 扣分总额不超过 至多扣 共扣不超过 最多共扣 总扣分不超过 扣分累计不超过 扣减不超过 最多不超过 上限 上限为")),
    "MOSTGAIN": dict.fromkeys(words("最多 最高得 最多得 最高加 最多加 最高计 最多计 加分不超过 累计加分不超过 得分不超过 最高可得 最多可得 累计最高得 最高加分 最高为 得分最高为 得分最多 最高")),
    "DEDUCT": dict.fromkeys(words("扣减 扣除 扣 减扣 减 倒扣 减去 相应扣 相应扣减 则扣 再扣 各扣 均扣 就扣 扣分 扣掉 减少得分 减分 依次扣 递减 累计扣 核减 予以扣")),
    "ADD": dict.fromkeys(words("加 再加 加计 另加 可加 增加得分")),
    "EVERY": dict.fromkeys(words("每 凡 每有 每再")),
    "UP": dict.fromkeys(words("增加 增长 上升 提高 提升 增 上浮 升高 高 高出 多 上涨 增幅 超支 升 超额 超标 增大")),
    "DOWN": dict.fromkeys(words("少建 少修 少种 低 少 减少 下降 降低 降 减低 差 欠 下浮 短少 缩减 下滑 下跌 未完成 少完成 少开展 少举办 少组织 少召开 少报送 缺 落后 降幅 减幅 跌 低出")),
    "LATE": dict.fromkeys(words("迟交 晚交 延迟 推迟 逾期 延期 晚 滞后 迟 拖延 超期 延误 延后 拖后 迟延 超时 迟报 晚报 延长 推后")),
    "BOTH": dict.fromkeys(words("偏离 偏差 变动 增减 浮动 波动 变化 上下浮动 增减变动 正负偏差 相差")),
    "RATIO": dict.fromkeys(words("按实际完成情况与目标值的比例 按照实际完成情况与目标值的比例 按实际完成与目标值的比例 按实际完成值与目标值之比 按完成值与指标值之比 按比例 按比率 按完成比例 按完成比率 按实际完成比例 按比例相应 按完成率 按实际完成率 按完成情况比例 按完成程度比例 按相应比例 按同比例 按其比例 同比例 等比例 按照比例 按照完成比例 按照完成率 按照实际完成率 按照实际完成比例 按实际比例 按照相应比例 "
        "按对应比例 按任务完成比例 按目标完成比例 按目标完成率 按完成比 按实际完成值与目标值的比例 按完成值与目标值的比例 按照完成值与指标值的比例 按完成值与指标值的比例 按实际完成值与指标值的比例 按照实际完成值与指标值的比例 按实际完成值占目标值的比例 按实际完成值占指标值的比例 按完成指标值的比例 按未完成比例 按未完成的比例 按完成的比例 按实际比率 按所占比例 按占比 按完成百分比 按照完成百分比 按完成进度比例 "
        "依比例 依据完成比例 根据完成比例 根据实际完成比例 根据完成率 根据实际完成率 依照比例 成比例 按线性比例")),
    "BETWIXT": dict.fromkeys(words("其间 中间 二者之间 两者之间 期间 介于两者之间 介于之间 介于二者之间 处于两者之间 在此区间 此区间 区间之内 介于两者间")),
    "ELSE": dict.fromkeys(words("否则 其他 其它 其余 其他情况 其它情况 其余情况 除此之外 反之 其他情形 其余情形 其他情况下 其余的 其他的")),
    "SIGN": {"为负数或零": "≤", "为零或负数": "≤", "为零或为负数": "≤", "为负数或为零": "≤", "为负或零": "≤", "为零或负": "≤", "为负数": "<", "为负值": "<", "为正数": ">", "为正值": ">"},
    "JUDGE": dict.fromkeys(words("酌情 视情 视情况 视情节 视具体情况 视情况而定 适当 酌减 酌扣 酌定 酌量 酌予 酌 根据情况 根据具体情况 根据实际情况 根据情节 按情况 按情节 视程度 视严重程度 根据严重程度 根据程度 专家打分 专家评分 专家评定 综合评定 综合评价 综合打分 综合评分 综合判断 自由裁量 合理确定 自行确定 相应得分 相应扣分 酌情扣分 情况确定 相应分数 主观评价 定性打分 斟酌 视完成情况 视其 视履职情况 视影响程度 根据影响程度 考虑 左右 大约 约")),
    "OCCUR": dict.fromkeys(words("发现 出现 发生 存在 查出 查实 有 缺少 缺失 遗漏 漏 检查发现 经查 被查出 被发现 少报 漏报 错报 瞒报 缺漏 未公开 未报 未报送 未建立 未落实 被通报 通报 被投诉 违反")),
    "FORMULA": dict.fromkeys(words("得分= 指标得分= 该项得分= 本项得分= 实际得分= 得分:= 得分为: 计分公式: 计分公式为: 计算公式:得分= 评分= 分数= 自评得分= 指标分= 得分为=")),
    "PART": dict.fromkeys(words("的")),
    "GLUE": dict.fromkeys(words("则 即 可 就 时 的 为 者 且 并 并且 但 同时 予以 给予 相应 其中 均 都 以 由 按 或 以及 和 与 及")),
}  # fmt: skip
# Ordinary words which contain a lexicon word; longest match keeps them whole.
_PLAIN = words(
    "一次到位 一次拨付 下达 送达 传达 到达 抵达 规模以上 限额以上 县级以上 市级以上 省级以上 县级及以上 市级及以上 省级及以上 国家级以上 大专以上 本科以上 初中以上 高中以上 中级以上 副高以上 科级以上 处级以上 核减率 核减额 核减金额 审减率 亩均 户均 地均 村均 校均 日均 月均 年均 次均 生均 床均 师均 扣分项 加分项 减分项 扣分制 倒扣制 扣分情形 加分制 预算 决算 概算 核算 结算 清算 测算 换算 折算 一半 一半分 一半分值 一半的分值 获得 赢得 懂得 难得 计划 统计 审计 会计 设计 计算 合计 累计 预计 计入 计提 共计 总计 估计 取得 获得 得到 得当 记录 记账 登记 评价 评审 评估 评比 满意 满意度 满足 充分 部分 十分 分配 分析 分为 分解 分别 分类 分工 分管 分期 分布 加强 加快 更加 参加 附加 追加 "
    "减免 减排 减税 降低成本 提高效率 高效 高质量 高度 高标准 较高 提高能力 多个 多方 多次 多种 多部门 缺陷 差异 差旅 差额 较差 偏低 偏高 较低 最低工资 少数 至少有 一致 一般 一定 一次性 统一 唯一 第一 专一 单一 第三方 第二 三公 三重一大 一体化 一卡通 "
    "半年度 半年进度 上半年 下半年 半年预算 半年支出 半年执行 十四五 八项规定 两个责任 五年规划 一票否决 百分制 含税 包含在 含有 有关 有效 有序 有力 有利 没有 有无 有序开展 有明确 具有 有一定 拥有 所有 有所 无 未 按时 按期 按规定 按要求 按照 按程序 按月 按季 按年 "
    "完成比例 为主 为止 为准 为标准 为基准 为基础 作为 行为 为民 因为 认为 成为 人为 在职 在编 存在问题 现在 所在 在建 在用 存在 完成率 超标准 超编 超预算 超范围 超范围支出 超概算 达标 达标率 达成 到位 到位率 按时足额 年度 年初 年末 年内 内容 内部 内控 对内 "
    "目标内 国内 境内 室内 计划内 时限内 期限内 规定时间内 预算内 考核 范围内的 或者 及时 及时率 以及 以上级 涉及 普及 和谐 与否 参与 即时 立即 可行 可靠 可持续 认可 就业 成就 时效 时间 时限 当时 实时 准时 同时 "
    "由于 理由 以便 所以 可以 予以公开 以来 并行 合并 均衡 平均 人均 均等 都市 首都 加以 达到预期 达到年度 达到要求 达到规定 达到国家 达成年度 实现了 实现情况 实现程度 实现率 保持良好 约束 节约 集约 预约 合约 约定 契约 制约 公约 大约定 "
    "一次验收 一次合格 一次通过 一次抽检 一次交验 一次办结 扣分标准 扣分规则 扣分细则 扣分办法 未达标 不达标 未达标准 履约 违约 签约 制约 误差 误差率 时差 温差 之差 偏差值 级差 超期率 迟缓 晚点率 影响 变化情况 变动率 变动幅度 浮动工资 增长率 增加值 增长情况 增量 上升空间 提升能力 减少率 下降率 降低率 差错 差错率 偏差率 偏离度 超支率 缺口 缺勤 欠缺 欠费 落后产能 晚会 考虑因素 发现问题 存在的问题 减少污染 扣款 代扣 扣缴 折扣 "
    "少年 青少年 高校 高中 高级 高新 高危 高峰 提高了 多样 差距 期间费用 计分 评分 记分 中间业务 专家 超前 迟到 有效性 有效果 为依据 评分规则 计分规则 得分规则 扣分规则 赋分规则 评价规则 规则 原则 细则 准则 偏差度 偏离程度 偏差幅度 偏差情况 波动率 波动幅度 变化率 变动比例 变动比率 基本达到 部分达到 未按时 未按期 未按要求 未按规定 未按计划 未按程序 未按 未能 未经 未及时 未开展 未制定 未完成的"
)  # fmt: skip

_POINT = r"个?百分点|个点(?!位)|pct|点(?=[扣减加,;。)）得的，]|的扣|$)"
_AWARD = (
    r"(?:再|各|可|均|都|只|也|另|则|即|仅|分别|相应|共|能|方可|予以|给予|按)*(?:得分为|得分|计分为|计分|记分为|记分|赋分|评分为|给分|自评得分|得|计|记|赋|给予|给|评|打|算)(?:为|:|=|到)?"
    r"(?=满分|基[本础]分\d|全分|全部分|全额分|零分|\d|[一二两三四五六七八九十零半]分|百分之|(?:该|本|此|其)?(?:项|指标)?(?:总|标准|权重|基本|基础|所赋|应得|赋予)?(?:的)?(?:全部)?分(?:[值数]|(?=[,;。)]|$))|权重|指标分|一半|半数)"
)


def _words() -> dict[str, tuple[str, object]]:
    table: dict[str, tuple[str, object]] = dict.fromkeys(_PLAIN, ("TEXT", None))
    for kind, listed in _WORDS.items():
        for word, value in listed.items():
            table[word] = (kind, value)
    return table


_TABLE = _words()
_LONGEST_WORD = max(map(len, _TABLE))
_NUMERAL = Pattern(r"(?<![第统唯专单同惟])(?!一半)([一二两三四五六七八九十百半零]+(?:点[一二三四五六七八九]+)?)(?=个?百分点|个点|" + "|".join(sorted(MEASURES, key=len, reverse=True)) + r"|分(?=[,;。)为]|$))")
_FLOORS = Pattern(
    r"(?:直至|直到|至|到)?(?:将)?(?:该|本|此|其|相应)?(?:项|指标)?(?:的)?(?:分值|分数|得分|满分|权重分|分)?(?:全部)?扣(?:减|除|分)?(?:完|光|尽|满)(?:该|本|此|其|全部|所有|相应)?(?:项|指标)?(?:的)?(?:分值|分数|得分|总分|满分|权重分|分)?(?:为止|即止|为此)"
    r"|(?:扣分|扣减)?至基[本础]分(?:值|数)?扣完为止"
    r"|(?:直至|直到)(?:该|本|此|其)?(?:项|指标)?(?:的)?(?:分值|分数|得分|满分|权重分|分)?(?:全部)?扣(?:减|除|分)?(?:完|光|尽|满)(?:该|本|此|其|全部)?(?:项|指标)?(?:分值|分数|分)?"
)
_NUM = Pattern(NUMBER.pattern)
# 每组织1次 names no 组, 每单位 no 单
_LEADS = {"组": "织建", "单": "位", "部": "门分", "处": "罚理室", "人": "员均", "级": "别", "步": "骤", "村": "民", "班": "子", "站": "点", "户": "籍", "家": "庭", "期": "间末", "日": "常", "根": "据", "样": "本", "节": "约", "口": "径", "门": "类", "条": "件款"}
_MEASURE = Pattern("(?:十万|百万|千万|万|亿)?(?:" + "|".join(m + (f"(?![{_LEADS[m]}])" if m in _LEADS else "") for m in sorted(MEASURES, key=len, reverse=True)) + ")")
_SYMBOLIC = Pattern(r"(?:[uμm]g/(?:m[3³]|[lL])|[kK][wW][hH]|km2?|dB|㎡|m[²³])(?![a-zA-Z\d])")
_TWIN = Pattern(r"\((?:套|台|件|个|座|次|名|处|户|家)\)")
_PER_UNIT = Pattern(r"/(?:" + "|".join(sorted(MEASURES, key=len, reverse=True)) + r"|㎡|m[²³23]|平米|立方)(?:[*/](?:年|月|天|次))?(?![\d*/])")
_EACH_NOUN = Pattern(r"每(?:人|天|亩|户|平方米|公里|吨|件|套|台)(?=不超过|不高于|控制在|≤)|每(?:十万|百万|[万千百])(?:人口|人|名|户|平方公里)(?=[^\d扣减加得,])|每(?:" + "|".join(sorted(MEASURES, key=len, reverse=True)) + r")(?=平均|拥有|成本|费用|造价|单价|支出|补助|补贴|投入|价格|金额|经费|标准)")
_RANK = Pattern(r"(第|前)(\d{1,3}|[一二三四五六七八九十]{1,3})(?:名次?|位(?!数)|(?=[-~至到]第?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:名|位(?!数)))|(?<=(?:排名|位列|名列|位居)[第前][一二三四五六七八九十\d])(?=[得的,;。为]))")
_RANKED = Pattern(r"排名|位次|名次|(?:第|前)(?:\d{1,3}|[一二三四五六七八九十]{1,3})名")
_HOTLINE = Pattern(r"\d{3,5}(?=(?:政务|市民|服务|便民)*(?:热线|平台|电话|工单))")
_SCALE_ALONE = Pattern(r"([万亿])(?=[-~至到]\d+(?:\.\d+)?\1)")
_PERCENTAGE = Pattern(r"[%％]|百分比|‰")
_POINTS_UNIT = Pattern(_POINT)
_SCORE = Pattern(r"分(?![钟之类别析配布工期管公解值数])")
_SHARE_WORDS = Pattern(r"百分之([一二两三四五六七八九十百零]+(?:点[一二三四五六七八九]+)?|" + NUMBER.pattern + ")")
_LINEAR = Pattern(r"(?:按照?|采用|用|以)?(?:线性|直线|区间|比例)*(?:内插|插值)(?:法|方法)?")
_AWARDS = Pattern(_AWARD)
_SCORED = Pattern(r"[\d.]+分?(?:\((?:不?含|未写是否含)\))?(?:及|或)?以[上下]|[\d.]+分?\((?:不?含|未写是否含)\)[-~至]")  # 调查得分90分以上: a condition
_FLOOR_STARTS = frozenset("直至到将该本此其相分得满权全扣")
_AWARD_STARTS = frozenset("再各可均都只也另则即仅分相共能方予给按得计记赋自评打算")
_AMOUNT = Pattern(r"满分|全|零分|[\d.]+%?的?(?:分|标准|权重|指标)|[一二两三四五六七八九十半]分|(?:该|本|此|其)?(?:项|指标)?(?:总|标准|权重)?分[值数]?(?:[,;。]|的[\d一百]|$)")
_ENUM = Pattern(r"[①-⑳]|[⑴-⒇]|\(?[\d]{1,2}[)](?!以)|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,2}、|(?:一|二|三|四|五|六)是|[A-Za-z][.、)](?=[^\d])")
_NUMERIC = frozenset("0123456789一二两三四五六七八九十半")
_OFTEN = frozenset(["年", "月", "季度", "周", "日"])
_SYMBOLS = {";": "SEP", "。": "SEP", "\n": "SEP", "!": "SEP", ",": "COMMA", "、": "PAUSE", "-": "DASH", "~": "DASH", "*": "TIMES", "/": "OVER", "+": "PLUS", "±": "EITHERWAY", "(": "OPEN", ")": "CLOSE", "[": "OPENSQ", "]": "CLOSESQ", ":": "COLON"}
_AFTER_NUMBER = ("NUM", "INCL", "EXCL", "EITHER")


WORKDAY = Unit("工作日", "工作日")  # a working day is no calendar day


def _unit_at(text: str, at: int) -> tuple[Unit | None, int]:
    """The unit that follows a number, and where it ends."""
    if match := _SCALE_ALONE.match(text, at):
        return None, match.end()  # 4万-5万人次: the second number says of what
    if match := _PERCENTAGE.match(text, at):
        return (unit_named("‰") if match[0] == "‰" else PERCENT), match.end()
    if match := _POINTS_UNIT.match(text, at):
        return unit_named("百分点"), match.end()
    if text[at : at + 1] == "名" and text[at : at + 2] not in ("名单", "名称") and _RANKED.search(text):
        return unit_named("名次"), at + (2 if text[at : at + 2] == "名次" else 1)
    if match := _MEASURE.match(text, at):
        if each := _PER_UNIT.match(text, match.end()):
            return unit_named(match[0] + each[0]), each.end()  # 元/亩
        word, end = match[0], match.end()
        if twin := _TWIN.match(text, end):
            end = twin.end()  # 100台(套)
        if word in ("工作日", "个工作日"):
            return WORKDAY, end
        return unit_named(word[1:] if word in ("个月", "个小时", "个季度", "个名次") else word), end
    if match := _SYMBOLIC.match(text, at):
        return unit_named(match[0]), match.end()
    if match := _SCORE.match(text, at):
        return unit_named("分"), match.end()
    return None, at


def _scan(text: str) -> Iterator[Token]:
    at, last = 0, "SEP"
    marks = _numbered(text)
    plain = -1  # where a run of unknown characters began
    size = len(text)

    def found(kind: str, end: int, value: object = None, unit: Unit | None = None) -> Iterator[Token]:
        nonlocal at, last, plain
        if plain >= 0:
            yield Token("TEXT", text[plain:at], start=plain)
            plain = -1
        if kind == "TEXT":
            plain, at = at, end
            return
        yield Token(kind, text[at:end], value, unit, at)
        last, at = kind, end

    while at < size:
        c = text[at]
        fresh = plain < 0
        if at in marks:
            yield from found("ENUM", marks[at], text[at : marks[at]])
            continue
        if fresh and (last in ("SEP", "COMMA", "COLON") or (last == "CLOSE" and (c in "BCDEFG②③④⑤⑥⑦⑧"))) and (match := _ENUM.match(text, at)):
            yield from found("ENUM", match.end(), match[0])
            continue
        if c == "每" and text[at + 1 : at + 2] in "月季年周日" and text[at + 1 : at + 2] and text[at + 2 : at + 4].lstrip("度")[:1] in "按及均都完足定准发开进组召举报至":
            plain = at if plain < 0 else plain  # 每月按时发放: no step
            at += 2
            continue
        if c == "每" and (match := _EACH_NOUN.match(text, at)):
            plain = at if plain < 0 else plain  # 每人次成本: a name
            at = match.end()
            continue
        if c == "零" and fresh and (last in ("CMP", "REACH") or text[at - 1 : at] == "为") and text[at + 1 : at + 2] in ",;。得的计不则":
            yield from found("NUM", at + 1, Decimal(0))
            continue
        if last == "EVERY" and fresh and (unit_end := _unit_at(text, at))[1] > at and (text[at : unit_end[1]] not in _OFTEN or text[unit_end[1] : unit_end[1] + 1] == "扣"):
            yield from found("NUM", unit_end[1], Decimal(1), unit_end[0])  # 每项, 每个百分点
            continue
        if c == "-" and text[at + 1 : at + 2].isdecimal() and (not fresh or last not in (*_AFTER_NUMBER, "CLOSE", "CLOSESQ")):
            match = _NUM.match(text, at + 1)
            unit, end = _unit_at(text, match.end())  # type: ignore[union-attr]
            yield from found("NUM", end, -Decimal(match[0].replace(",", "")), unit)  # type: ignore[index]
            continue
        if c in "第前" and (match := _RANK.match(text, at)) and (rank := numeral(match[2]) if not match[2].isdecimal() else Decimal(match[2])):
            if c == "前":
                yield from found("CMP", at + 1, "≤")
            else:
                at += 1
                if plain >= 0:
                    yield Token("TEXT", text[plain : at - 1], start=plain)
                    plain = -1
            yield from found("NUM", match.end(), rank, unit_named("名次"))
            continue
        if c.isascii() and c.isdecimal() and not fresh and text[at - 1].isascii() and text[at - 1].isalpha() and (match := _NUM.match(text, at)):
            at = match.end()  # PM2.5: a name
            continue
        if c.isascii() and c.isdecimal() and fresh and (match := _HOTLINE.match(text, at)):
            plain, at = at, match.end()  # 12345热线: a name
            continue
        if (c.isascii() and c.isdecimal()) and (match := _NUM.match(text, at)):
            unit, end = _unit_at(text, match.end())
            yield from found("NUM", end, Decimal(match[0].replace(",", "")), unit)
            continue
        if c == "百" and (match := _SHARE_WORDS.match(text, at)):
            number = numeral(match[1]) if not match[1][0].isdecimal() else Decimal(match[1])
            if number is not None:
                yield from found("NUM", match.end(), number, PERCENT)
                continue
        if c in _AWARD_STARTS and (fresh or c not in "算打评给赋记") and (match := _AWARDS.match(text, at)) and not _formula(text, match) and not _SCORED.match(text, match.end()) and not _longer_plain(text, at, match.end()):
            yield from found("AWARD", match.end())
            continue
        if c in "按采用以线直区比内插" and (match := _LINEAR.match(text, at)):
            yield from found("LINEAR", match.end())
            continue
        if c in _FLOOR_STARTS and (match := _FLOORS.match(text, at)):
            yield from found("FLOOR", match.end())
            continue
        for width in range(min(_LONGEST_WORD, size - at), 0, -1):
            entry = _TABLE.get(text[at : at + width])
            if entry and entry[0] == "UNTIL" and text[at : at + width] in ("扣完", "扣满") and text[at + width : at + width + 1] in ("", ",", ";", "。", ")"):
                entry = ("ZERO", None)
                break
            if entry and _fits(entry[0], text, at, at + width, last if fresh else "TEXT"):
                break
        else:
            entry, width = None, 0
        if entry is None and (match := _NUMERAL.match(text, at)) and (number := numeral(match[1])) is not None:
            unit, end = _unit_at(text, match.end())
            yield from found("NUM", end, number, unit)
            continue
        if entry is not None:
            if entry[0] == "TEXT":
                if plain < 0:
                    plain = at
                at += width
                continue
            yield from found(entry[0], at + width, entry[1])
            continue
        if c in "至到" and fresh and last in (*_AFTER_NUMBER, "CLOSE") and text[at + 1 : at + 2] and (text[at + 1].isdecimal() or text[at + 1] in "百-"):
            yield from found("DASH", at + 1)
            continue
        if c in _SYMBOLS:
            yield from found(_SYMBOLS[c], at + 1)
            continue
        if plain < 0:
            plain = at
        at += 1
    if plain >= 0:
        yield Token("TEXT", text[plain:at], start=plain)


_COUNTING = Pattern(r"(?:^|(?<=[;。\n,:]))(\d{1,2})[.、)]")


def _numbered(text: str) -> dict[int, int]:
    """Where `1.`, `2.` … count clauses: start → end. A decimal (1.5分) does not count on from the one before."""
    found: dict[int, int] = {}
    wanted = 1
    for match in _COUNTING.finditer(text):
        if int(match[1]) == wanted:
            found[match.start(1)] = match.end()
            wanted += 1
    return found if len(found) > 1 else {}


def _formula(text: str, award: re.Match[str]) -> bool:
    """得分＝分值×完成率 is a formula, 得分：5分 an award."""
    return award[0][-1] in "=:为" and not _AMOUNT.match(text, award.end())


def _longer_plain(text: str, at: int, end: int) -> bool:
    """Whether an ordinary word begins here and reaches beyond the verb that was seen (计分 in 计划分)."""
    return any(text[at : at + width] in _TABLE and _TABLE[text[at : at + width]][0] == "TEXT" for width in range(end - at + 1, end - at + 4))


def _fits(kind: str, text: str, at: int, end: int, last: str) -> bool:
    """Short words mean something only where something follows or precedes: 内 after a number, 扣 before one."""
    after = text[end : end + 1]
    if kind == "UNTIL":
        return after.isdecimal()
    if kind in ("DEDUCT", "ADD"):
        if text[at:end].endswith("分") and after in ("值", "数"):
            return False
        return after.isdecimal() or after in "一二两三四五六七八九十半完" or text.startswith(("该", "本", "分值", "权重", "其", "相应", "满分", "全", "总分", "百分之", "指标"), end) or kind == "DEDUCT" and end - at > 1 or text[at:end] == "扣"
    if kind == "SIDE":
        return last in _AFTER_NUMBER + ("CLOSE", "TEXT") if text[at:end] not in ("内", "以外", "之外", "以后", "及以后", "之后", "开外") else last in _AFTER_NUMBER
    if kind in ("UP", "DOWN", "LATE", "BOTH") and end - at == 1 or (kind in ("CMP", "REACH") and text[at:end] in ("超", "达")):
        return after in _NUMERIC or after in "的于百" and after != "" or last == "EVERY"
    if kind in ("INCL", "EXCL"):
        return last in (*_AFTER_NUMBER, "OPEN", "SIDE", "BETWEEN") or text[at] == "("
    if kind == "BETWEEN":
        return last in (*_AFTER_NUMBER, "CLOSE", "CLOSESQ", "SIDE")
    if kind == "GLUE" and text[at:end] == "可":
        return after in "得计加按视给扣适"
    if kind == "GLUE" and text[at:end] == "以":
        return False
    if kind == "REACH" and text[at:end] in ("为", "在"):
        return after.isdecimal() or after == "百" or (after == "-" and text[end + 1 : end + 2].isdecimal())
    if kind == "OCCUR" and text[at:end] == "有":
        return last in ("SEP", "COMMA", "EVERY", "ENUM", "COLON")
    return True


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text that `squeeze` has been through."""
    return tuple(_scan(text))
