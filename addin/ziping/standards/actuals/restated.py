"""An actual told in more words than the standard has for it, put in those: 资金全部到位 is 100% of a 到位率, 超支2% so much of the budget, 安全事故0起 is 未发生安全事故.

Asked only of what no other reader could tell, and judged by these once it is put so. Each way is one in which nothing is lost: the name that goes stands in the
standard too, and no manner is said or asked for that the figure would hide.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from ziping.amounts import EXACT, PERCENT
from ziping.standards.actuals.set_against import by_the_other, than_last_year
from ziping.standards.cells.conversion import TIMES
from ziping.standards.cells.values import Value, read_actual
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import Count, Met, Relative
from ziping.standards.points.binding import Bound
from ziping.standards.sayings.matching import NOUNS
from ziping.standards.words.desirable import amiss_before, costs_more, worse_when_higher
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["restated", "told_twice"]


_DENIES = Pattern(r"[不未没无非零]|违规|重复|逾期|超期|延迟|虚假|错")
_AGAINST = Pattern(r"上年|去年|同期|同比|环比|增长|提高|下降|降低|减少|上升|变动|半年|季度|\d月|批")
_TWO_MAKERS = Pattern(r"[、和及与]|预决算")


def _told_by_its_deed(subject: str, did: str) -> bool:
    """Whether a rate is of what was done to a thing, so that all that was done is all of it: 资金到位率, 问题整改率; not 违规发放率, 限时办结率, 较上年提高合格率."""
    head = _TWO_MAKERS.split(subject.removesuffix(f"{did}率"))[-1]
    return not amiss_before(f"{did}率", subject) and not worse_when_higher(subject) and _AGAINST.search(subject) is None and (not head or NOUNS.fullmatch(head) is not None or _THINGS.search(head) is not None)


_THINGS = Pattern(r"(?:抽[查检样测]|问题|案件|产品|线索|隐患|诉求|投诉|举报|信访|工单|[户人村]口?|人群|儿童|学生|学员|企业|[款物苗]|树木?|苗木|设备|[药食样]品|农产品|水质|登记|建议|提案|电话|邮件|批次|种子|薪酬|奖金|保险|抚恤金|[贷奖救]助?金)$")


def restated(bound: Bound, target: Value | None, actual: Value) -> Value | None:
    """The actual in the standard's words; None where it is none of these."""
    text = actual.text.rstrip("。;")
    told = next((put for way in (_at_its_end, _none_of_it, _with_its_amount, than_last_year, by_the_other, _one_by_one, _of_its_rate, _of_the_sums, _in_time, _as_good) if (put := way(bound, text)) is not None), None)
    if told is None and target is not None and target.kind == "number":
        told = next((put for way in (_spent, _beyond_the_sum, _so_many, _of_the_task) if (put := way(bound, target, text)) is not None), None)
    if told is None or told == text:
        return None
    return read_actual(told) if isinstance(told, str) else told


_YEAR_END = Pattern(r"^截[至止](?:到)?(?:12月(?:底|末|31日)|年[底末]),?(?:的)?(?=[^\W\d]{0,10}率|\d)")


def _at_its_end(_: Bound, text: str) -> str | None:
    """执行率93% of 截至12月底执行率93%: the year is over then."""
    rest = _YEAR_END.sub("", text)
    return rest if rest != text else None


_THIS_YEAR = Pattern(r"^(?:全年|本年度?|年度内|当年|年内)(?:内)?(?:均)?(?=未发生|未出现|无|没有发生|零发生)")
_NONE = Pattern(r"(?P<name>[^\W\d未不没无]{2,8}?)(?:发生)?(?:数量?|起数|次数|件数)?(?:为|是|:)?[0零](?P<each>起|次|件|例|处|人|宗)")


