"""Actuals that say which of several conditions are met, where the conditions add up."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ziping.amounts import half_up
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.clauses.rule import Arm, Judged, Part
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.another import MANNER
from ziping.standards.sayings.deciding import OBJECT, decide
from ziping.standards.sayings.lateness import not_in_time
from ziping.standards.sayings.marks import PRINTED, Numbers, alike_told, may_be_done, numbered, numbers, one_by_one, verdicts
from ziping.standards.sayings.matching import NOTHING_LACKING
from ziping.standards.sayings.pairing import holds, paired
from ziping.standards.sayings.several import figured, figures
from ziping.standards.sayings.statements import JOINED, polarity
from ziping.standards.words.doings import DEMAND, DOINGS
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern, words

if TYPE_CHECKING:
    from ziping.standards.points.binding import Bound, Outcome

__all__ = ["ALL", "BARS", "HOW_MANY", "first_of_all", "listed"]


ALL = Pattern(r"(?:以上)?(?:\d+项|[三四五六]项|各项|所有)?(?:条件|要求|内容)?(?:均|全部|都)已?(?:符合|满足|达到|具备|做到|完成|完备|达标)(?:规定|相关|有关)?(?:要求|标准)?|全部")
_EACH_LACKING = Pattern(r"每?(?:少|缺|漏)[1一](?:项|条|个)(?:内容)?的?,?扣")
_EACH_DONE, _TOGETHER = Pattern(r"(?:以上)?(?:各项|所有)?(?:均|都|全部)已?([^\W\d未不没无]{2})"), Pattern(r"各得|分别得")  # 均已实行, where 实行A、B、C的，各得1分
_BARE_NUMBER, _EACH_AMISS = Pattern(r"(?:\d+|[一二两三四五六七八九十])(?:项|个|条|点)"), Pattern(r"[1一](?:项|条|个)(?:不|未|没有)[^,;。]{0,6},?扣")  # of the met, or of the missed?
EACH_DONE = Pattern(r"^(?:按[时期]|及时|如期|准时|在?规定的?(?:时间|时限|期限)内|按照?规定的?(?:时间|时限|期限))?(?:公开|公示|报送|上报|报备|备案|印发|下达|提交)[^\W\d]")
_NONE_MET = words("均不符合 均不满足 全部不符合 均未达到 均未做到 都不符合 均未建立")
_NONE_THERE = words("均不具备 都不具备 均没有 都没有 均无 两项均不具备 两项均没有")  # where nothing is asked not to be there
_NONE_REACHED = Pattern(r"(?:(?P<all>\d|[两二三四五六])项)?(?:均|都)(?:不|未)(?:达标|达到(?:要求|标准|目标)|符合(?:要求|标准)|满足(?:要求|条件))")
_TITLE = Pattern(r"[^,;。、\d未不没无]{2,14}的(?=[^\W\d]{2,6}、)")  # 预决算公开的内容、时限
_ALL_LATE = Pattern(r"(?P<both>两项|二者|两者)?(?:均|都|全部)(?P<no>未)?(?P<did>按[期时][^\W\d]{2,6}|及时[^\W\d]{2,6})")
_ALL_THERE = Pattern(r"(?:以上)?(?:各项|[两二三四五六]项)?(?:资料|材料|制度)?(?:均|都|全|全部都?)已?(?:有|具有|齐备|齐全)")  # where nothing is to be absent
_NONE_NO_POINTS, _HAD = Pattern(r"(?:没有|无)的?,?不得分"), Pattern(r"有(?!效|序|利|力|关)|具有|配有|设有|建有")
_DENIED = Pattern(r"[未不没无非]")
HOW_MANY = Pattern(r"(?:符合|满足|达到|具备|完成|做到)?(\d+|[一二两三四五六七八九十])(?:项|个|条|点)(?:均|都)?(?:符合|满足|达标|达到|要求|具备|条件|目标值?)*")

_SO_FEW = Pattern(r"(?:仅|只)有?(\d+|[一二两三四五六七八九十])(?:项|个|条|点)(?:符合|满足|达标|达到)(?:要求|标准|条件)?")

_OF_THEM = Pattern(r"(?:仅|只)?(?:有|符合|满足|达到|具备|做到)?其中(?:的)?(\d+|[一二两三四五六七八九十])(?:项|个|条|点)(?:符合|满足|达标|达到|具备)?(?:要求|标准|条件)?")  # 符合其中一项


_SO_MANY_THERE = Pattern(r"(?:以上)?(?:(?P<n>\d+|[两二三四五六七八九])(?:项|个|条)|各项)(?:内容|资料|材料|制度)?(?:均|都|全部)?(?:齐全|齐备|具备|俱全)")


_BRACKETED = Pattern(r"\(\d\)")
_POINTED = Pattern(r"[^\W\d][(（]\d(?:\.\d+)?[)）]")
_POINT_NAMED = Pattern(r"(?:^|[;；。\n])[(（]\d[)）][^\W\d]|\d分")
_QUANTIFIED = Pattern(r"任[意一何]|[一二两三四五\d]项|第?[①-⑳]")
_LACKING = Pattern(r"(?:缺少?|少)(\d+|[一二两三四五六七八九十])(?:项|个|条|点)")
_SOME_OF_ALL = Pattern(r"(\d+|[一二两三四五六七八九十])(?:项|个|条|点)(?:符合|满足|达到),(\d+|[一二两三四五六七八九十])(?:项|个|条|点)(?:不符合|不满足|未达到)")
_SO_MANY_OF = Pattern(r"(?:以上)?(?P<all>\d+|[两二三四五六七八九十])(?:项(?:条件|要求|内容)?|[个条点](?:条件|要求))中,?(?:有)?(?:(?:符合|满足|达到(?=要求|条件|标准))(?:要求|条件|标准)?的?(?:有)?(?P<met>\d+|[一二两三四五六七八九十])(?:项|个|条|点)|(?P<told>\d+|[一二两三四五六七八九十])(?:项|个|条|点)(?P<no>不|未)?(?:符合|满足|达到(?=要求|条件|标准))(?:要求|条件|标准)?)")  # 四项中满足三项
_HOW_FEW = Pattern(r"(?:仅|只)?有?(\d+|[一二两三四五六七八九十])(?:项|个|条|点)(?:不符合|不满足|未达到|未做到|未满足|不达标|未达标|不符)(?:规定|相关|有关)?(?:要求|条件)?")


def listed(bound: Bound, actual: Value, text: str) -> Outcome:
    arms = bound.words
    full = bound.full
    if any(isinstance(a.effect, Judged) for a in arms):
        return _with_nothing_to_judge(bound, actual, text)
    if (everything := ALL.fullmatch(text)) and all(word not in everything[0] or all(word in a.guard.phrase for a in arms if a.effect.amount.value) for word in ("完成", "完备", "达标")) and not ("完成" in everything[0] and any(MANNER.search(a.guard.phrase) for a in arms)):  # type: ignore[union-attr]
        return full, lambda: f"完成值“{actual.text}”，各项条件均满足，得满分{shown(full)}分", len(arms)
    if everything and "完成" in everything[0] and all(may_be_done(a.guard.phrase) and not MANNER.search(a.guard.phrase) for a in arms if a.effect.amount.value):  # type: ignore[union-attr]
        return full, lambda: f"完成值“{actual.text}”，各项条件均满足，得满分{shown(full)}分", len(arms)
    if (done := _EACH_DONE.fullmatch(text)) and arms[0].guard.phrase.startswith(done[1]) and _TOGETHER.search(bound.rule.source) and not any(_DENIED.search(a.guard.phrase) for a in arms):  # type: ignore[union-attr]
        return full, lambda: f"完成值“{actual.text}”，各项条件均满足，得满分{shown(full)}分", len(arms)
    if _all_done(arms, text):
        return full, lambda: f"完成值“{actual.text}”，各项条件均满足，得满分{shown(full)}分", len(arms)
    if text in NOTHING_LACKING and _EACH_LACKING.search(bound.rule.source):
        return full, lambda: f"完成值“{actual.text}”，各项均不缺，得满分{shown(full)}分", len(arms)
    if _ALL_THERE.fullmatch(text) and (_NONE_NO_POINTS.search(bound.rule.source) or all(_HAD.match(a.guard.phrase) for a in arms)) and not any(_DENIED.search(a.guard.phrase) for a in arms if a.effect.amount.value):  # type: ignore[union-attr]
        return full, lambda: f"完成值“{actual.text}”，各项条件均满足，得满分{shown(full)}分", len(arms)
    if (_ALL_THERE.fullmatch(text) or (there := _SO_MANY_THERE.fullmatch(text)) is not None and (not there["n"] or told_number(there["n"]) == len(arms))) and _EACH_LACKING.search(bound.rule.source) and not any(_DENIED.search(a.guard.phrase) or not a.effect.amount.value for a in arms):  # type: ignore[union-attr]
        return full, lambda: f"完成值“{actual.text}”，各项均不缺，得满分{shown(full)}分", len(arms)
    if (did := arms[0].guard.phrase[-2:]) in DOINGS and did in text and len(arms) > 1:  # type: ignore[union-attr]
        from ziping.standards.actuals.done_alike import EVERYTHING, done_alike  # few lists need it

        if (alike := done_alike(did, arms, text)) is not None:
            arms, text = alike
            if text == EVERYTHING:
                return full, lambda: f"完成值“{actual.text}”，各项条件均满足，得满分{shown(full)}分", len(arms)
    if EACH_DONE.search(arms[0].guard.phrase) is not None and len(arms) > 1:  # type: ignore[union-attr]
        from ziping.standards.actuals.done_alike import doing_first  # few lists need it

        if (put := doing_first(arms, text)) is not None:
            arms, text = put
    if (title := _TITLE.match(bound.rule.source)) is not None and not any(a.guard.phrase.startswith(title[0]) for a in arms):  # type: ignore[union-attr]
        text = text.removeprefix(title[0])
    text = not_in_time(text, [a.guard.phrase for a in arms])  # type: ignore[union-attr]
    text = _one_way_wanting(_not_quite(text, [a.guard.phrase for a in arms]), [a.guard.phrase for a in arms])  # type: ignore[union-attr]
    alike = _ALL_LATE.fullmatch(text)
    alike = alike if alike is not None and (not alike["both"] or len(arms) == 2) and all(a.guard.phrase.endswith(alike["did"]) for a in arms) else None  # type: ignore[union-attr]
    if alike is not None and not alike["no"]:
        return full, lambda: f"完成值“{actual.text}”，各项条件均满足，得满分{shown(full)}分", len(arms)
    none = _NONE_REACHED.fullmatch(text)
    if text in _NONE_MET or text in _NONE_THERE and not any(_DENIED.search(a.guard.phrase) for a in arms) or alike is not None or none is not None and (none["all"] is None or _number(none["all"]) == len(arms)):
        return Decimal(0), lambda: f"完成值“{actual.text}”，各项条件均不满足，得0分", 0
    if _BRACKETED.search(text) and _POINTED.search(bound.rule.source) and not _POINT_NAMED.search(bound.rule.source):
        raise NotScorable(f"评分标准括号中的数是各项的分值，完成值{quoted(actual.text)}中的“{_BRACKETED.search(text)[0]}”不能对应到其中一项，请用标准中的原词逐项写明。")  # type: ignore[index]
    text = numbered(_with_how_many(text, [a.guard.phrase for a in arms]))  # type: ignore[union-attr]
    amounts = [a.effect.amount.of(full) for a in arms]  # type: ignore[union-attr]
    met = figured(text, arms)
    if met is None:
        met = _by_number(text, arms, amounts, bound.rule.source)
    why = ""
    if met is None:
        met, why = _with_figures(text, arms, amounts)
    if any(isinstance(a.effect, Judged) for a in bound.otherwise) and (met is None or sum((amounts[i] for i in met), Decimal(0)) < full):
        raise NotScorable(f"完成值{quoted(actual.text)}没有满足全部条件，评分标准规定此时需要人工判断，不能自动计分，请由填报人填写得分。")
    if (of_all := _SO_MANY_OF.fullmatch(text)) and _number(of_all["all"]) == len(arms):
        text = f"{of_all['met'] or of_all['told']}项{of_all['no'] or ''}符合"
    if (both := _SOME_OF_ALL.fullmatch(text)) and _number(both[1]) + _number(both[2]) == len(arms):
        text = f"{both[1]}项符合"
    if met is None and len(set(amounts)) == 1 and (match := HOW_MANY.fullmatch(text) or _SO_FEW.fullmatch(text) or _OF_THEM.fullmatch(text)) and not (_BARE_NUMBER.fullmatch(text) and _EACH_AMISS.search(bound.rule.source)):
        number = _number(match[1])
        if number <= len(arms):
            met = set(range(number))
            points = half_up(sum((amounts[i] for i in met), Decimal(0)), 2)
            return points, lambda: f"完成值“{actual.text}”，{number}项各得{shown(half_up(amounts[0], 2))}分，得{shown(points)}分", number
    if met is None and len(set(amounts)) == 1 and not any(isinstance(a.effect, Off) for a in arms) and (match := _HOW_FEW.fullmatch(text) or _LACKING.fullmatch(text)):
        missed = _number(match[1])
        if missed <= len(arms):
            points = half_up(sum(amounts[missed:], Decimal(0)), 2)
            return points, lambda: f"完成值“{actual.text}”，{len(arms) - missed}项各得{shown(half_up(amounts[0], 2))}分，得{shown(points)}分", len(arms) - missed
    whole = next((a.guard.phrase for a, amount in zip(arms, amounts, strict=True) if not amount and _QUANTIFIED.search(a.guard.phrase)), "")  # type: ignore[union-attr]
    if whole and met is not None and not all(i in met for i, amount in enumerate(amounts) if amount):
        raise NotScorable(f"评分标准规定“{whole}”不得分，完成值{quoted(actual.text)}没有满足全部条件，请由填报人填写得分。")
    closing = first_of_all(arms, amounts) if met and any(amounts[i] for i in met) else None
    if closing is not None and closing not in met:  # type: ignore[operator]
        raise NotScorable(f"评分标准最后规定“{arms[-1].guard.phrase}”不得分，完成值{quoted(actual.text)}没有满足这一条件，其他条件能否得分不明确，请由填报人填写得分。")  # type: ignore[union-attr]
    if met is None or any(isinstance(arms[i].effect, Off) for i in met) or any(isinstance(a.effect, Part) and a.effect.nested and i in met and i - 1 not in met for i, a in enumerate(arms)):
        raise NotScorable(f"评分标准“{bound.rule.words()}”逐项计分，完成值{quoted(actual.text)}没有说明哪几项满足{f'（{why}）' if why else ''}，请逐项写明（用标准中的原词或序号）。")
    points = half_up(sum((amounts[i] for i in met), Decimal(0)), 2)
    named = "、".join(a.guard.phrase for i, a in enumerate(arms) if i in met) or "无"  # type: ignore[union-attr]
    return points, lambda: f"完成值“{actual.text}”，满足的条件：{named}，得{shown(points)}分", len(met)


_ALL_OF_THEM_DONE = Pattern(r"(?:以上|上述)?(?:(?P<n>\d+|[两二三四五六七八九十])[项个种份])?(?P<noun>[^\W\d未不没无]{0,4}?)(?:(?:均|都|全部)已?经?|已经?(?:全部|均|都))(?P<did>[^\W\d未不没无]{2})(?:完成|完毕)?")
_NOUN_OF_ALL = Pattern(r"|制度|内容|工作|材料|资料|方案|办法|计划|台账|报告|事项")


def _all_done(arms: list[Arm], text: str) -> bool:
    """三项制度均已制定, of three conditions each of which asks for nothing but that something of that name be 制定."""
    said = _ALL_OF_THEM_DONE.fullmatch(text)
    if said is None or not _NOUN_OF_ALL.fullmatch(said["noun"]) or not (said["n"] or not said["noun"]) or said["did"] not in DOINGS or len(arms) < 2:
        return False
    things = [re.sub(rf"^已?{said['did']}了?|已?{said['did']}$", "", arm.guard.phrase) for arm in arms]  # type: ignore[union-attr]
    bare = all(thing and thing != arm.guard.phrase and not (_DENIED.search(thing) or DEMAND.search(thing) or MANNER.search(arm.guard.phrase) or JOINED.search(thing) or "," in thing) for arm, thing in zip(arms, things, strict=True))  # type: ignore[union-attr]
    earns = all(not isinstance(arm.effect, Off | Judged) and arm.effect.amount.value for arm in arms)  # type: ignore[union-attr]
    return bare and earns and (said["n"] is None or _number(said["n"]) == len(arms)) and (not said["noun"] or all(said["noun"] in thing for thing in things))


def _with_nothing_to_judge(bound: Bound, actual: Value, text: str) -> Outcome:
    """制度健全，执行有效, beside 执行不力的酌情扣分: all the points where everything is met and nothing else is told."""
    outcome = listed(type(bound)(bound.rule.but(arms=tuple(a for a in bound.rule.arms if not isinstance(a.effect, Judged))), bound.full), actual, text)
    if outcome[0] != bound.full:
        raise NotScorable(f"完成值{quoted(actual.text)}没有满足全部条件，评分标准规定有的情形需要人工判断，不能自动计分，请由填报人填写得分。")
    return outcome


_HOWS = "全面|合理|健全|规范|完整|清晰|明确|细化|科学|完善|准确|及时|充分"
_NOT_QUITE = Pattern(rf"(?P<thing>[^\W\d未不没无]{{2,10}})不够(?=(?P<how>(?:(?:{_HOWS})[、和]?)+)$)")


def _not_quite(text: str, phrases: list[str]) -> str:
    """因素不够全面合理, where 因素全面合理 is one of the conditions and none of them is one of degree: it is not met."""
    if "不够" not in text or any("不够" in phrase or "较" in phrase or "基本" in phrase for phrase in phrases):
        return text
    told = [(piece, _NOT_QUITE.match(piece)) for piece in re.split("([,;。])", text)]
    return "".join(f"{said['thing']}不{said['how']}" if said is not None and said["thing"] + said["how"] in phrases else piece for piece, said in told)


_ONE_HOW, _SOME_HOWS = Pattern(rf"(?P<thing>[^\W\d未不没无]{{2,10}})不(?P<how>{_HOWS})"), Pattern(rf"(?:(?:{_HOWS})(?:[、和且](?={_HOWS}))?){{2,4}}")


def _one_way_wanting(text: str, phrases: list[str]) -> str:
    """因素不全面, where 因素全面合理 is one of the conditions, and no other is of that thing: what must be both and is not the one is not met."""
    told = []
    for piece in re.split("([,;。])", text):
        said = _ONE_HOW.fullmatch(piece)
        asked = [phrase for phrase in phrases if said is not None and phrase.startswith(said["thing"])]
        hows = asked[0].removeprefix(said["thing"]) if len(asked) == 1 and said is not None else ""
        told.append(f"{said['thing']}不{hows}" if _SOME_HOWS.fullmatch(hows) and said["how"] in hows else piece)  # type: ignore[index]
    return "".join(told)


_OF_ALL_OF_THEM = Pattern(r"完成|整改|落实|解决|化解|清理|销号|全[部面额]|所有|足额|到位|达到|[各每均]")  # 整改问题3个 may be some of them
_HOW_MANY_OF_IT = Pattern(r"(?P<thing>[^\d]+?)(?:共计?|合计|累计)?[1-9]\d*(?:\.\d+)?万?(?:余)?(?:[^\W\d未不没无]{1,2})")


def _with_how_many(text: str, phrases: list[str]) -> str:
    """印制手册5000册, where 印制手册 is asked for: whoever says how many says that it was done."""
    told = [(piece, _HOW_MANY_OF_IT.fullmatch(piece)) for piece in text.split(",")]
    return ",".join(said["thing"] if said is not None and said["thing"].removeprefix("已") in phrases and not _DENIED.search(said["thing"]) and not _OF_ALL_OF_THEM.search(said["thing"]) else piece for piece, said in told)


def _number(said: str) -> int:
    return int(told_number(said))  # type: ignore[arg-type]


def _numbered_arms(arms: list[Arm], amounts: list[Decimal], source: str) -> list[int] | None:
    """The arms in the order of the numbers: all of them, or those that earn where each is followed by what its contrary costs (①制定…得2分，没有制定的扣2分；②…); None where the standard's numbers are not theirs."""
    earning = [i for i, (arm, amount) in enumerate(zip(arms, amounts, strict=True)) if amount and not isinstance(arm.effect, Off)]
    in_turn = len(arms) == 2 * len(earning) and earning == list(range(0, len(arms), 2)) and all(not amounts[i + 1] or amounts[i + 1] == amounts[i] for i in earning)
    if in_turn and len(set(PRINTED.findall(source))) == len(earning) > 1 and all(polarity(arms[i + 1].guard.phrase)[1] is False for i in earning):  # type: ignore[union-attr]
        return earning
    return list(range(len(arms))) if one_by_one(source, sum(bool(amount) for amount in amounts)) else None


