"""The whole reading of a text: every claim and finding, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ziping.collector import held
from ziping.findings import Finding
from ziping.prose.again.namely import namely_claims
from ziping.prose.again.recounted import recounted_claims
from ziping.prose.again.repeats import Memory
from ziping.prose.again.restated import restated_claims
from ziping.prose.again.retold import Rows
from ziping.prose.again.unlike import unlike_claims
from ziping.prose.changes.apart import apart_claims
from ziping.prose.changes.balances import balance_claims
from ziping.prose.changes.based import based_claims
from ziping.prose.changes.changes import change_claims
from ziping.prose.changes.deductions import deduction_claims
from ziping.prose.changes.gaps import gap_claims
from ziping.prose.changes.ofthree import ofthree_claims
from ziping.prose.changes.reasons import reason_claims
from ziping.prose.changes.remainders import remainder_claims
from ziping.prose.changes.running import running_claims
from ziping.prose.changes.savings import saving_claims
from ziping.prose.changes.steps import step_claims
from ziping.prose.changes.surplus import surplus_claims
from ziping.prose.changes.therest import rest_claims
from ziping.prose.changes.upturned import upturned_claims
from ziping.prose.changes.yearend import unspent_claims, yearend_claims
from ziping.prose.each.apiece import apiece_claims
from ziping.prose.each.averages import average_claims, official_averages
from ziping.prose.each.each import each_claims
from ziping.prose.each.evenly import evenly_claims
from ziping.prose.each.multiples import multiple_claims
from ziping.prose.each.products import product_claims
from ziping.prose.each.tariffs import tariff_claims
from ziping.prose.each.tenfold import tenfold_claims
from ziping.prose.each.unitprice import unitprice_claims
from ziping.prose.each.workings import working_claims
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, rounded_in_yuan
from ziping.prose.judging.explained import with_explained
from ziping.prose.judging.misprints import Habit
from ziping.prose.judging.unitslips import with_unit_named
from ziping.prose.lists.above import above_claims
from ziping.prose.lists.among import among_claims
from ziping.prose.lists.barely import barely_claims
from ziping.prose.lists.composed import composed_claims
from ziping.prose.lists.counts import count_claims
from ziping.prose.lists.enumerated import enumerated_claims
from ziping.prose.lists.gathered import gathered_claims
from ziping.prose.lists.inline import inline_claims
from ziping.prose.lists.ladders import ladder_claims
from ziping.prose.lists.lined import lined_claims
from ziping.prose.lists.listing import listing_claims
from ziping.prose.lists.lists import broken_off, continued, paragraphs_below, third_denied
from ziping.prose.lists.means import mean_claims
from ziping.prose.lists.moves import move_claims
from ziping.prose.lists.numbered import announced_claims, numbered_claims
from ziping.prose.lists.orphans import orphan_claims
from ziping.prose.lists.outcomes import outcome_claims
from ziping.prose.lists.parallel import parallel_claims
from ziping.prose.lists.parcelled import parcelled_claims
from ziping.prose.lists.publicly import publicly_claims
from ziping.prose.lists.ratings import rating_claims
from ziping.prose.lists.staffing import staffing_claims
from ziping.prose.lists.sums import groups
from ziping.prose.lists.surveys import survey_claims
from ziping.prose.lists.totals import sum_claims
from ziping.prose.lists.trailing import trailing_claims
from ziping.prose.scores.dimensions import dimension_claims
from ziping.prose.scores.grades import grade_claims, told_ladder
from ziping.prose.scores.scores import score_claims
from ziping.prose.scores.scoretrees import scoretree_claims
from ziping.prose.shares.abreast import abreast_claims
from ziping.prose.shares.beyond import beyond_claims
from ziping.prose.shares.byverb import byverb_claims
from ziping.prose.shares.faraway import faraway_claims
from ziping.prose.shares.graded import graded_claims
from ziping.prose.shares.implied import implied_claims
from ziping.prose.shares.leftover import leftover_claims
from ziping.prose.shares.ofsum import ofsum_claims
from ziping.prose.shares.portions import portion_claims
from ziping.prose.shares.rates import order_claims, rate_claims
from ziping.prose.shares.rowed import rowed_claims
from ziping.prose.shares.shares import share_claims
from ziping.prose.shares.siblings import sibling_claims
from ziping.prose.shares.spent import spent_claims
from ziping.prose.shares.targets import target_claims
from ziping.prose.shares.together import below_shares
from ziping.prose.tabular.columns import column_claims
from ziping.prose.tabular.formulas import formula_claims
from ziping.prose.tabular.rows import row_claims
from ziping.prose.text.below import PARAGRAPHS, Spoken
from ziping.prose.text.closed import closed
from ziping.prose.text.outline import outline_findings
from ziping.prose.text.reading import read_sentence
from ziping.prose.text.sentences import Text, read_text
from ziping.prose.text.tables import Table, read_tables
from ziping.prose.text.years import report_year, year_findings

__all__ = ["ProseResult", "check_prose"]

LONG = 50_000  # characters from which a text is long enough to hold the collector
FEW = 60  # claims that one sentence and those before it may have made
NEAR = 40  # amounts before a list that it may name as its whole
NAME = 28  # characters before a figure that a quote begins with at most
_OF_ONE_SENTENCE = (ClaimKind.CHANGE, ClaimKind.SHARE, ClaimKind.RATE, ClaimKind.BALANCE)
_MARKS = "。，,；;：:、！？()（）\n\t“”\"%"


@dataclass(frozen=True, slots=True)
class ProseResult:
    """What the text claims (arithmetic) and what else needs a look (numbering, empty sections, years)."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...] = ()


