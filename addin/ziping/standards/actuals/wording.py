"""Actuals in words against the phrases of a standard.

`by_words` asks one reader after the other which arm the words say: those that refuse what cannot be the standard's own matter first, then the phrases
themselves, times, comparisons, what is affirmed or denied as a whole, and at last what the statements decide together.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.actuals.affirming import AFFIRMED_READERS, everything, lacking_or_none, neglected
from ziping.standards.actuals.comparing import COMPARED_READERS, in_a_band, turned
from ziping.standards.actuals.faults import faulted
from ziping.standards.actuals.graded import graded
from ziping.standards.actuals.listing import listed
from ziping.standards.actuals.timing import TIMED_READERS, UNTIMELY
from ziping.standards.actuals.told import Found, Told, faults_only
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.phrases import LATENESS
from ziping.standards.clauses.rule import Arm, Award, Met, Relative, Word
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.earning import fixed
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.another import MANNER, drops_manner, narrows
from ziping.standards.sayings.deciding import OBJECT, PARTS, decide
from ziping.standards.sayings.matching import FREE, NONE, NOUNS, VERBS, repeated
from ziping.standards.sayings.pairing import paired
from ziping.standards.sayings.statements import JOINED, polarity
from ziping.standards.words.doings import DEMAND, DOINGS, says_too_little
from ziping.standards.words.vocabulary import Pattern, in_order, words

__all__ = ["answers_no_denial", "by_words"]

_ABSENT = words("无 没有 不涉及 不适用 无此项 没有此项 无该项 未安排 无此项工作 无此类项目 不存在 无此项目 当年无此项 本年无此项 未涉及 无此类事项 / - -- —")


def by_words(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """The outcome where the actual says in words which arm holds; None where it must be compared as a number."""
    told = Told(bound, target, actual)
    for reader in _READERS:
        found = reader(told)
        if found is not None:
            return found if isinstance(found, tuple) else fixed(bound, found, actual)
    if bound.words and actual.kind == "text" and not bound.counts and not bound.spans:
        raise told.unmatched()
    return None


def _nothing_to_evaluate(told: Told) -> Found:
    """没有采购项目, where that is a case of its own."""
    text = _THIS_YEAR.sub("", told.text)
    return next((a for a in told.bound.absent if text in _ABSENT or text == a.guard.phrase or _absent(text, a.guard.phrase) or (a.guard.phrase in VERBS and text in NONE)), None)  # type: ignore[union-attr]


def _of_a_class(told: Told) -> Found:
    if not told.bound.words or "类" not in told.text or not _ROMAN.search(told.text):
        return None
    from ziping.standards.actuals.classed import classed  # few actuals need it

    return classed(told)


_ROMAN = Pattern(r"[IVⅠ-Ⅴ]类")
_THIS_YEAR = Pattern(r"^(?:(?:[我本该]?(?:单位|部门|项目))?(?:本|当|今)年(?:度内?|内)?|(?:[我本该](?:单位|部门|项目))?(?:年度内|全年)?)(?=无|没有|未|不)")  # 本年无政府采购预算
_TELLING = 4  # 无项目 is not 无政府采购项目


def _absent(text: str, phrase: str) -> bool:
    head = next((h for h in ("没有", "无", "不涉及", "未安排", "未发生", "不存在", "未涉及") if text.startswith(h)), None)
    rest = text.removeprefix(head or "")
    return head is not None and bool(rest) and rest in phrase and (len(rest) >= _TELLING or phrase.endswith((head + rest, rest)) and len(phrase) - len(rest) <= _TELLING)


def _faulted(told: Told) -> Found:
    return faulted(told.bound, told.actual) if told.target is None or not told.bound.relative else None


def _zero_of_a_rate(told: Told) -> Found:
    """NotScorable for 0 where 无结余 is a case beside a rate: a rate of nothing, or nothing at all?"""
    bound, actual = told.bound, told.actual
    if actual.kind != "number" or actual.low or not bound.spans or bound.rule.unit != PERCENT or any(a.guard.holds(actual.low) and told.worth(a) for a in bound.spans):  # type: ignore[union-attr]
        return None
    free = next((a for a in (*bound.words, *bound.absent) if FREE.match(a.guard.phrase) and (actual.bare or bound.rule.subject.removesuffix("率") in a.guard.phrase)), None)  # type: ignore[union-attr]
    if free is None and any(isinstance(a.effect, Award) and a.effect.amount.value for a in bound.otherwise):
        free = next((a for a in bound.words if _NOT_DONE.match(a.guard.phrase) and not told.worth(a)), None)  # type: ignore[union-attr]
    if free is not None:
        raise NotScorable(f"完成值{quoted(told.text)}可理解为比率是0，也可理解为“{free.guard.phrase}”，请写明。")  # type: ignore[union-attr]
    return None


_NOT_DONE = Pattern(r"(?:未|没有)(?:实施|执行|开展|编制|安排|启动|采购|使用|支出)")  # 0% of 未实施的不得分, beside 偏离该区间的得1分


def _one_by_one(told: Told) -> Found:
    return listed(told.bound, told.actual, told.text) if told.bound.additive else None


def _another(told: Told) -> bool:
    """Whether the words are of a plan, of another year, of some only."""
    return told.actual.kind == "text" and (said := _NOT_ITSELF.match(told.text)) is not None and said[0] not in told.bound.rule.source


_NOT_ITSELF = Pattern(r"(?:[未不无没]|没有)(?:要求|需|必|须)|要求(?![均已全未])|拟|预[计期]|争取|力争|目标[是为]|(?:上|去|往|前)年(?!度?(?:结转|结余|末|底))|有望|可能|正在|准备|有待|曾|个别|少数|(?:大?多|绝大多)数|大部分|有[的些]|其他(?:单位|部门|项目)|兄弟|[一二三四上下第]+(?:季度|半年)(?!均)")  # planned, of another year, of some


def _of_another(told: Told) -> Found:
    if told.bound.words and not (told.bound.counts or told.bound.spans) and _another(told):
        raise told.unmatched()
    return None


_DENYING = Pattern(r"(?:[未不没无]|没有|不[得应能可准许])(?:得|应当?|能)?(超|高于|大于|多于|突破|低于|少于|小于)")


_ANSWERED = Pattern(r"[,;:。\n][是否](?:的|,)*(?:得|不得分|扣)")  # 是否未超支：是得5分，否不得分
_NONE_OF_IT = Pattern(r"^(?:零(?!售|星)|杜绝|严禁|禁止|避免|防止)")


def answers_no_denial(bound: Bound, actual: Value) -> None:
    """NotScorable for 否 and 是 where what earns points is a denial itself: 未发生事故 is denied, or it did not happen?"""
    if actual.kind == "number":
        return
    told = Told(bound, None, actual)
    if told.text not in ("是", "否") or _ANSWERED.search(bound.rule.source):
        return
    denial = next((a.guard.phrase for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.value and (polarity(a.guard.phrase)[1] is not True or _NONE_OF_IT.match(a.guard.phrase))), "")  # type: ignore[union-attr]
    beyond = _DENYING.search(bound.rule.source) if not denial and any(isinstance(a.guard, Relative) for a in bound.relative) else None
    if beyond is not None:  # 不得超预算
        raise NotScorable(f"完成值{quoted(told.text)}可能是说没有{beyond[1]}，也可能是说{beyond[1]}了，请写明如“未{beyond[1]}”或“{beyond[1]}2%”。")
    if denial:
        raise told.unmatched(f"“{told.text}”可回答是否“{denial}”，也可回答其中所说的情形是否发生")


_AS_RULED = Pattern(r"按照?(?:规定|标准|要求)的?$")
_NOT_AS_RULED = Pattern(r"^(?:未|没有)按照?(?:规定|标准|要求)(?=及时|按[时期]|如期|准时)")  # 未按要求及时报送: what is ruled is the time
_IN_TIME = Pattern(r"(?:及时|按[时期]|如期|准时)[^\W\d]{2}")
_HOW_BEFORE = Pattern(r"按|及时|足额|如期|准时|提前|规范|完整|全部|均|都|各(?!级|类)|每|并|且|同时|,|经|统一|严格|积极|定期|专人|完成|[不未无没]")
_HOW_BEHIND = Pattern(r"切实|可行|并|且|同时|,|健全|完善|明确|规范|合[理规法]|齐全|有效|通过|一致|达[到标]|符合|以上|到位|及时|完整|[不未没]")


def _contrasted(told: Told) -> Found:
    """已成立, where 成立了由政府牵头的机构 earns everything and 未成立 is what the standard itself sets against it."""
    bound, text = told.bound, told.text
    if len(bound.words) != 2 or bound.spans or bound.relative or bound.counts or bound.otherwise:
        return None
    whole = [a for a in bound.words if told.worth(a)]
    faults = [a for a in bound.words if isinstance(a.effect, Off) or (isinstance(a.effect, Award) and not a.effect.amount.value)]
    if len(whole) == len(faults) == 1 and (hit := _of_two(whole[0], faults[0], text)) is not None:
        return hit
    if len(whole) == len(faults) == 1 and (text in _NO and (told.target is None or told.target.text not in _NO) or text in _NONE and told.target is not None and told.target.text in _THERE_IS):
        denied = _DENIED.fullmatch(faults[0].guard.phrase)  # type: ignore[union-attr]
        if denied is None or not isinstance(faults[0].effect, Award) or (text in _NONE and denied[1] not in _SET_UP):
            return None
        asked = Arm(Word(_SOUND.sub(r"\1", whole[0].guard.phrase)), whole[0].effect) if told.target is not None and told.target.text in (*_YES, *_THERE_IS) else whole[0]  # type: ignore[union-attr]
        return faults[0] if _asks_no_more(asked, denied[1]) or _only_that(asked, denied[1]) else None
    verb = text.removeprefix("已经").removeprefix("已")
    verb = verb if any(a.guard.phrase.endswith(verb) for a in faults) else verb.removeprefix("严格")  # type: ignore[union-attr]
    missed = [a for a in faults if a.guard.phrase in (f"未{verb}", f"没有{verb}") or _IN_TIME.match(verb) and _NOT_AS_RULED.sub("", a.guard.phrase) == verb]  # type: ignore[union-attr]
    return whole[0] if len(missed) == len(whole) == 1 and len(verb) >= 2 and _asks_no_more(whole[0], verb) else None


_NO, _NONE = words("否"), words("无 没有")
_YES, _THERE_IS = words("是"), words("有 已有")
_SET_UP = words("建立 制定 制订 设立 成立 设置 编制 出台 配备")
_SOUND = Pattern(r"^(建立|制定|制订|设立|编制)[、和并]?(?:健全|完善)(?=[^\W\d]{2})")  # 建立健全: one word of two, set against 未建立
_DENIED = Pattern(r"(?:未|没有)(?!发生|发现|出现|存在|超|受|被)(\w{2,})")
_EMPHATIC = Pattern(r"(?:^|(?<=[^\W\d]))(?:严格|切实)$")  # 严格执行, where nothing but 未执行 is set against it
_CARRIED_OUT = words("执行 实行 实施 推行 落实")
_CARRIED = Pattern(r"[^\W\d]{2,12}")


def _asks_no_more(arm: Arm, verb: str) -> bool:
    """Whether a phrase says no more of what is asked than the verb that its contrary denies: 建立长效机制 of 建立; not 及时公开 of 公开."""
    phrase = arm.guard.phrase  # type: ignore[union-attr]
    if phrase.count(verb) != 1:
        return False
    before, _, behind = phrase.partition(verb)
    before = _AS_RULED.sub("", before) if _HOW_BEFORE.search(verb) else before  # 按标准足额发放, where 未足额发放 earns nothing
    before = _EMPHATIC.sub("", before).removeprefix("已")
    last = JOINED.split(behind.removeprefix("了"))[-1].rpartition("或")[2]
    if MANNER.search(before) or _HOW_BEFORE.search(before) or _HOW_BEHIND.search(behind):
        return False
    if verb in _CARRIED_OUT and last == behind and _CARRIED.fullmatch(behind) and not MANNER.search(behind):
        return True  # 执行药品零差率销售
    if behind and not (NOUNS.fullmatch(last) or OBJECT.fullmatch(last)):
        return False  # 签字盖章确认: more than 签字
    does = next((doing for doing in DOINGS if behind.startswith(doing)), "")
    if does and not (len(verb) > 4 and OBJECT.fullmatch(behind)):
        from ziping.standards.sayings.propositions import names_only  # few standards need it

        return names_only(does, behind.removeprefix(does))  # 及时报送统计报表
    return True


def _only_that(arm: Arm, verb: str) -> bool:
    """开展绩效自评, where 未开展 earns nothing: it is done, or it is not; not 开展定期巡查, of which 否 may deny only how often."""
    behind = arm.guard.phrase.removeprefix(verb)  # type: ignore[union-attr]
    asks = behind.replace("安全", "")
    return behind != arm.guard.phrase and _CARRIED.fullmatch(behind) is not None and not (MANNER.search(asks) or DEMAND.search(asks) or JOINED.search(behind) or PARTS.search(behind))  # type: ignore[union-attr]


def _of_two(whole: Arm, fault: Arm, text: str) -> Arm | None:
    """已出台 and 未出台, where 出台可操作政策 and 未出台可操作政策 are all there is; 已开展宣传工作, where 未开展 is set against 到村开展宣传工作."""
    asked, missed = whole.guard.phrase, fault.guard.phrase  # type: ignore[union-attr]
    denied = missed.removeprefix("没有").removeprefix("未")
    verb = text.removeprefix("已经").removeprefix("已").removeprefix("没有").removeprefix("未")
    if denied == missed or (denied != asked and not (denied in DOINGS and verb.startswith(denied) and asked.endswith(verb))):
        return None
    if denied == asked and (verb not in DOINGS or not asked.startswith(verb) or any(at in asked.removeprefix(verb) for at in DOINGS) or PARTS.search(asked)):
        return None
    before = asked.removesuffix(verb) if denied != asked else ""
    if text.startswith(("未", "没有")):
        return fault
    return None if MANNER.search(before) or _HOW_BEFORE.search(before) else whole


_MORE_THAN_DONE = Pattern(r"超额完成(?:任务|目标|计划|指标)?")  # set above 完成 itself


def _too_little(told: Told) -> Found:
    reached = any(a.guard == Met(True) for a in told.bound.relative)
    phrases = [a.guard.phrase for a in told.bound.words if not (reached and _MORE_THAN_DONE.fullmatch(a.guard.phrase))]  # type: ignore[union-attr]
    if told.actual.kind == "text" and says_too_little(phrases, told.text):
        raise told.unmatched()
    return None


_RECORDS = Pattern(r"(?:台账|记录|[资材]料|依据|方案|佐证|档案|凭[证据]|证据|证明|文件|合同|票据|报告|制度|手续|清单|签字|签章|痕迹|登记|计划|总结|影像|照片)[^\W\d]{0,3}$")


def _lacks_another(told: Told, arm: Arm) -> bool:
    """Whether 0起 and 无 are of the faults that are counted, and not of the 无台账 that costs points beside them; NotScorable where neither is certain."""
    bound, phrase = told.bound, arm.guard.phrase  # type: ignore[union-attr]
    opens = FREE.match(phrase)
    thing = phrase[opens.end() :] if opens is not None else ""
    if not thing or isinstance(arm.effect, Award) and arm.effect.amount.value or not (bound.counts or bound.spans or bound.relative or bound.late):
        return False
    faults = [a.effect for a in bound.counts]
    alike = any(thing[at : at + 2] in bound.rule.source.replace(phrase, "") for at in range(len(thing) - 1))
    if faults and not alike and not any(e.gain or e.lack for e in faults):  # type: ignore[union-attr]
        return True
    if _RECORDS.search(thing):
        raise told.unmatched(f"没有写明是否“{phrase}”")
    return False


def _repeated(told: Told) -> Found:
    """The phrase that the words repeat, or the turn that they say; NotScorable where they leave something out of it, or do not say how much."""
    bound, text = told.bound, told.text
    words = [a for a in bound.words if not _lacks_another(told, a)] if text in NONE or text in VERBS else bound.words
    hit = (repeated(words, text) or turned(told)) if words else None
    if hit is None or hit in bound.otherwise:
        return hit
    if len(set(_RANK.findall(text))) > max(1, len(set(_RANK.findall(hit.guard.phrase)))):  # type: ignore[union-attr]
        raise told.unmatched()  # 省级表彰，市级表彰: of which the last is one case, and the first another
    if _another(told) or _has_fewer(hit.guard.phrase, text) or drops_manner(hit.guard.phrase, text) or narrows(hit.guard.phrase, text, bound.rule.source) or _part_of_more(bound, hit, text):  # type: ignore[union-attr]
        raise told.unmatched()
    if bound.spans and LATENESS.search(bound.rule.subject) and UNTIMELY.fullmatch(text):
        raise NotScorable(f"评分标准“{bound.rule.words()}”按延迟的时间计分，完成值{quoted(text)}没有写明延迟了多久，请写明如“延迟5{bound.rule.unit.text}”。")
    if isinstance(hit.effect, Off) and (bound.spans or bound.relative or bound.counts) and hit.effect.amount.of(told.full) < told.full:
        raise NotScorable(f"评分标准“{bound.rule.words()}”除“{hit.text(bound.rule.unit, '')}”外还按数值计分，完成值{quoted(text)}没有写明数值，请由填报人填写得分。")
    return hit


_HAS_BOTH = Pattern(r"^(?P<has>有|具有|具备)(?P<list>[^\W\d未不没无]{2,12}?(?:(?:、|[和与及])[^\W\d未不没无]{2,12}?)+)$")
_AND = Pattern(r"、|[和与及]")


def _has_fewer(phrase: str, text: str) -> bool:
    """有记录, where 有记录和签批 is asked for."""
    asked = _HAS_BOTH.match(phrase)
    said = text.removeprefix("已").removeprefix("具").removeprefix("有").removeprefix("备")
    return asked is not None and said != text and said in _AND.split(asked["list"])


_RANK = Pattern(r"(?:国家|中央|[省部市县区]|乡镇)级")


def _part_of_more(bound: Bound, hit: Arm, text: str) -> bool:
    """验收合格，资料完整: more than the lesser phrase 验收合格, where another asks for it and something else."""
    phrase = hit.guard.phrase  # type: ignore[union-attr]
    return text != phrase and "," in text and any(a is not hit and in_order(phrase, a.guard.phrase) and isinstance(a.effect, Award) and isinstance(hit.effect, Award) and a.effect.amount.of(bound.full) > hit.effect.amount.of(bound.full) for a in bound.words)  # type: ignore[union-attr]


def _decided(told: Told) -> Found:
    """The only arm that the statements of the actual affirm, where they decide every one; NotScorable where they leave one open."""
    bound, text, full = told.bound, told.text, told.full
    if bound.spans or bound.relative or bound.counts or not bound.words or not all(isinstance(a.effect, Award | Off) for a in (*bound.words, *bound.otherwise)):
        return None
    if any(_has_fewer(a.guard.phrase, text) for a in bound.words):  # type: ignore[union-attr]
        raise told.unmatched()
    decided = decide([a.guard.phrase for a in bound.words], text, [isinstance(a.effect, Award) and bool(a.effect.amount.value) for a in bound.words])  # type: ignore[union-attr]
    held = [a for a, yes in zip(bound.words, decided.holds, strict=True) if yes]
    earning = [a for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.value]
    if len(earning) == 1 and (decided.stray or None in decided.holds) and not decided.opposed and (in_order := paired([earning[0].guard.phrase], text)) is not None:  # type: ignore[union-attr]
        return earning[0] if in_order[0] else bound.otherwise[0] if len(bound.otherwise) == 1 else None
    if decided.opposed or decided.stray or len(held) > 1:
        return None
    if None in decided.holds:
        if len(held) == 1 and told.worth(held[0]) and all(_less_of(a.guard.phrase, held[0].guard.phrase) for a, yes in zip(bound.words, decided.holds, strict=True) if yes is None):  # type: ignore[union-attr]
            return held[0]
        if decided.some:
            raise told.unmatched(f"没有写明“{decided.untold[0]}”")
        return None
    if held or len(bound.otherwise) == 1:
        return held[0] if held else bound.otherwise[0]
    if len(bound.words) == 1 and isinstance(bound.words[0].effect, Award) and bound.words[0].effect.amount.value:
        return Decimal(0), lambda: f"完成值“{text}”，不符合“{bound.words[0].guard.text()}”，得0分", 0  # type: ignore[union-attr, call-arg]
    return (full, lambda: f"完成值“{text}”，没有评分标准“{bound.rule.words()}”所列的情形，得满分{shown(full)}分", 0) if faults_only(bound) else None



_DEGREE = Pattern(r"不够|不太|不|未|没有|但|而|较为?|基本|部分|一般|有待|欠|尚|的|到位|完善|完全|还")


def _less_of(phrase: str, whole: str) -> bool:
    """健全但执行不到位, beside 健全且执行有效: the same things, of which one is denied or less."""
    plain = _DEGREE.sub("", phrase)
    return plain != phrase and len(plain) > 1 and in_order(plain, whole)


_READERS = (
    _nothing_to_evaluate, _of_a_class, _faulted, _zero_of_a_rate, _one_by_one, _of_another, _contrasted, neglected, _too_little, everything, lacking_or_none,
    _repeated, graded, in_a_band, *TIMED_READERS, *COMPARED_READERS, *AFFIRMED_READERS, _decided,
)  # fmt: skip
