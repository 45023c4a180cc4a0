"""A whole form filled in another unit than its heading states: it agrees in itself, so only what stands elsewhere tells.

What should agree and would, once all amounts of the sheet are moved by the same power of ten, proves the slip; `sizes` knows what is only suspicious.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ziping.amounts import EXACT, Figure, Relation, Unit
from ziping.checks.across import all_ties as cross_ties
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import Event, Failed, check, passed
from ziping.checks.consequences import goes_into, origins
from ziping.checks.followed import followed, with_figures
from ziping.checks.shifted import SHIFTS, UNITS, amounts, fails, holds_without, shifted, slipping, telling, ties
from ziping.checks.ties import Tie, named, places, plain
from ziping.evaluation import Datum, Form, Place
from ziping.findings import Severity

WHOLE = (4, -4)  # 元 throughout a form of 万元, and the other way round
VAST, TINY = Decimal(10) ** 10, Decimal(10) ** 4  # 元: what a body's amounts hardly reach, or stay below


@dataclass(frozen=True)
class Slip:
    """A sheet whose amounts are all that many powers of ten off, and the ties that tell."""

    sheet: str
    shift: int
    ties: tuple[Tie, ...]
    datum: Datum | None = None  # the amount of the sheet that formulas bring into the ties


@fact
def slipped(book: Book) -> Iterator[Slip]:
    """The sheets that slipped as a whole, each with what only its slip explains."""
    left = [tie for tie in slipping(book) if len(sheets(book, tie)) > 1]
    told: set[str] = set()
    while left and (slip := likeliest(book, left)) is not None:
        yield slip
        told.add(slip.sheet)
        left = [tie for tie in left if slip.sheet not in sheets(book, tie)]
    wrong = [tie for tie in (*ties(book), *telling(book)) if fails(tie) and tie.relation is Relation.EQUAL and told.isdisjoint(sheets(book, tie))]
    for form in book.evaluation.projects if wrong else ():
        slip = carried(book, form, wrong) if form.sheet not in told else None
        if slip is not None:
            yield slip
            wrong = [tie for tie in wrong if tie not in slip.ties]


def carried(book: Book, form: Form, wrong: list[Tie]) -> Slip | None:
    """A project form whose amounts are added up with others' before they meet what contradicts them."""
    mixed = [tie for tie in wrong if form.sheet in brought(book, tie) and form.sheet not in sheets(book, tie)]
    if not mixed:
        return None
    cells = [cell for line in form.funds for cell in (line.initial, line.adjusted, line.executed) if cell is not None and cell.place is not None and cell.value]
    for shift in WHOLE:
        datum = next((cell for tie in mixed for cell in cells if cell.place in goes_into(book, tie) and accounts_for(tie, cell, shift)), None)
        if datum is None:
            continue
        then = followed(book, {cell.place: moved(cell, shift) for cell in cells if not cell.formula})  # type: ignore[misc]
        told = tuple(tie for tie in mixed if not fails(with_figures(tie, then.figures)))
        if told and not any(fails(with_figures(tie, then.figures)) for tie in ties(book) if then.touches(places(tie.total, *tie.terms)) and not fails(tie)):
            return Slip(form.sheet, shift, told, datum)
    return None


@fact
def brought(book: Book, tie: Tie) -> frozenset[str]:
    """The sheets whose cells go into a tie."""
    return frozenset(place.sheet for place in goes_into(book, tie))


def accounts_for(tie: Tie, cell: Datum, shift: int) -> bool:
    """Whether a tie is as far off as this amount is when it is so many powers of ten off."""
    value, slack = cell.figure.quantity  # type: ignore[union-attr]
    off: Decimal = abs(tie.footing.difference)  # type: ignore[union-attr]
    return abs(abs(value - value.scaleb(-shift, EXACT)) - off) <= tie.footing.tolerance + slack + slack.scaleb(-shift, EXACT)  # type: ignore[union-attr]


def moved(cell: Datum, shift: int) -> Figure:
    figure: Figure = cell.figure  # type: ignore[assignment]
    return Figure(figure.value.scaleb(-shift, EXACT), figure.unit, figure.decimals)


def likeliest(book: Book, left: list[Tie]) -> Slip | None:
    """The sheet that most ties tell of; where two could have slipped, the one whose amounts are out of proportion, else the one that looks too large."""
    found = []
    for sheet in dict.fromkeys(sheet for tie in left for sheet in sorted(sheets(book, tie)) if sheet):
        for shift in WHOLE:
            told = tuple(tie for tie in left if (cells := of_sheet(book, tie, sheet)) and holds_without(tie, cells, shift))
            if told and in_itself(book, sheet, told) and alike(book, sheet, told, shift):
                largest = max(datum.figure.quantity.value for tie in told for datum in of_sheet(book, tie, sheet))  # type: ignore[union-attr]
                found.append(((len(told), largest >= VAST if shift > 0 else largest < TINY, shift), Slip(sheet, shift, told)))
    return max(found, key=lambda each: each[0])[1] if found else None