def _none_of_it(bound: Bound, text: str) -> str | None:
    """未发生 of 全年未发生, and of 安全事故0起 where 安全事故 are counted and nothing else."""
    rate = _NO_SUCH.fullmatch(text) if bound.rule.unit == PERCENT else None
    if rate is not None and bound.rule.subject.endswith(f"{rate['name']}率") and not _DENIES.search(bound.rule.subject.removesuffix(f"{rate['name']}率")):
        return "0%"  # 无投诉 of a 投诉率
    if not bound.counts and bound.spans and not bound.words and bound.rule.unit.text in _EACH_ONE and (none := _DID_NOT_HAPPEN.fullmatch(text)) is not None and _HAPPENS.search(bound.rule.subject):
        return f"0{bound.rule.unit.text}" if none["name"] in bound.rule.subject else None  # 未发生, where 事故发生数 is scored
    counts = [arm.effect for arm in bound.counts if isinstance(arm.effect, Count)]
    if len(counts) != 1 or counts[0].gain or counts[0].lack:
        return None
    if (rest := _THIS_YEAR.sub("", text)) != text:
        return rest
    none = _NONE.fullmatch(text)
    return f"未发生{none['name']}" if none is not None and none["name"] in bound.rule.source and none["each"] == counts[0].measure and _HAPPENS.search(none["name"]) else None


_AMOUNT_OF = Pattern(
    r"(?:存在|发现|发生|出现|有)?(?P<fault>截留|挤占|挪用|虚列支出|虚列|套取|骗取|滞留|私分|贪污|超标准开支|超范围支出|违规支出|违规列支)(?:了)?(?:(?:项目|专项|财政|补助|补贴|扶贫|上级)*(?:资金|经费|款项|补助款?))?(?:共计?|合计|金额)?(?:为)?\d[\d.]*[万亿]?元"
)


def _with_its_amount(bound: Bound, text: str) -> str | None:
    """存在挪用 of 存在挪用资金1.2万元: it happened, whatever it came to, and one case of it costs everything."""
    said = _AMOUNT_OF.fullmatch(text)
    if said is None or said["fault"] not in bound.rule.source or _BY_ITS_SIZE.search(bound.rule.source):
        return None
    if not bound.counts:
        return f"存在{said['fault']}"
    effect = bound.counts[0].effect
    return f"1{effect.measure}" if len(bound.counts) == 1 and not effect.gain and not effect.lack and effect.per.of(bound.full) >= bound.full else None  # type: ignore[union-attr]


_OF_BOTH = Pattern(r"(?P<how>按(?:照)?(?:规定|要求)的?)(?P<a>内容|时限|时间|范围|程序|格式|方式)(?:和|与|及|、)(?P<b>内容|时限|时间|范围|程序|格式|方式)(?P<does>公开|公示|报送|编报|执行|备案)")


def _one_by_one(bound: Bound, text: str) -> str | None:
    """按规定内容公开，按规定时限公开 of 按规定内容和时限公开, where each of the two earns its own."""
    said = _OF_BOTH.fullmatch(text) if bound.additive else None
    return f"{said['how']}{said['a']}{said['does']},{said['how']}{said['b']}{said['does']}" if said is not None and said["a"] != said["b"] else None


_BY_ITS_SIZE = Pattern(r"万元|\d元|金额|比例")
_NO_SUCH = Pattern(r"(?:全年|本年度?|年度内)?(?:无|零|未发生|未收到|没有|未出现)(?:任何)?(?P<name>(?:服务|群众|安全|质量|责任)?(?:投诉|差错|事故|违规|违约|失误|返工|信访))")
_EACH_ONE, _DID_NOT_HAPPEN = words("起 次 件 例 处 人 宗"), Pattern(r"(?:全年|本年度?|年度内)?(?:均)?(?:(?:未发生|未出现|没有发生|零发生)(?:过)?(?:任何)?|[无零](?=[^\W\d]{2}))(?P<name>[^\W\d]{0,8})")
_HAPPENS = Pattern(r"事故|投诉|上访|信访|案件|事件|舆情|火灾|违[规纪法]")
_DONE = "合格|达标|到位|办结|整改|覆盖|公开|发放|拨付|支付|入库|成活"
_ALL_DONE = Pattern(rf"(?P<of>[^\W\d未不没无均都已]{{0,8}}?)已?(?:全部|均|都|足额)已?(?P<did>{_DONE})(?:完成|完毕|到位)?")
_SO_FAR = Pattern(rf"(?P<of>[^\W\d未不没无均都已]{{0,8}}?)已?(?P<did>{_DONE})了?(?P<rate>\d+(?:\.\d+)?%)")
_MANNER = Pattern(r"按|及时|如期|准时|一次|优|首|有效|足额|群体")
_COLON = Pattern(r"(?P<name>[^\W\d]{2,14}):(?P<figure>\d[\d.]*(?:%|[^\W\d]{1,3}))")


