"""How many times it happened, or how many there are, as the actual says."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import unit_named
from ziping.standards.actuals.listing import HOW_MANY
from ziping.standards.actuals.tallied import NOT_HELD, Counted, against_target, did_many, missing_of, plausible, unnamed
from ziping.standards.cells.conversion import COUNTED, EVENTS, TIMES, convertible, rescaled
from ziping.standards.cells.defaults import completion
from ziping.standards.cells.values import Value
from ziping.standards.clauses.rule import Count
from ziping.standards.clauses.sections import plain_places
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.alike import DONE_TO_SO_MANY, NARROWER, alike_done, begun, named_fault, narrowed, same_fault, shortened
from ziping.standards.sayings.marks import MARKS, numbered, numbers
from ziping.standards.sayings.matching import NONE, denies
from ziping.standards.sayings.measures import in_its_measure
from ziping.standards.sayings.missing import lacked, listed_as_lacking, missing
from ziping.standards.sayings.nothing import case_of, faults_of, named_missing, nothing_of
from ziping.standards.sayings.tellings import both_told, fault_named, of_the_pair
from ziping.standards.words.spelling import numeral, told_number
from ziping.standards.words.vocabulary import Pattern, in_order, words

__all__ = ["occurrences"]

_UNDONE = Pattern(r"^(?:未(?!发|出)|少(?!数)|漏)([^\W\d缺少漏差欠完全]{1,4}?|完成)(?=\d|[一二两三四五六七八九十]+[项个次起件条处户人])")


def _undone(text: str, effect: Count, source: str) -> str:
    """2项 of 未公开2项, where the number that is not 公开 is counted; 未整改2项 is another thing, and so is 未遂事故2起."""
    said = _UNDONE.match(text)
    return text[said.end() :] if said and not narrowed(said[0], effect.what) and (effect.lack or (not effect.what and said[1] in source) or (said[1] in effect.what and not NARROWER.search(effect.what))) else text


_HOW_OFTEN = Pattern(r"(?:(?:审计|巡察|检查|监督|财政|上级|等)+(?!\d|[一二两三四五六七八九十共累全合年]))?(?:共|共计|累计|全年|合计|年度)?(?:发现|出现|发生|存在|有|被)*((?:缺少|缺失|缺漏|遗漏|缺|少|漏|差|欠|违规|不合规|通报|延误|延迟|滞后|逾期)?)(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(\D*)")


_BY_HOW_MUCH = words("延误 延迟 滞后 逾期")


def occurrences(effect: Count, target: Value | None, actual: Value, source: str = "", alone: bool = False, full: Decimal | None = None) -> Decimal:
    """How many times it happened (or how many there are, for gains) as the actual says: by the first reader that can tell."""
    text = plain_places(actual.text.rstrip("。;"))
    text = text.replace("不达标", "未达标") if "未达标" in effect.what else text.replace("未达标", "不达标") if "不达标" in effect.what else text
    text = in_its_measure(text, effect.what, effect.measure, source)
    if "类" in text and "类" in effect.what:
        from ziping.standards.actuals.classed import as_the_standard_writes_it  # few standards need it

        text = as_the_standard_writes_it(text, effect.what)
    said = Counted(effect, target, actual, text, unit_named("月" if effect.measure == "个月" else effect.measure), source, alone, full)
    _moved(said)
    for reader in (_marked, _lacked, _told, _none, _honoured, _by_name, _in_each, _of_each_kind, _as_planned, _so_many_met, _of_the_target, _of_both, _of_this_fault):
        if (number := reader(said)) is not None:
            return number
    return against_target(said, plausible(said, next((n for n in (reader(said) for reader in (_figure, _in_words, _fault_first)) if n is not None), None)))


_MOVES = Pattern(r"每(?:年)?(新增|新建|增加|净增|减少|流失)(?:\d+|一)?[^\W\d]")


def _moved(said: Counted) -> None:
    """NotScorable for 床位3个 where 每减少1个床位 costs some: how many there are, or how many fewer?"""
    moves = _MOVES.search(said.source)
    if moves is not None and said.effect.what and said.text.startswith(said.effect.what[:2]):
        raise NotScorable(f"评分标准“{said.effect.text()}”按{moves[1]}的个数计分，完成值{quoted(said.text)}可能是总数，请写明如“{moves[1]}2{said.effect.each()}”。")


def _marked(said: Counted) -> Decimal | None:
    """①③ where each point met earns some, ②不符合，其余符合 where each that is not met costs some; NotScorable where the standard prints no such number."""
    told = numbers(numbered(said.text)) if MARKS.search(numbered(said.text)) else None
    if told is None or told[1] or (said.effect.what and not _NOT_MET.fullmatch(said.effect.what)) or (said.effect.gain and said.text[:1] in "缺少"):
        return None
    found, printed = told[0], len(set(MARKS.findall(said.source)))
    if not printed and said.text[:1] in "缺少":
        return None  # 缺④ of what has no numbers
    if printed and max(found.met | found.missed) >= printed:
        raise NotScorable(f"评分标准只列了{printed}项，完成值{quoted(said.text)}写到第{max(found.met | found.missed) + 1}项，请核对完成值。")
    if said.effect.gain:
        return Decimal(len(found.met)) if found.rest is None and (found.met or len(found.missed) == printed) else Decimal(printed - len(found.missed)) if found.rest and printed else None
    return Decimal(len(found.missed)) if found.missed and found.rest is not False else None


def _lacked(said: Counted) -> Decimal | None:
    """无总结, where 无计划、总结和台账的，每一项扣1分."""
    number = None if said.effect.gain else lacked(said.text, said.source)
    if number is None and not said.effect.gain and (many := _SO_MANY.fullmatch(said.text)) is not None and told_number(many[1]) and listed_as_lacking(said.source):
        raise NotScorable(f"评分标准“{said.effect.text()}”按没有的项数计分，完成值{quoted(said.actual.text)}可能是有的项数，也可能是没有的项数，请写明如“缺1{said.effect.each()}”。")
    return None if number is None else Decimal(number)


def _told(said: Counted) -> Decimal | None:
    """3项符合，1项不符合; 有1例虚列支出."""
    number = both_told(said.effect, said.text, said.source)
    number = of_the_pair(said.effect, said.text, said.source) if number is None else number
    return number if number is not None else fault_named(said.effect, said.text, said.alone, said.source)


_SO_MANY = Pattern(r"(?:共|共计|合计|累计|有|发现|存在)*(\d+|[一二两三四五六七八九十])(?:[项个份种条处]|)")  # there, or not there?


_NOT_MET = Pattern(r"(?:未|不|没有)(?:符合|满足|达到|做到|达标|具备)(?:要求|标准|条件|规定)?的?|符合|满足|达到|做到|具备")


def _none(said: Counted) -> Decimal | None:
    """无, 未发现, 均已公开: none of what takes points off; NotScorable where 无 may be none at all of what should be there."""
    effect, actual, text = said.effect, said.actual, said.text
    if effect.gain:
        return None
    lacking = (effect.lack == "少" or NOT_HELD.fullmatch(effect.what)) and actual.kind == "number" and actual.low == 0 and said.aims()
    if lacking or ((effect.lack or _WITHOUT.match(_FOUND.sub("", effect.what))) and text in ("无", "没有")):
        raise NotScorable(f"评分标准“{effect.text()}”按缺少的个数计分，完成值{quoted(text)}可理解为没有缺少或一项也没有，请写明如“缺0{effect.each()}”。")
    if text in ("无", "没有") and _ONE_UNMET.search(said.source):
        raise NotScorable(f"评分标准“{effect.text()}”按不符的项数计分，完成值{quoted(text)}可理解为没有不符或一项也没有，请写明如“0{effect.each()}”。")
    if text == _FOUND.sub("", effect.what):
        return None  # 无台账, where those 无台账 are counted, or found
    if actual.kind == "number" and actual.low == 0 and did_many(said):
        if said.aims():
            return None  # 完成0处 of 6处
        raise NotScorable(f"评分标准“{effect.text()}”按没有完成的个数计分，完成值{quoted(text)}写的是完成了多少，请写明如“未完成2{effect.each()}”。")
    if denies(text, effect.what) or (actual.kind == "number" and actual.low == 0 and (actual.bare or actual.unit.text in COUNTED)):
        return Decimal(0)
    return Decimal(0) if nothing_of(text, effect, said.source) or (completion(actual) == "yes" and text.startswith("达成")) else None


def _by_name(said: Counted) -> Decimal | None:
    """缺施工许可, one of those that are listed."""
    number = missing(said.text, said.effect, said.source)
    number = named_missing(said.text, said.effect, said.source) if number is None else number
    return None if number is None else Decimal(number)


_ONE_UNMET = Pattern(r"(?<![每现有])[一1]项不(?:相?符|达标|具备)")
_WITHOUT = Pattern(r"(?:无(?![故证照效关理序偿主视])|没有)[^\W\d]")
_HONOUR = Pattern(r"表彰|表扬|奖|荣誉")


def _honoured(said: Counted) -> Decimal | None:
    """获省级表彰1次, where each honour from that level up earns some."""
    if not said.effect.gain or not _HONOUR.search(said.effect.what):
        return None
    from ziping.standards.sayings.honours import honoured  # few standards need it

    return honoured(said.text, said.effect)


_IN_EACH = Pattern(r"(?:共|发现|有)*(?P<many>\d+|[一二两三四五六七八九十])个?(?P<where>单位|小区|点位|门店|住户|商户)各有?(?P<each>\d+|[一二两三四五六七八九十])(?P<measure>[项处])(?P<what>[^\W\d]{2,8})")


_EACH_PLACE = Pattern(r"每个?(单位|小区|点位|门店|住户|商户)每([项处])")


def _in_each(said: Counted) -> Decimal | None:
    """3个单位各1项不达标, where each of them costs some at each unit: so many together."""
    told = _IN_EACH.fullmatch(said.text)
    if told is None and not said.effect.gain and (places := _EACH_PLACE.search(said.source)) and re.search(rf"\d个?{places[1]}", said.text):
        raise NotScorable(f"评分标准按每个{places[1]}的{places[2]}数计分，完成值{quoted(said.text)}没有写明各有几{places[2]}，请写明如“2个{places[1]}各1{places[2]}”。")
    if told is None or said.effect.gain or (told["measure"], told["what"]) != (said.effect.measure, said.effect.what) or not re.search(f"每个?{told['where']}每{told['measure']}", said.source):
        return None
    return Decimal(told_number(told["many"]) * told_number(told["each"]))  # type: ignore[operator]


_SO_OFTEN = Pattern(r"([^\W\d]{2,12}?)(\d+)([^\W\d]{1,2})")


def _of_each_kind(said: Counted) -> Decimal | None:
    """不及时2次，存在明显错误1次, where 不完整、不及时或存在明显错误 are counted alike: so many together."""
    faults = faults_of(said.effect.what) if said.effect.what and not said.effect.gain and not said.effect.lack else []
    pieces = [_SO_OFTEN.fullmatch(piece) for piece in re.split("[,;、]", said.text) if piece]
    if len(faults) < 2 or not pieces or not all(pieces):
        return None
    names = [piece[1] for piece in pieces]  # type: ignore[index]
    if len(set(names)) != len(names) or not all(faults.count(name) == 1 or sum(fault.removeprefix("存在") == name for fault in faults) == 1 for name in names) or any(piece[3] != said.effect.measure for piece in pieces):  # type: ignore[index]
        return None
    return Decimal(sum(int(piece[2]) for piece in pieces))  # type: ignore[index]


def _as_planned(said: Counted) -> Decimal | None:
    """12个月 of 12个月, where the months that fail are counted."""
    effect, target, actual = said.effect, said.target, said.actual
    planned = not effect.gain and not effect.lack and target is not None and target.kind == actual.kind == "number" and target.low == actual.low > 0 and target.unit == actual.unit and target.relation not in ("≤", "<")
    return Decimal(0) if planned and re.match(r"[未不没]", effect.what) else None


def _so_many_met(said: Counted) -> Decimal | None:
    """满足2项, where each point met earns some; NotScorable for 缺2项."""
    effect, text = said.effect, said.text
    if effect.gain and text.startswith(("缺", "少", "漏", "未", "不", "没", "无")) and text not in NONE:
        raise NotScorable(f"评分标准“{effect.text()}”按做到的个数计分，完成值{quoted(text)}写的是没有做到的，请写明做到了几{effect.measure}。")
    if effect.gain and effect.what and (done := _ACHIEVED.fullmatch(text)) and done[2] in (effect.measure + effect.what, effect.what):
        return told_number(done[1])
    if effect.gain and (many := HOW_MANY.fullmatch(text)):
        listed = len(set(MARKS.findall(said.source)))
        if listed > 1 and told_number(many[1]) > listed:  # type: ignore[operator]
            raise NotScorable(f"评分标准只列了{listed}项，完成值{quoted(text)}多于所列的项数，请核对完成值。")
        return told_number(many[1])
    if effect.gain and (done := _DONE_MANY.fullmatch(text)) and done[1] in said.source and done[3].startswith(effect.measure) and done[3].removeprefix(effect.measure) in ("", effect.what):
        return told_number(done[2])  # 完成4个子项
    return None


def _of_this(said: Counted) -> re.Match[str] | None:
    """巡查 and 52 of 全年巡查52次, in the measure that is counted; what the standard counts may stand before."""
    named = _NAMED.fullmatch(unnamed(said))
    return named if named is not None and unit_named(named[3]).base == said.measure.base else None


def _of_the_target(said: Counted) -> Decimal | None:
    """全年巡查52次 of a target of so many, where what is missing is counted."""
    named = _of_this(said)
    if named is not None and said.effect.lack == "少" and said.aims() and in_order(named[1], said.source):
        return max(Decimal(0), missing_of(said.effect, said.measure, said.target, Value("number", named[0], "", Decimal(named[2]), unit=said.measure)))  # type: ignore[arg-type]
    return None


_DOES_SO_MANY = Pattern(r"(?:全年|共计?|累计|实际|计划|已|应)*([^\W\d未不没无非超逾欠少缺漏]{2,4})(\d+)([^\W\d]{1,2})")


def _of_both(said: Counted) -> Decimal | None:
    """关停6家 of a target of 关停8家, where 每少关停1家 costs some: what is missing of so many."""
    effect = said.effect
    if effect.lack != "少" or said.target is None or said.target.kind != "text" or said.actual.kind != "text":
        return None
    goal, done = _DOES_SO_MANY.fullmatch(said.target.text), _DOES_SO_MANY.fullmatch(said.text)
    if goal is None or done is None or goal[1] != done[1] or not goal[3] == done[3] == effect.measure or not re.search(rf"少{goal[1]}(?:\d|[一二两])", said.source):
        return None
    return max(Decimal(0), Decimal(goal[2]) - Decimal(done[2]))


def _of_this_fault(said: Counted) -> Decimal | None:
    """漏发2户, where 错发、漏发 are counted."""
    named = _of_this(said)
    done = DONE_TO_SO_MANY.fullmatch(said.text) if named is None and not said.effect.gain and not said.effect.lack else None
    if done is not None and done[3] == said.effect.measure and alike_done(done[1] + done[4], said.effect.what):
        return told_number(done[2])
    if done is not None and done[3] == said.effect.measure and done[1] in said.effect.what.split("、") and re.search(f"{re.escape(said.effect.what)}的?{re.escape(done[4])}", said.source):
        return told_number(done[2])  # 漏填2个指标, where 错填、漏填指标 are counted
    return Decimal(named[2]) if named is not None and not said.effect.gain and same_fault(named[1], said.effect.what) else None


def _figure(said: Counted) -> Decimal | None:
    """2, 2次."""
    actual = said.actual
    same = not actual.bare and convertible(actual.unit, said.measure) is not None
    if said.measure.base in _DAYS and actual.unit.text in EVENTS:
        return None  # 脱岗2次: on how many days?
    if actual.kind != "number" or actual.relation not in ("", "=") or not (actual.bare or same or _stands_for(actual.unit.text, said.effect.measure)):
        return None
    return rescaled(actual, said.measure, "完成值") if same else actual.low


_ONE_KIND = (words("次 起 例 件 宗"), words("处 项 个 条 点"), words("人 名 位 人次"), words("家 户"))  # what happens, what there is, who, and which of them


def _stands_for(one: str, other: str) -> bool:
    """2件 where so many 起 are counted; not 起 for 处, nor 人 for 个 of something."""
    return any({one, other} <= kind for kind in _ONE_KIND)


def _in_words(said: Counted) -> Decimal | None:
    """共发现3处违规, 2项未公开, 迟报一次: a number before what is counted."""
    effect, text = said.effect, unnamed(said)
    if _figure(said) is not None:
        return None
    often = text if effect.gain or not (effect.lack or not effect.what or _DENIED.search(effect.what)) else _undone(text, effect, said.source)
    match = _HOW_OFTEN.fullmatch(often)
    if match is None or (match[1] and said.source and not any(kind.search(match[1]) and kind.search(effect.what if _OF_A_KIND.search(effect.what) else said.source) for kind in _KINDS)) or (match[1] and _DENIED.search(effect.what.partition(match[1])[2])):
        return None  # 逾期2个 says nothing of 逾期未验收, 通报1次 nothing of 投诉
    if match[1] in _BY_HOW_MUCH and said.measure.base in TIMES:
        return None  # 延迟3个月, where 每有1个月未按时报送 is counted: by three months, or in three of them?
    rest = match[3].removeprefix("个") if match[3].startswith("个" + effect.measure) else match[3]
    measured = next((m for m in (effect.measure, *(m for m in _MEASURES if _stands_for(m, effect.measure)), *(("名", "位") if effect.measure == "人" else ())) if rest.startswith(m)), "")
    tail = rest.removeprefix(measured)
    if measured == "个" and effect.measure == "户" and tail[:1] in tuple("县乡镇村社"):
        return None  # 2个村不符合, where households are counted
    if tail and effect.lack == "缺" and said.alone and not said.aims() and not _MISSES.search(said.text):
        return None  # 2项档案: there, or missing?
    tail = _IS_MISSING.sub("", tail) if effect.lack == "缺" else tail
    tail = tail.removeprefix("认定") if len(tail) > 3 else tail  # as the standard's own 认定 was passed over
    named = bool(match[1]) or len(often) < len(said.text)  # 漏评1个项目: the fault stands before
    told = not tail or (tail in ("超", "超过", "超出") and effect.what.startswith("超")) or same_fault(tail, effect.what) or (named and effect.what.endswith(tail)) or shortened(tail, effect.what) or (said.alone and not effect.gain and begun(tail, effect.what)) or (not effect.gain and _case_before(tail, effect.what, said.source)) or (not effect.gain and named_fault(tail.removeprefix("的"), effect.what, said.source if said.alone else "", said.source))
    if not measured or narrowed(tail, effect.what) or not (told or (tail in _ANY_FAULT and _is_any_fault(effect, tail))):
        return None
    return Decimal(match[2]) if match[2][0].isdecimal() else numeral(match[2])


def _case_before(tail: str, what: str, source: str) -> bool:
    """项目审核程序缺失, where 审核程序缺失，每个项目扣1分: the things that are counted, and the case that stands before."""
    case = tail.removeprefix(what)
    return len(case) > 3 and (bool(what) and case != tail) and re.search("(?:^|[，,；;。、\n])" + re.escape(case) + "的?[，,]每", source) is not None


_FOUND = Pattern(r"^(?:发现|出现|存在|发生|有)")


def _fault_first(said: Counted) -> Decimal | None:
    """未报送2次: a number behind what is counted."""
    if (whole := _NAMED_FIRST.fullmatch(said.text)) is not None and whole["measure"] == said.effect.measure and not said.effect.gain and not said.effect.lack and whole["name"].replace("的", "") in _just_these(said.effect.what):
        return told_number(whole["many"])
    first = _FIRST.fullmatch(unnamed(said))
    if first is None or said.effect.gain or unit_named(first[3]).base != said.measure.base or not (not said.effect.what and _FOUND.sub("", first[1]) == case_of(said.source)) and not named_fault(first[1], said.effect.what, said.source if said.alone else "") and not (said.alone and begun(first[1], said.effect.what)) and not alike_done(first[1], said.effect.what):
        return None
    if narrowed(first[1], said.effect.what):
        return None
    return told_number(first[2])


_NAMED_FIRST = Pattern(r"(?:发生|出现|发现|存在)?(?P<name>[^\W\d]{2,20}?)(?P<many>[1-9]\d*|[一二两三四五六七八九十])(?P<measure>[起次例件项处])")
_OF_A_GRADE = Pattern(r"(?:一般|较大|轻微)[^\W\d和或及、以上下]{0,6}事故")
_EITHER_WAY = Pattern(r"(?P<thing>[^\W\d和或及、未不没无]{2,16}?)(?P<one>缺失|不足额|遗漏|过期|失效)或者?(?P<other>缺失|不足额|遗漏|过期|失效)")


def _just_these(what: str) -> tuple[str, ...]:
    """一般事故 where those are counted, 保险缺失 and 保险不足额 of 保险缺失或不足额: the very words of what is counted."""
    if (either := _EITHER_WAY.fullmatch(what.replace("的", ""))) is not None:
        return tuple(either["thing"] + fault for fault in (either["one"], either["other"]))
    return (what,) if _OF_A_GRADE.fullmatch(what) else ()


_MISSES = Pattern(r"[缺少漏差欠未没无不失]")
_IS_MISSING = Pattern(r"(?:缺失|缺少|缺漏|遗漏)$")


_DONE_MANY = Pattern(r"(?:已|共|累计|实际|全年)*(完成|建成|实施|开展|举办|组织|召开|培训|新增|引进|组建|新建|成立|举行|承办|发表|刊发|编印)了?(\d+|[一二两三四五六七八九十]+)([^\W\d]{1,8})")
_ACHIEVED = Pattern(r"(?:已|共|实际)?(?:完成|建成|开展|举办)(\d+|[一二两三四五六七八九十]+)([^\W\d]{1,8})")
_DAYS = frozenset(["天", "日", "工作日"])  # one may be away twice on a day; what is due each month is late once in it
_KINDS = (Pattern(r"[缺少漏]|未|没有|^[差欠]$|每[差欠](?![错异距额款])"), Pattern(r"违规|合规|规范|规定|问题|[不未]符|不?合格|不一致|违[反纪法]|错"), Pattern(r"通报"), Pattern(r"延|迟|逾期|滞后|超期|拖|[未不](?:按时|及时|按期)|按时|及时|按期|时间未达到"))  # what is missing, amiss, reported, late
_OF_A_KIND = Pattern(r"投诉|事故|上访|信访|处罚|舆情|纠纷|案件|举报|诉讼")
_MEASURES = ("处", "次", "项", "个", "起", "例", "件", "条", "人次", "人")
_ANY_FAULT = words("问题 不合规 违规 不合规问题 违规问题 的问题 情况")
_DENIED = Pattern(r"[未不没无]")
_NAMED = Pattern(r"(?:全年|共计?|累计|实际|已|合计)*(?![^\d]*(?:计划|目标|应|拟|预计|每|部分|正在|基本))([^\W\d未不无没非超逾欠少缺]{2,8})(\d+)([^\W\d]{1,2})")


_UNSETTLED = Pattern(r"问题(?:的)?(?:未|没有|不)|(?:未|没有|不)(?:及时|按[时期]|完成|全部)*(?:整改|解决|销号|处[理置]|纠正|落实整改)")  # 发现问题未整改的: not every problem is one
_ITS_OWN = Pattern(r"问题|不?合规|违规|规范|规定|[未不]符")


def _is_any_fault(effect: Count, tail: str) -> bool:
    """Whether 2个问题 are so many of what is counted: not of 部门未公开 or what is missing, which a problem may have nothing to do with."""
    if "问题" in tail and (effect.lack or effect.measure in _THINGS and effect.what and not _ITS_OWN.search(effect.what)):
        return False
    return not _UNSETTLED.search(effect.what)


_THINGS = words("个 家 户 人 名 位 件 份 所")
_FIRST = Pattern(r"([^\W\d]{2,12}?)(\d+|[一二两三四五六七八九十]+)个?([^\W\d]{1,2})")