def _by_number(text: str, arms: list[Arm], amounts: list[Decimal], source: str) -> set[int] | None:
    """The conditions met as their numbers tell, and words those that no number does; with a denial among the claims every condition must be told."""
    order = _numbered_arms(arms, amounts, source)
    if order is None:
        return None
    phrases = [arms[i].guard.phrase for i in order]  # type: ignore[union-attr]
    said = numbers(verdicts(alike_told(text, phrases, source), phrases, _EACH_LACKING.search(source) is not None))
    if order != list(range(len(arms))):
        met = _of_numbers(said, [arms[i] for i in order], [amounts[i] for i in order])
        return None if met is None else {order[at] for at in met}
    return _of_numbers(said, arms, amounts)


def _of_numbers(said: tuple[Numbers, str] | None, arms: list[Arm], amounts: list[Decimal]) -> set[int] | None:
    earning = {i for i, amount in enumerate(amounts) if amount}
    if said is None or not said[0].met | said[0].missed <= earning:
        return None
    told, beside = said
    left = sorted(earning - told.met - told.missed)
    if beside:
        more, _ = _stated(beside, [arms[i] for i in left], [amounts[i] for i in left]) if told.rest is None else (None, "")
        return None if more is None else set(told.met) | {left[i] for i in more}
    if told.rest is None and told.missed and left:
        return None
    return set(told.met) | (set(left) if told.rest else set())