def _of_its_rate(bound: Bound, text: str) -> str | None:
    """资金全部到位 and 到位90% of a 资金到位率; 满意度：96%."""
    if (named := _COLON.fullmatch(text)) is not None:
        return named["name"] + named["figure"]
    said = _ALL_DONE.fullmatch(text) or _SO_FAR.fullmatch(text)
    subject = bound.rule.subject
    if said is None or bound.rule.unit != PERCENT or any(isinstance(arm.effect, Off) for arm in bound.words) or not subject.endswith(f"{said['did']}率") or _MANNER.search(subject) or not _told_by_its_deed(subject, said["did"]) or said["of"] not in ("", "资金") and (not subject.startswith(said["of"]) or _TWO_MAKERS.search(subject) is not None) or "足额" in text and said["did"] != "到位":
        return None
    return "100%" if "rate" not in said.groupdict() else said["rate"]


_PIECES = Pattern(r"[,;()]")
_RATE = Pattern(r"[^\W\d未不没无]{0,14}?(?P<rate>\d+(?:\.(?P<digits>\d+))?)%")
_SUM = Pattern(r"(?!.*(?:上年|去年|同期|预计|预期|计划|申请|应|拟|争取|力争|目标|约|近|截至|季度|半年))[^\W\d]{0,10}?(?P<sum>\d+(?:\.\d+)?)(?P<unit>[万亿]?元|人|个|户|件|份|场|次|项|亩|公里|批次?|台|套)")
_NOT_THE_PART = Pattern(r"结余|结转|节|压|核减|审减|减|未|不|无|缺|超|偏|负债|降|增|变|调整|违")  # what the quotient of two sums is not, but what is left of it
_WHOLE_SUM = Pattern(r"[^\W\d]{0,6}?(?:预算|到位|总)[^\W\d]{0,4}\d")
_OF_PEOPLE = Pattern(r"[人员户学]|参[训与保会]|就业|出勤|到[岗课]")


def _is_a_part(bound: Bound, text: str) -> bool:
    """Whether the rate is of what is reached of a whole, as the two sums are: not of what is left of it, of what nobody wants, nor of people where it is money."""
    subject = bound.rule.subject
    left = _NOT_THE_PART.search(subject) or costs_more(subject) or worse_when_higher(subject) or re.search(r"滞|漏|损|亏", subject)
    return not left and not ("元" in text and _OF_PEOPLE.search(subject))


_QUOTIENT = Pattern(r"(?P<one>\d+(?:\.\d+)?)(?P<unit>[万亿]?元|人|个|户|件|份|亩|公里)/(?P<other>\d+(?:\.\d+)?)(?P=unit)")


def _of_the_sums(bound: Bound, text: str) -> str | Value | None:
    """执行率93% of 支出930万元，预算1000万元，执行率93%: told with the two sums of which it is made, to all its digits; 930万元/1000万元."""
    if (quotient := _QUOTIENT.fullmatch(text)) is not None and bound.rule.unit == PERCENT and bound.rule.subject.endswith(("率", "比例")) and _is_a_part(bound, text):
        part, whole = Decimal(quotient["one"]), Decimal(quotient["other"])
        return Value("number", text, "", EXACT.divide(part * 100, whole), unit=PERCENT) if 0 < part <= whole else None
    pieces = [piece for piece in _PIECES.split(text) if piece]
    rates = [(piece, said) for piece in pieces if (said := _RATE.fullmatch(piece)) is not None]
    sums = [said for piece in pieces if (said := _SUM.fullmatch(piece)) is not None]
    if len(pieces) != 3 or len(rates) != 1 or len(sums) != 2 or sums[0]["unit"] != sums[1]["unit"] or bound.rule.unit != PERCENT or not _is_a_part(bound, text):
        return None
    piece, rate = rates[0]
    part, whole = sorted(Decimal(said["sum"]) for said in sums)
    wholes = [Decimal(said["sum"]) for said in sums if _WHOLE_SUM.match(said[0])]
    if wholes and max(wholes) != whole:
        return None  # 支出1000万元，预算930万元: it is 107.5%
    places = Decimal(1).scaleb(-len(rate["digits"] or ""))
    return piece if whole and EXACT.divide(part * 100, whole).quantize(places, ROUND_HALF_UP) == Decimal(rate["rate"]) else None


