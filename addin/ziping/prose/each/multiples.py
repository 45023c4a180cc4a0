"""What a rate for each gives in a time or for a number, written out in words: 每生每天5元,全年200天,即每生每年1000元; 为680元的1.3倍; 亩均85公斤,按5.2万亩计算,共442万公斤."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ziping.amounts import Figure, Quantity, decimals_of, foots, show, unit_named
from ziping.prose.each.rounding import rounded
from ziping.prose.judging.claims import Claim, ClaimKind, verdict_of
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.sentences import Text

__all__ = ["multiple_claims"]

_N = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WHOLE_YEAR = re.compile(rf"每(?P<who>[人生名户])每[天日](?:补助|补贴)?(?P<a>{_N})(?P<au>元)[^。;；\n\d]{{0,16}}?(?P<b>{_N})(?P<bu>天)[^。;；\n\d]{{0,12}}每(?P=who)每年(?:补助|补贴)?(?P<c>{_N})(?P<cu>元)")
_TIMES = re.compile(rf"(?P<c>{_N})(?P<cu>万?元)[,，](?:为|是|相当于)[^,，。;；\n\d]{{0,20}}?(?P<a>{_N})(?P<au>万?元)的(?P<b>{_N})(?P<bu>倍)")
_FOR_ALL = re.compile(
    rf"(?P<each>亩|户|人|公里)均[^,，;；。\n\d]{{0,16}}?(?P<a>{_N})(?P<au>公斤|千克|立方米|吨|元|千瓦时|度)[,，]按?[^,，。;；\n\d]{{0,14}}?(?P<b>{_N})(?P<bu>万?(?P=each))(?:计算|测算|计)[,，]"
    rf"[^,，。;；\n\d]{{0,16}}?(?P<c>{_N})(?P<cu>[万亿]?(?P=au))(?!以上|左右)"
)
_SPAN = re.compile(rf"(?:每年|年)(?:服务费|租金|费用|资金|投入|补助|经费)[^,，;；。\n\d]{{0,4}}?(?P<a>{_N})(?P<au>[万亿]?元)[,，](?P<b>\d{{1,2}})(?P<bu>年)(?:合计|共计|共)(?:为|需)?(?P<c>{_N})(?P<cu>[万亿]?元)")
_HEDGED = re.compile(r"约|近|余|超|不低于|不少于|以上")


def multiple_claims(text: Text) -> Iterator[Claim]:
    """One claim for every such product; the words leave no other reading."""
    for pattern in (_WHOLE_YEAR, _TIMES, _FOR_ALL, _SPAN):
        for match in pattern.finditer(text.text):
            if not _HEDGED.search(match[0]):
                yield _claim(match, pattern is _TIMES)


def _claim(match: re.Match[str], scaled: bool) -> Claim:
    """a × b = c, each rounded as it is shown; of a multiple it is b that is rounded."""
    a, b, c = (_figure(match, group) for group in "abc")
    first, second, result = (rounded(one.figure) for one in (a, b, c))
    product = Quantity(first.value * second.value, first.value * second.slack if scaled else Decimal(0))
    footing = foots(c.figure if scaled else result, [product])
    assert footing is not None
    unit = c.figure.unit
    worked = show(product.value.scaleb(-unit.shift), max(c.figure.decimals or 0, 0)) + unit.text
    stated = match["c"] + match["cu"]
    sum_ = f"{match['a']}{match['au']}×{match['b']}{match['bu']}={worked}"
    words = f"{sum_}，" + (f"与文中{stated}相符。" if footing.holds else f"文中为{stated}，请核对。")
    return Claim(ClaimKind.FORMULA, "", match.start("a"), max(match.end("cu"), match.end("bu")), (a, b, c), stated, worked, verdict_of(footing.holds), words)


def _figure(match: re.Match[str], group: str) -> Mention:
    value = Decimal(match[group].replace(",", ""))
    return Mention(match.start(group), match.end(group + "u"), Figure(value, unit_named(match[group + "u"]), decimals_of(value)), Kind.PLAIN)