def check_prose(text: str, year: int | None = None) -> ProseResult:
    """Recompute every arithmetic claim of a Chinese text that can be understood.

    year: the report's year; found in the text's title when not given. Never raises for any text.
    """
    with held(len(text) > LONG):
        read = read_text(text)
        year = year or report_year(text)
        return ProseResult(claims_of(read, text, year), (*outline_findings(text), *year_findings(text, read, year)))


def claims_of(read: Text, text: str, year: int | None) -> tuple[Claim, ...]:
    """The claims of a text that `read_text` has read already, in its order, with their quotes."""
    return tuple(sorted((_quoted(claim, text) for claim in _claims(read, year, read_tables(text))), key=lambda claim: (claim.start, claim.end)))


def _table_claims(tables: Iterable[Table]) -> Iterator[Claim]:
    for table in tables:
        yield from column_claims(table)
        yield from row_claims(table)


def _quoted(claim: Claim, text: str) -> Claim:
    """The claim with its quote: from the name of its first figure to the end of its last."""
    first = claim.start
    if claim.kind in _OF_ONE_SENTENCE:  # what it refers back to may stand paragraphs above
        line = text.rfind("\n", claim.start, claim.end)
        first = min((figure.start for figure in claim.figures if figure.start > line), default=first)
    before = text[max(0, first - NAME) : first]
    mark = max(before.rfind(mark) for mark in _MARKS)
    start = first - (len(before) - mark - 1) if mark >= 0 or len(before) < NAME else first
    return replace(claim, quote=text[start : claim.end], start=start)


def _heading(text: Text, spoken: Sequence[Spoken], at: int) -> str:
    """The words right before a sentence that hold no figure."""
    above = spoken[at - 1][0] if at and not spoken[at - 1][1] else None
    return text.text[above.start : above.end].strip() if above else ""