_OF_MONEY = Pattern(r"成本|预算|支出|投资|概算|费用")
_OF_EACH = Pattern(r"单位|人均|单价|每[亩人户公平个]|均成本|率[≥≤<>=]")
_SPENT = Pattern(r"(?:项目|全年|本?年度|当年)*(?:实际)?(?:支出|投资|花费|费用|总成本|成本|总投资|使用资金)(?:金额|数额|数|总额)?(?:为|共|共计|:)?(?P<sum>\d[\d.]*[万亿]元)")


def _spent(bound: Bound, target: Value, text: str) -> str | None:
    """95万元 of 实际支出95万元, where a sum of money is what the target limits."""
    said = _SPENT.fullmatch(text) if _limits_a_sum(bound, target) else None
    return said["sum"] if said is not None else None


def _limits_a_sum(bound: Bound, target: Value) -> bool:
    source = bound.rule.source
    limited = target.unit.base == "元" and target.relation in ("", "≤", "<") and target.low > 0 and (target.relation or not _TO_BE_REACHED.search(source))
    held = all(isinstance(arm.guard, Relative | Met) for arm in bound.rule.arms) and not bound.counts
    return limited and held and _OF_MONEY.search(source) is not None and _OF_EACH.search(source) is None


_TO_BE_REACHED = Pattern(r"每(?:低|少|差)|不低于|不少于|完成[^,;。]{0,8}目标")
_OVER = Pattern(r"(?:实际|成本|支出|项目)*(?:超支|超预算|超出预算|超过预算|超概算|超)了?(?P<far>\d+(?:\.\d+)?)(?P<unit>%|[万亿]?元)")
_SAVED = Pattern(r"(?:实际|成本|支出|项目|资金)*(?:节约|节省|节支|低于预算)(?:成本|资金|支出)?了?(?P<far>\d+(?:\.\d+)?)(?P<unit>%|[万亿]?元)")
_FAR = Decimal(50)  # per cent: beyond it 超预算106% may be the whole


def _beyond_the_sum(bound: Bound, target: Value, text: str) -> Value | None:
    """102万元 of 超支2%, of a budget of 100万元."""
    said, way = (over, 1) if (over := _OVER.fullmatch(text)) is not None else (_SAVED.fullmatch(text), -1)
    if said is None or not _limits_a_sum(bound, target) or "超" not in bound.rule.source and "预算" not in bound.rule.source:
        return None
    far = Decimal(said["far"])
    if said["unit"] == "%":
        far = EXACT.divide(EXACT.multiply(target.low, far), Decimal(100)) if far < _FAR else None  # type: ignore[assignment]
    elif said["unit"] != target.unit.text:
        return None
    return None if far is None or way < 0 and far >= target.low else target.but(text=text, relation="", low=target.low + way * far)


_COUNTED = Pattern(
    r"(?:全年|年度|累计|共计?|合计|已|实际)*(?:完成|开展|举办|组织|召开|实施)?了?(?:共计?|累计)?(?P<before>[^\W\d未不没无]{0,6}?)(?:共计?|累计)?"
    r"(?P<many>\d+)(?P<each>场|次|期|个|项|件|户|人|份|台|套|处)(?P<so>次)?(?P<behind>[^\W\d未不没无次]{0,6})"
)
_ASKS_HOW = Pattern(r"按[期时规要]|及时|如期|合格|质量|验收|达标|有效|优|率|以上|规模|市级|省级|县级")


_PLANNED = Pattern(r"计划|目标|任务|应|拟|预计|安排")


def _so_many(bound: Bound, target: Value, text: str) -> str | None:
    """5场 of 全年共举办培训5场, where the target is 5场 and each that is lacking costs some."""
    said = _COUNTED.fullmatch(text)
    if said is None or target.unit.text != said["each"] or said["so"] and said["each"] != "场":
        return None
    lacking = [arm.effect for arm in bound.counts if isinstance(arm.effect, Count)]
    named = said["before"] + said["behind"]
    if len(lacking) != 1 or len(bound.rule.arms) > 2 or lacking[0].gain or lacking[0].lack != "少" or lacking[0].measure != said["each"] or _ASKS_HOW.search(bound.rule.source):
        return None
    if _PLANNED.search(text):
        return None
    return said["many"] + said["each"] if (not named or len(named) > 1 and named in bound.rule.source) and not (said["before"] and said["behind"]) else None


