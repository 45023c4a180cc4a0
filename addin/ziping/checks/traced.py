"""The figure behind several contradictions that is not a cell of theirs, but one that formulas bring there.

A total that formulas add up of a wrong figure contradicts whatever was typed from elsewhere, and nothing that was typed is to be changed for it. A figure is
told when, put right, all that uses it agrees, through however many formulas. Where several figures would do, as all parts of one sum do, it is the formula
that they meet in whose result is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from ziping.amounts import Figure, Relation
from ziping.checks.book import Book, fact
from ziping.checks.carryover import carryover_ties
from ziping.checks.catalogue import Failed
from ziping.checks.consequences import goes_into, origins
from ziping.checks.derived import FAMILY as DERIVED
from ziping.checks.followed import Followed, followed, put, with_figures
from ziping.checks.formulas import plug_in, short_sums
from ziping.checks.projects import open_sums
from ziping.checks.rates import Rate, agrees, all_rates, typed
from ziping.checks.recomputed import recomputed
from ziping.checks.references import position
from ziping.checks.shifted import fails, ties
from ziping.checks.supposed import put_right
from ziping.checks.ties import Tie, places
from ziping.evaluation import Datum, Place

LEAST = 2  # contradictions that a figure explains
MOST = 60  # figures that are tried


@dataclass(frozen=True)
class Supposed:
    """A figure put right: what it makes of the cells whose formulas use it, and the contradictions that are gone."""

    datum: Datum
    right: Mapping[Place, Figure]  # its own included
    gone: dict[Tie | Rate | Place, None]  # in their order


@dataclass(frozen=True)
class Source:
    """What is told: a figure, or the formula that several possible ones meet in."""

    datum: Datum
    tolerance: Decimal
    supposed: Supposed
    behind: tuple[Place, ...]  # the figures of which one is wrong, none where it is the figure itself

    @property
    def apart(self) -> bool:
        """Whether no formula adds these up before they meet a contradiction."""
        return self.datum.place in self.behind

    @property
    def figure(self) -> Figure:
        """What it should be."""
        return self.supposed.right[self.datum.place]  # type: ignore[index]

    @property
    def cells(self) -> tuple[Place, ...]:
        """Those of all the contradictions."""
        found: dict[Place, None] = {}
        for each in self.supposed.gone:
            match each:
                case Tie():
                    found |= dict.fromkeys(places(each.total, *each.terms))
                case Rate():
                    found |= dict.fromkeys(places(each.stated, each.top, each.bottom))
                case _:
                    found[each] = None
        return tuple(found)

    @property
    def witnesses(self) -> tuple[Place, ...]:
        """The cells that contradict it: each total, stated rate and indicator, the parts of a total that is worked out from it."""
        found: dict[Place, None] = {}
        for each in self.supposed.gone:
            match each:
                case Tie():
                    own = [place for place in places(each.total) if place not in self.supposed.right]
                    found |= dict.fromkeys(own or [place for place in places(*each.terms) if place not in self.supposed.right])
                case Rate():
                    found |= dict.fromkeys(places(each.stated))
                case _:
                    found[each] = None
        return tuple(found)


def sources_of(book: Book, spared: frozenset[Place]) -> Iterator[Source]:
    """spared: cells whose contradictions are explained already."""
    wrong = [tie for tie in relations(book) if fails(tie) and spared.isdisjoint(places(tie.total, *tie.terms)) and well_formed(book, tie)]
    if not wrong or any(isinstance(event, Failed) for event in recomputed(book)):
        return
    found = [each for datum in candidates(book, wrong) if (each := supposed(book, datum, wrong)) is not None]
    for each in found:
        kin = [other for other in found if other.gone.keys() == each.gone.keys()]
        if kin[0] is each and not any(other.gone.keys() & each.gone.keys() and not other.gone.keys() < each.gone.keys() for other in found if other not in kin):
            yield from told_of(book, each, kin)


def told_of(book: Book, first: Supposed, kin: list[Supposed]) -> Iterator[Source]:
    finest = min((tie for tie in first.gone if isinstance(tie, Tie)), key=lambda tie: tie.footing.tolerance)  # type: ignore[union-attr]
    tolerance: Decimal = finest.footing.tolerance  # type: ignore[union-attr]
    if len(kin) == 1:
        if through(first) and not own(book, first):
            yield Source(first.datum, tolerance, first, ())
        return
    kin = sorted(kin, key=likelier)
    behind = places(*(each.datum for each in kin))
    shared = set(first.right).intersection(*(each.right for each in kin))
    shared = {place for place in shared if all(abs(each.right[place].quantity.value - first.right[place].quantity.value) <= tolerance for each in kin)}
    where = origins(book)
    meeting = next((place for place in sorted(shared, key=lambda each: len(where.made_of(each))) if shared.isdisjoint(where.made_of(place) - {place})), None)
    yield Source(kin[0].datum if meeting is None else book.cell_at[meeting].datum, tolerance, kin[0], behind)


def through(each: Supposed) -> bool:
    """Whether formulas bring the figure into one of the contradictions: those of its own cell are judged by `singled`."""
    return any(
        isinstance(one, Place) or each.datum.place not in (places(one.total, *one.terms) if isinstance(one, Tie) else places(one.top, one.bottom)) for one in each.gone)


def own(book: Book, each: Supposed) -> bool:
    """Whether its own parts contradict it as well, which is told there."""
    openly = {id(tie) for tie in open_sums(book)}
    return any(isinstance(one, Tie) and one.total is not None and one.total.place == each.datum.place and id(one) not in openly for one in each.gone)


def likelier(each: Supposed) -> tuple[bool, str, tuple[int, int]]:
    """Figures before zeros, then in the order of the cells."""
    datum = each.datum
    return not datum.value, datum.place.sheet, position(datum.place)  # type: ignore[union-attr, arg-type]


@fact
def relations(book: Book) -> Iterator[Tie]:
    """The ties that a figure may contradict, each once."""
    seen: set[tuple[int, ...]] = set()
    for tie in (*ties(book), *carryover_ties(book), *open_sums(book)):
        cells = tuple(map(id, (tie.total, *tie.terms)))
        if cells not in seen:
            seen.add(cells)
            yield tie


@fact
def relations_at(book: Book) -> Mapping[Place, list[Tie]]:
    """The ties that each cell stands in."""
    found: dict[Place, list[Tie]] = {}
    for tie in relations(book):
        for place in places(tie.total, *tie.terms):
            found.setdefault(place, []).append(tie)
    return found


def well_formed(book: Book, tie: Tie) -> bool:
    """Whether no formula that a tie rests on leaves out a part or adds a typed number: then that is what is wrong."""
    where = origins(book)
    formulas = {place for place in goes_into(book, tie) if place in where.formulas}
    return formulas.isdisjoint(short_sums(book)) and not any(plug_in(where.formulas[place]) is not None for place in formulas)


def candidates(book: Book, wrong: list[Tie]) -> list[Datum]:
    """The typed amounts that several contradictions go back to."""
    reach: dict[Place, int] = {}
    where = origins(book)
    for tie in wrong:
        for place in goes_into(book, tie):
            reach[place] = reach.get(place, 0) + 1
    doubtful = {place for rate in all_rates(book) if typed(rate) and not agrees(rate) for cell in places(rate.top, rate.bottom) for place in where.made_of(cell)}
    doubtful |= {place for event in derived_failing(book) for cell in event.related for place in where.made_of(cell)}
    found = []
    for place, count in reach.items():
        cell = book.cell_at.get(place)
        if cell is None or cell.datum.formula or cell.datum.figure is None or cell.datum.figure.unit.base != "元":
            continue
        if count + (place in doubtful) >= LEAST:
            found.append(cell.datum)
    return found[:MOST]


@fact
def derived_failing(book: Book) -> Iterator[Failed]:
    for each in DERIVED.checks:
        yield from (event for event in each.function(book) if isinstance(event, Failed) and event.difference is not None)


def supposed(book: Book, datum: Datum, wrong: list[Tie]) -> Supposed | None:
    """The figure put right, where all that uses it agrees then; None where it explains too little or contradicts something else."""
    mine = [tie for tie in wrong if tie.relation is Relation.EQUAL and datum.place in goes_into(book, tie)]
    if not mine:
        return None
    finest = min(mine, key=lambda tie: tie.footing.tolerance)  # type: ignore[union-attr]
    figure: Figure = datum.figure  # type: ignore[assignment]
    shift = finest.footing.difference.scaleb(-figure.unit.shift)  # type: ignore[union-attr]
    for value in (figure.value + shift, figure.value - shift):
        if value >= 0 or figure.value < 0:
            then = followed(book, {datum.place: Figure(value, figure.unit, figure.decimals)})  # type: ignore[dict-item]
            gone = contradictions_gone(book, then, wrong)
            if gone is not None and len(independent(book, gone, then.figures)) >= LEAST:
                return Supposed(datum, then.figures, gone)
    return None


def contradictions_gone(book: Book, then: Followed, wrong: list[Tie]) -> dict[Tie | Rate | Place, None] | None:
    """What does not hold now and does with these figures; None where something does not hold then."""
    figures, unsure = then
    gone: dict[Tie | Rate | Place, None] = {}
    known = set(wrong)
    at = relations_at(book)
    for tie in {id(tie): tie for place in figures for tie in at.get(place, ())}.values():
        if unsure.isdisjoint(places(tie.total, *tie.terms)):
            if fails(with_figures(tie, figures)):
                return None
            if tie in known:
                gone[tie] = None
    for rate in all_rates(book):
        if typed(rate) and not figures.keys().isdisjoint(places(rate.top, rate.bottom)):
            if not agrees(replace(rate, top=put(rate.top, figures), bottom=put(rate.bottom, figures))):
                return None
            if not agrees(rate):
                gone[rate] = None
    before = dict.fromkeys(event.place for event in derived_failing(book))
    after = {event.place for event in derived_failing(Book(put_right(book.evaluation, figures), book.last)) if unsure.isdisjoint((event.place, *event.related))}
    return None if after - before.keys() else gone | dict.fromkeys(place for place in before if place not in after and place is not None)


def independent(book: Book, gone: Mapping[Tie | Rate | Place, None], figures: Mapping[Place, Figure]) -> set[frozenset[Place]]:
    """What speaks against the figure: the cells of each contradiction that do not come of it, none that is only part of another."""
    where = origins(book)
    found = set()
    for each in gone:
        if isinstance(each, Tie):
            found.add(frozenset(place for place in goes_into(book, each) if place not in where.formulas and place not in figures))
        else:
            found.add(frozenset(places(each.stated)) if isinstance(each, Rate) else frozenset({each}))
    return {each for each in found if each and not any(each < other for other in found)}
