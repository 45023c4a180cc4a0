"""Actuals that say which of several conditions are met, where the conditions add up."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ziping.amounts import half_up
from ziping.standards.awards import Off
from ziping.standards.deciding import REST, decide
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import Arm, Judged, Part
from ziping.standards.several import figured, figures
from ziping.standards.statements import polarity
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


_QUANTIFIED = Pattern(r"任[意一何]|[一二两三四五\d]项|第?[①-⑳]")
_HOW_FEW = Pattern(r"(?:仅|只)?有?(\d+|[一二两三四五六七八九十])(?:项|个|条|点)(?:不符合|不满足|未达到|未做到|未满足|不达标|不符)(?:要求|条件)?")


def listed(bound: Bound, actual: Value, text: str) -> Outcome:
    arms = bound.words
    full = bound.full
    if ALL.fullmatch(text):
        return full, lambda: f"完成值“{actual.text}”，各项条件均满足，得满分{shown(full)}分", len(arms)
    if text in _NONE_MET:
        return Decimal(0), lambda: f"完成值“{actual.text}”，各项条件均不满足，得0分", 0
    text = _numbered(text)
    amounts = [a.effect.amount.of(full) for a in arms]  # type: ignore[union-attr]
    met = figured(text, arms)
    if met is None:
        met = _marked(text, arms) if _one_by_one(bound.rule.source, sum(bool(a) for a in amounts)) else None
    why = ""
    if met is None:
        met, why = _with_figures(text, arms, amounts)
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
    whole = next((a.guard.phrase for a, amount in zip(arms, amounts, strict=True) if not amount and _QUANTIFIED.search(a.guard.phrase)), "")  # type: ignore[union-attr]
    if whole and met is not None and not all(i in met for i, amount in enumerate(amounts) if amount):
        raise NotScorable(f"评分标准规定“{whole}”不得分，完成值{quoted(actual.text)}没有满足全部条件，请由填报人填写得分。")
    if met is None or any(isinstance(arms[i].effect, Off) for i in met) or any(isinstance(a.effect, Part) and a.effect.nested and i in met and i - 1 not in met for i, a in enumerate(arms)):
        raise NotScorable(f"评分标准“{bound.rule.words()}”逐项计分，完成值{quoted(actual.text)}没有说明哪几项满足{f'（{why}）' if why else ''}，请逐项写明（用标准中的原词或序号）。")
    points = half_up(sum((amounts[i] for i in met), Decimal(0)), 2)
    named = "、".join(a.guard.phrase for i, a in enumerate(arms) if i in met) or "无"  # type: ignore[union-attr]
    return points, lambda: f"完成值“{actual.text}”，满足的条件：{named}，得{shown(points)}分", len(met)


_GROUP = r"(?P<marks>(?:第)?[①-⑳](?:[、,和及]?(?:第)?[①-⑳])*)(?:[一二两三四五六七八九]?项|条|条件|要求)*"
_SAYS = r"(?P<verdict>不符合|不满足|未满足|未达到|未做到|符合|满足|达到|具备|做到)(?:要求|条件)?"
_SAID_AFTER = Pattern(r"(?:仅|只)?" + _GROUP + r"(?:(?:均|都|已)*" + _SAYS + r"(?:[,;、]|$)?(?=[仅只第①-⑳]|$)|$)")
_SAID_BEFORE = Pattern(r"(?:仅|只|已|均)*" + _SAYS + _GROUP + r"(?:[,;、]|$)?(?=[仅只已均不未符满达具做]|$)")
_DIGITS = Pattern(r"(?:符合|满足|达到|具备)?第?[1-9](?:[、和][1-9])+(?:项|条|点)?")
_ORDINALS = Pattern(r"第(\d)(?:项|条|点)?")
_SERIES = Pattern(r"第[1-9一二三四五六七八九](?:[、,和及](?:第)?[1-9一二三四五六七八九])*(?:项|条|点)")
_FIRST_FEW = Pattern(r"前([两二三四五2-5])(?:项|条|点)")
_POINT = Pattern(r"(?:^|(?<=[,;]))([1-9])[.、:]?(?=(?:不|未)?(?:符合|满足|达到|做到))")
_EXCEPT = Pattern(r"除了?([^,;]+?)(?:以|之)?外,?(?:其余|其他|其它)?(?:各项|条件)?((?:均|都|全部)已?(?:符合|满足|达到|做到|达标)(?:要求|条件|标准)?)")


_PRINTED = Pattern(r"[①-⑳]|(?:^|(?<=[,;。:\n ]))(?:\([1-9]\)|[1-9][.、](?!\d))")


def _one_by_one(source: str, earning: int) -> bool:
    """Whether the numbers that the standard prints are those of its conditions: not where 1. holds two of them."""
    printed = set(_PRINTED.findall(source))
    return not printed or len(printed) == earning


def _mark(number: str) -> str:
    return chr(0x245F + int(numeral(number) if not number.isdecimal() else number))  # type: ignore[arg-type]


def _numbered(text: str) -> str:
    """第1、2项, 第三项, 前两项, （1） and 1.符合 as the marks ①②③; 除③外均符合 as ③不符合，其余均符合."""
    text = re.sub(r"\(([1-9])\)", lambda match: _mark(match[1]), text)
    if _DIGITS.fullmatch(text):
        text = re.sub(r"\d", lambda match: _mark(match[0]), text)
    text = _FIRST_FEW.sub(lambda match: "".join(chr(0x2460 + n) for n in range(int(numeral(match[1].replace("两", "二")) if not match[1].isdecimal() else match[1]))), text)  # type: ignore[arg-type]
    text = _SERIES.sub(lambda match: "、".join(_mark(each) for each in re.findall(r"[1-9一二三四五六七八九]", match[0])), text)
    text = _ORDINALS.sub(lambda match: _mark(match[1]) if match[1] != "0" else match[0], text)
    text = _POINT.sub(lambda match: _mark(match[1]), text)
    if (but := _EXCEPT.fullmatch(text)) is not None:
        marked = not re.sub(r"[①-⑳、和及]", "", but[1])
        text = f"{but[1]}不符合,其余{but[2]}" if marked else f"{but[1]},其余{but[2]}" if polarity(but[1])[1] is False else text
    return text


def _marked(text: str, arms: list[Arm]) -> set[int] | None:
    """①③, 满足①、③, ①②符合③不符合, 第1、第3项, ③不符合，其余符合: the numbers of the conditions that are met; with a denial among the claims every number must be there."""
    if not MARKS.search(text):
        return None
    text, _, last = text.rpartition(",") if REST.fullmatch(text.rpartition(",")[2]) else (text, "", "")
    claims = next((list(form.finditer(text)) for form in (_SAID_AFTER, _SAID_BEFORE) if not form.sub("", text)), None)
    if claims is None:
        return None
    said = [(ord(mark) - 0x2460, not (claim["verdict"] or "").startswith(("不", "未"))) for claim in claims for mark in MARKS.findall(claim["marks"])]
    if last:
        said += [(i, not REST.fullmatch(last)["no"]) for i, a in enumerate(arms) if a.effect.amount.value and i not in {number for number, _ in said}]  # type: ignore[index, union-attr]
    met = {number for number, yes in said if yes}
    numbers, earning = {number for number, _ in said}, {i for i, a in enumerate(arms) if a.effect.amount.value}  # type: ignore[union-attr]
    if len(numbers) < len(said) or not numbers <= earning or (met != numbers and numbers != earning):
        return None
    return met


def _with_figures(text: str, arms: list[Arm], amounts: list[Decimal]) -> tuple[set[int] | None, str]:
    """The conditions met, those of a number by their figures (培训3次) and the others by what is stated."""
    held, rest = figures(text, arms)
    if not held:
        return _stated(text, arms, amounts)
    others = [i for i in range(len(arms)) if i not in held]
    met, why = _stated(rest, [arms[i] for i in others], [amounts[i] for i in others]) if rest else (None if others else set(), "")
    return (None, why) if met is None else ({others[i] for i in met} | {i for i, yes in held.items() if yes}, "")


def _stated(text: str, arms: list[Arm], amounts: list[Decimal]) -> tuple[set[int] | None, str]:
    """The conditions that the statements affirm, or why that is not known; affirmations alone, in the standard's own words, list what is met."""
    decided = decide([a.guard.phrase for a in arms], text, [bool(amount) for amount in amounts])  # type: ignore[union-attr]
    met = {i for i, yes in enumerate(decided.holds) if yes}
    if decided.opposed:
        return None, f"中“{decided.opposed}”与其他说法矛盾"
    if decided.stray:
        return None, f"中“{decided.stray}”不能对应到其中一项"
    earning = {polarity(a.guard.phrase)[0] for a, amount in zip(arms, amounts, strict=True) if amount}  # type: ignore[union-attr]
    nothing = {i: polarity(arms[i].guard.phrase)[0] for i in met if not amounts[i]}  # type: ignore[union-attr]
    clash = next((i for i, content in nothing.items() for j in met if amounts[j] and content in polarity(arms[j].guard.phrase)[0]), None)  # type: ignore[union-attr]
    if clash is not None:
        return None, f"既有满足的条件，又有“{arms[clash].guard.phrase}”"  # type: ignore[union-attr]
    barred = [i for i, content in nothing.items() if content not in earning and amounts.count(Decimal(0)) == 1]
    if barred and any(amounts[i] for i in met):
        return None, f"既有满足的条件，又有“{arms[barred[0]].guard.phrase}”"  # type: ignore[union-attr]
    untold = [a.guard.phrase for i, a in enumerate(arms) if decided.holds[i] is None and amounts[i] and not (isinstance(a.effect, Part) and a.effect.nested)]  # type: ignore[union-attr]
    if untold and not decided.closed and not barred:
        return None, f"没有写明“{untold[0]}”是否满足"
    return met or (None if untold else met), ""