_DUE = r"按时|按期|如期|及时|准时"
_ALL_IN_TIME = Pattern(rf"已?(?P<when>{_DUE})(?:全部)?完成(?:了)?(?:全部|各项|年度)?(?:任务|工作)")
_RATE_IN_TIME = Pattern(rf"(?P<when>{_DUE})(?P<does>完成|报送|拨付|发放|公开|支付|办结)率(?:为|达到?)?100%")
_LATER = Pattern(r"(?:比|较)(?:原?计划|规定|原定|要求|预定)的?(?:时间|工期|期限|时限)?(?:晚|延迟|推迟|滞后|延期)了?(?P<how>(?:\d+|[一二两三四五六七八九十])个?(?:工作日|天|日|月|周))(?:完成)?")


def _in_time(bound: Bound, text: str) -> str | None:
    """按时 of 如期, 按期完成 of 按期完成任务, 延迟3天 of 比计划晚3天."""
    if bound.rule.unit == PERCENT:
        return None
    if text in ("如期", "准时"):
        return "按时"
    if re.search(rf"(?:{_DUE})(?!完成|完工)[^\W\d]{{2}}", bound.rule.source) and "完成" not in bound.rule.source and "完成" in text:
        return None  # work done in time is no money paid in time
    if _WITH_MORE.search(bound.rule.source) and _LATER.fullmatch(text):
        return None
    if (all_of_it := _ALL_IN_TIME.fullmatch(text)) is not None:
        return f"{all_of_it['when']}完成"
    if (rate := _RATE_IN_TIME.fullmatch(text)) is not None:
        return rate["when"] + rate["does"]
    later = _LATER.fullmatch(text)
    return f"延迟{later['how']}" if later is not None else None


_WITH_MORE = Pattern(rf"[未不](?:{_DUE})[^,;。]{{0,8}}?[且但并]")  # 未及时拨付且造成影响: being late is not all of it
_EFFECT = Pattern(r"(?:效果|成效)(?:较为?|比较)?(?:显著|明显|好|一般|差)")
_ALL_OF_IT = Pattern(r"(?P<how>合格|达标|及时|按时|按期)率(?:为|达到?)?100%")
_PUT_OFF = Pattern(r"(?:延迟|逾期|滞后)(?P<does>拨付|支付|发放|报送|上报|提交|公开|下达|完成|办结)")
_PASSED = Pattern(r"(?:项目|工程)?(?:均|都|全部)?已?(?:均|都|全部)?(?:验收通过|通过验收|通过了验收)")


def _as_good(bound: Bound, text: str) -> str | None:
    """效果显著 of 成效明显, 及时 of 及时率100%, 未及时拨付 of 延迟拨付, 验收合格 of 通过验收, where the standard has the one word and not the other."""
    source = bound.rule.source
    at_once = _AT_ONCE.search(source) is not None
    if bound.rule.unit != PERCENT and not at_once and (whole := _ALL_OF_IT.fullmatch(text)) is not None and whole["how"] in source and "率" not in source and not re.search("优|良", source):
        return f"全部{whole['how']}" if whole["how"] in ("合格", "达标") else whole["how"]
    if (late := _PUT_OFF.fullmatch(text)) is not None and (when := re.search(rf"(及时|按时|按期|如期){late['does']}", source)) is not None and not _GRADUALLY.search(source) and not _WITH_MORE.search(source) and re.search(r"否则|[未不](?:及时|按时|按期|如期)", source) and not re.search(rf"足额|(?:未|不|漏|没有){late['does']}|拖欠|漏报", source):
        return f"未{when[0]}"
    if _PASSED.fullmatch(text) is not None and not at_once and "验收合格" in source and "通过" not in source and not re.search("验收(?:为|评定为)?[优良]", source):
        return "验收合格"
    if _EFFECT.fullmatch(text) is None or "成效" in source or "效果" not in source:
        return None
    text = text.replace("成效", "效果")
    one, other = ("明显", "显著") if "明显" not in source else ("显著", "明显")
    if one not in text or one in source or other not in source:
        return text
    return None if _THIRD_DEGREE.search(source) else text.replace(one, other)  # either of the two rungs


