"""Numbers listed one by one and what is said of them all: 5名专家评分分别为89.2分、…,平均88.4分; the mean of projects whose scores are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.amounts import Quantity, foots, half_place
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown, verdict_of
from ziping.prose.text.figures import Kind, Mention, whole_number
from ziping.prose.text.said import Said

__all__ = ["mean_claims"]

FEWEST = 3  # numbers that have a mean worth stating
_MEAN = re.compile(r"平均(?:得分|分数?|评分|成绩|值|为|每[^,，;；\d]{1,4})?(?:为|是|达|:)?$")
_WEIGHED = re.compile(r"加权|综合平均|总体平均|按[^,，;；。]{0,12}(?:比例|权重)|去掉|剔除|截尾")


def mean_claims(said: Sequence[Said], before: Before, words: str) -> Iterator[Claim]:
    """One claim for a mean behind the bare list of its numbers, or behind as many single scores as its own words count.

    words: those of the sentence; a weighed mean is another thing.
    """
    if _WEIGHED.search(words):
        return
    for at, mean in enumerate(said):
        if not mean.amount or mean.mention.loose or not _MEAN.search(mean.lead) or mean.mention.kind not in (Kind.SCORE, Kind.MONEY, Kind.COUNT, Kind.PLAIN):
            continue
        row = _row(said, at)
        if len(row) >= FEWEST:
            yield _claim(row, mean)
        elif mean.mention.kind is Kind.SCORE and len(behind := _behind(said, at)) >= FEWEST and len(behind) in _counts(said[:at]):
            yield _claim(behind, mean)
        elif (two := re.search(r"[,，;；](?P<many>[两二三四五六])(?:项|个|家|者|次|笔)[^,，;；。\d]{0,4}平均(?:得分|分|为)*$", mean.lead)) and len(just := said[max(0, at - (whole_number(two["many"]) or 0)) : at]) == whole_number(two["many"]):
            if all(one.amount and not one.mention.loose and one.mention.figure.unit.base == mean.mention.figure.unit.base for one in just):
                yield _claim(just, mean)
        elif mean.mention.kind is Kind.SCORE and (match := re.search(r"(\d{1,2}|[两二三四五六七八九十]{1,3})个[^,，;；。\d]{0,8}平均", mean.lead)):
            many = whole_number(match[1])
            scores = [one for one in (*(s for s in before.told if s not in said), *said[:at]) if one.mention.kind is Kind.SCORE and one.earned]
            if many is not None and FEWEST <= many == len(scores) and not any(one.mention.loose for one in scores):
                yield _claim(scores, mean)
    yield from _over(said)


def _row(said: Sequence[Said], at: int) -> list[Said]:
    """The bare list right before: 分别为a、b、c."""
    row: list[Said] = []
    for one in reversed(said[:at]):
        if one.mention.figure.unit.base != said[at].mention.figure.unit.base or one.mention.loose:
            break
        row.insert(0, one)
        if not one.serial:
            break
    return row if row and not row[0].serial and [one.serial for one in row] == list(range(len(row))) else []


def _behind(said: Sequence[Said], at: int) -> list[Said]:
    """The scores right behind: 平均得分95分,其中甲94分、乙96分."""
    row: list[Said] = []
    for one in said[at + 1 :]:
        if one.mention.kind is not Kind.SCORE or one.mention.loose or not re.match("[,，、](?:其中)?" if row else "[,，(]其中", one.lead):
            break
        row.append(one)
    return row


def _counts(said: Sequence[Said]) -> list[int]:
    return [int(one.mention.figure.value) for one in said if one.mention.kind is Kind.COUNT and one.mention.figure.unit.base in ("个", "项", "家", "人")]


def _claim(row: Sequence[Said], mean: Said) -> Claim:
    figure = mean.mention.figure
    sum_ = sum((one.mention.figure.quantity.value for one in row), Decimal(0))
    slack = sum((one.mention.figure.quantity.slack for one in row), Decimal(0)) / len(row)
    worked = Quantity(sum_ / len(row), slack)
    footing = foots(Quantity(figure.quantity.value, half_place(figure.decimals, figure.unit.shift)), [worked])
    assert footing is not None
    told = in_unit(worked.value, mean.mention)
    return recomputed(ClaimKind.FORMULA, [*(one.mention for one in row), mean.mention], verdict_of(footing.holds), told, f"{len(row)}项平均{told}")


def _over(said: Sequence[Said]) -> Iterator[Claim]:
    """`考核得分依次为a、b、c,其中90分以上的月份5个`: how many of the list are at least so much."""
    for at in range(FEWEST, len(said)):
        count, bound = said[at], said[at - 1]
        if count.mention.kind is not Kind.COUNT or bound.mention.kind is not Kind.SCORE or not re.match(r"(?:\(含\))?以上的", count.lead):
            continue
        row = max(_row(said, at - 1), _row(said, at - 2), key=len)  # the mean may stand between
        if len(row) < FEWEST:
            continue
        many = sum(one.mention.figure.value >= bound.mention.figure.value for one in row)
        equal = any(one.mention.figure.value == bound.mention.figure.value for one in row)
        holds = many == count.mention.figure.value
        if holds or not equal:
            told = f"{many}{count.mention.figure.unit.text}"
            figures: list[Mention] = [*(one.mention for one in row), bound.mention, count.mention]
            yield recomputed(ClaimKind.COUNT, figures, Verdict.HOLDS if holds else Verdict.FAILS, told, f"所列{len(row)}项中不低于{shown(bound.mention)}的有{told}")
