"""Words that affirm or deny all of what a standard asks for, or all that it forbids: 均符合, 已完成, 未公开, 无, 发生1起."""

from __future__ import annotations

from ziping.standards.actuals.comparing import YES
from ziping.standards.actuals.listing import ALL
from ziping.standards.actuals.told import Found, Told, faults_only
from ziping.standards.cells.defaults import completion
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import Absent, Arm, Award, Count, Met, Word
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.another import SHOWN_BY, drops_manner, says_all_of
from ziping.standards.sayings.deciding import OBJECT
from ziping.standards.sayings.marks import MARKS
from ziping.standards.sayings.matching import FREE, NONE, NOUNS, TIMED, core, denies, ends
from ziping.standards.words.desirable import FAULTS
from ziping.standards.words.doings import DOINGS, asks_more
from ziping.standards.words.vocabulary import Pattern, in_order, words

__all__ = ["AFFIRMED_READERS", "GRAVE", "everything", "lacking_or_none", "neglected"]

_CLAUSE_END = Pattern(r"[，,；;。\n]")
_ALL_DONE = Pattern(r"(?:\d项|[三四五六]项|各项)?(?:均|都|全部)已?([^\W\d未不没无]{2})")
_LISTED = Pattern(r"[;。、\n].*每|以上|上述|要点|要素")
_WHEN_OR_HOW = Pattern("及时|足额|按[时期]|如期|准时")
_MERELY_DONE = Pattern(r"(?<![时期额量])(?:完成|落实)$")
_NEVER = words("否 不符合 不满足 未达到 不达标 未做到 不符合要求 均不符合 均不满足 均未达到 未达标")


def everything(told: Told) -> Found:
    """全部符合 where every point met earns some."""
    bound, text, full = told.bound, told.text, told.full
    gain = bound.counts[0].effect if bound.counts else None
    if not isinstance(gain, Count) or not gain.gain or not (ALL.fullmatch(text) or (done := _ALL_DONE.fullmatch(text)) and f"每{done[1]}" in bound.rule.source) or gain.measure not in ("项", "个", "条", "点"):
        return None
    if _MERELY_DONE.search(text) and "完成" not in gain.what and _WHEN_OR_HOW.search(bound.rule.source):
        return None  # 4项均完成 of what is to be in time, or in full
    printed = len(set(MARKS.findall(bound.rule.source)))
    before = bound.rule.source.partition("每")[0].rstrip("，,；;。\n")
    printed = printed or (before.count("、") + 1 if "、" in before and not _CLAUSE_END.search(before) else 0)
    completed = bound.rule.stated == full and text in ("全部完成", "均已完成") and "完成" in gain.what + bound.rule.source
    if not completed and not (gain.per.of(full) * printed == full if printed else _LISTED.search(bound.rule.source)):
        return None
    return full, lambda: f"完成值“{told.actual.text}”，各项均符合，得满分{shown(full)}分", 0


def lacking_or_none(told: Told) -> Found:
    """NotScorable for 无 where 未建立制度 is a fault: no fault, or no system?"""
    bound, text = told.bound, told.text
    if text in ("无", "没有", "不存在") and faults_only(bound) and (lacking := next((a for a in bound.words if _LACKS.search(a.guard.phrase)), None)) is not None:  # type: ignore[union-attr]
        raise NotScorable(f"完成值{quoted(text)}可理解为没有评分标准所列的情形，也可理解为“{lacking.guard.phrase}”，请按标准中的原词写明。")  # type: ignore[union-attr]
    return None


_LACKS = Pattern(rf"(?:未|没有|没)[^,;。]{{0,6}}(?:建立|制定|设立|成立|编制|编报|配备|设置|出台|签订|安装|开展|组织|召开)|^(?:工作|制度|资料|会议|项目|管理|单位|部门)?(?:无|没有|缺)|^(?:未|没有)(?:{'|'.join(sorted(DOINGS))})")


def _earning(told: Told) -> list[Arm]:
    return [a for a in told.bound.words if isinstance(a.effect, Award) and a.effect.amount.value]


def _achieved(told: Told) -> Found:
    """实现动态清零, which is the target and what the standard asks for."""
    target, earning = told.target, _earning(told)
    if len(earning) != 1 or not told.worth(earning[0]) or told.bound.spans or target is None or target.kind not in ("text", "pattern"):
        return None
    phrase = earning[0].guard.phrase  # type: ignore[union-attr]
    same = _ACHIEVED.sub("", told.text) == target.text and target.text in phrase.replace("X", "*")
    same = same or target.kind == told.actual.kind == "pattern" and target.text in phrase.replace("X", "*")  # 7天*24小时 under 7*24小时
    return earning[0] if same and (target.kind == "pattern" or says_all_of(phrase, target.text)) else None