_AT_ONCE = Pattern(r"一次|首次|初[次验]|(?:整改|返工|复[检验])后?")
_THIRD_DEGREE = Pattern(r"突出|非常|十分|很|较|有一定|有所")
_GRADUALLY = Pattern(r"每(?:延迟|逾期|推迟|延期|滞后|超|晚)|延迟|逾期|推迟|延期|滞后|超期|[天日月周](?:以|之)?内")
_BEYOND_IT = words("超额完成 已超额完成 超额完成任务 超额完成年度任务 超额完成目标任务 超额完成目标")
_LEVEL = words("与预算持平 与预算一致 等于预算 与计划持平 与预算相同")
_SHARE = Pattern(r"(?:实际|已)?完成率?(?:为|达到?)?(?P<share>\d+(?:\.\d+)?)%")
_WITH_ITS_SHARE = Pattern(r"(?P<figure>[^\W\d]{0,10}\d[\d.]*[^\W\d%]{1,3})[,(](?P<said>[^,()]+)\)?")
_EITHER_WAY = Pattern(r"偏[离差]|误差|相差|超[^额]|节约|压[减降]|控制|不[高超大]|以[内下]|率[≥≤<>]|每(?:高|多|增)|成本|费用|工期")


def _of_the_task(bound: Bound, target: Value, text: str) -> str | Value | None:
    """超额完成 and 完成率90% of a task of so many, the more of which the better; 450人（完成率90%）, where it is that."""
    if text in _LEVEL:
        return target.but(text=text, relation="") if _limits_a_sum(bound, target) else None
    if target.unit == PERCENT or target.unit.base == "" or target.unit.base in TIMES or "/" in target.unit.base or target.relation in ("≤", "<") or target.low <= 0 or _EITHER_WAY.search(bound.rule.source):
        return None
    if text in _BEYOND_IT:
        return "全部完成"
    held = all(isinstance(arm.guard, Relative | Met) for arm in bound.rule.arms) and not bound.counts
    if (share := _SHARE.fullmatch(text)) is not None:
        return target.but(text=text, relation="", low=_part(target, share)) if held and "完成" in bound.rule.source else None
    both = _WITH_ITS_SHARE.fullmatch(text)
    share = _SHARE.fullmatch(both["said"]) if both is not None else None
    figure = read_actual(both["figure"]) if both is not None and share is not None else None
    agrees = figure is not None and figure.kind == "number" and figure.unit == target.unit and abs(figure.low - _part(target, share)) * 200 <= target.low  # type: ignore[arg-type]
    return both["figure"] if agrees and both is not None else None


def _part(target: Value, share: re.Match[str]) -> Decimal:
    return EXACT.divide(EXACT.multiply(target.low, Decimal(share["share"])), Decimal(100))


_BY_HOW_MUCH = Pattern(r"(?:未超|没有超|不超|超(?!额|高)|少|缺|节约|节省|控制在|(?:完成|执行|到位|支出|合格)率)[^,;。]*")
_FIRST = Pattern(r"(?![缺少超未不])[^\W\d]{0,10}\d[\d.]*[^\W\d%]{1,3}")


_FEWER = Pattern(r"[少缺]了?(?P<many>\d+(?:\.\d+)?)(?P<each>[^\W\d]{1,3})")


def told_twice(bound: Bound, target: Value | None, text: str) -> tuple[str, str] | None:
    """95万元 and 未超预算: a figure, and how it stands to what was set; None where the two contradict each other. What both give is to be the same as well."""
    one, comma, other = text.rstrip("。;").partition(",")
    if not comma or _FIRST.fullmatch(one) is None or _BY_HOW_MUCH.fullmatch(other) is None or re.search(r"[,;]", other):
        return None
    figure = read_actual(one)
    if target is None or target.kind != "number" or figure is None or figure.kind != "number" or figure.unit.base != target.unit.base:
        return None
    if not re.search(r"\d", other):
        return None if "超" in other and figure.low > target.low else (one, other)
    share, fewer = _SHARE.fullmatch(other), _FEWER.fullmatch(other)
    meant = target.low - Decimal(fewer["many"]) if fewer is not None and fewer["each"] == target.unit.text else _part(target, share) if share is not None else beyond.low if isinstance(beyond := _beyond_the_sum(bound, target, other), Value) else None
    return (one, other) if meant is not None and abs(figure.low - meant) * 200 <= target.low else None
