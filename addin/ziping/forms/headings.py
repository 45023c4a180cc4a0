"""The words of headings and what they mean. Every bureau words them its own way; a cell is judged by its words alone.

A heading is compared without blanks, line breaks, brackets, numbering and colons: `实 际\\n完成值（B）：` is 实际完成值.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from ziping.amounts import fold


class Role(StrEnum):
    """What a column or a caption holds."""

    LEVEL1 = "一级指标"
    LEVEL2 = "二级指标"
    LEVEL3 = "三级指标"
    TARGET = "年度指标值"
    OPERATOR = "运算符号"
    MEASURE = "度量单位"
    ACTUAL = "实际完成值"
    EXPECTED = "全年预计完成情况"
    STANDARD = "评分标准"
    POINTS = "分值"
    SHARE = "权重占比"
    SCORE = "得分"
    PLAIN_SCORE = "单项得分"
    FINAL_SCORE = "折算得分"
    REASON = "偏差原因分析"
    REMARK = "备注"
    LIKELIHOOD = "完成目标可能性"
    NATURE = "指标性质"
    EXTRA = "其他栏"
    INITIAL = "年初预算数"
    ADJUSTED = "全年预算数"
    BUDGET = "预算数"
    EXECUTED = "全年执行数"
    FORECAST = "全年预计执行数"
    RATE = "执行率"
    GOAL = "预期目标"
    ACHIEVED = "目标完成情况"


LEVELS = (Role.LEVEL1, Role.LEVEL2, Role.LEVEL3)
MONEY = (Role.INITIAL, Role.ADJUSTED, Role.BUDGET, Role.EXECUTED, Role.FORECAST)
SPENT = re.compile(r"^(?:资金|经费|预算)?(?:支出|决算|执行|支付|使用)(?:支出|决算|金额|数额|合计)?$")  # head money only among headings of money
REVISED = re.compile(r"^(?:年中)?调整后(?:数|金额|额)?$")
PLANNED = re.compile(r"^(?:资金|经费)?(?:预算|下达|批复|安排)(?:合计|总计|下达|批复|安排|金额)?$")
CAUSES = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他保障", "原因说明")
LIKELIHOODS = ("确定能", "有可能", "完全不可能")

_BLANK = re.compile(r"[\s\u3000\xa0\u200b\ufeff]+")
_BRACKETS = re.compile(r"[(\[【〔{][^()\[\]【】〔〕{}]*[)\]】〕}]")
_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.,]|[(][一二三四五六七八九十\d]{1,3}[)]、?|\d{1,2}(?:[、,]|\.(?!\d)))")
_OPEN_BRACKET = re.compile(r"(?<=.)[(\[【〔{][^()\[\]【】〔〕{}]*$")  # `执行率（B/A` as it is typed
_LETTERS = re.compile(r"(?<=[\u4e00-\u9fff])[:-]?[A-E](?:[/÷][A-E])?(?:[*×]100%?)?$")  # `全年预算数A`, `执行率B/A`
_CIRCLED = re.compile(r"(?<=[\u4e00-\u9fff)])[①-⑳](?:[=/÷×*+\-()①-⑳\d%]*)$")  # `执行率④=③/②`
LONGEST = 24  # a heading is short; a sentence that names headings is none


@lru_cache(maxsize=8192)
def squeezed(text: str) -> str:
    """Without blanks and line breaks, full-width signs as ASCII."""
    return _BLANK.sub("", fold(text))


@lru_cache(maxsize=8192)
def unspaced(text: str) -> str:
    """Without blanks and line breaks, every sign as it is printed."""
    return _BLANK.sub("", text)


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """The words of a heading: without blanks, brackets, numbering, stars and the colon behind."""
    word = _CIRCLED.sub("", squeezed(text))
    bare = _OPEN_BRACKET.sub("", _BRACKETS.sub("", word)) or word.strip("()[]")
    bare = _LETTERS.sub("", _NUMBERING.sub("", bare.lstrip("★☆▲△※*#①②③④⑤⑥⑦⑧⑨⑩")))
    return bare.strip(":;*、,.·\"'“”★☆▲△※").rstrip("%")


def _table(**words: str) -> dict[str, Role]:
    return {word: Role[role] for role, row in words.items() for word in row.split()}


_EXACT = _table(
    LEVEL1="一级指标 一级指标名称 一级 一级目标 第一级指标 指标类型",
    LEVEL2="二级指标 二级指标名称 二级 第二级指标 二级目标",
    LEVEL3="三级指标 三级指标名称 三级 第三级指标 三级目标 指标名称 具体指标 三级指标内容 指标内容 明细指标 具体指标内容 绩效指标名称 四级指标 考核指标 评价指标名称 绩效指标 评价指标 指标 评价内容 考核内容",
    TARGET="年度指标值 指标值 目标值 预期指标值 年初指标值 年度目标值 年初目标值 计划指标值 指标目标值 绩效目标值 预期值 计划值 年度绩效指标值 年初设定指标值"
    " 年度指标 预期目标值 年初设定目标值 指标目标 年度计划值 标准值 年度预期指标值 年初预期值 年初绩效指标值 预算指标值 年度绩效目标值 设定指标值 全年目标值"
    " 年度预期值 预期完成值 计划完成值 绩效指标值 年度工作目标 目标任务 年度计划",
    OPERATOR="运算符号 运算符 比较符 比较符号 关系符 指标符号 符号 计算符号 指标运算符 比较运算符 逻辑符号 指标值符号 目标值符号",
    MEASURE="度量单位 计量单位 单位 指标单位 指标值单位 目标值单位 计算单位 指标度量单位",
    ACTUAL="实际完成值 全年完成值 完成值 实际值 全年实际完成值 年度完成值 年度实际完成值 全年实际值 实际完成指标值 实际完成 指标完成值 完成指标值 自评完成值"
    " 实现值 全年实际完成情况 指标完成情况 实际完成数 完成数 年度实际值 全年完成指标值 年度指标完成值 实际达成值 完成结果 实际完成结果 实际指标值 业绩值 实际业绩值 实绩 自评值 实际效果 实际执行值",
    EXPECTED="全年预计完成情况 预计全年完成情况 全年预计完成值 预计完成情况 全年预计完成",
    STANDARD="评分标准 评分细则 计分标准 评价标准 评分办法 评分规则 计分方法 计分办法 评分方法 计分规则 评分说明 评价标准及评分 评分标准及办法 打分标准 扣分标准 评分依据"
    " 计分细则 考核标准 赋分标准 评分标准说明 得分计算方法 分值计算方法 得分计算方式 评分方式",
    POINTS="分值 权重 权重分值 标准分 标准分值 指标分值 满分 分值权重 分数 指标权重 指标权数 满分值 分值设置 权数 标准分数 应得分 应得分值 分数值 基准分 权重值 总分值 指标分 执行率权重 执行率分值 预算执行率分值 基本分 权值 赋分 自评权重 指标自评权重",
    SHARE="权重占比 占比 权重比例 权重百分比 分值占比",
    SCORE="得分 自评得分 自评分 评分 自评分值 单位自评得分 实际得分 自评 得分情况 自评分数 自我评分 单位自评分 单位自评 指标得分 评价得分 实得分 考评得分 自查得分 自评价得分 执行率得分 预算执行率得分 绩效得分 自评得分值 得分值 评分值 打分 最后得分 评分结果",
    PLAIN_SCORE="单项得分 百分制得分 原始得分",
    FINAL_SCORE="折算得分 折算后得分 加权得分 最终得分",
    REASON="偏差原因分析及改进措施 偏差原因分析 偏差及原因分析 未完成原因分析 未完成原因 扣分原因 原因分析 偏差原因 偏差分析 差异原因 失分原因 扣分说明 原因 偏差情况"
    " 未完成原因和改进措施 扣分理由 得分说明 自评说明 自评得分说明 未完成原因及改进措施 偏差原因及改进措施 偏差说明 扣分依据 原因说明及改进措施",
    REMARK="备注",
    LIKELIHOOD="完成目标可能性 完成可能性",
    NATURE="指标性质 指标方向 指标属性 指标值性质 方向 性质 正反向",
    EXTRA="佐证材料 指标解释 指标说明 指标定义 指标释义 数据来源 评价要点 复核得分 财政评分 主管部门评分 财政复核得分 主管部门审核得分 审核得分 复评得分 核定得分 得分系数 是否核心指标 核心指标 调整原因 历史值 上年值"
    " 上年完成值 责任科室 证明材料 序号 完成率 指标完成率 偏差度 偏离度 偏差率 完成比例 复核分 再评价得分 评价分",
    INITIAL="年初预算数 年初预算 年初批复数 年初部门预算数 年初预算金额 年初预算资金 年初批复预算数 年初批复预算 年初预算安排 年初下达预算数 年初安排预算数",
    ADJUSTED="全年预算数 全年预算 调整预算 调整后预算 调整后预算数 调整预算数 年度预算数 调整后全年预算数 全年预算金额 调整后预算金额 年度预算 全年预算资金 全年调整预算数"
    " 预算调整数 调整后全年预算 预算调整后数 全年下达预算数 调整后数",
    BUDGET="预算数 预算 预算金额 预算安排 预算安排数 预算资金 项目预算 资金预算 预算批复数 批复预算数 计划数 预算总额 预算下达数 下达预算数 预算下达金额 下达金额 资金下达数 当年预算数 当年预算 当年预算金额 批复数 安排数 指标金额 下达资金 下达数 下达预算 计划投资 预算批复 计划金额 年度金额 预算指标 预算指标数",
    EXECUTED="全年执行数 执行数 决算数 实际支出 支出数 预算执行数 实际执行数 全年决算数 实际支出数 执行金额 全年执行 全年支出数 实际使用 实际执行 全年实际支出数 支出金额"
    " 全年执行金额 资金支出 本年支出 资金执行数 预算执行金额 全年实际支出 实际支出金额 全年实际执行数 支付数 全年支付数 实际使用数 年度执行数 执行情况 全年支出 累计支出 执行额 实际完成投资",
    FORECAST="全年预计执行数 预计全年执行数 预计执行数 全年预计支出数",
    RATE="执行率 预算执行率 资金执行率 支出进度 执行进度 全年执行率 支出执行率 执行比例 资金使用率 全年预算执行率 实际执行率 支付率 预算完成率 支出完成率 支出实现率 资金支出率 支出率",
    GOAL="预期目标 年初设定目标 年初预期目标 预期绩效目标 年初绩效目标 项目年度目标 年度绩效目标 年初目标 年初设定绩效目标 预期总目标 设定目标 年度预期目标 绩效目标 总体目标"
    " 年初设定 年初预设目标 年度目标 年初设定的绩效目标 年初设定年度目标 年度主要目标 全年绩效目标 年初目标情况",
    ACHIEVED="实际完成情况 全年完成情况 目标实际完成情况 年度目标完成情况 完成情况 目标完成情况 年度完成情况 年度实际完成情况 全年目标完成情况 绩效目标完成情况 年度总体目标完成情况"
    " 总体目标完成情况 绩效目标实际完成情况 年度绩效目标完成情况 实际完成目标情况 总体完成情况 目标实现情况 完成情况综述 年度总体目标完成情况综述 实际完成目标 全年目标实际完成情况 全年实际完成目标 具体完成情况 年度目标实际完成情况 目标具体完成情况",
)
_TIME = r"年初|期初|年中|年度|全年|本年度?|当年|20\d\d年度?|年末|年终|年底|期末|截[至止]|\d{1,2}月(?:底|末|\d{1,2}日)?|项目|单位|部门|自评"
_DONE = "实际|完成|实现|达成|达到|执行|落实"
_AIM = "预期|计划|设定|申报|批复|预设|预定|考核|绩效|既定|目标"
_PATTERNS = (
    (re.compile(r"^\d{1,2}(?:[-—~至月]\d{1,2})?月?(?:份)?(?:累计)?执行率$|^上半年执行率$"), Role.RATE),
    (re.compile(r"^(?:截至)?\d{1,2}(?:[-—~至月]\d{1,2})?(?:月|日)?(?:份)?(?:底|末)?(?:累计)?执行数$|^上半年执行数$"), Role.EXECUTED),
    (re.compile(r"^(?:截至)?\d{1,2}(?:[-—~至月]\d{1,2})?(?:月|日)?(?:份)?(?:底|末)?(?:累计)?(?:实际)?(?:执行|完成)(?:情况|值)$|^上半年(?:执行|完成)(?:情况|值)$"), Role.ACTUAL),
    (re.compile(r"^20\d\d年.{0,4}决算数?$"), Role.EXECUTED),
    (re.compile(r"^(?:20\d\d年)?年初.{0,6}预算"), Role.INITIAL),
    (re.compile(r"^(?:20\d\d年)?(?:全年|调整后?).{0,6}预算数?$|^预算.{0,2}调整后?数$"), Role.ADJUSTED),
    (re.compile(r"^(?:全年)?预计.{0,4}(?:执行|支出)"), Role.FORECAST),
    (re.compile(r"(?<!计划)(?:执行|支出|使用)数$"), Role.EXECUTED),
    (re.compile(r"^实际(?:投入|支出|使用|执行|支付)(?:数额|资金额?|金额|总?额|资金总额)?$"), Role.EXECUTED),
    (re.compile(r"执行率$|^.{0,6}(?:执行|支付|支出|使用)(?:完成)?(?:率|进度|比率|比例|比)$"), Role.RATE),
    (re.compile(r"^[一1].?级.{0,4}指标$|^一级指标(?!.*(?:权重|分值|得分|满分)).{0,5}$"), Role.LEVEL1),
    (re.compile(r"^[二2].?级.{0,4}指标$|^二级指标(?!.*(?:权重|分值|得分|满分)).{0,5}$"), Role.LEVEL2),
    (re.compile(r"^[三3].?级.{0,4}指标$|^三级指标(?!.*(?:权重|分值|得分|满分)).{0,6}$"), Role.LEVEL3),
    (re.compile(r"(?:全年)?预计.{0,4}完成"), Role.EXPECTED),
    (re.compile(r"偏[差离].{0,6}(?:原因|说明|分析)|差异.{0,4}(?:原因|说明|分析)|未(?:完成|达标|实现).{0,6}原因|未(?:完成|达标?).{0,6}(?:原因|说明)$|[扣失减]分(?:.{0,4}(?:原因|理由|说明)|事由|情况|因素)|原因[及和与、].{0,6}措施$|情况说明及原因$|原因.{0,2}(?:分析|说明)|改进措施$|(?:问题|没有完成)[及和的]{0,2}原因$"), Role.REASON),
    (re.compile(r"(?:评分|计分|打分|评价)(?:说明|依据)?[和与及、]?(?:标准|细则|办法|规则|方法|原则)|^[给得赋记]分(?:标准|原则|办法|方法|规则)|^[计打]分依据$"), Role.STANDARD),
    (re.compile(r"(?:复核|财政|主管部门|审核|复评|核定|评价组|专家|抽查).{0,4}(?:得分|评分)|(?:复核|审核|核实|核定|抽查).{0,4}完成"), Role.EXTRA),
    (re.compile(r"自评.{0,3}得?分值?$|^(?:项目|部门|本){0,2}(?:单位|部门)自评$"), Role.SCORE),
    (re.compile(r"(?:实际|全年|年度|自评|指标).{0,4}完成(?:值|情况|数|结果)$|^(?:全年|年度)?实际完成(?:值|数|结果)"), Role.ACTUAL),
    (re.compile(rf"^(?:{_TIME}|的|指标|目标|{_DONE})*(?:{_DONE})的?(?:指标|目标)?(?:值|数值?|情况|结果|水平|质量)$|^(?:{_TIME}|的)*(?:实际)?(?:{_DONE})的?(?:指标|目标)$"), Role.ACTUAL),
    (re.compile(r"(?:年度|年初|预期|计划|绩效|全年|设定|目标|调整).{0,4}(?:指标值|目标值)$|^(?:20\d\d年)(?:度)?(?:指标值|目标值)$"), Role.TARGET),
    (re.compile(r"^(?:年中|年度|全年)?(?:指标|目标)调整后?值$"), Role.TARGET),
    (re.compile(r"^20\d\d年(?:度)?(?:实际)?完成值$"), Role.ACTUAL),
    (re.compile(r"^[本我]?(?:单位|部门)(?:指标|目标)?(?:实际)?(?:执行|落实)情况$"), Role.ACTUAL),
    (re.compile(r"^(?!.*(?:上年|上一年|历史|实际|完成|往年|去年|同期)).{1,6}(?:指标值|目标值)$"), Role.TARGET),
    (re.compile(r"^(?:指标)?(?:分值|权重)|^.{0,4}(?<![得评打])(?:分值|权重|权重分值|满分)$"), Role.POINTS),
    (re.compile(r"^(?!.*(?:上年|上一年|历史|往年|去年|同期|预计|计划|预期|目标)).{0,6}(?:完成值|实际值|实现值|达成值)$"), Role.ACTUAL),
    (re.compile(r"^.{0,4}(?:度量|计量)单位$"), Role.MEASURE),
    (re.compile(r"^.{0,4}指标(?:性质|方向)$"), Role.NATURE),
    (re.compile(r"^.{0,4}(?:运算|比较|关系|计算)符号?$"), Role.OPERATOR),
    (re.compile(r"^(?!.*(?:上年|预算)).{0,8}(?:决算|支付|列支|开支)(?:数|额|金额)$|^(?:本年|全年|年度|实际)?支出决算$"), Role.EXECUTED),
    (re.compile(r"^年初(?:资金|安排|下达|批复|计划)?数$|^年初(?:资金)?(?:安排|批复|下达|核定)(?:数|资金|金额)?$"), Role.INITIAL),
    (re.compile(r"^(?:全年|年末|最终|年中|年中调整后|调整后)(?:预算|下达|安排)数$"), Role.ADJUSTED),
    (re.compile(r"^(?:全年|年度|本年)执行(?:情况|结果)$|^执行结果$"), Role.EXECUTED),
    (re.compile(r"^(?:年初|年度|全年|预期|设定|申报|批复|计划|考核|预定|既定|预设)(?:设定|申报|批复|计划|预期|绩效|考核)?(?:值|标准)$"), Role.TARGET),
    (re.compile(r"^(?:20\d\d年)?(?:全年|年度|本年度?|调整后).{0,4}预算(?:安排|下达|批复|核定)?(?:数|额|金额|总额|资金|总数)?$"), Role.ADJUSTED),
    (re.compile(r"^(?:计划|预算|拟)(?:安排|下达|批复|投入|投资|支出|使用)(?:资金|数额?|金额|总额|额度)?$|^(?:计划|安排|下达|批复)(?:资金|数额?|金额|总额|额度)$"), Role.BUDGET),
    (re.compile(r"^(?:当年|本级|项目|资金|部门)?预算(?:安排|下达|批复|核定)?(?:数|额|金额|总额|资金|资金总额|资金数|总金额)$"), Role.BUDGET),
    (re.compile(rf"^(?:{_TIME}|{_AIM}|的|指标|目标)*(?:{_AIM})的?(?:指标|目标)?(?:值|数值?)$|^(?:{_TIME}|的)*(?:考核|申报|批复|计划|预期)目标$|^(?:{_TIME})*(?:指标|目标)(?:值|数值|要求)$"), Role.TARGET),
    (re.compile(r"^(?:自评|自我|单位|部门|考核|考评|实际|指标|本项|评价|最终|预算执行|执行){1,2}(?:打分|得分|评分)(?:值|数|情况|结果)?$"), Role.SCORE),
)  # fmt: skip


_EARLIER = re.compile("上一?年|去年|往年|历史|历年|同期|前[一二两三]年|以前年")  # what was then is none of this year's
_INCOME = re.compile("^(?!.*支出).*收入")  # what came in is no budget and was not spent


@lru_cache(maxsize=8192)
def role_of(text: str) -> Role | None:
    """What a heading cell says its column holds, or None when it is no heading."""
    if not text or len(text) > LONGEST * 2:
        return None
    word = key(text)
    if not word or len(word) > LONGEST:
        return None
    found = _EXACT.get(word)
    if found is Role.REMARK and "原因" in squeezed(text):  # 备注（未达标原因）
        return Role.REASON
    if found is not None:
        return found
    found = next((role for pattern, role in _PATTERNS if pattern.search(word)), None)
    if found in MONEY and (_INCOME.search(word) or _EARLIER.search(word)):
        return None
    return Role.EXTRA if found in (Role.TARGET, Role.ACTUAL) and _EARLIER.search(word) else found


_PART_OF_YEAR = re.compile(r"半年|季度|\d月")


@lru_cache(maxsize=1024)
def part_of_year(text: str) -> bool:
    """Whether a heading speaks of a part of the year: 上半年完成值, 1-7月执行数."""
    return bool(_PART_OF_YEAR.search(squeezed(text)))