def _claims(text: Text, year: int | None, tables: Sequence[Table]) -> list[Claim]:
    found: list[Claim] = [*_table_claims(tables)]
    before, memory, rows, habit = Before(year, "口径" in text.text or "可比" in text.text), Memory(), Rows(), Habit()
    ladder = told_ladder(text)
    spoken = [(sentence, read_sentence(text, sentence)) for sentence in text.sentences]
    for at, (sentence, said) in enumerate(spoken):
        found.extend(order_claims(text, sentence, said, before))
        found.extend(reason_claims(text, sentence, said, before))
        if not said:
            below = paragraphs_below(text, at, spoken, [], before.told)
            found.extend(sum_claims([below], said, habit) if below else [])
            before.skip(text.text[sentence.start : sentence.end])
            continue
        before.enter(sentence)
        hidden: set[int] = set()
        found.extend(balance_claims(text, sentence, said, hidden, before))
        lists = groups(said, before.totals, hidden, before.earlier[-NEAR:])
        for group in lists:
            group.apart = group.total not in said and group.total not in before.told
            group.complete = group.complete and not (group.apart and (not closed(group.parts, group.total, False) or any(part.name and part.name == group.total.name for part in group.parts)))
            group.complete = group.complete or third_denied(group, text, sentence)
            group.broken = broken_off(group, text, sentence, said)
            continued(group, text, spoken, at)
        below = paragraphs_below(text, at, spoken, lists, before.told)
        found.extend(sum_claims([*lists, below] if below else lists, said, habit))
        if below:
            found.extend(below_shares(below, spoken[at + 1 : at + 1 + PARAGRAPHS]))
        found.extend(parallel_claims(at, spoken, lists))
        found.extend(running_claims(said))
        found.extend(trailing_claims(said, before))
        found.extend(above_claims(text, at, spoken))
        found.extend(enumerated_claims(text, at, spoken, found[-FEW:]))
        found.extend(orphan_claims(said, [*lists, below] if below else lists, before, _heading(text, spoken, at)))
        shares = list(share_claims(said, lists, before))
        implied = list(implied_claims(said, shares, before))
        sure = {claim.figures[-1] for claim in implied}
        found.extend([*(claim for claim in shares if claim.verdict is not Verdict.UNSURE or claim.figures[-1] not in sure), *implied])
        found.extend(change_claims(said, before))
        found.extend(apart_claims(said, before))
        found.extend(step_claims(said, before.rates))
        found.extend(product_claims(text, said))
        found.extend(working_claims(text, said))
        found.extend(average_claims(said))
        found.extend(tariff_claims(text, said, before))
        found.extend(survey_claims(said))
        found.extend(unspent_claims(said, before))
        found.extend(surplus_claims(text, sentence, said, before))
        found.extend(saving_claims(text, said, before))
        found.extend(gap_claims(said, before))
        found.extend(outcome_claims(said))
        found.extend(rate_claims(text, said, before))
        found.extend(remainder_claims(said, before))
        found.extend(grade_claims(text, sentence, said, ladder))
        found.extend(score_claims(said, before, spoken[at + 1][1] if at + 1 < len(spoken) else ()))
        found.extend(deduction_claims(said, before))
        found.extend(numbered_claims(text, at, spoken))
        found.extend(mean_claims(said, before, text.text[sentence.start : sentence.end]))
        found.extend(move_claims(text, at, spoken, lists))
        found.extend(faraway_claims(said, before, found[-FEW:]))
        found.extend(each_claims(text, said, before, found[-FEW:]))
        found.extend(portion_claims(said, before))
        found.extend(parcelled_claims(said, before, found[-FEW:]))
        found.extend(abreast_claims(said, before, found[-FEW:]))
        found.extend(gathered_claims(said, before, found[-FEW:]))
        found.extend(composed_claims(said, found[-FEW:]))
        found.extend(among_claims(said, before, found[-FEW:]))
        found.extend(staffing_claims(said, found[-FEW:]))
        found.extend(ofsum_claims(said, found[-FEW:]))
        found.extend(unitprice_claims(text, said, found[-FEW:]))
        found.extend(rest_claims(said, found[-FEW:]))
        found.extend(namely_claims(said))
        found.extend(based_claims(said, found[-FEW:]))
        found.extend(spent_claims(said, before, found[-FEW:]))
        found.extend(beyond_claims(said, before))
        found.extend(rowed_claims(text, said, before, found[-FEW:]))
        found.extend(lined_claims(text, spoken, at))
        found.extend(tenfold_claims(said))
        found.extend(graded_claims(said, before))
        found.extend(publicly_claims(text, sentence, said, before, found[-FEW:]))
        found.extend(rows.claims(said, before))
        found.extend(ofthree_claims(said, found[-FEW:]))
        found.extend(evenly_claims(said, found[-FEW:]))
        found.extend(barely_claims(said, found[-FEW:]))
        found.extend(upturned_claims(said, before, found[-FEW:]))
        found.extend(unlike_claims(said, found[-FEW:]))
        found.extend(byverb_claims(said, found[-FEW:]))
        before.leave(said, lists)
        memory.add(said, before)
    for at in range(len(spoken)):
        found.extend(sibling_claims(text, at, spoken, found))
    found.extend(formula_claims(text))
    found.extend(count_claims(text))
    found.extend(announced_claims(text))
    found.extend(listing_claims(text))
    found.extend(inline_claims(text))
    found.extend(rating_claims(text))
    found.extend(ladder_claims(text))
    found.extend(multiple_claims(text))
    found.extend(memory.claims())
    found.extend(official_averages((said for _, said in spoken), found))
    found.extend(apiece_claims(said for _, said in spoken))
    found.extend(target_claims(said for _, said in spoken))
    found.extend(scoretree_claims(text, spoken))
    found.extend(dimension_claims((said for _, said in spoken), tables))
    found.extend(yearend_claims(text, (said for _, said in spoken), year, found))
    found.extend(leftover_claims(spoken, found))
    found.extend(restated_claims((said for _, said in spoken), found, year))
    found.extend(recounted_claims((said for _, said in spoken), found))
    found = list({(one.kind, one.start, one.end, one.stated): one for one in sorted(found, key=lambda one: one.verdict is not Verdict.UNSURE)}.values())  # told once, by the rule that is sure
    found = with_explained(found, [one for _, said in spoken for one in said], text.text, year)
    found = [replace(one, verdict=Verdict.UNSURE) if one.kind is ClaimKind.SUM and habit.excuses(one.figures[-1]) else one for one in found]
    return [with_unit_named(rounded_in_yuan(one)) for one in found]