_SEVERAL_SAID = Pattern(r"[,;。]")


def _with_figures(text: str, arms: list[Arm], amounts: list[Decimal]) -> tuple[set[int] | None, str]:
    """The conditions met, those of a number by their figures (培训3次) and the others by what is stated."""
    held, rest = figures(text, arms)
    if not held:
        return _stated(text, arms, amounts)
    others = [i for i in range(len(arms)) if i not in held]
    met, why = _stated(rest, [arms[i] for i in others], [amounts[i] for i in others]) if rest else (None if others else set(), "")
    if met is None and len(others) == 1 and rest and not _SEVERAL_SAID.search(rest) and (yes := holds(rest, arms[others[0]].guard.phrase)) is not None:  # type: ignore[union-attr]
        met = {0} if yes else set()
    return (None, why) if met is None else ({others[i] for i in met} | {i for i, yes in held.items() if yes}, "")


BARS = Pattern(r"^(?:发生|出现|存在|发现|被|弄虚|虚[报假]|伪造|违[规纪法])|作假|造假|通报|查处|处罚|事故|一票否决")  # what costs all the points, whatever else is met


def _stated(text: str, arms: list[Arm], amounts: list[Decimal]) -> tuple[set[int] | None, str]:
    """The conditions that the statements affirm, or why that is not known; affirmations alone, in the standard's own words, list what is met."""
    decided = decide([a.guard.phrase for a in arms], text, [bool(amount) for amount in amounts])  # type: ignore[union-attr]
    met = {i for i, yes in enumerate(decided.holds) if yes}
    earns = [i for i, amount in enumerate(amounts) if amount]
    if (decided.stray or None in decided.holds) and not decided.opposed and (in_order := paired([arms[i].guard.phrase for i in earns], text)) is not None:  # type: ignore[union-attr]
        return {i for i, yes in zip(earns, in_order, strict=True) if yes}, ""
    if decided.stray and not decided.opposed and (put := _put(text, arms)) is not None:
        again = decide([a.guard.phrase for a in arms], put, [bool(amount) for amount in amounts])  # type: ignore[union-attr]
        if not again.stray and not again.opposed and None not in [again.holds[i] for i in earns]:
            return _stated(put, arms, amounts)
    if decided.opposed:
        return None, f"中“{decided.opposed}”与其他说法矛盾"
    if decided.stray:
        return None, f"中“{decided.stray}”不能对应到其中一项"
    earning = {polarity(a.guard.phrase)[0] for a, amount in zip(arms, amounts, strict=True) if amount}  # type: ignore[union-attr]
    nothing = {i: polarity(arms[i].guard.phrase)[0] for i in met if not amounts[i]}  # type: ignore[union-attr]
    contrary = _contraries(arms, amounts)
    clash = next((i for i, content in nothing.items() for j in met if amounts[j] and (content in polarity(arms[j].guard.phrase)[0] or contrary.get(j) == i or not contrary and content not in earning)), None)  # type: ignore[union-attr]
    if clash is not None:
        return None, f"既有满足的条件，又有“{arms[clash].guard.phrase}”"  # type: ignore[union-attr]
    if nothing and _without_the_first(arms, amounts, text):
        return set(), ""
    barred = [i for i, content in nothing.items() if i not in contrary.values() and content not in earning and (amounts.count(Decimal(0)) == 1 or BARS.search(arms[i].guard.phrase))]  # type: ignore[union-attr]
    if barred and any(amounts[i] for i in met):
        return None, f"既有满足的条件，又有“{arms[barred[0]].guard.phrase}”"  # type: ignore[union-attr]
    met |= {i for i, yes in enumerate(decided.holds) if yes is None and amounts[i] and _against_undone(i, arms, amounts, decided.holds)}
    untold = [a.guard.phrase for i, a in enumerate(arms) if decided.holds[i] is None and amounts[i] and i not in met and not (contrary.get(i) in met and not FAULTS.search(arms[i + 1].guard.phrase)) and not (isinstance(a.effect, Part) and a.effect.nested)]  # type: ignore[union-attr]
    if untold and (nothing or not decided.closed) and not barred:
        return None, f"没有写明“{untold[0]}”是否满足"
    return met or (None if untold else met), ""


