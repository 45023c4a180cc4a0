"""Actuals in words against the phrases of a standard."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ziping.amounts import PERCENT
from ziping.standards.another import MANNER, SHOWN_BY, drops_manner, narrows, says_all_of
from ziping.standards.awards import GRADES, Off
from ziping.standards.between import time_between
from ziping.standards.deciding import NO_OCCASION, OBJECT, decide
from ziping.standards.defaults import completion
from ziping.standards.doings import DOINGS, asks_more, says_too_little
from ziping.standards.earning import fixed
from ziping.standards.faults import faulted
from ziping.standards.lateness import afterwards, deadline, kept_deadline, punctual
from ziping.standards.listing import ALL, listed
from ziping.standards.marks import MARKS
from ziping.standards.matching import DENIALS, FREE, NONE, NOUNS, TIMED, VERBS, alternatives, core, denies, repeated
from ziping.standards.pairing import paired
from ziping.standards.phrases import LATENESS, UNRISEN, timely
from ziping.standards.phrases import OVER as _OVER
from ziping.standards.phrases import WITHIN as _WITHIN
from ziping.standards.phrases import met as met_words
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import ZERO, Absent, Arm, Award, Band, Count, Met, Relative, Word
from ziping.standards.statements import JOINED
from ziping.standards.values import Value, shown

if TYPE_CHECKING:
    from ziping.standards.binding import Bound, Outcome
from ziping.standards.vocabulary import Pattern, in_order, words

__all__ = ["by_words"]

_GRADED = frozenset(f"为{grade}" for grade in "优良中差")
_YES = words("是 符合 满足 达到 已达到 符合要求 满足要求 均符合 全部符合 达标 做到 已做到 全部满足 均满足 均达到 全部达到 均已达到 全部做到 符合标准")
_CLAUSE_END = Pattern(r"[，,；;。\n]")
_LISTED = Pattern(r"[;。、\n].*每|以上|上述|要点|要素")
_OPEN = words("是/否 有/无 是否 有无")
_NEVER = words("否 不符合 不满足 未达到 不达标 未做到 不符合要求 均不符合 均不满足 均未达到 未达标")
_ABSENT = words("无 没有 不涉及 不适用 无此项 没有此项 无该项 未安排 无此项工作 无此类项目 不存在 无此项目 当年无此项 本年无此项 未涉及 无此类事项 / - -- —")


_ALL_DONE = Pattern(r"(?:\d项|[三四五六]项|各项)?(?:均|都|全部)已?([^\W\d未不没无]{2})")


def _everything(bound: Bound, text: str) -> bool:
    """全部符合 where every point met earns some."""
    gain = bound.counts[0].effect if bound.counts else None
    if not isinstance(gain, Count) or not gain.gain or not (ALL.fullmatch(text) or (done := _ALL_DONE.fullmatch(text)) and f"每{done[1]}" in bound.rule.source) or gain.measure not in ("项", "个", "条", "点"):
        return False
    printed = len(set(MARKS.findall(bound.rule.source)))
    before = bound.rule.source.partition("每")[0].rstrip("，,；;。\n")
    printed = printed or (before.count("、") + 1 if "、" in before and not _CLAUSE_END.search(before) else 0)
    return gain.per.of(bound.full) * printed == bound.full if printed else _LISTED.search(bound.rule.source) is not None


def by_words(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """The outcome where the actual says in words which arm holds; None where it must be compared as a number."""
    text = actual.text.rstrip("。;,!.")
    full = bound.full
    for arm in bound.absent:
        if text in _ABSENT or text == arm.guard.phrase or _absent(text, arm.guard.phrase) or (arm.guard.phrase in VERBS and text in NONE):  # type: ignore[union-attr]
            return fixed(bound, arm, actual)
    if (told := faulted(bound, actual)) is not None:
        return told
    if actual.kind == "number" and not actual.low and bound.spans and bound.rule.unit == PERCENT and not any(a.guard.holds(actual.low) and isinstance(a.effect, Award) and a.effect.amount.of(full) == full for a in bound.spans) and (free := next((a for a in (*bound.words, *bound.absent) if FREE.match(a.guard.phrase) and (actual.bare or bound.rule.subject.removesuffix("率") in a.guard.phrase)), None)) is not None:  # type: ignore[union-attr]
        raise NotScorable(f"完成值{quoted(text)}可理解为比率是0，也可理解为“{free.guard.phrase}”，请写明。")  # type: ignore[union-attr]
    if bound.additive:
        return listed(bound, actual, text)
    another = actual.kind == "text" and (said := _NOT_ITSELF.match(text)) is not None and said[0] not in bound.rule.source
    if another and bound.words and not (bound.counts or bound.spans):
        raise _unmatched(bound, text)
    if (done := _contrasted(bound, text)) is not None:
        return fixed(bound, done, actual)
    if actual.kind == "text" and says_too_little([a.guard.phrase for a in bound.words], text):  # type: ignore[union-attr]
        raise _unmatched(bound, text)
    if _everything(bound, text):
        return full, lambda: f"完成值“{actual.text}”，各项均符合，得满分{shown(full)}分", 0
    if text in ("无", "没有", "不存在") and _faults_only(bound) and (lacking := next((a for a in bound.words if _LACKS.search(a.guard.phrase)), None)) is not None:  # type: ignore[union-attr]
        raise NotScorable(f"完成值{quoted(text)}可理解为没有评分标准所列的情形，也可理解为“{lacking.guard.phrase}”，请按标准中的原词写明。")  # type: ignore[union-attr]
    against = _AGAINST.search(bound.rule.subject)
    opposed = against is not None and (match := _TURNED.fullmatch(text)) is not None and (match[1] in _UPWARD) != (against[0] in _UPWARD)
    if bound.words and (hit := repeated(bound.words, text) or (_turned(bound.words, text) if (not bound.spans or opposed) and (not bound.counts or bound.counts[0].effect.what in _UPWARD) else None)) is not None:
        if another or drops_manner(hit.guard.phrase, text) or narrows(hit.guard.phrase, text, bound.rule.source) or _part_of_more(bound, hit, text):  # type: ignore[union-attr]
            raise _unmatched(bound, text)
        if bound.spans and LATENESS.search(bound.rule.subject) and UNTIMELY.fullmatch(text):
            raise NotScorable(f"评分标准“{bound.rule.words()}”按延迟的时间计分，完成值{quoted(text)}没有写明延迟了多久，请写明如“延迟5{bound.rule.unit.text}”。")
        if isinstance(hit.effect, Off) and (bound.spans or bound.relative or bound.counts):
            raise NotScorable(f"评分标准“{bound.rule.words()}”除“{hit.text(bound.rule.unit, '')}”外还按数值计分，完成值{quoted(text)}没有写明数值，请由填报人填写得分。")
        return fixed(bound, hit, actual)
    graded = [a for a in bound.words if a.guard.phrase in GRADES or a.guard.phrase[-2:] in _GRADED]  # type: ignore[union-attr]
    if text in GRADES and len(graded) > 1 and len(graded) == len(bound.words) and bound.otherwise and isinstance(bound.otherwise[0].effect, Award | Off) and not bound.spans:
        return fixed(bound, bound.otherwise[0], actual)
    said = completion(actual)
    if not said and bound.relative and isinstance(reached := met_words(text), Met):
        said = "yes" if reached.yes else "no"
    bands = [a for a in bound.words if isinstance(a.effect, Band)]
    hits = [a for a in bands if _REACHED_SO.match(a.guard.phrase)[1] in _SO_FAR[said]] if said else []  # type: ignore[union-attr, index]
    if len(hits) == 1:
        return fixed(bound, hits[0], actual)
    laddered = kept_deadline(bound.words, bound.otherwise, target, actual)
    if laddered is not None and isinstance(laddered.effect, Award | Off):
        return fixed(bound, laddered, actual)
    limit = deadline(bound.words, target)
    if limit is not None and (kept := punctual(limit[1], actual)) is not None:
        hit = limit[0] if kept else afterwards(bound.words, bound.otherwise)
        if hit is not None and time_between(bound, hit, actual, kept):
            raise _unmatched(bound, text)
        if hit is not None and isinstance(hit.effect, Award | Off):
            return fixed(bound, hit, actual)
    if "每年" in bound.rule.source and target is not None and target.day is not None and actual.day is not None and target.day[0] is None:
        target = target.but(day=(actual.day[0], *target.day[1:]))  # the deadline of every year
    timed = [a for a in bound.words if timely(a.guard.phrase) or timely(a.guard.phrase.removeprefix("未").removeprefix("不"))]  # type: ignore[union-attr]
    if timed and (kept := punctual(target, actual)) is not None:
        same = [a for a in timed if timely(a.guard.phrase) == kept]  # type: ignore[union-attr]
        if len({a.effect for a in same}) > 1:
            raise _unmatched(bound, text)  # 提前完成得5分，按期完成得4分
        hit = same[0] if same else None if kept else afterwards(bound.words, bound.otherwise)
        if hit is not None and time_between(bound, hit, actual, kept):
            raise _unmatched(bound, text)
        if hit is not None and isinstance(hit.effect, Award | Off):
            return fixed(bound, hit, actual)
    met = [a for a in bound.relative if isinstance(a.guard, Met)]
    if met and not said and target is not None and target.kind != "number":
        kept = punctual(target, actual) if target.kind == "date" else target.text == actual.text and target.text not in _OPEN or None
        said = "" if kept is None else "yes" if kept else "no"
    if met and said in ("yes", "no"):
        arms = [a for a in met if a.guard.yes == (said == "yes")] or ([] if said == "yes" else bound.otherwise)  # type: ignore[union-attr]
        if arms and time_between(bound, arms[0], actual, said == "yes"):
            raise _unmatched(bound, text)
        if arms and isinstance(arms[0].effect, Award | Off):
            return fixed(bound, arms[0], actual)
    within = {">": text in _OVER, "≤": text in _WITHIN}
    if (held := _compared_so(bound, text)) is not None:
        return fixed(bound, held, actual)
    kept = next((a for a in bound.relative if isinstance(a.guard, Relative) and within.get(a.guard.sign) and isinstance(a.effect, Award | Off)), None)
    if kept is not None:
        return fixed(bound, kept, actual)
    awards = [a for a in bound.words if isinstance(a.effect, Award)]
    earning = [a for a in awards if a.effect.amount.value]  # type: ignore[union-attr]
    if len(earning) == 1 and earning[0].effect.amount.of(full) == full and not bound.spans and target is not None and target.kind in ("text", "pattern") and _ACHIEVED.sub("", text) == target.text and target.text in earning[0].guard.phrase.replace("X", "*") and (target.kind == "pattern" or says_all_of(earning[0].guard.phrase, target.text)):  # type: ignore[union-attr]
        return fixed(bound, earning[0], actual)  # 实现动态清零, which is the target and what the standard asks for
    if _not_begun(bound, earning, text):
        return Decimal(0), lambda: f"完成值“{actual.text}”，不符合“{earning[0].guard.text()}”，得0分", 0  # type: ignore[union-attr, call-arg]
    missed = next((a for a in met if not a.guard.yes and isinstance(a.effect, Award | Off)), None)  # type: ignore[union-attr]
    if missed is not None and any(text == no + a.guard.phrase for a in awards for no in DENIALS):  # type: ignore[union-attr]
        return fixed(bound, missed, actual)
    if len(awards) == 1 and awards[0].effect.amount.of(full) == full and not bound.spans:  # type: ignore[union-attr]
        affirmed = (_affirms(text, awards[0].guard.phrase) or (missed is not None and completion(actual) == "yes" and not TIMED.search(awards[0].guard.phrase))) and not _NEGATIVE.match(awards[0].guard.phrase)  # type: ignore[union-attr]
        if affirmed or (target is not None and target.kind == "text" and text.removeprefix("已") == target.text.removeprefix("已") and text not in ("否", "无") and says_all_of(awards[0].guard.phrase, text)):  # type: ignore[union-attr]
            return fixed(bound, awards[0], actual)
        free = SHOWN_BY.sub("", awards[0].guard.phrase)  # type: ignore[union-attr]
        happened = bool(FREE.match(free)) and _happened(actual, free)
        if bound.otherwise and (happened or text in _NEVER or said == "no" or any(awards[0].guard.phrase.endswith(verb) and text in (f"未{verb}", f"没有{verb}") for verb in DOINGS)):  # type: ignore[union-attr]
            return fixed(bound, bound.otherwise[0], actual)
    undone = [a for a in bound.words if isinstance(a.effect, Award) and not a.effect.amount.value and a.guard.phrase in (f"未{text.removeprefix('已')}", f"没有{text.removeprefix('已')}")]  # type: ignore[union-attr]
    if undone and not all(_no_more_than(a.guard.phrase, text) for a in bound.rule.arms if a not in undone and isinstance(a.guard, Word)):
        undone = []
    elif not undone and (free := core(text)):
        undone = [a for a in bound.words if isinstance(a.effect, Award) and not a.effect.amount.value and _EXISTS.sub("", a.guard.phrase) == free]  # type: ignore[union-attr]
    others = [a for a in bound.rule.arms if a not in undone]
    if any(isinstance(a.guard, Word) and drops_manner(a.guard.phrase, text) for a in others):
        undone = []  # 分类建立档案得3分，未建立不得分: 已建立 says nothing of how
    if len(undone) == 1 and others and all(isinstance(a.guard, Word | Absent) and isinstance(a.effect, Award) and a.effect.amount.of(full) == full for a in others):
        return fixed(bound, others[0], actual)  # 已公开, where only 未公开 earns nothing
    if _faults_only(bound) and (all(denies(text, a.guard.phrase) for a in bound.words) or _denied(bound, text)):  # type: ignore[union-attr]
        return full, lambda: f"完成值“{actual.text}”，没有评分标准“{bound.rule.words()}”所列的情形，得满分{shown(full)}分", 0
    if _faults_only(bound) and len(bound.rule.arms) == 1 and _happened(actual, bound.words[0].guard.phrase):  # type: ignore[union-attr]
        return fixed(bound, bound.words[0], actual)
    if (hit := _decided(bound, text)) is not None:
        return hit if isinstance(hit, tuple) else fixed(bound, hit, actual)
    if bound.words and actual.kind == "text" and not bound.counts and not bound.spans:
        raise _unmatched(bound, actual.text)
    return None


_NOT_DONE = Pattern(rf"(?:未|没有)({'|'.join(sorted(DOINGS))}|纳入|列入|整合|统筹|推广|创建|设置|聘请|开放)")


def _not_begun(bound: Bound, earning: list[Arm], text: str) -> bool:
    """未纳入, where only 纳入县级工作部署 earns points: what is denied is what the phrase begins with."""
    said = _NOT_DONE.fullmatch(text)
    rest = [a for a in (*bound.words, *bound.otherwise) if a not in earning]
    if said is None or len(earning) != 1 or bound.spans or bound.counts or bound.relative or not all(a.effect == Award(ZERO) for a in rest) or NO_OCCASION.search(said[1]):
        return False
    phrase = earning[0].guard.phrase  # type: ignore[union-attr]
    return phrase.startswith(said[1]) and len(phrase) >= _SENTENCE and not any(said[1] in a.guard.phrase for a in rest if isinstance(a.guard, Word))


_SENTENCE = 6  # signs: a verb and what it is done to


def _part_of_more(bound: Bound, hit: Arm, text: str) -> bool:
    """验收合格，资料完整: more than the lesser phrase 验收合格, where another asks for it and something else."""
    phrase = hit.guard.phrase  # type: ignore[union-attr]
    return text != phrase and "," in text and any(a is not hit and in_order(phrase, a.guard.phrase) and isinstance(a.effect, Award) and isinstance(hit.effect, Award) and a.effect.amount.of(bound.full) > hit.effect.amount.of(bound.full) for a in bound.words)  # type: ignore[union-attr]


UNTIMELY = Pattern(r"(?:未|没有|未能|不)(?:按时|及时|按期|如期|准时)(?:[^\W\d]{0,4})|(?:延迟|推迟|逾期|延期|滞后)(?:完成|[^\W\d]{2})?")
_NOT_ITSELF = Pattern(r"(?:[未不无没]|没有)(?:要求|需|必|须)|要求(?![均已全未])|拟|预[计期]|争取|力争|目标[是为]|(?:上|去|往|前)年(?!度?(?:结转|结余|末|底))|有望|可能|正在|准备|有待|曾|个别|少数|(?:大?多|绝大多)数|大部分|有[的些]|其他(?:单位|部门|项目)|兄弟|[一二三四上下第]+(?:季度|半年)(?!均)")  # planned, of another year, of some


def _no_more_than(phrase: str, text: str) -> bool:
    """Whether the phrase asks for nothing beyond what the actual says was done: not 按时报送 for 已报送."""
    plain = text.removeprefix("已经").removeprefix("已").removeprefix("经")
    rest = phrase.replace(plain, "", 1)
    return rest != phrase and not asks_more(rest) and (not rest or NOUNS.fullmatch(rest) is not None or OBJECT.fullmatch(rest) is not None)


_ACHIEVED = Pattern(r"^(?:已经?|均|全部)?(?:实现|达到|做到)了?")
_AS_RULED = Pattern(r"按照?(?:规定|标准|要求)的?$")
_HOW_BEFORE = Pattern(r"按|及时|足额|如期|准时|提前|规范|完整|全部|均|都|各(?!级|类)|每|并|且|同时|,|经|统一|严格|积极|定期|专人|完成|[不未无没]")
_HOW_BEHIND = Pattern(r"切实|可行|并|且|同时|,|健全|完善|明确|规范|合[理规法]|齐全|有效|通过|一致|达[到标]|符合|以上|到位|及时|完整|[不未没]")


def _contrasted(bound: Bound, text: str) -> Arm | None:
    """已成立, where 成立了由政府牵头的机构 earns everything and 未成立 is what the standard itself sets against it."""
    if len(bound.words) != 2 or bound.spans or bound.relative or bound.counts or bound.otherwise:
        return None
    verb = text.removeprefix("已经").removeprefix("已")
    missed = [a for a in bound.words if a.guard.phrase in (f"未{verb}", f"没有{verb}") and (isinstance(a.effect, Off) or not a.effect.amount.value)]  # type: ignore[union-attr]
    whole = [a for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.of(bound.full) == bound.full]
    if len(missed) != 1 or len(whole) != 1 or len(verb) < 2 or whole[0].guard.phrase.count(verb) != 1:  # type: ignore[union-attr]
        return None
    before, _, behind = whole[0].guard.phrase.partition(verb)  # type: ignore[union-attr]
    before = _AS_RULED.sub("", before) if _HOW_BEFORE.search(verb) else before  # 按标准足额发放, where 未足额发放 earns nothing
    last = JOINED.split(behind.removeprefix("了"))[-1].rpartition("或")[2]
    if behind and not (NOUNS.fullmatch(last) or OBJECT.fullmatch(last)):
        return None  # 签字盖章确认: more than 签字
    return None if MANNER.search(before) or _HOW_BEFORE.search(before) or _HOW_BEHIND.search(behind) or (behind.startswith(tuple(DOINGS)) and not (len(verb) > 4 and OBJECT.fullmatch(behind))) else whole[0]


_OF_WHAT = Pattern(r"[^,;。]*?(?:不低于|不少于|不小于|不高于|不超过|不大于|等于|低于|少于|小于|高于|超过|大于)(.+)")


def _compared_so(bound: Bound, text: str) -> Arm | None:
    """不高于批复价 or 符合, where 单价不高于批复价 earns everything: the comparison with what was set, said in words."""
    arms = {a.guard.sign: a for a in bound.relative if isinstance(a.guard, Relative) and isinstance(a.effect, Award | Off)}
    said = met_words(text)
    if isinstance(said, Relative):
        named = _OF_WHAT.fullmatch(text)
        if named is not None and named[1] not in bound.rule.source:
            return None  # another figure than the standard's
        return arms.get(said.sign) or arms.get({"<": "≤", ">": "≥"}.get(said.sign, ""))
    whole = [a for sign, a in arms.items() if sign in ("≤", "≥") and isinstance(a.effect, Award) and a.effect.amount.of(bound.full) == bound.full]
    return whole[0] if len(whole) == 1 and text in _YES and len(bound.relative) == len(arms) else None


def _unmatched(bound: Bound, text: str, why: str = "") -> NotScorable:
    return NotScorable(f"完成值{quoted(text)}与评分标准“{bound.rule.words()}”中的各种情况对不上{f'（{why}）' if why else ''}，请按标准中的原词填写完成值。")


def _decided(bound: Bound, text: str) -> Arm | Outcome | None:
    """The only arm that the statements of the actual affirm, where they decide every one; NotScorable where they leave one open."""
    if bound.spans or bound.relative or bound.counts or not bound.words or not all(isinstance(a.effect, Award | Off) for a in (*bound.words, *bound.otherwise)):
        return None
    full = bound.full
    decided = decide([a.guard.phrase for a in bound.words], text, [isinstance(a.effect, Award) and bool(a.effect.amount.value) for a in bound.words])  # type: ignore[union-attr]
    held = [a for a, yes in zip(bound.words, decided.holds, strict=True) if yes]
    earning = [a for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.value]
    if len(earning) == 1 and (decided.stray or None in decided.holds) and not decided.opposed and (in_order := paired([earning[0].guard.phrase], text)) is not None:  # type: ignore[union-attr]
        return earning[0] if in_order[0] else bound.otherwise[0] if len(bound.otherwise) == 1 else None
    if decided.opposed or decided.stray or len(held) > 1:
        return None
    if None in decided.holds:
        if len(held) == 1 and isinstance(held[0].effect, Award) and held[0].effect.amount.of(full) == full and all(_less_of(a.guard.phrase, held[0].guard.phrase) for a, yes in zip(bound.words, decided.holds, strict=True) if yes is None):  # type: ignore[union-attr]
            return held[0]
        if decided.some:
            raise _unmatched(bound, text, f"没有写明“{decided.untold[0]}”")
        return None
    if held or len(bound.otherwise) == 1:
        return held[0] if held else bound.otherwise[0]
    if len(bound.words) == 1 and isinstance(bound.words[0].effect, Award) and bound.words[0].effect.amount.value:
        return Decimal(0), lambda: f"完成值“{text}”，不符合“{bound.words[0].guard.text()}”，得0分", 0  # type: ignore[union-attr, call-arg]
    return (full, lambda: f"完成值“{text}”，没有评分标准“{bound.rule.words()}”所列的情形，得满分{shown(full)}分", 0) if _faults_only(bound) else None


_DEGREE = Pattern(r"不够|不太|不|未|没有|但|而|较为?|基本|部分|一般|有待|欠|尚|的|到位|完善|完全|还")


def _less_of(phrase: str, whole: str) -> bool:
    """健全但执行不到位, beside 健全且执行有效: the same things, of which one is denied or less."""
    plain = _DEGREE.sub("", phrase)
    return plain != phrase and len(plain) > 1 and in_order(plain, whole)


_EXISTS = Pattern(r"^(?:存在|有|发生|出现|发现)|(?:情况|问题|现象|行为)$")
_REACHED_SO = Pattern(r"(部分|基本|未|没有|)")
_SO_FAR = {"yes": ("",), "partly": ("部分",), "no": ("未", "没有")}
_DOWNWARD, _UPWARD = words("下降 减少 降低 压减 下浮 缩短"), words("延长 上升 增长 增加 提高 提升 上涨 上浮")
_AGAINST = Pattern(r"(?:下降|减少|降低|压减|上升|增长|增加|提高)(?=(?:率|幅度|比例)?$)")
_TURNED = Pattern(r"(?:(?:较|比|与|同)(?:上年|去年|上年度|上年同期))?(?:相比|同比|环比)?(下降|减少|降低|压减|下浮|缩短|延长|上升|增长|增加|提高|提升|上涨|上浮)(?:了|率为)?[\d.]+(?:%|个?百分点|位|名|个?名次|天|小时|分钟|个?月|元|万元|件|起|人)?")
_TURNS = Pattern(r"[^不未无没\d]{0,16}?(下降|减少|降低|压减|下浮|缩短|延长|上升|增长|增加|提高|提升|上涨|上浮)")


_BY_NOTHING = Pattern(r"[^\d.]0(?:\.0+)?(?!\.?\d)")


def _turned(arms: list[Arm], text: str) -> Arm | None:
    """下降5% where 下降, 持平 and 上升 are told apart."""
    said = _TURNED.fullmatch(text)
    if _BY_NOTHING.search(text):
        return None  # 增长0% is 持平
    if ("环比" in text) != ("环比" in arms[0].guard.phrase):  # type: ignore[union-attr]
        return None  # against last month is another thing than against last year
    if said is None and text not in _DOWNWARD and text not in ("持平", "与上年持平"):
        return None
    way = _UPWARD if said is not None and said[1] in _UPWARD else _DOWNWARD
    if way is _DOWNWARD:
        kept = [a for a in arms if UNRISEN.fullmatch(a.guard.phrase) and (text.endswith("持平") is False or "只减" not in a.guard.phrase)]  # type: ignore[union-attr]
        if len(kept) == 1:
            return kept[0]
    if said is None:
        return None
    hits = [a for a in arms if any((turn := _TURNS.fullmatch(phrase)) and turn[1] in way for phrase in alternatives(a.guard.phrase))]  # type: ignore[union-attr]
    return hits[0] if len(hits) == 1 else None


def _affirms(text: str, phrase: str) -> bool:
    """Whether 是 or 达成 stands for the whole phrase; 完成 says nothing of quality or time."""
    if text in _YES or (text.startswith("达成") and completion(Value("text", text)) == "yes"):
        return True
    return text in ("完成", "已完成", "全部完成") and "完成" in phrase and not TIMED.search(phrase) and (not asks_more(phrase.replace("全部", "").replace("完成", "", 1)) or _COMPLETES.fullmatch(phrase) is not None)


_COMPLETES = Pattern(r"(?:全部|全面)?完成(?:(?:[^\W\d并且和与及、]|及时)+|[^,;。并且]+(?:任务|目标|计划))")


def _faults_only(bound: Bound) -> bool:
    """Whether the standard lists nothing but faults (发生重大事故的不得分)."""
    return bool(bound.words) and all(isinstance(a.effect, Off) or (isinstance(a.effect, Award) and not a.effect.amount.value) for a in bound.rule.arms)


_TIMES_IT_HAPPENED = Pattern(r"(?:共|共计|累计)?(?:发生|出现|发现|存在|有)?([1-9]\d*|[一二两三四五六七八九十])(?:起|次|例|件|宗)([^\W\d]{2,8})?")
_GRAVE = Pattern(r"[较重特]大|一般|严重|责任|有效|以上")


def _happened(actual: Value, phrase: str) -> bool:
    """发生1起 says that it happened; not where the standard speaks of grave cases only."""
    said = _TIMES_IT_HAPPENED.fullmatch(actual.text.rstrip("。;"))
    return said is not None and not _GRAVE.search(phrase) and (not said[2] or in_order(said[2], phrase))


_LACKS = Pattern(r"(?:未|没有|没)[^,;。]{0,6}(?:建立|制定|设立|成立|编制|编报|配备|设置|出台|签订|安装|开展|组织|召开)|^(?:无|没有|缺)")


def _denied(bound: Bound, text: str) -> bool:
    phrases = [a.guard.phrase for a in bound.words]  # type: ignore[union-attr]
    return len(phrases) == 1 and any(text == no + phrase or (text in ("未发生", "未出现") and phrase.startswith(text[1:])) for no in DENIALS for phrase in phrases)


_TELLING = 4  # 无项目 is not 无政府采购项目


def _absent(text: str, phrase: str) -> bool:
    head = next((h for h in ("没有", "无", "不涉及", "未安排", "未发生", "不存在", "未涉及") if text.startswith(h)), None)
    rest = text.removeprefix(head or "")
    return head is not None and bool(rest) and rest in phrase and (len(rest) >= _TELLING or phrase.endswith((head + rest, rest)) and len(phrase) - len(rest) <= _TELLING)


_NEGATIVE = Pattern(r"(?:年度内|全年|本年度?|当年|年内)*(?:未|无|没有|不|零)")