_ACHIEVED = Pattern(r"^(?:已经?|均|全部)?(?:实现|达到|做到)了?")


def _missed(told: Told) -> Arm | None:
    return next((a for a in told.bound.relative if isinstance(a.guard, Met) and not a.guard.yes and isinstance(a.effect, Award | Off)), None)


def _affirmed(told: Told) -> Found:
    """是, 已完成, the target's own words, where one phrase earns everything; 否, 未做到 where the standard says what else earns."""
    bound, target, text = told.bound, told.target, told.text
    awards = [a for a in bound.words if isinstance(a.effect, Award)]
    earning = _earning(told)
    if len(awards) == 2 and len(earning) == 1 and text in YES and all(a in earning or _DENYING.match(a.guard.phrase) for a in awards):  # type: ignore[union-attr]
        awards = earning  # 符合程序得1分，未按程序不得分
    if len(awards) != 1 or not told.worth(awards[0]) or bound.spans:
        return None
    phrase = awards[0].guard.phrase  # type: ignore[union-attr]
    affirmed = (_affirms(text, phrase) or (_missed(told) is not None and completion(told.actual) == "yes" and not TIMED.search(phrase))) and not _NEGATIVE.match(phrase)
    if affirmed or (target is not None and target.kind == "text" and text.removeprefix("已") == target.text.removeprefix("已") and text not in ("否", "无") and says_all_of(phrase, text)):
        return awards[0]
    free = SHOWN_BY.sub("", phrase)
    happened = bool(FREE.match(free)) and _happened(told.actual, free) or any(FREE.match(part) and _happened_by_name(told.actual, part) for part in free.split(","))
    if bound.otherwise and (happened or text in _NEVER or told.done == "no" or any(phrase.endswith(verb) and text in (f"未{verb}", f"没有{verb}") for verb in DOINGS)):
        return bound.otherwise[0]
    return None


def _affirms(text: str, phrase: str) -> bool:
    """Whether 是 or 达成 stands for the whole phrase; 完成 says nothing of quality or time."""
    if text in YES or (text.startswith("达成") and completion(Value("text", text)) == "yes"):
        return True
    return text in ("完成", "已完成", "全部完成") and "完成" in phrase and not TIMED.search(phrase) and (not asks_more(phrase.replace("全部", "").replace("完成", "", 1)) or _COMPLETES.fullmatch(phrase) is not None)


_COMPLETES = Pattern(r"(?:全部|全面)?完成(?:(?:[^\W\d并且和与及、]|及时)+|[^,;。并且]+(?:任务|目标|计划))")
_DENYING = Pattern(r"(?:未|没有|不)(?!发生|发现|出现|存在|超|受)")
_NEGATIVE = Pattern(r"(?:年度内|全年|本年度?|当年|年内)*(?:未|无|没有|不|零)")


_VERB_ALONE = Pattern(r"(?:已经?|均已?|都已)?(达到|实现|完成)了?")
_ITS_GOAL = Pattern(r"了?(?:年度|年初|预期|绩效|既定|设定|计划|规定|预定)*(?:目标|效果|要求|标准|指标|任务)值?")


def _contraries(phrase: str) -> tuple[str, str]:
    return f"未{phrase}", f"没有{phrase}"


def _verb_alone(told: Told) -> Found:
    """已达到, where 达到预期效果 and 未达到 are told apart."""
    said = _VERB_ALONE.fullmatch(told.text)
    if said is None or _missed(told) is None and not any(a.guard.phrase in _contraries(said[1]) for a in told.bound.words):  # type: ignore[union-attr]
        return None
    hits = [a for a in told.bound.words if a.guard.phrase.startswith(said[1]) and _ITS_GOAL.fullmatch(a.guard.phrase.removeprefix(said[1]))]  # type: ignore[union-attr]
    return hits[0] if len(hits) == 1 and told.worth(hits[0]) else None


def _opposite(told: Told) -> Found:
    """已公开, where only 未公开 earns nothing and all else everything."""
    bound, text = told.bound, told.text
    nothing = [a for a in bound.words if isinstance(a.effect, Award) and not a.effect.amount.value]
    undone = [a for a in nothing if a.guard.phrase in (f"未{text.removeprefix('已')}", f"没有{text.removeprefix('已')}")]  # type: ignore[union-attr]
    if undone and not all(_no_more_than(a.guard.phrase, text) for a in bound.rule.arms if a not in undone and isinstance(a.guard, Word)):
        undone = []
    elif not undone and (free := core(text)):
        undone = [a for a in nothing if _EXISTS.sub("", a.guard.phrase) == free]  # type: ignore[union-attr]
    others = [a for a in bound.rule.arms if a not in undone]
    if len(undone) != 1 or not others or any(isinstance(a.guard, Word) and drops_manner(a.guard.phrase, text) for a in others):
        return None  # 分类建立档案得3分，未建立不得分: 已建立 says nothing of how
    return others[0] if all(isinstance(a.guard, Word | Absent) and told.worth(a) for a in others) else None


