"""One dimension told in several places: in a table of scores, in a sentence, and by its own indicators (项目决策中,立项5分得5分、目标5分得4分)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ziping.amounts import Figure, foots
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown, verdict_of
from ziping.prose.judging.slips import one_slip
from ziping.prose.scores.scores import score_pairs
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Said
from ziping.prose.text.tables import Table

__all__ = ["dimension_claims"]

MOST = 120  # rows of the tables of scores of one report
_POINTS = re.compile(r"(?:指标)?(?:分值|满分|权重)(?:[(（](?:分|%)[)）])?")
_GOT = re.compile(r"(?:自评|评价|实际|最终)?得分(?:[(（]分[)）])?")
_NOISE = re.compile(r"(?:自评|评价|实际|最终)?(?:得分|评分)|指标|项目|部门|类|绩效|情况|方面|[^\u4e00-\u9fff]")
_WITHIN = re.compile(r"(?P<name>[^,，;；:：。、\d(（]{2,10}?)(?:\d+分)?(?:的?各?(?:二级|三级)?指标)?中[,，:：]")
_NO_SCORE = re.compile(r"扣|权重|分值|满分|上年|目标|标准")


@dataclass(frozen=True, slots=True)
class _Dimension:
    """A dimension as one place tells it: its points (None where unsaid) and its score."""

    name: str
    points: Mention | None
    score: Mention


def dimension_claims(spoken: Iterable[Sequence[Said]], tables: Sequence[Table]) -> Iterator[Claim]:
    """Of a text with one table of scores: one claim for every score that a sentence tells of a row, where it differs by a slip; one for
    the indicators of a dimension whose points are all of it."""
    scored = [found for table in tables if (found := _rows(table))]
    known = scored[0] if len(scored) == 1 else {}
    if len(scored) > 1:
        times = Counter(name for found in scored for name in found)
        known = {name: one for found in scored for name, one in found.items() if times[name] == 1}
    if len(known) > MOST:
        return
    told: dict[str, list[_Dimension]] = {}
    for said in spoken:
        scores = [one for one in said if one.mention.kind is Kind.SCORE and not one.mention.loose]
        pairs = score_pairs(scores) if scores else []
        paired = {one for pair in pairs for one in pair}
        yield from _of_rows([*pairs, *((None, one) for one in scores if one not in paired)], known)
        for points, got in pairs:
            if points is not None and (name := _plain(points.name)):
                told.setdefault(name, []).append(_Dimension(name, points.mention, got.mention))
        yield from _within(said, pairs, known, told)


def _rows(table: Table) -> dict[str, _Dimension]:
    """The dimensions of a table with one column of points and one of scores, by name; names that come twice are none."""
    points = [at for at, head in enumerate(table.heads) if _POINTS.fullmatch(head)]
    scores = [at for at, head in enumerate(table.heads) if _GOT.fullmatch(head)]
    if len(points) != 1 or len(scores) != 1:
        return {}
    found: dict[str, _Dimension | None] = {}
    for at, row in enumerate(table.rows):
        most, got = row[points[0]], row[scores[0]]
        names = [cell.words for cell in row if cell.words and cell.figure is None]
        name = _plain(names[-1]) if names and at not in table.totals else ""
        if name and most.figure is not None and got.figure is not None:
            found[name] = None if name in found else _Dimension(name, most.mention, got.mention)
    return {name: one for name, one in found.items() if one is not None}


def _plain(name: str) -> str:
    name = _NOISE.sub("", name)
    return name if len(name) > 1 else ""


def _of_rows(pairs: Sequence[tuple[Said | None, Said]], known: dict[str, _Dimension]) -> Iterator[Claim]:
    """The scores that a sentence tells of rows of the table; another assessment may give other points, several other scores, and one that is no slip."""
    meant = []
    for points, got in pairs:
        words = _plain((points or got).name)
        name = next((name for name in known if words.endswith(name)), "") if words and not _NO_SCORE.search(got.lead) else ""
        if name:
            meant.append((name, known[name], points, got))
    if sum(row.score.figure.value != got.mention.figure.value for _, row, _, got in meant) > 1:
        return  # of another assessment
    for name, row, points, got in meant:
        if points is not None and row.points is not None and points.mention.figure.value != row.points.figure.value:
            continue
        stated, score = got.mention.figure, row.score.figure
        if row.points is not None and points is None and stated.value == row.points.figure.value:
            continue
        same = stated.value == score.value
        places = max(stated.decimals or 0, score.decimals or 0)
        slip = one_slip(*(Figure(one.value.quantize(Decimal(1).scaleb(-places)), stated.unit, places) for one in (stated, score)))
        if same or slip:
            words = f"表中“{name}”的得分为{score.value}分，文中为{shown(got.mention)}" + ("，相符。" if same else "，请核对。")
            start, end = got.mention.start, got.mention.end
            yield Claim(ClaimKind.REPEAT, "", start, end, (row.score, got.mention), shown(got.mention), f"{score.value}分", verdict_of(same), words)


def _within(said: Sequence[Said], pairs: Sequence[tuple[Said | None, Said]], known: dict[str, _Dimension], told: dict[str, list[_Dimension]]) -> Iterator[Claim]:
    """The indicators behind `甲中,` whose points are all of 甲's: their scores give its score."""
    for at, (points, _) in enumerate(pairs):
        match = _WITHIN.search(points.lead) if points is not None else None
        name = _plain(match["name"]) if match else ""
        if points is not None and not match and re.match("中[,，:：]", points.lead):  # 过程20分中,…
            before = said[max(0, said.index(points) - 1)]
            name = _plain(before.name) if before.mention.kind is Kind.SCORE else ""
        if not name:
            continue
        meant = [known[name]] if name in known else told.get(name, [])
        if len({one.score.figure.value for one in meant}) != 1 or meant[0].points is None:
            continue
        whole, given, run = meant[0], Decimal(0), []
        for most, got in pairs[at:]:
            if most is None or given >= whole.points.figure.value:  # type: ignore[union-attr]
                break
            given += most.mention.figure.value
            run.append(got.mention)
        if given != whole.points.figure.value or len(run) < 2:  # type: ignore[union-attr]
            continue
        total = Mention(whole.score.start, whole.score.end, Figure(whole.score.figure.value, run[0].figure.unit, whole.score.figure.decimals), Kind.SCORE)
        footing = foots(total.figure, [one.figure for one in run])
        if footing is None:
            continue
        worked = in_unit(footing.expected, total)
        made = recomputed(ClaimKind.SUM, [*run, total], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, "+".join(shown(one) for one in run) + f"={worked}")
        yield replace(made, start=run[0].start, end=run[-1].end)