def _put(text: str, arms: list[Arm]) -> str | None:
    from ziping.standards.sayings.belonging import in_its_words  # most actuals are in the standard's own words

    return in_its_words([a.guard.phrase for a in arms], text)  # type: ignore[union-attr]


_UNDONE = Pattern(r"(?:未|没有)(?=[^\W\d]{2,4}$)")


def _against_undone(at: int, arms: list[Arm], amounts: list[Decimal], holds: tuple[bool | None, ...]) -> bool:
    """已制定, where 制定管理办法 earns some and 未制定 is what the standard itself sets against it; not where more is asked for than that there is one."""
    phrase = arms[at].guard.phrase.removeprefix("已")  # type: ignore[union-attr]
    for arm, amount, yes in zip(arms, amounts, holds, strict=True):
        verb = _UNDONE.sub("", arm.guard.phrase)  # type: ignore[union-attr]
        behind = phrase.removeprefix(verb)
        if not amount and yes is False and verb != arm.guard.phrase and behind != phrase and sum(verb in a.guard.phrase for a in arms) == 2:  # type: ignore[union-attr]
            return OBJECT.fullmatch(behind) is not None and not (MANNER.search(behind.replace("应急", "")) or DEMAND.search(behind) or JOINED.search(behind) or "并" in behind)
    return False