_NEGLECTED = Pattern(r"(?:未|没有)(?:组织|研究|讨论|编写|安排|牵头|专门)*(" + "|".join(sorted(DOINGS)) + r")([^\W\d]{2,})")


def neglected(told: Told) -> Found:
    """已制定 and 未制定, where nothing but 未组织研究制定年度目标 costs points."""
    bound, text = told.bound, told.text
    if len(bound.rule.arms) != 1 or not faults_only(bound):
        return None
    said = _NEGLECTED.fullmatch(bound.words[0].guard.phrase)  # type: ignore[union-attr]
    verb = text.removeprefix("已经").removeprefix("已").removeprefix("没有").removeprefix("未")
    if said is None or verb != said[1] or not OBJECT.fullmatch(said[2].rpartition("和")[2]) or asks_more(said[2]) or any(doing in said[2] for doing in DOINGS):
        return None
    if text.startswith(("未", "没有")):
        return bound.words[0]
    return told.full, lambda: f"完成值“{told.actual.text}”，没有评分标准“{bound.rule.words()}”所列的情形，得满分{shown(told.full)}分", 0


_ABSENCE = Pattern(r"(?:无|没有|未)([^\W\d]{2,6})")


def as_asked(told: Told) -> Found:
    """分工明确, where 人员分工明确 is asked for and 无分工 is the only fault."""
    bound, text = told.bound, told.text
    absence = _ABSENCE.fullmatch(bound.words[0].guard.phrase) if len(bound.rule.arms) == 1 and faults_only(bound) else None  # type: ignore[union-attr]
    asked = bound.rule.source.partition(absence[0])[0].rstrip("，,；;。\n") if absence is not None else ""
    if absence is None or _CLAUSE_END.search(asked) or absence[1] not in text or not (text == asked or asked.endswith(text) and ends(asked, text)):
        return None
    return told.full, lambda: f"完成值“{told.actual.text}”，没有评分标准“{bound.rule.words()}”所列的情形，得满分{shown(told.full)}分", 0


_EXISTS = Pattern(r"^(?:存在|有|发生|出现|发现)|(?:情况|问题|现象|行为)$")


def _no_more_than(phrase: str, text: str) -> bool:
    """Whether the phrase asks for nothing beyond what the actual says was done: not 按时报送 for 已报送."""
    plain = text.removeprefix("已经").removeprefix("已").removeprefix("经")
    rest = phrase.replace(plain, "", 1)
    return rest != phrase and not asks_more(rest) and (not rest or NOUNS.fullmatch(rest) is not None or OBJECT.fullmatch(rest) is not None)


def _nothing_amiss(told: Told) -> Found:
    """未发生, where the standard lists nothing but faults; 发生1起 where it lists one."""
    bound, text, full = told.bound, told.text, told.full
    if not faults_only(bound):
        return None
    free = core(text)
    if all(denies(text, a.guard.phrase) or (free and _EXISTS.sub("", a.guard.phrase) == free) for a in bound.words):  # type: ignore[union-attr]
        return full, lambda: f"完成值“{told.actual.text}”，没有评分标准“{bound.rule.words()}”所列的情形，得满分{shown(full)}分", 0
    return bound.words[0] if len(bound.rule.arms) == 1 and _happened(told.actual, bound.words[0].guard.phrase) else None  # type: ignore[union-attr]


_SOME_PERIODS = Pattern(r"(?:共?有|其中)?(?:[1-9]\d*|[一二两三四五六七八九十]+)个?(?P<period>周|月|季度|旬|天|日)(?:的|内)?(?:未|没有)(?P<how>按时|及时|按要求)?(?P<verb>[^\W\d未不没无]{2,8})")


def _now_and_then(told: Told) -> Found:
    """有3周未报送, where 每周报送 earns everything and all else something other: not in every one of them."""
    said, earning = _SOME_PERIODS.fullmatch(told.text), _earning(told)
    if said is None or len(earning) != 1 or not told.worth(earning[0]) or told.bound.spans or len(told.bound.otherwise) != 1:
        return None
    phrase = earning[0].guard.phrase  # type: ignore[union-attr]
    each = phrase.partition(f"每{said['period'][0]}")[2]
    return told.bound.otherwise[0] if in_order((said["how"] or "") + said["verb"], each) and each and not _NEGATIVE.match(phrase) else None


