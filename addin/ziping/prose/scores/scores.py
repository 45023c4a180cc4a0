"""Scores against their total: 自评得分94分,其中投入(20分)得19分,…; 决策20分,得19分。其中…; 权重20分,得17分,扣3分."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.amounts import POINTS, Figure, foots, ratio
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, last_digit, recomputed, shown, verdict_of
from ziping.prose.judging.grouping import gives
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said

__all__ = ["HUNDRED", "score_claims", "score_pairs", "told_of_all"]

_TOTAL = re.compile(r"(?:(?:合计|共计|总计|总分|得分|评分)(?:为|是|得|:)?|自评(?:为|得|:)?)$")
_CUT = re.compile(r"扣(?:分|减)?(?:为|了|:)?$")
_OTHER = re.compile(r"与|比|较|同|上年|平均|加权|折算")  # another score, told for comparison
_ITS_OWN_TOTAL = re.compile(r"[,，。;；、](?:以上)?(?:各项)?(?:合计|共计|总计|总(?:得)?分|综合(?:得分|评分)?|最终(?:得分|评分)?)[^,，。;；\d]{0,6}$")
_ASKED = re.compile(r"(?:满意|测评|评议|问卷|测试|考试|竞赛|比赛|抽检|评比|验收|创建)[^,，。;；]{0,8}$")  # what is scored is no report: 群众满意度测评得分92分
_SCORE_RATE = re.compile(r"[,，、(]?(?:该项)?得分率(?:为|是|达|:)?")
_FULL = re.compile(r"\((?:满分|分值|权重)")
_OPENS = re.compile(r"其中|包括|主要|[。:：]")
FAR = 24  # amounts before the last dimension
HUNDRED = Figure(Decimal(100), POINTS, 0)

Pair = tuple[Said | None, Said]  # the points that there were (None where unsaid), and those earned


def score_claims(said: Sequence[Said], before: Before, after: Sequence[Said] = ()) -> Iterator[Claim]:
    """One claim for a score whose parts, by the points that there were, are all of it; one for points, score and what was cut in a row.

    after: the figures of the next sentence, which may be the total of what this one lists.
    """
    for points, got, rate in zip(said, said[1:], said[2:], strict=False):
        scores = points.mention.kind is got.mention.kind is Kind.SCORE and not points.mention.loose and not got.mention.loose
        if scores and rate.mention.kind is Kind.RATE and not rate.mention.loose and got.earned and not points.earned and _SCORE_RATE.fullmatch(rate.lead):
            yield from _rate(points, got, rate)
    for points, got, cut in zip(said, said[1:], said[2:], strict=False):
        three = (points, got, cut)
        if all(one.mention.kind is Kind.SCORE and not one.mention.loose for one in three) and got.earned and not points.earned and re.fullmatch(r"[,，、(]扣(?:分|减)?(?:了|为)?", cut.lead):
            pairs = [(full, one) for full, one in zip(said, said[1:], strict=False) if one.earned and not full.earned and full.mention.kind is one.mention.kind is Kind.SCORE and one.mention.end <= got.mention.end]
            if len(pairs) > 1 and not any(_CUT.search(one.lead) for one in said[: said.index(cut)]) and foots(cut.mention.figure, [each for full, one in pairs for each in (full.mention.figure, -one.mention.figure)]).holds:  # type: ignore[union-attr]
                continue  # 过程(20分)得19分,产出(30分)得28分,扣3分: what all of them lost
            yield _claim(foots(cut.mention.figure, [points.mention.figure, -got.mention.figure]), three, f"{shown(points.mention)}-{shown(got.mention)}")
    if not (after and after[0].mention.kind is Kind.SCORE and told_of_all(after[0]) or said[-1].mention.kind is Kind.SCORE and said[-1].mention.depth == 0 and re.search("总(?:得)?分", said[-1].lead)):  # 甲(20分)得19分;…。总得分93分
        yield from _paragraphs(said, before)
    pairs = score_pairs([*(one for one in before.told if one not in said), *said])
    for at, (points, got) in enumerate(pairs):
        whole = points.mention.figure if points else HUNDRED
        if points is None and not told_of_all(got):
            continue
        below = pairs[at + 1 :]
        opened = below and below[0][0] is not None and _OPENS.search(below[0][0].lead)
        run = (_all_of(whole, below) if opened else []) or ([] if points else _all_of(whole, pairs[:at][::-1])[::-1])
        if len(run) > 1 and len({most.mention.depth for most, _ in run if most is not None}) == 1 and any(one in said for one in (run[-1][1], got)) and (run[-1][1] in said or got in said and run[-1][1] in before.previous and pairs.index(run[-1]) < at):
            parts = [one for _, one in run]
            if points is not None and points.mention.figure.value != HUNDRED.value and any(one in said for one in parts) and _hundred([pair for pair in pairs if pair[1] in said and pair[1] is not got]):
                continue  # 执行率10分,得9分。各项得分:甲(5分)得4分;…: all that there are, not those of what was told before
            others = [one for most, one in (*pairs, *((None, one) for one in after[:1])) if most is None and one is not got and one.mention.kind is Kind.SCORE]
            if any(told_of_all(one) and gives(parts, one) for one in others):
                continue  # they are all of another total
            yield _claim(foots(got.mention.figure, [one.mention.figure for one in parts]), [*parts, got], "+".join(shown(one.mention) for one in parts))


def _hundred(pairs: Sequence[Pair]) -> bool:
    return sum(points.mention.figure.value for points, _ in pairs if points is not None) == HUNDRED.value


def _paragraphs(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """`自评得分93分,具体为:` with a dimension in each paragraph below: where their points are a hundred, their scores are all of it.

    Between the two nothing else may have been told.
    """
    told = [*(one for one in before.earlier[-FAR:] if one not in said), *said]
    pairs = score_pairs(told)
    for at, (points, got) in enumerate(pairs):
        run = _all_of(HUNDRED, pairs[at + 1 :]) if points is None and told_of_all(got) and got not in said else []
        first = run[0][0] if run else None
        between = told[told.index(got) : told.index(first)] if first is not None else []
        own = run and any(most is None and told_of_all(one) and _ITS_OWN_TOTAL.search(one.lead) for most, one in pairs[pairs.index(run[-1]) + 1 :])  # …,满意度10分得9分,合计95分
        if len(run) > 2 and not own and run[-1][1] in said and not _nested(run) and all(one.mention.kind is Kind.SCORE for one in between):
            parts = [one for _, one in run]
            yield _claim(foots(got.mention.figure, [one.mention.figure for one in parts]), [*parts, got], "+".join(shown(one.mention) for one in parts))


def _nested(run: Sequence[Pair]) -> bool:
    """Whether the points of one are those of the ones behind it: a heading and its indicators."""
    points = [most.mention.figure.value for most, _ in run if most is not None]
    return any(sum(points[at + 1 : end]) == points[at] for at in range(len(points)) for end in range(at + 3, len(points) + 1))


def _rate(points: Said, got: Said, rate: Said) -> Iterator[Claim]:
    """`20分,得15分,得分率75%`."""
    quotient = ratio(got.mention.figure, points.mention.figure)
    footing = foots(rate.mention.figure, [quotient]) if quotient is not None else None
    if footing is not None and quotient is not None:
        worked = in_unit(quotient.value, rate.mention)
        sum_ = f"{shown(got.mention)}÷{shown(points.mention)}={worked}"
        yield last_digit(recomputed(ClaimKind.RATE, [points.mention, got.mention, rate.mention], verdict_of(footing.holds), worked, sum_), quotient)


def told_of_all(got: Said) -> bool:
    """Whether a score may be that of all indicators together."""
    return bool(_TOTAL.search(got.lead)) and not _OTHER.search(got.lead) and not _ASKED.search(_TOTAL.sub("", got.lead))


def score_pairs(told: Sequence[Said]) -> list[Pair]:
    pairs: list[Pair] = []
    points = last = None
    for one in told:
        if one.mention.kind is not Kind.SCORE or one.mention.loose or _CUT.search(one.lead):
            continue
        if pairs and pairs[-1][0] is None and points is None and _FULL.match(one.lead) and one.mention.depth > pairs[-1][1].mention.depth:
            pairs[-1] = (one, pairs[-1][1])  # 得9.5分(满分10分)
            continue
        bracketed = points is not None and one.lead == ")" and points.mention.depth > one.mention.depth  # 投入(20分)19.5分
        if points is not None and points is last and not points.mention.depth and _FULL.match(one.lead) and one.mention.depth > points.mention.depth:
            pairs.append((one, points))  # 投入14.5分(满分15分)
            points = last = None
            continue
        last = one
        if (one.earned or bracketed or _TOTAL.search(one.lead)) and not (one.mention.figure.value == HUNDRED.value and re.search("总分(?:为)?$", one.lead)):
            pairs.append((points, one))
            points = None
        else:
            points = one
    return pairs


def _all_of(whole: Figure, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs from the first on whose points give the whole; none where they do not."""
    given = Decimal(0)
    for count, (points, _) in enumerate(pairs, 1):
        if points is None:
            return []
        given += points.mention.figure.value
        if given >= whole.value:
            return list(pairs[:count]) if given == whole.value else []
    return []


def _claim(footing, figures: Sequence[Said], sum_: str) -> Claim:  # noqa: ANN001
    worked = in_unit(footing.expected, figures[-1].mention)
    return recomputed(ClaimKind.SUM, [one.mention for one in figures], verdict_of(footing.holds), worked, f"{sum_}={worked}")