def first_of_all(arms: list[Arm], amounts: list[Decimal]) -> int | None:
    """Which condition the standard denies once more at its very end (有绩效目标得1分，目标明确得1分。没有绩效目标的不得分), not right behind it: without it nothing at all may be earned."""
    last = len(arms) - 1
    if last < 2 or amounts[last] or amounts.count(Decimal(0)) != 1:
        return None
    thing, yes = polarity(arms[last].guard.phrase)  # type: ignore[union-attr]
    return next((i for i in range(last - 1) if yes is False and polarity(arms[i].guard.phrase) == (thing, True)), None)  # type: ignore[union-attr]


def _without_the_first(arms: list[Arm], amounts: list[Decimal], text: str) -> bool:
    """没有绩效目标, where others of the conditions are of that too."""
    first = first_of_all(arms, amounts)
    thing = polarity(text)[0]
    return first == 0 and text == arms[-1].guard.phrase and any(thing[-2:] in arm.guard.phrase for arm in arms[1:-1])  # type: ignore[union-attr]


def _contraries(arms: list[Arm], amounts: list[Decimal]) -> dict[int, int]:
    """数字准确得1分，出现统计错误不得分；…: where every condition is followed by what earns nothing, the one rules the other out."""
    in_turn = len(arms) > 2 and [bool(amount) for amount in amounts] == [True, False] * (len(arms) // 2)
    return {i: i + 1 for i in range(0, len(arms), 2)} if in_turn else {}