_TIMES_IT_HAPPENED = Pattern(r"(?:共|共计|累计)?(?:发生|出现|发现|存在|有)?([1-9]\d*|[一二两三四五六七八九十])(?:起|次|例|件|宗)([^\W\d]{2,8})?")
_NAMED_SO_OFTEN = Pattern(r"(?:共|共计|累计)?(?:发生|出现|发现|存在|有)?([^\W\d未不没无非]{2,8}?)(?:行为|问题|情况|现象)?(?:[1-9]\d*|[一二两三四五六七八九十])(?:起|次|例|件|宗|项|笔|个)")
GRAVE = Pattern(
    r"[较重特]大|一般|严重|责任|有[效责]|恶性|以上|系统性|规模性|区域性|突发性|大规模|大面积|大范围|批量|集体|连续|重复|反复|多次|人为|整点|[死伤]?亡|致[伤死]|伤人|集中|长时间|[\d二两三四五六七八九十][天次起人日例]"
)  # of which so many, or such a thing, may be of another kind


def _happened(actual: Value, phrase: str) -> bool:
    """发生1起 says that it happened; not where the standard speaks of grave cases only."""
    said = _TIMES_IT_HAPPENED.fullmatch(actual.text.rstrip("。;"))
    return said is not None and not GRAVE.search(phrase) and (not said[2] or any(_is_it(said[2], part) for part in phrase.split(",")))


def _happened_by_name(actual: Value, part: str) -> bool:
    """发现违规1起, where one of the things that earn the points is that no 违规违纪行为 is found."""
    said = _NAMED_SO_OFTEN.fullmatch(actual.text.rstrip("。;"))
    return said is not None and not GRAVE.search(part) and _is_it(said[1], part)


_KIND_OF = Pattern(r"(?:等|的)?(?:行为|问题|情况|现象|情形|事件)?(?:发生|出现)?$")
_ANY = Pattern(r"^(?:任何|一切|各类|各种|群众|安全|生产|责任)*")
_FAULTS = Pattern(rf"(?:{FAULTS})(?:(?:[、和与及或]|(?<=违[规纪法])(?=违[规纪法]))(?:{FAULTS}))*")  # 瞒报事故 is one thing, and no 事故


def _is_it(said: str, part: str) -> bool:
    """安全事故 of 未发生安全事故, or a word for nothing but a fault, 事故; no 采购 of 违规采购, of which there may be as many as there like."""
    said = _KIND_OF.sub("", said)
    denied = _KIND_OF.sub("", _EXISTS.sub("", FREE.sub("", part, count=1)))
    if said == denied:
        return True
    bare = _ANY.sub("", denied)
    return _FAULTS.fullmatch(said) is not None and (said == bare or _FAULTS.fullmatch(bare) is not None and said in bare)


def _happened_after_all(told: Told) -> Found:
    """1起, where 未发生责任事故 earns everything and 发生责任事故 nothing: it happened, unless so many may be of another kind."""
    bound, target = told.bound, told.target
    whole = [a for a in (*bound.words, *bound.absent) if told.worth(a)]
    nothing = [a for a in bound.words if isinstance(a.effect, Award) and not a.effect.amount.value]
    said = _TIMES_IT_HAPPENED.fullmatch(told.text)
    if said is None or len(bound.rule.arms) != 2 or len(whole) != 1 or len(nothing) != 1:
        return None
    counts_them = target is not None and target.kind == "number" and not target.low  # 0起 of what the standard names
    fault = _contrary_fault(whole[0].guard.phrase, nothing[0].guard.phrase)  # type: ignore[union-attr]
    if not fault or (target is not None and not counts_them and target.text not in NONE):
        return None
    grave = GRAVE.search(fault.replace("责任", "") if counts_them else fault)
    return nothing[0] if grave is None and (not said[2] or _is_it(said[2], fault)) else None


def _contrary_fault(free: str, fault: str) -> str:
    """安全事故 of 未发生安全事故 beside 发生安全事故, or 发生 alone; 被通报 of 未被通报 beside 被通报."""
    if fault.startswith("被"):
        return fault if free in (f"未{fault}", f"没有{fault}") else ""
    thing = core(free) or ((opens := FREE.match(free)) is not None and free[opens.end() :]) or ""
    return thing if fault.removesuffix("则") in ("发生", "出现") or (_EXISTS.match(fault) and _EXISTS.sub("", fault) == thing) else ""


AFFIRMED_READERS = (as_asked, _achieved, _affirmed, _verb_alone, _opposite, _nothing_amiss, _happened_after_all, _now_and_then)