def in_itself(book: Book, sheet: str, told: tuple[Tie, ...]) -> bool:
    """Whether the sheet agrees in itself where its slip is told and nowhere with another sheet: else a cell or a column of it slipped."""
    slipped_cells = {id(datum) for tie in told for datum in of_sheet(book, tie, sheet)}
    agrees = any(len(of_sheet(book, tie, sheet)) > 1 for tie in told)
    for tie in (*ties(book), *telling(book)):
        cells = of_sheet(book, tie, sheet)
        if not cells or tie.problem or tie.footing is None:
            continue
        if len(sheets(book, tie)) > 1:
            if tie.footing.holds and not worked_out(book, sheet, tie):
                return False
        elif any(id(datum) in slipped_cells for datum in cells):
            if any(holds_without(tie, [datum], shift) for datum in cells for shift in WHOLE if not tie.footing.holds):
                return False
            agrees = agrees or (tie.footing.holds and len(cells) > 1)
    return agrees


def worked_out(book: Book, sheet: str, tie: Tie) -> bool:
    """Whether a tie holds because formulas bring amounts of the sheet into its other side, in whatever unit they are."""
    where = origins(book)
    return any(place.sheet == sheet for datum in amounts(tie) if typed_in(book, datum) != sheet and datum.place is not None for place in where.made_of(datum.place))


def alike(book: Book, sheet: str, told: tuple[Tie, ...], shift: int) -> bool:
    """Whether most other amounts typed there are nearer to what stands in the slipped cells than to what should: a sheet slips with all of them."""
    slipped_cells = {datum.place: abs(datum.figure.quantity.value) for tie in told for datum in of_sheet(book, tie, sheet)}  # type: ignore[union-attr]
    between = max(slipped_cells.values()).scaleb(-shift // 2, EXACT)
    where = origins(book)
    behind = frozenset().union(*(where.made_of(place) for place in slipped_cells if place is not None))
    others = [book.cell_at[place].datum for place in sheet_amounts(book, sheet) if place not in behind and place not in where.formulas]
    nearer = sum((abs(datum.figure.quantity.value) > between) == (shift > 0) for datum in others)  # type: ignore[union-attr]
    return 2 * nearer >= len(others)


@fact
def sheets(book: Book, tie: Tie) -> frozenset[str]:
    """The sheets where the amounts of a tie were typed, "" for another file and for several: what a formula takes from a single other sheet speaks for that one."""
    return frozenset(typed_in(book, datum) for datum in amounts(tie))


@fact
def typed_in(book: Book, datum: Datum) -> str:
    if datum.place is None:
        return ""
    where = origins(book)
    typed = {place.sheet for place in where.made_of(datum.place) if place not in where.formulas}
    return typed.pop() if len(typed) == 1 else datum.place.sheet if not typed or datum.place.sheet in typed else ""


def of_sheet(book: Book, tie: Tie, sheet: str) -> list[Datum]:
    return [datum for datum in amounts(tie) if typed_in(book, datum) == sheet]


def explained(book: Book, *data: Datum) -> bool:
    """Whether one of these was typed into a sheet that slipped as a whole."""
    sheets_of_slips = {slip.sheet for slip in slipped(book)}
    return bool(sheets_of_slips) and any(typed_in(book, datum) in sheets_of_slips for datum in data)


def filled_in(unit: Unit, shift: int) -> str:
    """The unit that figures of this unit were written in, when that makes them so many powers of ten too large."""
    return {0: "元", 3: "千元", 4: "万元", 8: "亿元"}.get(unit.shift - shift, "别的单位")


@check(
    code="unit-form", title="整张表的金额用表头的计量单位", severity=Severity.ERROR,
    message="{where}为 {actual}，与{other}核对应为 {expected}，{factor}，而表内各数彼此相符，整张表很可能是按{typed}填的，不是按{of}",
    cause="整张表从另一种计量单位的表抄来，没有换算", repair="请把表中金额逐项换算成表头的计量单位，或更正表头", basis=UNITS)
def whole_form(book: Book) -> Iterator[Event]:
    yield from passed(sum(not tie.problem and tie.footing is not None and tie.footing.holds for tie in (*cross_ties(book), *telling(book))))
    for slip in slipped(book):
        cells = [(datum, tie) for tie in slip.ties for datum in of_sheet(book, tie, slip.sheet)]
        datum, tie = (slip.datum, slip.ties[0]) if slip.datum is not None else next(((datum, tie) for datum, tie in cells if datum.place.sheet == slip.sheet), cells[0])  # type: ignore[union-attr]
        unit = datum.figure.unit  # type: ignore[union-attr]
        others = places(*(each for each in amounts(tie) if typed_in(book, each) != slip.sheet))
        right = Figure(shifted(datum, slip.shift).value.scaleb(-unit.shift), unit)
        yield Failed(
            place=datum.place, label=named(datum, tie.label), expected=right.value, actual=datum.value, shown_expected=plain(right.value),
            shown_actual=plain(datum.value), unit=unit.text,  # type: ignore[arg-type]
            related=tuple(place for place in dict.fromkeys((*sheet_amounts(book, slip.sheet), *others)) if place != datum.place),
            args={"other": told_of(others), "factor": SHIFTS[slip.shift], "typed": filled_in(unit, slip.shift), "of": unit.text})


def told_of(others: tuple[Place, ...]) -> str:
    """The cells that tell, by name: the first two of them."""
    named_cells = [f"《{place.sheet}》{place.cell}" for place in others[:2]]
    return "、".join(named_cells) + ("等处" if len(others) > 2 else "") if others else "上年工作簿"


def sheet_amounts(book: Book, sheet: str) -> list[Place]:
    """The cells of a sheet that hold an amount."""
    return [cell.datum.place for cell in book.figure_cells
            if cell.datum.place is not None and cell.datum.place.sheet == sheet and cell.datum.value and cell.datum.figure.unit.base == "元"]  # type: ignore[union-attr]
