"""The one figure that several others contradict: put right, all of them agree. It is wrong, and not the totals, rates and forms that are held against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ziping.amounts import Figure, Footing, Relation, decimals_of
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import Event, Failed, Family, check, passed
from ziping.checks.consequences import origins
from ziping.checks.rates import Rate, agrees, all_rates, typed
from ziping.checks.shifted import fails, ties
from ziping.checks.ties import TIES, Tie, compared, named, places
from ziping.checks.traced import Source, sources_of
from ziping.evaluation import Datum, Place
from ziping.findings import Severity

LEAST = 2  # relations that contradict the figure


@check(
    code="single-figure", title="没有一个数与几处都对不上", severity=Severity.ERROR,
    message="{where}实填 {actual}，与{others}都对不上；改为 {expected} 则各处都相符，{difference}",
    cause="这一格抄错或填错", repair="请核对这一格的数", basis=TIES)
def single(book: Book) -> Iterator[Event]:
    """A part of several sums, or a figure of several forms; a total is told where its parts are."""
    yield from passed(sum(tie.footing.holds for tie in ties(book) if tie.footing is not None))
    yield from singled(book)
    yield from (told_source(source) for source in further(book) if not source.behind)


@fact
def singled(book: Book) -> Iterator[Failed]:
    wrong = [tie for tie in ties(book) if fails(tie)]
    if not wrong:
        return
    totals = {id(tie.total) for tie in wrong if tie.relation is Relation.EQUAL}
    found: list[tuple[Datum, Tie, list[Tie], list[Rate]]] = []
    for datum in {id(term): term for tie in wrong if tie.relation is Relation.EQUAL for term in tie.terms}.values():
        if datum.figure is None or datum.place is None:
            continue
        mine = [tie for tie in wrong if any(term is datum for term in tie.terms)]
        equal = [tie for tie in mine if tie.relation is Relation.EQUAL]
        finest = min(equal, key=lambda tie: tie.footing.tolerance)  # type: ignore[union-attr]
        rates = [rate for rate in all_rates(book) if rate.top is datum or rate.bottom is datum]
        contrary = [rate for rate in rates if not agrees(rate)]
        own = [tie for tie in mine if tie.total.formula and datum.place in origins(book).made_of(tie.total.place)]  # type: ignore[arg-type, union-attr]
        witnesses = {tie.total.place for tie in mine if tie not in own}  # type: ignore[union-attr]
        if len(witnesses) + any(typed(rate) for rate in contrary) < LEAST:  # a formula over it that was not recomputed says nothing of it
            continue
        shift = moved(finest, datum)
        if all(holds_moved(tie, datum, shift) for tie in ties(book) if concerns(tie, datum)) and all(agrees(with_figure(rate, datum, shift)) for rate in rates if typed(rate)):
            found.append((datum, finest, mine, contrary))
    for datum, finest, mine, contrary in found:
        if datum.formula or id(datum) in totals:
            continue
        if not any(other is not datum and {id(tie) for tie in theirs} & {id(tie) for tie in mine} for other, _, theirs, _ in found):
            yield told(datum, finest, mine, contrary)


def moved(tie: Tie, datum: Datum) -> Decimal:
    """By how much a term would have to be larger for its tie to hold."""
    difference: Decimal = tie.footing.difference  # type: ignore[union-attr]
    return -difference if any(term is datum for term in tie.minus) else difference


def concerns(tie: Tie, datum: Datum) -> bool:
    """Whether a tie can be evaluated and should hold when the cell is put right: its total is not worked out from what stands there now."""
    if tie.problem or tie.footing is None or tie.total is None or (tie.total.formula and tie.footing.holds):
        return False
    return tie.total is datum or any(term is datum for term in tie.terms)


def holds_moved(tie: Tie, datum: Datum, shift: Decimal) -> bool:
    plus = tie.total is datum or any(term is datum for term in tie.minus)
    difference = tie.footing.difference + (shift if plus else -shift)  # type: ignore[union-attr]
    tolerance: Decimal = tie.footing.tolerance  # type: ignore[union-attr]
    return difference >= -tolerance if tie.relation is Relation.AT_MOST else abs(difference) <= tolerance


def with_figure(rate: Rate, datum: Datum, shift: Decimal) -> Rate:
    right = replace(datum, figure=right_figure(datum, shift))
    return replace(rate, top=right if rate.top is datum else rate.top, bottom=right if rate.bottom is datum else rate.bottom)


def right_figure(datum: Datum, shift: Decimal) -> Figure:
    figure: Figure = datum.figure  # type: ignore[assignment]
    return Figure(figure.value + shift.scaleb(-figure.unit.shift), figure.unit, figure.decimals)


def told(datum: Datum, finest: Tie, mine: list[Tie], contrary: list[Rate]) -> Failed:
    figure: Figure = datum.figure  # type: ignore[assignment]
    value = figure.quantity.value
    footing = Footing(False, value + moved(finest, datum), value, finest.footing.tolerance)  # type: ignore[union-attr]
    stated = places(*(tie.total for tie in mine), *(rate.stated for rate in contrary))
    cells = places(*(cell for tie in mine for cell in (tie.total, *tie.terms)), *(cell for rate in contrary for cell in (rate.stated, rate.top, rate.bottom)))
    return compared(
        datum.place, named(datum, finest.names[0] if finest.names else finest.label), footing, figure.unit, decimals_of(figure.value),
        related=tuple(place for place in cells if place != datum.place), args={"others": told_cells(stated)})


def told_cells(cells: tuple[Place, ...]) -> str:
    return "、".join(f"《{place.sheet}》{place.cell}" for place in cells[:4]) + (f"等 {len(cells)} 处" if len(cells) > 4 else "")


@fact
def further(book: Book) -> list[Source]:
    """What formulas bring into the contradictions that no cell of theirs explains."""
    explained = frozenset(place for each in singled(book) for place in (each.place, *each.related) if place is not None)
    return list(sources_of(book, explained))


def told_source(source: Source) -> Failed:
    datum, figure = source.datum, source.datum.figure
    footing = Footing(False, source.figure.quantity.value, figure.quantity.value, source.tolerance)  # type: ignore[union-attr]
    return compared(
        datum.place, named(datum, ""), footing, figure.unit, decimals_of(figure.value),  # type: ignore[union-attr]
        related=tuple(dict.fromkeys(place for place in (*source.cells, *source.behind) if place != datum.place)), args={"others": told_cells(source.witnesses)})


@check(
    code="single-source", title="没有一个公式的结果与几处都对不上", severity=Severity.ERROR,
    message="{where}由公式得出，现为 {actual}，与{others}都对不上；为 {expected} 则各处都相符，{difference}，它所引用的数中有一个填错",
    cause="公式所加的一个数抄错或填错", repair="请核对公式所引用的数", basis=TIES)
def single_source(book: Book) -> Iterator[Event]:
    """Where several figures would do, what they are added up to."""
    yield from passed(sum(tie.footing.holds for tie in ties(book) if tie.footing is not None and tie.total is not None and tie.total.formula))
    for source in further(book):
        if source.behind and not source.apart:
            yield replace(told_source(source), repair=f"请核对{told_cells(source.behind)}，改正填错的那一个，公式不用改")


@check(
    code="single-part", title="没有几个数之和与几处都对不上", severity=Severity.ERROR,
    message="{cells}中有一个填错，它们之和{less} {amount} 才与{others}都相符",
    cause="其中一个数抄错或填错", repair="请核对这几个数，改正填错的那一个", basis=TIES)
def single_part(book: Book) -> Iterator[Event]:
    """Where several would do that no formula adds up: what each should be is not told."""
    yield from passed(sum(tie.footing.holds for tie in ties(book) if tie.footing is not None and len(tie.terms) > 1))
    for source in further(book):
        if source.apart:
            each = told_source(source)
            args = each.args | {"cells": told_cells(source.behind), "less": "少" if each.difference > 0 else "多", "amount": each.shown_difference[1:] + each.unit}  # type: ignore[operator]
            yield replace(each, args=args, shown_expected="", shown_actual="", shown_difference="", shown_tolerance="")


FAMILY = Family("singled", "对不上的单个数", (single, single_source, single_part))
