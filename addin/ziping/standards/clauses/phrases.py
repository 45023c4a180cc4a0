"""Phrases of standards that are no figures: labels, context, cases without anything to evaluate, words for reached and missed."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.clauses.awards import boundary
from ziping.standards.clauses.rule import ZERO, Amount, Award, Met, Relative
from ziping.standards.words.cursor import Cursor
from ziping.standards.words.goals import GOALS
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["ALTERS", "AWAY", "CONDITIONAL", "CONTEXT", "DANGER", "EXCUSE", "FAULTS", "FOUGHT", "HARMLESS", "LABELS", "LATENESS", "NOTHING", "PUNCTUAL", "RECKONED", "SAMPLED", "SIGNED", "TARDY", "TURNS", "UNRISEN", "UNTIMELY", "WORDED", "bracketed_share", "full_at_most", "measured", "met", "named", "timely", "trimmed"]

LABELS = Pattern(
    r"(?:评分标准|计分标准|评分规则|计分规则|评分方法|计分方法|标准|评分细则|计算方法|扣分标准|评价标准|得分标准|评分办法|计分办法|考核标准|考核|评分说明|计分依据|评分依据|评分要点|评价要点|评价规则|打分标准|赋分标准|计算标准|具体标准|分值标准|评分|计分|(?:定量|定性|正向|反向)?(?:指标)?(?:计分|评分|赋分|打分)原则|定量指标|定性指标|正向指标|反向指标|评分标准及说明|赋分规则|评分标准为|评分标准如下|标准如下|如下|注|说明|备注|得分|扣分|得分规则|扣分规则|扣分项|加分项|扣分制|倒扣制|加分制|减分项|采用扣分制|实行扣分制|按(?:照)?[^,;。\d]{2,16}(?:计分|评分|打分|赋分|得分)|(?:按照?|依据|根据)?(?:下列|以下|如下)?(?:计分)?公式(?:计算)?(?:得分)?(?:为|如下)?|按?(?:以下|下列|如下)(?:标准|办法|规则|情形|情况)?(?:分档|分级|分类|分别)?(?:计分|评分|打分|赋分|得分)?)"
)
CONTEXT = Pattern(
    r"(?:该|本|此)?(?:项)?(?:指标)?(?:主要)?(?:用以|用于|用来|旨在)?(?:反映|考核|评价|考察|体现|衡量).*|(?:是指|指的是|指(?![标数导挥定引派示令南纹])).*|.*(?:是指|指的是|用以反映|用于反映|反映和考核|为准|为标准|为基准|为依据)|(?:以|按|按照|根据|依据|对照).*(?:为准|为标准|为基准|为依据|为基数|进行评价|进行考核)|[^,]{2,20}(?:是指|指的是|系指|主要是指).*|[^,指]{2,14}指(?![标数导挥定引派示令南纹]).{4,}|(?:根据|按照|依据|对照|结合)[^,]*(?:情况|程度|结果)(?:进行)?(?:评价|评分|打分|计分|赋分|考核)?|.*是否[^,]*|(?:超额完成|超过|超出)?(?:的)?(?:部分)?不(?:另|再)?加分|共\d项|(?:数据来源|佐证材料|资料来源).*"
)
HARMLESS = Pattern(r"[^,;。\d]{0,14}共(?:有|计)?[\d一二三四五六七八]个?(?:项)?(?:评价|得分|评分)(?:要点|要素|条件|内容)|(?:不符合|未达到|不达标|不满足)(?:要求)?的?,?(?:则)?(?:该|此|相应|对应)项(?:指标)?(?:不得分|不计分|得0分|计0分)|(?:加分|扣分)(?:和|与|、)(?:扣分|加分)均?以基本分为限|(?:加分?|扣分?)[和与、]?(?:扣|减|加)分?(?:均|都)?(?:不(?:得|能)?(?:突破|超过|超出)基[本础]分(?:值)?|以基[本础]分(?:值)?为限)|加分至(?:基[本础]分|满分)(?:值)?为止|(?:并且?|且)(?:实行)?一票否决|每个?(?:村|镇|乡|县|社区|单位|学校|站点|点位)(?:抽查|抽取|走访|查)?\d+(?:户|人|处|个|家|名)|每一?项(?:指标)?(?:未|没有|不)(?:达到|完成|达标|符合)(?:要求|标准|目标|进度)?的?,?(?:则)?(?:该|此|相应|对应)项(?:指标)?(?:不得分|不计分|得0分|计0分)|以[^,;。\d扣得]{2,30}(?:情况|结果|数据|资料|统计|材料|记录|台账|报告|文件)为准|以\d{4}年(?:度)?[^\d,;。]{0,8}为(?:基期|基数|基准)|(?:与|较|同)\d{4}年(?:度)?相比|数据(?:由|来自|以).{2,20}|[依以]此?次?类推|(?:定量)?(?:指标)?(?:的)?(?:最终|最高)?得分(?:最高)?(?:均)?不(?:能|得|应|可)?(?:超过|突破|超出|高于|大于)(?:该|本)?(?:项)?(?:指标)?(?:的)?(?:分值|满分|权重分?)(?:总额|总分|总值|值)?(?:上限)?|(?:每?项?)?(?:符合|满足)得分|每?(?:多|超过?|超出|超额)(?:完成)?(?:\d+|[一二两三])?\w{0,3}(?:的|部分|的部分)?(?:也)?不(?:另|再)?加分|按(?:月|季度?|年|周|半年)(?:度)?(?:报送|公开|发放|开展|检查|调度|报告|上报|组织|召开)|(?:共计?|总共|以上|共有)(?:\d+|[一二两三四五六七八九十])(?:项|个|条|点|方面)(?:评价|考核|评分)?(?:内容|指标|要点|要素|条件)?|与(?:年初|年度|预期|计划)?(?:目标|指标)值?相比较?|(?:超额完成|超过|超出)(?:100%|目标值?|指标值|计划数?)?(?:的)?(?:部分)?(?:的)?,?(?:也)?不(?:另|再)?加分|(?:结果|得分)?(?:按)?(?:四舍五入)?保留(?:小数点后)?[两2]位(?:小数)?|(?:该|本|此)(?:项)?指标以[^得扣%]*为(?:评价|考核)(?:内容|对象|范围)")
DANGER = Pattern(r"扣|加分|减分|满分|不得分|除[^,;。]{0,20}外|剔除|视同|视为|但(?!没有|未)|如有|如果|若(?!干)|特殊(?!教育|困难|群体|人群|儿童|病|工种|学生|岗位|设备|津贴|药品)|不可抗|政策性(?!农业|贷款|保险|银行|粮)|免(?!费|疫)|豁免|折半|减半|封顶|否决|取消|不纳入|不含|不适用")
TURNS = Pattern(
    r"加重|减轻|才[计算扣]|保留整数|挂钩|联动|顺延|工作日|不包[括含]|不(?:作|予|参与|纳入)?考核|(?:具体|详)见|参照|细则执行|翻番|翻倍|加倍|倍|递[增减]|逐次|归零|清零|[记计为]零|否决|从[重轻严宽]|不予|不再?计|不在此|不受|返还|叠|[只仅限](?:计|算|取|评|考核)|一次|尾数|进一|取整|四舍五入|就[低高]|(?:调整|变更)后|不足|"
    r"核定|裁定|裁决|决定|认定|研究|评[判定议]|酌|专家|考核(?:小?组|部门)|评审|第三方|主管部门|情节|弄虚|作假|追究|责任|重大|严重|恶劣|正偏差|负偏差|[超越]过|达到|以上|以下|低于|高于"
)  # a sentence with one of these may change what the rules beside it give
ALTERS = Pattern(r"取整|四舍五入|取?平均值?计|取平均|顺延|折算|系数|加倍|减半|取[高低大小]|另行|按[^,;。]{1,6}档")  # what changes the points even in a definition
CONDITIONAL = Pattern(r"方可|才[能可]|前提|否则|(?<!级)(?<!级及)以下|下列|以上|上述|不再|不另|不重复|重复(?:计|得|扣|加)|按[^,;。]{1,12}(?:计(?!划)|算(?!编制))|累计|合计|平均|折|权重|上限|下限|倍|另行|单独|分别|叠加|之一|任[意一]|择|优先|基数|系数|(?<![采获收听选抽读提换争])取(?!得|消)|同时|须|必须|应当|达标|得分|分数|分值|扣")
RECKONED = Pattern(r"平均|折算|加权|权重|汇总|按[^,;。]{1,12}(?:计(?!划)|算(?!编制))|重复")  # how a figure in brackets is come by
NOTHING = Pattern(r"(?:当年|本年|本年度|年度|如|若|如果|对于?|单位|部门)*(?:没有|无|未安排|不涉及|不存在|未发生|未涉及|不适用|未设置|未开展)[^得计按]{0,24}?(?:的|时|的单位|的部门|的项目|,|则|视为|视同|情况)*")
WORDED = Pattern(r"[^\W\d_得计记扣减加分给赋]")
SIGNED = Pattern(r"[≥≤<>=*/+%\[\]:]")
FAULTS = Pattern(r"事故|投诉|违规|违纪|违法|问题|失误|通报|差错|案件|上访|处罚|缺陷|挪用|截留|扣分|情形|隐患|舆情|瞒报|纠纷")
AWAY = "不出勤|未出勤|缺勤|旷工|旷课|脱岗|离岗|空岗|缺岗|不在岗|不到岗|未到岗|未值班|未值守"  # who is away, day by day
FOUGHT = Pattern(r"(?:依法|依规|严厉|从严|严格|坚决)*(?:查处|打击|查办|惩治|惩处|侦办|侦破)[^,;。未不没无]{0,24}")  # 查处非法采砂案件: no fault of one's own
SAMPLED = Pattern(r"抽查|抽取|抽样|抽检|抽测|抽调|走访|选取|调查|目视|随机")
LATENESS = Pattern(r"(?:延迟|推迟|逾期|延期|滞后|超期|延误|延后)")
UNTIMELY = Pattern(rf"{LATENESS.pattern}|(?:不|未|未能|没有)(?:及时|按[时期]|如期|准时)")  # done, but late
TARDY = Pattern(r"(?:未|未能|没有|不能?)(?:按时|及时|按期|如期|按照?(?:规定|计划|要求)?(?:时间|进度|期限|时限|节点))(?:要求)?[^,;。\d不未没无]{0,8}|[^,;。\d]{0,12}(?:不及时|不按时)")
UNRISEN = Pattern(r"[^,;。\d]{0,16}?(?:(?:较|比|与)?(?:上年|去年|上年度|上年同期)(?:相比)?|同比)?(?:不增长|未增长|零增长|不增加|未增加|不上升|零增长或负增长|负增长或零增长|只减不增|(?:下降|减少|降低)(?:或者?|、)持平|持平(?:或者?|、)(?:下降|减少|降低))")
EXCUSE = Pattern(r"(?:但|并)?(?:如遇|如因|若因|若遇|确因|由于|因(?!素|地|此|子|公|私)|遇到?|除(?!险|草|尘|雪|臭|虫|污|四害)|特殊|经批准)")
REACHED = words("达到或优于目标值 达到或优于指标值 优于或达到目标值 达到 达标 达成 完成 实现 达到目标 完成目标 达到目标值 完成目标值 完成任务 达到指标值 完成指标值 达到年度指标值 达到预期目标 完成年度目标 达到预期 全部完成 达成目标 达成预期目标 完成年度指标值 达到要求 达到标准 已完成 达到预期指标 完成预期目标 完成绩效目标 达到绩效目标 达到年度目标 完成计划 达到计划 达成指标值 达到预期值 完成既定目标 达到目标要求 完成年初目标 达成年度指标 完成计划目标 达到或超过目标值 完成或超额完成 达到或超过指标值 达成预期指标 完成率达到目标值 完成年度指标 达到计划数 完成计划数 达到预期目标值 完成值达到指标值 实际完成值达到指标值 达到规定要求 达到规定标准 完成全部任务 按计划完成 达到既定目标 完成预期指标 达到年初目标 达到年初目标值 达到设定目标")
MISSED = frozenset(f"{no}{word}" for no in ("未", "没有", "没", "未能", "不") for word in REACHED) | words("不达标 达不到 达不到目标 未达标准 达不到要求 未达目标 未达目标值 未达到的 未达 未达预期 未达预期目标 达不到目标值 未全部完成 低于指标值 未达指标值 未达年度指标值 未达要求 达不到指标值 未完成或未达到 完不成 完不成目标 完不成任务 完不成目标任务 完不成目标值")


_GOAL = r"(?:时序|确定|明确|约定|签订|承诺|省|市|县|区|上级|国家|下达|核定|批复|责任书?|考核|约束性|建设|改造|培训|治理|修复|整治|种植|造林|采购|服务|检查|监测|工作|重点工作|各项|年度|全年|预期|绩效|既定|年初|设定|计划|预定|规定)*(?:目标|任务|指标|计划)(?:任务|目标|值|数|量|要求)*(?:的|时)?"
_GOAL_MET = Pattern(_GOAL.removesuffix("(?:的|时)?") + r"(?:按时|全部|全面|已|均|如期)*(?:完成|达到|达成|实现)|(?:按时|全部|全面|已|均|按要求|如期)*(?:完成|达到|达成|实现)了?(?:或超过|或超额完成)?" + _GOAL)
_GOAL_MISSED = Pattern(_GOAL.removesuffix("(?:的|时)?") + r"(?:未|没有|未能|没)(?:按时|全部|全面)*(?:完成|达到|达成|实现)|(?:未|没有|未能|没)(?:按时|全部|全面|按要求|如期)*(?:完成|达到|达成|实现)" + _GOAL)


_NAMED_MISSED = Pattern(r"(?![^,;]*(?:部分|基本))[^\W\d未不没无]{2,16}(?:率|比例|系数|指数|水平|度|数量|人数|人次|场次|次数|个数|面积|里程|产量|产值)(?:(?:不达标|未达标|达不到要求|未达到要求)的?|(?:未|没有|未能)(?:完成|达到)(?:年度|全年|年初|预期|绩效|设定|既定)*(?:目标|指标|计划|任务)(?:任务|值|数|要求)?)")
_NAMED_MET = Pattern(r"(?![^,;]*(?:按时|及时|按期|如期|超额|提前|部分|基本|[不未没无]))[^\W\d]{2,16}(?:率|比例|系数|指数|水平|度|(?<![质力保])量|数|值|面积|规模|收入|产值|额|成本|浓度|时间|标准)(?:达到|完成)了?(?:年度|全年|年初|预期|绩效|设定|既定)*(?:(?:目标|指标|计划|任务)(?:值|数|要求)?|年初预算|合同约定)|(?![^,;]*[不未没无])(?:[^\W\d]{2,16}(?:率|数量|人数|人次|场次|次数|个数|面积|里程|产量|产值)|[^\W\d]{0,16}(?:比例|比重))(?:均|已)?达标")


def measured(token: object) -> bool:
    """A figure that would have to be compared: a phrase with one is no phrase."""
    return token.kind == "NUM" and (token.unit is None or token.unit.base in ("", "百分点", "分", "元"))  # type: ignore[attr-defined]


def bracketed_share(cursor: Cursor) -> Award | None:
    """显著（100%）: in brackets, of the points."""
    if cursor.kind() == "NUM" and (cursor.token().unit == PERCENT or (cursor.token().text == "0" and "%)" in cursor.source)) and cursor.kind(1) == "CLOSE":
        value = cursor.take().value
        return Award(Amount(value.scaleb(-2), True) if value else ZERO)  # type: ignore[union-attr]
    return None


_POINTS_NAMED = Pattern(r"(?:该|本)?(?:项)?(?:指标)?(?:的)?(?:标准)?(?:分值|满分值|标准分)(?:计算|计分|计)?")


def _whole(cursor: Cursor) -> bool:
    """100% or 满分, passed over."""
    if cursor.kind() == "NUM" and not (cursor.token().value == 100 and cursor.token().unit == PERCENT or cursor.token().text == "1"):
        return False
    return cursor.accept("NUM", "FULL") is not None or (cursor.kind() == "TEXT" and _POINTS_NAMED.fullmatch(cursor.token().text) is not None and bool(cursor.take()))


def full_at_most(cursor: Cursor) -> bool | Decimal:
    """超过100%的按100%计算, 超过满分的按满分计: the points end at the full points anyway; 超过10分按10分计 says how many those are."""
    start = cursor.at
    cursor.skip("GLUE")
    if cursor.kind() == "TEXT" and cursor.kind(1) == "CMP" and cursor.token().text.endswith(("率", "比例", "得分", "分数", "结果", "满意度")):
        cursor.take()
    sign = cursor.accept("CMP", "UP")
    beyond = sign is not None and sign.text in ("超过", "大于", "高于", "超出", "超", ">")
    points = cursor.token().value if beyond and cursor.kind() == "NUM" and cursor.token().unit is not None and cursor.token().unit.base == "分" else None  # type: ignore[union-attr]
    first = (points is not None and bool(cursor.take())) or (_whole(cursor) if beyond else False)
    said = False
    while first and cursor.kind() in ("GLUE", "PART", "COMMA", "SIDE"):
        said = cursor.take().text in ("按", "以") or said
    again = cursor.accept("NUM") if said and points is not None else None
    if again is not None and (again.unit is None or again.unit.base != "分" or again.value != points):
        again, said = None, False
    if not said or (again is None and not _whole(cursor)):
        cursor.at = start
        return False
    if cursor.kind() == "TEXT" and cursor.token().text in ("计算", "计", "计分", "记", "计入", "计得分", "算", "核算"):
        cursor.take()
    if boundary(cursor):
        return True if again is None else points  # type: ignore[return-value]
    cursor.at = start
    return False


def named(subject: str) -> bool:
    """Whether a text before a number may be the name of what is measured; conditions in words may not be."""
    return len(subject) <= 30 and not _DENYING.search(subject) and not DANGER.search(subject) and not re.search(r"[,;。]|同一|第$", subject)


_DENYING = Pattern(r"(?:未能?|没有|没能|不能)(?:在|于)(?![册职校岗编线建])|(?:未|没有|没|不|未能|不能)$|(?:不(?:得|应当?|能够?|可以?|准|许|允许|容许|要求?|宜|需要?|必|该|会|曾|再)|[未没][曾再有]?|没有|[不无勿莫非]|严禁|禁止|杜绝|避免|防止)(?:再|有|出现|发生|存在|发现)*(?:[迟晚早]于?)?$")  # 未 before a number denies what is compared with it
_IF = Pattern(r"^(?:如果|若|当(?![年地前日月期事天季场]))")


_NOUN_ENDS = Pattern(r"(?:细则|规则|原则|准则|守则|总则|志愿者|消费者|患者|经营者|生产者|劳动者|受益者|管理者|投资者|读者)$")


_GRADES = words("好的 优的 良的 中的 差的")


def trimmed(phrase: str) -> str:
    phrase = _IF.sub("", phrase.strip(",、:;("))
    for tail in ("的则", "的可", "的", "则", "者"):
        if phrase.endswith(tail) and (len(phrase) > len(tail) + 1 or phrase in _GRADES) and not _NOUN_ENDS.search(phrase):
            phrase = phrase.removesuffix(tail)
            break
    return phrase.strip(",、:;(")


PUNCTUAL = words("按期完工 按时完工 如期完工 按期竣工 按时竣工 按期开工 按时开工 按计划开工 按计划完工 按时完成 按时 按期完成 及时完成 及时 按期 如期完成 在规定时间内完成 按规定时间完成 按计划时间完成 按时限完成 按计划完成 准时完成 按要求时间完成 按时间节点完成 规定时限内完成 规定时间内完成 在计划时间内完成 按时报送 及时报送 按时办结 提前完成 按时限要求完成")

_DOER = Pattern(r"^(?:项目|工程|工作|任务|报告|资金|建设)+(?=在?(?:按|及时|准时|如期|规定|计划|要求|提前))")


_DONE_IN_TIME = Pattern(r"(?![^,;。]*(?:拟|预计|部分|有待|尚待|仍需|逾期|上年|去年|正在|准备|争取|力争|基本(?!公共|养老|医疗|建设)|应(?!急)|较))(?:全年(?:\d+[次期份])?|\d+[次期份](?=已?(?:全部|均|都)))?(?:[^\W\d未不没无非]{0,10}(?:资金|补贴|补助|报告|报表|信息|预算|决算|项目|工程|任务|工作))?(?:已|全部|均|都)*(?:按时|及时|按期|如期|准时|按规定的?时间|按要求时间|在?规定(?:的)?(?:时间|时限|期限)内)(?:完成)?(?:报送|公开|拨付|支付|下达|提交|上报|发放|编制|办结|整改|验收|开工|竣工|公示|备案|申报|批复|审批|通知|转发|清算|结算|缴纳|兑付|反馈|答复|回复|上缴|到位)(?:到位|完毕|完成)?")


_SENT_IN_TIME = Pattern(r"(?:按时间要求(?:及时)?|按时|及时|按期|按(?:规定|要求)的?时间)(?:报送|上报|提交|报告)[^\W\d不未无没和与及并且]{2,8}")


def timely(phrase: str) -> bool:
    """按期完成, 项目在规定时间内完成: in time, whoever does it."""
    phrase = phrase.rpartition(",")[2]
    return phrase in PUNCTUAL or _DOER.sub("", phrase) in PUNCTUAL or _DONE_IN_TIME.fullmatch(phrase) is not None or _SENT_IN_TIME.fullmatch(phrase) is not None


OVER = words("超编 超编制 超员 超预算 超支 超出预算 超过预算 超概算 超计划 超出计划 超标准 超过计划")
WITHIN = words("未超编 不超编 未超编制 未超员 未超预算 未超支 不超支 不超预算 控制在预算内 控制在预算范围内 未超概算 未超过预算 未超出预算 在预算范围内 在预算内 未超计划 不超概算 未超标准")


_KEPT = Pattern(r"[^\W\d]{0,8}控制在(?:目标值|指标值|目标|计划|计划数|年度目标值|年度指标值|预算数|批复预算数?|预算批复数?|预算|概算|计划成本|目标成本)(?:以内|之内|范围内|范围之内|内)")


_COST = Pattern(r"^(?:项目|实际|总|工程|单位|采购|建设)*(?:成本|支出|决算|投资|费用|造价)(?=(?:未|不)?超)")


_NAME_REACHES = Pattern(r"(?![^,;]*(?:按时|及时|按期|如期|超额|提前|部分|基本(?!农田)|[不未无没]))[^\W\d]{2,20}(?:率|比例|系数|指数|水平|度|(?<![质力保])量|数|值|面积|里程|长度|规模|收入|产值|额|浓度|人次)(?:达到|完成)了?([^\W\d]{2,12})")
_SET = Pattern(
    r"(?![^,;]*(?:按时|及时|按期|如期|提前|部分|基本(?!农田|公共|养老|医疗|支出)|且|并|实际(?!支出)))(?:\d{4}年)?(?:[^\W\d]|、){2,24}(?:率|比例|系数|指数|(?<![质力保])量|数|值|面积|规模|收入|产值|额|成本|浓度|支出|投资|里程|长度|人次|投入|保有量|单价|采购价|总价|价格|费用?|金额|经费数?|标准|人员|车辆)(未超过|未超出|未超|未突破|不低于|不少于|不小于|大于或等于|大于等于|达到或超过|不高于|不超过|不大于|小于或等于|小于等于|低于|少于|小于|高于|超过|大于)"
    r"(?![^,;]*(?:上年|去年|往年|同期|平均|基期|其他|同类|历史|[未不无没]|[和与及或]|[≥≤<>]))[^\W\d]{0,24}(?:下达|核定|[省市县国]定|规划|任务|指标|目标|计划|批复|考核|规定|约定|合同|预算|概算|定额|确定|批准)[^\W\d]{0,14}"
)
_SIGNS = {"未超过": "≤", "未超出": "≤", "未超": "≤", "未突破": "≤", "不低于": "≥", "不少于": "≥", "不小于": "≥", "大于或等于": "≥", "大于等于": "≥", "达到或超过": "≥", "不高于": "≤", "不超过": "≤", "不大于": "≤", "小于或等于": "≤", "小于等于": "≤", "低于": "<", "少于": "<", "小于": "<", "高于": ">", "超过": ">", "大于": ">"}


def _against_set(phrase: str) -> Relative | None:
    """保护面积不低于上级下达的考核指标, 低于上级下达的考核指标: held against the target, which is what was set."""
    said = _SET.fullmatch(phrase) or _SET.fullmatch("指标值" + phrase)
    return Relative(_SIGNS[said[1]]) if said else None


_AGED = Pattern(r"^\d{1,3}(?:[-~至到]\d{1,3})?(?:周?岁|月龄|年级)(?:及)?(?:以[上下])?的?(?=[^\W\d]{2})")  # 0-6岁儿童健康管理率: whose rate it is


def met(phrase: str) -> Met | Relative | None:
    """达到目标 and 未达到目标, 超预算 and 未超预算; None for a phrase of its own."""
    phrase = _AGED.sub("", _COST.sub("", phrase))
    if phrase in OVER or phrase in WITHIN:
        return Relative(">" if phrase in OVER else "≤")
    if _KEPT.fullmatch(phrase):
        return Relative("≤")
    if named := _against_set(phrase):
        return named
    if (reached := _NAME_REACHES.fullmatch(phrase)) and reached[1] in GOALS:
        return Met(True)
    if phrase in REACHED or _GOAL_MET.fullmatch(phrase) or _NAMED_MET.fullmatch(phrase):
        return Met(True)
    return Met(False) if phrase in MISSED or _GOAL_MISSED.fullmatch(phrase) or _NAMED_MISSED.fullmatch(phrase) else None
