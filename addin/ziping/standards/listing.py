"""Actuals that say which of several conditions are met, where the conditions add up."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ziping.amounts import half_up
from ziping.standards.awards import Off
from ziping.standards.matching import DENIALS, ends
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import Arm, Judged, Part
from ziping.standards.several import figured
from ziping.standards.tokens import numeral
from ziping.standards.values import Value, shown
from ziping.standards.vocabulary import Pattern, words

if TYPE_CHECKING:
    from ziping.standards.binding import Bound, Outcome

__all__ = ["ALL", "HOW_MANY", "MARKS", "listed"]


ALL = Pattern(r"(?:以上)?(?:\d+项|[三四五六]项|各项|所有)?(?:条件|要求|内容)?(?:均|全部|都)已?(?:符合|满足|达到|具备|做到|完成|完备|达标)(?:要求|标准)?|全部")
_NONE_MET = words("均不符合 均不满足 全部不符合 均未达到 均未做到 都不符合 均未建立")
MARKS = Pattern(r"[①-⑳]")
HOW_MANY = Pattern(r"(?:符合|满足|达到|具备|完成|做到)?(\d+|[一二两三四五六七八九十])(?:项|个|条|点)(?:符合|满足|达到|要求|具备|条件)*")


_HOW_FEW = Pattern(r"(?:仅|只)?有?(\d+|[一二两三四五六七八九十])(?:项|个|条|点)(?:不符合|不满足|未达到|未做到|未满足|不达标|不符)(?:要求|条件)?")


def listed(bound: Bound, actual: Value, text: str) -> Outcome:
    arms = bound.words
    full = bound.full
    if ALL.fullmatch(text):
        return full, lambda: f"完成值“{actual.text}”，各项条件均满足，得满分{shown(full)}分", len(arms)
    if text in _NONE_MET:
        return Decimal(0), lambda: f"完成值“{actual.text}”，各项条件均不满足，得0分", 0
    amounts = [a.effect.amount.of(full) for a in arms]  # type: ignore[union-attr]
    met = figured(text, arms)
    if met is None:
        met = _marked(text, arms)
    if met is None:
        met = _phrased(text, arms)
    if any(isinstance(a.effect, Judged) for a in bound.otherwise) and (met is None or sum((amounts[i] for i in met), Decimal(0)) < full):
        raise NotScorable(f"完成值{quoted(actual.text)}没有满足全部条件，评分标准规定此时需要人工判断，不能自动计分，请由填报人填写得分。")
    if met is None and len(set(amounts)) == 1 and (match := HOW_MANY.fullmatch(text)):
        number = int(numeral(match[1]) if not match[1].isdecimal() else match[1])  # type: ignore[arg-type]
        if number <= len(arms):
            met = set(range(number))
            points = half_up(sum((amounts[i] for i in met), Decimal(0)), 2)
            return points, lambda: f"完成值“{actual.text}”，{number}项各得{shown(amounts[0])}分，得{shown(points)}分", number
    if met is None and len(set(amounts)) == 1 and not any(isinstance(a.effect, Off) for a in arms) and (match := _HOW_FEW.fullmatch(text)):
        missed = int(numeral(match[1]) if not match[1].isdecimal() else match[1])  # type: ignore[arg-type]
        if missed <= len(arms):
            points = half_up(sum(amounts[missed:], Decimal(0)), 2)
            return points, lambda: f"完成值“{actual.text}”，{len(arms) - missed}项各得{shown(amounts[0])}分，得{shown(points)}分", len(arms) - missed
    if met is None or any(isinstance(arms[i].effect, Off) for i in met) or any(isinstance(a.effect, Part) and a.effect.nested and i in met and i - 1 not in met for i, a in enumerate(arms)):
        raise NotScorable(f"评分标准“{bound.rule.words()}”逐项计分，完成值{quoted(actual.text)}没有说明哪几项满足，请逐项写明（用标准中的原词或序号）。")
    points = half_up(sum((amounts[i] for i in met), Decimal(0)), 2)
    named = "、".join(a.guard.phrase for i, a in enumerate(arms) if i in met) or "无"  # type: ignore[union-attr]
    return points, lambda: f"完成值“{actual.text}”，满足的条件：{named}，得{shown(points)}分", len(met)


_GROUP = r"(?P<marks>(?:第)?[①-⑳](?:[、,和及]?(?:第)?[①-⑳])*)(?:[一二两三四五六七八九]?项|条|条件|要求)*"
_SAYS = r"(?P<verdict>不符合|不满足|未满足|未达到|未做到|符合|满足|达到|具备|做到)(?:要求|条件)?"
_SAID_AFTER = Pattern(r"(?:仅|只)?" + _GROUP + r"(?:(?:均|都|已)*" + _SAYS + r"(?:[,;、]|$)?(?=[仅只第①-⑳]|$)|$)")
_SAID_BEFORE = Pattern(r"(?:仅|只|已|均)*" + _SAYS + _GROUP + r"(?:[,;、]|$)?(?=[仅只已均不未符满达具做]|$)")
_DIGITS = Pattern(r"(?:符合|满足|达到|具备)?第?[1-9](?:[、和][1-9])+(?:项|条|点)?")
_ORDINALS = Pattern(r"第(\d)(?:项|条|点)?")


def _marked(text: str, arms: list[Arm]) -> set[int] | None:
    """①③, 满足①、③, ①②符合③不符合, 第1、第3项: the numbers of the conditions that are met; with a denial among the claims every number must be there."""
    text = re.sub(r"\(([1-9])\)", lambda match: chr(0x245F + int(match[1])), text)
    if _DIGITS.fullmatch(text):
        text = re.sub(r"\d", lambda match: chr(0x245F + int(match[0])), text)
    text = _ORDINALS.sub(lambda match: chr(0x245F + int(match[1])) if match[1] != "0" else match[0], text)
    if not MARKS.search(text):
        return None
    claims = next((list(form.finditer(text)) for form in (_SAID_AFTER, _SAID_BEFORE) if not form.sub("", text)), None)
    if claims is None:
        return None
    said = [(ord(mark) - 0x2460, not (claim["verdict"] or "").startswith(("不", "未"))) for claim in claims for mark in MARKS.findall(claim["marks"])]
    met = {number for number, yes in said if yes}
    numbers, earning = {number for number, _ in said}, {i for i, a in enumerate(arms) if a.effect.amount.value}  # type: ignore[union-attr]
    if len(numbers) < len(said) or not numbers <= earning or (met != numbers and numbers != earning):
        return None
    return met


def _denials(phrase: str) -> set[str]:
    """未建立制度, 制度不健全: the phrase denied, before it or before its last word."""
    owned = {f"没{phrase}", f"无{phrase[1:]}", f"未{phrase[1:]}"} if phrase.startswith("有") else set()
    return owned | {no + phrase for no in DENIALS} | {phrase[:-2] + no + phrase[-2:] for no in ("不", "未")}


_OBJECT = Pattern(r"(?:相关|有关|项目|资金|财务|业务|内部|管理|预算|绩效)*(?:制度|办法|机制|体系|方案|计划|台账|档案|目标|信息)")


def _begins(phrase: str, said: str) -> bool:
    """建立 for 建立制度: the verb without its plain object."""
    return len(said) >= 2 and phrase.startswith(said) and bool(_OBJECT.fullmatch(phrase.removeprefix(said)))


_QUALITIES = words("完整 健全 规范 合理 明确 准确 及时 真实 有效 齐全 合规 完善 科学 清晰 充分 到位")


def _phrased(text: str, arms: list[Arm]) -> set[int] | None:
    met: set[int] = set()
    phrases = [re.sub(r"^([^\W\d]{2})了", r"\1", a.guard.phrase) for a in arms]  # type: ignore[union-attr]
    text = re.sub(r"(?<=[^\W\d])了(?=[^\W\d])", "", text)
    said_of_it = [said for said in re.split(r"[,、;。和且并]", text) if said]
    for said in said_of_it:
        clean = said.removeprefix("已")
        hit = next((i for i, phrase in enumerate(phrases) if clean == phrase), None)
        if hit is None:
            near = [i for i, phrase in enumerate(phrases) if ends(phrase, clean) or _begins(phrase, clean)]
            alone = len(said_of_it) == 1 and clean in _QUALITIES  # 完整 alone may speak of the whole
            hit = near[0] if len(near) == 1 and not alone else None
        if hit is None:
            denied = [i for i, phrase in enumerate(phrases) if said in _denials(phrase)]
            if not denied:
                return None
            continue
        met.add(hit)
    return met or None
