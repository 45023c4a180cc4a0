"""Actuals that say their figure in words of their own: 增长8%, 共开展培训16期, 超2天, 批复后18日."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import PERCENT, unit_named
from ziping.standards.actuals.elapsed import elapsed
from ziping.standards.actuals.since import since
from ziping.standards.cells.conversion import TIMES, rescaled
from ziping.standards.cells.defaults import completion
from ziping.standards.cells.values import Value, read_actual, stated_name
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.edges import GROWTH, OF_TARGET, SHORTFALL
from ziping.standards.clauses.phrases import LATENESS, met
from ziping.standards.clauses.readings import HUNDRED, OFF_TARGET, completes
from ziping.standards.clauses.rule import Award, Met, Ratio, Scaled
from ziping.standards.points.binding import Bound
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.another import shortens
from ziping.standards.sayings.lateness import delay, late_by
from ziping.standards.words.desirable import amiss_before
from ziping.standards.words.spelling import told_number
from ziping.standards.words.tokens import WORKDAY
from ziping.standards.words.vocabulary import Pattern, in_order, words

__all__ = ["from_limit", "of_the_same", "per_head", "plainly", "said"]

_CHANGED = Pattern(r"(?:比上年|较上年|同比|比去年|较去年|实际)*(增长|增加|提高|提升|上升|下降|降低|减少|节约|压减|压缩|压降|削减|缩减|下浮)(?:了|率|率为|为)?([\d.]+%?.*)")
_UP, _DOWN = Pattern(r"增长|增加|增幅|提高|提升|上升"), Pattern(r"下降|降低|降幅|减少|节约|压减|缩减|压缩|压降|削减|下浮")
_LEVEL = Pattern(r"(?:与|较|比|同)?(?:上年|去年|上年度|上年同期)?(?:相比)?(?:基本)?(?:持平|没有变动|无变动|无变化|未变动|未增长|零增长)|等于(?:上年|去年|上年度|上年同期)(?:水平)?")


def from_limit(bound: Bound, target: Value | None, actual: Value) -> Decimal | None:
    """超2天, 逾期10日, 提前3天: from the limit of time that earns all the points."""
    if bound.rule.unit.base not in TIMES:
        return None
    limits = [a.guard.high for a in bound.spans if a.guard.low is None and a.guard.high is not None and isinstance(a.effect, Award) and a.effect.amount.of(bound.full) == bound.full]  # type: ignore[union-attr]
    match = _FROM_LIMIT.fullmatch(actual.text.rstrip("。;")) if len(limits) == 1 and not LATENESS.search(bound.rule.subject) else None
    number = told_number(match[2]) if match is not None else None
    if match is None or number is None or (WORKDAY if match[3] == "工作日" else unit_named(match[3])).base != bound.rule.unit.base:
        return None
    if match[1] == "超过" or (match[1] in ("超", "超时") and number >= limits[0]):
        return None  # 超过40天 of 30, or 超过28天, may be all the time it took
    if target is not None and target.kind == "number" and not target.bare and rescaled(target, bound.rule.unit, "指标值") != limits[0]:
        return None  # late against another limit
    if target is not None and target.kind == "text" and _IN_TIME.search(target.text) and not match[1].startswith("提前"):
        return None  # 延迟2天 of 按时报送, where 3天以内 may be of the delay
    return limits[0] - number if match[1].startswith("提前") else limits[0] + number


_IN_TIME = Pattern(r"^(?:按[时期]|及时|如期|准时)")
_FROM_LIMIT = Pattern(r"(提前|超时?|超过|超期|逾期|延期|延迟|推迟|滞后|拖延|晚)了?(\d+|[一二两三四五六七八九十]+)个?(天|日|工作日|小时|分钟|月|周)(?:完成|拨付|下达|报送|办结|公开|支付|发放|上报)?")


def _as_change(subject: str, actual: Value) -> Value | None:
    """增长8%, 下降3%, 与上年持平 as the number of a rate that rises or falls: 下降3% is −3% of 变动率 and of 增长率."""
    up, down, either = _UP.search(subject), _DOWN.search(subject), re.search("变动|变化|增减|浮动", subject)
    if not (either or bool(up) != bool(down)):
        return None
    if _LEVEL.fullmatch(actual.text) and "基本" not in actual.text and "未" not in actual.text:
        return Value("number", actual.text, unit=PERCENT)
    if _A_YEAR.search(subject) and _ONE_YEAR.search(actual.text):
        return None  # 较上年增长4%, where 年均增长率 is asked for
    match = _CHANGED.fullmatch(actual.text)
    number = read_actual(match[2]) if match else None
    if number is None or number.kind != "number":
        return None
    number = number.but(unit=PERCENT) if number.unit.text.endswith("百分点") else number
    opposed = bool(_DOWN.search(match[1])) != (bool(down) and not either)  # type: ignore[index]
    return number.but(text=actual.text, low=-number.low if opposed else number.low)


_LAST_YEARS = Pattern(r"(?:(?P<over>高于|高出|多于|低于|少于)(?:上年度?|去年|上年同期)(?P<what>[^\W\d的]{0,12}?)的?|(?:较|比)(?:上年度?|去年|上年同期)(?P<of>[^\W\d的]{2,12}?)(?P<moved>增长|增加|提高|下降|减少|降低)了?)(?P<rate>\d+(?:\.\d+)?%)")


def _against_last_year(bound: Bound, actual: Value) -> Value | None:
    """高于上年决算数22.5%, where 高于上年…决算数的20% is asked for: so much more than what the standard compares with."""
    told = _LAST_YEARS.fullmatch(actual.text.rstrip("。;"))
    if told is None or not (bound.rule.subject == GROWTH or _ABOVE_LAST_YEAR.search(bound.rule.subject)) or bound.rule.unit != PERCENT:
        return None
    of, number = told["what"] or told["of"], read_actual(told["rate"])
    if of and not any(in_order(of, figure) and figure.endswith(of[-2:]) for figure in _WITH_LAST_YEAR.findall(bound.rule.source)):
        return None
    return None if number is None else number.but(text=actual.text, low=-number.low if (told["over"] or told["moved"])[0] in "低少下减降" else number.low)


_ABOVE_LAST_YEAR = Pattern(r"(?:较|比)上年增长$")
_WITH_LAST_YEAR = Pattern(r"(?:上年度?|去年|上年同期)([^\W\d的]{2,16}?)(?:的|增长|提高|增加|下降|减少)?(?=\d)")
_A_YEAR, _ONE_YEAR = Pattern(r"[年月]均|平均"), Pattern(r"上年|去年|同比|累计")
_STATED = Pattern(r"(?:共计?|已|实际|全年|累计|合计|本年度?|完成)*([^\W\d未不无没非超逾欠少缺漏延迟误错降减负]{2,12})(\d[\d.,]*[^\W\d]{0,3}%?)")


_FELL = Pattern(r"(?:比|较)?(?:上年|去年|上年同期)?(?:相比|同比)?(?:有所)?(?:下降|减少|降低)|(?:低于|少于|小于)(?:上年|去年|上年度|上年同期)(?:水平)?")
_ROSE = Pattern(r"(?:高于|多于|大于|超过|超出)(?:上年|去年|上年度|上年同期)(?:水平)?|(?:比|较)(?:上年|去年|上年同期)(?:相比)?(?:有所)?(?:上升|增加|增长|升高)")
_AWAY = Pattern(r"(超过?|超出|高于|低于)((?:年度|全年|年初|计划|预算|概算|目标|控制|指标|核定|批复)*(?:目标|预算|概算|计划|指标)(?:值|数|额)?)的?(\d+(?:\.\d+)?)%")
_NOT_ABOVE = Pattern(r"(?:未|不|没有)(?:超过?|高于|多于|突破)(?:上年|去年|上年度|上年同期)(?:水平|支出|数)?")
_NOT_OVER = Pattern(r"(?:未|不|没有)(?:超过?|超出|高于|突破)(?:年度|全年|年初|计划|预算|概算|目标|控制|指标|核定|批复)*(?:目标|预算|概算|计划|指标|值|数|额)?")
_NOT_BELOW = Pattern(r"(?:达到或)?(?:好于|优于|高于|不低于|未低于)(?:或等于)?(?:上年|去年)(?:度|同期)?(?:水平)?")
_SPENT = words("支出 成本 投入 花费 使用 投资 费用 造价 支付 决算 总成本 总支出 总投资")


def plainly(bound: Bound, actual: Value) -> Value:
    """9期培训 under 培训≥10期: the unit, and what the standard speaks of anyway."""
    unit, said = bound.rule.unit.text, actual.unit.text
    if unit and said != unit and said.startswith(unit) and "/" not in said and in_order(said.removeprefix(unit), bound.rule.subject):
        return actual.but(unit=bound.rule.unit)
    return actual


_QUALITY = Pattern(r"及时|合格|达标|合规|规范|准确|有效|按[期时]|完成|办结|优[良秀]|下降|计划|目标|预计|事故|投诉")


def _is_said(words: str, subject: str) -> bool:
    """培训 of 开展培训, 覆盖率 of 贫困户覆盖率; not 验收率 of 验收合格率, which is another one."""
    if words[-1] in "率度比" or subject[-1:] in tuple("率度比"):
        return subject.endswith(words) and not amiss_before(words, subject)
    return in_order(words, subject) and set(_QUALITY.findall(words)) == set(_QUALITY.findall(subject))


_RATE = Pattern(r"(?:率|度|比|比例|比重|占比)$")
_ALIKE = str.maketrans({"率": "度"})  # 满意率 is 满意度


_EACH_PERIOD, _OF_ALL = Pattern(r"[日月季周]均|每[日月季周]|平均每"), Pattern(r"全年|累计|合计|共|年度|当年|本年")


_AMONG = Pattern(r"全[国省市县区系]|同[类级等]|分组|[^\W\d]组|片区|[^\W\d]类")
_OF_SOME = Pattern(r"同.|分组|.组|片区|.类")
_ANYBODYS = Pattern(r"(?:实际|全年|本年度?|当年|\d{4}年度?|年度|年末|总体?|综合|平均|[我全本][省市县区局镇乡校院村]|本?单位|部门|项目|工程|工作|任务|计划|目标|服务对象|受益(?:对象|群众|群体|人群|者)?|人民群众|社会公众|群众|公众|社会|工单|资金|的)*")


def _is_of(said: str, rate: str, told: str) -> bool:
    """群众满意度 is 满意度, whose else; 教师满意度 is a part of it, unless the standard or the target speaks of 教师."""
    if rate.endswith(said):
        return not shortens(said, rate, told)
    narrower = said.removesuffix(rate)
    return said.endswith(rate) and (narrower in told or _ANYBODYS.fullmatch(narrower) is not None)


def of_the_same(bound: Bound, target: Value | None, actual: Value) -> None:
    """NotScorable for 回收率为96% where 满意度 is scored, 城区覆盖率为98% where 覆盖率 is, 全年132件 where 月均投诉量 is."""
    if _EACH_PERIOD.search(bound.rule.subject) and _OF_ALL.match(actual.text):
        raise NotScorable(f"评分标准考核{quoted(bound.rule.subject)}，完成值{quoted(actual.text)}是合计数，请填写{bound.rule.subject}。")
    told = bound.rule.source + (target.text if target is not None else "")
    if actual.unit.text == "名次" and (among := next((m for m in _AMONG.findall(actual.text) if m not in told), "")) and (_AMONG.search(told) or _OF_SOME.fullmatch(among)):
        raise NotScorable(f"评分标准所说的不是{among}的名次，完成值{quoted(actual.text)}不能据此计分，请填写标准所说的名次。")
    name = stated_name(actual.text)
    half = _NAMED.match(actual.text)
    if half and len(joint := re.split(rf"[和及与](?={half[1]})", bound.rule.source, maxsplit=1)) == 2 and (both := _LAST_WORD.search(joint[0])) and both[0] + half[1] in bound.rule.subject:
        raise NotScorable(f"评分标准考核{quoted(bound.rule.subject)}，完成值{quoted(actual.text)}只说了其中的{half[1]}，请一并写明。")
    scored = {bound.rule.subject, *(a.effect.name for a in bound.rule.arms if isinstance(a.effect, Ratio | Scaled) and _RATE.search(a.effect.name))}
    rates = [s.translate(_ALIKE) for s in scored if _RATE.search(s)]
    said = name.translate(_ALIKE)
    if _RATE.search(name) and rates and not any(not amiss_before(said, s) and _is_of(said, s, bound.rule.source + (target.text if target is not None else "")) for s in rates):
        raise NotScorable(f"完成值{quoted(actual.text)}写的是{name}，评分标准考核{quoted(bound.rule.subject or rates[0])}，请填写标准所说的数。")
    if (contrary := _CONTRARY.match(bound.rule.subject)) is not None and contrary[1] in actual.text and not _DENIES.search(actual.text):
        raise NotScorable(f"完成值{quoted(actual.text)}写的是{contrary[1]}的，评分标准考核{quoted(bound.rule.subject)}，请填写标准所说的数。")
    stem = _RATE.sub("", name)
    if bound.counts and (kind := _HOW_MANY.sub("", name)) != name and len(kind) > 1 and _COUNTED_AS.search(kind) and kind not in told:
        raise NotScorable(f"完成值{quoted(actual.text)}写的是{name}，不是评分标准所说的数，请填写标准所说的数。")  # 投诉数量为0件 where accidents are counted
    if stem and not rates and (OFF_TARGET.search(name) and not OFF_TARGET.search(bound.rule.subject) or _RATE.search(name) and actual.unit == PERCENT and stem not in _DONE and not in_order(stem, told)):
        raise NotScorable(f"完成值{quoted(actual.text)}写的是{name}，不是评分标准所说的数，请填写标准所说的数。")


_CONTRARY, _DENIES = Pattern(r"(?:不|未|没有|非)(?=合格|达标|及格|合规|规范|完成|办结|整改|到位|公开)([^\W\d]{2})"), Pattern(r"[不未没无非零]")
_HOW_MANY, _COUNTED_AS = Pattern(r"(?:发生)?(?:总?数量?|起数|件数|次数|总数)$"), Pattern(r"事故|投诉|案件|火灾|上访|信访|差错|事件|违[规纪法]|问题|隐患")
_LAST_WORD, _NAMED = Pattern(r"[^\W\d]{2}$"), Pattern(r"([^\W\d]{2,8}?)(?:实际)?(?:达到?|为|是)?(?=\d)")
_DONE = words("完成 实际完成 任务完成 目标完成 计划完成 实现 达成 达标 完成比 实际")
_YEAR_BEFORE = Pattern(r"(?:上一?|去|往|前)年")
_OFF_BY = Pattern(r"(?:偏差|偏离|误差|相差)(?:率|度|程度)?(?:为|是)?(\d[\d.]*%)")
_PER_HEAD = Pattern(r"[人户亩生床]均|每(?:[人户亩生]|十万|百万|[万千百])")
_TOTALS = 10  # so many times the threshold is what they have together


_OF_EACH = Pattern(r"[·/.*×]")


def per_head(bound: Bound, actual: Value) -> None:
    """NotScorable for 专利120件 where 每万人专利拥有量达到8件 is asked: the number of all, or of each?"""
    each = actual.unit.text.partition("/")[2]
    if each and "每" in bound.rule.subject and not all(one in bound.rule.subject for one in _OF_EACH.split(each)):
        raise NotScorable(f"评分标准考核{quoted(bound.rule.subject)}，完成值{quoted(actual.text)}是按{each}计的，不能据此计分，请填写{bound.rule.subject}。")
    if not _PER_HEAD.search(bound.rule.subject):
        return
    edges = [abs(v) for a in bound.spans for v in (a.guard.low, a.guard.high) if v]  # type: ignore[union-attr]
    if edges and not _PER_HEAD.search(actual.text) and "/" not in actual.unit.text and not actual.bare and actual.unit.base == bound.rule.unit.base and rescaled(actual, bound.rule.unit, "完成值") >= _TOTALS * max(edges):
        raise NotScorable(f"评分标准考核{quoted(bound.rule.subject)}，完成值{quoted(actual.text)}像是合计数，请填写{bound.rule.subject}。")


_TO_ONE, _OF_ONE = Pattern(r"(?:比例?)?[为达]?(?<![\d.])1:(\d+(?:\.\d+)?)"), Pattern(r"(?:比例?)?[为达]?(\d+(?:\.\d+)?):1(?![\d.])")
def _fixed(bound: Bound, x: int) -> bool:
    """Whether it does not matter how far."""
    held = next((a for a in bound.spans if a.guard.holds(Decimal(x))), None)  # type: ignore[union-attr]
    return held is None or isinstance(held.effect, Award | Off)


_ANOTHERS = Pattern(r"(?:上一?年|去年)(?:度|同期)?|(?:计划|目标|预算|指标|任务|预计)(?:数|值|成本|完成|投资|支出)*")


_UNFALLEN = Pattern(r"(?:较上年|比上年|同比)?(?:未|没有)(?:下降|降低|减少|压减|压降|压缩)")
_FALLS = Pattern(r"(?:下降|降低|减少|压减|压降|压缩)(?:率|幅度|比例)?$")
_OVERSPENT = Pattern(r"(?:成本|支出|资金)?超支(?:了|率)?(?:为)?(\d+(?:\.\d+)?)%")
_BRIEFLY = Pattern(r"[增降](?=\d)")


_SHORT_OF_IT = Pattern(r"(?:低于(?:年度|年初|预期)*(?:目标|指标)值?|[比较](?:年度|年初|预期)*(?:目标|指标)值?低|距离?(?:年度|年初|预期)*(?:目标|指标)值?(?:相差|还差|差))(\d+(?:\.\d+)?)个百分点")


def _beside_the_goal(target: Value | None, actual: Value) -> Value:
    """达到目标值, 低于目标值13个百分点, where that is what is scored: the rate that this comes to."""
    if target is None or target.kind != "number" or target.unit.text != "%":
        return actual
    short = _SHORT_OF_IT.fullmatch(actual.text.rstrip("。"))
    if short is None and met(actual.text.rstrip("。")) != Met(True):
        return actual
    rate = target.low - (Decimal(short[1]) if short is not None else 0)
    return Value("number", actual.text, "", rate, unit=PERCENT) if rate >= 0 else actual


def said(bound: Bound, target: Value | None, actual: Value) -> Value:
    """增长8% or 延迟2个月 as the number that a standard of just that (较上年增长10%以上, 延迟1-3个月) asks for."""
    subject = bound.rule.subject
    if actual.kind == "number" or not subject:
        return actual
    if subject == SHORTFALL:
        return _beside_the_goal(target, actual)
    if (briefly := _BRIEFLY.match(actual.text)) is not None and subject.endswith(("增长", "下降")):
        actual = actual.but(text=f"{'增长' if briefly[0] == '增' else '下降'}{actual.text[1:]}")
    if (change := since(bound, actual) or elapsed(bound, actual) or _against_last_year(bound, actual)) is not None:
        return change
    if LATENESS.fullmatch(subject) and (late := late_by(bound.rule.source, actual)) is not None:
        return late
    if _UNFALLEN.fullmatch(actual.text) and _FALLS.search(subject) and (held := next((a for a in bound.spans if a.guard.high == 0 and a.guard.low is None and a.guard.high_in is not False), None)) is not None and isinstance(held.effect, Award):  # type: ignore[union-attr]
        return Value("number", actual.text, "", Decimal(-1), unit=bound.rule.unit)  # 未压减: how far it rose decides nothing
    if bound.rule.unit.text == "倍" and (to_one := next((said for form in (_TO_ONE, _OF_ONE) if (said := form.fullmatch(actual.text.rstrip("。"))) and form.search(bound.rule.source)), None)) is not None:
        return Value("number", actual.text, "", Decimal(to_one[1]), unit=bound.rule.unit)  # 1:2.4
    if (off := _OFF_BY.fullmatch(actual.text.rstrip("。"))) and OFF_TARGET.search(subject):
        return actual if (far := read_actual(off[1])) is None else far.but(text=actual.text)  # 偏差8.6%
    if len(subject) >= 2 and actual.text.startswith(subject) and (rest := read_actual(actual.text.removeprefix(subject))) is not None and rest.kind == "number":
        return rest  # 符合3项
    shared = next((n for n in range(min(len(subject), len(actual.text)), 1, -1) if subject.endswith(actual.text[:n])), 0)
    if shared and not _ANOTHERS.fullmatch(actual.text[:shared]) and subject[: -shared][-1:] not in tuple("较比与同") and not amiss_before(actual.text[:shared], subject) and not shortens(actual.text[:shared], subject, bound.rule.source) and (rest := read_actual(actual.text[shared:])) is not None and rest.kind == "number" and not rest.relation:
        return rest.but(text=actual.text, unit=PERCENT) if bound.rule.unit == PERCENT and rest.unit.text.endswith("百分点") else rest  # 批复后18日, where 公开时间在批复后 is what is measured
    if (stated := _STATED.fullmatch(actual.text)) and not _ANOTHERS.fullmatch(stated[1]) and not _YEAR_BEFORE.match(stated[1]) and ((_is_said(stated[1], subject) and not shortens(stated[1], subject, bound.rule.source)) or (bound.rule.unit.base == "元" and stated[1] in _SPENT)) and (rest := read_actual(stated[2])) is not None and rest.kind == "number" and not rest.relation:
        return rest  # 共开展培训16期
    if subject == OF_TARGET and _NOT_OVER.fullmatch(actual.text.rstrip("。")) and len({id(next((a for a in bound.spans if a.guard.holds(x)), None)) for x in (HUNDRED, HUNDRED / 2, Decimal(0))}) == 1:  # type: ignore[union-attr]
        return Value("number", actual.text, "", HUNDRED, unit=PERCENT)  # 不超过计划目标
    if (subject == OF_TARGET and (completion(actual) == "yes" or met(actual.text.rstrip("。")) == Met(True))) or (completes(subject) and actual.text.rstrip("。") in ("全部完成", "已全部完成", "全面完成")):
        return Value("number", actual.text, "", HUNDRED, unit=PERCENT)
    if subject == GROWTH and _FELL.fullmatch(actual.text) and _fixed(bound, -1) and all(v is None or v >= 0 for a in bound.spans for v in (a.guard.low, a.guard.high)):  # type: ignore[union-attr]
        return Value("number", actual.text, "", Decimal(-1), unit=bound.rule.unit)  # how far it fell decides nothing
    if subject == GROWTH and _ROSE.fullmatch(actual.text) and _fixed(bound, 1) and all(v is None or v <= 0 for a in bound.spans for v in (a.guard.low, a.guard.high)):  # type: ignore[union-attr]
        return Value("number", actual.text, "", Decimal(1), unit=bound.rule.unit)  # nor does how far it rose
    if subject == OF_TARGET and (away := _AWAY.fullmatch(actual.text.rstrip("。"))) and away[2] in bound.rule.source and Decimal(away[3]) < HUNDRED / 2:  # 超过目标106% may be the whole of it
        return Value("number", actual.text, "", HUNDRED + Decimal(away[3]) * (-1 if away[1] == "低于" else 1), unit=PERCENT)
    if subject == GROWTH and _NOT_ABOVE.fullmatch(actual.text) and len({id(next((a for a in bound.spans if a.guard.holds(x)), None)) for x in (Decimal(0), Decimal(-1), Decimal(-99))}) == 1:  # type: ignore[union-attr]
        return Value("number", actual.text, "", Decimal(0), unit=bound.rule.unit)  # 未超上年, where a fall and no change earn the same
    if subject == GROWTH and _NOT_BELOW.fullmatch(actual.text.rstrip("。")) and len({id(next((a for a in bound.spans if a.guard.holds(x)), None)) for x in (Decimal(0), Decimal(1), Decimal(99))}) == 1:  # type: ignore[union-attr]
        return Value("number", actual.text, "", Decimal(0), unit=bound.rule.unit)
    if subject.endswith("节约率") and (over := _OVERSPENT.fullmatch(actual.text.rstrip("。"))) is not None:
        return Value("number", actual.text, "", -Decimal(over[1]), unit=PERCENT)  # 超支3%
    if subject.endswith("节约率") and actual.text.rstrip("。") in ("超支", "超预算") and len({id(next((a for a in bound.spans if a.guard.holds(x)), None)) for x in (Decimal(-1), Decimal(-99))}) == 1:  # type: ignore[union-attr]
        return Value("number", actual.text, "", Decimal(-1), unit=PERCENT)
    changed = _as_change(subject, actual)
    if changed is not None:
        return changed if changed.low or bound.rule.unit.base == "" else changed.but(unit=bound.rule.unit)
    if LATENESS.search(subject) and len(late := delay(target, actual, bound.rule.unit.text)) == 1:
        return Value("number", actual.text, "", late[0], unit=bound.rule.unit)
    return actual
