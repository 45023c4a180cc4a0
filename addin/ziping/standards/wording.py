"""Actuals in words against the phrases of a standard, and counts of occurrences."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ziping.amounts import Unit, half_up, unit_named
from ziping.standards.awards import GRADES, Off
from ziping.standards.defaults import completion
from ziping.standards.lateness import afterwards, deadline, kept_deadline, punctual
from ziping.standards.phrases import OVER as _OVER
from ziping.standards.phrases import UNRISEN, timely
from ziping.standards.phrases import WITHIN as _WITHIN
from ziping.standards.phrases import met as met_words
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import Arm, Award, Band, Count, Met, Part, Relative
from ziping.standards.tokens import numeral
from ziping.standards.values import COUNTED, Value, convertible, rescaled, shown

if TYPE_CHECKING:
    from ziping.standards.binding import Bound, Outcome
from ziping.standards.vocabulary import Pattern, words

__all__ = ["by_words", "occurrences"]

_NO = ("不", "未", "没有", "没", "无", "非", "欠", "不太", "尚未", "未能")
_GRADED = frozenset(f"为{grade}" for grade in "优良中差")
_YES = words("是 符合 满足 达到 已达到 符合要求 满足要求 均符合 全部符合 达标 做到 已做到 全部满足 均满足 均达到 全部达到 均已达到 全部做到 符合标准")
_OPEN = words("是/否 有/无 是否 有无")
_NEVER = words("否 不符合 不满足 未达到 不达标 未做到 不符合要求 均不符合 均不满足 均未达到 未达标")
_NONE = words("无 没有 0 零 未发现 未发生 未出现 不存在 无此情况 无问题 未发现问题 无违规 无违规情况 没有发现 没有发生 未发现违规 无违规问题 无不合规 未发现不合规 0处 0次 0起 0例 0件 0项 0个 0人 零事故 无事故 未发生事故 均合规 全部合规 无异常 均符合要求")
_ABSENT = words("无 没有 不涉及 不适用 无此项 没有此项 无该项 未安排 无此项工作 无此类项目 不存在 无此项目 当年无此项 本年无此项 未涉及 无此类事项 / - -- —")


def _everything(bound: Bound, text: str) -> bool:
    """全部符合 where every point met earns some."""
    return bool(bound.counts) and bound.counts[0].effect.gain and bool(_ALL.fullmatch(text))  # type: ignore[union-attr]


def by_words(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """The outcome where the actual says in words which arm holds; None where it must be compared as a number."""
    text = actual.text.rstrip("。;,!.")
    full = bound.full
    for arm in bound.absent:
        if text in _ABSENT or text == arm.guard.phrase or _absent(text, arm.guard.phrase) or (arm.guard.phrase in _VERBS and text in _NONE):  # type: ignore[union-attr]
            return _fixed(bound, arm, actual)
    if bound.additive:
        return _parts(bound, actual, text)
    if _everything(bound, text):
        return full, lambda: f"完成值“{actual.text}”，各项均符合，得满分{shown(full)}分", 0
    if bound.words and (hit := _match(bound.words, text) or (_turned(bound.words, text) if not bound.spans and not bound.counts else None)) is not None:
        return _fixed(bound, hit, actual)
    graded = [a for a in bound.words if a.guard.phrase in GRADES or a.guard.phrase[-2:] in _GRADED]  # type: ignore[union-attr]
    if text in GRADES and len(graded) > 1 and len(graded) == len(bound.words) and bound.otherwise and isinstance(bound.otherwise[0].effect, Award | Off) and not bound.spans:
        return _fixed(bound, bound.otherwise[0], actual)
    said = completion(actual)
    if not said and bound.relative and isinstance(reached := met_words(text), Met):
        said = "yes" if reached.yes else "no"
    bands = [a for a in bound.words if isinstance(a.effect, Band)]
    hits = [a for a in bands if _REACHED_SO.match(a.guard.phrase)[1] in _SO_FAR[said]] if said else []  # type: ignore[union-attr, index]
    if len(hits) == 1:
        return _fixed(bound, hits[0], actual)
    laddered = kept_deadline(bound.words, bound.otherwise, target, actual)
    if laddered is not None and isinstance(laddered.effect, Award | Off):
        return _fixed(bound, laddered, actual)
    limit = deadline(bound.words, target)
    if limit is not None and (kept := punctual(limit[1], actual)) is not None:
        hit = limit[0] if kept else afterwards(bound.words, bound.otherwise)
        if hit is not None and isinstance(hit.effect, Award | Off):
            return _fixed(bound, hit, actual)
    timed = [a for a in bound.words if timely(a.guard.phrase) or timely(a.guard.phrase.removeprefix("未").removeprefix("不"))]  # type: ignore[union-attr]
    if timed and (kept := punctual(target, actual)) is not None:
        hit = next((a for a in timed if timely(a.guard.phrase) == kept), None) or (None if kept else next(iter(bound.otherwise), None))  # type: ignore[union-attr]
        if hit is not None and isinstance(hit.effect, Award | Off):
            return _fixed(bound, hit, actual)
    met = [a for a in bound.relative if isinstance(a.guard, Met)]
    if met and not said and target is not None and target.kind != "number":
        kept = punctual(target, actual) if target.kind == "date" else target.text == actual.text and target.text not in _OPEN or None
        said = "" if kept is None else "yes" if kept else "no"
    if met and said in ("yes", "no"):
        arms = [a for a in met if a.guard.yes == (said == "yes")] or ([] if said == "yes" else bound.otherwise)  # type: ignore[union-attr]
        if arms and isinstance(arms[0].effect, Award | Off):
            return _fixed(bound, arms[0], actual)
    within = {">": text in _OVER, "≤": text in _WITHIN}
    kept = next((a for a in bound.relative if isinstance(a.guard, Relative) and within.get(a.guard.sign) and isinstance(a.effect, Award | Off)), None)
    if kept is not None:
        return _fixed(bound, kept, actual)
    awards = [a for a in bound.words if isinstance(a.effect, Award)]
    missed = next((a for a in met if not a.guard.yes and isinstance(a.effect, Award | Off)), None)  # type: ignore[union-attr]
    if missed is not None and any(text == no + a.guard.phrase for a in awards for no in _NO):  # type: ignore[union-attr]
        return _fixed(bound, missed, actual)
    if len(awards) == 1 and awards[0].effect.amount.of(full) == full and not bound.spans:  # type: ignore[union-attr]
        affirmed = _affirms(text, awards[0].guard.phrase) and not _NEGATIVE.match(awards[0].guard.phrase)  # type: ignore[union-attr]
        if affirmed or (target is not None and target.kind == "text" and text == target.text and text not in ("否", "无")):
            return _fixed(bound, awards[0], actual)
        happened = bool(_FREE.match(awards[0].guard.phrase)) and _happened(actual, awards[0].guard.phrase)  # type: ignore[union-attr]
        if bound.otherwise and (happened or text in _NEVER or said == "no" or _denies(text, awards[0].guard.phrase)):  # type: ignore[union-attr]
            return _fixed(bound, bound.otherwise[0], actual)
    if _faults_only(bound) and (text in _NONE or _denied(bound, text)):
        return full, lambda: f"完成值“{actual.text}”，没有评分标准“{bound.rule.words()}”所列的情形，得满分{shown(full)}分", 0
    if _faults_only(bound) and len(bound.rule.arms) == 1 and _happened(actual, bound.words[0].guard.phrase):  # type: ignore[union-attr]
        return _fixed(bound, bound.words[0], actual)
    if bound.words and actual.kind == "text" and not bound.counts and not bound.spans:
        raise NotScorable(f"完成值{quoted(actual.text)}与评分标准“{bound.rule.words()}”中的各种情况对不上，请按标准中的原词填写完成值。")
    return None


_REACHED_SO = Pattern(r"(部分|基本|未|没有|)")
_SO_FAR = {"yes": ("",), "partly": ("部分",), "no": ("未", "没有")}
_DOWNWARD, _UPWARD = words("下降 减少 降低 压减 下浮"), words("上升 增长 增加 提高 上涨 上浮")
_TURNED = Pattern(r"(?:较|比|与)?(?:上年|去年|上年度|上年同期)?(?:相比|同比)?(下降|减少|降低|压减|下浮|上升|增长|增加|提高|上涨|上浮)(?:了|率为)?[\d.]+(?:%|个?百分点)?")
_TURNS = Pattern(r"[^不未无没\d]{0,16}?(下降|减少|降低|压减|下浮|上升|增长|增加|提高|上涨|上浮)")


def _turned(arms: list[Arm], text: str) -> Arm | None:
    """下降5% where 下降, 持平 and 上升 are told apart."""
    said = _TURNED.fullmatch(text)
    if said is None and text not in _DOWNWARD and text not in ("持平", "与上年持平"):
        return None
    way = _UPWARD if said is not None and said[1] in _UPWARD else _DOWNWARD
    if way is _DOWNWARD:
        kept = [a for a in arms if UNRISEN.fullmatch(a.guard.phrase) and (text.endswith("持平") is False or "只减" not in a.guard.phrase)]  # type: ignore[union-attr]
        if len(kept) == 1:
            return kept[0]
    if said is None:
        return None
    hits = [a for a in arms if (turn := _TURNS.fullmatch(a.guard.phrase)) and turn[1] in way]  # type: ignore[union-attr]
    return hits[0] if len(hits) == 1 else None


def _denies(text: str, phrase: str) -> bool:
    """不合规 and 资金使用不合规 for 资金使用合规."""
    if any(text == no + phrase or (text.startswith(no) and _ends(phrase, text.removeprefix(no))) for no in _NO):
        return True
    return any(text == phrase[:at] + no + phrase[at:] for no in ("不", "未") for at in (len(phrase) - 2,) if at > 0)


def _affirms(text: str, phrase: str) -> bool:
    """Whether 是 or 达成 stands for the whole phrase; 完成 says nothing of quality or time."""
    if text in _YES or text.startswith("达成"):
        return True
    return text in ("完成", "已完成", "全部完成") and "完成" in phrase and not _TIMED.search(phrase)


def _faults_only(bound: Bound) -> bool:
    """Whether the standard lists nothing but faults (发生重大事故的不得分)."""
    return bool(bound.words) and all(isinstance(a.effect, Off) or (isinstance(a.effect, Award) and not a.effect.amount.value) for a in bound.rule.arms)


_TIMES_IT_HAPPENED = Pattern(r"(?:共|共计|累计)?(?:发生|出现|发现|存在|有)?([1-9]\d*|[一二两三四五六七八九十])(?:起|次|例|件|宗)")
_GRAVE = Pattern(r"[较重特]大|一般|严重|责任|有效|以上")


def _happened(actual: Value, phrase: str) -> bool:
    """发生1起 says that it happened; not where the standard speaks of grave cases only."""
    return bool(_TIMES_IT_HAPPENED.fullmatch(actual.text.rstrip("。;"))) and not _GRAVE.search(phrase)


def _denied(bound: Bound, text: str) -> bool:
    phrases = [a.guard.phrase for a in bound.words]  # type: ignore[union-attr]
    return any(text == no + phrase or (text in ("未发生", "未出现") and phrase.startswith(text[1:])) for no in _NO for phrase in phrases)


def _fixed(bound: Bound, arm: Arm, actual: Value) -> Outcome:
    effect, full = arm.effect, bound.full
    if isinstance(effect, Band):
        middle = Decimal(1) if effect.high == 1 else (effect.high + effect.low) / 2
        points = half_up(full * middle, 2)
        edge = f"{shown(effect.high.scaleb(2))}%–{shown(effect.low.scaleb(2))}%"
        choice = "按满分计" if effect.high == 1 else f"取区间中值{shown(middle.scaleb(2))}%，填报人可在区间内另定"
        return points, lambda: f"完成值“{actual.text}”，属于“{arm.guard.text()}”（分值的{edge}），{choice}，得{shown(points)}分", 0  # type: ignore[union-attr, call-arg]
    if isinstance(effect, Off):
        points = half_up(max(Decimal(0), full - effect.amount.of(full)), 2)
    elif isinstance(effect, Award):
        points = half_up(effect.amount.of(full), 2)
    else:
        raise NotScorable(f"评分标准“{arm.text(bound.rule.unit, '')}”需要数值，完成值为{quoted(actual.text)}，请填写数值。")
    return points, lambda: f"完成值“{actual.text}”，适用“{arm.text(bound.rule.unit, '')}”，得{shown(points)}分", 0


def _absent(text: str, phrase: str) -> bool:
    head = next((h for h in ("没有", "无", "不涉及", "未安排", "未发生", "不存在", "未涉及") if text.startswith(h)), None)
    return head is not None and len(text) > len(head) and text.removeprefix(head) in phrase


_NEGATIVE = Pattern(r"(?:年度内|全年|本年度?|当年|年内)*(?:未|无|没有|不|零)")
_TIMED = Pattern(r"按时|及时|按期|如期|准时|期限|时限|时间|前|当年|提前|进度|计划")
_PACE = Pattern(r"(?:支出|执行|支付|拨付|建设|工程|工作|资金|实施|预算|形象)进度$")  # what is measured, not when it was done
_DOES = Pattern(r"完成|完工|达到|办结|实施|报送|下达|拨付")
_VERBS = words("未发生 未出现 未发现 没有 不存在")
_FREE = Pattern(r"(?:近?[\d一二两三四五]+年(?:之?内|以来|来)|年度内|全年|本年度?|当年|年内|期间|项目|单位|资金|经费|支出|使用|管理|建设|实施|施工|执行|过程中?|中)*(未发生|未出现|未发现|没有|不存在|无)")
_QUALIFIED = Pattern(r"[不未没无非欠尚较很略稍仅只半]|基本|部分|一般|有所|有待|提前|逾期|超额|严格|初步|明显|显著")
_COMPARED = Pattern(r"[较比](?:上一?年度?|去年|往年|同期|上年同期)$|每(?:月|季度?|年度?|周|日)$")
_NOUNS = Pattern(r"[^\W\d_]*(?:件数|处理|处置|规模|余额|单价|价格|造价|预算|决算|设定|设置|次数|人数|总数|总额|金额|比例|率|工程|建设|施工|编制|成本|费用|收入|投入|产出|数量|进度|能力|水平|环境|秩序|安全|满意度|相比|同比|上年|评价|监督|审批|备案|招标|台账|凭证|账目|账务|会计|目标|规定|内容|拨付|支付|下达|执行|申报|发放|到账|资金|经费|资产|信息|人员|数据|依据|措施|业务|服务|质量|项目|政策|年度|时间|方式|要求|流程|职责|组织|机构|设施|档案资料|记录|报告|材料|产品|货物|系统|平台|活动|培训|群众|公众|指标|制度|资料|程序|手续|管理|使用|公开|效果|效益|验收|质量|复审|测评|审查|鉴定|评审|审核|考核|评估|认定|检测|档案|机制|情况|工作|任务|支出|采购|核算|方案|报送|结果|影响|改善|整改)")


def _match(arms: list[Arm], text: str) -> Arm | None:
    """The arm whose phrase the actual repeats: the same words, or the one ends with the other without a negation or degree before it."""
    clean = _founded(text.removeprefix("已").removeprefix("均").removeprefix("都"))
    exact = [a for a in arms if a.guard.phrase == text] or [a for a in arms if _founded(a.guard.phrase) == clean]  # type: ignore[union-attr]
    if exact:
        return exact[0]
    if text in _NONE or text in _VERBS:
        free = [a for a in arms if (match := _FREE.match(a.guard.phrase)) and (text in _NONE and text not in _VERBS or match[1] == text)]  # type: ignore[union-attr]
        if len(free) == 1:
            return free[0]
    near = [a for a in arms if any(_ends(p, clean) or _ends(clean, p) or p == clean for p in map(_founded, _alternatives(a.guard.phrase)))]  # type: ignore[union-attr]
    if not near and len(clean) >= 4:
        begun = [a for a in arms if a.guard.phrase.startswith(clean)]  # type: ignore[union-attr]
        near = begun if len(begun) == 1 and not _QUALIFIED.search(clean) and _NOUNS.fullmatch(begun[0].guard.phrase.removeprefix(clean)) else []  # type: ignore[union-attr]
    if not near and text in ("有", "存在"):
        near = [a for a in arms if a.guard.phrase.startswith(text) and ("之一" in a.guard.phrase or any(b.guard.phrase in ("无", "没有", "不存在") for b in arms))]  # type: ignore[union-attr]
    if not near and text in GRADES:
        near = [a for a in arms if a.guard.phrase.endswith("为" + text)]  # type: ignore[union-attr]
    if not near:
        near = [a for a in arms if clean.removeprefix("存在").removeprefix("有").removeprefix("发生") in _listed(a.guard.phrase)]  # type: ignore[union-attr]
    return near[0] if len(near) == 1 else None


_FOUNDED = Pattern(r"(?:建立|完善)[、并和且]?健全|健全[、并和且]?完善")


def _founded(phrase: str) -> str:
    """建立健全 says no more than 健全."""
    return _FOUNDED.sub("健全", phrase)


def _alternatives(phrase: str) -> list[str]:
    """比上年减少或持平: either is meant; a negation before reaches over the 或, and then only the whole counts."""
    first, *more = re.split(r"或者?", phrase)
    return [phrase] if not more or re.search(r"[不未无没非]", first) else [first, *more]


_LISTED = Pattern(r"(?:存在|有|出现|发现|发生)([^不未无没]+)等[^,;。]{0,6}")


def _listed(phrase: str) -> list[str]:
    """存在截留、挤占、挪用等情况: what is named."""
    match = _LISTED.fullmatch(phrase)
    return re.split("[、,]", match[1]) if match else []


def _ends(long: str, short: str) -> bool:
    if len(short) < 2 or not long.endswith(short):
        return False
    before = _COMPARED.sub("", long.removesuffix(short)).removeprefix("一般公共预算").replace("非税", "")
    parts = re.split(r"[、和]|及(?!时)", before)
    if re.search(r"[,;且并或但]", before) or (len(parts) > 1 and not all(p and _NOUNS.fullmatch(p) and not _QUALIFIED.search(p) for p in parts)):
        return False
    if _QUALIFIED.search(before) or before.startswith(("按", "在", "于", "经")) or (_DOES.search(short) and _TIMED.search(_PACE.sub("", before))):
        return False
    return not before or len(parts) > 1 or bool(_NOUNS.fullmatch(before))


# ---------------------------------------------------------------------------------------------------------------
# Conditions that add up


_ALL = Pattern(r"(?:以上)?(?:\d+项|[三四五六]项|各项|所有)?(?:条件|要求|内容)?(?:均|全部|都)已?(?:符合|满足|达到|具备|做到|完成|完备|达标)(?:要求|标准)?|全部")
_NONE_MET = words("均不符合 均不满足 全部不符合 均未达到 均未做到 都不符合 均未建立")
_MARKS = Pattern(r"[①-⑳]")
_HOW_MANY = Pattern(r"(?:符合|满足|达到|具备|完成|做到)?(\d+|[一二两三四五六七八九十])(?:项|个|条|点)(?:符合|满足|达到|要求|具备|条件)*")


def _parts(bound: Bound, actual: Value, text: str) -> Outcome:
    arms = bound.words
    full = bound.full
    if _ALL.fullmatch(text):
        return full, lambda: f"完成值“{actual.text}”，各项条件均满足，得满分{shown(full)}分", len(arms)
    if text in _NONE_MET:
        return Decimal(0), lambda: f"完成值“{actual.text}”，各项条件均不满足，得0分", 0
    amounts = [a.effect.amount.of(full) for a in arms]  # type: ignore[union-attr]
    met = _marked(text, arms)
    if met is None:
        met = _phrased(text, arms)
    if met is None and len(set(amounts)) == 1 and (match := _HOW_MANY.fullmatch(text)):
        number = int(numeral(match[1]) if not match[1].isdecimal() else match[1])  # type: ignore[arg-type]
        if number <= len(arms):
            met = set(range(number))
            points = half_up(sum((amounts[i] for i in met), Decimal(0)), 2)
            return points, lambda: f"完成值“{actual.text}”，{number}项各得{shown(amounts[0])}分，得{shown(points)}分", number
    if met is None or any(isinstance(a.effect, Part) and a.effect.nested and i in met and i - 1 not in met for i, a in enumerate(arms)):
        raise NotScorable(f"评分标准“{bound.rule.words()}”逐项计分，完成值{quoted(actual.text)}没有说明哪几项满足，请逐项写明（用标准中的原词或序号）。")
    points = half_up(sum((amounts[i] for i in met), Decimal(0)), 2)
    named = "、".join(a.guard.phrase for i, a in enumerate(arms) if i in met) or "无"  # type: ignore[union-attr]
    return points, lambda: f"完成值“{actual.text}”，满足的条件：{named}，得{shown(points)}分", len(met)


_CLAIM = Pattern(r"(?:仅|只|已)?(不符合|不满足|未满足|未达到|未做到|符合|满足|达到|具备|做到)?(?:第)?((?:[①-⑳][、,和及]?)+)(?:[一二两三四五六七八九]?项|条|条件|要求)*(?:均|都|已)*(不符合|不满足|未满足|未达到|未做到|符合|满足|达到|具备|做到)?(?:要求|条件)?")
_DIGITS = Pattern(r"(?:符合|满足|达到|具备)?第?[1-9](?:[、和][1-9])+(?:项|条|点)?")
_ORDINALS = Pattern(r"第(\d)(?:项|条|点)?")


def _marked(text: str, arms: list[Arm]) -> set[int] | None:
    """①③, 满足①、③, ①②符合，③不符合, 第1、第3项: the numbers of the conditions that are met."""
    text = re.sub(r"\(([1-9])\)", lambda match: chr(0x245F + int(match[1])), text)
    if _DIGITS.fullmatch(text):
        text = re.sub(r"\d", lambda match: chr(0x245F + int(match[0])), text)
    text = _ORDINALS.sub(lambda match: chr(0x245F + int(match[1])) if match[1] != "0" else match[0], text)
    met: set[int] = set()
    if not _MARKS.search(text):
        return None
    for part in re.split(r"[,;](?![①-⑳]+$)", text):
        match = _CLAIM.fullmatch(part)
        if match is None:
            return None
        verdict = match[1] or match[3] or ""
        if not verdict.startswith(("不", "未")):
            met |= {ord(c) - 0x2460 for c in _MARKS.findall(match[2])}
    return met if all(i < len(arms) for i in met) else None


def _denials(phrase: str) -> set[str]:
    """未建立制度, 制度不健全: the phrase denied, before it or before its last word."""
    return {no + phrase for no in _NO} | {phrase[:-2] + no + phrase[-2:] for no in ("不", "未")}


_OBJECT = Pattern(r"(?:相关|有关|项目|资金|财务|业务|内部|管理|预算|绩效)*(?:制度|办法|机制|体系|方案|计划|台账|档案|目标|信息)")


def _begins(phrase: str, said: str) -> bool:
    """建立 for 建立制度: the verb without its plain object."""
    return len(said) >= 2 and phrase.startswith(said) and bool(_OBJECT.fullmatch(phrase.removeprefix(said)))


_QUALITIES = words("完整 健全 规范 合理 明确 准确 及时 真实 有效 齐全 合规 完善 科学 清晰 充分 到位")


def _phrased(text: str, arms: list[Arm]) -> set[int] | None:
    met: set[int] = set()
    said_of_it = [said for said in re.split(r"[,、;。和且并]", text) if said]
    for said in said_of_it:
        clean = said.removeprefix("已")
        hit = next((i for i, a in enumerate(arms) if clean == a.guard.phrase), None)  # type: ignore[union-attr]
        if hit is None:
            near = [i for i, a in enumerate(arms) if _ends(a.guard.phrase, clean) or _begins(a.guard.phrase, clean)]  # type: ignore[union-attr]
            alone = len(said_of_it) == 1 and clean in _QUALITIES  # 完整 alone may speak of the whole
            hit = near[0] if len(near) == 1 and not alone else None
        if hit is None:
            denied = [i for i, a in enumerate(arms) if said in _denials(a.guard.phrase)]  # type: ignore[union-attr]
            if not denied:
                return None
            continue
        met.add(hit)
    return met or None


# ---------------------------------------------------------------------------------------------------------------
# Occurrences

_UNDONE = Pattern(r"^(?:未(?!发|出)|少)[^\W\d]{1,4}?(?=\d|[一二两三四五六七八九十]+[项个次起件条处户人])")
_HOW_OFTEN = Pattern(r"(?:共|共计|累计|全年|合计|年度)?(?:发现|出现|发生|存在|有|缺|少|漏|违规|不合规|被|通报|延误|滞后|逾期)*(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(\D*)")


def occurrences(effect: Count, target: Value | None, actual: Value) -> Decimal:
    """How many times it happened (or how many there are, for gains) as the actual says."""
    text = actual.text.rstrip("。;")
    if effect.gain and _MARKS.search(text) and not re.sub(r"[①-⑳、,和及]|符合|满足|达到|具备|项", "", text):
        return Decimal(len(set(_MARKS.findall(text))))
    if not effect.gain:
        if effect.lack and text in ("无", "没有"):
            raise NotScorable(f"评分标准“{effect.text()}”按缺少的个数计分，完成值{quoted(text)}可理解为没有缺少或一项也没有，请写明如“缺0{effect.measure}”。")
        if text in _NONE or (actual.kind == "number" and actual.low == 0 and (actual.bare or actual.unit.text in COUNTED)):
            return Decimal(0)
        if (completion(actual) == "yes" and text.startswith("达成")) or any(effect.what == no + text or effect.what.startswith(no + text) for no in _NO if len(text) > 1):
            return Decimal(0)
    if effect.gain and (many := _HOW_MANY.fullmatch(text)):  # 满足2项
        return numeral(many[1]) or Decimal(many[1])
    if effect.what and text.startswith(effect.what):
        text = text.removeprefix(effect.what)
    number, measure = None, unit_named(effect.measure)
    if actual.kind == "number" and actual.relation in ("", "=") and (actual.bare or convertible(actual.unit, measure) is not None or actual.unit.text in COUNTED):
        number = rescaled(actual, measure, "完成值") if not actual.bare and convertible(actual.unit, measure) is not None else actual.low
    elif match := _HOW_OFTEN.fullmatch(text if effect.gain else _UNDONE.sub("", text)):
        rest = match[2]
        measured = next((m for m in (effect.measure, "处", "次", "项", "个", "起", "例", "件", "条", "人次", "人") if rest.startswith(m)), "")
        tail = rest.removeprefix(measured)
        if measured and (not tail or tail in effect.what or tail in ("问题", "不合规", "违规", "不合规问题", "违规问题", "的问题", "情况")):
            number = Decimal(match[1]) if match[1][0].isdecimal() else numeral(match[1])
    if number is not None and actual.bare and number >= 50:
        raise NotScorable(f"评分标准“{effect.text()}”按次数计分，完成值{quoted(actual.text)}没有写单位，不像次数，请写明如“2{effect.measure}”。")
    whole = number is not None and number >= 0 and (number == number.to_integral_value() or effect.lack == "少")
    if not whole:
        raise NotScorable(f"评分标准“{effect.text()}”按次数计分，完成值{quoted(actual.text)}没有写明次数，请填写如“0”或“2{effect.measure}”。")
    if effect.gain or target is None or target.kind != "number" or target.low <= 0 or target.relation in ("≤", "<"):
        return number
    if effect.lack == "少" and actual.kind == "number":
        return max(Decimal(0), _missing(effect, measure, target, actual))
    if actual.kind == "number" and (target.bare or target.unit.text in COUNTED):
        raise NotScorable(f"指标值为{quoted(target.text)}，完成值{quoted(actual.text)}可能是完成数，也可能是评分标准所说的扣分次数，请写明如“缺1{effect.measure}”。")
    return number


def _missing(effect: Count, measure: Unit, target: Value, actual: Value) -> Decimal:
    """How much of the target is not there, in the measure of the standard."""
    if all(v.bare or convertible(v.unit, measure) is not None for v in (target, actual)) and not (target.bare and actual.bare and measure.shift):
        goal = rescaled(target, measure, "指标值", effect.size)
        return goal - rescaled(actual, measure, "完成值", goal)
    if target.unit == actual.unit and not actual.unit.shift or target.bare and not actual.unit.shift or actual.bare and not target.unit.shift:
        return target.low - actual.low
    raise NotScorable(f"指标值{quoted(target.text)}、完成值{quoted(actual.text)}与评分标准“{effect.text()}”的单位不一致，无法确定缺少多少，请改为相同的单位。")
